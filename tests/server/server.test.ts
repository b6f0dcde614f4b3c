import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ResponseError } from 'vscode-languageserver/node.js';
import { root } from '../book.ts';
import { type Folder, makeFolder } from '../cli/folder.ts';
import { type Client, startServer } from './client.ts';

// Every step waits for a fresh run to compare with.
vi.setConfig({ testTimeout: 240_000 });

const TEXT = `# Treaty of Guarantee

## Article 1. Definitions

"Armed Attack" means any use of armed force against Sarovia.

## Article 2. Assistance

If an Armed Attack occurs 🛡, each Guarantor shall take such action as it deems necessary.

## Article 3. Reports

The Guarantors shall report on the measures taken under Article 2 after every Armed Attack.
`;
const WORDS = 'such action as it deems necessary';

interface Place {
  readonly line: number;
  readonly character: number;
}
interface Diagnostic {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly severity: number;
  readonly code?: string;
  readonly source: string;
  readonly message: string;
  readonly codeDescription?: { readonly href: string };
}
interface Pushed {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

let folder: Folder;
let client: Client | null = null;

beforeEach(() => {
  folder = makeFolder({ 'draft.md': TEXT });
  mkdirSync(join(folder.path, '.git'));
});
afterEach(async () => {
  await client?.end();
  client = null;
  folder.remove();
});

const uri = (): string => `file://${folder.path}/draft.md`;
const open = (text: string): Promise<void> =>
  client!.tell('textDocument/didOpen', { textDocument: { uri: uri(), languageId: 'markdown', version: 1, text } });
const pull = async (): Promise<readonly Diagnostic[]> =>
  (await client!.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: uri() } })).items;
const placeOf = (text: string, words: string, from = 0): Place => {
  const at = text.indexOf(words, from);
  return { line: text.slice(0, at).split('\n').length - 1, character: at - text.lastIndexOf('\n', at - 1) - 1 };
};

interface Message {
  readonly ruleId: string | null;
  readonly level: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fatal?: boolean;
}

/** What a fresh run finds in a text, as the protocol writes it. */
function fresh(text: string): object[] {
  const { out } = folder.run(['-', '--stdin-filename', 'draft.md', '-f', 'json'], text);
  const messages = (JSON.parse(out) as { messages: Message[] }[])[0]!.messages;
  return messages.map((each) => ({
    code: each.ruleId ?? undefined,
    severity: each.level === 'error' ? 1 : each.level === 'warning' ? 2 : 3,
    message: each.message,
    start: { line: each.line - 1, character: each.column - 1 },
    ...(each.fatal ? {} : { end: { line: each.endLine - 1, character: each.endColumn - 1 } }),
  }));
}

function plain(diagnostics: readonly Diagnostic[]): object[] {
  return diagnostics.map(({ code, severity, message, range }) => ({
    code,
    severity,
    message,
    start: range.start,
    ...(code === undefined && severity === 1 ? {} : { end: range.end }),
  }));
}

describe('treatylint server', () => {
  test('pushes the findings of a fresh run with version, source, code and page, again after an edit, and reloads configuration', async () => {
    client = await startServer(folder.path, {});
    await open(TEXT);
    const first = await client.heard<Pushed>('textDocument/publishDiagnostics', ({ version }) => version === 1);
    expect(plain(first.diagnostics)).toEqual(fresh(TEXT));
    const found = first.diagnostics.find(({ code }) => code === 'TRG001')!;
    expect(found.range.start).toEqual(placeOf(TEXT, WORDS));
    expect(found.source).toBe('treatylint');
    expect(found.codeDescription!.href.endsWith('/rules/TRG001/README.md')).toBe(true);

    const start = placeOf(TEXT, WORDS);
    const range = { start, end: { ...start, character: start.character + WORDS.length } };
    const text = 'within 24 hours the measures in Annex A';
    await client.tell('textDocument/didChange', { textDocument: { uri: uri(), version: 2 }, contentChanges: [{ range, text }] });
    const second = await client.heard<Pushed>('textDocument/publishDiagnostics', ({ version }) => version === 2);
    expect(plain(second.diagnostics)).toEqual(fresh(TEXT.replace(WORDS, text)));
    expect(second.diagnostics.some(({ code }) => code === 'TRG001')).toBe(false);

    folder.put({ 'treatylint.config.yaml': 'rules: { TRG001: of }\n' });
    await client.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `file://${folder.path}/treatylint.config.yaml`, type: 1 }],
    });
    const config = await client.heard<Pushed>('textDocument/publishDiagnostics', (each) => each.uri.endsWith('config.yaml'));
    expect(config.diagnostics[0]!.message).toBe(
      '/rules/TRG001: unknown level "of"; did you mean "off"? (off, info, warning, error)',
    );
    expect(await client.end()).toBe(0);
    client = null;
  });

  test('ends when the editor is gone without a word', async () => {
    const gone = await startServer(folder.path, {});
    await gone.tell('textDocument/didOpen', { textDocument: { uri: uri(), languageId: 'markdown', version: 1, text: TEXT } });
    expect(await gone.vanish()).toBe(1);
  });

  test('goes on where the editor refuses everything it is asked', async () => {
    const capabilities = {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: {} },
      window: { showDocument: { support: true } },
    };
    client = await startServer(folder.path, capabilities, () => new ResponseError(-32603, 'Internal error'));
    await open(TEXT);
    const before = plain(await pull());
    await client.ask('workspace/executeCommand', { command: 'treatylint.explain', arguments: ['TRG001'] });
    folder.put({ 'treatylint.config.yaml': 'rules: { TRG001: info }\n' });
    await client.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `file://${folder.path}/treatylint.config.yaml`, type: 1 }],
    });
    const after = plain(await pull());
    expect(after).toEqual(fresh(TEXT));
    expect(after).not.toEqual(before);
    expect(await client.end()).toBe(0);
    client = null;
  });

  test('counts columns in UTF-8 where the editor does', async () => {
    client = await startServer(folder.path, { general: { positionEncodings: ['utf-8'] }, textDocument: { diagnostic: {} } });
    expect(client.capabilities.positionEncoding).toBe('utf-8');
    await open(TEXT);
    const found = (await pull()).find(({ code }) => code === 'TRG001')!;
    const line = TEXT.split('\n')[found.range.start.line]!;
    expect(Buffer.from(line).subarray(found.range.start.character, found.range.end.character).toString()).toBe(WORDS);
    const end = { line: found.range.start.line, character: found.range.end.character };
    const contentChanges = [{ range: { start: found.range.start, end }, text: 'the measures in Annex A' }];
    await client.tell('textDocument/didChange', { textDocument: { uri: uri(), version: 2 }, contentChanges });
    expect((await pull()).some(({ code }) => code === 'TRG001')).toBe(false);
  });

  test('offers wordings, a waiver that is heard and the page; hovers; names; links; completion', async () => {
    client = await startServer(folder.path, { textDocument: { diagnostic: {} } });
    await open(TEXT);
    const textDocument = { uri: uri() };
    const diagnostics = await pull();
    const found = diagnostics.find(({ code }) => code === 'TRG001')!;
    interface Action {
      readonly title: string;
      readonly edit?: { readonly changes: Record<string, { range: Diagnostic['range']; newText: string }[]> };
      readonly command?: { readonly command: string; readonly arguments: readonly string[] };
    }
    const actions = await client.ask<Action[]>('textDocument/codeAction', {
      textDocument,
      range: found.range,
      context: { diagnostics: [found] },
    });
    const accept = actions.find(({ title }) => title === 'TRG001: accept here, with a reason')!.edit!.changes[uri()]![0]!;
    const lines = TEXT.split('\n');
    lines[accept.range.start.line] += accept.newText;
    expect(fresh(lines.join('\n')).some((each) => (each as { code?: string }).code === 'TRG001')).toBe(false);
    expect(actions.find(({ title }) => title.startsWith('TRG001: explain'))!.command).toEqual({
      title: 'Explain',
      command: 'treatylint.explain',
      arguments: ['TRG001'],
    });

    const hover = async (words: string, from = 0): Promise<string> =>
      (
        await client!.ask<{ contents: { value: string } }>('textDocument/hover', {
          textDocument,
          position: placeOf(TEXT, words, from),
        })
      ).contents.value;
    expect(await hover(WORDS)).toContain('**TRG001 discretionary-response**');
    expect(await hover('Armed Attack', TEXT.indexOf('## Article 3'))).toContain('any use of armed force against Sarovia');
    expect(await hover('report on')).toMatch(
      /- actor: Guarantors \(guarantor, collective\)\n- force: 8 of 9, by “shall” \(positive\)\n- trigger: .*\n- deadline: /,
    );

    const at = { textDocument, position: placeOf(TEXT, 'Article 2', TEXT.indexOf('under')) };
    expect(await client.ask('textDocument/definition', at)).toEqual({
      uri: uri(),
      range: { start: placeOf(TEXT, 'Article 2.'), end: placeOf(TEXT, 'Article 2.') },
    });
    const renamed = await client.ask<{ changes: Record<string, { range: Diagnostic['range']; newText: string }[]> }>(
      'textDocument/rename',
      { ...at, newName: '7' },
    );
    expect(renamed.changes[uri()]!.map(({ range, newText }) => [range.start, newText])).toEqual([
      [placeOf(TEXT, '2. Assistance'), '7'],
      [placeOf(TEXT, '2 after'), '7'],
    ]);
    const term = await client.ask<{ range: Diagnostic['range'] }[]>('textDocument/references', {
      textDocument,
      position: placeOf(TEXT, 'Armed Attack'),
      context: { includeDeclaration: true },
    });
    expect(term).toHaveLength(3);
    const links = await client.ask<{ target: string; tooltip: string }[]>('textDocument/documentLink', { textDocument });
    expect(links.map(({ target, tooltip }) => [target, tooltip])).toEqual([[`${uri()}#L7`, 'Article 2. Assistance']]);
    const symbols = await client.ask<{ name: string }[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols.map(({ name }) => name)).toEqual(['Article 1', 'Article 2', 'Article 3']);
    const hints = await client.ask<{ label: string }[]>('textDocument/inlayHint', { textDocument, range: found.range });
    expect(hints.map(({ label }) => label)).toEqual([expect.stringMatching(/^grade [A-F]: /)]);

    const comment = '<!-- treatylint-disable-next-line ';
    const contentChanges = [{ text: `${comment}\n\n${TEXT}` }];
    await client.tell('textDocument/didChange', { textDocument: { uri: uri(), version: 2 }, contentChanges });
    const items = await client.ask<{ label: string }[]>('textDocument/completion', {
      textDocument,
      position: { line: 0, character: comment.length },
    });
    expect(items.map(({ label }) => label)).toContain('TRG001');
  });

  test('after seeded random edits to three drafts the diagnostics are those of a fresh run', async () => {
    client = await startServer(folder.path, { textDocument: { diagnostic: {} } });
    const edits = Number(process.env.TREATYLINT_EDITS ?? 6);
    const random = seeded(11);
    let version = 1;
    let n = 0;
    for (const name of ['letter-of-assurance', 'consultation-agreement', 'discretion-treaty']) {
      let text = readFileSync(`${root}drafts/${name}.md`, 'utf8');
      if (version === 1) await open(text);
      else
        await client.tell('textDocument/didChange', {
          textDocument: { uri: uri(), version: ++version },
          contentChanges: [{ text }],
        });
      version++;
      for (const end = n + Math.ceil(edits / 3); n < end; n++) {
        const at = Math.floor(random() * text.length);
        const to = Math.min(text.length, at + Math.floor(random() * 50));
        const words = ['may', ' as it deems necessary ', ' within 24 hours ', '\n\n', '🛡', ''][Math.floor(random() * 6)]!;
        const place = (offset: number): Place => placeOf(`${text.slice(0, offset)}\u0000`, '\u0000');
        const range = { start: place(at), end: place(to) };
        await client.tell('textDocument/didChange', {
          textDocument: { uri: uri(), version: ++version },
          contentChanges: [{ range, text: words }],
        });
        text = text.slice(0, at) + words + text.slice(to);
        expect(plain(await pull()), `edit ${n}`).toEqual(fresh(text));
      }
    }
  });
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
