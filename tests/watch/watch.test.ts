import { mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { root } from '../book.ts';
import { type Folder, makeFolder } from '../cli/folder.ts';
import { startWatcher, type Watcher } from './watcher.ts';

// Every step waits for a fresh run to compare with.
vi.setConfig({ testTimeout: 240_000 });

const draft = (name: string): string => readFileSync(`${root}drafts/${name}.md`, 'utf8');

let folder: Folder;
let watcher: Watcher | null = null;

beforeEach(() => {
  folder = makeFolder({ 'drafts/a.md': draft('letter-of-assurance'), 'drafts/b.md': draft('consultation-agreement') });
  mkdirSync(join(folder.path, '.git'));
});

afterEach(async () => {
  await watcher?.stop();
  watcher = null;
  folder.remove();
});

/** The report of a fresh run between the lines of a watcher; times are cut out. */
function expected(n: number, words: string, files: number, faults = 0, format = 'unix'): string {
  const { out } = folder.run(['lint', 'drafts', '-f', format]);
  const levels = [...out.matchAll(/(?:: |\): )(warning|error)(?=[: ])/g)].map((found) => found[1]);
  const count = (value: number, word: string): string => `${value} ${word}${value === 1 ? '' : 's'}`;
  const of = (level: string): string => count(levels.filter((each) => each === level).length, level);
  const found = `${of('warning')}, ${of('error')} in ${count(files, 'file')}${faults > 0 ? `, ${count(faults, 'fault')}` : ''}`;
  return `[treatylint] run ${n} started: ${words}\n${out}[treatylint] run ${n} finished: ${found} (0 ms). Watching for changes.\n\n`;
}

const timeless = (text: string): string => text.replace(/\(\d+ ms\)/, '(0 ms)');

describe('treatylint watch', () => {
  test('frames every run: the first, after edits, saves by rename, new and removed drafts, broken configuration; ends with 0', async () => {
    watcher = startWatcher(['drafts', '-f', 'unix'], folder.path);
    expect(timeless(await watcher.ran(1))).toBe(expected(1, '2 files', 2));

    folder.put({ 'drafts/a.md': draft('letter-of-assurance').replace('shall', 'may') });
    expect(timeless(await watcher.ran(2))).toBe(expected(2, 'drafts/a.md changed', 2));

    // As Vim and most editors save: another file takes the name.
    folder.put({ 'drafts/.b.md.swp.tmp': draft('consultation-agreement').replaceAll('consult', 'assist') });
    renameSync(join(folder.path, 'drafts/.b.md.swp.tmp'), join(folder.path, 'drafts/b.md'));
    expect(timeless(await watcher.ran(3))).toBe(expected(3, 'drafts/b.md changed', 2));

    folder.put({ 'drafts/new/c.md': draft('automatic-guarantee') });
    expect(timeless(await watcher.ran(4))).toBe(expected(4, 'drafts/new/c.md added', 3));

    unlinkSync(join(folder.path, 'drafts/b.md'));
    expect(timeless(await watcher.ran(5))).toBe(expected(5, 'drafts/b.md removed', 2));

    folder.put({ 'treatylint.config.yaml': 'rules: { TRG001: of }\n' });
    expect(timeless(await watcher.ran(6))).toBe(expected(6, 'treatylint.config.yaml added', 0, 3));
    await watcher.told('treatylint.config.yaml:1:10: /rules/TRG001: unknown level "of"; did you mean "off"?');

    folder.put({ 'treatylint.config.yaml': 'rules: { TRG001: off, OBL002: error }\n' });
    expect(timeless(await watcher.ran(7))).toBe(expected(7, 'treatylint.config.yaml changed', 2));
    expect(await watcher.stop()).toBe(0);
  });

  test('waits for a folder that vanished', async () => {
    watcher = startWatcher(['drafts', '-f', 'range'], folder.path);
    expect(timeless(await watcher.ran(1))).toBe(expected(1, '2 files', 2, 0, 'range'));
    rmSync(join(folder.path, 'drafts'), { recursive: true });
    const gone = (await watcher.ran(2)).split('\n');
    expect(gone[0]).toMatch(/^\[treatylint\] run 2 started: drafts(?:\/[ab]\.md)? removed/);
    expect(gone[1]).toMatch(/^\[treatylint\] run 2 finished: 0 warnings, 0 errors in 0 files, 1 fault /);
    await watcher.told('treatylint: drafts: no such file or folder');
    folder.put({ 'drafts/a.md': draft('letter-of-assurance') });
    expect(timeless(await watcher.ran(3)).replace(/started: .*/, 'started: x')).toBe(expected(3, 'x', 1, 0, 'range'));
    expect(await watcher.stop()).toBe(0);
  });

  test('tells of a file that is briefly unreadable, and finds its weaknesses again', async () => {
    const file = join(folder.path, 'drafts/a.md');
    watcher = startWatcher(['drafts', '-f', 'range'], folder.path);
    expect(timeless(await watcher.ran(1))).toBe(expected(1, '2 files', 2, 0, 'range'));
    // As a disk that is cut off, or a save that is half done, leaves it.
    writeFileSync(file, Buffer.from([0x23, 0x20, 0xff, 0xfe]));
    expect((await watcher.ran(2)).split('\n').at(-3)).toMatch(/ in 1 files?, 1 fault /);
    await watcher.told('treatylint: drafts/a.md:1:3: not valid UTF-8 at byte 3');
    folder.put({ 'drafts/a.md': draft('letter-of-assurance') });
    expect(timeless(await watcher.ran(3))).toBe(expected(3, 'drafts/a.md changed', 2, 0, 'range'));
    expect(await watcher.stop()).toBe(0);
  });

  test('outlives a paste of more than a draft may have', async () => {
    watcher = startWatcher(['drafts', '-f', 'unix'], folder.path);
    expect(timeless(await watcher.ran(1))).toBe(expected(1, '2 files', 2));
    const text = draft('letter-of-assurance');
    folder.put({ 'drafts/a.md': `${text}\n${'The Parties shall meet every year. '.repeat(160_000)}\n` });
    expect((await watcher.ran(2)).split('\n').at(-3)).toMatch(/ in 1 files?, 1 fault /);
    await watcher.told('drafts/a.md: 5.3 MiB is more than the limit of 5 MiB');
    folder.put({ 'drafts/a.md': text });
    expect(timeless(await watcher.ran(3))).toBe(expected(3, 'drafts/a.md changed', 2));
    expect(await watcher.stop()).toBe(0);
  });

  test('prints one JSON object a run, its results those of a fresh run byte for byte, after seeded random edits', async () => {
    folder.put({ 'drafts/c.md': draft('two-voices-framework'), 'drafts/d.md': draft('two-voices-military-annex') });
    watcher = startWatcher(['drafts', '-f', 'json'], folder.path);
    const random = seeded(7);
    const names = ['a', 'b', 'c', 'd'];
    const edits = Number(process.env.TREATYLINT_EDITS ?? 4);
    for (let n = 1; n <= edits + 1; n++) {
      const line = await watcher.ran(n);
      const at = line.indexOf('"results":') + '"results":'.length;
      expect(`${line.slice(at, -2)}\n`).toBe(folder.run(['lint', 'drafts', '-f', 'json']).out);
      const file = join(folder.path, `drafts/${names[Math.floor(random() * names.length)]}.md`);
      if (n <= edits) writeFileSync(file, edited(readFileSync(file, 'utf8'), random, n));
    }
    expect(await watcher.stop()).toBe(0);
  });

  test.each([
    [['-'], 'treatylint: watch: standard input cannot be watched: name files or folders\n'],
    [['drafts', '-f', 'sarif'], 'treatylint: watch: a watcher cannot print sarif: choose pretty, unix, range, json\n'],
  ])('refuses %j', (words, err) => {
    expect(folder.run(['watch', ...words])).toEqual({ code: 2, out: '', err });
  });
});

/** Cuts, doubles or replaces a run of words; always changes something. */
function edited(text: string, random: () => number, n: number): string {
  const at = Math.floor(random() * text.length);
  const to = Math.min(text.length, at + Math.floor(random() * 60));
  const words = [
    'may',
    ' as it deems necessary ',
    ' within 24 hours ',
    '\n\n',
    '<!-- treatylint-disable-next-line TRG001: x -->',
    '',
  ];
  return `${text.slice(0, at)}${words[Math.floor(random() * words.length)]}${text.slice(to)} ${n}`;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
