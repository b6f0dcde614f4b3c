import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../book.ts';
import { run } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'treatylint-suite-'));
  cpSync(`${root}rules/TRG001/weak.md`, join(folder, 'weak.md'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const suite = (...words: string[]) => run(['suite', '.', ...words], { cwd: folder });
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const approved = (): string => readFileSync(join(folder, 'weak.findings'), 'utf8');

describe('suite', () => {
  test('shows, writes only with --approve, and then passes', () => {
    const before = suite();
    expect(before).toMatchObject({ code: 1, err: '' });
    expect(before.out).toMatch(
      /^weak\.md: nothing approved yet\n(?: {2}\+ new {7}.+\n)+1 cases: 0 passed, 0 changed, 1 missing\n$/,
    );
    expect(existsSync(join(folder, 'weak.findings'))).toBe(false);
    const written = suite('--approve');
    expect(written.code).toBe(0);
    expect(written.out).toBe(
      before.out.replace('yet\n', 'yet, approved now\n').replace('1 missing\n', '1 missing; 1 approved now\n'),
    );
    expect(suite()).toEqual({ code: 0, out: '1 cases: 1 passed, 0 changed, 0 missing\n', err: '' });
  });

  test('shows a difference and leaves the file as it is', () => {
    suite('--approve');
    const right = approved();
    const wrong = right.replace(/^(.+) \| (TRG001) error \| .+$/m, '$1 | $2 error | other words');
    put('weak.findings', wrong);
    const after = suite();
    expect(after.code).toBe(1);
    expect(after.out).toMatch(/^weak\.md: changed\n {2}~ reworded .+ \| TRG001 error \| “other words” → “.+”\n1 cases: /);
    expect(approved()).toBe(wrong);
    expect(suite('--approve').code).toBe(0);
    expect(approved()).toBe(right);
  });

  test('names every line of a findings file that cannot be used, and writes nothing', () => {
    const bad =
      'Article 99 | TRG001 error | never said\r\nArticle 1 | TRG999 error | x\nArticle 1 | TRG999 error | x\nnonsense\n';
    put('weak.findings', bad);
    const ran = suite();
    expect(ran.code).toBe(2);
    expect(ran.err).toBe(`treatylint: weak.findings:1: Windows line ends; --approve writes plain ones
treatylint: weak.findings:1: the draft has no clause "Article 99"
treatylint: weak.findings:2: unknown rule "TRG999"
treatylint: weak.findings:3: unknown rule "TRG999"
treatylint: weak.findings:3: the same clause, code and words as line 2
treatylint: weak.findings:4: not of the form "clause | CODE level | words"
`);
    expect(approved()).toBe(bad);
    expect(suite('--approve').code).toBe(0);
    expect(suite().code).toBe(0);
  });

  test('judges expectations in a draft, and their faults', () => {
    const draft = readFileSync(join(folder, 'weak.md'), 'utf8');
    put('weak.md', draft.replace(/^# /m, '<!-- expect TRG001 -->\n\n# '));
    expect(suite()).toEqual({ code: 0, out: '1 cases: 1 passed, 0 changed, 0 missing\n', err: '' });
    put('weak.md', draft.replace(/^# /m, '<!-- expect none -->\n\n# '));
    expect(suite()).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^weak\.md: changed\n {2}! line \d+ {2}nothing is expected/),
    });
    put('weak.md', draft.replace(/^# /m, '<!-- expect TRG01 -->\n\n# '));
    expect(suite().code).toBe(2);
    expect(suite().err).toMatch(/^treatylint: weak\.md:\d+: unknown rule "TRG01" is expected; did you mean "TRG001"\?\n$/);
  });

  test('judges the drafts of one package together, also where only one is wanted', () => {
    mkdirSync(join(folder, 'package'));
    const front = (kind: string): string => `---\nkind: ${kind}\ntreatylint:\n  package: lorn\n---\n\n`;
    put(
      'package/treaty.md',
      `${front('framework-guarantee')}# Treaty of Guarantee for the Republic of Lorn\n\n## Article 1\n\nEach Guarantor shall begin the air defence tasks in Annex A within 24 hours after an armed attack on the Republic of Lorn has begun.\n\n## Article 2\n\nAnnex A is an integral part of this Treaty.\n`,
    );
    put(
      'package/annex.md',
      `${front('operational-annex')}# Annex A: Tasks\n\nBrenn defends the airspace of Lorn with six batteries.\n`,
    );
    const codes = (...words: string[]): string[] => {
      const { out } = run(['suite', 'package', '-f', 'json', ...words], { cwd: folder });
      const { cases } = JSON.parse(out) as { cases: { path: string; new: { code: string }[] }[] };
      return cases.find(({ path }) => path === 'package/treaty.md')!.new.map(({ code }) => code);
    };
    const together = codes();
    expect(together).not.toContain('PKG005');
    expect(codes('--only', 'treaty')).toEqual(together);
    rmSync(join(folder, 'package/annex.md'));
    expect(codes()).toContain('PKG005');
  });

  test('tells what is no case: an empty choice, approved findings without a draft, an unknown format', () => {
    expect(suite('--only', 'strong')).toMatchObject({ code: 2, err: 'treatylint: .: no case whose path holds "strong"\n' });
    put('gone.findings', 'none\n');
    expect(suite()).toMatchObject({
      code: 2,
      err: 'treatylint: gone.findings: approved findings without a draft: there is no gone.md\n',
    });
    expect(suite('-f', 'xml').code).toBe(2);
  });
});
