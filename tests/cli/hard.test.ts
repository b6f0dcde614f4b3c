import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../book.ts';
import { type Folder, makeFolder } from './folder.ts';

/** Disks that fill up and readers that go away: a clear message, the right exit code, no half of a file. */
const linux = process.platform === 'linux';
const program = `"${process.execPath}" "${root}dist/treatylint.js"`;
/** Weak articles enough for reports of some hundred kilobytes. */
const weak = Array.from(
  { length: 120 },
  (_, n) => `## Article ${n + 1}\n\nIf an armed attack on Lorn occurs, the Party shall take such action as it deems necessary.\n`,
).join('\n');

let folder: Folder;
beforeEach(() => {
  folder = makeFolder({ 'a.md': `# Treaty of Guarantee\n\n${weak}` });
  mkdirSync(join(folder.path, '.git'));
});
afterEach(() => {
  folder.remove();
});

const bash = (line: string) => {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: folder.path,
    encoding: 'utf8',
    timeout: 50_000,
  });
  return { code: status, out: stdout, err: stderr };
};

describe.runIf(linux)('a disk that fills up while a file is written', () => {
  // Files may have so many kilobytes: the first of them are written, the next are refused.
  const small = 'ulimit -f 16;';
  const full = 'larger than a file may be here';

  test('keeps the old report, leaves no temporary file, and the other report is whole', () => {
    folder.put({ 'old.json': '[]' });
    const ran = bash(`${small} ${program} a.md -f json:old.json -f sarif:new.sarif -f unix --only TRG001`);
    expect(ran.code).toBe(2);
    expect(ran.err.trim().split('\n')).toEqual([
      `treatylint: old.json: the report could not be written: ${full}`,
      `treatylint: new.sarif: the report could not be written: ${full}`,
    ]);
    expect(ran.out.match(/\[TRG001\/discretionary-response\]$/gm)!.length).toBeGreaterThan(50);
    expect(readFileSync(join(folder.path, 'old.json'), 'utf8')).toBe('[]');
    expect(readdirSync(folder.path).sort()).toEqual(['.git', 'a.md', 'old.json']);
  });

  test('keeps the old baseline', () => {
    const known = '{ "tool": "treatylint", "version": 1, "findings": [] }\n';
    folder.put({ 'known.json': known });
    const ran = bash(`${small} ${program} a.md --baseline known.json --update-baseline -f unix -q`);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`treatylint: known.json: the baseline could not be written: ${full}\n`);
    expect(readFileSync(join(folder.path, 'known.json'), 'utf8')).toBe(known);
    expect(readdirSync(folder.path).sort()).toEqual(['.git', 'a.md', 'known.json']);
  });

  test('approves nothing by half', () => {
    const ran = bash(`${small} ${program} suite . --approve`);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`a.findings: the findings could not be written: ${full}`);
    expect(existsSync(join(folder.path, 'a.findings'))).toBe(false);
  });
});

describe.runIf(existsSync('/dev/full'))('standard output on a full disk', () => {
  test.each([
    'a.md -f json',
    'a.md',
    'chain a.md',
    'rules',
    'rules --suppressions a.md',
    'explain TRG001',
    'inspect --after clauses a.md',
    'suite .',
    'completion bash',
    '--print-config a.md',
    '--help',
  ])('%s: is told in one line, and is no success', (words) => {
    expect(bash(`${program} ${words} > /dev/full`)).toEqual({
      code: 2,
      out: '',
      err: 'treatylint: standard output could not be written: no space left on the disk\n',
    });
  });
});

describe('a reader that goes away', () => {
  test.each([
    'a.md -f json',
    'a.md -f html',
    'a.md',
    'chain a.md',
    'rules -f json',
    'explain TRG001',
    'inspect --after facts a.md',
    'completion zsh',
  ])('%s: ends without a word', (words) => {
    const ran = bash(`${program} ${words} | head -c 40; exit "\${PIPESTATUS[0]}"`);
    expect(Buffer.byteLength(ran.out.replaceAll('\ufffd', ''))).toBeGreaterThan(36);
    expect(ran.err).toBe('');
    expect([0, 1]).toContain(ran.code);
  });

  test('before the program begins is no defect', () => {
    const ran = bash(`${program} a.md -f json | true; exit "\${PIPESTATUS[0]}"`);
    expect(ran.err).toBe('');
    expect([0, 1]).toContain(ran.code);
  });
});
