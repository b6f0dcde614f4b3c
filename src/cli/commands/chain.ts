import { basename } from 'node:path';
import picocolors from 'picocolors';
import { gatherPackage, type PackageFacts, printChains } from '#facts';
import { oneLine, taskRows } from '#report';
import { complain, EXIT, say, wantsColor } from '../output.ts';
import { type ReadDraft, type ReadingFlags, readDrafts } from './drafts.ts';

/** The options of `chain` as they were typed. */
export interface ChainFlags extends ReadingFlags {
  readonly format: string;
  readonly color?: boolean;
}

type ChainPaint = NonNullable<Parameters<typeof printChains>[2]>;

/** Drafts of one package, with what they come to together. */
interface Group extends Pick<PackageFacts, 'layers' | 'matrix'> {
  readonly drafts: readonly ReadDraft[];
}

/** `treatylint chain paths…`: what follows an attack under each trigger article, the scores of the layers, and who bears which task. */
export async function chain(paths: readonly string[], flags: ChainFlags): Promise<number> {
  const { drafts, faults } = await readDrafts(paths, flags);
  complain(faults);
  const byPackage = new Map<string, ReadDraft[]>();
  for (const draft of drafts) byPackage.set(draft.package, [...(byPackage.get(draft.package) ?? []), draft]);
  const groups = [...byPackage.values()].map((own): Group => {
    const { layers, matrix } = gatherPackage(own.map(({ path, reading: { facts } }) => ({ path, facts })));
    return { drafts: own, layers, matrix };
  });
  say(flags.format === 'json' ? asJson(groups) : asText(groups, wantsColor(flags.color, process.env, process.stdout.isTTY)));
  return faults.length > 0 ? EXIT.faults : EXIT.clean;
}

function asJson(groups: readonly Group[]): string {
  const all = groups.flatMap(({ drafts, layers, matrix }) =>
    drafts.map(({ path, reading }) => ({ path, chain: reading.facts.chains, layers, matrix })),
  );
  return `${JSON.stringify(all, null, 2)}\n`;
}

function asText(groups: readonly Group[], color: boolean): string {
  const { bold, dim, red, green } = picocolors.createColors(color);
  const paint: ChainPaint = { bold, dim, stop: red, good: green };
  return groups
    .map(({ drafts, layers, matrix }) => {
      const parts = drafts.map(({ path, reading }) => printChains(oneLine(path), reading.facts.chains, paint));
      if (layers || matrix) parts.push(printPackage(drafts, layers, matrix, paint));
      return parts.join('\n');
    })
    .join('\n');
}

/** Below the chains: how full each layer is, and a row for each task with those who bear it. */
function printPackage(
  drafts: readonly ReadDraft[],
  layers: PackageFacts['layers'],
  matrix: PackageFacts['matrix'],
  paint: ChainPaint,
): string {
  const lines = drafts.length > 1 ? [paint.bold(`Package of ${drafts.map(({ path }) => oneLine(path)).join(', ')}`)] : [];
  if (layers)
    lines.push(
      `  layers, 0 to 3: ${Object.entries(layers)
        .map(([name, score]) => `${name} ${score}`)
        .join(' · ')}`,
    );
  if (matrix) {
    lines.push('  tasks, and who bears them:');
    for (const { task, bearers } of taskRows(matrix, (file) => basename(file)))
      lines.push(`    ${task.padEnd(13)}  ${bearers === null ? paint.stop('nobody') : oneLine(bearers)}`);
  }
  return `${lines.join('\n')}\n`;
}
