/**
 * Suite: what was found against what a person approved.
 *
 * Takes findings, the text of approved ones and the outlines of drafts. Gives verdicts with what was lost, is new, moved, was reworded or
 * regraded, and reports on them. Never writes an approval.
 */
export { type Change, compare, type Difference, isEqual } from './cases/compare.ts';
export { type Expectation, readExpectations, unmet } from './cases/expectations.ts';
export {
  type ApprovedFinding,
  approvedForm,
  type Known,
  type LineFault,
  readFindings,
  writeFindings,
  writeLine,
} from './cases/findings-file.ts';
export { SUITE_FORMATS, type SuiteFormat, type SuiteFormatName } from './cases/formats.ts';
export { countCases, type JudgedCase, printCase, printDifference } from './cases/report.ts';
export { type Approval, judgeCase, type Verdict } from './cases/verdict.ts';
export { type Mutant, type MutateOptions, mutate, operators } from './mutate/run.ts';
export { MUTATION_FORMATS, type Score, scoreOf } from './mutate/score.ts';
export type { Draft, Mutation, Operator } from './mutate/types.ts';
