import type { Finding } from '#base';
import { compare, type Difference, isEqual } from './compare.ts';
import { approvedForm, readFindings, writeLine } from './findings-file.ts';

/** What a case comes to: as approved, different, or not approved yet. */
export interface Verdict {
  readonly state: 'same' | 'different' | 'unapproved';
  readonly difference: Difference;
  /** Lines of the approved file that are none. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** Judges what was found in a case by its approved findings, as text; null where there are none. */
export function judgeCase(findings: readonly Finding[], approved: string | null): Verdict {
  const read = approved === null ? { findings: [], faults: [] } : readFindings(approved);
  const difference = compare(read.findings, approvedForm(findings));
  const same = isEqual(difference) && read.faults.length === 0;
  return { state: approved === null ? 'unapproved' : same ? 'same' : 'different', difference, faults: read.faults };
}

/** A difference as a reviewer reads it: `-` lost, `+` new, and a changed one as both. */
export function printDifference({ lost, fresh, changed, moved }: Difference): string[] {
  return [
    ...changed.flatMap(({ from, to }) => [`- ${writeLine(from)}`, `+ ${writeLine(to)}`]),
    ...lost.map((each) => `- ${writeLine(each)}`),
    ...fresh.map((each) => `+ ${writeLine(each)}`),
    ...(moved ? ['the same findings in another order'] : []),
  ];
}
