import { splitWord } from './lexicon-entry.ts';
import { type Ending, type LexiconNode, type LexiconSet, rootsFor } from './lexicon-set.ts';
import { slotEnds } from './lexicon-slots.ts';
import type { Hit, Range, Token } from './types.ts';

export { compileLexicons, type LexiconFile, type LexiconSet, openLexicons } from './lexicon-set.ts';

/** The tokens as the entries see them: hyphenated words in their parts. */
interface Parts {
  readonly words: string[];
  /** Token of a part; one more at the end: the number of tokens. */
  readonly token: number[];
  /** First part of a token; one more at the end: the number of parts. */
  readonly first: number[];
}

function partsOf(tokens: readonly Token[]): Parts {
  const words: string[] = [];
  const token: number[] = [];
  const first: number[] = [];
  for (const [index, one] of tokens.entries()) {
    first.push(words.length);
    for (const word of splitWord(one.word)) {
      words.push(word);
      token.push(index);
    }
  }
  first.push(words.length);
  token.push(tokens.length);
  return { words, token, first };
}

interface Found {
  readonly ending: Ending;
  /** Token end, exclusive. */
  readonly to: number;
  readonly slot: Range | null;
}

/** Walks the trie from one token; keeps the longest entry of each lexicon. */
class Walk {
  readonly best = new Map<number, Found>();
  private readonly tokens: readonly Token[];
  private readonly parts: Parts;

  constructor(tokens: readonly Token[], parts: Parts) {
    this.tokens = tokens;
    this.parts = parts;
  }

  from(node: LexiconNode, part: number, slot: Range | null): void {
    const { words, token, first } = this.parts;
    const index = token[part]!;
    // An entry neither begins nor ends within a token: "military" is not in "non-military".
    const atBorder = first[index] === part;
    if (atBorder) this.accept(node, index, slot);
    const nexts = part < words.length ? node.words.get(words[part]!) : undefined;
    if (nexts) for (const next of nexts) this.from(next, part + 1, slot);
    if (!atBorder || part >= words.length) return;
    for (const { kind, next } of node.slots) {
      const filled = (to: number): Range | null => (kind === 'number' ? slot : (slot ?? { from: index, to }));
      for (const to of slotEnds(kind, this.tokens, index, false)) this.pass(next, first[to]!, filled(to));
      for (const to of slotEnds(kind, this.tokens, index, true)) this.accept(next, to, filled(to));
    }
  }

  /** Goes on behind a slot; an entry that ends with its slot is for `accept` alone. */
  private pass(node: LexiconNode, part: number, slot: Range | null): void {
    const nexts = this.parts.words[part] === undefined ? undefined : node.words.get(this.parts.words[part]);
    if (nexts) for (const next of nexts) this.from(next, part + 1, slot);
    const index = this.parts.token[part]!;
    for (const { kind, next } of node.slots) {
      for (const to of slotEnds(kind, this.tokens, index, false)) this.pass(next, this.parts.first[to]!, slot);
      for (const to of slotEnds(kind, this.tokens, index, true)) this.accept(next, to, slot);
    }
  }

  private accept(node: LexiconNode, to: number, slot: Range | null): void {
    for (const ending of node.endings) {
      const known = this.best.get(ending.lexicon);
      if (!known || to > known.to || (to === known.to && ending.order < known.ending.order)) {
        this.best.set(ending.lexicon, { ending, to, slot });
      }
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
  const parts = partsOf(tokens);
  const hits: Hit[] = [];
  const covered = new Array<number>(set.ids.length).fill(0);
  for (let from = 0; from < tokens.length; from++) {
    const part = parts.first[from]!;
    const roots = rootsFor(set, parts.words[part]!);
    if (roots.length === 0) continue;
    const walk = new Walk(tokens, parts);
    for (const root of roots) walk.from(root, part, null);
    for (const [lexicon, { ending, to, slot }] of [...walk.best].sort(([one], [other]) => one - other)) {
      if (to <= covered[lexicon]!) continue;
      covered[lexicon] = to;
      hits.push({ from, to, lexicon: set.ids[lexicon]!, entry: ending.entry, tag: ending.tag, slot });
    }
  }
  return hits;
}
