import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#base';
import { lintDraft } from '#lint';
import { readBook } from '#make/book';
import { openLexicons } from '#phrases';
import { openBook } from '#rules';

const root = new URL('../..', import.meta.url).pathname;
const { book } = readBook(join(root, 'rules'));
const setup = {
  book: openBook(book.rules),
  lexicons: openLexicons(book.lexicons),
  precedence: book.precedence,
  today: '2026-01-01',
  inlineConfig: true,
  levels: {},
  docsUrl: 'rules/',
};
const drafts = readdirSync(join(root, 'drafts'))
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => ({ path: name, text: readFileSync(join(root, 'drafts', name), 'utf8') }));

/** What must not change with the layout: rule, level, clause and words. */
const essence = (findings: readonly Finding[]): string[] =>
  findings.map((one) => `${one.clause ?? 'document'} | ${one.code} ${one.severity} | ${fold(one.quote)}`);
const fold = (text: string): string => text.replace(/\s+/g, ' ').replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

/** Joins the lines of each paragraph, and breaks them again after so many characters. Headings, tables, lists and front matter stay. */
function wrap(text: string, width: number): string {
  const [front, body] = splitFront(text);
  return (
    front +
    body
      .split(/\n{2,}/)
      .map((part) => {
        if (
          /^\s*(?:#|\||[-*+] |\d+[.)]|<!--|>|```|\()/.test(part) ||
          /\n\s*(?:\||[-*+] |\d+[.)]|\()/.test(part) ||
          / {2}\n/.test(part)
        )
          return part;
        const words = part.split(/\s+/).filter(Boolean);
        const lines: string[] = [];
        let line = '';
        for (const word of words) {
          if (line !== '' && line.length + word.length + 1 > width) {
            lines.push(line);
            line = word;
          } else line = line === '' ? word : `${line} ${word}`;
        }
        return [...lines, line].join('\n');
      })
      .join('\n\n')
  );
}

function splitFront(text: string): [string, string] {
  if (!text.startsWith('---\n')) return ['', text];
  const end = text.indexOf('\n---\n', 4) + 5;
  return [text.slice(0, end), text.slice(end)];
}

describe.each(drafts)('$path', (draft) => {
  it('quotes the draft at its offsets', async () => {
    const result = await lintDraft(draft, setup);
    for (const one of result.findings) {
      expect(result.text.slice(one.start, one.end)).toBe(one.quote);
      expect(one.end).toBeGreaterThan(one.start);
    }
    expect([...result.defects, ...result.unfilled]).toEqual([]);
  });

  it('says the same twice, byte for byte', async () => {
    expect(JSON.stringify(await lintDraft(draft, setup))).toBe(JSON.stringify(await lintDraft(draft, setup)));
  });

  it('says the same however its paragraphs are wrapped and its quotes are written', async () => {
    const expected = essence((await lintDraft(draft, setup)).findings);
    for (const text of [
      wrap(draft.text, 50),
      wrap(draft.text, 4000),
      draft.text.replace(/\n/g, '\r\n'),
      draft.text.replace(/(?<=\s)"/g, '“').replace(/"(?=[\s,.;)])/g, '”'),
    ]) {
      expect(essence((await lintDraft({ path: draft.path, text }, setup)).findings)).toEqual(expected);
    }
  });

  it('reads every stage of being typed', async () => {
    for (let end = 0; end < draft.text.length; end += 331) {
      const result = await lintDraft({ path: draft.path, text: draft.text.slice(0, end) }, setup);
      for (const one of result.findings) expect(result.text.slice(one.start, one.end)).toBe(one.quote);
      expect([...result.defects, ...result.unfilled]).toEqual([]);
    }
  });
});
