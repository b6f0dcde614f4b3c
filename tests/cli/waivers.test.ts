import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lintDraft } from '#lint';
import { setup } from '../book.ts';
import { type Folder, makeFolder } from './folder.ts';

const HEAD = `---
kind: bilateral-guarantee
completeness: excerpt
---

# Treaty of Guarantee between the Kingdom of Brenn and the Republic of Veldania

## Article 1

"Armed Attack" means any use of armed force by a State against the territory of the Republic of Veldania.

`;
const WEAK =
  'If an Armed Attack occurs, the Kingdom of Brenn shall give the Republic of Veldania such military assistance as it deems fit.';
const wrapped = WEAK.replace('shall give', 'shall\ngive').replace(' such', '\nsuch').replace('deems fit', 'deems\nfit');

/** What TRG001 and the waivers come to: `Article 2` open, `(Article 2)` waived, and the notes. */
async function outcome(body: string, changes: Partial<typeof setup> = {}) {
  const text = HEAD + body;
  const result = await lintDraft({ path: 'a.md', text }, { ...setup, ...changes });
  const all = result.findings.map(({ code }) => code);
  const found = result.findings
    .filter(({ code }) => code === 'TRG001')
    .map(({ clause, waived }) => (waived ? `(${clause})` : clause));
  const mended = result.waiverNotes.flatMap(({ fix }) =>
    fix ? [text.slice(0, fix.start) + fix.text + text.slice(fix.end)] : [],
  );
  return { found, notes: result.waiverNotes.map(({ message }) => message), all, mended, findings: result.findings };
}

const next = '<!-- treatylint-disable-next-line TRG001: agreed -->';
const line = '<!-- treatylint-disable-line TRG001: agreed -->';

describe('a waiver is heard', () => {
  test.each<[string, string, readonly string[]]>([
    ['above a paragraph', `## Article 2\n\n${next}\n${WEAK}\n`, ['(Article 2)']],
    ['above a wrapped paragraph', `## Article 2\n\n${next}\n${wrapped}\n`, ['(Article 2)']],
    ['inside a wrapped paragraph', `## Article 2\n\n${wrapped.replace('\nsuch', `\n${line}\nsuch`)}\n`, ['(Article 2)']],
    ['at the end of a paragraph', `## Article 2\n\n${WEAK} ${line}\n`, ['(Article 2)']],
    ['at the start of a paragraph', `## Article 2\n\n${line} ${WEAK}\n`, ['(Article 2)']],
    ['in a list', `## Article 2\n\n1. The Parties shall consult.\n\n   ${next}\n2. ${WEAK}\n`, ['(Article 2(2))']],
    ['at the start of an item', `## Article 2\n\n1. ${line} ${WEAK}\n2. ${WEAK}\n`, ['(Article 2(1))', 'Article 2(2)']],
    [
      'in a row of a table',
      `## Annex A\n\n| Step | Duty |\n|---|---|\n| 1 ${line} | ${WEAK} |\n| 2 | ${WEAK} |\n`,
      ['(Annex A)', 'Annex A'],
    ],
    [
      'from one comment to the next',
      `<!-- treatylint-disable TRG001, TIM001: agreed -->\n\n## Article 2\n\n${WEAK}\n\n<!-- treatylint-enable TRG001 -->\n\n## Article 3\n\n${WEAK}\n`,
      ['(Article 2)', 'Article 3'],
    ],
    [
      'for a clause',
      `<!-- treatylint-disable-clause Art. 2 (1) TRG001: agreed -->\n\n## Article 2\n\n1. ${WEAK}\n\n2. ${WEAK}\n`,
      ['(Article 2(1))', 'Article 2(2)'],
    ],
    [
      'for a clause in quotes',
      `<!-- treatylint-disable-clause "Article 3" TRG001: agreed -->\n\n## Article 2\n\n${WEAK}\n\n## Article 3\n\n${WEAK}\n`,
      ['Article 2', '(Article 3)'],
    ],
    ['for the file', `<!-- treatylint-disable-file TRG001: agreed -->\n\n## Article 2\n\n${WEAK}\n`, ['(Article 2)']],
  ])('%s', async (_, body, found) => {
    expect(await outcome(body)).toMatchObject({ found, notes: [] });
  });

  test('in a heading, and in a quotation without disturbing it', async () => {
    const plain = await outcome(`## Article 2\n\n${WEAK}\n`);
    const heading = await outcome(
      `## Article 2 <!-- treatylint-disable-line TRG001: agreed -->\n\n${WEAK}\n\n> ${next}\n> ${WEAK}\n`,
    );
    expect(heading.all).toEqual(plain.all);
    expect(heading.notes).toEqual([
      'TRG001 finds nothing here: the waiver can go',
      'TRG001 finds nothing here: the waiver can go',
    ]);
  });

  test('and changes no other finding, wherever it stands', async () => {
    const plain = await outcome(`## Article 2\n\n${wrapped}\n`);
    for (const body of [
      wrapped.replace('\nsuch', `\n${line}\nsuch`),
      wrapped.replace('\ngive', `\n${line}\n${line}\ngive`),
      `${line} ${wrapped}`,
      `${next}\n${wrapped}`,
    ])
      expect((await outcome(`## Article 2\n\n${body}\n`)).all).toEqual(plain.all);
  });

  test('with who and until when', async () => {
    const { findings } = await outcome(
      `## Article 2\n\n<!-- treatylint-disable-next-line TRG001: agreed at the second round by the Legal Directorate until 2027-12-31 -->\n${WEAK}\n`,
    );
    expect(findings.find(({ code }) => code === 'TRG001')?.waived).toEqual({
      reason: 'agreed at the second round',
      by: 'the Legal Directorate',
      until: '2027-12-31',
    });
  });
});

describe('a waiver that does nothing is told, with a fix', () => {
  const at = (comment: string): string => `${comment}\n\n## Article 2\n\n1. The harbour is open.\n`;
  test.each<[string, string, string | null]>([
    ['<!-- treatylint-disable-next-line TRG001: agreed -->', 'TRG001 finds nothing here: the waiver can go', ''],
    [
      '<!-- treatylint-disable-file TRG001, TRG002: agreed -->',
      'TRG001 finds nothing here: the waiver can go',
      '<!-- treatylint-disable-file TRG002: agreed -->\n',
    ],
    [
      '<!-- treatylint-disable-file TRG01: agreed -->',
      'no rule has the code TRG01; did you mean "TRG001"?',
      '<!-- treatylint-disable-file TRG001: agreed -->\n',
    ],
    [
      '<!-- treatylint-disable-file discretionary-response: agreed -->',
      'no rule has the code discretionary-response; did you mean "TRG001"?',
      '<!-- treatylint-disable-file TRG001: agreed -->\n',
    ],
    ['<!-- treatylint-disable-file TRG001: agreed until 2025-12-31 -->', 'the waiver of TRG001 ended with 2025-12-31', ''],
    [
      '<!-- treatylint-disable-file TRG001 -->',
      'this waiver is not heard: give the reason after a colon',
      '<!-- treatylint-disable-file TRG001: [reason] -->\n',
    ],
    [
      '<!-- treatylint-disable-file TRG001: [reason] -->',
      'this waiver is not heard: give the reason after a colon',
      '<!-- treatylint-disable-file TRG001: [reason] -->\n',
    ],
    [
      '<!-- treatylint-disable-file : agreed -->',
      'this waiver is not heard: name the rule: treatylint-disable-file CODE: reason',
      null,
    ],
    [
      '<!-- treatylint-disable-file TRG001: agreed until 31.12.2027 -->',
      'this waiver is not heard: "until 31.12.2027" is no date: write it as until 2027-12-31',
      null,
    ],
    [
      '<!-- treatylint-disable-clause Article 22 TRG001: agreed -->',
      'the draft has no clause "Article 22"; did you mean "Article 2"?',
      '',
    ],
    ['<!-- treatylint-enable TRG001 -->', 'this waiver is not heard: nothing that it names is disabled before it', null],
  ])('%s', async (comment, note, mended) => {
    const told = await outcome(at(comment));
    expect(told.notes[0]).toBe(note);
    if (mended === null) expect(told.mended).toEqual([]);
    else expect(told.mended[0]).toBe(HEAD + at(comment).replace(`${comment}\n`, mended));
  });
});

describe('from the command line', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder({
      'a.md': `${HEAD}## Article 2\n\n<!-- treatylint-disable-next-line TRG001: agreed at the second round by Legal Directorate until 2099-12-31 -->\n${WEAK}\n\n## Article 3\n\n${WEAK}\n`,
      'treatylint.config.yaml':
        'waivers:\n  - { clause: article 3, rules: [TRG001], reason: "a | price of peace" }\n  - { clause: Article 33, rules: [TRG001], reason: none }\n',
    });
  });
  afterEach(() => {
    folder.remove();
  });

  test('the configuration waives by clause; an audit hears only its own', () => {
    const ran = folder.run(['a.md', '--only', 'TRG001', '-f', 'json']);
    expect(ran.code).toBe(0);
    expect(ran.err).toBe(
      'treatylint: treatylint.config.yaml:3:5: the draft has no clause "Article 33"; did you mean "Article 3"? (a.md)\n',
    );
    expect(folder.told(['a.md', '--only', 'TRG001', '--no-inline-config'])['a.md']![0]).toBe('TRG001 error');
  });

  test('the register of accepted risks, as a table, Markdown and JSON', () => {
    const words = 'such military assistance as it deems fit';
    const risks = JSON.parse(folder.run(['rules', '--suppressions', 'a.md', '-f', 'json']).out) as object[];
    expect(risks).toEqual([
      {
        draft: 'a.md',
        clause: 'Article 2',
        rule: 'TRG001',
        name: 'discretionary-response',
        words,
        reason: 'agreed at the second round',
        by: 'Legal Directorate',
        until: '2099-12-31',
        from: 'the draft',
      },
      {
        draft: 'a.md',
        clause: 'Article 3',
        rule: 'TRG001',
        name: 'discretionary-response',
        words,
        reason: 'a | price of peace',
        by: '',
        until: '',
        from: 'treatylint.config.yaml:2:5',
      },
    ]);
    expect(folder.run(['rules', '--suppressions', 'a.md']).out.split('\n')).toEqual([
      'DRAFT  CLAUSE     RULE    WORDS                                     REASON                      WHO                UNTIL',
      `a.md   Article 2  TRG001  ${words}  agreed at the second round  Legal Directorate  2099-12-31`,
      `a.md   Article 3  TRG001  ${words}  a | price of peace          —                  —`,
      '',
      '2 accepted risks',
      '',
    ]);
    expect(folder.run(['rules', '--suppressions', 'a.md', '-f', 'markdown']).out).toContain(
      `| a.md | Article 3 | TRG001 | ${words} | a \\| price of peace | — | — |`,
    );
  });
});
