import type { Fault } from '#base';
import { DEFAULT_MAX_BYTES, type DraftPath, decodeDraft, findDrafts, type Read, readDraft } from '#disk';

/** A draft as read. */
export interface ReadDraft {
  readonly path: string;
  readonly text: string;
}

/** Reads the drafts that paths lead to; what could not be read is a fault, and the others are read all the same. */
export async function readDrafts(
  paths: readonly string[],
): Promise<{ readonly drafts: readonly ReadDraft[]; readonly faults: readonly Fault[] }> {
  const found = await findDrafts(paths, process.cwd());
  const drafts: ReadDraft[] = [];
  const faults: Fault[] = [...found.faults];
  for (const draft of found.drafts) {
    const path = draft.path === '-' ? '<stdin>' : draft.path;
    const read = await readOne(draft, DEFAULT_MAX_BYTES);
    if ('fault' in read) {
      const { fault: message, ...place } = read;
      faults.push({ file: path, pointer: '', message, ...place });
    } else drafts.push({ path, text: read.text });
  }
  return { drafts, faults };
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
