import { type DateRead, endOfMonth, readYear } from './dates.ts';
import { leftOf, negatedBefore } from './time-leads.ts';
import type { TimePhrase, Token } from './types.ts';

const pastSigning = new Set(
  `signed done concluded adopted dated made opened entered existing recognised recognized agreed established created
  occupied held issued drawn initialled ratified stood`.split(/\s+/),
);
const modals = new Set(['shall', 'will', 'must']);

/** A date with its preposition: "by 1 June 2026" is a limit, a mere date a date. */
export function dated(tokens: readonly Token[], date: DateRead, floor: number): TimePhrase {
  const lead = leftOf(tokens, date.from, floor);
  const prior = date.from - 1 >= floor ? (tokens[date.from - 1]?.word ?? '') : '';
  const base: TimePhrase = {
    kind: 'date',
    from: date.from,
    to: date.to,
    value: null,
    unit: null,
    hours: null,
    date: date.date,
    clock: 'date',
    clockAt: { from: date.from, to: date.to },
    outer: lead.outer,
    ceiling: true,
  };
  if (lead.prep === 'by' || lead.prep === 'within' || lead.prep === 'expiry' || lead.later || prior === 'before') {
    const from = prior === 'before' ? Math.min(lead.from, date.from - 1) : lead.from;
    return { ...base, kind: 'limit', from, ceiling: !(prior === 'before' && negatedBefore(tokens, from)) && !lead.floor };
  }
  if (prior === 'until' || prior === 'till') return { ...base, kind: 'duration', from: date.from - 1 };
  const moment = prior === 'on' ? timeOfDay(tokens, date.from - 2, floor) : null;
  if (moment !== null) return { ...base, kind: 'limit', from: moment };
  if (prior === 'on' && date.full && ordered(tokens, date.from - 1)) return { ...base, kind: 'limit', from: date.from - 1 };
  return base;
}

/** "at 06.00 hours UTC" that ends at `end`: the index of its first token, or null. */
function timeOfDay(tokens: readonly Token[], end: number, floor: number): number | null {
  for (let i = end; i >= Math.max(floor, end - 3); i--) {
    if (/^\d\d[.:]\d\d$/.test(tokens[i]!.word)) return i - 1 >= floor && tokens[i - 1]!.word === 'at' ? i - 1 : i;
  }
  return null;
}

/** "shall … on 1 June 2026": a day ordered, unless a word of signing stands between. */
function ordered(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 25); i--) {
    const { word } = tokens[i]!;
    if (modals.has(word)) return true;
    if (pastSigning.has(word) || word === ';' || word === '(' || word === ')' || word === 'of') return false;
  }
  return false;
}

/** "by 2030", "by the end of 2027", "before the end of June 2026" is read as a date. */
export function yearPhrase(tokens: readonly Token[], at: number, floor: number): TimePhrase | null {
  const year = readYear(tokens, at);
  if (year === null) return null;
  const lead = leftOf(tokens, at, floor);
  if (
    (lead.prep !== 'by' && !lead.later) ||
    (tokens[at + 1]?.kind === 'word' && !/^(?:and|or|at|the|each|all|in|with|to|shall)$/.test(tokens[at + 1]!.word))
  )
    return null;
  const at_ = { from: at, to: at + 1 };
  return {
    kind: 'limit',
    from: lead.from,
    to: at + 1,
    value: null,
    unit: null,
    hours: null,
    date: endOfMonth(year, 12),
    clock: 'date',
    clockAt: at_,
    outer: lead.outer,
    ceiling: true,
  };
}
