import { resolve } from 'node:path';
import { endProfile, type Fault, type Finding, type Severity, startProfile } from '#base';
import { DEFAULT_MAX_BYTES, type DraftPath, findDrafts } from '#disk';
import type { LintResult } from '#lint';
import type { LintedDraft } from '#report';
import { hint } from '#rules';
import type { Job } from '../ahead.ts';
import { cardsOf, type Opened, openEngine } from '../engine.ts';
import { isInside, lintDrafts } from '../lint-drafts.ts';
import type { Memory } from '../memory.ts';
import { complain, confess, EXIT, note, say } from '../output.ts';
import { makePlans, type Plans } from '../plans.ts';
import { makeProgress } from '../progress.ts';
import { settleBaselines } from '../settle-baselines.ts';
import { unreadAll } from '../unread.ts';
import { VERSION } from '../version.ts';
import { named, readOne } from './drafts.ts';
import { type LintFlags, type LintOptions, readFlags } from './lint-flags.ts';
import { COMMANDS } from './names.ts';
import { reportAll } from './report-all.ts';
import { tellWaivers } from './tell-waivers.ts';

/** What stands between the runs of a watcher. */
export interface Standing {
  /** Null: the rule book is to be read again. */
  opened: Opened | null;
  readonly memory: Memory;
  /** Where the report that is meant for standard output goes. */
  readonly print: (text: string) => void;
  /** Ends a run between two drafts. */
  readonly signal: AbortSignal;
}

/** What a run came to. */
export interface LintRun {
  readonly exit: number;
  /** As reported: baseline and lowest level applied. */
  readonly drafts: readonly LintedDraft[];
  /** Where the paths led. */
  readonly chosen: readonly DraftPath[];
  readonly plans: Plans;
}

/** `treatylint [lint] paths…`: findings to standard output, faults to standard error; gives the exit code. */
export async function lint(paths: readonly string[], flags: LintFlags): Promise<number> {
  if (flags.printConfig === undefined) return (await lintRun(paths, flags)).exit;
  const { book } = await openEngine(flags.rules);
  const { printConfig } = await import('./print-config.ts');
  return printConfig(flags.printConfig, makePlans(flags, book, process.cwd()), flags);
}

/** One run, of the command or of a watcher: everything but what stands is found, read and told anew. */
export async function lintRun(paths: readonly string[], flags: LintFlags, standing?: Standing): Promise<LintRun> {
  const cwd = process.cwd();
  const print = standing?.print ?? say;
  const opened = standing?.opened ?? (await openEngine(flags.rules));
  if (standing && opened.engine !== null) standing.opened = opened;
  const plans = makePlans(flags, opened.book, cwd);
  const wanted = [
    ...(flags.package ?? []),
    ...(flags.stdin || (paths.length === 0 && flags.stdinFilename !== undefined) ? ['-', ...paths] : paths),
  ];
  const found = await findDrafts(wanted, cwd);
  const chosen = found.drafts.map((draft) => named(draft, cwd, flags.stdinFilename));
  const misconfigured = opened.engine === null ? [] : await plans.open(chosen);
  const cards = [...opened.cards, ...cardsOf(plans.all().flatMap((configuration) => configuration.rules))];
  const { options, faults } = readFlags(flags, cards, DEFAULT_MAX_BYTES);
  const early = [...opened.faults, ...faults];
  if (opened.engine === null || early.length > 0) {
    complain(early);
    const drafts = unreadAll(early);
    // Editors read standard output whatever happens: a broken rule book reaches them as a fatal message.
    await reportAll(drafts, options, flags, cards, print);
    return { exit: EXIT.faults, drafts, chosen, plans };
  }
  if (wanted.length === 0) {
    note('treatylint: no path given: name files or folders, or - for standard input');
    return { exit: EXIT.faults, drafts: [], chosen, plans };
  }
  const apart = packageFaults(flags.package ?? [], chosen);
  const given = [...found.faults.map((fault) => withCommandHint(fault, paths)), ...apart, ...misconfigured];
  const drafts: LintedDraft[] = unreadAll(given);
  complain(drafts.flatMap((draft) => draft.faults));
  if (flags.profile) startProfile(() => performance.now());
  const progress = makeProgress(process.stderr, () => performance.now());
  const linted = await lintDrafts(chosen, {
    engine: opened.engine,
    plans,
    inlineConfig: flags.inlineConfig,
    commanded: options.levels,
    packages: flags.package ?? [],
    cwd,
    read: (draft) => readOne(draft, options.maxBytes),
    ...(standing
      ? { memory: standing.memory, began: () => breathe(standing.signal) }
      : {
          ahead: (jobs: readonly Job[]) => resultsAhead(jobs, options, flags),
          began: (n: number, { path }: DraftPath) => progress.show(n, chosen.length, path),
        }),
    settled(result, quiet) {
      if (result.faults.length + result.defects.length > 0) progress.clear();
      if (!quiet) complain(result.faults);
      for (const defect of result.defects) confess(`${defect.code}: ${defect.message}`, VERSION);
    },
  });
  progress.clear();
  if (flags.profile) note((await import('../print-profile.ts')).printProfile(endProfile()));
  standing?.memory.keepOnly(chosen);
  drafts.push(...linted);
  tellWaivers(drafts);
  const settled = await settleBaselines(drafts, plans, flags, cwd);
  const shown = settled.drafts.map((draft) => {
    const least = options.minLevel ?? plans.of(resolve(cwd, draft.path))?.minLevel ?? 'info';
    return { ...draft, findings: draft.findings.filter((finding) => rank(finding.severity) >= rank(least)) };
  });
  const unwritten = await reportAll(shown, options, flags, cards, print);
  const failOnOf = (draft: LintedDraft) => options.failOn ?? plans.of(resolve(cwd, draft.path))?.failOn ?? 'warning';
  const exit = exitOf(settled.drafts, options.maxWarnings, failOnOf, unwritten || settled.failed);
  return { exit, drafts: shown, chosen, plans };
}

/** Results kept from an earlier run or linted in threads; none where neither is asked for. A profile is of one thread that does all. */
async function resultsAhead(jobs: readonly Job[], { threads }: LintOptions, { cache, profile }: LintFlags) {
  if (profile || (threads === 1 && cache === undefined)) return new Map<number, LintResult>();
  const folder = cache === undefined ? null : resolve(process.cwd(), cache === true ? '.treatylint-cache' : cache);
  return (await import('../ahead.ts')).lintAhead(jobs, { threads, cache: folder });
}

/** Lets signals and keys be heard. */
async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((done) => setImmediate(done));
  signal.throwIfAborted();
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
