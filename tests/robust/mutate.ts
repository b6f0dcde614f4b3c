import type { Chance, Draft } from './seeded.ts';

/** Characters and pieces that readers of Markdown, sentences and times have stumbled over. */
const ODD = [
  '\0',
  '\t',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
  '\u00a0',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udc00',
  '😀',
  'é',
  'e\u0301',
  '“',
  '”',
  '’',
  '…',
  '§',
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '[^1]',
  '[^1]: ',
  '<!--',
  '-->',
  '<!-- treatylint-disable TRG001: x -->',
  '<div>',
  '</div>',
  '|',
  '\n|---|\n',
  '#',
  '\n## Article 9\n',
  '\n---\n',
  '\n===\n',
  '> ',
  '\n- ',
  '\n1. ',
  '\n(a) ',
  '\n(iv) ',
  '\\',
  '&',
  '&amp;',
  '.',
  ';',
  ',',
  ' ',
  '  \n',
  '    ',
  '0',
  '999999999999999999999',
  '1/0',
  '24 hours',
  '31 February 2026',
  'Article 5(2)(b)(iii)',
  'Articles 1 to 999999',
  ' not ',
  ' unless ',
  ' shall ',
  ' may ',
  ' if ',
  ' and ',
  ' the Parties ',
  'constructor',
  '__proto__',
  'toString',
] as const;

type Mutation = (text: string, chance: Chance, other: string) => string;

function span(text: string, chance: Chance, most: number): [number, number] {
  const from = chance.below(text.length + 1);
  return [from, Math.min(text.length, from + chance.below(most))];
}

function lines(text: string, chance: Chance, change: (all: string[], at: number) => void): string {
  const all = text.split('\n');
  change(all, chance.below(all.length));
  return all.join('\n');
}

/** Bytes, lines and structures. */
const mutations: readonly Mutation[] = [
  // Pieces put in, taken out, written over, said twice.
  (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + chance.pick(ODD) + text.slice(at);
  },
  (text, chance) => {
    const [from, to] = span(text, chance, 40);
    return text.slice(0, from) + text.slice(to);
  },
  (text, chance) => {
    const [from, to] = span(text, chance, 6);
    return text.slice(0, from) + chance.pick(ODD) + text.slice(to);
  },
  (text, chance) => {
    const [from, to] = span(text, chance, 200);
    return text.slice(0, to) + text.slice(from, to) + text.slice(to);
  },
  (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(chance.below(0x10000)) + text.slice(at);
  },
  (text, chance) => {
    const bytes = Buffer.from(text, 'utf8');
    if (bytes.length > 0) bytes[chance.below(bytes.length)] = chance.below(256);
    return bytes.toString('utf8');
  },
  // Lines lost, repeated, exchanged, joined, indented.
  (text, chance) => lines(text, chance, (all, at) => all.splice(at, 1)),
  (text, chance) => lines(text, chance, (all, at) => all.splice(at, 0, all[chance.below(all.length)]!)),
  (text, chance) =>
    lines(text, chance, (all, at) => {
      const other = chance.below(all.length);
      [all[at], all[other]] = [all[other]!, all[at]!];
    }),
  (text, chance) => lines(text, chance, (all, at) => all.splice(at, 2, `${all[at]} ${all[at + 1] ?? ''}`)),
  (text, chance) =>
    lines(text, chance, (all, at) => {
      const mark = chance.pick(['> ', '- ', '1. ', '  ', '    ', '\t', '| ', '# ', '(a) ', '**', '<p>', '"']);
      for (let i = at; i < Math.min(all.length, at + 1 + chance.below(8)); i++) all[i] = mark + all[i];
    }),
  // Blocks moved; the end cut; another draft put in; case changed; a block without its blank lines.
  (text, chance) => {
    const blocks = text.split('\n\n');
    const [moved] = blocks.splice(chance.below(blocks.length), 1);
    blocks.splice(chance.below(blocks.length + 1), 0, moved ?? '');
    return blocks.join('\n\n');
  },
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text, chance) => text.slice(chance.below(Math.max(1, text.length >> 2))),
  (text, chance, other) => {
    const at = chance.below(text.length + 1);
    const [from, to] = span(other, chance, 2000);
    return text.slice(0, at) + other.slice(from, to) + text.slice(at);
  },
  (text, chance) => {
    const [from, to] = span(text, chance, 400);
    const piece = text.slice(from, to);
    return text.slice(0, from) + (chance.below(2) ? piece.toUpperCase() : piece.toLowerCase()) + text.slice(to);
  },
  (text, chance) => {
    const [from, to] = span(text, chance, 1500);
    return text.slice(0, from) + text.slice(from, to).replace(/\n+/g, '\n') + text.slice(to);
  },
];

/** A draft with one to eight accidents. */
export function mutate(drafts: readonly Draft[], chance: Chance): string {
  let text = chance.pick(drafts).text;
  for (let left = 1 + chance.below(8); left > 0; left--) text = chance.pick(mutations)(text, chance, chance.pick(drafts).text);
  return text;
}
