import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Fault, Finding } from '#base';
import { readConfigText, writeWhole } from '#disk';
import { type BaselineEntry, entriesOf, matchBaseline, readBaseline, writeBaseline } from '#findings';
import type { LintedDraft } from '#report';

/** A baseline as it was read; none where the file is to be written for the first time. */
export interface OpenBaseline {
  readonly file: string;
  readonly absolute: string;
  readonly entries: readonly BaselineEntry[];
}

/** More stale entries are counted, not listed. */
const MOST_TOLD = 20;

/** Reads a baseline; where it is to be renewed it may be missing, but not be something else. */
export function openBaseline(absolute: string, file: string, renew: boolean): OpenBaseline | Fault {
  if (!existsSync(absolute))
    return renew
      ? { file, absolute, entries: [] }
      : { file, pointer: '', message: 'no such baseline; write it with --update-baseline' };
  const text = readConfigText(absolute, 64 * 1024 * 1024);
  const read = 'fault' in text ? text : readBaseline(text.text);
  return 'fault' in read ? { file, pointer: '', message: read.fault } : { file, absolute, entries: read.entries };
}

/** Marks what the baseline knows in its drafts; gives them with what it has to say of its stale entries. */
export function applyBaseline(
  { file, absolute, entries }: OpenBaseline,
  drafts: readonly LintedDraft[],
): { readonly drafts: readonly LintedDraft[]; readonly notes: readonly string[] } {
  const home = dirname(absolute);
  const named = drafts.map((draft) => ({ ...draft, file: nameFrom(home, draft.path) }));
  const { known, stale } = matchBaseline(entries, named, (name) => !existsSync(resolve(home, name)));
  const marked = drafts.map((draft, d) => {
    let open = 0;
    const findings = draft.findings.map((finding): Finding => {
      if (finding.waived || !known[d]![open++]) return finding;
      return { ...finding, waived: { reason: `known in ${file}`, from: 'baseline' } };
    });
    return { ...draft, findings, baseline: file };
  });
  const notes = stale
    .slice(0, MOST_TOLD)
    .map(
      (each) =>
        `${file}: no longer found: ${each.file}: ${each.clause ?? 'whole draft'}: ${each.code} “${each.words.slice(0, 80)}”`,
    );
  if (stale.length > MOST_TOLD) notes.push(`${file}: and ${stale.length - MOST_TOLD} more are no longer found`);
  if (stale.length > 0) notes.push(`${file}: --update-baseline drops what is no longer found`);
  return { drafts: marked, notes };
}

/** Writes what was found in drafts; entries of other drafts that are still there stay. Gives why it failed, or null. */
export function updateBaseline({ absolute, entries }: OpenBaseline, drafts: readonly LintedDraft[]): string | null {
  const home = dirname(absolute);
  // A draft that could not be read keeps what was known of it.
  const read = drafts.filter((draft) => draft.document !== null).map((draft) => ({ ...draft, file: nameFrom(home, draft.path) }));
  const renewed = new Set(read.map((draft) => draft.file));
  const kept = entries.filter((entry) => !renewed.has(entry.file) && existsSync(resolve(home, entry.file)));
  const all = [...kept, ...read.flatMap((draft) => entriesOf(draft))];
  const inOrder = all
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => (a.entry.file < b.entry.file ? -1 : a.entry.file > b.entry.file ? 1 : a.index - b.index));
  return writeWhole(absolute, writeBaseline(inOrder.map(({ entry }) => entry)));
}

function nameFrom(home: string, path: string): string {
  return relative(home, resolve(path)).split(sep).join('/');
}
