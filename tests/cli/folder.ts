import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Ran, run } from './run.ts';

/** A folder for one test, with the built program run in it. */
export interface Folder {
  readonly path: string;
  put(files: Readonly<Record<string, string | Uint8Array>>): void;
  run(words: readonly string[], input?: string): Ran;
  /** What a JSON report tells: draft → `CODE level` of each message, `fatal message`, or `note message`. */
  told(words: readonly string[], input?: string): Record<string, string[]>;
  remove(): void;
}

interface Message {
  readonly ruleId: string | null;
  readonly level: string;
  readonly fatal?: boolean;
  readonly message: string;
}

export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'treatylint-'));
  const folder: Folder = {
    path,
    put(more) {
      for (const [name, text] of Object.entries(more)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), text);
      }
    },
    run: (words, input) => run(words, { cwd: path, ...(input === undefined ? {} : { input }) }),
    told(words, input) {
      const drafts = JSON.parse(folder.run([...words, '-f', 'json'], input).out) as { filePath: string; messages: Message[] }[];
      return Object.fromEntries(
        drafts.map(({ filePath, messages }) => [
          filePath.startsWith(path) ? filePath.slice(path.length + 1) : filePath,
          messages.map(({ ruleId, level, fatal, message }) =>
            ruleId ? `${ruleId} ${level}` : `${fatal ? 'fatal' : 'note'} ${message}`,
          ),
        ]),
      );
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
  folder.put(files);
  return folder;
}
