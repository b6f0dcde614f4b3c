import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileLexicons, type LexiconFile, matchLexicons, openLexicons } from '../../src/phrases/lexicon.ts';
import { tokenize } from '../../src/phrases/tokens.ts';

const file = (id: string, ...entries: LexiconFile['entries'][number][]): LexiconFile => ({ id, title: id, doc: id, entries });
const tokens = (text: string) =>
  tokenize(
    text,
    Uint32Array.from({ length: text.length + 1 }, (_, index) => index),
  );
const match = (text: string, ...files: LexiconFile[]) => matchLexicons(compileLexicons(files), tokens(text));

test('the longest entry of a lexicon wins; what lies within it is silent', () => {
  const files = [file('L13', 'use of force', 'threat or use of force', 'force')];
  expect(match('The threat or use of force; force.', ...files)).toEqual([
    { from: 1, to: 6, lexicon: 'L13', entry: 'threat or use of force', tag: '', slot: null },
    { from: 7, to: 8, lexicon: 'L13', entry: 'force', tag: '', slot: null },
  ]);
});

test('hits stand in the order of their tokens, then of the numbers of their lexicons', () => {
  const files = [file('L10', { text: 'support', tag: 'weak' }), file('L2', 'full support', 'support')];
  expect(match('support, full support', ...files)).toEqual([
    { from: 0, to: 1, lexicon: 'L2', entry: 'support', tag: '', slot: null },
    { from: 0, to: 1, lexicon: 'L10', entry: 'support', tag: 'weak', slot: null },
    { from: 2, to: 4, lexicon: 'L2', entry: 'full support', tag: '', slot: null },
    { from: 3, to: 4, lexicon: 'L10', entry: 'support', tag: 'weak', slot: null },
  ]);
});

test('verbs are inflected; alternatives and optional words may nest', () => {
  const entry = '~withdraw (its|all (of the)?)? (forces|armed forces)';
  for (const text of ['withdrew forces', 'withdraws its armed forces', 'withdrawn all forces', 'withdrawing all of the forces']) {
    expect(match(text, file('L21', entry)), text).toEqual([
      { from: 0, to: text.split(' ').length, lexicon: 'L21', entry, tag: '', slot: null },
    ]);
  }
  expect(match('withdraws of the forces', file('L21', entry))).toEqual([]);
});

test('an optional word does not lend its continuations to other entries', () => {
  const files = [file('L1', 'a b? c', 'a c d', 'a b e')];
  expect(match('a c', ...files).map((hit) => hit.entry)).toEqual(['a b? c']);
  expect(match('a c d', ...files).map((hit) => hit.entry)).toEqual(['a c d']);
  expect(match('a b c d', ...files)).toEqual([{ from: 0, to: 3, lexicon: 'L1', entry: 'a b? c', tag: '', slot: null }]);
  expect(match('a e', ...files)).toEqual([]);
});

test('hyphen and space are one, but no entry begins or ends within a token', () => {
  const files = [file('L12', 'case-by-case'), file('L6', 'military', 'co-operation')];
  expect(match('case by case', ...files)).toEqual([
    { from: 0, to: 3, lexicon: 'L12', entry: 'case-by-case', tag: '', slot: null },
  ]);
  expect(match('case-by-case', ...files)).toEqual([
    { from: 0, to: 1, lexicon: 'L12', entry: 'case-by-case', tag: '', slot: null },
  ]);
  expect(match('non-military para-military-like', ...files)).toEqual([]);
  expect(match('cooperation', ...files)).toEqual([{ from: 0, to: 1, lexicon: 'L6', entry: 'co-operation', tag: '', slot: null }]);
});

test('British and American spelling are one', () => {
  const entry = '~recognise the defence programme';
  expect(match('Recognizing the Defense Program', file('L11', entry))).toEqual([
    { from: 0, to: 4, lexicon: 'L11', entry, tag: '', slot: null },
  ]);
});

test.each([
  ['such action as it deems necessary', 3, 4],
  ['such action as they jointly deem necessary', 3, 5],
  ['such action as each deems necessary', 3, 4],
  ['such action as each Party deems necessary', 3, 5],
  ['such action as the Council of Ministers deems necessary', 3, 7],
  ['such action as Ruritania deems necessary', 3, 4],
])('the judge of "%s"', (text, from, to) => {
  const entry = 'such action as <self> ~deem necessary';
  expect(match(text, file('L1', entry))).toEqual([
    { from: 0, to: text.split(' ').length, lexicon: 'L1', entry, tag: '', slot: { from, to } },
  ]);
});

test.each([
  'such action as may deem necessary',
  'such action as, it deems necessary',
  'such action as is necessary and it deems necessary',
  'such action as the one who of all those here present deems necessary',
])('no judge in "%s"', (text) => {
  expect(match(text, file('L1', 'such action as <self> ~deem necessary'))).toEqual([]);
});

test('a possessive judge, and one at the end of the entry', () => {
  const files = [file('L1', 'at <own> sole? discretion', 'at the discretion of <party>')];
  expect(match("at that Party's sole discretion", ...files)).toEqual([
    { from: 0, to: 6, lexicon: 'L1', entry: 'at <own> sole? discretion', tag: '', slot: { from: 1, to: 4 } },
  ]);
  expect(match('at its discretion', ...files)).toEqual([
    { from: 0, to: 3, lexicon: 'L1', entry: 'at <own> sole? discretion', tag: '', slot: { from: 1, to: 2 } },
  ]);
  expect(match('at the discretion of the Receiving State provides', ...files)).toEqual([
    { from: 0, to: 7, lexicon: 'L1', entry: 'at the discretion of <party>', tag: '', slot: { from: 4, to: 7 } },
  ]);
});

test.each(['within 24 hours', 'within twenty-four hours', 'within twenty-four (24) hours'])('a number in "%s"', (text) => {
  const found = tokens(text);
  expect(match(text, file('L20', 'within <n> hours'))).toEqual([
    { from: 0, to: found.length, lexicon: 'L20', entry: 'within <n> hours', tag: '', slot: null },
  ]);
});

test.each([
  ['a (b', 'lexicon entry "a (b": a ( without its )'],
  ['a) b', 'lexicon entry "a) b": a ) without its ('],
  ['a (|b)', 'lexicon entry "a (|b)": an empty alternative'],
  ['a? b?', 'lexicon entry "a? b?": nothing in it must be there'],
  ['a <who>', 'lexicon entry "a <who>": unknown slot <who>'],
  ['a ... b', 'lexicon entry "a ... b": "..." is not a word in lower case'],
  ['Party', 'lexicon entry "Party": "Party" is not a word in lower case'],
  ['', 'lexicon entry "": nothing in it must be there'],
])('the faulty entry "%s" is told', (entry, message) => {
  expect(() => compileLexicons([file('L1', entry)])).toThrow(new Error(message));
});

test('what is no lexicon is told', () => {
  expect(() => openLexicons([{ id: 'L1' } as unknown as LexiconFile])).toThrow(new Error('lexicon L1: no list of entries'));
  expect(() => openLexicons([null as unknown as LexiconFile])).toThrow(new Error('a lexicon without an id'));
});

const home = fileURLToPath(new URL('../../rules/lexicons/', import.meta.url));
const shipped = readdirSync(home).map((name) => JSON.parse(readFileSync(home + name, 'utf8')) as LexiconFile);
const set = compileLexicons(shipped);

test('the shipped lexicons are L1 to L22 and follow the syntax', () => {
  expect(set.ids).toEqual(Array.from({ length: 22 }, (_, index) => `L${index + 1}`));
});

test.each([
  ['such further steps as that Guarantor may consider appropriate', 'L1', '', 0, 9],
  ['at the absolute discretion of each Guarantor', 'L1', '', 0, 7],
  ['with the utmost speed', 'L4', '2', 0, 4],
  ['within an appropriate period', 'L4', '3', 0, 4],
  ['wherever practicable', 'L5', '', 0, 2],
  ['with the prior consent of every Member State', 'L7', '', 0, 8],
  ["in conformity with each Party's respective domestic legislation", 'L8', '', 0, 9],
  ['in accordance with relevant laws and regulations', 'L8', 'applicable', 0, 7],
  ['depending on the availability of adequate funding', 'L9', '', 0, 7],
  ['on a case by case basis', 'L12', '', 0, 6],
  ['acts of armed aggression', 'L13', '', 0, 4],
  ['the details will be worked out', 'L17', '', 0, 6],
])('"%s" is %s', (text, lexicon, tag, from, to) => {
  const hits = matchLexicons(set, tokens(text)).filter((hit) => hit.lexicon === lexicon);
  expect(hits.map((hit) => ({ tag: hit.tag, from: hit.from, to: hit.to }))).toEqual([{ tag, from, to }]);
});

test.each([
  ['in accordance with international law', 'L8'],
  ['such action as may be necessary', 'L1'],
  ['within 24 hours after the Notice', 'L4'],
])('"%s" is not %s', (text, lexicon) => {
  expect(matchLexicons(set, tokens(text)).filter((hit) => hit.lexicon === lexicon)).toEqual([]);
});
