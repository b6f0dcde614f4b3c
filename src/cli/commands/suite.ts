import { relative } from 'node:path';
import type { Fault } from '#base';
import { type CaseFile, DEFAULT_MAX_BYTES, readCases, writeWhole } from '#disk';
import type { DraftReading, DraftSettings, LintResult } from '#lint';
import { type JudgedCase, judgeCase, readExpectations, SUITE_FORMATS, type SuiteFormatName } from '#suite';
import { cardsOf, type LintEngine, openEngine } from '../engine.ts';
import { complain, confess, EXIT, say } from '../output.ts';
import { makePlans, type Plans } from '../plans.ts';
import { VERSION } from '../version.ts';

/** The options of `suite` as they were typed. */
export interface SuiteFlags {
  readonly approve?: boolean;
  readonly only?: string;
  readonly format: string;
  readonly config?: string | false;
}

/** A draft of the suite, linted. */
interface LintedCase {
  readonly file: CaseFile;
  readonly reading: DraftReading;
  readonly result: LintResult;
}

/** `treatylint suite [folder]`: every case against what was approved; `--approve` writes what was found, after showing it. */
export async function suite(folder: string | undefined, flags: SuiteFlags): Promise<number> {
  const { engine, book, cards, faults } = await openEngine(undefined);
  if (engine === null) {
    complain(faults);
    return EXIT.faults;
  }
  const { cases, faults: unread } = await readCases([folder ?? 'drafts'], process.cwd(), DEFAULT_MAX_BYTES);
  const plans = makePlans(flags, book, process.cwd());
  const given: Fault[] = [...unread, ...(await plans.open(cases.map(({ approvedFile }) => ({ absolute: approvedFile }))))];
  const wanted = (file: CaseFile): boolean => flags.only === undefined || file.path.includes(flags.only);
  if (!cases.some(wanted) && given.length === 0)
    given.push({
      file: folder ?? 'drafts',
      pointer: '',
      message: flags.only === undefined ? 'no case: no draft but a README' : `no case whose path holds "${flags.only}"`,
    });
  const own = cardsOf(plans.all().flatMap((configuration) => configuration.rules));
  const codes = [...cards, ...own].map(({ code }) => code);
  const judged: JudgedCase[] = [];
  let broken = false;
  for (const { file, reading, result } of await lintCases(cases, wanted, engine, plans)) {
    for (const defect of result.defects) confess(`${file.path}: ${defect.code}: ${defect.message}`, VERSION);
    broken ||= result.defects.length > 0;
    const { expectations, faults: written } = readExpectations(reading.outline, codes);
    const known = { codes, clauses: reading.outline.clauses.map(({ label }) => label) };
    const verdict = judgeCase(result.findings, { approved: file.approved, expectations, known });
    const inDraft = [...result.faults, ...written.map((fault) => ({ file: file.path, pointer: '', ...fault }))];
    given.push(...inDraft);
    const lines = verdict.faults.map((fault) => ({ file: shown(file.approvedFile), pointer: '', ...fault }));
    // A line that an approval replaces is told of, and no more.
    complain(lines.filter(({ harmless }) => harmless || flags.approve));
    if (!flags.approve) given.push(...lines.filter(({ harmless }) => !harmless));
    const writes = flags.approve === true && verdict.proposal !== null && result.defects.length + inDraft.length === 0;
    judged.push({ path: file.path, ...verdict, approvedNow: writes });
  }
  complain(given);
  say(SUITE_FORMATS[flags.format as SuiteFormatName](judged));
  const unwritten = judged.flatMap((each) => write(each, cases));
  complain(unwritten);
  if (broken) return EXIT.defects;
  if (given.length + unwritten.length > 0) return EXIT.faults;
  const open = judged.some((each) => each.unmet.length > 0 || (each.state !== 'passed' && !each.approvedNow));
  return open ? EXIT.findings : EXIT.clean;
}

/** A case that waits for the others of its package. */
interface Sister {
  readonly file: CaseFile;
  readonly reading: DraftReading;
  readonly n: number;
  readonly engine: LintEngine;
  readonly settings: DraftSettings;
}

/** Lints the wanted cases in their order; drafts of one package, which stand in one folder, together. */
async function lintCases(
  cases: readonly CaseFile[],
  wanted: (file: CaseFile) => boolean,
  engine: LintEngine,
  plans: Plans,
): Promise<LintedCase[]> {
  const packages = new Map<string, Sister[]>();
  for (const [n, file] of cases.entries()) {
    const plan = plans.of(file.approvedFile);
    // What is wrong with its configuration has been told.
    if (plan === null) continue;
    const { change, defaults, levels, waivers } = plan;
    const own = engine.changed(change);
    const reading = await own.read(file, defaults);
    const name = reading.frontMatter.package;
    const key = name === undefined ? `draft ${n}` : `${file.folder} ${name} ${change?.key ?? ''}`;
    packages.set(key, [
      ...(packages.get(key) ?? []),
      { file, reading, n, engine: own, settings: { inlineConfig: true, levels, waivers } },
    ]);
  }
  const linted: LintedCase[] = [];
  for (const sisters of packages.values()) {
    if (!sisters.some(({ file }) => wanted(file))) continue;
    const results = await sisters[0]!.engine.judge(
      sisters.map(({ reading }) => reading),
      sisters.map(({ settings }) => settings),
    );
    for (const [i, { file, reading, n }] of sisters.entries())
      if (wanted(file)) linted[n] = { file, reading, result: results[i]! };
  }
  return linted.filter(Boolean);
}

/** Writes one approval, whole or not at all. */
function write({ path, approvedNow, proposal }: JudgedCase, cases: readonly CaseFile[]): Fault[] {
  if (!approvedNow || proposal === null) return [];
  const { approvedFile } = cases.find((each) => each.path === path)!;
  const reason = writeWhole(approvedFile, proposal);
  return reason === null
    ? []
    : [{ file: shown(approvedFile), pointer: '', message: `the findings could not be written: ${reason}` }];
}

function shown(absolute: string): string {
  const path = relative(process.cwd(), absolute);
  return path.startsWith('..') ? absolute : path;
}
