import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  decodeDraft,
  findDrafts,
  loadLexicons,
  loadPrecedence,
  loadRuleSources,
  packageFolder,
  readCases,
  readDraft,
  readPage,
  writeWhole,
} from '#disk';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'treatylint-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

describe('finding drafts', () => {
  const paths = async (...wanted: string[]) => (await findDrafts(wanted, folder)).drafts.map((draft) => draft.path);
  const faults = async (...wanted: string[]) =>
    (await findDrafts(wanted, folder)).faults.map((fault) => `${fault.file}: ${fault.message}`);

  test('takes files, folders and patterns, each draft once', async () => {
    put({ 'b.md': 'b', 'a.txt': 'a', 'in/c.markdown': 'c', 'in/node_modules/d.md': 'd', 'in/e.MD': 'e' });
    expect(await paths('a.txt', 'in', 'b.md', './b.md')).toEqual(['a.txt', 'in/c.markdown', 'in/e.MD', 'b.md']);
    expect(await paths('**/*.md')).toEqual(['b.md']);
    expect(await paths('-')).toEqual(['-']);
  });

  test('takes a path literally where it exists, whatever its marks', async () => {
    put({ '[a]*.md': 'a', 'a.md': 'b' });
    expect(await paths('[a]*.md')).toEqual(['[a]*.md']);
  });

  test('tells every path that leads nowhere', async () => {
    put({ 'a.md': 'a', 'in/x.txt': 'x' });
    expect(await faults('a.md', 'b.md', 'in', '*.txt', '')).toEqual([
      'b.md: no such file or folder',
      'in: a folder without Markdown: nothing to lint',
      '*.txt: no file matches this pattern',
      ': not a path',
    ]);
  });

  test('ends in a folder that contains itself', async () => {
    put({ 'in/a.md': 'a' });
    symlinkSync('..', join(folder, 'in', 'again'));
    expect(await paths('in')).toEqual(['in/a.md']);
  });
});

describe('reading a draft', () => {
  test.each<[string, Uint8Array, object]>([
    ['a byte order mark counts nothing', Buffer.from('\uFEFF# A\n'), { text: '# A\n' }],
    [
      'no UTF-8',
      Buffer.from([65, 10, 66, 0xff]),
      { fault: 'not valid UTF-8 at byte 4: save the draft as UTF-8', line: 2, column: 2 },
    ],
    ['UTF-16', Buffer.from([0xff, 0xfe, 65, 0]), { fault: 'UTF-16, not UTF-8: save the draft as UTF-8' }],
    ['no text', Buffer.from('a\0b'), { fault: 'a NUL byte at byte 2: not a text file', line: 1, column: 2 }],
    ['nothing', Buffer.from(''), { fault: 'an empty file: nothing to lint' }],
    ['white space', Buffer.from(' \n'), { fault: 'only white space: nothing to lint' }],
    ['too much', Buffer.alloc(200, 65), { fault: '200 bytes is more than the limit of 100 bytes; raise it with --max-size' }],
  ])('%s', (_, bytes, read) => {
    expect(decodeDraft(bytes, 100)).toEqual(read);
  });

  test('from the disk, or why not', () => {
    put({ 'a.md': 'text' });
    expect(readDraft(join(folder, 'a.md'), 100)).toEqual({ text: 'text' });
    expect(readDraft(folder, 100)).toEqual({ fault: 'a folder, not a file' });
    expect(readDraft(join(folder, 'b.md'), 100)).toEqual({ fault: 'no such file or folder' });
  });
});

describe('writing', () => {
  test('replaces a file as a whole and leaves nothing beside it', () => {
    put({ 'a.txt': 'old' });
    expect(writeWhole(join(folder, 'a.txt'), 'new')).toBeNull();
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(writeWhole(join(folder, 'no', 'a.txt'), 'new')).toBe('no such file or folder');
    expect(writeWhole(folder, 'new')).toBe('a folder, not a file');
  });
});

describe('the sources of a rule book', () => {
  test('are the homes, the lexicons and the precedence', () => {
    put({
      'AAA002/rule.json': '2',
      'AAA001/rule.json': '1',
      'README.md': 'x',
      'lexicons/L2.json': '[]',
      'lexicons/L1.json': '{}',
      'lexicons/x.txt': '',
      'precedence.json': '{}',
    });
    expect(loadRuleSources(folder)).toEqual({
      sources: [
        { file: `${folder}/AAA001/rule.json`, text: '1' },
        { file: `${folder}/AAA002/rule.json`, text: '2' },
      ],
      faults: [],
    });
    expect(loadLexicons(folder).sources.map((source) => source.file)).toEqual([
      `${folder}/lexicons/L1.json`,
      `${folder}/lexicons/L2.json`,
    ]);
    expect(loadPrecedence(folder)).toEqual({ sources: [{ file: `${folder}/precedence.json`, text: '{}' }], faults: [] });
  });

  test('are told where they are missing or nearly named', () => {
    put({ 'AAA001/README.md': 'x', 'aaa2/rule.json': '{}' });
    expect(loadRuleSources(folder).faults.map((fault) => `${fault.file.slice(folder.length)}: ${fault.message}`)).toEqual([
      '/aaa2: no rule code: three capitals and three digits, as in TRG001',
      '/AAA001/rule.json: no such file or folder',
    ]);
    expect(loadRuleSources(`${folder}/none`).faults.map((fault) => fault.message)).toEqual(['no such file or folder']);
    expect(loadPrecedence(folder).faults.map((fault) => fault.message)).toEqual(['no such file or folder']);
  });

  test('have pages, in the package', () => {
    expect(existsSync(join(packageFolder(), 'src', 'plan.json'))).toBe(true);
    expect(readPage('TRG001')).toBe(readFileSync(join(packageFolder(), 'rules/TRG001/README.md'), 'utf8'));
    expect(readPage('ZZZ999')).toBeNull();
  });
});

test('cases are the drafts with their approved findings; a README is none, nor a strong draft without them', async () => {
  put({
    'README.md': 'x',
    'strong.md': 's',
    'weak.md': 'w',
    'weak.findings': 'f',
    'cases/a.md': 'a',
    'cases/strong.md': 't',
    'cases/strong.findings': '',
  });
  const { cases, faults } = await readCases([folder], folder, 100);
  expect(faults).toEqual([]);
  expect(
    cases.map(({ path, text, approved, approvedFile }) => [
      path.slice(folder.length),
      text,
      approved,
      approvedFile.slice(folder.length),
    ]),
  ).toEqual([
    ['/cases/a.md', 'a', null, '/cases/a.findings'],
    ['/cases/strong.md', 't', '', '/cases/strong.findings'],
    ['/weak.md', 'w', 'f', '/weak.findings'],
  ]);
});
