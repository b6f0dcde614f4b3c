import { mayHave, type Range, type Token, WordSet, wordSet } from '#phrases';
import { lazily } from './lazily.ts';

export { wordSet };

/** Word sequences by their first word, so that one walk over a clause tries them all. Spelled out when first looked for. */
export interface Sequences {
  /** Where a sentence has none of these words, it has none of the sequences. */
  readonly telling: ReadonlySet<string>;
  /** First word → sequences, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Reads a list of sequences written one to a line (or between bars), `(a|b)` alternatives of one word, longest first for each first word. */
export function sequences(list: string): Sequences {
  const lines = list
    .split('\n')
    .map((line) => line.trim().split(/\s+/).filter(Boolean))
    .filter((words) => words.length > 0);
  return lazily<Sequences>({ byFirst: () => spellAll(lines) }, { telling: new WordSet(lines.flatMap(tellingOf)) });
}

function spellAll(lines: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const byFirst = new Map<string, string[][]>();
  for (const words of lines) {
    for (const spelled of spell(words)) {
      const row = byFirst.get(spelled[0]!);
      if (row) row.push(spelled);
      else byFirst.set(spelled[0]!, [spelled]);
    }
  }
  for (const each of byFirst.values()) each.sort((a, b) => b.length - a.length);
  return byFirst;
}

const common = new Set(
  `the of and to in by a for on with or at from under as is are be been shall will may this that its it their his any all each no not which
  have has such between within after upon out into than so an party parties state states treaty agreement article`.split(/\s+/),
);

/** The word of a line, with its alternatives, that fewest sentences have: a long one, and none of the commonest. */
function tellingOf(words: readonly string[]): readonly string[] {
  let best: readonly string[] = [];
  let most = -1;
  for (const word of words) {
    const choices = choicesOf(word);
    const least = Math.min(...choices.map(weightOf));
    if (choices.includes('') || least <= most) continue;
    best = choices;
    most = least;
  }
  // Where every word may be missing, one of them is there all the same.
  return best.length > 0 ? best : words.flatMap(choicesOf).filter(Boolean);
}

function choicesOf(word: string): readonly string[] {
  return word.startsWith('(') ? word.slice(1, -1).split('|') : [word];
}

/** How telling a word is: none of the commonest, the longer the better. */
export function weightOf(word: string): number {
  return common.has(word) ? 0 : word.length;
}

/** All readings of a line with alternatives. */
function spell(words: readonly string[]): string[][] {
  let all: string[][] = [[]];
  for (const word of words) {
    const choices = choicesOf(word);
    all = all.flatMap((head) => choices.map((choice) => (choice === '' ? head : [...head, choice])));
  }
  return all;
}

/** The first place in a range where one of the sequences stands; null where none does. */
export function findSequence(tokens: readonly Token[], range: Range, list: Sequences): Range | null {
  if (!mayHave(tokens, list.telling)) return null;
  const { byFirst } = list;
  const end = Math.min(range.to, tokens.length);
  for (let i = Math.max(0, range.from); i < end; i++) {
    const some = byFirst.get(tokens[i]!.word);
    if (some === undefined) continue;
    for (const words of some) {
      if (i + words.length > end) continue;
      let n = 1;
      while (n < words.length && tokens[i + n]!.word === words[n]) n++;
      if (n === words.length) return { from: i, to: i + n };
    }
  }
  return null;
}

/** The first token in a range that is one of the words; -1 where none is. */
export function findWord(tokens: readonly Token[], range: Range, words: ReadonlySet<string>): number {
  const end = Math.min(range.to, tokens.length);
  const from = Math.max(0, range.from);
  if (end <= from || !mayHave(tokens, words)) return -1;
  for (let i = from; i < end; i++) if (words.has(tokens[i]!.word)) return i;
  return -1;
}
