/**
 * `npm run write`: writes the files that are made from others: the index of the rule book and the JSON Schema of a rule.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const maker = join(root, 'node_modules', '.cache', 'treatylint', 'write');
await bundle({ generated: 'src/make/generated.ts' }, maker, { entryFileNames: '[name].js' });
const { generated } = await import(`${pathToFileURL(join(maker, 'generated.js')).href}?${process.pid}`);
const files = generated(join(root, 'rules'));
for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
const formatted = Object.keys(files).filter((path) => path.endsWith('.json'));
execFileSync(
  process.execPath,
  [join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format', '--write', ...formatted],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
