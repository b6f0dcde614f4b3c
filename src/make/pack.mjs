/**
 * Makes the package as it would be published: `npm run pack [-- --to FOLDER]` writes treatylint-VERSION.tgz and prints its path.
 *
 * The program is bundled, so the package asks for no other: it installs offline and runs nothing while installing. What went into it is
 * told by a bill of materials (sbom.cdx.json, CycloneDX) and by the licences of the parts (THIRD-PARTY.md).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('../..', import.meta.url));
const to = process.argv.indexOf('--to');
const target = resolve(to < 0 ? root : (process.argv[to + 1] ?? root));

/** What users of the package need of a rule's home; its cases and approved findings are tests. */
const isShipped = (path) => basename(path) !== 'cases' && !path.endsWith('.findings') && basename(path) !== 'scores.json';

/** The manifest without what only developers need: nothing is fetched or run when it is installed. */
function publishedManifest(manifest) {
  const { scripts, imports, dependencies, devDependencies, ...published } = manifest;
  return { ...published, files: [...manifest.files, 'THIRD-PARTY.md', 'sbom.cdx.json'] };
}

/**
 * The bill of materials of the lock file, the same for the same lock: npm's own, without the moment and the number of its making. What is
 * only for developers is told by the lock: npm's `--omit dev` also leaves out what both they and the program need.
 */
function billOfMaterials(manifest) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const inside = new Set();
  for (const [path, { version, dev, devOptional }] of Object.entries(packages)) {
    if (path !== '' && !dev && !devOptional) inside.add(`${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`);
  }
  const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const { serialNumber, ...bill } = JSON.parse(execFileSync('npm', words, { cwd: root, encoding: 'utf8' }));
  delete bill.metadata.timestamp;
  bill.metadata.component.name = manifest.name;
  bill.components = bill.components.filter(({ name, version }) => inside.has(`${name}@${version}`));
  const kept = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((part) => part['bom-ref'])]);
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }));
  return bill;
}

/** The licence of a part in its own words: its file, or the section of its page. Throws where there is none: it could not be shipped. */
function licenceOf(name, version) {
  const folder = join(root, 'node_modules', name);
  const read = (pattern) => {
    const file = readdirSync(folder).find((each) => pattern.test(each));
    return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  };
  const text = read(/^licen[cs]e(\.|$)/i) || (/^(#+ *)?licen[cs]e\b[\s\S]*/im.exec(read(/^readme(\.|$)/i))?.[0] ?? '');
  if (text === '') throw new Error(`${name} ${version} has no licence: it cannot be part of the package`);
  return text;
}

/** The licences of all parts, as a page. */
function licences(bill) {
  const parts = bill.components
    .filter(({ name }) => existsSync(join(root, 'node_modules', name)))
    .map(({ name, version }) => `## ${name} ${version}\n\n\`\`\`text\n${licenceOf(name, version)}\n\`\`\`\n`);
  return `# Parts of this package by others\n\nThe program holds code of these packages, each under its own licence.\n\n${parts.join('\n')}`;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const stage = mkdtempSync(join(tmpdir(), 'treatylint-pack-'));
try {
  execFileSync(process.execPath, [join(root, 'src', 'make', 'build.mjs'), '--out', stage], { cwd: root });
  for (const name of manifest.files.filter((each) => each !== 'dist'))
    cpSync(join(root, name), join(stage, name), { recursive: true, filter: isShipped });
  const published = publishedManifest(manifest);
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  const bill = billOfMaterials(manifest);
  writeFileSync(join(stage, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(stage, 'THIRD-PARTY.md'), licences(bill));
  const { messages } = await publint({ pkgDir: stage, level: 'suggestion', strict: true });
  for (const message of messages) console.error(`publint: ${formatMessage(message, published)}`);
  if (messages.some(({ type }) => type !== 'suggestion')) process.exitCode = 1;
  else {
    mkdirSync(target, { recursive: true });
    const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', target];
    const printed = JSON.parse(execFileSync('npm', words, { cwd: stage, encoding: 'utf8' }));
    // An array by package up to npm 11.5, an object by name after it.
    const [{ filename, size, entryCount }] = Object.values(printed);
    console.log(join(target, filename));
    console.error(`${entryCount} files, ${Math.round(size / 1024)} kB, ${bill.components.length} parts by others`);
  }
} finally {
  rmSync(stage, { recursive: true, force: true });
}
