import { type Ending, type LexiconNode, type LexiconSet, openRoot, rootFor } from './lexicon-set.ts';
import { mayOpen, slotEnds } from './lexicon-slots.ts';
import type { Hit, Range, Token } from './types.ts';

export { compileLexicons, type LexiconFile, type LexiconSet, openLexicons } from './lexicon-set.ts';

interface Found {
  readonly ending: Ending;
  /** Token end, exclusive. */
  readonly to: number;
  readonly slot: Range | null;
}

/** Walks the tries from one token; keeps the longest entry of each lexicon. */
class Walk {
  /** At most one for each lexicon. */
  best: Found[] = [];
  private readonly tokens: readonly Token[];
  /** The tokens as the entries see them: hyphenated words in their parts. */
  readonly words: string[] = [];
  /** Token of a part; one more at the end: the number of tokens. */
  private readonly token: number[] = [];
  /** First part of a token; one more at the end: the number of parts. */
  readonly first: number[] = [];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    for (let i = 0; i < tokens.length; i++) {
      const { parts } = tokens[i]!.lexeme;
      this.first.push(this.words.length);
      for (const part of parts) {
        this.words.push(part);
        this.token.push(i);
      }
    }
    this.first.push(this.words.length);
    this.token.push(tokens.length);
  }

  from(node: LexiconNode, part: number, slot: Range | null): void {
    const index = this.token[part]!;
    // An entry neither begins nor ends within a token: "military" is not in "non-military".
    const atBorder = this.first[index] === part;
    if (atBorder && node.endings.length > 0) this.accept(node, index, slot);
    const nexts = part < this.words.length ? node.words.get(this.words[part]!) : undefined;
    if (nexts !== undefined) for (const next of nexts) this.from(next, part + 1, slot);
    if (!atBorder || part >= this.words.length) return;
    for (const { kind, next } of node.slots) {
      for (const to of slotEnds(kind, this.tokens, index, false))
        this.pass(next, this.first[to]!, kind === 'number' ? slot : (slot ?? { from: index, to }));
      if (next.endings.length === 0) continue;
      for (const to of slotEnds(kind, this.tokens, index, true))
        this.accept(next, to, kind === 'number' ? slot : (slot ?? { from: index, to }));
    }
  }

  /** Goes on behind a slot; an entry that ends with its slot is for `accept` alone. */
  private pass(node: LexiconNode, part: number, slot: Range | null): void {
    const word = this.words[part];
    const nexts = word === undefined ? undefined : node.words.get(word);
    if (nexts !== undefined) for (const next of nexts) this.from(next, part + 1, slot);
    const index = this.token[part]!;
    for (const { kind, next } of node.slots) {
      for (const to of slotEnds(kind, this.tokens, index, false)) this.pass(next, this.first[to]!, slot);
      for (const to of slotEnds(kind, this.tokens, index, true)) this.accept(next, to, slot);
    }
  }

  private accept(node: LexiconNode, to: number, slot: Range | null): void {
    for (const ending of node.endings) {
      const n = this.best.findIndex((each) => each.ending.lexicon === ending.lexicon);
      const known = this.best[n];
      if (!known) this.best.push({ ending, to, slot });
      else if (to > known.to || (to === known.to && ending.order < known.ending.order)) this.best[n] = { ending, to, slot };
    }
  }
}

/**
 * Finds the entries of all lexicons in a sentence, in one pass: at each token the longest entry of each lexicon. Hyphen and space are one
 * ("case-by-case"), as are British and American spelling. A hit that lies wholly within an earlier one of the same lexicon is left out:
 * "use of force" says nothing new in "threat or use of force".
 *
 * @returns hits in token indices, by `from`, then by lexicon. Linear in the tokens: an entry has a bounded length.
 */
export function matchLexicons(set: LexiconSet, tokens: readonly Token[]): Hit[] {
  const walk = new Walk(tokens);
  const hits: Hit[] = [];
  const covered = new Array<number>(set.ids.length).fill(0);
  const open = openRoot(set);
  for (let from = 0; from < tokens.length; from++) {
    const part = walk.first[from]!;
    const word = walk.words[part]!;
    const root = rootFor(set, word);
    const slotted = open !== null && (open.words.has(word) || open.slots.some(({ kind }) => mayOpen(kind, tokens[from]!)));
    if (root === null && !slotted) continue;
    if (root !== null) walk.from(root, part, null);
    if (slotted) walk.from(open, part, null);
    if (walk.best.length === 0) continue;
    for (const { ending, to, slot } of walk.best.sort((one, other) => one.ending.lexicon - other.ending.lexicon)) {
      const { lexicon, entry, tag } = ending;
      if (to <= covered[lexicon]!) continue;
      covered[lexicon] = to;
      hits.push({ from, to, lexicon: set.ids[lexicon]!, entry, tag, slot });
    }
    walk.best = [];
  }
  return hits;
}
