import { expect, test } from 'vitest';
import type { DraftReading, LintResult } from '#lint';
import type { LintEngine } from '../../src/cli/engine.ts';
import { type LintRequest, lintDrafts } from '../../src/cli/lint-drafts.ts';
import type { Plans } from '../../src/cli/plans.ts';

const draftAt = (path: string) => ({ path, absolute: `/${path}`, stdin: false });

/** An engine whose readers break on some drafts and whose judgement breaks on others. */
function engineThatBreaks(): LintEngine {
  const engine = {
    book: {},
    changed: () => engine,
    read({ path, text }: { path: string; text: string }) {
      if (path.startsWith('unreadable')) readTriggers();
      const name = path.startsWith('sister') ? 'accord' : undefined;
      return Promise.resolve({ path, parsed: { text }, frontMatter: { package: name } } as unknown as DraftReading);
    },
    judge(readings: readonly DraftReading[]) {
      if (readings.length > 1) gatherClaims();
      const results = readings.map(({ path }) => ({ path, findings: [`finding of ${path}`], faults: [], defects: [] }));
      return Promise.resolve(results as unknown as LintResult[]);
    },
  } as unknown as LintEngine;
  return engine;
}

function readTriggers(): never {
  throw new RangeError('no such trigger');
}

function gatherClaims(): never {
  throw new TypeError('no such claim');
}

const request: LintRequest = {
  engine: engineThatBreaks(),
  plans: { of: () => ({ change: null, levels: {}, waivers: [] }) } as unknown as Plans,
  inlineConfig: true,
  commanded: {},
  packages: [],
  cwd: '/',
  read: ({ path }) => Promise.resolve({ text: `Text of ${path}.` }),
};

test('a reader that throws costs one draft: a defect names the draft and the reader, the other drafts keep their findings', async () => {
  const [first, second, third] = await lintDrafts(['fine.md', 'unreadable.md', 'good.md'].map(draftAt), request);
  expect(second).toMatchObject({
    path: 'unreadable.md',
    text: 'Text of unreadable.md.',
    findings: [],
    defects: [{ code: 'unreadable.md: readTriggers', message: 'no such trigger' }],
  });
  expect(first).toMatchObject({ findings: ['finding of fine.md'], defects: [] });
  expect(third).toMatchObject({ findings: ['finding of good.md'], defects: [] });
});

test('a reader that throws over a package costs the drafts of that package alone', async () => {
  const results = await lintDrafts(['sister-a.md', 'fine.md', 'sister-b.md'].map(draftAt), request);
  expect(results.map(({ findings, defects }) => ({ findings, defects }))).toEqual([
    { findings: [], defects: [{ code: 'sister-a.md: gatherClaims', message: 'no such claim' }] },
    { findings: ['finding of fine.md'], defects: [] },
    { findings: [], defects: [{ code: 'sister-b.md: gatherClaims', message: 'no such claim' }] },
  ]);
});
