import { resolve, sep } from 'node:path';
import type { Severity } from '#base';
import type { DraftPath, Read } from '#disk';
import type { DraftReading, DraftSettings } from '#lint';
import type { LintedDraft } from '#report';
import type { LintEngine } from './engine.ts';
import type { Memory } from './memory.ts';
import type { Plans } from './plans.ts';
import { unread } from './unread.ts';

/** What drafts are linted by, and where their texts come from. */
export interface LintRequest {
  readonly engine: LintEngine;
  readonly plans: Plans;
  /** False: waivers in the drafts are not heard, whatever is configured. */
  readonly inlineConfig: boolean;
  /** Levels by command, over all others. */
  readonly commanded: Readonly<Record<string, 'off' | Severity>>;
  /** Folders whose drafts are one package each. */
  readonly packages: readonly string[];
  readonly cwd: string;
  readonly read: (draft: DraftPath) => Promise<Read>;
  /** What is kept from the runs before; without it everything is read and judged. */
  readonly memory?: Memory;
  /** Before each draft. */
  readonly began?: (n: number, draft: DraftPath) => void;
  /** With each result; `quiet` where its fault has been told already. */
  readonly settled?: (result: LintedDraft, quiet: boolean) => void;
}

/** A draft that waits for its sisters. */
interface Waiting {
  readonly reading: DraftReading;
  readonly n: number;
  readonly settings: DraftSettings;
}

/**
 * Lints every draft: those of a package together, once all of them are read, the others as they come. With a memory only what changed is
 * read and judged again, and what comes out is the same.
 */
export async function lintDrafts(paths: readonly DraftPath[], request: LintRequest): Promise<LintedDraft[]> {
  const { plans, memory, cwd } = request;
  const folders = request.packages.map((folder) => resolve(cwd, folder));
  const results: LintedDraft[] = [];
  const packages = new Map<string, { readonly engine: LintEngine; readonly drafts: Waiting[] }>();
  const settle = (n: number, result: LintedDraft, quiet = false): void => {
    results[n] = result;
    request.settled?.(result, quiet);
  };
  for (const [n, draft] of paths.entries()) {
    const { path, absolute } = draft;
    request.began?.(n, draft);
    const plan = plans.of(absolute);
    if (plan === null) {
      // What is wrong with the configuration has been told once for all its drafts.
      const message = `not linted: its configuration ${plans.fileOf(absolute)} has faults`;
      settle(n, unread({ file: path, pointer: '', message }), true);
      continue;
    }
    const read = await request.read(draft);
    if ('fault' in read) {
      const { fault: message, ...place } = read;
      settle(n, unread({ file: path, pointer: '', message, ...place }));
      continue;
    }
    const engine = request.engine.changed(plan.change);
    const { levels, waivers, inlineConfig = true } = plan;
    const settings: DraftSettings = {
      inlineConfig: request.inlineConfig && inlineConfig,
      levels,
      commanded: request.commanded,
      waivers,
    };
    const folder = folders.find((each) => isInside(absolute, each));
    const alone = folder === undefined ? memory?.alone(draft, read.text, engine, settings) : undefined;
    if (alone !== undefined) {
      settle(n, alone);
      continue;
    }
    const reading = memory?.reading(draft, read.text, engine) ?? (await engine.read({ path, text: read.text }, plan.defaults));
    const name = folder === undefined ? reading.frontMatter.package : `folder ${folder}`;
    if (name === undefined) {
      const result = (await engine.judge([reading], [settings]))[0]!;
      memory?.keepAlone(draft, read.text, engine, settings, reading, result);
      settle(n, result);
      continue;
    }
    memory?.keepReading(draft, read.text, engine, reading);
    // Sisters under different configurations cannot be judged by one book.
    const key = `${plan.change?.key ?? ''}\n${name}`;
    const row = packages.get(key) ?? { engine, drafts: [] };
    row.drafts.push({ reading, n, settings });
    packages.set(key, row);
  }
  for (const [key, { engine, drafts }] of packages) {
    const readings = drafts.map(({ reading }) => reading);
    const settings = drafts.map((each) => each.settings);
    const judged = memory?.together(key, engine, readings, settings) ?? (await engine.judge(readings, settings));
    memory?.keepTogether(key, engine, readings, settings, judged);
    for (const [i, { n }] of drafts.entries()) settle(n, judged[i]!);
  }
  return results;
}

/** True for a file in a folder, however deep, and for the file itself. */
export function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
