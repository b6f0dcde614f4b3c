import { configJsonSchema } from '#config';
import { loadRuleSources } from '#disk';
import { ruleJsonSchema } from '#rules/check';
import { readBook } from './read-book.ts';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly severity: string;
  readonly scope: string;
  readonly status: string;
}

/** Text of every file that is written from others, by path under the package. */
export function generated(rulesFolder: string): Readonly<Record<string, string>> {
  return {
    'treatylint.config.schema.json': `${JSON.stringify(configJsonSchema(readBook(rulesFolder).book), null, 2)}\n`,
    'rules/README.md': ruleIndex(rulesFolder),
    'rules/rule.schema.json': `${JSON.stringify(ruleJsonSchema(), null, 2)}\n`,
  };
}

/** The index of the rule book: one row for each home, by code. */
function ruleIndex(folder: string): string {
  const rows = loadRuleSources(folder).sources.map((source) => JSON.parse(source.text) as Row);
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return [
    '# The rule book',
    '',
    'Written by `npm run write` from the homes; each rule is a folder with its rule, its page and its drafts.',
    '',
    '| code | name | what it finds | level | scope |',
    '|---|---|---|---|---|',
    ...rows.map(
      ({ code, name, title, severity, scope, status }) =>
        `| [${code}](${code}/README.md) | ${name} | ${cell(title)}${status === 'stable' ? '' : ` (${status})`} | ${severity} | ${scope} |`,
    ),
    '',
  ].join('\n');
}
