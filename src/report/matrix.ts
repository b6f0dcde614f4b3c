import type { LintedDraft, MatrixCard } from './types.ts';

/** A task with those who bear it, as words; nobody: null. */
export interface TaskRow {
  readonly task: string;
  readonly bearers: string | null;
}

/**
 * The table of tasks (PKG003) in words: `land` → `Brenn (Article 5), Lorn (Annex A)`. Where the package has more drafts than one, each
 * place says in which.
 *
 * @param name of a draft, as the report shows it.
 */
export function taskRows(matrix: MatrixCard, name: (file: string) => string): readonly TaskRow[] {
  const many = new Set(matrix.rows.flatMap(({ bearers }) => bearers.map(({ file }) => file))).size > 1;
  return matrix.rows.map(({ task, bearers }) => {
    const words = bearers.map((bearer) => {
      const places = [many ? name(bearer.file) : '', bearer.clause ?? ''].filter((part) => part !== '').join(', ');
      return places === '' ? bearer.name : `${bearer.name} (${places})`;
    });
    return { task, bearers: words.length === 0 ? null : [...new Set(words)].join('; ') };
  });
}

/** For each draft whose package has been shown before: the draft it was shown with. */
export function shownBefore(drafts: readonly LintedDraft[]): ReadonlyMap<LintedDraft, LintedDraft> {
  const first = new Map<string, LintedDraft>();
  const before = new Map<LintedDraft, LintedDraft>();
  for (const draft of drafts) {
    if (!draft.document?.matrix) continue;
    const key = JSON.stringify(draft.document.matrix);
    const known = first.get(key);
    if (known) before.set(draft, known);
    else first.set(key, draft);
  }
  return before;
}
