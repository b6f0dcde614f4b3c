import { resolve, sep } from 'node:path';
import { endProfile, type Fault, type Finding, type Severity, startProfile } from '#base';
import { DEFAULT_MAX_BYTES, type DraftPath, findDrafts, type Read } from '#disk';
import type { DraftReading, DraftSettings, LintResult } from '#lint';
import type { LintedDraft } from '#report';
import { hint } from '#rules';
import type { Job } from '../ahead.ts';
import { cardsOf, type LintEngine, openEngine } from '../engine.ts';
import { complain, confess, EXIT, note } from '../output.ts';
import { makePlans, type Plans } from '../plans.ts';
import { makeProgress } from '../progress.ts';
import { VERSION } from '../version.ts';
import { readOne } from './drafts.ts';
import { type LintFlags, type LintOptions, readFlags } from './lint-flags.ts';
import { COMMANDS } from './names.ts';
import { reportAll } from './report-all.ts';
import { tellWaivers } from './tell-waivers.ts';

/** `treatylint [lint] paths…`: findings to standard output, faults to standard error; gives the exit code. */
export async function lint(paths: readonly string[], flags: LintFlags): Promise<number> {
  const cwd = process.cwd();
  const opened = await openEngine(flags.rules);
  const plans = makePlans(flags, opened.book, cwd);
  if (flags.printConfig !== undefined) return (await import('./print-config.ts')).printConfig(flags.printConfig, plans, flags);
  const wanted = [
    ...(flags.package ?? []),
    ...(flags.stdin || (paths.length === 0 && flags.stdinFilename !== undefined) ? ['-', ...paths] : paths),
  ];
  const found = await findDrafts(wanted, cwd);
  const chosen = found.drafts.map((draft) => named(draft, flags, cwd));
  const misconfigured = opened.engine === null ? [] : await plans.open(chosen);
  const cards = [...opened.cards, ...cardsOf(plans.all().flatMap((configuration) => configuration.rules))];
  const { options, faults } = readFlags(flags, cards, DEFAULT_MAX_BYTES);
  const early = [...opened.faults, ...faults];
  if (opened.engine === null || early.length > 0) {
    complain(early);
    // Editors read standard output whatever happens: a broken rule book reaches them as a fatal message.
    await reportAll(unreadAll(early), options, flags, cards);
    return EXIT.faults;
  }
  if (wanted.length === 0) {
    note('treatylint: no path given: name files or folders, or - for standard input');
    return EXIT.faults;
  }
  const apart = packageFaults(flags.package ?? [], chosen);
  const given = [...found.faults.map((fault) => withCommandHint(fault, paths)), ...apart, ...misconfigured];
  const drafts: LintedDraft[] = unreadAll(given);
  complain(drafts.flatMap((draft) => draft.faults));
  if (flags.profile) startProfile(() => performance.now());
  drafts.push(...(await lintAll(chosen, opened.engine, plans, options, flags)));
  if (flags.profile) note((await import('../print-profile.ts')).printProfile(endProfile()));
  tellWaivers(drafts);
  const settled = await settleBaselines(drafts, plans, flags, cwd);
  const shown = settled.drafts.map((draft) => {
    const least = options.minLevel ?? plans.of(resolve(cwd, draft.path))?.minLevel ?? 'info';
    return { ...draft, findings: draft.findings.filter((finding) => rank(finding.severity) >= rank(least)) };
  });
  const unwritten = await reportAll(shown, options, flags, cards);
  const failOnOf = (draft: LintedDraft) => options.failOn ?? plans.of(resolve(cwd, draft.path))?.failOn ?? 'warning';
  return exitOf(settled.drafts, options.maxWarnings, failOnOf, unwritten || settled.failed);
}

/** A draft under the path that reports name; standard input has the place that its name says. */
function named(draft: DraftPath, flags: LintFlags, cwd: string): DraftPath {
  if (draft.path !== '-') return draft;
  const path = flags.stdinFilename ?? '<stdin>';
  return { path, absolute: resolve(cwd, path), stdin: true };
}

/** A folder given with `--package` in which no draft was found. */
function packageFaults(folders: readonly string[], drafts: readonly DraftPath[]): Fault[] {
  return folders
    .filter((folder) => !drafts.some(({ absolute }) => isInside(absolute, resolve(process.cwd(), folder))))
    .map((folder) => ({
      file: folder,
      pointer: '',
      message: 'no draft of this folder is linted: --package takes a folder of drafts',
    }));
}

/** A draft that waits for its sisters. */
interface Waiting {
  readonly reading: DraftReading;
  readonly n: number;
  readonly settings: DraftSettings;
}

/** Lints every draft: those of a package together, once all of them are read, the others as they come. */
async function lintAll(
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

/** True for a file in a folder, however deep, and for the file itself. */
function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Reads the baselines of the drafts, marks what they know, and writes them anew where that is asked. */
async function settleBaselines(
  drafts: readonly LintedDraft[],
  plans: Plans,
  flags: LintFlags,
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
  const { applyBaseline, openBaseline, updateBaseline } = await import('../baseline.ts');
  const { shown } = await import('../config.ts');
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

/** A path that gave no text, in the shape of a draft: so that every format tells of it. */
function unread(fault: Fault): LintedDraft {
  return { path: fault.file, text: '', findings: [], faults: [fault], defects: [], document: null };
}

/** Faults in that shape, those of one file together. */
function unreadAll(faults: readonly Fault[]): LintedDraft[] {
  const files = new Map<string, Fault[]>();
  for (const fault of faults) files.set(fault.file, [...(files.get(fault.file) ?? []), fault]);
  return [...files.values()].map((own) => ({ ...unread(own[0]!), faults: own }));
}

/** `treatylint expain TRG001`: the first word was meant as a command. */
function withCommandHint(fault: Fault, paths: readonly string[]): Fault {
  if (fault.file !== paths[0] || /[./\\]/.test(fault.file)) return fault;
  const near = hint(fault.file, COMMANDS);
  return near === '' ? fault : { ...fault, message: `${fault.message}, and no command${near}` };
}

function exitOf(
  drafts: readonly LintedDraft[],
  maxWarnings: number | null,
  failOnOf: (draft: LintedDraft) => Severity | 'never',
  failed: boolean,
): number {
  if (drafts.some((draft) => draft.defects.length > 0)) return EXIT.defects;
  if (failed || drafts.some((draft) => draft.faults.length > 0)) return EXIT.faults;
  const openOf = (draft: LintedDraft): readonly Finding[] => draft.findings.filter((finding) => !finding.waived);
  const failing = drafts.some((draft) => {
    const failOn = failOnOf(draft);
    return failOn !== 'never' && openOf(draft).some((finding) => rank(finding.severity) >= rank(failOn));
  });
  const warnings = drafts.flatMap(openOf).filter((finding) => finding.severity === 'warning').length;
  return failing || (maxWarnings !== null && warnings > maxWarnings) ? EXIT.findings : EXIT.clean;
}

function rank(severity: Severity): number {
  return severity === 'error' ? 2 : severity === 'warning' ? 1 : 0;
}
