import type { Fault, FrontMatter } from '#base';
import { readCompiledBook } from '#disk';
import type { DraftReading, DraftSettings, LintResult } from '#lint';
import type { CompiledBook } from '#make/book';
import type { RuleCard } from '#report';

/** Address of a rule's page in the package. */
const DOCS = 'rules/';

/** What a draft is linted with. */
export interface LintSettings extends DraftSettings {
  readonly defaults?: FrontMatter;
}

/** What a configuration changes in the rule book. */
export interface BookChange {
  /** Equal for equal changes. */
  readonly key: string;
  readonly apply: (book: CompiledBook) => CompiledBook;
}

/** A rule book ready for drafts. */
export interface LintEngine {
  /** The book it judges by. */
  readonly book: CompiledBook;
  lint(draft: { readonly path: string; readonly text: string }, settings: LintSettings): Promise<LintResult>;
  /** Lints the drafts of one package together, from what `read` gave; one result for each, in the order given. */
  judge(readings: readonly DraftReading[], settings: readonly DraftSettings[]): Promise<LintResult[]>;
  /** What the rooms before judgement read. */
  read(draft: { readonly path: string; readonly text: string }, defaults?: FrontMatter): Promise<DraftReading>;
  /** The same book as a configuration changes it; made once for each set of changes. */
  changed(change: BookChange | null): LintEngine;
}

/** A rule as commands list it. */
export type Card = RuleCard & Pick<CompiledBook['rules'][number], 'scope' | 'status'>;

/** What a command judges by; no engine where the rule book is faulty. */
export interface Opened {
  readonly engine: LintEngine | null;
  readonly book: CompiledBook;
  /** Of the rules that are in use, by code. */
  readonly cards: readonly Card[];
  readonly faults: readonly Fault[];
}

/** Opens the rule book of a folder or, without one, the book that was built in. The rooms that lint are loaded with the first draft. */
export async function openEngine(folder: string | undefined): Promise<Opened> {
  const { book, faults } = folder === undefined ? builtIn() : (await import('#make/book')).readBook(folder);
  return { engine: faults.length > 0 ? null : engineOf(book), book, cards: cardsOf(book.rules), faults };
}

/** Rules as commands list them. */
export function cardsOf(rules: CompiledBook['rules']): readonly Card[] {
  return rules.map(({ code, name, title, severity, why, remedy, scope, status }) => ({
    code,
    name,
    title,
    severity,
    why,
    remedy,
    scope,
    status,
  }));
}

function builtIn(): { readonly book: CompiledBook; readonly faults: readonly Fault[] } {
  // The build has checked it.
  const book = readCompiledBook() as CompiledBook | null;
  if (book === null)
    throw new Error('the compiled rule book is missing: the package is damaged, or was not built (npm run build)');
  return { book, faults: [] };
}

/** A rule book that has been checked, ready for drafts. */
export function engineOf(book: CompiledBook): LintEngine {
  const today = new Date().toISOString().slice(0, 10);
  const variants = new Map<string, LintEngine>();
  let opened: ReturnType<typeof openRooms> | null = null;
  const open = () => {
    opened ??= openRooms(book);
    return opened;
  };
  const engine: LintEngine = {
    book,
    async lint(draft, settings) {
      return (await engine.judge([await engine.read(draft, settings.defaults)], [settings]))[0]!;
    },
    async judge(readings, settings) {
      const { rooms, rules } = await open();
      return rooms.lintPackage(readings, { book: rules, precedence: book.precedence, today, docsUrl: DOCS }, settings);
    },
    async read(draft, defaults) {
      const { rooms, lexicons } = await open();
      return rooms.readFacts(draft, lexicons, defaults);
    },
    changed(change) {
      if (change === null) return engine;
      const known = variants.get(change.key) ?? engineOf(change.apply(book));
      variants.set(change.key, known);
      return known;
    },
  };
  return engine;
}

async function openRooms(book: CompiledBook) {
  const [rooms, { openBook }, { openLexicons }] = await Promise.all([import('#lint'), import('#rules'), import('#phrases')]);
  return { rooms, rules: openBook(book.rules), lexicons: openLexicons(book.lexicons) };
}
