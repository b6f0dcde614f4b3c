import { resolve } from 'node:path';
import type { Fault } from '#base';
import type { LintedDraft } from '#report';
import { complain, note } from './output.ts';
import type { Plans } from './plans.ts';
import { unreadAll } from './unread.ts';

/** Reads the baselines of the drafts, marks what they know, and writes them anew where that is asked. */
export async function settleBaselines(
  drafts: readonly LintedDraft[],
  plans: Plans,
  flags: { readonly baseline?: string; readonly updateBaseline?: boolean },
  cwd: string,
): Promise<{ readonly drafts: readonly LintedDraft[]; readonly failed: boolean }> {
  const fileOf = (draft: LintedDraft): string | null =>
    flags.baseline !== undefined ? resolve(cwd, flags.baseline) : (plans.of(resolve(cwd, draft.path))?.baseline ?? null);
  const files = new Set(drafts.map(fileOf));
  files.delete(null);
  if (flags.updateBaseline && files.size === 0) {
    complain([
      {
        file: '--update-baseline',
        pointer: '',
        message: 'no baseline is named: add --baseline FILE, or baseline: FILE to the configuration',
      },
    ]);
    return { drafts, failed: true };
  }
  if (files.size === 0) return { drafts, failed: false };
  const { applyBaseline, openBaseline, updateBaseline } = await import('./baseline.ts');
  const { shown } = await import('./config.ts');
  const settled = new Map<LintedDraft, LintedDraft>();
  const faults: Fault[] = [];
  for (const absolute of files as Set<string>) {
    const own = drafts.filter((draft) => fileOf(draft) === absolute);
    const baseline = openBaseline(absolute, shown(cwd, absolute), flags.updateBaseline ?? false);
    if ('message' in baseline) {
      faults.push(baseline);
      continue;
    }
    if (flags.updateBaseline && own.every((draft) => draft.defects.length === 0)) {
      const failure = updateBaseline(baseline, own);
      if (failure !== null)
        faults.push({ file: baseline.file, pointer: '', message: `the baseline could not be written: ${failure}` });
    }
    const current = flags.updateBaseline && faults.length === 0 ? openBaseline(absolute, baseline.file, true) : baseline;
    if ('message' in current) continue;
    const read = own.filter((draft) => draft.document !== null);
    const { drafts: marked, notes } = applyBaseline(current, read);
    read.forEach((draft, index) => {
      settled.set(draft, marked[index]!);
    });
    for (const line of notes) note(`treatylint: ${line}`);
  }
  complain(faults);
  return { drafts: [...drafts.map((draft) => settled.get(draft) ?? draft), ...unreadAll(faults)], failed: faults.length > 0 };
}
