/**
 * Findings: matches get their place, their words and their order.
 *
 * Takes the matches of a draft, its text, its waivers, the levels and the precedence between rules. Gives findings in the order of the text,
 * notes on waivers, and wordings that could not be filled. Never evaluates a rule, never drops a match without naming it as related.
 */
export {
  BASELINE_VERSION,
  type BaselineDraft,
  type BaselineEntry,
  type BaselineMatch,
  entriesOf,
  matchBaseline,
  readBaseline,
  writeBaseline,
} from './baseline.ts';
export { articleOf } from './place.ts';
export { readPrecedence } from './read-precedence.ts';
export { type Settled, settle } from './settle.ts';
export type { Precedence, PrecedenceChain, Settings, WaiverNote } from './types.ts';
