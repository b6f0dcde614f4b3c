import { resolve } from 'node:path';
import type { Fault } from '#base';
import { type CaseFile, DEFAULT_MAX_BYTES, readCases } from '#disk';
import type { DraftReading } from '#lint';
import { MUTATION_FORMATS, type Mutant, mutate as mutateDraft, readFindings } from '#suite';
import { openEngine } from '../engine.ts';
import { complain, confess, EXIT, say } from '../output.ts';
import { VERSION } from '../version.ts';

/** The options of `suite --mutate` as they were typed. */
export interface MutateFlags {
  readonly only?: string;
  readonly format: string;
  readonly seed: string;
  readonly limit: string;
}

/**
 * `treatylint suite --mutate [folder]`: weakens every strong draft, one fact at a time, and tells which weakenings nobody sees. A draft
 * is strong when its approved findings hold no error and no warning; one that is named itself counts as strong.
 */
export async function mutate(folder: string | undefined, flags: MutateFlags): Promise<number> {
  const { engine, faults } = await openEngine(undefined);
  const given: Fault[] = [...faults];
  const seed = readNumber(flags.seed, '--seed', 0, given);
  const limit = readNumber(flags.limit, '--limit', 1, given);
  if (!(flags.format in MUTATION_FORMATS))
    given.push({
      file: '--format',
      pointer: '',
      message: `mutants are printed as ${Object.keys(MUTATION_FORMATS).join(' or ')}`,
    });
  if (engine === null || given.length > 0) {
    complain(given);
    return EXIT.faults;
  }
  const place = folder ?? 'drafts';
  const { cases, faults: unread } = await readCases([place], process.cwd(), DEFAULT_MAX_BYTES);
  given.push(...unread);
  // Drafts of one package are judged together, and one of them is no stronger than the others.
  const packages = new Map<CaseFile, readonly Sister[]>();
  const all: Sister[] = [];
  for (const file of cases) all.push({ file, reading: await engine.read(file) });
  for (const { file, reading } of all) {
    const name = reading.frontMatter.package;
    packages.set(
      file,
      all.filter(
        (each) =>
          each.file !== file &&
          name !== undefined &&
          each.file.folder === file.folder &&
          each.reading.frontMatter.package === name,
      ),
    );
  }
  const strong = all.filter(
    ({ file }) =>
      [file, ...packages.get(file)!.map((each) => each.file)].every((each) => isStrong(each, place)) &&
      (flags.only === undefined || file.path.includes(flags.only)),
  );
  if (strong.length === 0 && given.length === 0)
    given.push({
      file: place,
      pointer: '',
      message: 'no strong draft: none whose approved findings hold no error and no warning',
    });
  complain(given);
  const mutants: Mutant[] = [];
  let broken = false;
  const settings = { inlineConfig: true, levels: {} };
  for (const { file, reading } of strong) {
    const { path } = file;
    const sisters = packages.get(file)!.map((each) => each.reading);
    const lint = async (changed: string) => {
      const readings = [await engine.read({ path, text: changed }), ...sisters];
      const results = await engine.judge(
        readings,
        readings.map(() => settings),
      );
      for (const { defects } of results)
        for (const { code, message } of defects) confess(`${path}: ${code}: ${message}`, VERSION);
      broken ||= results.some(({ defects }) => defects.length > 0);
      return results.flatMap(({ findings }) => findings);
    };
    mutants.push(
      ...(await mutateDraft(path, { text: reading.parsed.text, reading: reading.facts.reading }, { limit, seed, lint })),
    );
  }
  if (strong.length > 0) say(MUTATION_FORMATS[flags.format as keyof typeof MUTATION_FORMATS](mutants));
  if (broken) return EXIT.defects;
  if (given.length > 0) return EXIT.faults;
  return mutants.every(({ passed }) => passed) ? EXIT.clean : EXIT.findings;
}

/** A draft of the suite as it stands. */
interface Sister {
  readonly file: CaseFile;
  readonly reading: DraftReading;
}

function isStrong({ path, approved }: CaseFile, place: string): boolean {
  if (resolve(path) === resolve(place)) return true;
  return (
    approved !== null && readFindings(approved, null).findings.every(({ level }) => level === 'info' || level.endsWith(' waived'))
  );
}

function readNumber(value: string, option: string, least: number, faults: Fault[]): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= least && number <= 1e9) return number;
  faults.push({ file: option, pointer: '', message: `not a whole number from ${least}: "${value}"` });
  return least;
}
