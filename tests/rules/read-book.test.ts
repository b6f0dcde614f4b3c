import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBook } from '#make/book';
import { rule } from './book-sample.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'treatylint-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(files: Readonly<Record<string, unknown>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

const sound = rule('AAA001', {
  cases: [{ subject: 'duty', when: { fact: 'core', operator: 'equal', value: true }, at: 'verb' }],
  message: '{verb} is weak.',
});
const lexicon = { id: 'L1', title: 'Words', doc: 'Some words.', entries: ['as it deems fit', { text: 'may', tag: 'weak' }] };
const precedence = { chains: [{ order: ['AAA001', 'AAA002'], where: 'words' }] };

test('a rule book is joined into one value that JSON can hold', () => {
  put({ 'AAA001/rule.json': sound, 'lexicons/L1.json': lexicon, 'precedence.json': precedence });
  const { book, faults } = readBook(folder);
  expect(faults).toEqual([]);
  expect(JSON.parse(JSON.stringify(book))).toEqual({ rules: [sound], precedence, lexicons: [lexicon], parameters: {} });
});

test('faults of rules, lexicons and precedence are told together', () => {
  put({
    'AAA001/rule.json': { ...sound, severity: 'fatal' },
    'lexicons/L1.json': { ...lexicon, doc: '', entrys: [], entries: ['a', 1, { text: 'b' }] },
    'lexicons/L2.json': '[',
    'lexicons/L3.json': [],
    'precedence.json': { chains: [{ order: ['AAA001'], where: 'words' }] },
  });
  expect(
    readBook(folder).faults.map(
      ({ file, pointer, message }) => `${file.slice(folder.length + 1)} ${pointer} ${message.replace(/(not JSON): .*/, '$1')}`,
    ),
  ).toEqual([
    'AAA001/rule.json /severity Invalid option: expected one of "error"|"warning"|"info"',
    'lexicons/L2.json  not JSON',
    'lexicons/L1.json /entrys unknown key "entrys"',
    'lexicons/L1.json /doc a text is missing',
    'lexicons/L1.json /entries/1 an entry is a text, or an object with text and tag',
    'lexicons/L1.json /entries/2 an entry is a text, or an object with text and tag',
    'lexicons/L3.json  not a lexicon: an object with id, title, doc and entries',
    'precedence.json /chains/0/order at least two codes',
  ]);
});

test('a folder that is no rule book says what it lacks', () => {
  expect(readBook(folder).faults.map(({ file, message }) => `${file.slice(folder.length)} ${message}`)).toEqual([
    ' a rule book without a rule',
    '/lexicons no such file or folder',
    '/precedence.json no such file or folder',
  ]);
});
