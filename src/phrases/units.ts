import { numberInWord, readNumber } from './numbers.ts';
import type { TimeUnit, Token } from './types.ts';

/** A number with a unit of time: "72 hours", "ten consecutive years", "a 24-hour …", "the ninetieth day". */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: TimeUnit;
  readonly form: 'count' | 'ordinal' | 'article' | 'compound';
}

const plain: Readonly<Record<string, readonly [TimeUnit, number]>> = {
  minute: ['minute', 1],
  minutes: ['minute', 1],
  hour: ['hour', 1],
  hours: ['hour', 1],
  hr: ['hour', 1],
  hrs: ['hour', 1],
  h: ['hour', 1],
  day: ['day', 1],
  days: ['day', 1],
  week: ['week', 1],
  weeks: ['week', 1],
  fortnight: ['week', 2],
  fortnights: ['week', 2],
  month: ['month', 1],
  months: ['month', 1],
  quarter: ['month', 3],
  quarters: ['month', 3],
  year: ['year', 1],
  years: ['year', 1],
  decade: ['year', 10],
  decades: ['year', 10],
  anniversary: ['year', 1],
};

const working = new Set(['working', 'business', 'weekday', 'banking']);
const calendar = new Set(['calendar', 'consecutive', 'running', 'successive', 'civil']);
const fillers = new Set([
  'full',
  'further',
  'additional',
  'more',
  'clear',
  'whole',
  'complete',
  'continuous',
  'uninterrupted',
  'other',
]);

/** Hours in the worst case (catalogue E.1.4): a working day counts the weekends it may meet, a month 31 days, a year 366. */
export function hoursOf(value: number, unit: TimeUnit): number {
  if (unit === 'minute') return value / 60;
  if (unit === 'hour') return value;
  if (unit === 'working-day') return 24 * (value + 2 * Math.ceil(value / 5));
  if (unit === 'week') return value * 7 * 24;
  if (unit === 'month') return value * 31 * 24;
  if (unit === 'year') return value * 366 * 24;
  return value * 24;
}

/** A unit's own words from `at`, adjectives before it included: "working days", "full calendar years". */
export function readUnit(tokens: readonly Token[], at: number): { unit: TimeUnit; times: number; to: number } | null {
  let kind: 'working' | 'calendar' | '' = '';
  for (let i = at; i < Math.min(at + 4, tokens.length); i++) {
    const { word } = tokens[i]!;
    const found = Object.hasOwn(plain, word) ? plain[word]! : null;
    if (found) {
      const [unit, times] = found;
      if (unit === 'day' && kind !== '') return { unit: `${kind}-day`, times, to: i + 1 };
      return { unit, times, to: i + 1 };
    }
    if (working.has(word)) kind = 'working';
    else if (calendar.has(word)) kind ||= 'calendar';
    else if (!fillers.has(word)) return null;
  }
  return null;
}

/** A compound that ends with a unit: "ten-year", "30-day". */
export function endsWithUnit(word: string): boolean {
  const cut = word.lastIndexOf('-');
  return cut > 0 && Object.hasOwn(plain, word.slice(cut + 1));
}

/** The quantity of time that begins at `at`, or null. "24 to 48 hours" is its larger end. */
export function readQuantity(tokens: readonly Token[], at: number): Quantity | null {
  const token = tokens[at]!;
  const compound = readCompound(tokens, at);
  if (compound) return compound;
  if (token.word === 'half' && /^an?$/.test(tokens[at + 1]?.word ?? '')) {
    const unit = readUnit(tokens, at + 2);
    return unit && { from: at, to: unit.to, value: 0.5 * unit.times, unit: unit.unit, form: 'count' };
  }
  if ((token.word === 'a' || token.word === 'an') && !/^(?:hundred|thousand)$/.test(tokens[at + 1]?.word ?? '')) {
    const unit = readUnit(tokens, at + 1);
    return unit && { from: at, to: unit.to, value: unit.times, unit: unit.unit, form: 'article' };
  }
  const touching = /^(\d{1,4})(h|hr|hrs|d)$/.exec(token.word);
  if (touching) {
    const unit = touching[2] === 'd' ? 'day' : 'hour';
    return { from: at, to: at + 1, value: Number(touching[1]), unit, form: 'count' };
  }
  let number = readNumber(tokens, at);
  if (!number) return null;
  const joined = tokens[number.to];
  if (joined && /^(?:to|or|-|–)$/.test(joined.word)) {
    const larger = readNumber(tokens, number.to + 1);
    if (larger && larger.ordinal === number.ordinal && larger.value > number.value) number = larger;
  }
  const unit = readUnit(tokens, number.to);
  if (!unit) return null;
  const form = number.ordinal ? 'ordinal' : 'count';
  return { from: at, to: unit.to, value: number.value * unit.times, unit: unit.unit, form };
}

/** "ten-year", "30-day", "twenty-four-hour"; "72 - hour" where the hyphen stands apart. */
function readCompound(tokens: readonly Token[], at: number): Quantity | null {
  const { word } = tokens[at]!;
  const cut = word.lastIndexOf('-');
  const name = word.slice(cut + 1);
  if (cut > 0) {
    const found = Object.hasOwn(plain, name) ? plain[name]! : null;
    if (!found) return null;
    let rest = word.slice(0, cut);
    const adjective = /-(working|business|calendar)$/.exec(rest)?.[1];
    if (adjective) rest = rest.slice(0, -adjective.length - 1);
    const value = numberInWord(rest);
    if (value === null) return null;
    const kind = adjective === undefined ? '' : adjective === 'calendar' ? 'calendar' : 'working';
    const unit: TimeUnit = found[0] === 'day' && kind !== '' ? `${kind}-day` : found[0];
    return { from: at, to: at + 1, value: value * found[1], unit, form: 'compound' };
  }
  if (tokens[at]!.kind === 'number' && tokens[at + 1]?.word === '-' && tokens[at + 1]!.start === tokens[at]!.end) {
    const value = numberInWord(word);
    const last = tokens[at + 2]?.word ?? '';
    if (value !== null && Object.hasOwn(plain, last))
      return { from: at, to: at + 3, value: value * plain[last]![1], unit: plain[last]![0], form: 'compound' };
  }
  return null;
}
