import type { RuleCard } from '#report';
import { openEngine } from '../engine.ts';
import { complain, EXIT, say } from '../output.ts';

/** `treatylint rules`: the book as a table, JSON or Markdown, by code; with `--suppressions` the register of accepted risks. */
export async function rules(
  paths: readonly string[],
  flags: { readonly format: string; readonly suppressions?: boolean; readonly config?: string | false },
): Promise<number> {
  if (flags.suppressions) return (await import('./suppressions.ts')).suppressions(paths, flags);
  if (paths.length > 0) {
    complain([{ file: paths[0]!, pointer: '', message: 'rules takes paths only with --suppressions' }]);
    return EXIT.faults;
  }
  const { cards, faults } = await openEngine(undefined);
  if (faults.length > 0) {
    complain(faults);
    return EXIT.faults;
  }
  const sorted = [...cards].sort((a, b) => (a.code < b.code ? -1 : 1));
  say(
    flags.format === 'json'
      ? `${JSON.stringify(sorted, null, 2)}\n`
      : flags.format === 'markdown'
        ? asMarkdown(sorted)
        : asTable(sorted),
  );
  return EXIT.clean;
}

function asTable(cards: readonly RuleCard[]): string {
  const wide = Math.max(4, ...cards.map((card) => card.name.length));
  const rows = cards.map((card) => `${card.code}  ${card.name.padEnd(wide)}  ${card.severity.padEnd(7)}  ${card.title}`);
  return `${[`CODE    ${'NAME'.padEnd(wide)}  LEVEL    WHAT`, ...rows, '', `${cards.length} rules; treatylint explain CODE prints a rule's page`].join('\n')}\n`;
}

function asMarkdown(cards: readonly RuleCard[]): string {
  const rows = cards.map((card) => `| ${card.code} | ${card.name} | ${card.severity} | ${card.title.replaceAll('|', '\\|')} |`);
  return `${['| code | name | level | what |', '|---|---|---|---|', ...rows].join('\n')}\n`;
}
