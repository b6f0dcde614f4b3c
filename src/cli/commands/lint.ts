import { appendFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Fault, Finding, Severity } from '#base';
import { DEFAULT_MAX_BYTES, type DraftPath, findDrafts, writeWhole } from '#disk';
import type { DraftReading, LintResult } from '#lint';
import { FORMATS, githubSummary, type LintedDraft, lineStarts, positionAt, type ReportOptions } from '#report';
import { hint } from '#rules';
import { type LintEngine, openEngine } from '../engine.ts';
import { complain, confess, EXIT, note, say, wantsColor } from '../output.ts';
import { VERSION } from '../version.ts';
import { readOne } from './drafts.ts';
import { type LintFlags, type LintOptions, readFlags } from './lint-flags.ts';
import { COMMANDS } from './names.ts';

/** `treatylint [lint] paths…`: findings to standard output, faults to standard error; gives the exit code. */
export async function lint(paths: readonly string[], flags: LintFlags): Promise<number> {
  const opened = await openEngine(flags.rules);
  const { options, faults } = readFlags(flags, opened.cards, DEFAULT_MAX_BYTES);
  const early = [...opened.faults, ...faults];
  if (opened.engine === null || early.length > 0) {
    complain(early);
    // Editors read standard output whatever happens: a broken rule book reaches them as a fatal message.
    await reportAll(early.map(unread), options, flags, opened.cards);
    return EXIT.faults;
  }
  const wanted = [
    ...(flags.package ?? []),
    ...(flags.stdin || (paths.length === 0 && flags.stdinFilename !== undefined) ? ['-', ...paths] : paths),
  ];
  if (wanted.length === 0) {
    note('treatylint: no path given: name files or folders, or - for standard input');
    return EXIT.faults;
  }
  const found = await findDrafts(wanted, process.cwd());
  const folders = (flags.package ?? []).map((folder) => resolve(process.cwd(), folder));
  const apart = packageFaults(flags.package ?? [], found.drafts);
  const linted = await lintAll(found.drafts, folders, opened.engine, options, flags);
  const drafts: LintedDraft[] = [
    ...[...found.faults.map((fault) => withCommandHint(fault, paths)), ...apart].map(unread),
    ...linted,
  ];
  complain(drafts.flatMap((draft) => draft.faults));
  for (const defect of drafts.flatMap((draft) => draft.defects)) confess(`${defect.code}: ${defect.message}`, VERSION);
  const shown = drafts.map((draft) => ({
    ...draft,
    findings: draft.findings.filter((finding) => rank(finding.severity) >= rank(options.minLevel)),
  }));
  const unwritten = await reportAll(shown, options, flags, opened.cards);
  return exitOf(drafts, options, unwritten);
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

/** Lints every draft: those of a package together, once all of them are read, the others as they come. */
async function lintAll(
  paths: readonly DraftPath[],
  folders: readonly string[],
  engine: LintEngine,
  options: LintOptions,
  { inlineConfig, stdinFilename }: LintFlags,
): Promise<LintedDraft[]> {
  const setting = { inlineConfig, levels: options.levels };
  const results: LintedDraft[] = [];
  const packages = new Map<string, { readonly reading: DraftReading; readonly n: number }[]>();
  for (const [n, draft] of paths.entries()) {
    const path = draft.path === '-' ? (stdinFilename ?? '<stdin>') : draft.path;
    const read = await readOne(draft, options.maxBytes);
    if ('fault' in read) {
      const { fault: message, ...place } = read;
      results[n] = unread({ file: path, pointer: '', message, ...place });
      continue;
    }
    const reading = await engine.read({ path, text: read.text });
    const folder = folders.find((each) => isInside(draft.absolute, each));
    const name = folder === undefined ? reading.frontMatter.package : `folder ${folder}`;
    if (name === undefined) results[n] = (await engine.judge([reading], setting))[0]!;
    else packages.set(name, [...(packages.get(name) ?? []), { reading, n }]);
  }
  for (const sisters of packages.values()) {
    const judged = await engine.judge(
      sisters.map(({ reading }) => reading),
      setting,
    );
    for (const [i, { n }] of sisters.entries()) results[n] = judged[i]!;
  }
  for (const result of results) if ('waiverNotes' in result) tellWaivers(result as LintResult);
  return results;
}

/** True for a file in a folder, however deep, and for the file itself. */
function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Waivers that do not do what their author thinks: beside the report, since they are no findings about the clause. */
function tellWaivers({ path, text, waiverNotes }: LintResult): void {
  if (waiverNotes.length === 0) return;
  const starts = lineStarts(text);
  for (const each of waiverNotes) {
    const { line, column } = positionAt(starts, each.start);
    complain([{ file: path, pointer: '', line, column, message: each.message }]);
  }
}

/** A path that gave no text, in the shape of a draft: so that every format tells of it. */
function unread(fault: Fault): LintedDraft {
  return { path: fault.file, text: '', findings: [], faults: [fault], defects: [], document: null };
}

/** `treatylint expain TRG001`: the first word was meant as a command. */
function withCommandHint(fault: Fault, paths: readonly string[]): Fault {
  if (fault.file !== paths[0] || /[./\\]/.test(fault.file)) return fault;
  const near = hint(fault.file, COMMANDS);
  return near === '' ? fault : { ...fault, message: `${fault.message}, and no command${near}` };
}

/** Writes every report; true where a file could not be written. */
async function reportAll(
  drafts: readonly LintedDraft[],
  options: LintOptions,
  flags: LintFlags,
  cards: ReportOptions['rules'],
): Promise<boolean> {
  const cwd = process.cwd();
  const base: Omit<ReportOptions, 'color' | 'width'> = {
    quiet: flags.quiet ?? false,
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
      say(write(drafts, { ...base, color: wantsColor(flags.color, process.env, process.stdout.isTTY), width }));
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

function exitOf(drafts: readonly LintedDraft[], options: LintOptions, unwritten: boolean): number {
  if (drafts.some((draft) => draft.defects.length > 0)) return EXIT.defects;
  if (unwritten || drafts.some((draft) => draft.faults.length > 0)) return EXIT.faults;
  const open: readonly Finding[] = drafts.flatMap((draft) => draft.findings.filter((finding) => !finding.waived));
  const { failOn, maxWarnings } = options;
  const failing = failOn !== 'never' && open.some((finding) => rank(finding.severity) >= rank(failOn));
  const tooMany = maxWarnings !== null && open.filter((finding) => finding.severity === 'warning').length > maxWarnings;
  return failing || tooMany ? EXIT.findings : EXIT.clean;
}

function rank(severity: Severity): number {
  return severity === 'error' ? 2 : severity === 'warning' ? 1 : 0;
}
