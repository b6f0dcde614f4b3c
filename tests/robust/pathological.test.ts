import { expect, test } from 'vitest';
import { markdownTraps, treatyTraps } from './pathological.ts';
import { THOROUGH, tell } from './seeded.ts';
import { broken } from './sound.ts';

/** Each text in two sizes: what takes the square of the time shows, whatever the machine. */
const SIZE = THOROUGH ? 10_000 : 1_200;
/** Twice the text, at most so many times the time; a square would be 4. Short times are noise. */
const GROWTH = 3.4;
const NOISE_MS = 250;

async function timed(text: string): Promise<number> {
  const begun = performance.now();
  const said = await broken(text);
  const taken = performance.now() - begun;
  expect(said).toEqual([]);
  return taken;
}

const show = (line: string): void => {
  if (process.env.TREATYLINT_SHOW) tell(line);
};

test('traps of Markdown, 1,200 deep or long: no crash, every finding in its place', async () => {
  // How long these take is the Markdown parser's: nested emphasis and nested pictures cost it the square of their depth.
  const traps = markdownTraps(SIZE);
  for (const [name, text] of Object.entries(traps))
    show(`${name}: ${text.length} characters ${(await timed(text)).toFixed()} ms`);
  tell(`${Object.keys(traps).length} Markdown traps of ${SIZE}: none crashes`);
}, 3600_000);

test('traps of treaties: no crash, no hang, every finding in its place', async () => {
  const [small, large] = [treatyTraps(SIZE), treatyTraps(SIZE * 2)];
  const hung: string[] = [];
  let slowest = { name: '', ms: 0 };
  for (const name of Object.keys(small)) {
    const first = await timed(small[name]!);
    let twice = await timed(large[name]!);
    // A busy machine is no defect: only what is slow again is.
    if (twice > NOISE_MS && twice > GROWTH * first && large[name]!.length < 2.5 * small[name]!.length) {
      const again = await timed(small[name]!);
      twice = Math.min(twice, await timed(large[name]!));
      if (twice > GROWTH * Math.max(first, again))
        hung.push(`${name}: ${first.toFixed()} ms, twice as long ${twice.toFixed()} ms`);
    }
    if (twice > slowest.ms) slowest = { name, ms: twice };
    show(`${name}: ${small[name]!.length} characters ${first.toFixed()} ms, twice ${twice.toFixed()} ms`);
  }
  tell(
    `${Object.keys(small).length} treaty traps of ${SIZE} and ${SIZE * 2}: slowest ${slowest.ms.toFixed()} ms (${slowest.name})`,
  );
  expect(hung).toEqual([]);
}, 3600_000);
