import { describe, expect, it } from 'vitest';
import { outlineDraft } from '#clauses';
import { parseDraft } from '#parse';

/** Every block of a draft as `label [context] words`; headings left out. */
function read(text: string): string[] {
  const outline = outlineDraft(parseDraft(text));
  return outline.blocks
    .filter((block) => block.kind !== 'heading' || (block.context === 'title' && !text.includes('#')))
    .map((block) => `${block.clause.label || '-'} [${block.context}] ${block.text}`);
}

const structures: readonly (readonly [name: string, draft: string, expected: readonly string[]])[] = [
  [
    'headings with Arabic numbers and titles',
    '# Treaty\n\nThe Parties,\n\nHave agreed as follows:\n\n## Article 1 - Aid\n\n1. Brenn shall help.\n\n2. Lorn shall help.\n',
    [
      'Preamble [parties] The Parties,',
      'Preamble [preamble] Have agreed as follows:',
      'Article 1(1) [operative] Brenn shall help.',
      'Article 1(2) [operative] Lorn shall help.',
    ],
  ],
  ['no space behind the marks', '# Treaty\n\n###Article 1\n\nBrenn shall help.\n', ['Article 1 [operative] Brenn shall help.']],
  [
    'Roman numbers and a title on the next line',
    '# Treaty\n\n### Article  IV\n\nAssistance\n\nBrenn shall help.\n',
    ['Article IV [operative] Brenn shall help.'],
  ],
  [
    'inserted articles',
    '# T\n\n## Article 16 bis\n\nBrenn shall help.\n\n## Article 19A\n\nLorn shall help.\n',
    ['Article 16 bis [operative] Brenn shall help.', 'Article 19A [operative] Lorn shall help.'],
  ],
  ['numbers in words', '# T\n\n## ARTICLE ONE\n\nBrenn shall help.\n', ['Article 1 [operative] Brenn shall help.']],
  [
    'bold run-in headings',
    '# T\n\n**Article II:  Defense**\n\nBrenn shall help.\n\n**Article III. Aims** Lorn shall help.\n',
    ['Article II [operative] Brenn shall help.', 'Article III [operative] Lorn shall help.'],
  ],
  [
    'plain lines',
    'Treaty\n\nArticle 5\n\nBrenn shall help.\n\nArticle 6. Lorn shall help too.\n',
    ['Preamble [title] Treaty', 'Article 5 [operative] Brenn shall help.', 'Article 6 [operative] Lorn shall help too.'],
  ],
  [
    'joined and lone numbers',
    '# T\n\n## Article 1\n\n1.Each State shall help.\n\n2.\n\nNo State shall wait.\n',
    ['Article 1(1) [operative] Each State shall help.', 'Article 1(2) [operative] No State shall wait.'],
  ],
  [
    'numbers and letters in brackets',
    '# T\n\n## Article 1\n\n(1) Each State shall:\n\n(a)send arms;\n\n(b) send food.\n',
    [
      'Article 1(1) [operative] Each State shall:',
      'Article 1(1)(a) [operative] send arms;',
      'Article 1(1)(b) [operative] send food.',
    ],
  ],
  [
    'escaped and italic letters',
    '# T\n\n## Article 1\n\nEach State shall:\n\n\\(a\\) send arms;\n\n(*b*) send food.\n',
    ['Article 1 [operative] Each State shall:', 'Article 1(a) [operative] send arms;', 'Article 1(b) [operative] send food.'],
  ],
  [
    'half brackets',
    '# T\n\n## Article 1\n\nEach State shall\n\na) send arms;\n\nb) send food.\n',
    ['Article 1 [operative] Each State shall', 'Article 1(a) [operative] send arms;', 'Article 1(b) [operative] send food.'],
  ],
  [
    'decimal numbers',
    '# T\n\n## Article 4\n\n4.1. Each State shall help.\n\n4.2. No State shall wait.\n',
    ['Article 4(1) [operative] Each State shall help.', 'Article 4(2) [operative] No State shall wait.'],
  ],
  [
    '(i) after (h) and (i) after nothing',
    '# T\n\n## Article 1\n\nIt covers:\n\n(h) arms;\n\n(i) food;\n\n(j) fuel.\n\n## Article 2\n\nIt covers:\n\n(i) arms;\n\n(ii) food.\n',
    [
      'Article 1 [operative] It covers:',
      'Article 1(h) [operative] arms;',
      'Article 1(i) [operative] food;',
      'Article 1(j) [operative] fuel.',
      'Article 2 [operative] It covers:',
      'Article 2(i) [operative] arms;',
      'Article 2(ii) [operative] food.',
    ],
  ],
  [
    'numbered paragraphs without articles',
    '# Memorandum\n\n1. Brenn will help.\n\n2. Lorn will help:\n\n   (a) with arms;\n\n   (b) with food.\n',
    [
      'paragraph 1 [operative] Brenn will help.',
      'paragraph 2 [operative] Lorn will help:',
      'paragraph 2(a) [operative] with arms;',
      'paragraph 2(b) [operative] with food.',
    ],
  ],
  [
    'plain paragraphs are counted',
    '# Joint statement\n\nWe stand with Sarovia.\n\nWe will help.\n',
    ['paragraph 1 [operative] We stand with Sarovia.', 'paragraph 2 [operative] We will help.'],
  ],
  [
    'bold numbered headings of a statement',
    '# Statement\n\n**1. Opening**\n\nWe met today.\n\n**2. Support**\n\nWe will help.\n',
    ['paragraph 1 [operative] We met today.', 'paragraph 2 [operative] We will help.'],
  ],
  [
    'recitals',
    '# T\n\nThe Parties,\n\nRecalling the war,\n\nDesiring peace,\n\nHave agreed as follows:\n\n## Article 1\n\nBrenn shall help.\n',
    [
      'Preamble [parties] The Parties,',
      'Preamble, recital 1 [preamble] Recalling the war,',
      'Preamble, recital 2 [preamble] Desiring peace,',
      'Preamble [preamble] Have agreed as follows:',
      'Article 1 [operative] Brenn shall help.',
    ],
  ],
  [
    'annexes',
    '# T\n\n## Article 1\n\nBrenn shall help.\n\n## Annex A\n\n1. Brenn sends one brigade.\n\n2. Lorn sends two.\n',
    [
      'Article 1 [operative] Brenn shall help.',
      'Annex A, paragraph 1 [annex-operative] Brenn sends one brigade.',
      'Annex A, paragraph 2 [annex-operative] Lorn sends two.',
    ],
  ],
  [
    'sections of a statute',
    '# Act\n\n## § 1961. Aid\n\nThe President may help.\n',
    ['§ 1961 [operative] The President may help.'],
  ],
  [
    'final clauses and testimonium',
    '# T\n\n## Article 1\n\nBrenn shall help.\n\n## Article 2. Entry into force\n\nThis Treaty enters into force at once.\n\nDone at Castelmar, 1 May 2027.\n\nFor Brenn: ____\n',
    [
      'Article 1 [operative] Brenn shall help.',
      'Article 2 [final-clause] This Treaty enters into force at once.',
      'Testimonium [testimonium] Done at Castelmar, 1 May 2027.',
      'Testimonium [testimonium] For Brenn: ____',
    ],
  ],
  [
    'definitions',
    '# T\n\n## Article 1. Definitions\n\n"Attack" means any use of force.\n',
    ['Article 1 [definition] "Attack" means any use of force.'],
  ],
  [
    'quotations, code and notes never count',
    '# T\n\n## Article 1\n\nBrenn shall help.[^1]\n\n> Lorn may help.\n\n```\ncode\n```\n\n[^1]: A note.\n',
    [
      'Article 1 [operative] Brenn shall help.',
      'Article 1 [quotation] Lorn may help.',
      'Article 1 [code] ``` code ```',
      'Article 1 [drafting-note] A note.',
    ],
  ],
  [
    'tables',
    '# T\n\n## Article 1\n\nBrenn shall help.\n\n| State | Forces |\n|---|---|\n| Brenn | one brigade |\n',
    [
      'Article 1 [operative] Brenn shall help.',
      'Article 1 [heading] State',
      'Article 1 [heading] Forces',
      'Article 1 [table] Brenn',
      'Article 1 [table] one brigade',
    ],
  ],
  [
    'a list that starts again and bullets',
    '# T\n\n## Article 1\n\nEach State shall:\n\n- send arms;\n- send food.\n\nIt shall pay.\n',
    [
      'Article 1 [operative] Each State shall:',
      'Article 1 [operative] send arms;',
      'Article 1 [operative] send food.',
      'Article 1 [operative] It shall pay.',
    ],
  ],
  [
    'letters joined to their words, alone on a line, and behind a dash',
    '# T\n\n## Article 1\n\nEach State shall:\n\nA.send arms;\n\nB.send food.\n\n## Article 2\n\nIt covers:\n\na.\n\nArms;\n\nb.\n\nFood.\n\n## Article 3\n\n—1. In particular:\n\n—A. Brenn shall help.\n\n—B. Lorn shall help.\n',
    [
      'Article 1 [operative] Each State shall:',
      'Article 1(A) [operative] send arms;',
      'Article 1(B) [operative] send food.',
      'Article 2 [operative] It covers:',
      'Article 2(a) [operative] Arms;',
      'Article 2(b) [operative] Food.',
      'Article 3(1) [operative] In particular:',
      'Article 3(1)(A) [operative] Brenn shall help.',
      'Article 3(1)(B) [operative] Lorn shall help.',
    ],
  ],
  [
    'points that have a title keep the paragraph under it',
    '# Act\n\n## § 7. Aid\n\n(a) Share of the costs\n\nThe share of Brenn\n\n(1) shall not exceed one half; and\n\n(2) shall be paid each year.\n\n(b) Reports\n\nBrenn shall report.\n',
    [
      '§ 7(a) [operative] Share of the costs',
      '§ 7(a) [operative] The share of Brenn',
      '§ 7(a)(1) [operative] shall not exceed one half; and',
      '§ 7(a)(2) [operative] shall be paid each year.',
      '§ 7(b) [operative] Reports',
      '§ 7(b) [operative] Brenn shall report.',
    ],
  ],
  [
    'articles without a title that are final clauses, and one that moves forces',
    '# T\n\n## Article 1\n\nEach Party shall withdraw its forces.\n\n## Article 2\n\n1. This Treaty shall be open to all States for signature.\n\n2. The Depositary shall inform the others.\n\n## Article 3\n\nThis Treaty shall be of unlimited duration.\n\nDone at Castelmar.\n\nL. Varga\n',
    [
      'Article 1 [operative] Each Party shall withdraw its forces.',
      'Article 2(1) [final-clause] This Treaty shall be open to all States for signature.',
      'Article 2(2) [final-clause] The Depositary shall inform the others.',
      'Article 3 [final-clause] This Treaty shall be of unlimited duration.',
      'Testimonium [testimonium] Done at Castelmar.',
      'Testimonium [testimonium] L. Varga',
    ],
  ],
  [
    'a protocol behind the articles whose numbers start again',
    '# T\n\n## Article I\n\nBrenn shall help.\n\n### Secret Additional Protocol.\n\n## Article I\n\nLorn shall help.\n',
    ['Article I [operative] Brenn shall help.', 'Secret Additional Protocol, Article I [annex-operative] Lorn shall help.'],
  ],
  [
    'a resolution appended behind the signatures',
    '# T\n\n## Article 1\n\nBrenn shall help.\n\nDone at Castelmar.\n\n## Resolution 7\n\n1. The Council welcomes the Treaty.\n',
    [
      'Article 1 [operative] Brenn shall help.',
      'Testimonium [testimonium] Done at Castelmar.',
      'Resolution 7, paragraph 1 [annex-informative] The Council welcomes the Treaty.',
    ],
  ],
  [
    'a memorandum with an annex that is a line of its own',
    '# Memorandum\n\n1. Brenn will help.\n\n2. Lorn will help.\n\nANNEX.\n\n1. Brenn sends one brigade.\n',
    [
      'paragraph 1 [operative] Brenn will help.',
      'paragraph 2 [operative] Lorn will help.',
      'Annex, paragraph 1 [annex-operative] Brenn sends one brigade.',
    ],
  ],
  [
    'a way back to other pages, an ornament and the names under a statement',
    '# Statement\n\n1. [Home](/)\n2. [News](/news)\n\nWe stand with Sarovia.\n\n\\###\n\nAnna Lind\n\nPresident of Brenn\n',
    [
      'point 1 [operative] Home',
      'point 2 [operative] News',
      'paragraph 1 [operative] We stand with Sarovia.',
      'paragraph 1 [operative] ###',
      'Testimonium [testimonium] Anna Lind',
      'Testimonium [testimonium] President of Brenn',
    ],
  ],
  [
    'byte order mark, CRLF, curly quotes, no-break spaces',
    '\ufeff# T\r\n\r\n## Article\u00a01\r\n\r\nBrenn\u00a0shall help\r\n\u201cat once\u201d.\r\n',
    ['Article 1 [operative] Brenn shall help "at once".'],
  ],
];

describe('structures of real treaties', () => {
  it.each(structures)('%s', (_, draft, expected) => {
    expect(read(draft)).toEqual(expected);
  });

  it('leads stand before their points', () => {
    const outline = outlineDraft(
      parseDraft('# T\n\n## Article 1\n\nEach State shall:\n\n(a) send arms; and\n\n(b) send food.\n'),
    );
    expect(outline.blocks.filter((block) => block.lead).map((block) => [block.text, block.lead?.text])).toEqual([
      ['send arms; and', 'Each State shall:'],
      ['send food.', 'Each State shall:'],
    ]);
  });

  it('offsets lead back to the draft', () => {
    const text = '# T\n\n## Article 1\n\nEach   *State*\nshall [help](x.md) \u201cnow\u201d.\n';
    const outline = outlineDraft(parseDraft(text));
    const block = outline.blocks.at(-1)!;
    expect(block.text).toBe('Each State shall help "now".');
    expect(
      [...block.text]
        .map((char, i) => [char, text[block.source[i]!]])
        .filter(([char, own]) => char !== own && char !== ' ' && char !== '"'),
    ).toEqual([]);
  });
});
