import { isMonth } from './dates.ts';
import { readNumber } from './numbers.ts';
import type { TimeUnit, Token } from './types.ts';
import { hoursOf, readQuantity, readUnit } from './units.ts';

/** A period that comes again, with its length. */
export interface Recurrence {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: TimeUnit;
}

const adverbs: Readonly<Record<string, readonly [number, TimeUnit]>> = {
  hourly: [1, 'hour'],
  daily: [1, 'day'],
  weekly: [1, 'week'],
  fortnightly: [2, 'week'],
  monthly: [1, 'month'],
  bimonthly: [2, 'month'],
  quarterly: [3, 'month'],
  'half-yearly': [6, 'month'],
  'semi-annually': [6, 'month'],
  'semi-annual': [6, 'month'],
  semiannually: [6, 'month'],
  biannually: [6, 'month'],
  'twice-yearly': [6, 'month'],
  yearly: [1, 'year'],
  annually: [1, 'year'],
  annual: [1, 'year'],
  biennially: [2, 'year'],
};

/** Nouns of things done again: before them "monthly" and "annual" are a timetable, before others a mere adjective. */
const events = new Set(
  `meeting meetings report reports reporting review reviews exercise exercises inspection inspections briefing briefings
  consultations session sessions summit summits payment payments instalment instalments installment installments transfer transfers delivery
  deliveries tranche tranches statement statements visit visits patrol patrols bulletin bulletins survey surveys verification check checks
  call calls summary summaries disbursement disbursements rotation rotations contribution contributions`.split(/\s+/),
);
const lonely = new Set(['annually', 'biennially', 'semi-annually', 'semiannually', 'biannually', 'hourly']);
const joins = new Set(
  `and or to by from in at on for with without until between through throughout the a an each every its their that which
  during after before under if unless as upon shall will may not thereafter`.split(/\s+/),
);

/** A word by which something comes again: "every", "twice", "annually". */
export function recurs(word: string): boolean {
  return /^(?:once|twice|thrice|every|each)$/.test(word) || Object.hasOwn(adverbs, word);
}

/**
 * The recurrence that begins at `at`: "every six months", "twice a year", "at least once a month", "each calendar year", "per annum",
 * "annually", "24 hours a day". Gives its period, so that "twice a year" is six months; null where none begins.
 */
export function readRecurrence(tokens: readonly Token[], at: number): Recurrence | null {
  return (
    floored(tokens, at) ??
    times(tokens, at) ??
    eachOf(tokens, at) ??
    each(tokens, at) ??
    per(tokens, at) ??
    adverb(tokens, at) ??
    clock(tokens, at) ??
    dayOfYear(tokens, at)
  );
}

/** "each of the years 2029 to 2053", "every one of the ten years that follow", "each of those months": a row of periods. */
function eachOf(tokens: readonly Token[], at: number): Recurrence | null {
  if (!/^(?:each|every)$/.test(tokens[at]!.word)) return null;
  let i = tokens[at + 1]?.word === 'one' ? at + 2 : at + 1;
  if (tokens[i]?.word !== 'of' || !/^(?:the|those|these)$/.test(tokens[i + 1]?.word ?? '')) return null;
  i += 2;
  if (/^(?:first|next|following|subsequent|last)$/.test(tokens[i]?.word ?? '')) i++;
  i = readNumber(tokens, i)?.to ?? i;
  if (/^(?:calendar|financial|fiscal|budget|following|subsequent)$/.test(tokens[i]?.word ?? '')) i++;
  const unit = readUnit(tokens, i);
  if (!unit || tokens[i]!.word.endsWith('s') === false) return null;
  let to = unit.to;
  while (
    /^\d{4}$/.test(tokens[to]?.word ?? '') ||
    (/^(?:to|and|,|until|-|–)$/.test(tokens[to]?.word ?? '') && /^\d{4}$/.test(tokens[to + 1]?.word ?? ''))
  )
    to++;
  return { from: at, to, value: 1, unit: unit.unit };
}

/** "by 31 January", "on 1 July", "before the end of March": a day without a year comes every year. */
function dayOfYear(tokens: readonly Token[], at: number): Recurrence | null {
  const prior = tokens[at - 1]?.word ?? '';
  if (prior === 'of' && /^(?:end|middle|beginning)$/.test(tokens[at - 2]?.word ?? '')) {
    const month = tokens[at]!.capital && isMonth(tokens[at]!.word) && !/^(?:\d{4}|of|,)$/.test(tokens[at + 1]?.word ?? '');
    return month ? { from: at - 2, to: at + 1, value: 1, unit: 'year' } : null;
  }
  if (!/^(?:by|on|before|than)$/.test(prior)) return null;
  const day = readNumber(tokens, at);
  let i = day?.to ?? at;
  if (day && tokens[i]?.word === 'of') i++;
  if (!tokens[i]?.capital || !isMonth(tokens[i]!.word)) return null;
  i++;
  if (!day) {
    const after = readNumber(tokens, i);
    if (!after) return null;
    i = after.to;
  } else if (!Number.isInteger(day.value) || day.value < 1 || day.value > 31) return null;
  if (/^\d{4}$/.test(tokens[i]?.word ?? '') || (tokens[i]?.word === ',' && /^\d{4}$/.test(tokens[i + 1]?.word ?? '')))
    return null;
  return { from: at, to: i, value: 1, unit: 'year' };
}

/** "at least once a month", "not less than twice a year". */
function floored(tokens: readonly Token[], at: number): Recurrence | null {
  const words = [0, 1, 2].map((n) => tokens[at + n]?.word ?? '');
  const size =
    words[0] === 'at' && words[1] === 'least'
      ? 2
      : /^(?:no|not)$/.test(words[0]!) && /^(?:less|fewer)$/.test(words[1]!) && words[2] === 'than'
        ? 3
        : 0;
  const found =
    size > 0 ? (times(tokens, at + size) ?? (tokens[at + size]?.word === 'every' ? each(tokens, at + size) : null)) : null;
  return found && { ...found, from: at };
}

/** "once a month", "three times each year", "once every two years", "two or more times per week". */
function times(tokens: readonly Token[], at: number): Recurrence | null {
  let count = 0;
  let i = at;
  const { word } = tokens[at]!;
  if (word === 'once' || word === 'twice' || word === 'thrice') {
    count = word === 'once' ? 1 : word === 'twice' ? 2 : 3;
    i++;
  } else {
    const number = readNumber(tokens, at);
    if (!number || number.ordinal || tokens[number.to]?.word !== 'times') return null;
    count = number.value;
    i = number.to + 1;
  }
  if (tokens[i]?.word === 'in' || tokens[i]?.word === 'within') i++;
  if (!/^(?:a|an|per|each|every|any|in)$/.test(tokens[i]?.word ?? '')) return null;
  const period = readPeriod(tokens, i + 1);
  if (!period || count === 0 || partOfClock(tokens, period.to)) return null;
  return { from: at, to: period.to, ...divided(period.value, period.unit, count) };
}

/** "every six months", "each calendar year", "every other year". */
function each(tokens: readonly Token[], at: number): Recurrence | null {
  const { word } = tokens[at]!;
  if (word !== 'every' && word !== 'each') return null;
  const period = readPeriod(tokens, at + 1);
  if (!period || partOfClock(tokens, period.to) || (word === 'each' && tokens[at + 1]?.kind === 'number')) return null;
  const to = /^(?:thereafter)$/.test(tokens[period.to]?.word ?? '') ? period.to + 1 : period.to;
  return { from: at, to, value: period.value, unit: period.unit };
}

/** "per year", "per annum"; "a year" only after an amount or a plural ("20,000 rounds a month"). */
function per(tokens: readonly Token[], at: number): Recurrence | null {
  const { word } = tokens[at]!;
  if (word === 'per' && tokens[at + 1]?.word === 'annum') return { from: at, to: at + 2, value: 1, unit: 'year' };
  if (word !== 'per' && word !== 'a') return null;
  if (word === 'a') {
    const prior = tokens[at - 1];
    if (!prior || prior.kind === 'mark' || tokens[at - 2] === undefined) return null;
    const amount =
      /^(?:million|billion|trillion|percent)$/.test(prior.word) ||
      (prior.word.endsWith('s') && readNumber(tokens, at - 2) !== null);
    if (!amount) return null;
  }
  const unit = readUnit(tokens, at + 1);
  if (!unit || partOfClock(tokens, unit.to)) return null;
  return { from: at, to: unit.to, value: unit.times, unit: unit.unit };
}

function adverb(tokens: readonly Token[], at: number): Recurrence | null {
  const { word } = tokens[at]!;
  if (!Object.hasOwn(adverbs, word)) return null;
  const [value, unit] = adverbs[word]!;
  const next = tokens[at + 1];
  // "the annual review" names one that is known already.
  const known = /^(?:the|this|that|first|next|last|its|their)$/.test(tokens[at - 1]?.word ?? '');
  const free = word !== 'annual' && word !== 'semi-annual' && (next?.kind !== 'word' || joins.has(next.word));
  const timetable =
    !known &&
    (events.has(next?.word ?? '') || (next?.kind === 'word' && events.has(tokens[at + 2]?.word ?? '') && !joins.has(next.word)));
  return lonely.has(word) || free || timetable ? { from: at, to: at + 1, value, unit } : null;
}

/** "24 hours a day", "seven days a week": without a break. */
function clock(tokens: readonly Token[], at: number): Recurrence | null {
  const quantity = readQuantity(tokens, at);
  if (quantity?.form !== 'count') return null;
  const full = (quantity.unit === 'hour' && quantity.value === 24) || (quantity.unit === 'day' && quantity.value === 7);
  if (!full || !/^(?:a|per|each|every)$/.test(tokens[quantity.to]?.word ?? '')) return null;
  const unit = readUnit(tokens, quantity.to + 1);
  if (unit?.unit !== 'day' && unit?.unit !== 'week') return null;
  return { from: at, to: unit.to, value: 1, unit: unit.unit };
}

/** "six months", "calendar year", "other year", "second year". */
function readPeriod(tokens: readonly Token[], at: number): { value: number; unit: TimeUnit; to: number } | null {
  if (at >= tokens.length) return null;
  const unit = readUnit(tokens, at);
  if (unit) return { value: tokens[at]!.word === 'other' ? 2 : unit.times, unit: unit.unit, to: unit.to };
  const quantity = readQuantity(tokens, at);
  return quantity && (quantity.form === 'count' || quantity.form === 'ordinal') ? quantity : null;
}

/** "each day after the notice", "every month of delay": a count from a start, not a timetable. */
function partOfClock(tokens: readonly Token[], at: number): boolean {
  return /^(?:after|of|following|that|elapsed|or|period|periods)$/.test(tokens[at]?.word ?? '');
}

function divided(value: number, unit: TimeUnit, count: number): { value: number; unit: TimeUnit } {
  if (count === 1) return { value, unit };
  const smaller: readonly (readonly [TimeUnit, number])[] =
    unit === 'year' ? [['month', 12]] : unit === 'week' ? [['day', 7]] : unit === 'day' ? [['hour', 24]] : [];
  for (const [name, n] of smaller) if (Number.isInteger((value * n) / count)) return { value: (value * n) / count, unit: name };
  return smaller.length > 0 ? { value: hoursOf(value, unit) / count, unit: 'hour' } : { value: value / count, unit };
}
