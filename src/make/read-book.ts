/**
 * Make: a rule book is read from its folder, checked completely and joined into data.
 *
 * Takes a folder. Gives the compiled book and every fault in it. Never judges a draft. Used by the build and by `--rules`, both of which
 * can wait for zod to load; a plain run reads what the build made.
 */
import type { Fault } from '#base';
import { loadLexicons, loadPrecedence, loadRuleSources, type Sources } from '#disk';
import { factCatalogue } from '#facts';
import { type Precedence, readPrecedence } from '#findings';
import { compileLexicons, type LexiconFile } from '#phrases';
import type { Rule } from '#rules';
import { checkBook } from '#rules/check';
import { checkLexicon } from './check-lexicon.ts';

/** A rule book as one value, fit for JSON. */
export interface CompiledBook {
  readonly rules: readonly Rule[];
  readonly precedence: Precedence;
  readonly lexicons: readonly LexiconFile[];
}

/** Reads and checks the rule book of a folder. With a fault the book is not fit for use. */
export function readBook(folder: string): { readonly book: CompiledBook; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const rules = loadRuleSources(folder);
  const checked = checkBook(rules.sources, factCatalogue);
  faults.push(...rules.faults, ...checked.faults);
  const lexicons: LexiconFile[] = [];
  for (const { file, data } of readAll(loadLexicons(folder), faults)) {
    const wrong = checkLexicon(file, data);
    faults.push(...wrong);
    if (wrong.length === 0) lexicons.push(data as LexiconFile);
  }
  try {
    compileLexicons(lexicons);
  } catch (error) {
    faults.push({ file: `${folder}/lexicons`, pointer: '', message: (error as Error).message });
  }
  let precedence: Precedence = { chains: [] };
  for (const { file, data } of readAll(loadPrecedence(folder), faults)) {
    const read = readPrecedence(data);
    precedence = read.precedence;
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
  }
  return { book: { rules: checked.rules, precedence, lexicons }, faults };
}

function readAll({ sources, faults: unread }: Sources, faults: Fault[]): { readonly file: string; readonly data: unknown }[] {
  faults.push(...unread);
  return sources.flatMap(({ file, text }) => {
    try {
      return [{ file, data: JSON.parse(text) as unknown }];
    } catch (error) {
      faults.push({ file, pointer: '', message: `not JSON: ${(error as Error).message}` });
      return [];
    }
  });
}
