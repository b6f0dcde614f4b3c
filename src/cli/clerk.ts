import type { LintResult } from '#lint';
import type { CompiledBook } from '#make/book';
import type { Job } from './ahead.ts';
import { engineOf, type LintEngine } from './engine.ts';

/** Lints drafts that stand for themselves; null for one that belongs to a package, or that we break on: who asked tells of it. */
export function makeClerk(): (book: CompiledBook, job: Omit<Job, 'book'>) => Promise<LintResult | null> {
  const engines = new Map<CompiledBook, LintEngine>();
  return async (book, { path, text, defaults, settings }) => {
    const engine = engines.get(book) ?? engineOf(book);
    engines.set(book, engine);
    try {
      const reading = await engine.read({ path, text }, defaults);
      if (reading.frontMatter.package !== undefined) return null;
      return (await engine.judge([reading], [settings]))[0]!;
    } catch {
      return null;
    }
  };
}
