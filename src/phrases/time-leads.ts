import type { Token } from './types.ts';

/** What the words before a period say about it. */
export interface Lead {
  /** First token of those words; the period's own where there are none. */
  readonly from: number;
  readonly prep: 'within' | 'in' | 'by' | 'expiry' | 'for' | 'after' | 'notice' | 'period' | 'interval' | '';
  /** "not later than": a limit without any other preposition. */
  readonly later: boolean;
  readonly floor: boolean;
  readonly ceil: boolean;
  readonly outer: boolean;
  /** "the last five years": not a period to come. */
  readonly past: boolean;
}

type Effect = Partial<Omit<Lead, 'from'>> & { readonly last?: boolean };
type Entry = readonly [words: readonly string[], effect: Effect];

const floor: Effect = { floor: true };
const ceil: Effect = { ceil: true };
const entries: readonly Entry[] = [
  ...each(
    'at least|at the least|not less than|no less than|not fewer than|no fewer than|a minimum of|minimum of|a minimum|minimum',
    floor,
  ),
  ...each('not earlier than|no earlier than|no sooner than|not sooner than|not before', { floor: true, later: true }),
  ...each(
    'not more than|no more than|not longer than|no longer than|at most|at the most|up to|a maximum of|maximum of|a maximum',
    ceil,
  ),
  ...each('not exceeding|not to exceed|not exceed|less than|fewer than|not beyond|maximum', ceil),
  ...each('not later than|no later than|not later then|no later then|earlier than', { ceil: true, later: true }),
  ...each(
    'the|next|following|coming|ensuing|subsequent|first|further|additional|a further|an additional|another|initial|about|approximately|any|only|total',
    {},
  ),
  ...each('an initial|an|a|each of the|minimum initial|renewable|successive|consecutive|single|some|this', {}),
  ...each('last|past|previous|preceding', { past: true }),
  ...each('period of|term of|duration of|period|space of|span of|window of|interval of|periods of|terms of|tenure of', {
    prep: 'period',
  }),
  ...each('time-limit of|deadline of|time limit of|limit of|delay of|timeframe of', { later: true }),
  ...each('notice of|notice period of|period of notice of|notification of|notice in writing of|written notice of|notice of at', {
    prep: 'notice',
    last: true,
  }),
  ...each(
    'before the expiry of|before the expiration of|before expiry of|before the end of|before the lapse of|prior to the expiry of',
    { prep: 'expiry', last: true },
  ),
  ...each('prior to the expiration of|before expiration of|before the completion of', { prep: 'expiry', last: true }),
  ...each('after the expiry of|after the expiration of|upon the expiry of|upon expiry of|on the expiry of|on expiry of', {
    prep: 'after',
    last: true,
  }),
  ...each(
    'after the end of|at the end of|at the expiry of|after a lapse of|upon the expiration of|after expiry of|on the expiration of',
    { prep: 'after', last: true },
  ),
  ...each('after|once|until|till', { prep: 'after', last: true }),
  ...each('within|inside|in under|under', { prep: 'within', last: true }),
  ...each('in the course of|in the space of', { prep: 'in', last: true }),
  ...each('at intervals of|in intervals of|intervals of|at intervals', { prep: 'interval', last: true }),
  ...each('in', { prep: 'in', last: true }),
  ...each('by the end of|by the|by', { prep: 'by', last: true }),
  ...each('on or before|not later than the end of|no later than the end of', { prep: 'by', last: true }),
  ...each('on the', { last: true }),
  ...each('for|during|over|throughout|lasting|lasts', { prep: 'for', last: true }),
];

const outers = phrases('in any event|in any case|at the latest|at latest|in all cases|in all events|at all events|in every case');
const byLast = index(entries);
const outerByLast = index(outers.map((words) => [words, {}] as const));

/**
 * Reads the words before token `at` backwards: comparators ("not less than"), fillers ("a further period of"), the preposition, and the
 * words that make a limit final ("in any event"). Never goes before `floor`. At most eight groups of words, so linear.
 */
export function leftOf(tokens: readonly Token[], at: number, bound: number): Lead {
  let lead: Lead = { from: at, prep: '', later: false, floor: false, ceil: false, outer: false, past: false };
  let kept = lead;
  let done = false;
  for (let n = 0; n < 8 && !done; n++) {
    const entry = longest(tokens, lead.from, bound, byLast);
    if (!entry) break;
    const [words, effect] = entry;
    if (words.length === 1 && words[0] === 'by' && tokens[lead.from]?.word === 'the' && lead.prep !== '') break;
    // "shall last no longer than" is no last week.
    if (effect.past && (lead.ceil || lead.floor)) break;
    const { last, ...facts } = effect;
    const prep =
      effect.prep === 'for' && lead.later && lead.prep === ''
        ? lead.prep
        : effect.prep && effect.prep !== 'period'
          ? effect.prep
          : lead.prep || (effect.prep ?? '');
    lead = { ...lead, ...facts, prep, from: lead.from - words.length };
    if (Object.keys(facts).length > 0 || last) kept = lead;
    done = last === true;
  }
  // Fillers alone ("the", "any") are no part of the phrase.
  lead = kept;
  if (lead.prep === 'period' && lead.from - 1 >= bound && /^an?$/.test(tokens[lead.from - 1]?.word ?? ''))
    lead = { ...lead, from: lead.from - 1 };
  // "in not more than", "by not later than": the outer preposition adds nothing but its place.
  const from = lead.from;
  if (lead.later && from - 1 >= bound && tokens[from - 1]?.word === 'by') lead = { ...lead, from: from - 1 };
  return withOuter(tokens, lead, bound);
}

function withOuter(tokens: readonly Token[], lead: Lead, bound: number): Lead {
  let at = lead.from;
  if (at - 1 >= bound && tokens[at - 1]?.word === ',') at--;
  const entry = longest(tokens, at, bound, outerByLast);
  if (entry) return { ...lead, outer: true, from: at - entry[0].length };
  const prior = lead.from - 1 >= bound ? (tokens[lead.from - 1]?.word ?? '') : '';
  // "as soon as possible and not later than", "promptly but within".
  if (
    (lead.later && lead.ceil && (prior === 'and' || prior === 'but')) ||
    (prior === 'but' && (lead.prep === 'within' || lead.ceil))
  )
    return { ...lead, outer: true };
  return lead;
}

/** "No Party may … before the expiry of": a period that must first run out. */
export function negatedBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 25); i--) {
    const { word } = tokens[i]!;
    if (/^(?:no|not|neither|nor|none|cannot|never)$/.test(word)) return true;
    if (word === ';' || word === ':') return false;
  }
  return false;
}

function longest(
  tokens: readonly Token[],
  end: number,
  bound: number,
  list: ReadonlyMap<string, readonly Entry[]>,
): Entry | null {
  for (const entry of list.get(tokens[end - 1]?.word ?? '') ?? []) {
    const [words] = entry;
    if (end - words.length >= bound && words.every((word, n) => tokens[end - words.length + n]!.word === word)) return entry;
  }
  return null;
}

function each(list: string, effect: Effect): Entry[] {
  return phrases(list).map((words) => [words, effect] as const);
}

function phrases(list: string): string[][] {
  return list.split('|').map((phrase) => phrase.split(' '));
}

function index(list: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of list) {
    const last = entry[0].at(-1)!;
    found.set(
      last,
      [...(found.get(last) ?? []), entry].sort((a, b) => b[0].length - a[0].length),
    );
  }
  return found;
}
