/** A line on a terminal that says how far a run is; nothing where no terminal reads. */
export interface Progress {
  /** Before each draft. */
  show(done: number, total: number, path: string): void;
  /** Before anything else is written, and at the end. */
  clear(): void;
}

/** Who waits less than this needs no word. */
const PATIENCE = 500;

export function makeProgress(
  stream: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown },
  now: () => number,
): Progress {
  const start = now();
  let shown = false;
  return {
    show(done, total, path) {
      if (!stream.isTTY || total < 2 || now() - start < PATIENCE) return;
      const line = `treatylint: ${done} of ${total} drafts, now ${path}`;
      stream.write(`\r${line.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}\u001B[K`);
      shown = true;
    },
    clear() {
      if (shown) stream.write('\r\u001B[K');
      shown = false;
    },
  };
}
