import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { reasonOf } from './reason.ts';

/** Names of a configuration file. */
export const CONFIG_NAMES = ['treatylint.config.json', 'treatylint.config.yaml', 'treatylint.config.yml'] as const;

/** Larger than any configuration. */
const MOST_BYTES = 1024 * 1024;

/**
 * Finds the configuration of drafts: the file in the nearest folder upwards. The search ends with the folder that holds `.git`, so that
 * nothing outside a repository counts. What was found for a folder is remembered.
 */
export function configFinder(): (absoluteDraft: string) => string | null {
  const known = new Map<string, string | null>();
  const find = (folder: string): string | null => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const name = CONFIG_NAMES.find((each) => existsSync(join(folder, each)));
    const above = dirname(folder);
    const found =
      name !== undefined ? join(folder, name) : above === folder || existsSync(join(folder, '.git')) ? null : find(above);
    known.set(folder, found);
    return found;
  };
  return (absoluteDraft) => find(dirname(absoluteDraft));
}

/** A second configuration file in the folder of one: which of them is meant cannot be known. */
export function rivalOf(file: string): string | null {
  const own = basename(file);
  const names: readonly string[] = CONFIG_NAMES;
  return names.includes(own) ? (names.find((name) => name !== own && existsSync(join(dirname(file), name))) ?? null) : null;
}

/** Text of a configuration file, or why there is none. Pipes and devices are not read: they may never end. */
export function readConfigText(file: string, most = MOST_BYTES): { readonly text: string } | { readonly fault: string } {
  let open: number | undefined;
  try {
    open = openSync(file, 'r');
    const stats = fstatSync(open);
    if (stats.isDirectory()) return { fault: 'a folder, not a file' };
    if (!stats.isFile()) return { fault: 'not a file' };
    if (stats.size > most) return { fault: `larger than ${most / 1024 / 1024} MiB: no such file is` };
    const bytes = Buffer.alloc(stats.size);
    let done = 0;
    for (let count = 1; count > 0 && done < bytes.length; done += count)
      count = readSync(open, bytes, done, bytes.length - done, null);
    if (bytes.includes(0)) return { fault: 'a NUL byte in it: not a text file in UTF-8' };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, done)) };
  } catch (error) {
    return { fault: error instanceof TypeError ? 'not valid UTF-8: save the file as UTF-8' : reasonOf(error) };
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

/** The folder that a configuration must not reach out of: the repository it stands in, else its own folder. */
export function rootOf(configFile: string): string {
  const own = realpathSync(dirname(configFile));
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return own;
  }
}

/** Whether a path, its links followed, leads into the root; a fault where it leads nowhere. */
export function confined(root: string, path: string): { readonly real: string } | { readonly fault: string } {
  try {
    const real = realpathSync(path);
    const way = relative(root, real);
    const outside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
    return outside
      ? { fault: `it lies outside ${root}: a configuration reads nothing outside its repository or, without one, its own folder` }
      : { real };
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

/** A home of a rule folder whose rule lies elsewhere: null where there is none. */
export function strayRule(root: string, folder: string): { readonly path: string; readonly fault: string } | null {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name, 'rule.json');
    if (!existsSync(path)) continue;
    const where = confined(root, path);
    if ('fault' in where) return { path, fault: where.fault };
  }
  return null;
}
