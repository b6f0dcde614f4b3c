import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BaselineDraft, entriesOf, matchBaseline, readBaseline, writeBaseline } from '#findings';
import { lintDraft } from '#lint';
import { root, setup } from '../book.ts';
import { type Folder, makeFolder } from './folder.ts';

const weak = readFileSync(`${root}rules/TRG001/weak.md`, 'utf8');
const SENTENCE = weak
  .split('\n')
  .find((line) => line.includes('as it deems fit'))!
  .replace(/^\d\. /, '');

async function read(text: string, file = 'a.md'): Promise<BaselineDraft> {
  const { findings } = await lintDraft({ path: file, text }, setup);
  return { file, text, findings: findings.filter(({ code }) => code === 'TRG001') };
}

/** What a baseline of `before` makes of `after`: clauses of new findings, and of stale entries. */
async function compare(before: string, after: string, file = 'a.md') {
  const entries = entriesOf(await read(before));
  const draft = await read(after, file);
  const { known, stale } = matchBaseline(entries, [draft], (name) => name !== file);
  return {
    fresh: draft.findings.filter((_, index) => !known[0]![index]).map(({ clause }) => clause),
    stale: stale.map(({ clause }) => clause),
  };
}

const article = (number: number, sentence = SENTENCE): string => `\n## Article ${number}\n\n${sentence}\n`;
const with2 = weak.split('## Article 2')[0]!;
const other = SENTENCE.replace('give', 'send').replace('within 24 hours', 'within 48 hours');

describe('a baseline', () => {
  test.each<[string, string, string]>([
    ['the same text', with2 + article(2), with2 + article(2)],
    ['another numbering', with2 + article(2), with2 + article(3, 'The harbour is open.').replace('3', '2') + article(3)],
    [
      'text moved to the end',
      with2 + article(2) + article(3, 'The harbour is open.'),
      `${with2 + article(2, 'The harbour is open.') + article(3)}`,
    ],
    [
      'other line ends and wrapping',
      with2 + article(2),
      (with2 + article(2, SENTENCE.replace(' give', '\ngive'))).replaceAll('\n', '\r\n'),
    ],
    ['an edit elsewhere in the sentence', with2 + article(2), with2 + article(2, SENTENCE.replace('24 hours', '36 hours'))],
  ])('knows its findings again: %s', async (_, before, after) => {
    expect(await compare(before, after)).toEqual({ fresh: [], stale: [] });
  });

  test('knows a draft under another name', async () => {
    expect(await compare(with2 + article(2), with2 + article(2), 'b.md')).toEqual({ fresh: [], stale: [] });
  });

  test('one repaired and one new never cancel out', async () => {
    expect(await compare(with2 + article(2), with2 + article(2, 'The harbour is open.') + article(3, other))).toEqual({
      fresh: ['Article 3'],
      stale: ['Article 2'],
    });
  });

  test('a repetition is new, though its words are known, and the old one is still the one that is known', async () => {
    expect(await compare(with2 + article(2), with2 + article(2, other) + article(3))).toEqual({
      fresh: ['Article 2'],
      stale: [],
    });
    expect((await compare(with2 + article(2), with2 + article(2) + article(3))).fresh).toEqual(['Article 3']);
  });

  test('is read as it was written', async () => {
    const entries = entriesOf(await read(weak));
    expect(entries).toHaveLength(1);
    expect(readBaseline(writeBaseline(entries))).toEqual({ entries });
    expect(readBaseline(writeBaseline([]))).toEqual({ entries: [] });
  });
});

describe('from the command line', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder({ 'a.md': weak });
  });
  afterEach(() => {
    folder.remove();
  });
  const base = ['--baseline', 'known.json', '--only', 'TRG001'];

  test('only what is new fails; what is no longer found is told', () => {
    expect(folder.run(['a.md', ...base])).toMatchObject({
      code: 2,
      err: 'treatylint: known.json: no such baseline; write it with --update-baseline\n',
    });
    expect(folder.run(['a.md', ...base, '--update-baseline']).code).toBe(0);
    expect(folder.told(['a.md', ...base])).toEqual({ 'a.md': [] });
    folder.put({ 'b.md': weak.replace('give', 'send') });
    expect(folder.run(['.', ...base]).code).toBe(1);
    folder.put({ 'a.md': weak.replace('such military assistance as it deems fit', 'the assistance listed in Annex A') });
    const ran = folder.run(['a.md', ...base]);
    expect(ran.code).toBe(0);
    expect(ran.err.split('\n')[0]).toBe(
      'treatylint: known.json: no longer found: a.md: Article 2(1): TRG001 “such military assistance as it deems fit”',
    );
    expect(folder.run(['a.md', ...base, '--update-baseline']).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder.path, 'known.json'), 'utf8'))).toEqual({
      tool: 'treatylint',
      version: 1,
      findings: [],
    });
    expect(readdirSync(folder.path).sort()).toEqual(['a.md', 'b.md', 'known.json']);
  });

  test.each<[string, RegExp]>([
    ['{ "tool": "treatylint", "version": 2, "findings": [] }', /a baseline of version 2: this treatylint reads version 1/],
    ['{ "tool": "treatylint", "version": 1, "findings": [1] }', /entry 1 of its findings is none/],
    ['{ "tool": "treaty', /not a baseline: .*write it anew with --update-baseline/],
    ['[]', /not a baseline of treatylint/],
  ])('%s is a fault, and is not overwritten', (text, message) => {
    folder.put({ 'known.json': text });
    const ran = folder.run(['a.md', ...base, '-f', 'json', '--update-baseline']);
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(message) });
    expect((JSON.parse(ran.out) as { fatalErrorCount: number }[]).map((draft) => draft.fatalErrorCount)).toEqual([0, 1]);
    expect(readFileSync(join(folder.path, 'known.json'), 'utf8')).toBe(text);
  });

  test('tells in SARIF what is new and what was known', () => {
    const states = (): (string | undefined)[] => {
      const { out } = folder.run(['.', ...base, '-f', 'sarif']);
      return (JSON.parse(out) as { runs: { results: { baselineState?: string }[] }[] }).runs[0]!.results.map(
        ({ baselineState }) => baselineState,
      );
    };
    expect(folder.run(['a.md', ...base, '--update-baseline']).code).toBe(0);
    folder.put({ 'b.md': weak.replace('give', 'send') });
    expect(states()).toEqual(['unchanged', 'new']);
  });

  test('needs a name', () => {
    expect(folder.run(['a.md', '--only', 'TRG001', '--update-baseline'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no baseline is named'),
    });
  });
});
