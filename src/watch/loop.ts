import { type Change, type Places, watchPlaces } from './places.ts';

/** What one run came to. */
export interface Outcome {
  /** Text of the report, in the format of the view. */
  readonly report: string;
  readonly warnings: number;
  readonly errors: number;
  readonly files: number;
  /** What the user gave that could not be used, and what broke in us. */
  readonly faults: number;
  readonly defects: number;
  /** What the next run depends on. */
  readonly places: Places;
}

/** Where runs are shown. */
export interface View {
  begin(run: number, line: string): void;
  end(run: number, line: string, outcome: Outcome, changes: readonly string[]): void;
  close(): void;
}

export interface WatchDoor {
  /** What is watched before the first run. */
  readonly places: Places;
  /** Words of the first begin line: `3 files`. */
  readonly first: () => Promise<string>;
  /** Lints once. Never throws but for the signal. */
  readonly run: (changes: readonly Change[]) => Promise<Outcome>;
  /** A path as lines name it. */
  readonly shown: (path: string) => string;
  readonly view: View;
  readonly signal: AbortSignal;
}

/** Silence after which a run begins, and the longest wait for it: an editor saves in several steps. Milliseconds. */
const SILENCE = 60;
const PATIENCE = 600;
/** Names in a begin line; more are counted. */
const MOST_NAMED = 3;

/**
 * Lints, waits for changes, lints again, until the signal comes. What changes during a run is looked at in the next one. Every run has a
 * begin line before its report and an end line after it, whatever happens.
 */
export async function watchLoop({ places, first, run, shown, view, signal }: WatchDoor): Promise<void> {
  const waiting = new Map<string, Change>();
  let wake: (() => void) | null = null;
  const watched = watchPlaces((change) => {
    waiting.set(change.path, join(waiting.get(change.path), change));
    wake?.();
  });
  const stop = () => wake?.();
  signal.addEventListener('abort', stop);
  /** Until something changes, the signal comes, or the time is over. */
  const pause = (most?: number): Promise<void> =>
    new Promise((done) => {
      const timer = most === undefined ? undefined : setTimeout(() => finish(), most);
      const finish = (): void => {
        clearTimeout(timer);
        wake = null;
        done();
      };
      wake = finish;
      if (signal.aborted) finish();
    });
  try {
    await watched.set(places);
    for (let n = 1; !signal.aborted; n++) {
      const changes = [...waiting.values()];
      waiting.clear();
      const words = n === 1 ? await first() : changeWords(changes, shown);
      const start = performance.now();
      view.begin(n, `[treatylint] run ${n} started: ${words}`);
      const outcome = await run(changes);
      const line = `[treatylint] run ${n} finished: ${endWords(outcome, performance.now() - start)}. Watching for changes.`;
      view.end(
        n,
        line,
        outcome,
        changes.map(({ path, kind }) => `${shown(path)} ${kind}`),
      );
      await watched.set(outcome.places);
      if (waiting.size === 0) await pause();
      for (const begun = performance.now(); !signal.aborted && performance.now() - begun < PATIENCE; ) {
        const before = performance.now();
        await pause(SILENCE);
        if (performance.now() - before >= SILENCE - 5) break;
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    view.close();
    watched.close();
  }
}

/** Two changes of one path as one. */
function join(before: Change | undefined, change: Change): Change {
  if (before?.kind === 'added' && change.kind === 'changed') return before;
  if (before?.kind === 'removed' && change.kind === 'added') return { path: change.path, kind: 'changed' };
  return change;
}

function changeWords(changes: readonly Change[], shown: (path: string) => string): string {
  const named = changes.slice(0, MOST_NAMED).map(({ path, kind }) => `${shown(path)} ${kind}`);
  const more = changes.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** `1 warning, 0 errors in 1 file (41 ms)`; faults and defects where there are any. */
function endWords({ warnings, errors, files, faults, defects }: Outcome, took: number): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  const odd = [...(faults > 0 ? [count(faults, 'fault')] : []), ...(defects > 0 ? [count(defects, 'defect')] : [])];
  const found = `${count(warnings, 'warning')}, ${count(errors, 'error')} in ${count(files, 'file')}`;
  return `${[found, ...odd].join(', ')} (${Math.round(took)} ms)`;
}
