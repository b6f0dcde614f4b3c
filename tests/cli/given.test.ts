import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProgress } from '../../src/cli/progress.ts';
import { root } from '../book.ts';
import { type Folder, makeFolder } from './folder.ts';

const weak = readFileSync(`${root}rules/TRG001/weak.md`, 'utf8');
const program = `${root}dist/treatylint.js`;
const only = ['--only', 'TRG001'];

let folder: Folder;
beforeEach(() => {
  folder = makeFolder({ 'a.md': weak });
});
afterEach(() => {
  folder.remove();
});

describe('bad drafts', () => {
  test('each is told by name, and the others are linted all the same', () => {
    folder.put({
      'bytes.md': Uint8Array.from([0x23, 0x20, 0xff, 0xfe, 0x0a]),
      'nul.md': '# A\n\nB\0C\n',
      'empty.md': '',
      'huge.md': `# A\n\n${'word '.repeat(4_000_000)}\n`,
      'empty/notes.txt': 'none',
    });
    const ran = folder.run(['a.md', 'bytes.md', 'nul.md', 'empty.md', 'huge.md', 'none.md', 'empty', ...only, '-f', 'unix']);
    expect(ran.code).toBe(2);
    expect(ran.out).toMatch(/^a\.md:14:139: error: .* \[TRG001\/discretionary-response\]$/m);
    expect(ran.err.trimEnd().split('\n').sort()).toEqual([
      'treatylint: bytes.md:1:3: not valid UTF-8 at byte 3: save the draft as UTF-8',
      'treatylint: empty.md: an empty file: nothing to lint',
      'treatylint: empty: a folder without Markdown: nothing to lint',
      'treatylint: huge.md: 19.1 MiB is more than the limit of 5 MiB; raise it with --max-size',
      'treatylint: none.md: no such file or folder',
      'treatylint: nul.md:3:2: a NUL byte at byte 7: not a text file',
    ]);
  });
});

describe('output', () => {
  test('that cannot be written is told; nothing is left half written', () => {
    folder.put({ 'old.json': 'kept' });
    const ran = folder.run(['a.md', ...only, '-f', 'json:none/out.json', '-f', 'unix', '-f', 'sarif:old.json/x']);
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('TRG001');
    expect(ran.err).toBe(
      'treatylint: none/out.json: the report could not be written: no such file or folder\ntreatylint: old.json/x: the report could not be written: not a folder, but the path asks for one\n',
    );
    expect(readFileSync(join(folder.path, 'old.json'), 'utf8')).toBe('kept');
    expect(readdirSync(folder.path).sort()).toEqual(['a.md', 'old.json']);
  });

  test.runIf(existsSync('/dev/full'))('on a full disk is told', () => {
    expect(folder.run(['a.md', ...only, '-f', 'json:/dev/full'])).toMatchObject({
      code: 2,
      err: 'treatylint: /dev/full: the report could not be written: no space left on the disk\n',
    });
  });

  test('into a pipe that closes early is no error', () => {
    folder.put({ 'many.md': weak.repeat(40) });
    const command = `"${process.execPath}" "${program}" many.md -f json | head -c 10; echo "$PIPESTATUS"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder.path, encoding: 'utf8' });
    expect({ stdout, stderr: stderr.replace(/^treatylint: many\.md.*\n/gm, '') }).toEqual({
      stdout: expect.stringMatching(/^\[\{"filePat[01]\n$/),
      stderr: '',
    });
  });

  test('of many megabytes through a slow pipe arrives whole', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `d/${index}.md`);
    folder.put(Object.fromEntries(names.map((name) => [name, `${weak}\n<!-- ${'x'.repeat(10)} -->\n`])));
    const child = spawn(process.execPath, [program, 'd', '-f', 'json', '--fail-on', 'never'], { cwd: folder.path });
    const parts: Buffer[] = [];
    let waits = 0;
    for await (const part of child.stdout as AsyncIterable<Buffer>) {
      parts.push(part);
      if (waits++ < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown[]).length).toBe(40);
  });
});

describe('commands for beginners', () => {
  test('an unknown option or command is told with the nearest right one', () => {
    expect(folder.run(['a.md', '--fail-no', 'error'])).toMatchObject({ code: 2, err: expect.stringContaining('--fail-on') });
    expect(folder.run(['completon', 'bash']).err).toContain('did you mean "completion"?');
  });

  test('init writes a configuration that is sound, and never overwrites one', () => {
    expect(
      folder.run(['init', '--instrument', 'bilateral-guarantee', '--side', 'guarantor', '--languages', 'English, French']),
    ).toEqual({
      code: 0,
      out: 'treatylint.config.yaml written. Next: npx treatylint drafts/\n',
      err: '',
    });
    const { values } = JSON.parse(folder.run(['--print-config', 'a.md', '-f', 'json']).out) as {
      values: { key: string; value: unknown }[];
    };
    expect(values.slice(0, 3).map(({ key, value }) => [key, value])).toEqual([
      ['failOn', 'error'],
      ['draft.kind', 'bilateral-guarantee'],
      ['rules.FIN004', 'error'],
    ]);
    const text = readFileSync(join(folder.path, 'treatylint.config.yaml'), 'utf8');
    expect(folder.run(['init'])).toMatchObject({
      code: 2,
      err: 'treatylint: treatylint.config.yaml: it is there already: nothing was written\n',
    });
    expect(readFileSync(join(folder.path, 'treatylint.config.yaml'), 'utf8')).toBe(text);
    const other = makeFolder();
    expect(other.run(['init', '--side', 'beneficary', '--instrument', 'pact'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /--instrument: unknown word "pact".*\n.*--side: unknown word "beneficary"; did you mean "beneficiary"\?/,
      ),
    });
    expect(readdirSync(other.path)).toEqual([]);
    other.remove();
  });

  test('what init leaves as comments is sound too', () => {
    folder.run(['init']);
    const text = readFileSync(join(folder.path, 'treatylint.config.yaml'), 'utf8');
    const live = text
      .replace(/^# ((?: {2}|(?:parameters|lexicons|waivers|baseline):).*)$/gm, '$1')
      .replace(/^ {2}# (\w+: \w+)$/gm, '  $1');
    expect(live.split('\n').filter((line) => line !== '' && !line.trim().startsWith('#')).length).toBeGreaterThan(10);
    folder.put({ 'treatylint.config.yaml': live });
    expect(folder.run(['--print-config', 'a.md'])).toMatchObject({ code: 0, err: '' });
  });

  test('new-rule writes a home that works: its rule speaks, and its tests pass', () => {
    expect(folder.run(['new-rule', 'MFA001', 'working-days']).code).toBe(0);
    folder.put({ 'treatylint.config.yaml': 'ruleFolders: [our-rules]\n' });
    expect(folder.run(['our-rules/MFA001/weak.md', 'our-rules/MFA001/strong.md', '--only', 'MFA001', '-f', 'unix']).out).toBe(
      'our-rules/MFA001/weak.md:14:59: warning: “within two working days after the Armed Attack has begun” stops at every weekend and holiday, and an attack does not. [MFA001/working-days]\n',
    );
    expect(folder.run(['explain', 'MFA001']).out).toMatch(/^# MFA001 working-days\n/);
    expect(folder.run(['suite', 'our-rules', '--approve']).code).toBe(0);
    expect(folder.run(['suite', 'our-rules']).out).toBe('3 cases: 3 passed, 0 changed, 0 missing\n');
    expect(readFileSync(join(folder.path, 'our-rules/MFA001/weak.findings'), 'utf8')).toContain('MFA001 warning');
    expect(readFileSync(join(folder.path, 'our-rules/MFA001/cases/clean-meeting.findings'), 'utf8')).not.toContain('MFA001');
    expect(folder.run(['new-rule', 'MFA001', 'working-days'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('it is there already'),
    });
    expect(folder.run(['new-rule', 'trg1', 'Two words'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/a code is three capitals.*\n.*a name is lower case/),
    });
    const file = join(folder.path, 'our-rules/MFA001/rule.json');
    folder.put({ 'our-rules/MFA001/rule.json': readFileSync(file, 'utf8').replace('"deadlineUnit"', '"deadlineUnits"') });
    expect(folder.run(['a.md']).err.split('\n')[0]).toMatch(
      /our-rules\/MFA001\/rule\.json: \/cases\/0\/when\/all\/1\/fact: a duty has no fact "deadlineUnits"; did you mean "deadlineUnit"\?/,
    );
  });

  test('completion: every command and option, in a script that the shell can read', () => {
    const script = folder.run(['completion', 'bash']).out;
    folder.put({ 'c.bash': script });
    const complete = (...words: string[]): string =>
      spawnSync(
        'bash',
        [
          '-c',
          `. ./c.bash; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _treatylint; echo "\${COMPREPLY[@]}"`,
        ],
        {
          cwd: folder.path,
          encoding: 'utf8',
        },
      ).stdout.trim();
    expect(complete('treatylint', 'ex')).toBe('explain');
    expect(complete('treatylint', 'lint', '--fail')).toBe('--fail-on');
    expect(complete('treatylint', '--format', 'js')).toBe('json');
    expect(complete('treatylint', 'rules', '--supp')).toBe('--suppressions');
    expect(folder.run(['completion', 'zsh']).out).toMatch(/^#compdef treatylint\n[\s\S]*'lint:lint drafts/);
    expect(folder.run(['completion', 'fish']).out).toContain("complete -c treatylint -n '__fish_use_subcommand' -a new-rule");
    expect(folder.run(['completion', 'fsh'])).toMatchObject({ code: 2, err: expect.stringContaining('did you mean "zsh"?') });
  });
});

test('progress is told to a terminal that waits, and is gone before anything else', () => {
  const written: string[] = [];
  let now = 0;
  const stream = { isTTY: true, columns: 60, write: (text: string) => written.push(text) };
  const progress = makeProgress(stream, () => now);
  progress.show(0, 3, 'a.md');
  progress.clear();
  expect(written).toEqual([]);
  now = 600;
  progress.show(1, 3, 'b.md');
  progress.clear();
  progress.clear();
  expect(written).toEqual(['\rtreatylint: 1 of 3 drafts, now b.md\u001B[K', '\r\u001B[K']);
  makeProgress({ ...stream, isTTY: false }, () => now).show(1, 3, 'b.md');
  expect(written).toHaveLength(2);
});
