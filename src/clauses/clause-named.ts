import { nearest } from '#parse';
import type { Clause } from './types.ts';

/** The clause that a drafter cites: `Article 5`, `Art. 5 (2)`, `annex a, paragraph 2`; null where the draft has none of that name. */
export function clauseNamed(clauses: readonly Clause[], label: string): Clause | null {
  const wanted = foldLabel(label);
  return wanted === '' ? null : (clauses.find((clause) => foldLabel(clause.label) === wanted) ?? null);
}

/** The label that a mistyped one most likely means. */
export function nearestClause(clauses: readonly Clause[], label: string): string | null {
  return nearest(
    label,
    clauses.map((clause) => clause.label).filter((each) => each !== ''),
  );
}

/** One form of a label, however it is spaced and written: `Art. 5 (2) (a)` → `article 5(2)(a)`. */
function foldLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^arts?\.? (?=\S)/, 'article ')
    .replace(/ ?([(),]) ?/g, '$1');
}
