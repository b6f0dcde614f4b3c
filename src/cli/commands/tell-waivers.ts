import { type LintedDraft, lineStarts, positionAt } from '#report';
import { complain, note } from '../output.ts';

/** Waivers that do not do what their author thinks: beside the report, since they are no findings about the clause. */
export function tellWaivers(drafts: readonly LintedDraft[]): void {
  /** Waivers of the configuration: one may be for several drafts, and is idle only where it is idle in all of them. */
  const configured = new Map<string, { readonly message: string; count: number }>();
  for (const { path, text, waiverNotes = [] } of drafts) {
    const starts = waiverNotes.length > 0 ? lineStarts(text) : [];
    for (const each of waiverNotes) {
      if (each.from !== undefined) {
        const before = configured.get(`${each.from} ${each.message}`);
        if (before) before.count++;
        else configured.set(`${each.from} ${each.message}`, { message: `${each.from}: ${each.message} (${path})`, count: 1 });
        continue;
      }
      const { line, column } = positionAt(starts, each.start);
      complain([{ file: path, pointer: '', line, column, message: each.message }]);
    }
  }
  const used = new Set(drafts.flatMap((draft) => draft.findings.flatMap((finding) => finding.waived?.from ?? [])));
  for (const [key, { message }] of configured) if (!used.has(key.split(' ', 1)[0]!)) note(`treatylint: ${message}`);
}
