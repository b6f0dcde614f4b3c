import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Fault } from '#base';
import { findDrafts } from './find-drafts.ts';
import { readDraft } from './read-draft.ts';
import { reasonOf } from './reason.ts';

/** A draft with the findings that a person approved. */
export interface CaseFile {
  readonly path: string;
  readonly text: string;
  /** Absolute folder: drafts of one package stand in one folder. */
  readonly folder: string;
  /** Where the approved findings are, or would be. */
  readonly approvedFile: string;
  /** Their text; null where nothing has been approved yet. */
  readonly approved: string | null;
}

/**
 * The cases under folders and files: every Markdown file but a README. A strong draft of a rule's home need not have approved findings:
 * without them it is no case. Approved findings without a draft are a fault.
 */
export async function readCases(
  paths: readonly string[],
  cwd: string,
  maxBytes: number,
): Promise<{ readonly cases: readonly CaseFile[]; readonly faults: readonly Fault[] }> {
  const found = await findDrafts(paths, cwd);
  const faults: Fault[] = [...found.faults];
  const cases: CaseFile[] = [];
  const claimed = new Map<string, string>();
  for (const { path, absolute } of found.drafts) {
    if (basename(path) === 'README.md' || absolute === '-') continue;
    const approvedFile = absolute.replace(/\.[^.\\/]+$/, '.findings');
    const other = claimed.get(approvedFile);
    if (other !== undefined) {
      faults.push({ file: path, pointer: '', message: `its approved findings are those of ${other}: give it another name` });
      continue;
    }
    claimed.set(approvedFile, path);
    const approvedThere = existsSync(approvedFile);
    if (!approvedThere && basename(path) === 'strong.md') continue;
    const read = readDraft(absolute, maxBytes);
    if ('fault' in read) {
      const { fault: message, ...place } = read;
      faults.push({ file: path, pointer: '', message, ...place });
      continue;
    }
    try {
      const approved = approvedThere ? readFileSync(approvedFile, 'utf8') : null;
      cases.push({ path, text: read.text, folder: dirname(absolute), approvedFile, approved });
    } catch (error) {
      faults.push({ file: approvedFile, pointer: '', message: reasonOf(error) });
    }
  }
  const folders = new Set([...paths.map((path) => resolve(cwd, path)).filter(isFolder), ...cases.map(({ folder }) => folder)]);
  // A single file was asked for: what stands beside it was not.
  if (paths.every((path) => isFolder(resolve(cwd, path))))
    for (const folder of folders) faults.push(...orphans(folder, cwd, claimed));
  return { cases, faults };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Approved findings whose draft is gone. */
function orphans(folder: string, cwd: string, claimed: ReadonlyMap<string, string>): Fault[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.findings') && !claimed.has(join(folder, name)))
    .sort()
    .map((name) => ({
      file: relative(cwd, join(folder, name)),
      pointer: '',
      message: `approved findings without a draft: there is no ${name.replace(/\.findings$/, '.md')}`,
    }));
}
