import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../book.ts';
import { faultOf, patternsOf, repeats, sources } from './linear.ts';
import { chanceOf, SEED, tell } from './seeded.ts';

/** The patterns that the checker proved linear. `npm run prove` proves those that are new, which can take a minute each, and writes the list. */
const LIST = join(root, 'tests', 'robust', 'linear.json');
const all = patternsOf(sources());
const open = all.filter(repeats);

/** Proves what is not in the list yet and writes the list. */
function prove(): void {
  const known: readonly string[] = JSON.parse(readFileSync(LIST, 'utf8'));
  const proved = open.filter((each) => {
    const fault = known.includes(each.literal) ? null : faultOf(each, 120_000);
    if (fault !== null) tell(`${each.place} ${fault} ${each.literal}`);
    return fault === null;
  });
  writeFileSync(LIST, `${JSON.stringify(proved.map(({ literal }) => literal).sort(), null, 2)}\n`);
}

test('every pattern is found in the sources', () => {
  const text = ['const a = b / c / d; f(/x+/g, `$', '{/y*/.test(s) ? {a: 1 / 2} : 3}/z/`);'].join('');
  expect(patternsOf([{ name: 'a.ts', text }]).map(({ literal, place }) => [literal, place])).toEqual([
    ['/x+/g', 'src/a.ts:1'],
    ['/y*/', 'src/a.ts:1'],
  ]);
  expect(open.length).toBeGreaterThan(60);
});

test('every pattern that repeats without an end was proved linear', () => {
  if (process.env.MODE === 'prove') prove();
  const listed: readonly string[] = JSON.parse(readFileSync(LIST, 'utf8'));
  tell(`${all.length} patterns, ${open.length} repeat without an end, ${listed.length} proved linear`);
  expect(open.filter(({ literal }) => !listed.includes(literal)).map(({ place, literal }) => `${place} ${literal}`)).toEqual([]);
  expect(listed.filter((literal) => !open.some((each) => each.literal === literal))).toEqual([]);
}, 3_600_000);

test('the checker knows what is not linear, and a sample is proved anew', () => {
  expect(faultOf({ pattern: '\\s+$', flags: '' }, 30_000)).toBe('vulnerable: 2nd degree polynomial');
  expect(faultOf({ pattern: '(?:\\w+[\\s,]*)+shall', flags: '' }, 30_000)).toContain('exponential');
  const chance = chanceOf(SEED);
  for (let n = 0; n < 5; n++) {
    const each = chance.pick(open);
    // No answer in five seconds is none: the list says that there was one in two minutes.
    expect(faultOf(each, 5_000) ?? 'linear', `seed ${SEED}: ${each.place} ${each.literal}`).not.toContain('vulnerable');
  }
}, 120_000);

test('word lists and parameters of the rule book hold words, never patterns', () => {
  // Nothing makes a pattern of what a user or the rule book gives: what is put together at run time is of words of our own and of a rule's code.
  const made = sources().flatMap(({ name, text }) =>
    [...text.matchAll(/\bRegExp\(([^\n]{0,6})/g)].map((one) => `src/${name}: ${one[1]!.slice(0, 12)}`),
  );
  expect(made.map((each) => each.slice(0, 28))).toEqual([
    'src/clauses/contexts.ts: ',
    'src/findings/waive.ts: `\\\\b$',
    'src/findings/waive.ts: `[\\\\s',
  ]);
});
