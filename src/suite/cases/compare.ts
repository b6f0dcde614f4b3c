import type { ApprovedFinding } from './findings-file.ts';

/** Approved finding and what stands in its place now. */
export interface Change {
  readonly from: ApprovedFinding;
  readonly to: ApprovedFinding;
}

/** How what was found differs from what was approved. */
export interface Difference {
  /** Approved, and found no more. */
  readonly lost: readonly ApprovedFinding[];
  /** Found, and not approved. */
  readonly fresh: readonly ApprovedFinding[];
  /** The same rule on the same words, in another clause. */
  readonly moved: readonly Change[];
  /** The same rule in the same clause, on other words. */
  readonly reworded: readonly Change[];
  /** The same finding at another level, or waived now, or waived no more. */
  readonly regraded: readonly Change[];
  /** The same findings, in another order. */
  readonly reordered: boolean;
}

/** Compares approved findings with found ones. Equal lists give no difference at all. */
export function compare(approved: readonly ApprovedFinding[], found: readonly ApprovedFinding[]): Difference {
  const before = [...approved];
  let after = [...found];
  /** Pairs what is left on both sides by what `same` holds equal. */
  const pair = (same: (a: ApprovedFinding, b: ApprovedFinding) => boolean): Change[] => {
    const pairs: Change[] = [];
    after = after.filter((to) => {
      const index = before.findIndex((from) => same(from, to));
      if (index < 0) return true;
      pairs.push({ from: before.splice(index, 1)[0]!, to });
      return false;
    });
    return pairs;
  };
  const inClause = (a: ApprovedFinding, b: ApprovedFinding): boolean => a.code === b.code && a.clause === b.clause;
  const kept = pair((a, b) => inClause(a, b) && a.words === b.words && a.nth === b.nth);
  const moved = pair((a, b) => a.code === b.code && a.words === b.words && a.clause !== b.clause);
  const reworded = pair((a, b) => inClause(a, b) && a.words !== b.words);
  const regraded = kept.filter(({ from, to }) => from.level !== to.level);
  const whole = before.length + after.length + moved.length + reworded.length === 0;
  const reordered = whole && kept.some(({ from }, index) => approved[index] !== from);
  return { lost: before, fresh: after, moved, reworded, regraded, reordered };
}

/** Whether there is nothing to approve. */
export function isEqual({ lost, fresh, moved, reworded, regraded, reordered }: Difference): boolean {
  return lost.length + fresh.length + moved.length + reworded.length + regraded.length === 0 && !reordered;
}
