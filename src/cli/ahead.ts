import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FrontMatter } from '#base';
import { openCache, packageFolder, type ResultCache } from '#disk';
import type { DraftSettings, LintResult } from '#lint';
import type { CompiledBook } from '#make/book';
import { VERSION } from './version.ts';

/** A draft that stands for itself, with all that its result depends on. */
export interface Job {
  readonly n: number;
  readonly path: string;
  readonly text: string;
  readonly book: CompiledBook;
  readonly defaults: FrontMatter | undefined;
  readonly settings: DraftSettings;
}

/** What a worker is told: a rule book by its number, once, or a draft to lint by one of them. */
export type Order =
  | { readonly kind: 'book'; readonly book: number; readonly is: CompiledBook }
  | ({ readonly kind: 'draft'; readonly book: number } & Omit<Job, 'book'>);

/** What a worker answers; null where the draft belongs to a package, which is judged elsewhere. */
export interface Answer {
  readonly n: number;
  readonly result: LintResult | null;
}

/** How results are come by without linting one draft after another. */
export interface AheadOptions {
  readonly threads: number;
  /** Folder of the cache; null without one. */
  readonly cache: string | null;
}

/**
 * Results that need not be waited for one by one: kept from an earlier run, or linted by several threads at once. Whatever the number of
 * threads, each is what the draft alone would give. Drafts of packages are left out.
 */
export async function lintAhead(
  jobs: readonly Job[],
  { threads, cache }: AheadOptions,
): Promise<ReadonlyMap<number, LintResult>> {
  const done = new Map<number, LintResult>();
  const kept = cache === null ? null : openCache(cache);
  const keys = new Map<number, string>();
  if (kept !== null) {
    const keyOf = keyMaker(kept);
    for (const job of jobs) {
      const key = keyOf(job);
      keys.set(job.n, key);
      const result = kept.get(key) as Omit<LintResult, 'text'> | undefined;
      if (result !== undefined) done.set(job.n, { ...result, text: withoutMark(job.text) });
    }
  }
  const open = jobs.filter(({ n }) => !done.has(n));
  if (threads > 1 && open.length > 1) for (const [n, result] of await inThreads(open, threads)) done.set(n, result);
  else if (kept !== null) for (const [n, result] of await oneByOne(open)) done.set(n, result);
  for (const { n } of open) {
    const result = done.get(n);
    const key = keys.get(n);
    if (kept === null || result === undefined || key === undefined || result.defects.length > 0) continue;
    const { text: _, ...rest } = result;
    kept.put(key, rest);
  }
  return done;
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

/** Keys over the text, the rule book with its lexicons, the settings, the day (waivers expire) and the program itself. */
function keyMaker(cache: ResultCache): (job: Job) => string {
  // Chunks are named for their content, so that the program's first file tells of all of them.
  const program = readFileSync(join(packageFolder(), 'dist', 'treatylint.js'), 'utf8');
  const today = new Date().toISOString().slice(0, 10);
  const books = new Map<CompiledBook, string>();
  return ({ path, text, book, defaults, settings }) => {
    const known = books.get(book) ?? cache.key([book]);
    books.set(book, known);
    return cache.key([VERSION, program, known, today, path, defaults ?? null, settings, text]);
  };
}

async function oneByOne(jobs: readonly Job[]): Promise<Map<number, LintResult>> {
  const { makeClerk } = await import('./clerk.ts');
  const clerk = makeClerk();
  const done = new Map<number, LintResult>();
  for (const { book, ...job } of jobs) {
    const result = await clerk(book, job);
    if (result !== null) done.set(job.n, result);
  }
  return done;
}

/**
 * Deals the drafts by size, the largest first, each to the thread that is free. This thread lints too: a worker less is a start less, and it
 * would only wait.
 */
async function inThreads(jobs: readonly Job[], threads: number): Promise<Map<number, LintResult>> {
  const queue = [...jobs].sort((a, b) => b.text.length - a.text.length || a.n - b.n);
  const texts = new Map(jobs.map(({ n, text }) => [n, withoutMark(text)]));
  const done = new Map<number, LintResult>();
  const keep = ({ n, result }: Answer): void => {
    if (result !== null) done.set(n, { ...result, text: texts.get(n)! });
  };
  const workers: Worker[] = [];
  try {
    const others = Array.from({ length: Math.min(threads, jobs.length) - 1 }, () => workInThread(queue, keep, workers));
    await Promise.all([workHere(queue, keep), ...others]);
  } finally {
    for (const worker of workers) void worker.terminate();
  }
  return done;
}

/** Lints drafts of the queue in this thread. Between two of them the workers are heard. */
async function workHere(queue: Job[], keep: (answer: Answer) => void): Promise<void> {
  const { makeClerk } = await import('./clerk.ts');
  const clerk = makeClerk();
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
    const { book, ...draft } = job;
    keep({ n: job.n, result: await clerk(book, draft) });
    await new Promise((heard) => setImmediate(heard));
  }
}

/** Lints drafts of the queue in a thread of its own, until there are no more. */
function workInThread(queue: Job[], keep: (answer: Answer) => void, workers: Worker[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(packageFolder(), 'dist', 'worker.js'));
    workers.push(worker);
    const books = new Map<CompiledBook, number>();
    let waiting = 0;
    const next = (): void => {
      const job = queue.shift();
      if (job === undefined) return;
      const { book: is, ...draft } = job;
      let book = books.get(is);
      if (book === undefined) {
        book = books.size;
        books.set(is, book);
        worker.postMessage({ kind: 'book', book, is } satisfies Order);
      }
      waiting++;
      worker.postMessage({ kind: 'draft', book, ...draft } satisfies Order);
    };
    worker.on('message', (answer: Answer) => {
      waiting--;
      keep(answer);
      next();
      if (waiting === 0) resolve();
    });
    worker.on('error', reject);
    // Some ahead, so that it need not wait for this thread, which hears it only between two drafts of its own.
    for (let i = 0; i < AHEAD; i++) next();
    if (waiting === 0) resolve();
  });
}

/** Drafts that a worker has before it. */
const AHEAD = 3;
