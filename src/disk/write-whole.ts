import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from './reason.ts';

/**
 * Writes a file as a whole or not at all: into a temporary file beside it, then renamed over it.
 * A device or pipe is written directly, a symbolic link's target is replaced. Returns why it failed, or null.
 */
export function writeWhole(absolute: string, text: string): string | null {
  const bytes = Buffer.from(text, 'utf8');
  let temporary: string | null = null;
  try {
    const target = lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(absolute) : absolute;
    const stats = statSync(target, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return 'a folder, not a file';
    if (stats && !stats.isFile()) {
      writeAll(target, bytes, false);
      return null;
    }
    temporary = join(dirname(target), `.${basename(target).slice(0, 60)}.${randomUUID()}.tmp`);
    writeAll(temporary, bytes, true);
    if (stats) chmodSync(temporary, stats.mode & 0o777);
    renameSync(temporary, target);
    return null;
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    return reasonOf(error);
  }
}

/** Writes a file that must not be there yet; a half written one is taken away. Returns why it failed, or null. */
export function writeNew(absolute: string, text: string): string | null {
  let begun = false;
  try {
    const file = openSync(absolute, 'wx');
    begun = true;
    try {
      const bytes = Buffer.from(text, 'utf8');
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    } finally {
      closeSync(file);
    }
    return null;
  } catch (error) {
    if (begun) rmSync(absolute, { force: true });
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'it is there already' : reasonOf(error);
  }
}

function writeAll(path: string, bytes: Uint8Array, sync: boolean): void {
  const file = openSync(path, sync ? 'wx' : 'w');
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    if (sync) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
