import { join } from 'node:path';
import { factsData } from '#facts';
import { readFacts } from '#lint';
import { readBook } from '#make/book';
import { openLexicons } from '#phrases';

const { book } = readBook(join(new URL('../..', import.meta.url).pathname, 'rules'));
const lexicons = openLexicons(book.lexicons);

/** Everything read of a draft, as plain data. */
export const read = (text: string) => factsData(readFacts({ path: 'draft.md', text }, lexicons).facts);
