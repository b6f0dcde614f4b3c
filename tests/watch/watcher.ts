import { spawn } from 'node:child_process';
import { expect, vi } from 'vitest';
import { root } from '../book.ts';

/** A watcher of the built program at work. */
export interface Watcher {
  /** Everything on standard output until the end line of a run (or, in JSON, its object), from where the run before ended. */
  ran(n: number): Promise<string>;
  /** Waits until these words have come on standard error, which may be behind standard output. */
  told(words: string): Promise<void>;
  /** Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>;
}

export function startWatcher(words: readonly string[], cwd: string): Watcher {
  const child = spawn(process.execPath, [`${root}dist/treatylint.js`, 'watch', ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH },
  });
  let out = '';
  let err = '';
  let from = 0;
  let heard = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<number | null>((done) => {
    child.on('exit', (code) => {
      done(code);
      heard();
    });
  });
  return {
    async ran(n) {
      const end = new RegExp(`^(?:\\[treatylint\\] run ${n} finished: .*\\n\\n|\\{"version":1,"run":${n},.*\\n)`, 'm');
      for (;;) {
        const found = end.exec(out.slice(from));
        if (found) {
          const text = out.slice(from, from + found.index + found[0].length);
          from += text.length;
          return text;
        }
        if (child.exitCode !== null) throw new Error(`the watcher ended with ${child.exitCode}: ${out}${err}`);
        await new Promise<void>((done) => {
          heard = done;
        });
      }
    },
    told: (words) => vi.waitFor(() => expect(err).toContain(words), 5_000),
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}
