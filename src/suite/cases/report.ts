import type { Change, Difference } from './compare.ts';
import { writeLine } from './findings-file.ts';
import type { Verdict } from './verdict.ts';

/** A case with its verdict, for a report. */
export interface JudgedCase extends Verdict {
  /** As the user wrote it. */
  readonly path: string;
  /** Its findings were written. */
  readonly approvedNow: boolean;
}

/** A difference as a reviewer reads it: `-` lost, `+` new, `~` moved, reworded or regraded. */
export function printDifference({ lost, fresh, moved, reworded, regraded, reordered }: Difference): string[] {
  const change = (word: string, list: readonly Change[], show: (change: Change) => string): string[] =>
    list.map((each) => `~ ${word.padEnd(8)}  ${show(each)}`);
  return [
    ...lost.map((each) => `- lost      ${writeLine(each)}`),
    ...fresh.map((each) => `+ new       ${writeLine(each)}`),
    ...change('moved', moved, ({ from, to }) => `${from.clause} → ${writeLine(to)}`),
    ...change('reworded', reworded, ({ from, to }) => `${to.clause} | ${to.code} ${to.level} | “${from.words}” → “${to.words}”`),
    ...change('regraded', regraded, ({ from, to }) =>
      `${to.clause} | ${to.code} ${from.level} → ${to.level} | ${to.words}`.trimEnd(),
    ),
    ...(reordered ? ['~ order     the same findings in another order'] : []),
  ];
}

/** Everything that is to be said of one case, a line each. */
export function printCase({ difference, unmet, faults }: Verdict): string[] {
  return [
    ...printDifference(difference),
    ...unmet.map(({ line, message }) => `! line ${line}  ${message}`),
    ...faults.map(({ line, message }) => `! findings, line ${line}  ${message}`),
  ];
}

/** How many cases came to what. */
export function countCases(cases: readonly JudgedCase[]): {
  readonly cases: number;
  readonly passed: number;
  readonly changed: number;
  readonly missing: number;
  readonly approved: number;
} {
  const count = (state: Verdict['state']): number => cases.filter((each) => each.state === state).length;
  return {
    cases: cases.length,
    passed: count('passed'),
    changed: count('changed'),
    missing: count('missing'),
    approved: cases.filter(({ approvedNow }) => approvedNow).length,
  };
}
