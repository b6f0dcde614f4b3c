import type { Token } from './types.ts';

const word =
  /\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?:-\p{L}+)*|(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\d]*(?:['’](?!s\b)\p{L}+)?(?:-[\p{L}\d]+)*|['’]s\b|\S/gu;

/**
 * Splits clean text into words, numbers and marks. Takes a block's text and its map into the draft. Hyphenated words, initials ("U.S.") and
 * clock times are one token; `'s` stands alone.
 */
export function tokenize(text: string, source: Uint32Array, inherited = false): Token[] {
  const tokens: Token[] = [];
  for (const hit of text.matchAll(word)) {
    const raw = hit[0];
    const at = hit.index;
    const first = raw.charCodeAt(0);
    const number = first >= 48 && first <= 57;
    const letter = !number && (raw.length > 1 || raw.toLowerCase() !== raw.toUpperCase());
    const last = at + raw.length - 1;
    tokens.push({
      word: raw.toLowerCase(),
      raw,
      start: source[at]!,
      end: Math.max((source[last] ?? 0) + 1, source[at]! + 1),
      kind: number ? 'number' : letter ? 'word' : 'mark',
      capital: letter && raw[0] !== raw[0]!.toLowerCase(),
      inherited,
    });
  }
  return tokens;
}
