import { type ClockRead, readClock, startWords } from './clocks.ts';
import { dated, yearPhrase } from './date-phrases.ts';
import { isMonth, readDate } from './dates.ts';
import { beginsNumber, readNumber } from './numbers.ts';
import { readRecurrence, recurs } from './recurrences.ts';
import { type Lead, leftOf, negatedBefore } from './time-leads.ts';
import { askOnce } from './tokens.ts';
import type { ClockStart, Range, TimePhrase, TimeUnit, Token } from './types.ts';
import { endsWithUnit, hoursOf, type Quantity, readQuantity } from './units.ts';

/**
 * Every time expression of one sentence, in order and without overlap (catalogue A.7). Takes the sentence's tokens, inherited ones
 * included. A phrase reaches from its preposition to the last word that names its start. Vague words ("promptly") are lexicon entries,
 * not times; a recurrence carries its period ("twice a year" is 6 months). `ceiling` is false only for floors ("at least", "after").
 */
export function readTimes(tokens: readonly Token[]): TimePhrase[] {
  const found: TimePhrase[] = [];
  let exit: boolean | null = null;
  let floor = 0;
  for (let i = 0; i < tokens.length; ) {
    if (!mayBegin(tokens[i]!)) {
      i++;
      continue;
    }
    exit ??= tokens.some(leaves);
    const phrase = readAt(tokens, i, floor, exit);
    if (!phrase) {
      i++;
      continue;
    }
    found.push(phrase);
    floor = phrase.to;
    i = Math.max(i + 1, phrase.to);
  }
  if (found.length === 0) return found;
  return shareTrigger(
    tokens,
    found.map((phrase) => withLeadingStart(tokens, phrase)),
  );
}

const leaves = askOnce(({ word }) => /^(?:denounc|denunci|withdr|terminat)/.test(word));

const openers = new Set([
  'at',
  'no',
  'not',
  'per',
  'within',
  'inside',
  'day',
  'half',
  'a',
  'an',
  'h',
  'd',
  't',
  'h-hour',
  'd-day',
]);

/** A word at which `readAt` may find something: a number, a unit in a compound, a month, a word that counts or opens. */
const mayBegin = askOnce(
  ({ word }) =>
    /^\d|^[hdt]\+\d/.test(word) || openers.has(word) || beginsNumber(word) || endsWithUnit(word) || isMonth(word) || recurs(word),
);

/** The phrase whose number, date or sign stands at `at`; words before `floor` belong to an earlier phrase. */
function readAt(tokens: readonly Token[], at: number, floor: number, exit: boolean): TimePhrase | null {
  const recurrence = readRecurrence(tokens, at);
  if (recurrence) return period('recurrence', recurrence, recurrence);
  const hour = signHour(tokens, at);
  if (hour) return sign(tokens, hour, floor);
  const date = readDate(tokens, at);
  if (date) return dated(tokens, date, floor);
  const year = yearPhrase(tokens, at, floor);
  if (year) return year;
  const referred = referredPeriod(tokens, at);
  if (referred) return referred;
  const following = dayFollowing(tokens, at, floor);
  if (following) return following;
  const count = dayCount(tokens, at, floor);
  if (count) return count;
  const quantity = readQuantity(tokens, at);
  if (!quantity) return null;
  return counted(tokens, quantity, floor, exit);
}

/** A quantity with the words around it. */
function counted(tokens: readonly Token[], quantity: Quantity, floor: number, exit: boolean): TimePhrase | null {
  const lead = leftOf(tokens, quantity.from, floor);
  const notice = noticeAfter(tokens, quantity.to);
  if (notice !== null && quantity.form !== 'ordinal') {
    const to = notice;
    const from =
      lead.from - 1 >= floor && /^(?:on|upon|with|giving)$/.test(tokens[lead.from - 1]?.word ?? '') ? lead.from - 1 : lead.from;
    return { ...period('notice', quantity, { from, to }), clock: 'notice', ceiling: !lead.floor, outer: lead.outer };
  }
  if (quantity.form === 'ordinal') return ordinal(tokens, quantity, lead);
  if (quantity.form === 'compound') return compound(tokens, quantity, lead);
  let to = quantity.to;
  if (tokens[to]?.word === "'" && tokens[to + 1]?.word === 'time') to += 2;
  let ceil = lead.ceil;
  let floorWords = lead.floor;
  const [one = '', two = ''] = [tokens[to]?.word, tokens[to + 1]?.word];
  if (one === 'or' && (two === 'less' || two === 'more')) {
    if (two === 'less') ceil = true;
    else floorWords = true;
    to += 2;
  } else if (one === 'at' && (two === 'most' || two === 'least')) {
    if (two === 'most') ceil = true;
    else floorWords = true;
    to += 2;
  }
  const bounded = lead.prep === 'within' || lead.prep === 'in' || lead.prep === 'by' || lead.prep === 'expiry' || lead.later;
  const clock = readClock(tokens, to, bounded || lead.prep === 'after');
  const latest = atLatest(tokens, clock.to);
  const range = { from: lead.from, to: latest ?? clock.to };
  const kind = kindOf(quantity, { ...lead, ceil, floor: floorWords }, clock, exit && noticeStart(tokens, clock, quantity.unit));
  if (kind === null) return null;
  // "before twelve hours have passed since the incident": it must be done by then.
  if (
    /^(?:has|have|had)$/.test(tokens[to]?.word ?? '') &&
    passing.test(tokens[to + 1]?.word ?? '') &&
    tokens[lead.from - 1]?.word === 'before'
  )
    return {
      ...period('limit', quantity, { from: lead.from - 1, to: Math.max(clock.to, to + 2) }),
      ...startOf(clock),
      ceiling: true,
    };
  // "unless six months have elapsed since": time that must first pass.
  if (/^(?:has|have|had)$/.test(tokens[to]?.word ?? '') && clock.at !== null && !bounded)
    return { ...period('other', quantity, range), ...startOf(clock), ceiling: false };
  if (lead.prep === 'interval') return period('recurrence', quantity, { from: lead.from, to });
  if (kind === 'limit') {
    const closed = lead.prep === 'expiry' && negatedBefore(tokens, lead.from);
    const ceiling = clock.before ? !ceil || lead.prep === 'within' : !floorWords && !closed;
    return { ...period('limit', quantity, range), ...startOf(clock), ceiling, outer: lead.outer || latest !== null };
  }
  if (kind === 'notice')
    return { ...period('notice', quantity, range), clock: 'notice', clockAt: clock.at, ceiling: !floorWords };
  const ceiling = kind === 'other' ? !floorWords && lead.prep !== 'after' : !floorWords;
  const own = lead.prep === 'after' || kind === 'duration' ? clock : null;
  const end = own && own.clock !== 'none' ? own.to : to;
  return { ...period(kind, quantity, { from: lead.from, to: end }), ...(own ? startOf(own) : {}), ceiling, outer: lead.outer };
}

const passing = /^(?:passed|elapsed|expired|gone|run|lapsed)$/;

function kindOf(quantity: Quantity, lead: Lead, clock: ClockRead, notice: boolean): TimePhrase['kind'] | null {
  const started = clock.at !== null;
  if (lead.prep === 'notice') return 'notice';
  if (lead.past) return quantity.form === 'article' ? null : 'other';
  if (lead.prep === 'within' || lead.prep === 'expiry') return 'limit';
  if (lead.prep === 'in') return lead.floor ? 'other' : 'limit';
  if (lead.later) return 'limit';
  if (started && notice && lead.prep !== 'for') return 'notice';
  if (lead.prep === 'after') return 'other';
  if (lead.prep === 'for') return 'duration';
  if (lead.prep === 'by') return quantity.form === 'article' ? null : 'duration';
  if (started && lead.prep !== 'period') return 'limit';
  if (lead.prep === 'period') return 'duration';
  if (quantity.form === 'article') return null;
  if (lead.ceil) return 'duration';
  if (lead.floor) return quantity.unit === 'month' || quantity.unit === 'year' ? 'duration' : 'other';
  return 'other';
}

/** "on the ninetieth day after", "by the end of the third month", "on the first day of the second month following". */
function ordinal(tokens: readonly Token[], quantity: Quantity, lead: Lead): TimePhrase | null {
  let counts: Quantity = quantity;
  let to = quantity.to;
  if (tokens[to]?.word === 'of') {
    const the = tokens[to + 1]?.word === 'the' ? to + 2 : to + 1;
    const next = the < tokens.length ? readQuantity(tokens, the) : null;
    if (next?.form === 'ordinal' && next.unit !== quantity.unit) {
      counts = next;
      to = next.to;
    } else if (tokens[the]?.word === 'month' && /^(?:following|after)$/.test(tokens[the + 1]?.word ?? '')) {
      counts = { ...quantity, value: 1, unit: 'month' };
      to = the + 1;
    }
  }
  const closes = lead.prep === 'by' || lead.prep === 'within' || lead.prep === 'expiry' || lead.later;
  const clock = readClock(tokens, to, closes || tokens[to - 1]?.word === 'anniversary');
  if (!closes && clock.at === null) return null;
  if (clock.before) return null;
  const open = lead.prep === 'after' || /^(?:until|till)$/.test(tokens[lead.from]?.word ?? '');
  const latest = atLatest(tokens, clock.to);
  const range = { from: lead.from, to: latest ?? clock.to };
  return {
    ...period(open ? 'other' : 'limit', counts, range),
    ...startOf(clock),
    ceiling: !open && !lead.floor,
    outer: lead.outer || latest !== null,
  };
}

/** "a 72-hour deadline", "within a 24-hour period of", "a ten-year term". */
function compound(tokens: readonly Token[], quantity: Quantity, lead: Lead): TimePhrase {
  const noun = tokens[quantity.to]?.word ?? '';
  const isPeriod = /^(?:period|term|window|limit|time-limit|deadline|timeframe|duration|delay)$/.test(noun);
  const to = isPeriod ? quantity.to + 1 : quantity.to;
  const bounded =
    lead.prep === 'within' ||
    lead.prep === 'in' ||
    lead.later ||
    lead.prep === 'expiry' ||
    (/^(?:limit|time-limit|deadline)$/.test(noun) && tokens[quantity.from - 1]?.word === 'a');
  if (bounded && (isPeriod || lead.prep === 'within')) {
    const clock = readClock(tokens, to, true);
    const ceiling = !lead.floor && !(lead.prep === 'expiry' && negatedBefore(tokens, lead.from));
    return { ...period('limit', quantity, { from: lead.from, to: clock.to }), ...startOf(clock), ceiling, outer: lead.outer };
  }
  if (/^intervals?$/.test(noun)) return period('recurrence', quantity, { from: quantity.from, to: quantity.to + 1 });
  if (lead.prep === 'after') return { ...period('other', quantity, { from: lead.from, to }), ceiling: false };
  if (isPeriod || lead.prep === 'for') return { ...period('duration', quantity, { from: lead.from, to }), ceiling: !lead.floor };
  return period('other', quantity, { from: quantity.from, to });
}

/** "H+24", "D + 3 days": hours or days after the defined start. */
function signHour(tokens: readonly Token[], at: number): { from: number; to: number; value: number; unit: TimeUnit } | null {
  const { word } = tokens[at]!;
  const whole = /^([hdt])\+(\d{1,4})$/.exec(word);
  const letter = whole?.[1] ?? (/^(?:h|d|t|h-hour|d-day)$/.test(word) ? word[0]! : '');
  if (letter === '') return null;
  const raw = tokens[at]!.raw[0];
  if (raw !== raw?.toUpperCase()) return null;
  let to = at + 1;
  let figure = whole?.[2] ?? '';
  if (!whole) {
    if (tokens[at + 1]?.word !== '+' || !/^\d{1,4}h?$/.test(tokens[at + 2]?.word ?? '')) return null;
    figure = tokens[at + 2]!.word.replace('h', '');
    to = at + 3;
  }
  let unit: TimeUnit = letter === 'd' ? 'day' : 'hour';
  const named = /^(hour|day|minute|week|month)s?$/.exec(tokens[to]?.word ?? '')?.[1];
  if (named) {
    unit = named as TimeUnit;
    to++;
  }
  return { from: at, to, value: Number(figure), unit };
}

function sign(
  tokens: readonly Token[],
  hour: { from: number; to: number; value: number; unit: TimeUnit },
  floor: number,
): TimePhrase {
  const lead = leftOf(tokens, hour.from, floor);
  const prior = tokens[hour.from - 1]?.word ?? '';
  const begins = /^(?:from|between|after|since)$/.test(prior);
  const at = hour.from - 1 >= floor && (prior === 'at' || prior === 'until') ? hour.from - 1 : lead.from;
  return {
    ...period(begins ? 'other' : 'limit', hour, { from: at, to: hour.to }),
    clock: 'trigger-time',
    clockAt: { from: hour.from, to: hour.from + 1 },
    ceiling: !begins && !lead.floor,
    outer: lead.outer,
  };
}

/** "within that period", "within the time-limit set in Article 5": a limit that is written elsewhere. */
function referredPeriod(tokens: readonly Token[], at: number): TimePhrase | null {
  const { word } = tokens[at]!;
  if (word !== 'within' && word !== 'inside') return null;
  let i = at + 1;
  const pointer = tokens[i]?.word ?? '';
  if (!/^(?:that|this|the|such|said)$/.test(pointer)) return null;
  i++;
  const same = /^(?:same|said|agreed)$/.test(tokens[i]?.word ?? '');
  if (same) i++;
  const noun = tokens[i]?.word ?? '';
  if (!/^(?:period|periods|time|times|time-limit|time-limits|deadline|deadlines|timeframe)$/.test(noun)) return null;
  i++;
  if ((noun === 'time' || noun === 'times') && /^limits?$/.test(tokens[i]?.word ?? '')) i++;
  const set = /^(?:set|specified|fixed|laid|stated|prescribed|referred|mentioned|provided|indicated|in)$/.test(
    tokens[i]?.word ?? '',
  );
  if (pointer === 'the' && !same && !set) return null;
  return {
    kind: 'limit',
    from: at,
    to: i,
    value: null,
    unit: null,
    hours: null,
    date: null,
    clock: 'event',
    clockAt: null,
    outer: false,
    ceiling: true,
  };
}

/** "on the day following the signature", "the day after receipt": one day. */
function dayFollowing(tokens: readonly Token[], at: number, floor: number): TimePhrase | null {
  if (tokens[at]!.word !== 'day' || tokens[at - 1]?.word !== 'the' || tokens[at - 2]?.word !== 'on' || at - 2 < floor)
    return null;
  if (!/^(?:after|following|next)$/.test(tokens[at + 1]?.word ?? '')) return null;
  const clock = readClock(tokens, at + 1, false);
  if (clock.at === null) return null;
  return { ...period('limit', { value: 1, unit: 'day' }, { from: at - 2, to: clock.to }), ...startOf(clock) };
}

/** "by day 5", "not later than Day 30", "on day 90": counted from a first day that the words do not name. */
function dayCount(tokens: readonly Token[], at: number, floor: number): TimePhrase | null {
  if (tokens[at]!.word !== 'day' || tokens[at + 1]?.kind !== 'number' || tokens[at + 2]?.kind === 'number') return null;
  const number = readNumber(tokens, at + 1);
  if (!number || number.ordinal || !Number.isInteger(number.value)) return null;
  const lead = leftOf(tokens, at, floor);
  const on = at - 1 >= floor && tokens[at - 1]!.word === 'on';
  if (!on && lead.prep !== 'by' && !lead.later) return null;
  const range = { from: on ? at - 1 : lead.from, to: number.to };
  return { ...period('limit', { value: number.value, unit: 'day' }, range), ceiling: !lead.floor, outer: lead.outer };
}

/** Index after "'(s) [prior written] notice", or null. */
function noticeAfter(tokens: readonly Token[], at: number): number | null {
  let i = at;
  if (/^(?:'|'s|’|’s)$/.test(tokens[i]?.word ?? '')) i++;
  for (let n = 0; n < 4; n++) {
    const word = tokens[i]?.word ?? '';
    if (word === 'notice' || word === 'notification') {
      return tokens[i + 1]?.word === 'period' ? i + 2 : i + 1;
    }
    if (!/^(?:prior|previous|advance|written|formal|clear|and|in|diplomatic|minimum)$/.test(word)) return null;
    i++;
  }
  return null;
}

/** The start of the period is a notice ("after notice of denunciation has been given"). */
function noticeStart(tokens: readonly Token[], clock: ClockRead, unit: TimeUnit): boolean {
  if (clock.clock !== 'notice' || !clock.at) return false;
  for (let i = clock.at.from; i < Math.min(tokens.length, clock.at.to + 6); i++)
    if (/^(?:denounc|denunci|withdr|terminat)/.test(tokens[i]!.word)) return true;
  const long = unit === 'month' || unit === 'year';
  for (let i = Math.max(0, clock.at.from - 14); i < clock.at.from; i++) {
    const { word } = tokens[i]!;
    if (/^(?:effect|effective|cease|ceases|terminate|denounce|denunciation|withdrawal|expire)$/.test(word)) return true;
    if (long && word === 'withdraw') return true;
  }
  return false;
}

/** Index after "at the latest", "at latest" or "in any event" that stands at `at`, or null. */
function atLatest(tokens: readonly Token[], at: number): number | null {
  const i = tokens[at]?.word === ',' ? at + 1 : at;
  const [a, b, c] = [tokens[i]?.word, tokens[i + 1]?.word, tokens[i + 2]?.word];
  if (a === 'at' && b === 'latest') return i + 2;
  if (a === 'at' && b === 'the' && c === 'latest') return i + 3;
  if (
    a === 'in' &&
    (b === 'any' || b === 'all') &&
    /^(?:event|case|events|cases)$/.test(c ?? '') &&
    /^(?:[.;,:])?$/.test(tokens[i + 3]?.word ?? '')
  )
    return i + 3;
  return null;
}

/** "within 24 hours begin, and within 72 hours after the Trigger Time complete": one sentence, one Trigger Time for both limits. */
function shareTrigger(tokens: readonly Token[], phrases: readonly TimePhrase[]): TimePhrase[] {
  const shared = [...phrases];
  const share = (n: number, from: number): void => {
    const [phrase, other] = [shared[n]!, shared[from]];
    if (phrase.kind !== 'limit' || phrase.clock !== 'none' || other?.kind !== 'limit' || other.clock !== 'trigger-time') return;
    const between = n < from ? { from: phrase.to, to: other.from } : { from: other.to, to: phrase.from };
    for (let i = between.from; i < between.to; i++) if (tokens[i]!.word === ';' || tokens[i]!.word === '.') return;
    shared[n] = { ...phrase, clock: 'trigger-time', clockAt: other.clockAt };
  };
  for (let n = 1; n < shared.length; n++) share(n, n - 1);
  for (let n = shared.length - 2; n >= 0; n--) share(n, n + 1);
  return shared;
}

/** "Upon receipt of a request, each Guarantor shall, within 24 hours, …": a start that stands before its period. */
function withLeadingStart(tokens: readonly Token[], phrase: TimePhrase): TimePhrase {
  if (phrase.kind !== 'limit' || phrase.clock !== 'none') return phrase;
  for (let i = phrase.from - 1; i >= Math.max(0, phrase.from - 40); i--) {
    const { word } = tokens[i]!;
    if (word === ';' || word === '.') break;
    const receipt = word === 'on' && /^(?:receipt|receiving|notification)$/.test(tokens[i + 1]?.word ?? '');
    if (word !== 'upon' && word !== 'after' && word !== 'following' && word !== 'from' && !receipt) continue;
    const prior = tokens[i - 1];
    const opens = !prior || prior.kind === 'mark' || prior.word === 'and' || prior.word === 'shall' || prior.word === 'that';
    const start = startWords(tokens, i + 1);
    const named: ClockStart = start.clock;
    if (!opens || start.to > phrase.from || named === 'event' || named === 'none' || named === 'ambiguous') continue;
    if (word === 'from' && named !== 'trigger-time' && named !== 'date') continue;
    return { ...phrase, clock: named, clockAt: { from: i + 1, to: start.to } };
  }
  return phrase;
}

function startOf(clock: ClockRead): { clock: ClockStart; clockAt: Range | null } {
  return { clock: clock.clock, clockAt: clock.at };
}

function period(kind: TimePhrase['kind'], counts: { readonly value: number; readonly unit: TimeUnit }, range: Range): TimePhrase {
  const { value, unit } = counts;
  return {
    kind,
    from: range.from,
    to: range.to,
    value,
    unit,
    hours: hoursOf(value, unit),
    date: null,
    clock: 'none',
    clockAt: null,
    outer: false,
    ceiling: true,
  };
}
