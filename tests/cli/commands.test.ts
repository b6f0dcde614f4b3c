import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, rules } from '../book.ts';
import { run } from './run.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'treatylint-'));
  cpSync(`${root}rules/TRG001/weak.md`, join(folder, 'weak.md'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('explain', () => {
  test('prints the page of a rule, by code or by name, in any case', () => {
    const page = readFileSync(`${root}rules/TRG001/README.md`, 'utf8');
    for (const word of ['TRG001', 'trg001', 'discretionary-response'])
      expect(run(['explain', word])).toEqual({ code: 0, out: page, err: '' });
  });

  test('tells an unknown rule and the nearest one', () => {
    expect(run(['explain', 'TRG01'])).toEqual({
      code: 2,
      out: '',
      err: 'treatylint: explain: unknown rule "TRG01"; did you mean "TRG001"?\n',
    });
  });
});

describe('rules', () => {
  test('prints the book as a table, JSON and Markdown', () => {
    const codes = rules.map((rule) => rule.code).sort();
    expect([...run(['rules']).out.matchAll(/^([A-Z]{3}\d{3}) /gm)].map((found) => found[1])).toEqual(codes);
    expect((JSON.parse(run(['rules', '--format', 'json']).out) as { code: string }[]).map((card) => card.code)).toEqual(codes);
    expect([...run(['rules', '-f', 'markdown']).out.matchAll(/^\| ([A-Z]{3}\d{3}) /gm)].map((found) => found[1])).toEqual(codes);
    expect(run(['rules', '-f', 'xml']).code).toBe(2);
  });
});

describe('chain and inspect', () => {
  test('chain prints each trigger article with its grade, in words and in JSON', () => {
    expect(run(['chain', 'weak.md'], { cwd: folder })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/grade [A-F]/),
      err: '',
    });
    const [draft] = JSON.parse(run(['chain', 'weak.md', '--format', 'json'], { cwd: folder }).out) as {
      path: string;
      chain: { grade: string }[];
    }[];
    expect(draft!.path).toBe('weak.md');
    expect(draft!.chain.map((chain) => chain.grade).join('')).toMatch(/^[A-F]+$/);
    expect(run(['chain', 'none.md'], { cwd: folder })).toEqual({
      code: 2,
      out: '',
      err: 'treatylint: none.md: no such file or folder\n',
    });
  });

  test.each([
    ['parse', /^root 0-\d+\n/],
    ['clauses', /\[article, operative\]/],
    ['phrases', /\S/],
    ['facts', /^kind [a-z-]+/],
  ])('inspect --after %s', (room, form) => {
    expect(run(['inspect', '--after', room, 'weak.md'], { cwd: folder })).toMatchObject({
      code: 0,
      out: expect.stringMatching(form),
      err: '',
    });
  });

  test('inspect needs a room that there is', () => {
    expect(run(['inspect', 'weak.md'], { cwd: folder }).code).toBe(2);
    expect(run(['inspect', '--after', 'kitchen', 'weak.md'], { cwd: folder }).code).toBe(2);
  });
});

test('a rule book of the user is checked, every fault at once', () => {
  const book = join(folder, 'book');
  cpSync(`${root}rules`, book, { recursive: true });
  const file = join(book, 'TRG001', 'rule.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"scope"', '"scpe"').replace('"fact": "', '"fact": "no'));
  const ran = run(['weak.md', '--rules', 'book', '-f', 'json'], { cwd: folder });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('treatylint: book/TRG001/rule.json: /scpe: unknown key "scpe"; did you mean "scope"?');
  expect(ran.err).toContain('has no fact "no');
  expect(JSON.parse(ran.out)).toEqual(expect.arrayContaining([expect.objectContaining({ fatalErrorCount: 3 })]));
});

test('a long report arrives whole', () => {
  const many = join(folder, 'many.md');
  writeFileSync(many, readFileSync(join(folder, 'weak.md'), 'utf8').repeat(30));
  // Everything arrives although the pipe is read slowly: nothing is cut at the end.
  const ran = run(['many.md', '-f', 'json'], { cwd: folder });
  expect(() => JSON.parse(ran.out)).not.toThrow();
});
