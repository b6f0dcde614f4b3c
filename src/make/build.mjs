/**
 * Builds dist/: the program with the seldom used parts in files of their own, the rule book and lexicons checked and joined, and the
 * machine code of what a plain run needs, so that a start checks nothing and compiles little. Run by `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  // CommonJS: it starts without Node's loader of modules, and its files can be loaded with the code that was kept of them.
  await bundle({ treatylint: 'src/cli/bin.ts', worker: 'src/cli/worker.ts' }, dist, {
    format: 'cjs',
    entryFileNames: 'chunks/[name]-[hash].js',
    // Functions keep their names: a defect tells which reader broke. All is readable, for a profiler, with --readable.
    minify: process.argv.includes('--readable')
      ? false
      : { compress: true, codegen: true, mangle: { keepNames: { function: true, class: false } } },
  });
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  copyFileSync(join(root, 'src/make/load.cjs'), join(dist, 'load.js'));
  const chunks = readdirSync(join(dist, 'chunks'));
  for (const chunk of chunks)
    writeFileSync(join(dist, 'chunks', chunk), ascii(readFileSync(join(dist, 'chunks', chunk), 'utf8')));
  for (const name of ['treatylint', 'worker']) {
    const entry = chunks.find((chunk) => chunk.startsWith(`${name}-`));
    writeFileSync(join(dist, `${name}.js`), `#!/usr/bin/env node\nrequire('./load.js').load('./chunks/${entry}');\n`);
  }
  chmodSync(join(dist, 'treatylint.js'), 0o755);
  for (const [name, text] of Object.entries(compiled.files)) writeFileSync(join(dist, name), ascii(text));
  execFileSync(process.execPath, [join(root, 'src/make/keep-code.cjs'), dist, join(root, 'drafts')], { stdio: 'inherit' });
}

/** The same JavaScript or JSON in characters that take one byte each: a text with any other takes twice the memory and time. */
function ascii(text) {
  return text.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
