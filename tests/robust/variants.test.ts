import { expect, test } from 'vitest';
import type { Finding } from '#base';
import { lintDraft } from '#lint';
import { setup } from '../book.ts';
import { chanceOf, type Draft, drafts, homeDrafts, SEED, sample, THOROUGH, tell } from './seeded.ts';

/** Words without what a layout may change. */
const plain = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\s\u00a0>]+/g, ' ')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .trim();

const essence = (findings: readonly Finding[]): string[] =>
  findings.map((one) => `${one.clause ?? 'document'} | ${one.code} ${one.severity} | ${plain(one.quote)}`).sort();

/** Breaks each paragraph of prose anew; what is laid out otherwise stays. */
function wrap(text: string, width: number): string {
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const blocks = text.slice(front.length).split(/\n{2,}/);
  return front + blocks.map((block) => (isProse(block) ? fill(block, width) : block)).join('\n\n');
}

function isProse(block: string): boolean {
  return (
    !/^\s*(?:#|\||[-*+] |\d|<|>|```|\()/m.test(block) &&
    !/^ |(?: {2}|\\)$/m.test(block) &&
    !block.split('\n').some((line) => line.length < 45)
  );
}

function fill(block: string, width: number): string {
  const lines: string[] = [];
  for (const word of block.split(/\s+/)) {
    const last = lines.at(-1);
    // No line may begin with what would be a mark of Markdown there.
    if (
      last === undefined ||
      (last.length + word.length + 1 > width &&
        /^[A-Za-z“"]/.test(word) &&
        !/^[ivxlc]{1,5}[.)]/i.test(word) &&
        !/^[a-z][.)]/.test(word))
    )
      lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}

const variants: Readonly<Record<string, (text: string) => string>> = {
  'lines of 40': (text) => wrap(text, 40),
  'lines of 80': (text) => wrap(text, 80),
  'no lines': (text) => wrap(text, Number.POSITIVE_INFINITY),
  CRLF: (text) => text.replace(/\n/g, '\r\n'),
  'byte order mark': (text) => `\ufeff${text}`,
  NFD: (text) => text.normalize('NFD'),
  NFC: (text) => text.normalize('NFC'),
  'curly quotes': (text) => text.replace(/"([^"\n]*)"/g, '“$1”').replace(/(?<=[a-z])'(?=[a-z])/g, '’'),
  'straight quotes': (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
  'no-break spaces': (text) =>
    text.replace(/\b(Articles?|Annex|paragraphs?|[0-9]+) (?=[0-9A-Za-z(])/g, (all, word: string, at: number) =>
      text.lastIndexOf('\n', at) + 1 === at ? all : `${word}\u00a0`,
    ),
};

async function differences({ path, text }: Draft): Promise<string[]> {
  const found: string[] = [];
  const expected = essence((await lintDraft({ path, text }, setup)).findings);
  for (const [name, change] of Object.entries(variants)) {
    const changed = change(text);
    if (changed === text) continue;
    const { findings, text: linted } = await lintDraft({ path, text: changed }, setup);
    for (const one of findings) expect(linted.slice(one.start, one.end)).toBe(one.quote);
    const got = essence(findings);
    const lost = expected.filter((line) => !got.includes(line));
    const more = got.filter((line) => !expected.includes(line));
    found.push(
      ...[...lost.map((line) => `lost ${line}`), ...more.map((line) => `new ${line}`)].map((line) => `${path}, ${name}: ${line}`),
    );
  }
  return found;
}

test('the layout, quotes and encoding of a draft change no finding', async () => {
  const chance = chanceOf(SEED);
  const tried = THOROUGH ? [...drafts, ...homeDrafts] : [...sample(drafts, 5, chance), ...sample(homeDrafts, 30, chance)];
  const found: string[] = [];
  for (const draft of tried) found.push(...(await differences(draft)));
  tell(`${tried.length} drafts in ${Object.keys(variants).length} layouts, seed ${SEED}: ${found.length} differences`);
  expect(found).toEqual([]);
}, 3600_000);
