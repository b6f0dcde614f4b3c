import type { Range, Token } from '#phrases';

/** Word sequences by their first word, so that one walk over a clause tries them all. */
export type Sequences = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Reads a list of sequences written one to a line (or between bars), `(a|b)` alternatives of one word, longest first for each first word. */
export function sequences(list: string): Sequences {
  const byFirst = new Map<string, string[][]>();
  for (const line of list.split('\n')) {
    const words = line.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) continue;
    for (const spelled of spell(words)) byFirst.set(spelled[0]!, [...(byFirst.get(spelled[0]!) ?? []), spelled]);
  }
  for (const each of byFirst.values()) each.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** All readings of a line with alternatives. */
function spell(words: readonly string[]): string[][] {
  let all: string[][] = [[]];
  for (const word of words) {
    const choices = word.startsWith('(') ? word.slice(1, -1).split('|') : [word];
    all = all.flatMap((head) => choices.map((choice) => (choice === '' ? head : [...head, choice])));
  }
  return all;
}

/** The first place in a range where one of the sequences stands; null where none does. */
export function findSequence(tokens: readonly Token[], range: Range, list: Sequences): Range | null {
  const end = Math.min(range.to, tokens.length);
  for (let i = Math.max(0, range.from); i < end; i++) {
    for (const words of list.get(tokens[i]!.word) ?? []) {
      if (i + words.length <= end && words.every((word, n) => tokens[i + n]!.word === word))
        return { from: i, to: i + words.length };
    }
  }
  return null;
}

/** The first token in a range that is one of the words; -1 where none is. */
export function findWord(tokens: readonly Token[], range: Range, words: ReadonlySet<string>): number {
  const end = Math.min(range.to, tokens.length);
  for (let i = Math.max(0, range.from); i < end; i++) if (words.has(tokens[i]!.word)) return i;
  return -1;
}

/** A set of words written as one text. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
