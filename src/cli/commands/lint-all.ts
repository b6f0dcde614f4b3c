import { resolve } from 'node:path';
import type { DraftPath, Read } from '#disk';
import type { DraftReading, DraftSettings, LintResult } from '#lint';
import type { LintedDraft } from '#report';
import type { Job } from '../ahead.ts';
import type { LintEngine } from '../engine.ts';
import { isInside } from '../lint-drafts.ts';
import { complain, confess } from '../output.ts';
import type { Plans } from '../plans.ts';
import { makeProgress } from '../progress.ts';
import { unread } from '../unread.ts';
import { VERSION } from '../version.ts';
import { readOne } from './drafts.ts';
import type { LintFlags, LintOptions } from './lint-flags.ts';

/** A draft that waits for its sisters. */
interface Waiting {
  readonly reading: DraftReading;
  readonly n: number;
  readonly settings: DraftSettings;
}

/** Lints every draft: those of a package together, once all of them are read, the others as they come. */
export async function lintAll(
  paths: readonly DraftPath[],
  engine: LintEngine,
  plans: Plans,
  options: LintOptions,
  flags: LintFlags,
): Promise<LintedDraft[]> {
  const folders = (flags.package ?? []).map((folder) => resolve(process.cwd(), folder));
  const results: LintedDraft[] = [];
  const packages = new Map<string, { readonly engine: LintEngine; readonly drafts: Waiting[] }>();
  const progress = makeProgress(process.stderr, () => performance.now());
  const settle = (n: number, result: LintedDraft, quiet = false): void => {
    results[n] = result;
    if (result.faults.length + result.defects.length > 0) progress.clear();
    if (!quiet) complain(result.faults);
    for (const defect of result.defects) confess(`${defect.code}: ${defect.message}`, VERSION);
  };
  const jobs: Job[] = [];
  const ready: (LintedDraft | (Job & { readonly own: LintEngine; readonly folder: string | undefined }))[] = [];
  for (const draft of paths) {
    const { path, absolute } = draft;
    const plan = plans.of(absolute);
    const read = plan === null ? null : await readOne(draft, options.maxBytes);
    if (plan === null) {
      const message = `not linted: its configuration ${plans.fileOf(absolute)} has faults`;
      ready.push(unread({ file: path, pointer: '', message }));
    } else if (read === null || 'fault' in read) {
      const { fault: message, ...place } = read as Extract<Read, { fault: string }>;
      ready.push(unread({ file: path, pointer: '', message, ...place }));
    } else {
      const own = engine.changed(plan.change);
      const { levels, waivers, defaults, inlineConfig = true } = plan;
      const settings = { inlineConfig: flags.inlineConfig && inlineConfig, levels, commanded: options.levels, waivers };
      const job = { n: ready.length, path, text: read.text, book: own.book, defaults, settings };
      const folder = folders.find((each) => isInside(absolute, each));
      if (folder === undefined) jobs.push(job);
      ready.push({ ...job, own, folder });
    }
  }
  const ahead = await resultsAhead(jobs, options, flags);
  for (const [n, job] of ready.entries()) {
    progress.show(n, paths.length, job.path);
    if (!('own' in job)) {
      // What is wrong with the configuration has been told once for all its drafts.
      settle(n, job, plans.of(paths[n]!.absolute) === null);
      continue;
    }
    const known = ahead.get(n);
    if (known) {
      settle(n, known);
      continue;
    }
    const { path, text, own, defaults, settings, folder } = job;
    const reading = await own.read({ path, text }, defaults);
    const name = folder === undefined ? reading.frontMatter.package : `folder ${folder}`;
    if (name === undefined) {
      settle(n, (await own.judge([reading], [settings]))[0]!);
      continue;
    }
    // Sisters under different configurations cannot be judged by one book.
    const key = `${plans.of(paths[n]!.absolute)?.change?.key ?? ''}\n${name}`;
    const row = packages.get(key) ?? { engine: own, drafts: [] };
    row.drafts.push({ reading, n, settings });
    packages.set(key, row);
  }
  for (const { engine: own, drafts } of packages.values()) {
    const judged = await own.judge(
      drafts.map(({ reading }) => reading),
      drafts.map(({ settings }) => settings),
    );
    for (const [i, { n }] of drafts.entries()) settle(n, judged[i]!);
  }
  progress.clear();
  return results;
}

/** Results kept from an earlier run or linted in threads; none where neither is asked for. A profile is of one thread that does all. */
async function resultsAhead(jobs: readonly Job[], { threads }: LintOptions, { cache, profile }: LintFlags) {
  if (profile || (threads === 1 && cache === undefined)) return new Map<number, LintResult>();
  const folder = cache === undefined ? null : resolve(process.cwd(), cache === true ? '.treatylint-cache' : cache);
  return (await import('../ahead.ts')).lintAhead(jobs, { threads, cache: folder });
}
