import { expect, test } from 'vitest';
import { markdownTraps, treatyTraps } from './pathological.ts';
import { THOROUGH, tell } from './seeded.ts';
import { broken } from './sound.ts';

/** Levels, or pieces in a row. */
const SIZE = THOROUGH ? 10_000 : 1_200;

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

test('traps of treaties, and the same twice as long: no crash, every finding in its place', async () => {
  // How the time grows is told here and measured by `npm run bench`: a figure of one run on a busy machine proves nothing.
  const [small, large] = [treatyTraps(SIZE), treatyTraps(SIZE * 2)];
  let slowest = { name: '', ms: 0 };
  for (const name of Object.keys(small)) {
    const first = await timed(small[name]!);
    const twice = await timed(large[name]!);
    if (twice > slowest.ms) slowest = { name, ms: twice };
    show(`${name}: ${small[name]!.length} characters ${first.toFixed()} ms, twice ${twice.toFixed()} ms`);
  }
  tell(
    `${Object.keys(small).length} treaty traps of ${SIZE} and ${SIZE * 2}: slowest ${slowest.ms.toFixed()} ms (${slowest.name})`,
  );
}, 3600_000);
