import type { Range, Sentence, Token } from '#phrases';
import { wordSet } from '../scan.ts';

/** Words of the draft with the sentence they stand in: what every final clause is known by. */
export interface Place {
  readonly sentence: Sentence;
  readonly at: Range;
}

/** Nouns by which an instrument calls itself. */
export const instruments = wordSet(
  `treaty agreement convention protocol pact memorandum arrangement declaration accord instrument covenant understanding compact framework charter
   document guarantee guarantees act settlement undertaking concord entente statute`,
);

/** Nouns for those who consent. */
export const parties = wordSet(
  `signatories signatory states state guarantors guarantor parties party powers power governments government participants participant members member
   sides side countries country guaranteeing contracting beneficiary`,
);

const selfWords = new Set(['this', 'present', 'said']);
const another = new Set(['on', 'of', 'between', 'concerning', 'for', 'signed', 'dated']);

/** True where the words at `i` name the instrument itself: "this Treaty", "the present Convention", "the Treaty" (but not "the Treaty on …"). */
export function isSelfAt(tokens: readonly Token[], i: number): boolean {
  if (!instruments.has(tokens[i]!.word)) return false;
  for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
    const { word } = tokens[j]!;
    if (selfWords.has(word)) return true;
    if (word === 'the') return j === i - 1 && !(another.has(tokens[i + 1]?.word ?? '') && tokens[i + 2]?.capital === true);
    if (tokens[j]!.kind !== 'word') return false;
  }
  return false;
}

const parts = wordSet('chapter section subchapter act resolution law order letters notes guarantees assurances');
const promises = wordSet('obligations obligation duties commitments undertakings guarantee guarantees assurances');

/** True where the words at `i` name the text, a statute as it calls itself, or all that is owed under it: "its obligations", "these guarantees". */
export function isOwn(tokens: readonly Token[], i: number): boolean {
  if (isSelfAt(tokens, i)) return true;
  const before = tokens[i - 1]?.word ?? '';
  const { word } = tokens[i]!;
  return (
    (parts.has(word) && (before === 'this' || before === 'these' || before === 'present')) ||
    (promises.has(word) && /^(?:its|their|these|his|the|all|our)$/.test(before))
  );
}

/** First token in a range that names the instrument itself; -1 where none does. */
export function selfIn(tokens: readonly Token[], from: number, to: number): number {
  for (let i = Math.max(0, from); i < to && i < tokens.length; i++) if (isSelfAt(tokens, i)) return i;
  return -1;
}

/** Reads a pattern `a|b c|d ? e`: one token a word, `*` any one word, `~stem` a word that begins so, `c?` a word that may be missing. */
export type Pattern = readonly { readonly words: readonly string[]; readonly optional: boolean }[];

/** A pattern written as text. */
export function pattern(text: string): Pattern {
  return text
    .trim()
    .split(/\s+/)
    .map((part) => {
      const optional = part.endsWith('?');
      return { words: (optional ? part.slice(0, -1) : part).split('|'), optional };
    });
}

/** Several patterns, one a line. */
export function patterns(text: string): readonly Pattern[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(pattern);
}

function fits(word: string, part: Pattern[number]): boolean {
  for (const each of part.words) {
    if (each === '*' || each === word) return true;
    if (each.startsWith('~') && word.startsWith(each.slice(1))) return true;
  }
  return false;
}

/** End of the pattern when it begins at token `i`, else -1. */
export function matchAt(tokens: readonly Token[], i: number, wanted: Pattern, part = 0): number {
  let at = i;
  for (let p = part; p < wanted.length; p++) {
    const step = wanted[p]!;
    const token = tokens[at];
    if (token && fits(token.word, step)) {
      at++;
      continue;
    }
    if (!step.optional) return -1;
  }
  return at;
}

/** First place in the range where one of the patterns stands. */
export function find(tokens: readonly Token[], list: readonly Pattern[], from = 0, to = tokens.length): Range | null {
  for (let i = Math.max(0, from); i < to && i < tokens.length; i++) {
    for (const each of list) {
      const end = matchAt(tokens, i, each);
      if (end > i && end <= to) return { from: i, to: end };
    }
  }
  return null;
}

/** True where one of the words (or `~stems`) stands in the range. */
export function has(tokens: readonly Token[], words: Pattern[number], range: Range): boolean {
  for (let i = Math.max(0, range.from); i < range.to && i < tokens.length; i++) if (fits(tokens[i]!.word, words)) return true;
  return false;
}

/** A word class for `has`, written `a|b|~stem`. */
export function wordsOf(text: string): Pattern[number] {
  return { words: text.trim().split(/[|\s]+/), optional: false };
}

/** Where the piece of a sentence that holds token `i` begins and ends: semicolons part pieces. */
export function pieceOf(tokens: readonly Token[], i: number): Range {
  let from = i;
  while (from > 0 && tokens[from - 1]!.word !== ';') from--;
  let to = i;
  while (to < tokens.length && tokens[to]!.word !== ';') to++;
  return { from, to };
}
