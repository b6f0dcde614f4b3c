import type { Fault, Severity } from '#base';
import { readCompiledBook } from '#disk';
import type { LintResult, LintSetup } from '#lint';
import type { CompiledBook } from '#make/book';
import type { LexiconSet } from '#phrases';
import type { RuleCard } from '#report';

/** Address of a rule's page in the package. */
const DOCS = 'rules/';

/** A rule book ready for drafts. */
export interface LintEngine {
  readonly lexicons: LexiconSet;
  lint(
    draft: { readonly path: string; readonly text: string },
    options: { readonly inlineConfig: boolean; readonly levels: Readonly<Record<string, 'off' | Severity>> },
  ): Promise<LintResult>;
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
  const { lexicons, precedence } = book;
  const today = new Date().toISOString().slice(0, 10);
  let opened: Promise<{ readonly lintDraft: typeof import('#lint').lintDraft; readonly book: LintSetup['book'] }> | null = null;
  const open = async () => {
    const [{ lintDraft }, { openBook }] = await Promise.all([import('#lint'), import('#rules')]);
    return { lintDraft, book: openBook(book.rules) };
  };
  return {
    lexicons,
    async lint(draft, { inlineConfig, levels }) {
      opened ??= open();
      const { lintDraft, book: rules } = await opened;
      return lintDraft(draft, { book: rules, lexicons, precedence, today, inlineConfig, levels, docsUrl: DOCS });
    },
  };
}
