import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../book.ts';
import { run } from './run.ts';

const weak = readFileSync(`${root}rules/TRG001/weak.md`, 'utf8');
/** Raises nothing: no article answers anything. */
const harmless = '---\ntreatylint:\n  completeness: excerpt\n---\n\n# Note on the harbour\n\nThe harbour is open.\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'treatylint-'));
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'weak.md'), weak);
  writeFileSync(join(folder, 'in', 'harmless.md'), harmless);
  writeFileSync(join(folder, 'broken.md'), '---\ntreatylint:\n  kind: pact-of-steal\n---\n\n# A\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const lint = (...words: string[]) => run(words, { cwd: folder });
const only = ['--only', 'TRG001'];
/** Codes and levels of the open findings in a JSON report, draft by draft. */
const told = (json: string) =>
  (JSON.parse(json) as { filePath: string; messages: { ruleId: string | null; level: string; fatal?: boolean }[] }[]).map(
    (file) => [
      file.filePath.slice(folder.length + 1),
      ...file.messages.map((message) => (message.fatal ? 'fatal' : `${message.ruleId} ${message.level}`)),
    ],
  );

describe('exit codes', () => {
  test.each<[number, string[]]>([
    [1, ['weak.md', ...only]],
    [1, ['lint', 'weak.md', ...only]],
    [1, [...only, '--format', 'json', 'weak.md']],
    [0, ['in/harmless.md', ...only]],
    [0, ['weak.md', ...only, '--fail-on', 'never']],
    [0, ['weak.md', ...only, '--rule', 'TRG001=info']],
    [1, ['weak.md', ...only, '--rule', 'TRG001=info', '--fail-on', 'info']],
    [0, ['weak.md', ...only, '--rule', 'TRG001=warning', '--fail-on', 'error']],
    [0, ['weak.md', ...only, '--rule', 'TRG001=warning', '--max-warnings', '1']],
    [1, ['weak.md', ...only, '--rule', 'TRG001=warning', '--max-warnings', '0']],
    [0, ['weak.md', '--no-config', ...only, '--rule', 'discretionary-response=off']],
    [2, ['none.md']],
    [2, ['weak.md', 'none.md', ...only]],
    [2, ['broken.md', ...only]],
    [2, ['weak.md', '--fail-on', 'fatal']],
    [2, ['weak.md', '--frmat', 'json']],
    [2, ['lint']],
    [2, []],
    [0, ['--version']],
    [0, ['--help']],
  ])('%i: %j', (code, words) => {
    const ran = lint(...words);
    expect({ code: ran.code, err: ran.code === 70 ? ran.err : '' }).toEqual({ code, err: '' });
  });
});

describe('reports', () => {
  test('JSON of every draft, also where a path is broken', () => {
    const ran = lint('weak.md', 'none.md', 'in', 'broken.md', '-f', 'json', ...only);
    expect(told(ran.out).sort()).toEqual([
      ['broken.md', 'fatal'],
      ['in/harmless.md'],
      ['none.md', 'fatal'],
      ['weak.md', 'TRG001 error'],
    ]);
    expect(ran.err.split('\n')[0]).toBe('treatylint: none.md: no such file or folder');
  });

  test('several at once, to files and to the screen', () => {
    const ran = lint('weak.md', ...only, '-f', 'unix', '-f', 'json:out.json', '-f', 'sarif:out.sarif');
    expect(ran.out).toMatch(/^weak\.md:\d+:\d+: error: .*\[TRG001\/discretionary-response\]$/m);
    expect(told(readFileSync(join(folder, 'out.json'), 'utf8'))).toEqual([['weak.md', 'TRG001 error']]);
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test('pretty is the default; quiet says nothing of a clean draft', () => {
    expect(lint('weak.md', ...only).out).toContain('discretionary-response');
    expect(lint('in/harmless.md', ...only, '--quiet').out).toBe('');
  });

  test('colours only where they are wanted', () => {
    const dressed = '\u001B[';
    expect(lint('weak.md', ...only).out).not.toContain(dressed);
    expect(lint('weak.md', ...only, '--color').out).toContain(dressed);
    expect(run(['weak.md', ...only], { cwd: folder, env: { FORCE_COLOR: '1' } }).out).toContain(dressed);
    expect(run(['weak.md', ...only, '--no-color'], { cwd: folder, env: { FORCE_COLOR: '1' } }).out).not.toContain(dressed);
  });

  test('leave out what is below the wanted level', () => {
    expect(told(lint('weak.md', ...only, '--rule', 'TRG001=info', '--min-level', 'warning', '-f', 'json').out)).toEqual([
      ['weak.md'],
    ]);
  });
});

describe('what is given', () => {
  test('a draft on standard input has the name that is said', () => {
    const ran = run(['-', '--stdin-filename', 'deep/treaty.md', '-f', 'json', ...only], { cwd: folder, input: weak });
    expect(told(ran.out)).toEqual([['deep/treaty.md', 'TRG001 error']]);
    expect(run(['-', ...only, '-f', 'unix'], { cwd: folder, input: weak }).out).toMatch(/^<stdin>:/);
  });

  test('every fault is told at once, with the nearest right word', () => {
    const ran = lint('weak.md', '--format', 'jsn', '--fail-on', 'eror', '--rule', 'TRG01=off', '--max-size', 'big');
    expect(ran.code).toBe(2);
    expect(ran.err.trimEnd().split('\n')).toEqual([
      'treatylint: --fail-on: unknown level "eror"; did you mean "error"? (error, warning, info, never)',
      expect.stringContaining('treatylint: --format: unknown format "jsn"; did you mean "json"?'),
      'treatylint: --max-size: not a size up to 512MiB: "big"; write bytes, or 20MB',
      'treatylint: --rule: unknown rule "TRG01"; did you mean "TRG001"?',
    ]);
  });

  test('a mistyped command is told as one', () => {
    expect(lint('expain', 'TRG001').err).toContain('did you mean "explain"?');
  });

  test('waivers are heard, and told of where they do nothing; an audit does not hear them', () => {
    const waived = `<!-- treatylint-disable-file TRG001: agreed in Geneva -->\n\n${weak.replace(/^---[\s\S]*?\n---\n/, '')}`;
    const idle = `<!-- treatylint-disable-file TRG001: agreed in Geneva -->\n\n# Note\n\nThe harbour is open.\n`;
    const lintText = (input: string, ...words: string[]) => run(['-', '-f', 'json', ...only, ...words], { cwd: folder, input });
    expect(told(lintText(waived).out)).toEqual([['<stdin>']].map(() => expect.not.arrayContaining(['TRG001 error'])));
    expect(lintText(waived, '--no-inline-config').out).toContain('"TRG001"');
    expect(lintText(idle).err).toBe('treatylint: <stdin>:1:1: TRG001 finds nothing here: the waiver can go\n');
  });
});
