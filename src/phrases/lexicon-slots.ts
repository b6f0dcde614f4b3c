import type { SlotKind } from './lexicon-entry.ts';
import { askOnce } from './tokens.ts';
import type { Token } from './types.ts';

/** Longest actor in tokens: "the Government of the Kingdom concerned". */
const MOST_WORDS = 6;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const personal = setOf('it they he she we you');
/** What may stand right behind a pronoun and still be the judge: "they jointly", "it alone". */
const companions = setOf(
  'alone itself themselves himself herself each all both jointly together individually severally collectively',
);
const possessive = setOf('its their our his her your');
/** Determiners that are an actor by themselves: "as each may decide". */
const standing = setOf('each either any all both every one none some neither');
const determiners = setOf('the a an that this those these such said another no');
const nowhere: readonly number[] = [];
const joining = setOf('of for and or');
/** Words that no actor holds: verbs of every clause, prepositions, relatives. */
const stops = setOf(
  `shall will may must can cannot should would could might is are was were be been being has have had do does did not nor
  in on at to by with from under within without after before upon until against into through during between among as if when whenever where
  wherever unless while than which who whom whose what whether because since so but per via then there here
  deem deems deemed consider considers considered judge judges judged think thinks decide decides decided determine determines determined`,
);

function isApostrophe(token: Token | undefined): boolean {
  return token !== undefined && (token.word === "'s" || token.word === '’s' || token.word === "'" || token.word === '’');
}

function canContinue(token: Token): boolean {
  return token.kind === 'word' && !stops.has(token.word) && !token.word.endsWith('ly');
}

/** A noun phrase may end behind this word. */
function canEnd(word: string): boolean {
  return !joining.has(word) && !determiners.has(word) && !possessive.has(word) && word !== 'own';
}

/** Token ends an actor that begins at `from` may have, shortest first. */
function actorEnds(tokens: readonly Token[], from: number): number[] {
  const first = tokens[from];
  if (first?.kind !== 'word') return [];
  if (personal.has(first.word)) {
    const next = tokens[from + 1];
    return next && companions.has(next.word) ? [from + 1, from + 2] : [from + 1];
  }
  const opens = standing.has(first.word) || determiners.has(first.word) || possessive.has(first.word) || first.capital;
  if (!opens || stops.has(first.word)) return [];
  const ends: number[] = standing.has(first.word) || (first.capital && canEnd(first.word)) ? [from + 1] : [];
  for (let i = from + 1; i < tokens.length && i < from + MOST_WORDS; i++) {
    const token = tokens[i]!;
    if (!canContinue(token)) break;
    if (token.word !== "'s" && token.word !== '’s' && canEnd(token.word)) ends.push(i + 1);
  }
  return ends;
}

/** The one end of an actor behind which the entry ends too: its capital words, else a determiner with at most two words. */
function lastActorEnd(tokens: readonly Token[], from: number): number[] {
  const ends = actorEnds(tokens, from);
  const first = tokens[from];
  if (!first || ends.length === 0) return [];
  if (personal.has(first.word)) return [ends.at(-1)!];
  let capitals = -1;
  for (let i = from; i < (ends.at(-1) as number); i++) {
    const { capital, word } = tokens[i]!;
    if (capital) capitals = i + 1;
    else if (capitals >= 0 && !joining.has(word) && !determiners.has(word)) break;
  }
  if (capitals > from + 1 || (capitals > 0 && canEnd(first.word) && !standing.has(first.word))) return [capitals];
  return [ends.filter((end) => end <= from + 3).at(-1) ?? (ends[0] as number)];
}

/** Ends of a possessive: "its", "that Party's", "the Guarantors'". */
function ownEnds(tokens: readonly Token[], from: number): number[] {
  const first = tokens[from];
  if (first?.kind !== 'word') return [];
  const ends = possessive.has(first.word) ? [from + 1] : [];
  for (const end of actorEnds(tokens, from)) {
    if (isApostrophe(tokens[end])) ends.push(end + 1);
  }
  return ends;
}

const spelled = setOf(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
  forty fifty sixty seventy eighty ninety hundred thousand`,
);

function isNumber(token: Token | undefined): boolean {
  return token !== undefined && numeral(token);
}

const numeral = askOnce(({ kind, word }) => kind === 'number' || word.split('-').every((part) => spelled.has(part)));
const opensActor = askOnce(
  ({ kind, word, capital }) =>
    kind === 'word' &&
    (personal.has(word) ||
      ((standing.has(word) || determiners.has(word) || possessive.has(word) || capital) && !stops.has(word))),
);
const owns = askOnce(({ kind, word }) => kind === 'word' && possessive.has(word));

/** False where no slot of the kind can begin at the token. */
export function mayOpen(kind: SlotKind, token: Token): boolean {
  if (kind === 'number') return numeral(token);
  return opensActor(token) || (kind === 'own' && owns(token));
}

/** Ends of a number: "24", "twenty-four", "twenty-four (24)". */
function numberEnds(tokens: readonly Token[], from: number): number[] {
  let to = from;
  while (to < from + 4 && isNumber(tokens[to])) to++;
  if (to === from) return [];
  if (tokens[to]?.word === '(' && tokens[to + 1]?.kind === 'number' && tokens[to + 2]?.word === ')') to += 3;
  return [to];
}

/**
 * Where a slot that begins at a token may end.
 *
 * @param last the entry ends with the slot: then there is at most one end, the most natural one.
 * @returns ends as token indices, exclusive, ascending; empty where the slot cannot begin here.
 */
export function slotEnds(kind: SlotKind, tokens: readonly Token[], from: number, last: boolean): readonly number[] {
  const first = tokens[from];
  if (first === undefined || !mayOpen(kind, first)) return nowhere;
  if (kind === 'number') return numberEnds(tokens, from);
  if (kind === 'own') return ownEnds(tokens, from);
  return last ? lastActorEnd(tokens, from) : actorEnds(tokens, from);
}
