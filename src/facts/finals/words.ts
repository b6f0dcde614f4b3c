import { mayHave, type Range, type Sentence, type Token, WordSet } from '#phrases';
import { lazily } from '../lazily.ts';
import { weightOf, wordSet } from '../scan.ts';

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

/** One token of a pattern. */
interface Step {
  readonly words: WordSet;
  /** Beginnings of words, written `~stem`. */
  readonly stems: readonly string[];
  /** `*`: any word. */
  readonly any: boolean;
  readonly optional: boolean;
}

/** A pattern `a|b c|d ? e`: one token a word, `*` any one word, `~stem` a word that begins so, `c?` a word that may be missing. */
export type Pattern = readonly Step[];

/** Several patterns, tried in their order at each place. */
export interface Patterns {
  readonly list: readonly Pattern[];
  /** First word → the patterns that may begin with it, in order. */
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>;
  /** Those that may begin with any word: all there is for a word that is not in `byFirst`. */
  readonly open: readonly Pattern[];
  /** Telling words, one step of each pattern; null where a pattern has none. */
  readonly telling: WordSet | null;
}

function step(text: string): Step {
  const optional = text.length > 1 && text.endsWith('?');
  const words = (optional ? text.slice(0, -1) : text).split('|');
  return {
    words: wordSet(words.filter((word) => word !== '*' && !word.startsWith('~')).join(' ')),
    stems: words.filter((word) => word.startsWith('~')).map((word) => word.slice(1)),
    any: words.includes('*'),
    optional,
  };
}

const isListed = (each: Step): boolean => !each.any && each.stems.length === 0;

/** Several patterns, one a line. */
export function patterns(text: string): Patterns {
  return together(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => line.split(/\s+/).map(step)),
  );
}

/** Patterns of another list, looked for together. Sorted by their first words when first looked for. */
export function together(list: readonly Pattern[]): Patterns {
  const telling = list.map(tellingStep);
  return lazily<Patterns>(
    { byFirst: () => sortByFirst(list), open: () => list.filter((each) => firstWords(each) === null) },
    { list, telling: telling.includes(null) ? null : new WordSet(telling.flatMap((each) => [...(each as Step).words])) },
  );
}

function sortByFirst(list: readonly Pattern[]): Map<string, Pattern[]> {
  const byFirst = new Map<string, Pattern[]>();
  const firsts = list.map(firstWords);
  for (const words of firsts) for (const word of words ?? []) byFirst.set(word, []);
  for (const [n, each] of list.entries())
    for (const [word, row] of byFirst) if (!firsts[n] || firsts[n].has(word)) row.push(each);
  return byFirst;
}

/** Words a pattern may begin with; null where a stem or any word may begin it. */
function firstWords(wanted: Pattern): Set<string> | null {
  const words = new Set<string>();
  for (const each of wanted) {
    if (!isListed(each)) return null;
    for (const word of each.words) words.add(word);
    if (!each.optional) break;
  }
  return words;
}

/** The step that fewest sentences can fill; null where every step is optional or open. */
function tellingStep(wanted: Pattern): Step | null {
  let best: Step | null = null;
  let most = -1;
  for (const each of wanted) {
    if (each.optional || !isListed(each)) continue;
    const least = Math.min(...[...each.words].map(weightOf));
    if (least > most) {
      best = each;
      most = least;
    }
  }
  return best;
}

function fits(word: string, part: Step): boolean {
  if (part.any || part.words.has(word)) return true;
  for (const stem of part.stems) if (word.startsWith(stem)) return true;
  return false;
}

/** End of the pattern when it begins at token `i`, else -1. */
export function matchAt(tokens: readonly Token[], i: number, wanted: Pattern): number {
  let at = i;
  for (const each of wanted) {
    const token = tokens[at];
    if (token && fits(token.word, each)) {
      at++;
      continue;
    }
    if (!each.optional) return -1;
  }
  return at;
}

/** The farthest end of those patterns that begin at token `i`; -1 where none does. */
export function longestAt(tokens: readonly Token[], i: number, list: Patterns): number {
  if (list.telling !== null && !mayHave(tokens, list.telling)) return -1;
  let end = -1;
  for (const each of list.byFirst.get(tokens[i]!.word) ?? list.open) end = Math.max(end, matchAt(tokens, i, each));
  return end;
}

/** First place in the range where one of the patterns stands. */
export function find(tokens: readonly Token[], list: Patterns, from = 0, to = tokens.length): Range | null {
  if (list.telling !== null && !mayHave(tokens, list.telling)) return null;
  const limit = Math.min(to, tokens.length);
  for (let i = Math.max(0, from); i < limit; i++) {
    const some = list.byFirst.get(tokens[i]!.word) ?? list.open;
    for (const each of some) {
      const end = matchAt(tokens, i, each);
      if (end > i && end <= to) return { from: i, to: end };
    }
  }
  return null;
}

/** True where one of the words (or `~stems`) stands in the range. */
export function has(tokens: readonly Token[], words: Step, range: Range): boolean {
  const limit = Math.min(range.to, tokens.length);
  const from = Math.max(0, range.from);
  if (limit <= from || (words.stems.length === 0 && !words.any && !mayHave(tokens, words.words))) return false;
  for (let i = from; i < limit; i++) if (fits(tokens[i]!.word, words)) return true;
  return false;
}

const classes = new Map<string, Step>();

/** A word class for `has`, written `a|b|~stem`; the same text gives the same class. */
export function wordsOf(text: string): Step {
  let known = classes.get(text);
  if (!known) {
    known = {
      ...step(
        text
          .trim()
          .split(/[|\s]+/)
          .join('|'),
      ),
      optional: false,
    };
    classes.set(text, known);
  }
  return known;
}

/** Where the piece of a sentence that holds token `i` begins and ends: semicolons part pieces. */
export function pieceOf(tokens: readonly Token[], i: number): Range {
  let from = i;
  while (from > 0 && tokens[from - 1]!.word !== ';') from--;
  let to = i;
  while (to < tokens.length && tokens[to]!.word !== ';') to++;
  return { from, to };
}
