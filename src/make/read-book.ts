/**
 * Make: a rule book is read from its folder, checked completely and joined into data.
 *
 * Takes a folder. Gives the compiled book and every fault in it. Never judges a draft. Used by the build and by `--rules`, both of which
 * can wait for zod to load; a plain run reads what the build made.
 */
import type { Fault } from '#base';
import { loadLexicons, loadPrecedence, loadRuleSources } from '#disk';
import { factCatalogue } from '#facts';
import { type Precedence, readPrecedence } from '#findings';
import { type LexiconSet, readLexicons } from '#phrases';
import type { Rule } from '#rules';
import { checkBook } from '#rules/check';

/** A rule book as one value, fit for JSON. */
export interface CompiledBook {
  readonly rules: readonly Rule[];
  readonly precedence: Precedence;
  readonly lexicons: LexiconSet;
}

/** Reads and checks the rule book of a folder. With a fault the book is not fit for use. */
export function readBook(folder: string): { readonly book: CompiledBook; readonly faults: readonly Fault[] } {
  const rules = loadRuleSources(folder);
  const checked = checkBook(rules.sources, factCatalogue);
  const words = loadLexicons(folder);
  const lexicons = readLexicons(words.sources);
  const order = loadPrecedence(folder);
  const precedence = readOrder(order.sources);
  return {
    book: { rules: checked.rules, precedence: precedence.precedence, lexicons: lexicons.lexicons },
    faults: [...rules.faults, ...checked.faults, ...words.faults, ...lexicons.faults, ...order.faults, ...precedence.faults],
  };
}

function readOrder(sources: ReturnType<typeof loadPrecedence>['sources']): {
  readonly precedence: Precedence;
  readonly faults: readonly Fault[];
} {
  const source = sources[0];
  if (!source) return { precedence: { chains: [] }, faults: [] };
  try {
    const { precedence, faults } = readPrecedence(JSON.parse(source.text));
    return { precedence, faults: faults.map((fault) => ({ file: source.file, ...fault })) };
  } catch (error) {
    return {
      precedence: { chains: [] },
      faults: [{ file: source.file, pointer: '', message: `not JSON: ${(error as Error).message}` }],
    };
  }
}
