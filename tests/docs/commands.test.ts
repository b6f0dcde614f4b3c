import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { root } from '../book.ts';
import { startServer } from '../server/client.ts';
import { startWatcher } from '../watch/watcher.ts';
import { copyOfProject, PAGES, stepsOf } from './copy.ts';

/** What a command must do; without an entry it ends with 0. */
interface Expected {
  readonly code: number;
  readonly out: RegExp;
}

/** Commands with findings to show, in the order in which a page names them. */
const EXPECTED: Readonly<Record<string, readonly Expected[]>> = {
  'npx treatylint my-draft.md': [
    { code: 1, out: /TRG001 discretionary-response[\s\S]*grade C/ },
    { code: 0, out: /✓ my-draft\.md: clean[\s\S]*grade A/ },
  ],
  'npx treatylint drafts --baseline treatylint.baseline.json': [
    { code: 0, out: /0 errors, 0 warnings, 0 infos in \d+ drafts, \d+ waived/ },
  ],
  'npx treatylint our-rules/MFA001/weak.md --only MFA001 --fail-on never': [{ code: 0, out: /MFA001 working-days/ }],
  'npx treatylint suite our-rules': [{ code: 0, out: /3 passed, 0 changed/ }],
};

/** Commands that a test cannot run as they stand, what it runs instead, and why. */
const INSTEAD: Readonly<Record<string, { readonly runs: string; readonly because: string }>> = {
  'npm ci && npm run demo': {
    runs: 'npm run --silent demo',
    because: 'the packages of this project are shared with the copy; CI installs them from a fresh clone',
  },
  'npm ci && npm test': {
    runs: 'npm test --silent -- tests/phrases/numbers.test.ts',
    because: 'the whole suite would run itself without end: one file of it shows the command and its last line',
  },
  'npm install --save-dev ./treatylint-0.1.0.tgz': {
    runs: 'mkdir away && cd away && npm init -y && npm install --save-dev ../treatylint-0.1.0.tgz && npx treatylint ../docs/first-draft.md --only OBL001',
    because: 'the copy shares the packages of this project: a folder of its own takes the new one, without a network',
  },
};

/** Commands within sentences that no test runs, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm run check': 'CI runs it before the tests',
  'npm test': 'this is it',
  'npm run bench': 'it measures for minutes',
  'npm run bench [-- FOLDER]': 'it measures for minutes',
  'npm run write': 'it renews files that a test compares',
  'npm run approve -- CODE': 'what is approved is for people to decide',
  'npm run pictures': 'it needs Chromium; a test compares the pictures of the terminal',
  'npm run vsix': 'a test makes the package by the same function',
  'npm run pictures:editors': 'it needs the editors, and tmux',
  'npm run test:browser': 'CI runs it: it needs Chromium',
  'npm run test:editors': 'CI runs it: it needs the editors',
};

/** What stands for a reader's own words. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^npx /, ''],
  [/\[lint\] /, ''],
  [/PATHS…/, 'docs/first-draft.md'],
  [/\bCODE\b/, 'TRG001'],
  [/ lint$/, ' lint docs/first-draft.md'],
  [/suite FOLDER/, 'suite rules/TRG001'],
  [/\bNAME\b/, 'draft.md'],
  [/\bFILE\b/, 'docs/first-draft.md'],
  [/my-draft\.md/, 'docs/first-draft.md'],
];

function shell(line: string, cwd: string): { readonly code: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd,
    encoding: 'utf8',
    input: readFileSync(join(root, 'docs/first-draft.md'), 'utf8'),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_update_notifier: 'false', npm_config_offline: 'true' },
  });
  return { code: status, out: `${stdout}${stderr}` };
}

describe.each(PAGES)('%s', (page) => {
  const steps = stepsOf(page);

  test('every command of its blocks does what it says, one after the other, in a fresh copy', { timeout: 600_000 }, () => {
    const copy = copyOfProject();
    const seen = new Map<string, number>();
    let replaced: string | null = null;
    for (const step of steps) {
      if (step.kind === 'quote') {
        const file = join(copy.path, 'my-draft.md');
        const text = replaced === null ? null : readFileSync(file, 'utf8');
        if (text !== null) {
          expect(text).toContain(replaced!);
          writeFileSync(file, text.replace(replaced!, step.words));
        }
        replaced = step.words;
      }
      if (step.kind !== 'command') continue;
      const nth = seen.get(step.line) ?? 0;
      seen.set(step.line, nth + 1);
      const { code, out } = EXPECTED[step.line]?.[nth] ?? { code: 0, out: /^/ };
      const ran = shell(INSTEAD[step.line]?.runs ?? step.line, copy.path);
      expect(ran.code, `${step.line}\n${ran.out}`).toBe(code);
      expect(ran.out, step.line).toMatch(out);
    }
    copy.remove();
  });

  test('every command in its sentences is known and can be used', { timeout: 600_000 }, async () => {
    const copy = copyOfProject();
    for (const line of new Set(steps.flatMap((step) => (step.kind === 'inline' ? step.line : [])))) {
      const script = /^npm run ([\w:]+)/.exec(line)?.[1];
      if (script) expect(Object.keys(manifest.scripts), line).toContain(script);
      if (line in NOT_RUN) continue;
      const words = WORDS.reduce((text, [from, to]) => text.replace(from, to), line);
      // These two go on until they are told to stop.
      if (words.startsWith('treatylint watch')) {
        const watcher = startWatcher(
          words
            .split(' ')
            .slice(2)
            .map((word) => (word === 'drafts' ? 'docs' : word)),
          copy.path,
        );
        await watcher.ran(1);
        expect(await watcher.stop(), line).toBe(0);
      } else if (words.startsWith('treatylint server')) expect(await (await startServer(copy.path, {})).end(), line).toBe(0);
      else {
        const ran = shell(words.replace(/^treatylint/, 'node dist/treatylint.js'), copy.path);
        expect([0, 1], `${line}\n${ran.out}`).toContain(ran.code);
      }
    }
    copy.remove();
  });
});

test('no exception stands for a command that no page names', () => {
  const named = new Set(PAGES.flatMap((page) => stepsOf(page).flatMap((step) => (step.kind === 'quote' ? [] : [step.line]))));
  const known = [...Object.keys(EXPECTED), ...Object.keys(INSTEAD), ...Object.keys(NOT_RUN)];
  expect(known.filter((line) => !named.has(line))).toEqual([]);
});

test('every option that a page names is one of a command', () => {
  const program = readFileSync(join(root, 'src/cli/program.ts'), 'utf8');
  const known = new Set([...program.matchAll(/--[a-z][a-z-]+/g)].map(([word]) => word));
  const named = PAGES.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/`[^`\n]*`/g)].flatMap(([span]) =>
      /npm|gitlab|code --|emacs|vim|kak|hx/.test(span)
        ? []
        : [...span.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([word]) => word),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((word) => !known.has(word))).toEqual([]);
});
