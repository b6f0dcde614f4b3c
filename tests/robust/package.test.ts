import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { root } from '../book.ts';

const folder = mkdtempSync(join(tmpdir(), 'treatylint-package-'));
const installed = join(folder, 'node_modules', 'treatylint');
const bin = join(folder, 'node_modules', '.bin', 'treatylint');
const env = { PATH: process.env.PATH, HOME: folder, npm_config_update_notifier: 'false' };

/** The package as it would be published, installed into an empty folder by an npm that cannot reach anything and has kept nothing. */
beforeAll(() => {
  execFileSync(process.execPath, ['src/make/pack.mjs', '--to', folder], { cwd: root, stdio: 'pipe' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)], {
    cwd: folder,
    env,
    stdio: 'pipe',
  });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it brings no other package and runs nothing while it is installed', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['treatylint']);
  const published = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(published).toMatchObject({
    name: 'treatylint',
    version: manifest.version,
    bin: manifest.bin,
    engines: manifest.engines,
  });
  expect(published).not.toHaveProperty('scripts');
  expect(published).not.toHaveProperty('dependencies');
});

test('it holds the program, the rules with their pages and the licences; no test and no source', () => {
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  for (const name of [
    'dist/treatylint.js',
    'dist/worker.js',
    'rules/TRG001/README.md',
    'rules/TRG001/rule.json',
    'LICENSE',
    'THIRD-PARTY.md',
  ])
    expect(files).toContain(name);
  expect(files.filter((name) => /(^|\/)(tests?|cases|src)(\/|$)|\.findings$|\.test\.|\.ts$/.test(name))).toEqual([]);
});

test('it lints a draft and explains the rule', () => {
  writeFileSync(join(folder, 'draft.md'), readFileSync(join(root, 'rules', 'TRG001', 'weak.md'), 'utf8'));
  const linted = spawnSync(bin, ['draft.md', '--format', 'json'], { cwd: folder, env, encoding: 'utf8' });
  expect(linted.stderr).toBe('');
  expect(linted.status).toBe(1);
  const [{ messages }] = JSON.parse(linted.stdout);
  expect(messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('TRG001');
  const explained = spawnSync(bin, ['explain', 'TRG001'], { cwd: folder, env, encoding: 'utf8' });
  expect(explained.stdout).toContain('# TRG001 discretionary-response');
});

test('threads and the server find their parts', async () => {
  writeFileSync(join(folder, 'second.md'), 'The Parties shall consult.\n');
  const alone = spawnSync(bin, ['draft.md', 'second.md', '--format', 'json'], { cwd: folder, env, encoding: 'utf8' });
  const threads = spawnSync(bin, ['draft.md', 'second.md', '--format', 'json', '--threads', '2'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect(threads.stdout).toBe(alone.stdout);
  const ask = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const server = spawn(bin, ['server', '--stdio'], { cwd: folder, env });
  server.stdin.write(`Content-Length: ${ask.length}\r\n\r\n${ask}`);
  let said = '';
  for await (const chunk of server.stdout) {
    said += String(chunk);
    if (said.includes('serverInfo')) break;
  }
  server.kill();
  expect(said).toContain('"serverInfo":{"name":"treatylint"');
});

test('the bill of materials names every dependency with its version and a hash', () => {
  const bill = JSON.parse(readFileSync(join(installed, 'sbom.cdx.json'), 'utf8'));
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'treatylint', version: manifest.version } },
  });
  const parts = new Map<string, { version: string; hashes: unknown[] }>(
    bill.components.map((part: { name: string }) => [part.name, part]),
  );
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    expect(parts.get(name)?.version).toBe(version);
    expect(parts.get(name)?.hashes.length).toBeGreaterThan(0);
  }
});
