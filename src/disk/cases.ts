import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Fault } from '#base';
import { findDrafts } from './find-drafts.ts';
import { readDraft } from './read-draft.ts';
import { reasonOf } from './reason.ts';

/** A draft with the findings that a person approved. */
export interface CaseFile {
  readonly path: string;
  readonly text: string;
  /** Where the approved findings are, or would be. */
  readonly approvedFile: string;
  /** Their text; null where nothing has been approved yet. */
  readonly approved: string | null;
}

/**
 * The cases under folders and files: every Markdown file but a README. A strong draft of a rule's home need not have approved findings:
 * without them it is no case.
 */
export async function readCases(
  paths: readonly string[],
  cwd: string,
  maxBytes: number,
): Promise<{ readonly cases: readonly CaseFile[]; readonly faults: readonly Fault[] }> {
  const found = await findDrafts(paths, cwd);
  const faults: Fault[] = [...found.faults];
  const cases: CaseFile[] = [];
  for (const { path, absolute } of found.drafts) {
    if (basename(path) === 'README.md' || absolute === '-') continue;
    const approvedFile = absolute.replace(/\.[^.\\/]+$/, '.findings');
    const approvedThere = existsSync(approvedFile);
    if (!approvedThere && basename(path) === 'strong.md') continue;
    const read = readDraft(absolute, maxBytes);
    if ('fault' in read) {
      const { fault: message, ...place } = read;
      faults.push({ file: path, pointer: '', message, ...place });
      continue;
    }
    try {
      cases.push({ path, text: read.text, approvedFile, approved: approvedThere ? readFileSync(approvedFile, 'utf8') : null });
    } catch (error) {
      faults.push({ file: approvedFile, pointer: '', message: reasonOf(error) });
    }
  }
  return { cases, faults };
}
