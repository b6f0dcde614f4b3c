import { expect, test } from 'vitest';
import { readReferences } from '../../src/phrases/references.ts';
import { words } from './words.ts';

/** A reference with its range as words; the fields left out are those of a plain reference to this instrument. */
interface Told {
  readonly at: string;
  readonly unit: string;
  readonly path: readonly string[];
  readonly last: string | null;
  readonly target: string;
  readonly of: string;
}

function told(at: string, unit: string, path: readonly string[], more: Partial<Told> = {}): Told {
  return { at, unit, path, last: null, target: 'this', of: '', ...more };
}

function read(text: string): Told[] {
  const tokens = words(text);
  return readReferences(tokens).map(({ from, to, ...rest }) => ({
    ...rest,
    at: text.slice(tokens[from]!.start, tokens[to - 1]!.end),
  }));
}

const rows: readonly (readonly [text: string, expected: readonly Told[]])[] = [
  [
    'as provided in Article 5 and Art. 5 para. 2',
    [told('Article 5', 'article', ['5']), told('Art. 5 para. 2', 'article', ['5', '2'])],
  ],
  [
    'under Articles 4 to 6, or Articles 3, 4 and 7',
    [
      told('Articles 4 to 6', 'article', ['4'], { last: '6' }),
      told('Articles 3', 'article', ['3']),
      told('4', 'article', ['4']),
      told('7', 'article', ['7']),
    ],
  ],
  [
    'under Article 5(2)(a) and Article 5.2',
    [told('Article 5(2)(a)', 'article', ['5', '2', 'a']), told('Article 5.2', 'article', ['5', '2'])],
  ],
  [
    'the event referred to in paragraph 2 of this Article',
    [told('paragraph 2 of this Article', 'paragraph', ['2'], { target: 'relative' })],
  ],
  [
    'paragraphs 1 and 2 above',
    [
      told('paragraphs 1', 'paragraph', ['1'], { target: 'relative' }),
      told('2 above', 'paragraph', ['2'], { target: 'relative' }),
    ],
  ],
  ['sub-paragraph (b) applies', [told('sub-paragraph (b)', 'point', ['b'])]],
  [
    'subparagraphs (a) and (b) of paragraph 3',
    [told('subparagraphs (a)', 'paragraph', ['3', 'a']), told('(b) of paragraph 3', 'paragraph', ['3', 'b'])],
  ],
  ['point (a) of paragraph 2 of Article 6', [told('point (a) of paragraph 2 of Article 6', 'article', ['6', '2', 'a'])]],
  [
    'the preceding paragraph and this Article',
    [
      told('the preceding paragraph', 'paragraph', [], { target: 'relative' }),
      told('this Article', 'article', [], { target: 'relative' }),
    ],
  ],
  [
    'the measures in Annex B, Part 1, and in Part 2 of Annex A',
    [told('Annex B, Part 1', 'annex', ['b', '1']), told('Part 2 of Annex A', 'annex', ['a', '2'])],
  ],
  [
    'Annex II, Protocol No. 3, Schedule 1',
    [told('Annex II', 'annex', ['2']), told('Protocol No. 3', 'protocol', ['3']), told('Schedule 1', 'schedule', ['1'])],
  ],
  [
    'Article 51 of the Charter of the United Nations, which',
    [
      told('Article 51 of the Charter of the United Nations', 'article', ['51'], {
        target: 'external',
        of: 'Charter of the United Nations',
      }),
    ],
  ],
  ['Article IX of the Treaty', [told('Article IX of the Treaty', 'article', ['9'])]],
  [
    'acting under Chapter VII of the Charter',
    [told('Chapter VII of the Charter', 'chapter', ['7'], { target: 'external', of: 'Charter' })],
  ],
  ['Section 3 and § 1962', [told('Section 3', 'section', ['3']), told('§ 1962', 'section', ['1962'], { target: 'external' })]],
  ['in accordance with Plan Bastion', [told('Plan Bastion', 'plan', ['bastion'])]],
  ['Article ONE and Article Twenty-One', [told('Article ONE', 'article', ['1']), told('Article Twenty-One', 'article', ['21'])]],
  [
    'their right of self-defence under Article 51',
    [told('Article 51', 'article', ['51'], { target: 'external', of: 'Charter' })],
  ],
  ['the North Atlantic Council under NATO Article 5', [told('Article 5', 'article', ['5'], { target: 'external', of: 'NATO' })]],
  [
    'Article 5 of this Treaty and Article 6 of the present Treaty',
    [told('Article 5 of this Treaty', 'article', ['5']), told('Article 6 of the present Treaty', 'article', ['6'])],
  ],
  [
    'Resolution 2231 (2015) of the Security Council',
    [told('Resolution 2231 (2015)', 'instrument', ['2231'], { target: 'external', of: 'Resolution 2231' })],
  ],
  [
    'Articles 5, 6(1) and 7(2)(b)',
    [told('Articles 5', 'article', ['5']), told('6(1)', 'article', ['6', '1']), told('7(2)(b)', 'article', ['7', '2', 'b'])],
  ],
  ['Article 16 bis, Article 19A', [told('Article 16 bis', 'article', ['16bis']), told('Article 19A', 'article', ['19a'])]],
  ['Article 5, paragraphs 2 and 3', [told('Article 5, paragraphs 2', 'article', ['5', '2']), told('3', 'article', ['5', '3'])]],
  ['in accordance with Article 6, each Guarantor shall within 72 hours', [told('Article 6', 'article', ['6'])]],
  ['Articles 5-9 as amended', [told('Articles 5-9', 'article', ['5'], { last: '9' })]],
  [
    'Article 4 of its Constitution',
    [told('Article 4 of its Constitution', 'article', ['4'], { target: 'external', of: 'Constitution' })],
  ],
  ['Annex A to this Treaty', [told('Annex A to this Treaty', 'annex', ['a'])]],
  ['Article 5 and 72 hours later', [told('Article 5', 'article', ['5'])]],
  [
    'Articles 42 and 43 of the Vienna Convention on the Law of Treaties',
    [
      told('Articles 42', 'article', ['42'], { target: 'external', of: 'Vienna Convention on the Law of Treaties' }),
      told('43 of the Vienna Convention on the Law of Treaties', 'article', ['43'], {
        target: 'external',
        of: 'Vienna Convention on the Law of Treaties',
      }),
    ],
  ],
  ['Articles 5(1) to (3)', [told('Articles 5(1) to (3)', 'article', ['5', '1'], { last: '3' })]],
  [
    'Article VI, section 2, of the Constitution',
    [told('Article VI, section 2, of the Constitution', 'article', ['6', '2'], { target: 'external', of: 'Constitution' })],
  ],
  ['the plan for the annexes, in part a schedule', []],
  ['an article of the Treaty that the parties protocol', []],
  [
    'Article 5 of the North Atlantic Treaty of 4 April 1949',
    [told('Article 5 of the North Atlantic Treaty', 'article', ['5'], { target: 'external', of: 'North Atlantic Treaty' })],
  ],
  ['Appendix 1 to Annex C', [told('Appendix 1 to Annex C', 'annex', ['c', '1'])]],
  ['the Charter, in particular its Article 2', [told('Article 2', 'article', ['2'], { target: 'external', of: 'Charter' })]],
  ['Articles 3 and 4 hereof', [told('Articles 3', 'article', ['3']), told('4 hereof', 'article', ['4'])]],
];

test.each(rows)('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  'the articles of daily use that are exempt from duty',
  'in part because of the weather',
  'the parties to the conflict',
  'a plan for the evacuation',
  'on schedule and within the budget',
  'the charter of a ship',
  'an annex of the embassy',
  'a protocol officer',
  'in this section of the front',
  'the point at which the river turns',
  'a chapter in the history of both nations',
  'twelve paragraphs long',
  'Plan for lasting peace',
  'the resolution of disputes',
  'the point of contact of each Party',
  'their common part in the defence of Sarovia',
  'the schedule of visits',
  'the protocol of courtesy',
  'at the point of entry 4 officers',
  'a part of 3 battalions',
  'articles of some 40 tonnes',
  'an agreed section of the border',
])('no reference: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('a list of 300 articles stops at 60 keys and is read on without a crash', () => {
  const text = `Articles ${Array.from({ length: 300 }, (_, n) => n + 1).join(', ')}`;
  const references = readReferences(words(text));
  expect(references).toHaveLength(61);
  expect(references.at(-1)!.path).toEqual(['61']);
});
