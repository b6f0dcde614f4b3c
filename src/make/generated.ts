import { configJsonSchema } from '#config';
import { ruleJsonSchema } from '#rules/check';
import { readBook } from './read-book.ts';
import { ruleIndex } from './rule-index.ts';

/** Text of every file that is written from others, by path under the package. */
export function generated(rulesFolder: string): Readonly<Record<string, string>> {
  return {
    'treatylint.config.schema.json': `${JSON.stringify(configJsonSchema(readBook(rulesFolder).book), null, 2)}\n`,
    'rules/README.md': ruleIndex(rulesFolder),
    'rules/rule.schema.json': `${JSON.stringify(ruleJsonSchema(), null, 2)}\n`,
  };
}
