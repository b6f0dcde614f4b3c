/**
 * Suite: what was found against what a person approved.
 *
 * Takes findings and the text of approved ones. Gives verdicts with what was lost, what is new and what changed.
 * Never writes an approval.
 */
export { compare, type Difference, isEqual } from './compare.ts';
export { type ApprovedFinding, approvedForm, readFindings, writeFindings, writeLine } from './findings-file.ts';
export { judgeCase, printDifference, type Verdict } from './verdict.ts';
