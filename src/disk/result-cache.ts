import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/**
 * Results by the content of everything they depend on. What is not there is not known: a folder that cannot be read or written, a file that
 * was cut off or comes from another version all mean the same. Two runs may share a folder: a file is written whole, and never changed.
 */
export interface ResultCache {
  /** Key of a result: of all that it depends on, in a fixed order. */
  key(parts: readonly unknown[]): string;
  get(key: string): unknown;
  put(key: string, value: unknown): void;
}

/** Opens a cache in a folder, which is made when something is first kept. */
export function openCache(folder: string): ResultCache {
  let made = false;
  return {
    key(parts) {
      const hash = createHash('sha256');
      for (const part of parts) {
        const text = typeof part === 'string' ? part : (JSON.stringify(part) ?? '');
        hash.update(`${text.length}:`).update(text);
      }
      return hash.digest('hex');
    },
    get(key) {
      try {
        const kept = deserialize(readFileSync(join(folder, key))) as { readonly key?: unknown; readonly value?: unknown };
        return kept.key === key ? kept.value : undefined;
      } catch {
        return undefined;
      }
    },
    put(key, value) {
      const temporary = join(folder, `.${randomUUID()}.tmp`);
      try {
        if (!made) mkdirSync(folder, { recursive: true });
        made = true;
        writeFileSync(temporary, serialize({ key, value }), { flag: 'wx' });
        renameSync(temporary, join(folder, key));
      } catch {
        // A cache that cannot be kept is none; what was begun is taken away where that is possible.
        try {
          rmSync(temporary, { force: true });
        } catch {
          made = false;
        }
      }
    },
  };
}
