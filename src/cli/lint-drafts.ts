import { resolve, sep } from 'node:path';
import type { Severity } from '#base';
import type { DraftPath, Read } from '#disk';
import type { DraftReading, DraftSettings, LintResult } from '#lint';
import type { LintedDraft } from '#report';
import type { Job } from './ahead.ts';
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
  /** Results of drafts that stand alone, come by without linting them one after another: kept from before, or of several threads. */
  readonly ahead?: (jobs: readonly Job[]) => Promise<ReadonlyMap<number, LintResult>>;
  /** Before each draft is linted. */
  readonly began?: (n: number, draft: DraftPath) => void | Promise<void>;
  /** With each result; `quiet` where its fault has been told already. */
  readonly settled?: (result: LintedDraft, quiet: boolean) => void;
}

/** A draft that waits for its sisters. */
interface Waiting {
  readonly reading: DraftReading;
  readonly n: number;
  readonly settings: DraftSettings;
}

/** A draft as it was read, with what it is linted by. */
interface Ready extends Job {
  readonly draft: DraftPath;
  readonly engine: LintEngine;
  /** Its package, where the command line names one. */
  readonly folder: string | undefined;
}

/**
 * Lints every draft: those of a package together, once all of them are read, the others as they come. With a memory only what changed is
 * read and judged again, with results ahead only the rest is, and what comes out is the same.
 */
export async function lintDrafts(paths: readonly DraftPath[], request: LintRequest): Promise<LintedDraft[]> {
  const { plans, memory } = request;
  const results: LintedDraft[] = [];
  const packages = new Map<string, { readonly engine: LintEngine; readonly drafts: Waiting[] }>();
  const settle = (n: number, result: LintedDraft, quiet = false): void => {
    results[n] = result;
    request.settled?.(result, quiet);
  };
  const given: (Ready | LintedDraft)[] = [];
  for (const [n, draft] of paths.entries()) given.push(await prepare(n, draft, request));
  const alone = given.filter((each): each is Ready => 'engine' in each && each.folder === undefined);
  const ahead = await request.ahead?.(
    // Threads are told these: nothing that cannot be copied.
    alone.map(({ n, path, text, book, defaults, settings }) => ({ n, path, text, book, defaults, settings })),
  );
  for (const [n, job] of given.entries()) {
    await request.began?.(n, paths[n]!);
    if (!('engine' in job)) {
      // What is wrong with the configuration has been told once for all its drafts.
      settle(n, job, plans.of(paths[n]!.absolute) === null);
      continue;
    }
    const { draft, path, text, engine, settings, folder } = job;
    const known = ahead?.get(n) ?? (folder === undefined ? memory?.alone(draft, text, engine, settings) : undefined);
    if (known !== undefined) {
      settle(n, known);
      continue;
    }
    let reading: DraftReading;
    let name: string | undefined;
    try {
      reading = memory?.reading(draft, text, engine) ?? (await engine.read({ path, text }, job.defaults));
      name = folder === undefined ? reading.frontMatter.package : `folder ${folder}`;
      if (name === undefined) {
        const result = (await engine.judge([reading], [settings]))[0]!;
        memory?.keepAlone(draft, text, engine, settings, reading, result);
        settle(n, result);
        continue;
      }
    } catch (error) {
      settle(n, broken(path, text, error));
      continue;
    }
    memory?.keepReading(draft, text, engine, reading);
    // Sisters under different configurations cannot be judged by one book.
    const key = `${plans.of(draft.absolute)?.change?.key ?? ''}\n${name}`;
    const row = packages.get(key) ?? { engine, drafts: [] };
    row.drafts.push({ reading, n, settings });
    packages.set(key, row);
  }
  for (const [key, { engine, drafts }] of packages) {
    const readings = drafts.map(({ reading }) => reading);
    const settings = drafts.map((each) => each.settings);
    try {
      const judged = memory?.together(key, engine, readings, settings) ?? (await engine.judge(readings, settings));
      memory?.keepTogether(key, engine, readings, settings, judged);
      for (const [i, { n }] of drafts.entries()) settle(n, judged[i]!);
    } catch (error) {
      for (const { n, reading } of drafts) settle(n, broken(reading.path, reading.parsed.text, error));
    }
  }
  return results;
}

/** Reads a draft and finds what it is linted by; a draft that gives no text has its fault instead. */
async function prepare(n: number, draft: DraftPath, request: LintRequest): Promise<Ready | LintedDraft> {
  const { path, absolute } = draft;
  const plan = request.plans.of(absolute);
  if (plan === null) {
    const message = `not linted: its configuration ${request.plans.fileOf(absolute)} has faults`;
    return unread({ file: path, pointer: '', message });
  }
  const read = await request.read(draft);
  if ('fault' in read) {
    const { fault: message, ...place } = read;
    return unread({ file: path, pointer: '', message, ...place });
  }
  const engine = request.engine.changed(plan.change);
  const { levels, waivers, defaults, inlineConfig = true } = plan;
  const settings = { inlineConfig: request.inlineConfig && inlineConfig, levels, commanded: request.commanded, waivers };
  const folder = request.packages.map((each) => resolve(request.cwd, each)).find((each) => isInside(absolute, each));
  return { n, draft, path, text: read.text, book: engine.book, defaults, settings, engine, folder };
}

/** A draft that a reader of ours broke on: the others are linted all the same, and the message names the room and the reader. */
function broken(path: string, text: string, error: unknown): LintedDraft {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const reader = /^ {1,8}at (?:async )?(?:\w+\.){0,3}(\w+) \(/m.exec(stack)?.[1] ?? 'an unnamed reader';
  return { path, text, findings: [], faults: [], defects: [{ code: `${path}: ${reader}`, message }], document: null };
}

/** True for a file in a folder, however deep, and for the file itself. */
export function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
