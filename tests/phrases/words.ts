import { tokenize } from '../../src/phrases/tokens.ts';
import type { Token } from '../../src/phrases/types.ts';

/** The map of a text that stands in the draft as it is, `shift` characters from its beginning. */
export function places(text: string, shift = 0): Uint32Array {
  return Uint32Array.from({ length: text.length + 1 }, (_, n) => n + shift);
}

/** The tokens of such a text. */
export function words(text: string, shift = 0): Token[] {
  return tokenize(text, places(text, shift));
}
