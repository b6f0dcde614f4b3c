import { readDate } from './dates.ts';
import type { ClockStart, Range, Token } from './types.ts';

/** The start of a period. */
export interface ClockRead {
  readonly clock: ClockStart;
  readonly at: Range | null;
  /** Token after the words of the start, or after the period where no start is named. */
  readonly to: number;
  /** The period runs backwards: "42 days before the exercise". */
  readonly before: boolean;
}

/** Words that bring in a start, longest first. */
const leads: readonly (readonly string[])[] = [
  ['with', 'effect', 'from'],
  ['next', 'following'],
  ['prior', 'to'],
  ['in', 'advance', 'of'],
  ['ahead', 'of'],
  ['as', 'from'],
  ['as', 'of'],
  ['starting', 'from'],
  ['starting', 'on'],
  ['starting', 'with'],
  ['starting', 'at'],
  ['counting', 'from'],
  ['counted', 'from'],
  ['counted', 'as', 'from'],
  ['reckoned', 'from'],
  ['calculated', 'from'],
  ['computed', 'from'],
  ['measured', 'from'],
  ['running', 'from'],
  ['beginning', 'on'],
  ['beginning', 'with'],
  ['beginning', 'from'],
  ['beginning', 'at'],
  ['commencing', 'on'],
  ['commencing', 'from'],
  ['commencing', 'with'],
  ['dating', 'from'],
  ['subsequent', 'to'],
  ['of'],
  ['after'],
  ['from'],
  ['following'],
  ['since'],
  ['before'],
  ['succeeding'],
  ['upon'],
];
const backwards = new Set(['prior', 'in', 'ahead', 'before']);
const participles = /^(?:starting|counting|counted|reckoned|calculated|computed|measured|running|beginning|commencing|dating)$/;
const sure: ReadonlySet<ClockStart> = new Set(['trigger-time', 'notice', 'request', 'finding', 'entry-into-force']);
const anaphors = new Set([
  'thereafter',
  'thereof',
  'thereupon',
  'therefrom',
  'later',
  'afterwards',
  'hence',
  'hereof',
  'hereafter',
]);

const classes = new Map<string, ClockStart>();
const fill = (clock: ClockStart, list: string): void => {
  for (const word of list.split(/\s+/)) classes.set(word, clock);
};
fill(
  'attack',
  'attack attacks attacked aggression invasion incursion hostilities violation violations breach breaches infringement assault strike',
);
fill('trigger-time', 'trigger h-hour d-day triggering');
fill(
  'notice',
  `notice notices notified notifies notify notification notifications notifying communication communicated informed informing alert
  alerted report reported reports reporting`,
);
fill(
  'request',
  'request requests requested requesting call calls appeal application invocation invoked invokes demand demands demanded asks asked',
);
fill(
  'finding',
  `finding findings finds found determination determined determines determining attribution attributed attributes verification
  verified verifies confirmation confirmed confirms certification certified ascertained pronounced pronounces pronouncement ruling ruled`,
);
fill(
  'decision',
  `decision decisions decides decided deciding vote voted authorisation authorization authorised authorized approval approved
  approves resolution`,
);
fill('meeting', 'meeting meets met convening convened convenes consultation consultations consulting session conference summit');
fill('signature', 'signature signing signed signs signatures');
fill('deposit', 'deposit deposited deposits depositing');
fill('ceasefire', 'ceasefire cease-fire armistice truce');

const borders = new Set(
  `shall will may must should would can could unless if but until till while where when provided which that whichever whose
  whereupon in-order to take takes become becomes cease ceases`.split(/\s+/),
);
const marksEnd = /^[,;:.()"[\]—–?!]$/;
const determiners = new Set(
  'each every the a an all any that its their both no neither either this these those such it they he she'.split(' '),
);
const prepositions = new Set(
  `of by from to after in under with at for on between upon following since within against through into during over
  before and or as`.split(/\s+/),
);
const pronouns = new Set(['it', 'they', 'he', 'she', 'we']);
/** Before a pronoun these open a clause of the start's own: "the date on which it receives". */
const subjects = new Set(['which', 'when', 'that', 'after', 'moment', 'time']);
const ends = new Set('end cessation termination conclusion completion halt'.split(' '));

/**
 * Reads the start of a period that ends before token `at` (catalogue A.7): "after the Trigger Time", "of receipt of the request",
 * "thereafter". Takes the tokens of a sentence, the index, and whether a bare "of" may bring a start in. A start ends at a mark, a modal
 * or a conjunction; of "the earlier of" two the first counts (decision 58), two different ones without it are ambiguous.
 */
export function readClock(tokens: readonly Token[], at: number, ofAllowed = true): ClockRead {
  const none: ClockRead = { clock: 'none', at: null, to: at, before: false };
  let i = at;
  if (tokens[i]?.word === ',' && participles.test(tokens[i + 1]?.word ?? '')) i++;
  // "within 72 hours, after the Trigger Time": a comma before a start that is one beyond doubt.
  if (
    tokens[i]?.word === ',' &&
    /^(?:after|from|following)$/.test(tokens[i + 1]?.word ?? '') &&
    sure.has(startWords(tokens, i + 2).clock)
  )
    i++;
  if (/^(?:to|and)$/.test(tokens[i]?.word ?? '') && tokens[i + 1]?.word === 'be') i += 2;
  if (/^(?:has|have)$/.test(tokens[i]?.word ?? '') && /^(?:elapsed|passed|expired|lapsed)$/.test(tokens[i + 1]?.word ?? ''))
    i += 2;
  const { word = '' } = tokens[i] ?? {};
  if (anaphors.has(word)) return { clock: 'event', at: { from: i, to: i + 1 }, to: i + 1, before: false };
  if (word === 'in' && tokens[i + 1]?.word === 'advance' && tokens[i + 2]?.word !== 'of')
    return { clock: 'event', at: { from: i, to: i + 2 }, to: i + 2, before: true };
  const lead = leads.find((list) => list.every((part, n) => tokens[i + n]?.word === part));
  if (!lead || (lead[0] === 'of' && !ofAllowed)) return none;
  const from = i + lead.length;
  const start = startWords(tokens, from);
  if (start.to <= from) return none;
  return { clock: start.clock, at: { from, to: start.to }, to: start.to, before: backwards.has(lead[0]!) };
}

/** The words of a start from `from`, and what they name. */
export function startWords(tokens: readonly Token[], from: number): { readonly clock: ClockStart; readonly to: number } {
  const date = readDate(tokens, from);
  if (date) return { clock: 'date', to: date.to };
  if (/^which$/.test(tokens[from]?.word ?? '')) return { clock: 'none', to: from };
  const choice =
    /^(?:the|whichever)$/.test(tokens[from]?.word ?? '') &&
    /^(?:earlier|later|earliest|latest|first|sooner)$/.test(tokens[from + 1]?.word ?? '') &&
    tokens[from + 2]?.word === 'of';
  let to = from;
  let second = -1;
  const limit = Math.min(tokens.length, from + 30);
  for (; to < limit; to++) {
    const token = tokens[to]!;
    if (to > from && token.kind === 'mark' && marksEnd.test(token.word)) break;
    if (token.word === 'date' || token.word === 'day' || token.word === 'moment' || token.word === 'time') {
      // "the date on which the notice was received", "the moment when …" belong to the start.
      const next = tokens[to + 1]?.word ?? '';
      if (/^(?:when|that)$/.test(next)) to += 1;
      else if (/^(?:on|at|of|upon)$/.test(next) && tokens[to + 2]?.word === 'which') to += 2;
      continue;
    }
    if (
      to > from &&
      tokens[to + 1]?.kind === 'word' &&
      pronouns.has(token.word) &&
      !subjects.has(tokens[to - 1]!.word) &&
      !prepositions.has(tokens[to - 1]!.word)
    )
      break;
    if (token.word === 'and' && choice) continue;
    if (token.word === 'or' || (token.word === 'and' && tokens[to + 1]?.word === '/')) {
      if (second < 0 && to > from) {
        second = to + 1;
        continue;
      }
      break;
    }
    if (token.word === 'to' && !/^(?:the|that|its|each|a|an)$/.test(tokens[to + 1]?.word ?? '')) break;
    if (token.word === 'that' && to === from && pointsBack(tokens[to + 1]?.word ?? '')) continue;
    if (
      token.word === 'and' ||
      (token.word !== 'to' && borders.has(token.word) && !(token.word === 'may' && token.capital && to > from))
    )
      break;
    if (token.word === 'in' && tokens[to + 1]?.word === 'accordance') break;
    if (
      token.word === 'pursuant' ||
      token.word === 'whereas' ||
      token.word === 'within' ||
      (token.word === 'at' && tokens[to + 1]?.word === 'the' && tokens[to + 2]?.word === 'latest')
    )
      break;
  }
  if (isModal(tokens[to]?.word ?? '')) to = beforeSubject(tokens, from, to);
  if (second < 0 || choice) return { clock: classify(tokens, from, to), to };
  const one = classify(tokens, from, second - 1);
  const other = second < to ? classify(tokens, second, to) : 'event';
  const settled = earlierFollows(tokens, to) || tokens[from]?.word === 'either';
  if (one === other || other === 'event') return { clock: one, to: second - 1 };
  if (one === 'event' && !anyAnaphor(tokens, from)) return { clock: settled ? 'event' : 'ambiguous', to };
  return { clock: settled ? one : 'ambiguous', to };
}

/** "after that statement", "of that hour": the pronoun stands before the noun it points with. */
function pointsBack(word: string): boolean {
  return (
    classes.has(word) ||
    /^(?:statement|declaration|date|day|hour|moment|time|receipt|event|beginning|outbreak|report)$/.test(word)
  );
}

function anyAnaphor(tokens: readonly Token[], from: number): boolean {
  return anaphors.has(tokens[from]?.word ?? '');
}

function isModal(word: string): boolean {
  return /^(?:shall|will|may|must|should|would|can|could)$/.test(word);
}

/** "… of a request each Guarantor shall": the subject of the modal is no part of the start. */
function beforeSubject(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i > from; i--) {
    const { word, capital } = tokens[i]!;
    const prior = tokens[i - 1]!;
    if (determiners.has(word) && !prepositions.has(prior.word)) return i;
    const opensName =
      capital && !prior.capital && !prepositions.has(prior.word) && !determiners.has(prior.word) && prior.kind === 'word';
    if (opensName && prior.word !== "'s") return i;
  }
  return to;
}

/** "…, whichever is earlier". */
function earlierFollows(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < Math.min(at + 8, tokens.length); i++) {
    if (tokens[i]!.word === 'whichever') return true;
    if (tokens[i]!.word === ';') return false;
  }
  return false;
}

/** What the words of a start name: the first word that tells decides, a date only where nothing else does. */
export function classify(tokens: readonly Token[], from: number, to: number): ClockStart {
  let weak: ClockStart = 'event';
  for (let i = from; i < to; i++) {
    const { word, capital, kind } = tokens[i]!;
    const next = i + 1 < to ? tokens[i + 1]! : null;
    if (/^(?:entry|entries|enters|entered|entering|comes|came|coming)$/.test(word) && next?.word === 'into')
      return 'entry-into-force';
    if (word === 'effective' && next?.word === 'date') return 'entry-into-force';
    if (capital && /^(?:h|d|t|zero|hour|day)$/.test(word) && (next === null || /^(?:hour|day|h|d)$/.test(next.word))) {
      if (word.length === 1 || (next !== null && (next.word.length === 1 || word === 'zero'))) return 'trigger-time';
    }
    // A defined moment: "the Activation Time", "the Response Hour".
    if (capital && next?.capital && /^(?:time|hour|moment)$/.test(next.word)) return 'trigger-time';
    if (ends.has(word) && next?.word === 'of') {
      const rest = classify(tokens, i + 2, to);
      return rest === 'attack' ? 'ceasefire' : rest === 'ceasefire' ? 'event' : rest;
    }
    const known = classes.get(word);
    if (known && !(word === 'call' && next?.word === 'of')) return known;
    if (kind === 'word' && word === 'established' && next?.word === 'that') return 'finding';
    if (word === 'use' && next?.word === 'of' && /^(?:force|armed|arms)$/.test(tokens[i + 2]?.word ?? '')) return 'attack';
    if (word === 'date' || readDate(tokens, i) !== null) weak = 'date';
  }
  return weak;
}
