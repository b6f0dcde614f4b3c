import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { root } from '../book.ts';
import { type Folder, makeFolder } from '../cli/folder.ts';
import { stubVSCode, type VSCode } from './vscode-stub.ts';

// @ts-expect-error: the workshop's scripts carry no types.
const { makeVsix } = await import('../../src/make/vsix.mjs');
// @ts-expect-error: the extension is plain JavaScript.
const { serverCommand } = await import('../../editors/vscode/src/server-command.js');

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly main: string;
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly dependencies?: object;
  readonly scripts?: object;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

let parts: Record<string, string>;
let manifest: Manifest;
let folder: Folder;
beforeAll(async () => {
  const { bytes } = (await makeVsix()) as { bytes: Uint8Array };
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  manifest = JSON.parse(parts['extension/package.json']!) as Manifest;
  folder = makeFolder();
  mkdirSync(join(folder.path, '.git'));
}, 120_000);
afterAll(() => folder.remove());

/** Loads the bundle of the package as VS Code does. */
function load(vscode: VSCode): { activate(context: object): Promise<void>; deactivate(): Promise<void> } {
  const require = createRequire(import.meta.url);
  const module = { exports: {} };
  const run = new Function('require', 'module', 'exports', parts['extension/extension.js']!) as (...words: unknown[]) => void;
  run((name: string): unknown => (name === 'vscode' ? vscode.api : require(name)), module, module.exports);
  return module.exports as ReturnType<typeof load>;
}

describe('the package for VS Code', () => {
  test('holds the manifest, the page, the licences and one program, and nothing of the linter', () => {
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/README.md',
      'extension/extension.js',
      'extension/package.json',
    ]);
    const program = parts['extension/extension.js']!;
    const asked = new Set([...program.matchAll(/require\([`"']([^`"')]+)/g)].map(([, name]) => name));
    expect([...asked].sort()).toEqual(['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'util', 'vscode']);
    // A word of the rule book, of the parser and of the engine.
    for (const word of ['discretionary-response', 'micromark', 'json-rules-engine']) expect(program).not.toContain(word);
    expect(program.length).toBeLessThan(500_000);
  });

  test('has a manifest that says what VS Code asks for', () => {
    const own = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    expect(manifest).toMatchObject({ name: 'treatylint', publisher: 'treatylint', version: own.version, main: './extension.js' });
    expect(Object.keys(parts)).toContain(`extension/${manifest.main.slice(2)}`);
    expect(manifest.engines.vscode).toMatch(/^\^\d+\.\d+\.\d+$/);
    expect(manifest.activationEvents).toEqual(['onLanguage:markdown']);
    expect([manifest.dependencies, manifest.scripts]).toEqual([undefined, undefined]);
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(false);
    expect(manifest.contributes.configuration.properties['treatylint.command']!.default).toEqual(['npx', 'treatylint']);
  });

  test('has lists of its parts that are XML and name parts that are there', async () => {
    for (const name of ['[Content_Types].xml', 'extension.vsixmanifest']) {
      const { errors } = await validateXML({
        xml: [{ fileName: 'part.xml', contents: parts[name]! }],
        extension: 'schema',
        schema: [ANY],
      });
      expect(errors.filter(({ message }) => !/No matching global/.test(message))).toEqual([]);
    }
    const list = parts['extension.vsixmanifest']!;
    expect(list).toContain(`<Identity Language="en-US" Id="treatylint" Version="${manifest.version}" Publisher="treatylint"/>`);
    const paths = [...list.matchAll(/Path="([^"]+)"/g)].map(([, path]) => path!);
    expect(paths.length).toBe(3);
    expect(paths.filter((path) => !(path in parts))).toEqual([]);
    const endings = [...parts['[Content_Types].xml']!.matchAll(/Extension="\.(\w+)"/g)].map(([, ending]) => ending);
    expect(Object.keys(parts).filter((name) => !name.startsWith('[') && !endings.includes(name.split('.').at(-1)))).toEqual([]);
  });

  test('is the same from the same sources', async () => {
    const [one, two] = [(await makeVsix()) as { bytes: Uint8Array }, (await makeVsix()) as { bytes: Uint8Array }];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });
});

describe('the extension', () => {
  test('starts the real server, starts it again by command, and ends it', async () => {
    const vscode = stubVSCode(folder.path, { command: [process.execPath, `${root}dist/treatylint.js`] });
    const subscriptions: { dispose(): void }[] = [];
    const extension = load(vscode);
    await extension.activate({ subscriptions });
    expect(vscode.errors).toEqual([]);
    // The server's own command: registered once it has told what it can do.
    expect([...vscode.commands.keys()].sort()).toEqual(['treatylint.explain', 'treatylint.restart']);
    await vscode.commands.get('treatylint.restart')!();
    expect(vscode.errors).toEqual([]);
    expect(vscode.commands.has('treatylint.explain')).toBe(true);
    await extension.deactivate();
    expect(vscode.commands.has('treatylint.explain')).toBe(false);
    for (const each of subscriptions) each.dispose();
    expect(vscode.commands.size).toBe(0);
  });

  test('says what to do where the server is not there', async () => {
    const vscode = stubVSCode(folder.path, { command: ['/none/treatylint'] });
    const extension = load(vscode);
    await extension.activate({ subscriptions: [] });
    expect(vscode.errors.at(-1)).toMatch(
      /^treatylint could not be started with “\/none\/treatylint server --stdio”: .*Install it in the workspace, or set treatylint\.command\.$/,
    );
  });

  test('takes the command from the setting, and npx where there is none', () => {
    const usual = { command: 'npx', args: ['treatylint', 'server', '--stdio'], options: {} };
    expect(serverCommand(undefined, undefined, 'linux')).toEqual(usual);
    expect(serverCommand([], undefined, 'linux')).toEqual(usual);
    expect(serverCommand('npx', undefined, 'linux')).toEqual(usual);
    expect(serverCommand(['/opt/treatylint'], '/w', 'win32')).toEqual({
      command: '/opt/treatylint',
      args: ['server', '--stdio'],
      options: { cwd: '/w', shell: true },
    });
  });
});

/** A schema that knows no element: reading against it tells only whether the text is XML. */
const ANY = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>';
