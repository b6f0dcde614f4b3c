import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { root } from '../book.ts';
import { type Folder, makeFolder } from '../cli/folder.ts';
import { chanceOf, drafts, SEED, THOROUGH, tell } from './seeded.ts';

const program = `${root}dist/treatylint.js`;
const KILLS = THOROUGH ? 100 : 12;
const isRoot = process.getuid?.() === 0;
const draft = drafts.find(({ path }) => path.endsWith('discretion-treaty.md'))!.text;

let folder: Folder;
afterEach(() => {
  folder.remove();
});

/** Articles without end that are weak in many ways. */
const weakArticles = (count: number): string =>
  Array.from(
    { length: count },
    (_, n) =>
      `## Article ${n + 1}\n\nIn the event of an armed attack on Lorn, the Party shall take such action ${n} as it deems necessary.\n\n`,
  ).join('');

test('a report of many megabytes reaches a slow reader whole', async () => {
  folder = makeFolder();
  for (let n = 0; n < 16; n++) folder.put({ [`drafts/${n}.md`]: weakArticles(1000) });
  const child = spawn(process.execPath, [program, 'lint', '-f', 'json', 'drafts'], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => {
    parts.push(part);
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), parts.length % 40 === 0 ? 5 : 0);
  });
  const code = await new Promise((done) => child.on('close', done));
  const bytes = Buffer.concat(parts);
  const report = JSON.parse(bytes.toString('utf8')) as unknown[];
  tell(`${(bytes.length / 1e6).toFixed(1)} MB of JSON through a slow pipe: whole`);
  expect({ code, drafts: report.length }).toEqual({ code: 1, drafts: 16 });
  expect(bytes.length).toBeGreaterThan(20e6);
}, 300_000);

test('a reader that closes the pipe early hears nothing more', () => {
  folder = makeFolder({ 'a.md': weakArticles(300) });
  const ran = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" lint -f json a.md | head -c 100`], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  expect({ out: ran.stdout.length, err: ran.stderr }).toEqual({ out: 100, err: '' });
});

test('a run that is killed leaves the old report or the new one, never half of it', async () => {
  folder = makeFolder({ 'a.md': weakArticles(150) });
  const words = [program, 'lint', '-f', 'json:report.json', 'a.md'];
  const begun = performance.now();
  expect(folder.run(words.slice(1)).code).toBe(1);
  const whole = performance.now() - begun;
  const report = readFileSync(join(folder.path, 'report.json'), 'utf8');
  const chance = chanceOf(SEED);
  let killed = 0;
  for (let n = 0; n < KILLS; n++) {
    const child = spawn(process.execPath, words, { cwd: folder.path, stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((done) => child.on('exit', (_, signal) => done(signal)));
    // Most near the end, where it is written.
    await wait(n % 4 === 0 ? chance.below(whole) : whole * 0.8 + chance.below(whole * 0.3));
    child.kill('SIGKILL');
    if ((await ended) === 'SIGKILL') killed++;
    expect(readFileSync(join(folder.path, 'report.json'), 'utf8') === report).toBe(true);
  }
  tell(`${killed} of ${KILLS} runs killed at random moments, seed ${SEED}: the report was always whole`);
}, 600_000);

test.runIf(process.platform === 'linux')('a full disk is told, and leaves no temporary file', () => {
  folder = makeFolder({ 'a.md': draft });
  const ran = folder.run(['lint', '-f', 'json:/dev/full', 'a.md']);
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(/^treatylint: \/dev\/full: the report could not be written: .*(?:full|space)/m);
  expect(readdirSync(folder.path)).toEqual(['a.md']);
});

test('a folder that cannot be written into is told, and the other report is written', () => {
  folder = makeFolder({ 'a.md': draft });
  mkdirSync(join(folder.path, 'shut'));
  chmodSync(join(folder.path, 'shut'), 0o555);
  // The superuser may write anywhere but under a file.
  const target = isRoot ? 'a.md/report.json' : 'shut/report.json';
  const ran = folder.run(['lint', '-f', `json:${target}`, '-f', 'json:open.json', 'a.md']);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(`treatylint: ${target}: the report could not be written: `);
  expect(readdirSync(folder.path).sort()).toEqual(['a.md', 'open.json', 'shut']);
  expect(readdirSync(join(folder.path, 'shut'))).toEqual([]);
});

test('links in a circle are searched once', () => {
  folder = makeFolder({ 'drafts/a.md': draft, 'drafts/deep/b.md': draft });
  symlinkSync('..', join(folder.path, 'drafts/deep/up'));
  symlinkSync('.', join(folder.path, 'drafts/self'));
  symlinkSync('loop.md', join(folder.path, 'drafts/loop.md'));
  const { code, out } = folder.run(['lint', '-f', 'json', 'drafts']);
  expect(code).toBe(1);
  expect((JSON.parse(out) as { filePath: string }[]).map(({ filePath }) => filePath.slice(folder.path.length + 1))).toEqual([
    'drafts/a.md',
    'drafts/deep/b.md',
  ]);
});

test('place, language and order of the files change no byte of a report', () => {
  const texts = drafts.slice(0, 6);
  folder = makeFolder(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
  const names = texts.map(({ path }) => path);
  const run = (files: readonly string[], env: NodeJS.ProcessEnv): string => {
    const { stdout } = spawnSync(process.execPath, [program, 'lint', '-f', 'json', ...files], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    });
    const reports = JSON.parse(stdout) as { filePath: string }[];
    return JSON.stringify(reports.sort((a, b) => (a.filePath < b.filePath ? -1 : 1)));
  };
  const usual = run(names, {});
  expect(usual.length).toBeGreaterThan(1000);
  const others = [
    run(names, { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
    run(names, { LC_ALL: 'C', TZ: 'UTC' }),
    run(names, { LANG: 'sv_SE.UTF-8', TZ: 'America/New_York' }),
    run([...names].reverse(), {}),
    run(['drafts'], {}),
  ];
  expect(others.map((report) => report === usual)).toEqual(others.map(() => true));
});

test('a file name cannot steer the terminal', () => {
  folder = makeFolder();
  writeFileSync(join(folder.path, 'odd\u001b[31m.md'), draft);
  const { out, err } = folder.run(['lint', '--color', '.']);
  expect(out + err).not.toContain('\u001b[31m.md');
  expect(out).toContain('<U+001B>[31m.md');
});
