import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../book.ts';
import { run } from '../cli/run.ts';
import { PAGES } from './copy.ts';

// @ts-expect-error: the workshop's scripts carry no types.
const { TERMINALS, terminal } = await import('../../src/make/pictures.mjs');
// @ts-expect-error: as above.
const { wordsOf } = await import('../../src/make/terminal-svg.mjs');

describe.each(Object.entries(TERMINALS as Record<string, readonly string[]>))('%s', (file, words) => {
  test('shows what the command prints today; `npm run pictures` renews it', () => {
    const svg = readFileSync(join(root, file), 'utf8');
    const printed = run(words)
      .out.split('\n')
      .filter((line) => line !== '');
    expect((wordsOf(svg) as string[]).slice(1)).toEqual(printed);
    expect(svg).toBe(terminal(words));
  });
});

test('every picture and page that a page links to is there', () => {
  for (const page of PAGES) {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#:\s]+)\)/g)].map(([, link]) => join(root, page, '..', link!));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  }
});

test.each(['page-wide.png', 'page-verdict.png', 'page-narrow.png', 'page-printed.png'])('%s is a picture', (name) => {
  const bytes = readFileSync(join(root, 'docs/pictures', name));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(420);
});
