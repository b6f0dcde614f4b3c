import type { ApprovedFinding } from './findings-file.ts';

/** How what was found differs from what was approved. */
export interface Difference {
  /** Approved, and found no more. */
  readonly lost: readonly ApprovedFinding[];
  /** Found, and not approved. */
  readonly fresh: readonly ApprovedFinding[];
  /** The same rule in the same clause, with another level or other words. */
  readonly changed: readonly { readonly from: ApprovedFinding; readonly to: ApprovedFinding }[];
  /** The same findings, in another order. */
  readonly moved: boolean;
}

/** Compares approved findings with found ones. Equal lists give no difference at all. */
export function compare(approved: readonly ApprovedFinding[], found: readonly ApprovedFinding[]): Difference {
  const rest = [...approved];
  const take = (same: (each: ApprovedFinding) => boolean): ApprovedFinding | null => {
    const index = rest.findIndex(same);
    return index < 0 ? null : rest.splice(index, 1)[0]!;
  };
  const unmatched = found.filter((one) => !take((each) => isSame(each, one)));
  const changed: { from: ApprovedFinding; to: ApprovedFinding }[] = [];
  const fresh: ApprovedFinding[] = [];
  for (const one of unmatched) {
    const before =
      take((each) => each.code === one.code && each.words === one.words) ??
      take((each) => each.code === one.code && each.clause === one.clause);
    if (before) changed.push({ from: before, to: one });
    else fresh.push(one);
  }
  const moved = unmatched.length === 0 && rest.length === 0 && found.some((one, index) => !isSame(approved[index]!, one));
  return { lost: rest, fresh, changed, moved };
}

/** Whether there is nothing to approve. */
export function isEqual({ lost, fresh, changed, moved }: Difference): boolean {
  return lost.length + fresh.length + changed.length === 0 && !moved;
}

function isSame(a: ApprovedFinding, b: ApprovedFinding): boolean {
  return a.clause === b.clause && a.code === b.code && a.level === b.level && a.words === b.words;
}
