import { resolve } from 'node:path';
import type { Fault } from '#base';
import { DEFAULT_MAX_BYTES, type DraftPath, decodeDraft, findDrafts, type Read, readDraft } from '#disk';
import type { DraftReading } from '#lint';
import { openEngine } from '../engine.ts';
import { isInside } from '../lint-drafts.ts';
import { type ConfigFlags, makePlans } from '../plans.ts';

/** What a command reads drafts by. */
export interface ReadingFlags extends ConfigFlags {
  /** Folders whose drafts are one package each. */
  readonly package?: readonly string[];
}

/** A draft as the rooms before judgement read it. */
export interface ReadDraft {
  readonly path: string;
  readonly reading: DraftReading;
  /** Equal for the drafts of one package. */
  readonly package: string;
}

/**
 * Reads the drafts that paths lead to, each as its configuration says: the user's words, parameters and the kind of draft count as they do
 * for `lint`. What could not be read is a fault, and the others are read all the same.
 */
export async function readDrafts(
  paths: readonly string[],
  flags: ReadingFlags,
): Promise<{ readonly drafts: readonly ReadDraft[]; readonly faults: readonly Fault[] }> {
  const cwd = process.cwd();
  const { engine, book, faults: broken } = await openEngine(undefined);
  if (engine === null) return { drafts: [], faults: broken };
  const found = await findDrafts(paths, cwd);
  const chosen = found.drafts.map((draft) => named(draft, cwd, undefined));
  const plans = makePlans(flags, book, cwd);
  const faults: Fault[] = [...found.faults, ...(await plans.open(chosen))];
  const folders = (flags.package ?? []).map((folder) => resolve(cwd, folder));
  const drafts: ReadDraft[] = [];
  for (const [n, draft] of chosen.entries()) {
    const plan = plans.of(draft.absolute);
    // What is wrong with its configuration is told once for all its drafts.
    if (plan === null) continue;
    const read = await readOne(draft, DEFAULT_MAX_BYTES);
    if ('fault' in read) {
      const { fault: message, ...place } = read;
      faults.push({ file: draft.path, pointer: '', message, ...place });
      continue;
    }
    const reading = await engine.changed(plan.change).read({ path: draft.path, text: read.text }, plan.defaults);
    faults.push(...reading.faults.map((fault) => ({ file: draft.path, ...fault })));
    const folder = folders.find((each) => isInside(draft.absolute, each));
    const name = folder ? `folder ${folder}` : reading.frontMatter.package;
    // Sisters under different configurations are not read by one book.
    drafts.push({
      path: draft.path,
      reading,
      package: name === undefined ? `draft ${n}` : `${plan.change?.key ?? ''}\n${name}`,
    });
  }
  return { drafts, faults };
}

/** A draft under the path that reports name; standard input has the place that its name says. */
export function named(draft: DraftPath, cwd: string, stdinFilename: string | undefined): DraftPath {
  if (draft.path !== '-') return draft;
  const path = stdinFilename ?? '<stdin>';
  return { path, absolute: resolve(cwd, path), stdin: true };
}

/** One draft from the disk or from standard input. */
export async function readOne(draft: DraftPath, maxBytes: number): Promise<Read> {
  if (draft.path !== '-' && !draft.stdin) return readDraft(draft.absolute, maxBytes);
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of process.stdin) {
    parts.push(part);
    total += part.length;
    if (total > maxBytes) break;
  }
  return decodeDraft(Buffer.concat(parts), maxBytes);
}
