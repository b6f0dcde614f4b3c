/**
 * The report: findings → text in every format.
 *
 * Takes drafts with their findings, faults and defects, and the options of a run.
 * Gives the text of one format, always the same for the same drafts.
 * Never writes anywhere, and never drops a finding.
 */
export { FORMATS, type FormatName, isFormat } from './formats.ts';
export { type TaskRow, taskRows } from './matrix.ts';
export { lineStarts, offsetAt, type Place, type Position, placer, positionAt } from './position.ts';
export type { ChainCard, DocumentCard, Format, LintedDraft, MatrixCard, ReportOptions, RuleCard, StepCard } from './types.ts';
export { oneLine, safeJson, visible } from './visible.ts';

/** The table for the summary of a GitHub step, loaded when asked for. */
export async function githubSummary(): Promise<import('./types.ts').Format> {
  return (await import('./github.ts')).githubSummary;
}
