import { BOOK_FILE } from '#disk';
import { readBook } from './read-book.ts';

/** What the build puts beside the program, or why it cannot. */
export function compile(folder: string): {
  readonly faults: readonly string[];
  readonly files: Readonly<Record<string, string>>;
} {
  const { book, faults } = readBook(folder);
  return {
    faults: faults.map(({ file, pointer, message }) => `${file}${pointer === '' ? '' : ` ${pointer}`}: ${message}`),
    files: { [BOOK_FILE]: `${JSON.stringify(book)}\n` },
  };
}
