import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Name of the compiled rule book beside the program. */
export const BOOK_FILE = 'book.json';

/** Folder of the package: the nearest one above this file that holds package.json, from the sources as from the built program. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  // The built program has a package.json of its own, which only says how its files are to be loaded.
  if (basename(folder) === 'chunks') folder = dirname(dirname(folder));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The compiled rule book of the built program, as JSON; null where none was built. */
export function readCompiledBook(): unknown {
  const file = join(packageFolder(), 'dist', BOOK_FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** The page of a rule of the book that ships or of a user's folder, Markdown; null where it has none. */
export function readPage(code: string, folders: readonly string[] = []): string | null {
  const homes = [join(packageFolder(), 'rules'), ...folders];
  const file = homes.map((home) => join(home, code, 'README.md')).find((each) => existsSync(each));
  return file === undefined ? null : readFileSync(file, 'utf8');
}
