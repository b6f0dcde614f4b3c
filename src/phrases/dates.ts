import { readNumber } from './numbers.ts';
import type { Range, Token } from './types.ts';

/** A date in the words; a month or a year alone stands for its last day, the worst case. */
export interface DateRead extends Range {
  /** ISO, `2026-06-01`. */
  readonly date: string;
  /** False where the day is not written: "June 2026", "2030". */
  readonly full: boolean;
}

const months = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name, n) => [name, n + 1]),
);
for (const [name, n] of months) if (name.length > 4) months.set(name.slice(0, 3), n);
months.set('sept', 9);

/** A month's name or its short form. */
export function isMonth(word: string): boolean {
  return months.has(word);
}

/**
 * Reads a date that begins at token `at`: "1 June 2026", "1st day of June, 2026", "June 1, 2026", "2026-06-01", "June 2026".
 * Gives null for a year alone (see `readYear`) and for days that no calendar has.
 */
export function readDate(tokens: readonly Token[], at: number): DateRead | null {
  return iso(tokens, at) ?? dayFirst(tokens, at) ?? monthFirst(tokens, at);
}

/** A year from 1900 to 2199 at `at`: the words around it must say that it is one. */
export function readYear(tokens: readonly Token[], at: number): number | null {
  const word = tokens[at]?.word ?? '';
  return /^(?:19|20|21)\d\d$/.test(word) ? Number(word) : null;
}

/** Last day of a month (1 to 12), as ISO. */
export function endOfMonth(year: number, month: number): string {
  return write(year, month, daysIn(year, month));
}

function iso(tokens: readonly Token[], at: number): DateRead | null {
  const whole = /^(\d{4})-(\d\d)-(\d\d)$/.exec(tokens[at]?.word ?? '');
  if (whole) return made(tokens, at, at + 1, Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const [y, a, m, b, d] = [0, 1, 2, 3, 4].map((n) => tokens[at + n]?.word ?? '');
  if (a !== '-' || b !== '-' || !/^\d{4}$/.test(y!) || !/^\d\d$/.test(m!) || !/^\d\d$/.test(d!)) return null;
  return made(tokens, at, at + 5, Number(y), Number(m), Number(d));
}

function dayFirst(tokens: readonly Token[], at: number): DateRead | null {
  const day = readNumber(tokens, at);
  if (!day || !Number.isInteger(day.value) || day.value < 1 || day.value > 31) return null;
  let i = day.to;
  if (tokens[i]?.word === 'day') i++;
  if (tokens[i]?.word === 'of') i++;
  const month = months.get(tokens[i]?.word ?? '');
  if (month === undefined || !tokens[i]!.capital) return null;
  i = after(tokens, i + 1);
  const year = readYear(tokens, i);
  return year === null ? null : made(tokens, at, i + 1, year, month, day.value);
}

function monthFirst(tokens: readonly Token[], at: number): DateRead | null {
  const month = months.get(tokens[at]?.word ?? '');
  if (month === undefined || !tokens[at]!.capital) return null;
  const alone = readYear(tokens, after(tokens, at + 1));
  // "31 February 2026" is no date, and no month either.
  if (alone !== null && /^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[at - 1]?.word ?? '')) return null;
  if (alone !== null) return { from: at, to: after(tokens, at + 1) + 1, date: endOfMonth(alone, month), full: false };
  const day = readNumber(tokens, at + 1);
  if (!day || !Number.isInteger(day.value) || day.value < 1 || day.value > 31) return null;
  const i = after(tokens, day.to);
  const year = readYear(tokens, i);
  return year === null ? null : made(tokens, at, i + 1, year, month, day.value);
}

/** Steps over a comma, an "of" or the full stop of a shortened month. */
function after(tokens: readonly Token[], at: number): number {
  return /^[,.]$|^of$/.test(tokens[at]?.word ?? '') ? at + 1 : at;
}

function made(tokens: readonly Token[], from: number, to: number, year: number, month: number, day: number): DateRead | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || to > tokens.length) return null;
  return { from, to, date: write(year, month, day), full: true };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function write(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
