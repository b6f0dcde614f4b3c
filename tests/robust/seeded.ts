import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../book.ts';

/** Chance that can be repeated: the same seed gives the same row. */
export interface Chance {
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, enough to shuffle drafts. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (from) => from[below(from.length)]! };
}

/** The seed of this run: `TREATYLINT_SEED` repeats an earlier one, without it the clock chooses. */
export const SEED = Number(process.env.TREATYLINT_SEED ?? Date.now() % 1_000_000_007);

/** Runs by hand and at night try everything; `npm test` a sample of it. */
export const THOROUGH = process.env.TREATYLINT_THOROUGH === '1';

/** How many mutated drafts are tried: `TREATYLINT_MUTANTS`. */
export const MUTANTS = Number(process.env.TREATYLINT_MUTANTS ?? 200);

export interface Draft {
  readonly path: string;
  readonly text: string;
}

/** Files of the project in one order on every machine. */
function read(folder: string, names: readonly string[]): Draft[] {
  return [...names].sort().map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${root}${folder}/${name}`, 'utf8') }));
}

/** The drafts that ship. */
export const drafts: readonly Draft[] = read(
  'drafts',
  readdirSync(`${root}drafts`).filter((name) => name.endsWith('.md')),
);

/** The drafts in the homes of the rules: weak, strong and cases. */
export const homeDrafts: readonly Draft[] = read(
  'rules',
  readdirSync(`${root}rules`, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^[A-Z]{3}\d{3}\//.test(name) && name.endsWith('.md') && !name.endsWith('README.md'),
  ),
);

/** So many of a list, each at most once, as chance has it. */
export function sample<T>(from: readonly T[], count: number, chance: Chance): T[] {
  const left = [...from];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(chance.below(left.length), 1));
  return taken;
}

/** Prints a figure of the run among the test results. */
export function tell(line: string): void {
  process.stdout.write(`robust: ${line}\n`);
}
