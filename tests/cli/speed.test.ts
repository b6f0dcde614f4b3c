import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../book.ts';
import { run } from './run.ts';

let folder = '';
const kept = (): string[] => readdirSync(join(folder, 'kept')).sort();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'treatylint-speed-'));
  for (const kind of ['weak', 'strong']) cpSync(`${root}rules/TRG001/${kind}.md`, join(folder, `TRG001-${kind}.md`));
  writeFileSync(join(folder, 'sister-a.md'), '---\ntreatylint:\n  package: two\n---\n\n# A\n\nEach Guarantor shall assist.\n');
  writeFileSync(join(folder, 'sister-b.md'), '---\ntreatylint:\n  package: two\n---\n\n# B\n\nThe Parties may consult.\n');
  writeFileSync(join(folder, 'faulty.md'), '---\ntreatylint:\n  kind: pact-of-steal\n---\n\n# C\n');
  writeFileSync(join(folder, 'broken.md'), Buffer.from([0xff, 0xfe, 0x00]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lint = (...words: string[]) => run(['--format', 'json', ...words, '.'], { cwd: folder });

describe('threads', () => {
  test('whatever their number, the same bytes on both streams and the same exit code', () => {
    const one = lint();
    expect(JSON.parse(one.out).length).toBe(6);
    for (const threads of ['2', '3']) expect(lint('--threads', threads)).toEqual(one);
  });

  test('a number that is none is a fault', () => {
    const { code, err } = lint('--threads', 'many');
    expect(code).toBe(2);
    expect(err).toContain('"many" is no number from 1 to 64, and not auto');
  });
});

describe('cache', () => {
  test('first and second run give the bytes of a run without; drafts of packages are never kept', () => {
    const plain = lint();
    expect(lint('--cache', 'kept')).toEqual(plain);
    // Two drafts and the one with faulty front matter.
    expect(kept()).toHaveLength(3);
    expect(lint('--cache', 'kept')).toEqual(plain);
    expect(lint('--cache', 'kept', '--threads', '2')).toEqual(plain);
    expect(kept()).toHaveLength(3);
  });

  test('what is kept is taken, and a file that is damaged is not', () => {
    rmSync(join(folder, 'kept'), { recursive: true, force: true });
    const plain = lint('--cache', 'kept');
    for (const name of kept())
      writeFileSync(join(folder, 'kept', name), readFileSync(join(folder, 'kept', name)).subarray(0, 40));
    expect(lint('--cache', 'kept')).toEqual(plain);
    // Renamed to another key, a result is not believed either.
    const [one, other] = kept();
    cpSync(join(folder, 'kept', one!), join(folder, 'kept', other!));
    expect(lint('--cache', 'kept')).toEqual(plain);
  });

  test('a change of the text is seen', () => {
    const draft = join(folder, 'TRG001-weak.md');
    const before = readFileSync(draft, 'utf8');
    lint('--cache', 'kept');
    try {
      writeFileSync(draft, before.replaceAll('shall', 'may'));
      expect(lint('--cache', 'kept')).toEqual(lint());
    } finally {
      writeFileSync(draft, before);
    }
  });

  test.each([[['--rule', 'TRG001=info']], [['--only', 'DRF']], [['--no-inline-config']]])('a change by %j is seen', (words) => {
    lint('--cache', 'kept');
    expect(lint('--cache', 'kept', ...words)).toEqual(lint(...words));
  });

  test('a folder that cannot be written is no fault', () => {
    writeFileSync(join(folder, 'occupied'), 'a file');
    expect(lint('--cache', 'occupied')).toEqual(lint());
    rmSync(join(folder, 'occupied'));
  });
});

describe('profile', () => {
  test('names rooms, rules and fact readers, and leaves the report as it is', () => {
    const { out, err, code } = run(['--format', 'json', '--profile', 'TRG001-weak.md'], { cwd: folder });
    const plain = run(['--format', 'json', 'TRG001-weak.md'], { cwd: folder });
    expect({ out, code }).toEqual({ out: plain.out, code: plain.code });
    const rows = err.split('\n').filter((line) => /^ *\d+\.\d +\d+\.\d % +\d+ {2}\S/.test(line));
    const names = rows.map((line) => line.replace(/^ *\S+ +\S+ % +\d+ {2}/, ''));
    for (const name of ['parse', 'clauses', 'phrases', 'facts', 'rules', 'rules (json-rules-engine)', 'findings', 'TRG001'])
      expect(names).toContain(name);
    // Which readers are told by name depends on what took longest.
    expect(names).toContainEqual(expect.stringMatching(/^(?:duty|document|group|gate|package): /));
    const share = rows.reduce((sum, line) => sum + Number(/(\d+\.\d) %/.exec(line)![1]), 0);
    expect(Math.abs(share - 100)).toBeLessThan(5);
  });
});
