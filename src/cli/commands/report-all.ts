import { appendFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { writeWhole } from '#disk';
import { FORMATS, githubSummary, type LintedDraft, type ReportOptions } from '#report';
import { complain, wantsColor } from '../output.ts';
import { VERSION } from '../version.ts';
import type { LintFlags, LintOptions } from './lint-flags.ts';

/** Writes every report; true where a file could not be written. */
export async function reportAll(
  drafts: readonly LintedDraft[],
  options: LintOptions,
  flags: Pick<LintFlags, 'quiet' | 'color' | 'all'>,
  cards: ReportOptions['rules'],
  print: (text: string) => void,
): Promise<boolean> {
  const cwd = process.cwd();
  const base: Omit<ReportOptions, 'color' | 'width'> = {
    quiet: flags.quiet ?? false,
    all: flags.all ?? false,
    version: VERSION,
    absolute: (path) => (path === '<stdin>' ? path : resolve(cwd, path)),
    relative: (path) => (path === '<stdin>' ? path : relativeTo(cwd, path)),
    rules: cards,
  };
  let failed = false;
  for (const { format, file } of options.targets) {
    const write = await FORMATS[format].load();
    if (file === null) {
      const width = Math.min(Math.max(process.stdout.columns ?? 100, 60), 120);
      print(write(drafts, { ...base, color: wantsColor(flags.color, process.env, process.stdout.isTTY), width }));
    } else {
      const reason = writeWhole(resolve(cwd, file), write(drafts, { ...base, color: false, width: 100 }));
      if (reason !== null) {
        complain([{ file, pointer: '', message: `the report could not be written: ${reason}` }]);
        failed = true;
      }
    }
    if (format === 'github') failed = !(await summarise(drafts, { ...base, color: false, width: 100 })) || failed;
  }
  return failed;
}

/** Adds the table to the summary of a GitHub step, where there is one. */
async function summarise(drafts: readonly LintedDraft[], options: ReportOptions): Promise<boolean> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return true;
  try {
    appendFileSync(file, (await githubSummary())(drafts, options));
    return true;
  } catch (error) {
    complain([{ file, pointer: '', message: `the step summary could not be written: ${(error as Error).message}` }]);
    return false;
  }
}

function relativeTo(cwd: string, path: string): string {
  const shown = relative(cwd, resolve(cwd, path));
  // Outside the working directory only the absolute path says where.
  return (shown.startsWith('..') ? resolve(cwd, path) : shown).split(sep).join('/');
}
