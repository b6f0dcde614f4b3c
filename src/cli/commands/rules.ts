import { resolve } from 'node:path';
import type { Severity } from '#base';
import { type Card, cardsOf, openEngine } from '../engine.ts';
import { complain, EXIT, say } from '../output.ts';
import { makePlans } from '../plans.ts';
import type { ReadingFlags } from './drafts.ts';

/** A rule with the level that the configuration gives it. */
interface Listed extends Card {
  readonly level: 'off' | Severity;
}

/** `treatylint rules`: the book as it is configured here, as a table, JSON or Markdown, by code; with `--suppressions` the register of accepted risks. */
export async function rules(
  paths: readonly string[],
  flags: ReadingFlags & { readonly format: string; readonly suppressions?: boolean },
): Promise<number> {
  if (flags.suppressions) return (await import('./suppressions.ts')).suppressions(paths, flags);
  if (paths.length > 0) {
    complain([{ file: paths[0]!, pointer: '', message: 'rules takes paths only with --suppressions' }]);
    return EXIT.faults;
  }
  const { book, cards, faults } = await openEngine(undefined);
  // The book as it counts for a draft in this folder.
  const here = resolve(process.cwd(), 'draft.md');
  const plans = makePlans(flags, book, process.cwd());
  const given = [...faults, ...(await plans.open([{ absolute: here }]))];
  if (given.length > 0) {
    complain(given);
    return EXIT.faults;
  }
  const levels = plans.of(here)?.levels ?? {};
  const own = cardsOf(plans.all().flatMap((configuration) => configuration.rules));
  const sorted = [...cards, ...own]
    .map((card): Listed => ({ ...card, level: levels[card.code] ?? card.severity }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  say(
    flags.format === 'json'
      ? `${JSON.stringify(sorted, null, 2)}\n`
      : flags.format === 'markdown'
        ? asMarkdown(sorted)
        : asTable(sorted),
  );
  return EXIT.clean;
}

function asTable(cards: readonly Listed[]): string {
  const wide = Math.max(4, ...cards.map((card) => card.name.length));
  const rows = cards.map((card) => `${card.code}  ${card.name.padEnd(wide)}  ${card.level.padEnd(7)}  ${card.title}`);
  return `${[`CODE    ${'NAME'.padEnd(wide)}  LEVEL    WHAT`, ...rows, '', `${cards.length} rules; treatylint explain CODE prints a rule's page`].join('\n')}\n`;
}

function asMarkdown(cards: readonly Listed[]): string {
  const rows = cards.map((card) => `| ${card.code} | ${card.name} | ${card.level} | ${card.title.replaceAll('|', '\\|')} |`);
  return `${['| code | name | level | what |', '|---|---|---|---|', ...rows].join('\n')}\n`;
}
