import type { Finding, Severity } from '#base';
import type { LintedDraft } from './types.ts';

/** How many findings of each level. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Findings that no waiver covers: what a report is about. */
export function open(draft: LintedDraft): readonly Finding[] {
  return draft.findings.filter((finding) => !finding.waived);
}

/** Findings that a waiver of the draft covers. */
export function waived(draft: LintedDraft): readonly Finding[] {
  return draft.findings.filter((finding) => finding.waived);
}

export function countLevels(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** `1 error`, `3 warnings`, `2 infos`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `2 errors, 1 warning, 0 infos`; with `brief` the levels that do not occur are left out. */
export function tally(counts: Counts, brief = false): string {
  const parts = LEVELS.filter((level) => !brief || counts[level] > 0).map((level) => plural(counts[level], level));
  return parts.length > 0 ? parts.join(', ') : 'nothing found';
}

/** Worst first. */
export const LEVELS: readonly Severity[] = ['error', 'warning', 'info'];

/** The unit a reader looks for: `Article 5` of `Article 5(2)(a)`, `Annex A` of `Annex A, paragraph 2`. */
export function articleOf(clause: string | null): string {
  if (clause === null) return 'Whole document';
  const cut = clause.search(/[(,]/);
  return cut > 0 ? clause.slice(0, cut).trimEnd() : clause;
}

/** Findings in groups of one key, worst group first: errors, then warnings, then infos, then the order of the drafts. */
export function grouped(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): readonly (readonly [string, Counts])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups]
    .map(([key, group]) => [key, countLevels(group)] as const)
    .sort(([, a], [, b]) => b.error - a.error || b.warning - a.warning || b.info - a.info);
}

/** Runs of equal keys are told apart by a number: 1 for the first of its kind, 2 for the second … */
export function occurrences(): (key: string) => number {
  const seen = new Map<string, number>();
  return (key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count;
  };
}
