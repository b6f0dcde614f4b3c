import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lintDraft } from '#lint';
import { setup } from '../book.ts';
import { type Folder, makeFolder } from '../cli/folder.ts';
import { drafts } from '../robust/seeded.ts';
import { type Client, startServer } from './client.ts';

vi.setConfig({ testTimeout: 600_000 });

/** How many random edits: each is compared with a fresh reading of the whole text. */
const EDITS = Number(process.env.TREATYLINT_SERVER_EDITS ?? 150);
/** Bytes of a paste: more than a draft may have, so that the server has to say so. */
const PASTE = 5 * 1024 * 1024;

interface Diagnostic {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly severity: number;
  readonly code?: string;
  readonly message: string;
}
interface Place {
  readonly line: number;
  readonly character: number;
}

const TEXT = `# Treaty of Guarantee

## Article 1. Assistance

If an armed attack on Sarovia occurs, each Guarantor shall take such action as it deems necessary.
`;

let folder: Folder;
let client: Client;
beforeEach(async () => {
  folder = makeFolder({ 'draft.md': TEXT });
  mkdirSync(join(folder.path, '.git'));
  client = await startServer(folder.path, { textDocument: { diagnostic: {} } });
});
afterEach(async () => {
  expect(await client.end()).toBe(0);
  folder.remove();
});

const uri = (): string => `file://${folder.path}/draft.md`;
const open = (text: string): Promise<void> =>
  client.tell('textDocument/didOpen', { textDocument: { uri: uri(), languageId: 'markdown', version: 1, text } });
const pull = async (): Promise<string[]> => {
  const { items } = await client.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: uri() } });
  return items.map(({ code, severity, message, range: { start, end } }) =>
    [code, severity, `${start.line}:${start.character}`, `${end.line}:${end.character}`, message].join(' '),
  );
};
const change = (version: number, range: Diagnostic['range'] | undefined, text: string): Promise<void> =>
  client.tell('textDocument/didChange', {
    textDocument: { uri: uri(), version },
    contentChanges: [range ? { range, text } : { text }],
  });

/** Places of a text as the protocol counts them. */
function placesOf(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let line = starts.findLastIndex((start) => start <= offset);
    if (line < 0) line = 0;
    return { line, character: offset - starts[line]! };
  };
}

/** What reading the whole text anew finds. */
async function fresh(text: string): Promise<string[]> {
  const { findings } = await lintDraft({ path: 'draft.md', text }, setup);
  const place = placesOf(text);
  const word = ({ line, character }: Place): string => `${line}:${character}`;
  return findings
    .filter(({ waived }) => !waived)
    .map(({ code, severity, start, end, message }) =>
      [code, severity === 'error' ? 1 : severity === 'warning' ? 2 : 3, word(place(start)), word(place(end)), message].join(' '),
    );
}

test(`after each of ${EDITS} random edits to three drafts the diagnostics are those of a fresh reading`, async () => {
  let state = 23;
  const random = (below: number): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
  const words = [
    'may',
    ' as it deems necessary ',
    ' within 24 hours ',
    '\n\n',
    '🛡',
    '',
    'shall',
    ' subject to Article 3,',
    '\n## Article 9\n',
  ];
  await open('');
  let version = 1;
  for (const name of ['letter-of-assurance', 'mutual-defence-1949', 'discretion-treaty']) {
    let { text } = drafts.find(({ path }) => path.endsWith(`${name}.md`))!;
    await change(++version, undefined, text);
    for (let n = 0; n < EDITS / 3; n++) {
      const at = random(text.length);
      const to = Math.min(text.length, at + random(40));
      const put = words[random(words.length)]!;
      const place = placesOf(text);
      await change(++version, { start: place(at), end: place(to) }, put);
      text = text.slice(0, at) + put + text.slice(to);
      // Half of a pair of code units cannot be sent: the protocol carries well-formed text.
      const whole = Buffer.from(text, 'utf8').toString('utf8');
      if (whole !== text) {
        text = whole;
        await change(++version, undefined, text);
      }
      expect((await pull()).sort(), `${name}, edit ${n}`).toEqual((await fresh(text)).sort());
    }
  }
});

test('a paste of five megabytes is told to be too much, and its undoing brings the findings back', async () => {
  await open(TEXT);
  const before = await pull();
  expect(before.some((each) => each.startsWith('TRG001'))).toBe(true);
  const end = placesOf(TEXT)(TEXT.length);
  const paste = `${'The Parties shall meet every year in the capital of the depositary. '.repeat(Math.ceil(PASTE / 68))}\n`;
  await change(2, { start: end, end }, paste);
  const during = await pull();
  expect(during).toHaveLength(1);
  expect(during[0]).toContain('more than the limit of 5 MiB');
  await change(3, { start: end, end: { line: end.line + 1, character: 0 } }, '');
  expect(await pull()).toEqual(before);
});

test('a request that is taken back ends, and the next one is answered', async () => {
  const long = `${TEXT}\n${drafts.map(({ text }) => text.replace(/^---\n[\s\S]*?\n---\n/, '')).join('\n\n')}`;
  await open(long);
  const { CancellationTokenSource } = await import('vscode-languageserver/node.js');
  const source = new CancellationTokenSource();
  const asked = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: uri() } }, source.token);
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  await change(2, undefined, TEXT);
  expect((await pull()).some((each) => each.startsWith('TRG001'))).toBe(true);
});
