import { describe, expect, test } from 'vitest';
import type { Context } from '#base';
import type { Block, Clause } from '#clauses';
import { readDefinitions } from '../../src/phrases/definitions.ts';
import { foldTerm } from '../../src/phrases/terms.ts';
import { tokenize } from '../../src/phrases/tokens.ts';
import type { Sentence } from '../../src/phrases/types.ts';
import { places, words } from './words.ts';

const clause = { id: 0, label: 'Article 1' } as Clause;

function sentence(
  text: string,
  context: Context,
  more: { id?: number; lead?: Block; own?: number; shift?: number } = {},
): Sentence {
  const block = { clause, context, text, source: places(text, more.shift), lead: more.lead ?? null } as unknown as Block;
  const shift = more.shift ?? 0;
  const tokens = words(text, shift);
  return {
    id: more.id ?? 0,
    clause,
    block,
    context,
    tokens,
    own: more.own ?? 0,
    times: [],
    references: [],
    hits: [],
    modals: [],
    span: { start: 0, end: text.length },
  };
}

type Told = readonly [form: string, term: string, key: string, meaning: string];

function read(text: string, context: Context = 'operative'): Told[] {
  return readDefinitions([sentence(text, context)]).map((found) => {
    expect(text.slice(found.at.start, found.at.end)).toBe(found.term);
    if (found.meaning) expect(text.slice(found.meaning.start, found.meaning.end)).toBe(found.meaningText);
    return [found.form, found.term, found.key, found.meaningText];
  });
}

describe('articles of definitions', () => {
  const rows: readonly (readonly [text: string, expected: readonly Told[], context?: Context])[] = [
    [
      "'Trigger Time' means the earlier of the Notice and the Finding;",
      [['article', 'Trigger Time', 'trigger time', 'the earlier of the Notice and the Finding']],
    ],
    [
      'For the purposes of this Treaty, "Territory" means the land and the waters.',
      [['article', 'Territory', 'territory', 'the land and the waters']],
    ],
    ['"Aggression" shall mean any use of armed force.', [['article', 'Aggression', 'aggression', 'any use of armed force']]],
    [
      '"Notice" denotes a written statement; "Finding" denotes a decision',
      [
        ['article', 'Notice', 'notice', 'a written statement'],
        ['article', 'Finding', 'finding', 'a decision'],
      ],
    ],
    [
      '"Guarantor State", in relation to a Part, means a State listed there.',
      [['article', 'Guarantor State', 'guarantor state', 'a State listed there']],
    ],
    ['"Party" or "Parties" means a State bound by this Treaty.', [['article', 'Party', 'party', 'a State bound by this Treaty']]],
    ['Trigger Event means an attack.', [['article', 'Trigger Event', 'trigger event', 'an attack']]],
    [
      'the term "Force" refers to the multinational force; and',
      [['article', 'Force', 'force', 'the multinational force']],
      'definition',
    ],
    [
      '"Armed Attack" is any use of armed force;',
      [['article', 'Armed Attack', 'armed attack', 'any use of armed force']],
      'definition',
    ],
    [
      'The Council is the body set up by Article 9.',
      [['article', 'Council', 'council', 'the body set up by Article 9']],
      'definition',
    ],
    [
      'Trigger Time: the moment at which the Notice is received.',
      [['article', 'Trigger Time', 'trigger time', 'the moment at which the Notice is received']],
      'definition',
    ],
    ['Beneficiary – the Republic of Arda;', [['article', 'Beneficiary', 'beneficiary', 'the Republic of Arda']], 'definition'],
    ['day means a calendar day;', [['article', 'day', 'day', 'a calendar day']], 'definition'],
    [
      "'Guarantors' Council' means the council of Article 9",
      [['article', "Guarantors' Council", "guarantors' council", 'the council of Article 9']],
    ],
  ];
  test.each(rows.map(([text, expected, context]) => ({ text, expected, context })))('$text', ({ text, expected, context }) => {
    expect(read(text, context)).toEqual(expected);
  });
});

describe('terms in passing', () => {
  const rows: readonly (readonly [text: string, expected: readonly Told[]])[] = [
    [
      'Brenn, Corvia and Dalmar (hereinafter "the Guarantors"), and Arda (the "Beneficiary"),',
      [
        ['inline', 'Guarantors', 'guarantor', 'Brenn, Corvia and Dalmar'],
        ['inline', 'Beneficiary', 'beneficiary', 'Arda'],
      ],
    ],
    ['Brenn and Arda (together, the "Parties", and each a "Party") agree', [['inline', 'Parties', 'party', 'Brenn and Arda']]],
    [
      'the States listed in Annex A, hereinafter referred to as the Guarantor States, act',
      [['inline', 'Guarantor States', 'guarantor state', 'the States listed in Annex A']],
    ],
    ['the Ministry, hereafter called "the Depositary", shall act', [['inline', 'Depositary', 'depositary', 'the Ministry']]],
    ['Brenn on the one hand, and Arda ("the Beneficiary") on the other hand', [['inline', 'Beneficiary', 'beneficiary', 'Arda']]],
    ['A body known as the Monitoring Board shall meet.', [['inline', 'Monitoring Board', 'monitoring board', 'A body']]],
  ];
  test.each(rows)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('bodies', () => {
  const rows: readonly (readonly [text: string, expected: readonly Told[]])[] = [
    [
      'There is hereby established a Joint Council of Guarantors, composed of one member of each.',
      [['established', 'Joint Council of Guarantors', 'joint council of guarantor', 'composed of one member of each']],
    ],
    ['A Guarantee Council is hereby established.', [['established', 'Guarantee Council', 'guarantee council', '']]],
    [
      'The Parties hereby establish a Verification Centre with its seat in Arda.',
      [['established', 'Verification Centre', 'verification centre', 'with its seat in Arda']],
    ],
    [
      'There shall be established, within 30 days, a Joint Commission.',
      [['established', 'Joint Commission', 'joint commission', '']],
    ],
  ];
  test.each(rows)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('silence', () => {
  test.each([
    'This means that the Parties act.',
    'By all means necessary the Parties act.',
    'The Parties shall establish the facts.',
    'The measures set out in Annex A shall be set up.',
    'The Guarantors (as defined in Article 1) shall act (in particular in the air).',
    'The Council shall say "yes" to it.',
    "The Guarantors' duties and the Parties' rights mean much.",
    '',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each(['quotation', 'drafting-note', 'code'] as const)('nothing is defined in a %s', (context) => {
    expect(read("'Trigger Time' means the Notice.", context)).toEqual([]);
  });

  test('Markdown inside a definition leaves its words clean', () => {
    const draft = '"**Armed Attack**" means *force*, used.';
    const text = '"Armed Attack" means force, used.';
    const source = new Uint32Array(text.length + 1);
    for (let i = 0, at = 0; i <= text.length; i++, at++) {
      while (draft[at] === '*') at++;
      source[i] = at;
    }
    const block = { clause, context: 'operative', text, source, lead: null } as unknown as Block;
    const told = { ...sentence(text, 'operative'), block, tokens: tokenize(text, source) };
    expect(readDefinitions([told])).toEqual([
      {
        term: 'Armed Attack',
        key: 'armed attack',
        at: { start: 3, end: 15 },
        meaning: { start: 26, end: 38 },
        meaningText: 'force, used',
        clause,
        form: 'article',
        sentence: 0,
      },
    ]);
  });

  test('the words of a lead-in are defined in their own sentence only', () => {
    const text = '"Notice" means a statement that names';
    expect(readDefinitions([sentence(text, 'definition', { own: 3 })])).toEqual([]);
  });
});

test('a meaning that ends with a colon goes on over its points', () => {
  const lead = sentence('"Armed Attack" means:', 'definition', { id: 7 });
  const points = ['an invasion;', 'a blockade.'].map((text, n) =>
    sentence(text, 'definition', { id: 8 + n, lead: lead.block, shift: 100 * (n + 1) }),
  );
  expect(readDefinitions([lead, ...points, sentence('Other words.', 'definition', { id: 10 })])).toEqual([
    {
      term: 'Armed Attack',
      key: 'armed attack',
      at: { start: 1, end: 13 },
      meaning: { start: 100, end: 211 },
      meaningText: 'an invasion; a blockade.',
      clause,
      form: 'article',
      sentence: 7,
    },
  ]);
});

test.each([
  ['the Guarantor States', 'guarantor state'],
  ['Parties', 'party'],
  ['Armed  Forces', 'armed force'],
  ['Crisis', 'crisis'],
  ['Annexes', 'annex'],
  ["Beneficiary's", 'beneficiary'],
])('foldTerm: %s', (term, key) => {
  expect(foldTerm(term)).toBe(key);
});
