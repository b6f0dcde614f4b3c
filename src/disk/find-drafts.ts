import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Fault } from '#base';
import { reasonOf } from './reason.ts';

/** A draft's place: not read yet. */
export interface DraftPath {
  /** As the user wrote it; under a folder, the folder as written and the rest; `-` for standard input. */
  readonly path: string;
  readonly absolute: string;
  /** Read from standard input, whatever its path says. */
  readonly stdin?: boolean;
}

export interface Found {
  /** Without repetitions, in the order of the paths given; within a folder by name. */
  readonly drafts: readonly DraftPath[];
  /** A path that leads to no draft. */
  readonly faults: readonly Fault[];
}

/** Folders that hold other people's Markdown. */
const SKIPPED = new Set(['node_modules', '.git']);
const MARKDOWN = ['.md', '.markdown'];

/**
 * The drafts that paths, folders and patterns lead to. A path that exists is taken literally, whatever marks it holds;
 * a folder is searched for Markdown; anything else with `*`, `?`, `[` or `{` is a pattern.
 * Every path that leads nowhere is a fault, and the others are found all the same.
 */
export async function findDrafts(paths: readonly string[], cwd: string): Promise<Found> {
  const drafts = new Map<string, DraftPath>();
  const faults: Fault[] = [];
  for (const path of paths) {
    const found = await find(path, cwd, faults);
    for (const draft of found) if (!drafts.has(draft.absolute)) drafts.set(draft.absolute, draft);
  }
  return { drafts: [...drafts.values()], faults };
}

async function find(path: string, cwd: string, faults: Fault[]): Promise<readonly DraftPath[]> {
  if (path === '-') return [{ path, absolute: '-' }];
  const fault = (message: string): readonly DraftPath[] => {
    faults.push({ file: path, pointer: '', message });
    return [];
  };
  if (path === '' || path.includes('\0')) return fault('not a path');
  const absolute = resolve(cwd, path);
  let stats: Stats;
  try {
    // A trailing separator asks for a folder: the system refuses a file there.
    stats = statSync(path.endsWith('/') || path.endsWith(sep) ? absolute + sep : absolute);
  } catch (error) {
    if (isPattern(path)) {
      const matched = await findPattern(path, cwd);
      return matched.length > 0 ? matched : fault('no file matches this pattern');
    }
    return fault(reasonOf(error));
  }
  if (!stats.isDirectory()) return [{ path, absolute }];
  const found: DraftPath[] = [];
  searchFolder(path, absolute, new Set(), found, faults);
  return found.length > 0 ? found : fault('a folder without Markdown: nothing to lint');
}

function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

async function findPattern(pattern: string, cwd: string): Promise<readonly DraftPath[]> {
  // Loaded only here: most runs name files and folders.
  const { globSync } = await import('tinyglobby');
  const ignore = [...SKIPPED].map((name) => `**/${name}/**`);
  const files = globSync(pattern.replaceAll(sep, '/'), { cwd, ignore, onlyFiles: true, expandDirectories: false, dot: true });
  return files.sort(byName).map((path) => ({ path, absolute: resolve(cwd, path) }));
}

/** Adds every Markdown file under a folder. A folder reached twice through links is searched once: loops end. */
function searchFolder(path: string, absolute: string, seen: Set<string>, found: DraftPath[], faults: Fault[]): void {
  let names: string[];
  try {
    const real = realpathSync(absolute);
    if (seen.has(real)) return;
    seen.add(real);
    names = readdirSync(absolute).sort(byName);
  } catch (error) {
    faults.push({ file: path, pointer: '', message: reasonOf(error) });
    return;
  }
  for (const name of names) {
    if (SKIPPED.has(name)) continue;
    const child = join(absolute, name);
    const shown =
      path.endsWith('/') || path.endsWith(sep)
        ? path + name
        : path === '.'
          ? name
          : `${path}${path.includes('\\') && sep === '\\' ? '\\' : '/'}${name}`;
    let stats: Stats | undefined;
    try {
      stats = statSync(child, { throwIfNoEntry: false });
    } catch (error) {
      // A link that leads nowhere, or in a circle to itself, is not a draft.
      if ((error as NodeJS.ErrnoException).code !== 'ELOOP') faults.push({ file: shown, pointer: '', message: reasonOf(error) });
      continue;
    }
    if (stats?.isDirectory()) searchFolder(shown, child, seen, found, faults);
    else if (stats?.isFile() && MARKDOWN.some((ending) => name.toLowerCase().endsWith(ending)))
      found.push({ path: shown, absolute: child });
  }
}

/** The same order on every machine: by code units, not by locale. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
