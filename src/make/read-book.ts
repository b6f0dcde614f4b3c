/**
 * Make: a rule book is read from its folder, checked completely and joined into data.
 *
 * Takes a folder. Gives the compiled book and every fault in it. Never judges a draft. Used by the build and by `--rules`, both of which
 * can wait for zod to load; a plain run reads what the build made.
 */
import type { Fault } from '#base';
import { loadLexicons, loadParameters, loadPrecedence, loadRuleSources, type Sources } from '#disk';
import { factCatalogue } from '#facts';
import { type Precedence, readPrecedence } from '#findings';
import { compileLexicons, type LexiconFile } from '#phrases';
import type { Rule } from '#rules';
import { checkBook } from '#rules/check';
import { checkLexicon } from './check-lexicon.ts';
import { type Parameter, readParameters } from './read-parameters.ts';

/** A rule book as one value, fit for JSON. */
export interface CompiledBook {
  readonly rules: readonly Rule[];
  readonly precedence: Precedence;
  readonly lexicons: readonly LexiconFile[];
  /** What a configuration may change, by name. */
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** Reads and checks the rule book of a folder. With a fault the book is not fit for use. */
export function readBook(folder: string): { readonly book: CompiledBook; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  let parameters: CompiledBook['parameters'] = {};
  for (const { file, data } of readAll(loadParameters(folder), faults)) {
    const read = readParameters(data);
    parameters = read.parameters;
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
  }
  const rules = loadRuleSources(folder);
  const checked = checkBook(rules.sources, factCatalogue, { parameters: defaultsOf(parameters) });
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
  return { book: { rules: checked.rules, precedence, lexicons, parameters }, faults };
}

/** Reads and checks a folder of a user's own rules, to stand beside a book: data only, held to what the book is held to. */
export function readRules(
  folder: string,
  beside: CompiledBook,
): { readonly rules: readonly Rule[]; readonly faults: readonly Fault[] } {
  const { sources, faults } = loadRuleSources(folder);
  const checked = checkBook(sources, factCatalogue, { parameters: defaultsOf(beside.parameters), beside: beside.rules });
  return { rules: checked.rules, faults: [...faults, ...checked.faults] };
}

function defaultsOf(parameters: CompiledBook['parameters']): Record<string, number> {
  return Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, each.default]));
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
