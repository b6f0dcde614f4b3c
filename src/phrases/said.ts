import type { Range, Sentence } from './types.ts';

/** The words of a token range as the draft writes them, single spaces between. */
export function said(sentence: Sentence, range: Range): string {
  let out = '';
  for (let i = range.from; i < range.to; i++) {
    const token = sentence.tokens[i]!;
    const before = sentence.tokens[i - 1];
    if (i > range.from && before && (token.start > before.end || token.inherited !== before.inherited)) out += ' ';
    out += token.raw;
  }
  return out;
}
