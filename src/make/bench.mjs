/**
 * `npm run bench`: how long the built program takes, in milliseconds, the best of five runs: to start, to lint one draft, all drafts, and
 * a text of a megabyte made of the drafts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'treatylint-bench-'));
const drafts = readdirSync(join(root, 'drafts')).filter((name) => name.endsWith('.md'));

/** Best time of five runs; a run that breaks ends the bench. */
function time(...words) {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/treatylint.js'), ...words], {
      cwd: root,
      maxBuffer: 1 << 28,
    });
    best = Math.min(best, performance.now() - start);
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  }
  return Math.round(best);
}

try {
  const texts = drafts.map((name) => readFileSync(join(root, 'drafts', name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  let long = '';
  for (let i = 0; long.length < 1024 * 1024; i++) long += `${texts[i % texts.length]}\n\n`;
  const file = join(folder, 'long.md');
  writeFileSync(file, long);
  const runs = {
    '--version': ['--version'],
    'one draft': ['lint', '--fail-on', 'never', `drafts/${drafts[0]}`],
    [`${drafts.length} drafts`]: ['lint', '--fail-on', 'never', 'drafts'],
    'one megabyte': ['lint', '--fail-on', 'never', '--format', 'json', file],
  };
  for (const [name, words] of Object.entries(runs)) console.log(`${name.padEnd(14)} ${String(time(...words)).padStart(6)} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
