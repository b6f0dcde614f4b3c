import { describe, expect, test } from 'vitest';
import type { ChainCard, MatrixCard } from '#report';
import { foldChains, placesInWords } from '../../src/report/fold.ts';
import { html } from '../../src/report/html/html.ts';
import { markdown } from '../../src/report/markdown.ts';
import { taskRows } from '../../src/report/matrix.ts';
import { pretty } from '../../src/report/pretty.ts';
import { CHAIN, draftOf, findingOn, OPTIONS, RESPONSE, TEXT } from './sample.ts';

const chainAt = (clause: string, grade: string): ChainCard => ({ ...CHAIN, clause, grade });
const CHAINS = [
  chainAt('Article 3(1)', 'B'),
  chainAt('Article 3(2)', 'E'),
  chainAt('Article 4', 'A'),
  chainAt('Article 5', 'C'),
  chainAt('Article 6', 'D'),
  chainAt('Article 7', 'B'),
  chainAt('Article 8', 'C'),
  chainAt('Annex A, paragraph 1', 'B'),
];
const clausesOf = (chains: readonly ChainCard[]): string[] => chains.map(({ clause }) => clause);

describe('a long list of chains', () => {
  test('shows the worst of each article, the worst articles in the order of the text, and keeps the rest', () => {
    const { shown, rest } = foldChains(CHAINS, false);
    expect(shown.map(({ chain, others }) => [chain.clause, clausesOf(others)])).toEqual([
      ['Article 3(2)', ['Article 3(1)']],
      ['Article 5', []],
      ['Article 6', []],
      ['Article 7', []],
      ['Article 8', []],
    ]);
    expect(clausesOf(rest)).toEqual(['Article 4', 'Annex A, paragraph 1']);
  });

  test('is unfolded when asked, and a short one is never folded', () => {
    expect(foldChains(CHAINS, true).shown.map(({ chain }) => chain)).toEqual(CHAINS);
    const short = [CHAINS[0]!, CHAINS[1]!, CHAINS[2]!];
    expect(foldChains(short, false)).toEqual({ shown: short.map((chain) => ({ chain, others: [] })), rest: [] });
  });

  test('is told in the verdict of every format with what is folded, and in full with --all', () => {
    const draft = draftOf([], { document: { ...draftOf([]).document!, chain: CHAINS } });
    const words = pretty([draft], OPTIONS).replace(/\s+/g, ' ');
    const first = 'the decision has no limit of time. No first action is guaranteed.';
    expect(words).toContain(
      [
        `If attacked Article 3(2) (armed attack): grade E, ${first} 1 more trigger in this article, none worse.`,
        `Article 5 (armed attack): grade C, ${first}`,
        `Article 6 (armed attack): grade D, ${first}`,
        `Article 7 (armed attack): grade B, ${first}`,
        `Article 8 (armed attack): grade C, ${first}`,
        '2 more triggers in other articles, none worse than grade B; --all lists them.',
      ].join(' '),
    );
    expect(words).not.toContain('Article 4 (');
    for (const format of [pretty, markdown]) {
      const whole = format([draft], { ...OPTIONS, all: true });
      for (const { clause } of CHAINS) expect(whole.replaceAll('\\', '')).toContain(`${clause} (armed attack): grade`);
      expect(whole).not.toContain('--all');
    }
    const folded = html([draft], OPTIONS);
    expect(folded).toContain(
      '<details><summary>1 more trigger in this article</summary><p><span class="grade B">B</span> Article 3(1)',
    );
    expect(folded).toContain(
      '<details><summary>2 more triggers in other articles</summary><p><span class="grade A">A</span> Article 4 ',
    );
    expect(html([draft], { ...OPTIONS, all: true })).not.toContain('<details>');
    expect(html([draft], { ...OPTIONS, all: true }).match(/<svg class="chain"/g)).toHaveLength(CHAINS.length);
  });
});

describe('the places of a repair', () => {
  const clauses = ['Article 2(1)', 'Article 2(3)', 'Article 3', 'Article 4(a)', 'Article 5', 'Article 6', 'Annex A, paragraph 2'];

  test('are folded by article, with --all each is named', () => {
    expect(placesInWords(clauses, false)).toBe(
      'Article 2 (2 places), Article 3, Article 4(a), Article 5, Article 6 and 1 more article',
    );
    expect(placesInWords(clauses, true)).toBe(clauses.join(', '));
    expect(placesInWords(['Article 2(1)', 'Article 9'], false)).toBe('Article 2(1), Article 9');
  });
});

describe('many findings', () => {
  const many = Array.from({ length: 45 }, (_, n) => ({
    ...RESPONSE,
    clause: `Article ${3 + (n % 25)}(1)`,
    code: `TRG0${10 + n}`,
    fingerprint: `${n}`,
  }));

  test('are folded by article in Markdown, none is left out; --all leaves them open', () => {
    const folded = markdown([draftOf(many)], OPTIONS);
    expect(folded.match(/<details><summary>Article \d+: \d errors?<\/summary>/g)).toHaveLength(25);
    expect(folded).toContain(
      '<details><summary>Article 3: 2 errors</summary>\n\n### Article 3(1): TRG010 discretionary-response',
    );
    const open = markdown([draftOf(many)], { ...OPTIONS, all: true });
    expect(open).not.toContain('<details>');
    const findings = (text: string): string[] => text.match(/^### .*$/gm)!.sort();
    expect(findings(folded)).toEqual(findings(open));
    expect(findings(open)).toHaveLength(45);
  });

  test('make tables that the terminal folds, and --all unfolds', () => {
    const rows = (text: string): string[] => text.slice(text.indexOf('By article')).split('\n\n')[0]!.split('\n');
    expect(rows(pretty([draftOf(many)], OPTIONS)).at(-1)).toBe('  and 5 more; --all lists them');
    expect(rows(pretty([draftOf(many)], { ...OPTIONS, all: true }))).toHaveLength(26);
  });
});

describe('a package', () => {
  const matrix: MatrixCard = {
    guarantors: ['Brenn', 'Lorn'],
    rows: [
      {
        task: 'land',
        bearers: [
          { name: 'Brenn', file: 'drafts/a.md', clause: 'Article 4' },
          { name: 'Lorn', file: 'drafts/b.md', clause: null },
        ],
      },
      { task: 'sea', bearers: [] },
    ],
    holes: ['Nobody has the sea.'],
  };
  const document = { ...draftOf([]).document!, layers: { political: 3, legal: 2, operational: 1, economic: 0 }, matrix };
  const drafts = [draftOf([], { document }), draftOf([], { path: 'drafts/b.md', document })];

  test('names the draft of a task where there are several', () => {
    expect(taskRows(matrix, (file) => file)).toEqual([
      { task: 'land', bearers: 'Brenn (drafts/a.md, Article 4); Lorn (drafts/b.md)' },
      { task: 'sea', bearers: null },
    ]);
    const alone = { ...matrix, rows: [{ task: 'land', bearers: [matrix.rows[0]!.bearers[0]!] }] };
    expect(taskRows(alone, (file) => file)).toEqual([{ task: 'land', bearers: 'Brenn (Article 4)' }]);
  });

  test('has its table of tasks once in Markdown and on the page, with the holes, and its layers', () => {
    const text = markdown(drafts, OPTIONS);
    expect(text).toContain(
      '| task | who bears it |\n|---|---|\n| land | Brenn (drafts/a.md, Article 4); Lorn (drafts/b.md) |\n| sea | **nobody** |\n',
    );
    expect(text.match(/\| task \|/g)).toHaveLength(1);
    expect(text).toContain('Tasks: as in drafts/a.md, which is of the same package.');
    expect(text).toContain('Layers: political 3 of 3, legal 2 of 3, operational 1 of 3, economic 0 of 3.');
    const page = html(drafts, OPTIONS);
    expect(page.match(/<table class="tasks">/g)).toHaveLength(1);
    expect(page).toContain('<tr><th scope="row">sea</th><td class="nobody">nobody</td></tr>');
    expect(page).toContain('<p>As in drafts/a.md, which is of the same package.</p>');
    expect(page).toContain('<li>legal <meter min="0" max="3" value="2"></meter> 2 of 3</li>');
    expect(pretty(drafts, OPTIONS)).toContain('  Tasks       nobody bears sea\n');
  });
});

describe('the verdict', () => {
  const qualifier = findingOn(TEXT, 'as appropriate', { severity: 'warning', code: 'OBL002' });

  test('ends the report in pretty, Markdown and html', () => {
    const draft = draftOf([RESPONSE, qualifier]);
    const last = (text: string, words: string): string => text.slice(text.lastIndexOf(words));
    expect(pretty([draft], OPTIONS).trimEnd().split('\n\n').at(-2)).toMatch(/^Verdict\n/);
    expect(last(markdown([draft], OPTIONS), '\n## ')).toMatch(/^\n## Verdict\n\n- Article 3 \(armed attack\): grade D/);
    const page = html([draft], OPTIONS);
    expect(page.indexOf('id="verdict1"')).toBeGreaterThan(page.lastIndexOf('<article'));
    expect(page).toContain('<a href="#verdict1">the verdict</a>');
  });

  test('has no name where no clause starts a response', () => {
    const none = { ...CHAIN, clause: '', trigger: '', grade: 'E', steps: [] };
    const draft = draftOf([], { document: { ...draftOf([]).document!, chain: [none] } });
    const words = 'No clause says what happens when the beneficiary is attacked: grade E.';
    expect(pretty([draft], OPTIONS)).toContain(`  If attacked ${words}\n`);
    expect(html([draft], OPTIONS)).toContain(`<p><span class="grade E">E</span> ${words}</p>`);
    expect(html([draft], OPTIONS)).not.toContain('<svg class="chain"');
  });
});
