/**
 * Rules: the book judges the facts.
 *
 * Takes the rules of a book and the subjects of a draft. Gives the matches: which rule holds for which subject, by which of its cases.
 * Never sees the draft's text, never reads the disk. The check of a book's sources is an entry of its own, `#rules/check`.
 */
export { type Judgement, judge } from './judge.ts';
export { hint, nearest } from './nearest.ts';
export { openBook, type RuleBook } from './open-book.ts';
export { withParameters } from './parameters.ts';
export type { Condition, Match, Rule, RuleCase } from './types.ts';
