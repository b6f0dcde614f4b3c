import { fileURLToPath } from 'node:url';
import type { LintSetup } from '#lint';
import { readBook } from '#make/book';
import { compileLexicons } from '#phrases';
import { openBook } from '#rules';

/** Folder of the project, ending in a slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const { book, faults } = readBook(`${root}rules`);

/** Every fault of the rule book that ships. */
export const bookFaults = faults;

/** The rules that ship, by code; a faulty one is missing. */
export const rules = book.rules;

/** The rule book that ships, read from its sources, on a fixed day. */
export const setup: LintSetup = {
  book: openBook(book.rules),
  lexicons: compileLexicons(book.lexicons),
  precedence: book.precedence,
  today: '2026-01-01',
  inlineConfig: true,
  levels: {},
  docsUrl: 'rules/',
};
