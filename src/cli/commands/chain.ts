import picocolors from 'picocolors';
import { printChains } from '#facts';
import { oneLine } from '#report';
import { openEngine } from '../engine.ts';
import { complain, EXIT, say, wantsColor } from '../output.ts';
import { readDrafts } from './drafts.ts';

/** `treatylint chain paths…`: what follows an attack under each trigger article. */
export async function chain(
  paths: readonly string[],
  flags: { readonly format: string; readonly color?: boolean },
): Promise<number> {
  const { engine, faults } = await openEngine(undefined);
  const read = await readDrafts(paths);
  complain([...faults, ...read.faults]);
  if (engine === null) return EXIT.faults;
  const drafts = [];
  for (const draft of read.drafts) {
    const { facts, faults: wrong } = await engine.read(draft);
    complain(wrong.map((fault) => ({ file: draft.path, ...fault })));
    drafts.push({ path: draft.path, facts });
  }
  if (flags.format === 'json') {
    say(
      `${JSON.stringify(
        drafts.map(({ path, facts }) => ({ path, chain: facts.chains })),
        null,
        2,
      )}\n`,
    );
  } else {
    const { bold, dim, red, green } = picocolors.createColors(wantsColor(flags.color, process.env, process.stdout.isTTY));
    say(
      drafts.map(({ path, facts }) => printChains(oneLine(path), facts.chains, { bold, dim, stop: red, good: green })).join('\n'),
    );
  }
  return read.faults.length > 0 ? EXIT.faults : EXIT.clean;
}
