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

/** Deals the drafts by size, the largest first, each to the thread that is free. */
function inThreads(jobs: readonly Job[], threads: number): Promise<Map<number, LintResult>> {
  const queue = [...jobs].sort((a, b) => b.text.length - a.text.length || a.n - b.n);
  const texts = new Map(jobs.map(({ n, text }) => [n, withoutMark(text)]));
  const done = new Map<number, LintResult>();
  const file = join(packageFolder(), 'dist', 'worker.js');
  return new Promise((resolve, reject) => {
    const workers: Worker[] = [];
    let busy = 0;
    const finish = (error: unknown): void => {
      for (const worker of workers) void worker.terminate();
      if (error === null) resolve(done);
      else reject(error);
    };
    for (let i = 0; i < Math.min(threads, jobs.length); i++) {
      const worker = new Worker(file);
      const books = new Map<CompiledBook, number>();
      const next = (): boolean => {
        const job = queue.shift();
        if (job === undefined) return false;
        const { book: is, ...draft } = job;
        let book = books.get(is);
        if (book === undefined) {
          book = books.size;
          books.set(is, book);
          worker.postMessage({ kind: 'book', book, is } satisfies Order);
        }
        busy++;
        worker.postMessage({ kind: 'draft', book, ...draft } satisfies Order);
        return true;
      };
      worker.on('message', ({ n, result }: Answer) => {
        busy--;
        if (result !== null) done.set(n, { ...result, text: texts.get(n)! });
        if (!next() && busy === 0) finish(null);
      });
      worker.on('error', finish);
      workers.push(worker);
      // Two at a time, so that no thread waits for its next draft.
      next();
      next();
    }
  });
}
