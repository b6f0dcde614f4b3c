import type { Finding } from '#base';
import { compare, type Difference, isEqual } from './compare.ts';
import { type Expectation, unmet } from './expectations.ts';
import { approvedForm, type Known, type LineFault, readFindings, writeFindings } from './findings-file.ts';

/** What a case is judged by. */
export interface Approval {
  /** Text of the `.findings` file; null where there is none. */
  readonly approved: string | null;
  readonly expectations: readonly Expectation[];
  readonly known: Known;
}

/** What a case comes to. */
export interface Verdict {
  /** missing: nothing was approved yet, and the draft itself says nothing. */
  readonly state: 'passed' | 'changed' | 'missing';
  readonly difference: Difference;
  /** Expectations of the draft that are not met, with their lines in the draft. */
  readonly unmet: readonly LineFault[];
  /** Lines of the findings file that cannot be used. */
  readonly faults: readonly LineFault[];
  /** What an approval writes; null where the file is that already, or where the case is judged by the draft's own expectations. */
  readonly proposal: string | null;
}

const nothing: Difference = { lost: [], fresh: [], moved: [], reworded: [], regraded: [], reordered: false };

/** Judges what was found in a draft by what a person approved. */
export function judgeCase(findings: readonly Finding[], { approved, expectations, known }: Approval): Verdict {
  const open = unmet(expectations, findings);
  if (approved === null && expectations.length > 0)
    return {
      state: open.length > 0 ? 'changed' : 'passed',
      difference: nothing,
      unmet: open,
      faults: [],
      proposal: null,
    };
  const read = approved === null ? { findings: [], faults: [] } : readFindings(approved, known);
  const difference = compare(read.findings, approvedForm(findings));
  const sound = isEqual(difference) && open.length === 0 && read.faults.every(({ harmless }) => harmless);
  const text = writeFindings(findings);
  return {
    state: approved === null ? 'missing' : sound ? 'passed' : 'changed',
    difference,
    unmet: open,
    faults: read.faults,
    proposal: text === approved ? null : text,
  };
}
