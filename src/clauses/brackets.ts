import type { Block } from './types.ts';

const alternative = /^\[?\s*(?:alternative|option|variant|alt\.)\b/i;
const attributed = /\[ ?(?:proposal|position|text) (?:of|by)\b|\[ ?\p{Lu}[\p{L}.&/ -]{1,60}:/u;
const slashes = /\[[^\][]{1,200}\]\s*(?:(?:\/|or)\s*)?\[[^\][]{1,200}\]/;

/** What an editor or a seal put in brackets is no text to be agreed. */
const aside =
  /^\[ ?(?:seal|l\.?\s?s\.?|sic|signed|signatures?|stamp|here follows?|not (?:re)?produced|omitted|illegible|blank|for the text)\b[^\][]{0,200}\]/i;

/** Square brackets of unagreed text, carried from block to block (decision 86). */
export class BracketReader {
  private depth = 0;
  private kind: Block['state'] = 'bracketed';

  /** The state of a block that begins now. A bracket left open closes by itself at the next article. */
  read(text: string): Block['state'] {
    const opened = this.depth > 0;
    if (!opened)
      this.kind = alternative.test(text)
        ? 'alternative'
        : attributed.test(text)
          ? 'attributed'
          : slashes.test(text)
            ? 'alternative'
            : 'bracketed';
    let any = opened;
    for (let i = 0; i < text.length; i++) {
      const char = text[i];
      if (char === '[') {
        this.depth++;
        if (
          text[i + 1] !== '^' &&
          !aside.test(text.slice(i, i + 200)) &&
          !/^\[\s*(?:\d|\.|…|_|tbd|tbc|x+\b)/i.test(text.slice(i, i + 8))
        )
          any = true;
      } else if (char === ']' && this.depth > 0) this.depth--;
    }
    return any ? this.kind : 'agreed';
  }

  reset(): void {
    this.depth = 0;
  }
}
