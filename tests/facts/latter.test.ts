import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFacts } from '#lint';
import { readBook } from '#make/book';
import { openLexicons } from '#phrases';

const { book } = readBook(join(new URL('../..', import.meta.url).pathname, 'rules'));
const lexicons = openLexicons(book.lexicons);

test('"the forces of the latter" is read to an end, and the latter is the one named last', () => {
  const text =
    '# Treaty between the Republic of Lorn and the Kingdom of Brenn\n\n## Article 1\n\nIf Lorn asks Brenn for help, the armed forces of the latter shall come to its aid.\n';
  const { facts } = readFacts({ path: 'a.md', text }, lexicons);
  const aid = facts.reading.propositions.find(({ sentence, verbAt }) => sentence.tokens[verbAt.to - 1]?.word === 'come');
  expect(aid?.actor).toMatchObject({ name: 'brenn', organ: 'forces' });
});
