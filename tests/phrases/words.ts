import type { Token } from '../../src/phrases/types.ts';
/** Splits a sentence as tokens.ts does, offsets being those of the sentence. */
export function words(text: string): Token[] {
  const found: Token[] = [];
  const pattern = /\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?:-\p{L}+)*|\p{L}[\p{L}\d]*(?:-[\p{L}\d]+)*|'s\b|\S/gu;
  for (const hit of text.matchAll(pattern)) {
    const raw = hit[0];
    const kind = /^\d/.test(raw) ? 'number' : /^(\p{L}|'s)/u.test(raw) ? 'word' : 'mark';
    found.push({
      word: raw.toLowerCase(),
      raw,
      start: hit.index,
      end: hit.index + raw.length,
      kind,
      capital: /^\p{Lu}/u.test(raw),
      inherited: false,
    });
  }
  return found;
}
