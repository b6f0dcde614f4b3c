import { describe, expect, test } from 'vitest';
import type { Finding } from '#base';
import { compare, judgeCase, printDifference, readFindings, writeFindings } from '#suite';

const finding = (clause: string | null, code: string, quote: string, changes: Partial<Finding> = {}): Finding => ({
  code,
  name: 'a-name',
  severity: 'error',
  message: 'A message.',
  why: 'A reason.',
  remedy: 'A remedy.',
  start: 0,
  end: quote.length,
  quote,
  clause,
  confidence: 'explicit',
  related: [],
  further: [],
  suggestions: [],
  docsUrl: 'rules/AAA001',
  fingerprint: '0',
  ...changes,
});

const found = [
  finding(null, 'AAA002', '# A | title', { severity: 'info' }),
  finding('Article 5(2)', 'AAA001', 'such action\n  as it deems'),
  finding('Annex A, paragraph 2', 'AAA001', '', { severity: 'warning', waived: { reason: 'agreed' } }),
];
const text =
  'document | AAA002 info | # A | title\nArticle 5(2) | AAA001 error | such action as it deems\nAnnex A, paragraph 2 | AAA001 warning waived | \n';

describe('the form of approved findings', () => {
  test('is one line each, and nothing for none', () => {
    expect(writeFindings(found)).toBe(text);
    expect(writeFindings([])).toBe('');
  });

  test('is read as it was written, with any line ends', () => {
    const read = {
      findings: [
        { clause: 'document', code: 'AAA002', level: 'info', words: '# A | title' },
        { clause: 'Article 5(2)', code: 'AAA001', level: 'error', words: 'such action as it deems' },
        { clause: 'Annex A, paragraph 2', code: 'AAA001', level: 'warning waived', words: '' },
      ],
      faults: [],
    };
    expect(readFindings(text)).toEqual(read);
    expect(readFindings(text.replaceAll('\n', '\r\n'))).toEqual(read);
    expect(readFindings('')).toEqual({ findings: [], faults: [] });
  });

  test('tells a line of another form', () => {
    const message = 'not of the form "clause | CODE level | words"';
    expect(readFindings('\nArticle 5 AAA001 error words\nArticle 5 | AAA001 fatal | words\n').faults).toEqual([
      { line: 2, message },
      { line: 3, message },
    ]);
  });
});

describe('a verdict', () => {
  test('is same where nothing differs, unapproved where nothing was approved', () => {
    expect(judgeCase(found, text)).toEqual({
      state: 'same',
      difference: { lost: [], fresh: [], changed: [], moved: false },
      faults: [],
    });
    expect(judgeCase([], '').state).toBe('same');
    expect(judgeCase([], null).state).toBe('unapproved');
    expect(judgeCase([], 'x\n')).toMatchObject({ state: 'different', faults: [{ line: 1 }] });
  });

  test('names what was lost, what is new and what changed', () => {
    const approved = `Article 1 | AAA003 error | gone\nArticle 5(2) | AAA001 warning | such action as it deems\ndocument | AAA002 info | # A title\n`;
    const verdict = judgeCase(found, approved);
    expect(verdict.state).toBe('different');
    expect(printDifference(verdict.difference)).toEqual([
      '- document | AAA002 info | # A title',
      '+ document | AAA002 info | # A | title',
      '- Article 5(2) | AAA001 warning | such action as it deems',
      '+ Article 5(2) | AAA001 error | such action as it deems',
      '- Article 1 | AAA003 error | gone',
      '+ Annex A, paragraph 2 | AAA001 warning waived | ',
    ]);
  });

  test('counts repetitions and minds the order', () => {
    const { findings } = readFindings(
      'Article 1 | AAA001 error | a\nArticle 1 | AAA001 error | a\nArticle 1 | AAA002 error | b\n',
    );
    expect(compare(findings, findings.slice(1))).toEqual({ lost: [findings[0]], fresh: [], changed: [], moved: false });
    expect(printDifference(compare(findings, [...findings].reverse()))).toEqual(['the same findings in another order']);
    expect(
      judgeCase(
        [finding('Article 1', 'AAA002', 'b'), finding('Article 1', 'AAA001', 'a')],
        'Article 1 | AAA001 error | a\nArticle 1 | AAA002 error | b\n',
      ).state,
    ).toBe('different');
  });
});
