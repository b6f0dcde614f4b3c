import type { Fault, Severity } from '#base';
import { readCompiledBook } from '#disk';
import type { DraftReading, LintResult } from '#lint';
import type { CompiledBook } from '#make/book';
import type { RuleCard } from '#report';

/** Address of a rule's page in the package. */
const DOCS = 'rules/';

/** A rule book ready for drafts. */
export interface LintEngine {
  lint(
    draft: { readonly path: string; readonly text: string },
    options: { readonly inlineConfig: boolean; readonly levels: Readonly<Record<string, 'off' | Severity>> },
  ): Promise<LintResult>;
  /** Lints the drafts of one package together, from what `read` gave; one result for each, in the order given. */
  judge(
    readings: readonly DraftReading[],
    options: { readonly inlineConfig: boolean; readonly levels: Readonly<Record<string, 'off' | Severity>> },
  ): Promise<LintResult[]>;
  /** What the rooms before judgement read. */
  read(draft: { readonly path: string; readonly text: string }): Promise<DraftReading>;
}

/** What a command judges by; no engine where the rule book is faulty. */
export interface Opened {
  readonly engine: LintEngine | null;
  /** Of the rules that are in use, by code. */
  readonly cards: readonly (RuleCard & Pick<CompiledBook['rules'][number], 'scope' | 'status'>)[];
  readonly faults: readonly Fault[];
}

/** Opens the rule book of a folder or, without one, the book that was built in. The rooms that lint are loaded with the first draft. */
export async function openEngine(folder: string | undefined): Promise<Opened> {
  const { book, faults } = folder === undefined ? builtIn() : (await import('#make/book')).readBook(folder);
  const cards = (book?.rules ?? []).map(({ code, name, title, severity, why, remedy, scope, status }) => ({
    code,
    name,
    title,
    severity,
    why,
    remedy,
    scope,
    status,
  }));
  return { engine: book === null || faults.length > 0 ? null : makeEngine(book), cards, faults };
}

function builtIn(): { readonly book: CompiledBook | null; readonly faults: readonly Fault[] } {
  // The build has checked it.
  const book = readCompiledBook() as CompiledBook | null;
  if (book === null)
    throw new Error('the compiled rule book is missing: the package is damaged, or was not built (npm run build)');
  return { book, faults: [] };
}

function makeEngine(book: CompiledBook): LintEngine {
  const today = new Date().toISOString().slice(0, 10);
  let opened: ReturnType<typeof openRooms> | null = null;
  const open = () => {
    opened ??= openRooms(book);
    return opened;
  };
  return {
    async lint(draft, options) {
      const { rooms, lexicons } = await open();
      return (await this.judge([rooms.readFacts(draft, lexicons)], options))[0]!;
    },
    async judge(readings, { inlineConfig, levels }) {
      const { rooms, rules, lexicons } = await open();
      return rooms.lintPackage(readings, {
        book: rules,
        lexicons,
        precedence: book.precedence,
        today,
        inlineConfig,
        levels,
        docsUrl: DOCS,
      });
    },
    async read(draft) {
      const { rooms, lexicons } = await open();
      return rooms.readFacts(draft, lexicons);
    },
  };
}

async function openRooms(book: CompiledBook) {
  const [rooms, { openBook }, { openLexicons }] = await Promise.all([import('#lint'), import('#rules'), import('#phrases')]);
  return { rooms, rules: openBook(book.rules), lexicons: openLexicons(book.lexicons) };
}
