/**
 * `npm run approve -- CODE…`: builds, prints how the findings of those rules' homes differ from the approved ones, and approves them.
 * Without a code every home and every draft of drafts/ is approved: read the diff.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (...words) => spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 70;

const codes = process.argv.slice(2);
const folders = codes.length > 0 ? codes.map((code) => `rules/${code}`) : ['rules', 'drafts'];
let worst = run('src/make/build.mjs');
if (worst === 0) for (const folder of folders) worst = Math.max(worst, run('dist/treatylint.js', 'suite', folder, '--approve'));
process.exitCode = worst;
