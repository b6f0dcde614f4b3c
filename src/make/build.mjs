/**
 * Builds dist/: the program as one file with the seldom used parts beside it, and the rule book and lexicons checked and
 * joined, so that a start reads two files and checks nothing. Run by `npm run build`.
 */
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** `--out FOLDER` builds elsewhere, so that two people can try their own changes at once. */
const out = process.argv.indexOf('--out');
const home = out < 0 ? root : resolve(process.argv[out + 1]);
const dist = join(home, 'dist');
const cache = join(root, 'node_modules', '.cache', 'treatylint');

/** Bundles one entry. What is loaded on demand becomes a file of its own under chunks/. */
export async function bundle(entry, folder, options = {}) {
  const built = await rolldown({ input: entry, cwd: root, platform: 'node', logLevel: 'warn' });
  await built.write({ dir: folder, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js', ...options });
  await built.close();
}

async function build() {
  // The rule book is read by the program's own rooms, bundled for this one purpose.
  const maker = join(cache, `compile-${process.pid}`);
  await bundle({ compile: 'src/make/compile.ts' }, maker, { entryFileNames: '[name].js' });
  const { compile } = await import(`${pathToFileURL(join(maker, 'compile.js')).href}?${process.pid}`);
  const compiled = await compile(join(root, 'rules'));
  rmSync(maker, { recursive: true, force: true });
  if (compiled.faults.length > 0) {
    for (const line of compiled.faults) console.error(line);
    process.exitCode = 2;
    // While rules are being written: what is sound can be tried, and the build has failed all the same.
    if (!process.argv.includes('--keep-going')) return;
  }
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  if (home !== root) copyFileSync(join(root, 'package.json'), join(home, 'package.json'));
  await bundle({ treatylint: 'src/cli/bin.ts', worker: 'src/cli/worker.ts' }, dist, {
    entryFileNames: '[name].js',
    banner: (chunk) => (chunk.name === 'treatylint' ? '#!/usr/bin/env node' : ''),
    // Readable, for a profiler: `--cpu-prof` then names the functions.
    minify: !process.argv.includes('--readable'),
  });
  chmodSync(join(dist, 'treatylint.js'), 0o755);
  for (const [name, text] of Object.entries(compiled.files)) writeFileSync(join(dist, name), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
