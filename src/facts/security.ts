import type { Reading } from './model.ts';

const memory = new WeakMap<Reading, boolean>();

/** Kinds that concern security by what they are (decision 6). */
const kinds: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'ceasefire',
  'monitoring',
  'operational-annex',
  'peace-settlement',
]);

/**
 * True where the text concerns security at all: a group that answers an attack or a violation, a kind that says so, or duties of arms and
 * forces. Rules that look at clauses outside trigger groups ask it first, so that a treaty on taxes or ferries stays unread.
 */
export function speaksOfSecurity(reading: Reading): boolean {
  const known = memory.get(reading);
  if (known !== undefined) return known;
  const armed = reading.duties.filter(
    ({ core, proposition }) =>
      core &&
      (proposition.actionClass === 'military' || proposition.actionClass === 'military-support') &&
      proposition.force >= 3,
  ).length;
  const answers =
    kinds.has(reading.kind) ||
    reading.frontMatter.parent !== undefined ||
    armed > 0 ||
    reading.groups.some(
      (group) =>
        (group.class === 'attack' || group.class === 'violation') &&
        (reading.dutiesByGroup.get(group) ?? []).some((duty) => duty.core),
    );
  memory.set(reading, answers);
  return answers;
}
