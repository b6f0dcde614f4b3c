import { describe, expect, test } from 'vitest';
import { outlineDraft } from '#clauses';
import { parseDraft } from '#parse';
import { compare, judgeCase, printCase, readExpectations, readFindings, SUITE_FORMATS, unmet, writeFindings } from '#suite';
import { finding } from './finding.ts';

const known = {
  codes: ['AAA001', 'AAA002', 'AAA003'],
  clauses: ['Article 1', 'Article 5', 'Article 5(2)', 'Annex A, paragraph 2'],
};
const found = [
  finding(null, 'AAA002', '# A | title', { severity: 'info' }),
  finding('Article 5(2)', 'AAA001', 'such action\n  as it deems'),
  finding('Article 5(2)', 'AAA001', 'such action as it deems'),
  finding('Annex A, paragraph 2', 'AAA001', '', { severity: 'warning', waived: { reason: 'agreed' } }),
];
const text = `document | AAA002 info | # A | title
Article 5(2) | AAA001 error | such action as it deems
Article 5(2) | AAA001 error #2 | such action as it deems
Annex A, paragraph 2 | AAA001 warning waived |
`;
const judge = (findings: typeof found, approved: string | null) => judgeCase(findings, { approved, expectations: [], known });

describe('the form of approved findings', () => {
  test('is one line each, numbered where the key stands again, and "none" for none', () => {
    expect(writeFindings(found)).toBe(text);
    expect(writeFindings([])).toBe('none\n');
  });

  test('is read as it was written', () => {
    const { findings, faults } = readFindings(text, known);
    expect(faults).toEqual([]);
    expect(findings).toEqual([
      { clause: 'document', code: 'AAA002', level: 'info', words: '# A | title', nth: 1 },
      { clause: 'Article 5(2)', code: 'AAA001', level: 'error', words: 'such action as it deems', nth: 1 },
      { clause: 'Article 5(2)', code: 'AAA001', level: 'error', words: 'such action as it deems', nth: 2 },
      { clause: 'Annex A, paragraph 2', code: 'AAA001', level: 'warning waived', words: '', nth: 1 },
    ]);
    expect(readFindings('none\n', known)).toEqual({ findings: [], faults: [] });
    expect(readFindings('', known)).toEqual({ findings: [], faults: [] });
  });

  test('names every line that cannot be used, all at once', () => {
    const bad = [
      'Article 5 AAA001 error words',
      'Article 5 | AAA001 fatal | words',
      'Article 5 | AAA004 error | words',
      'Article 6 | AAA001 error | words',
      'Article 5 | AAA001 error | words',
      'Article 5 | AAA001 warning | words',
    ];
    expect(readFindings(`${bad.join('\n')}\n`, known).faults).toEqual([
      { line: 1, message: 'not of the form "clause | CODE level | words"' },
      { line: 2, message: 'not of the form "clause | CODE level | words"' },
      { line: 3, message: 'unknown rule "AAA004"; did you mean "AAA001"?' },
      { line: 4, message: 'the draft has no clause "Article 6"' },
      { line: 6, message: 'the same clause, code and words as line 5' },
    ]);
  });

  test('names Windows line ends once, and reads on', () => {
    expect(readFindings(text.replaceAll('\n', '\r\n'), known)).toEqual({
      findings: readFindings(text, known).findings,
      faults: [{ line: 1, message: 'Windows line ends; --approve writes plain ones', harmless: true }],
    });
  });
});

describe('a verdict', () => {
  test('is passed where nothing differs, missing where nothing was approved', () => {
    expect(judge(found, text)).toEqual({
      state: 'passed',
      difference: { lost: [], fresh: [], moved: [], reworded: [], regraded: [], reordered: false },
      unmet: [],
      faults: [],
      proposal: null,
    });
    expect(judge([], 'none\n')).toMatchObject({ state: 'passed', proposal: null });
    expect(judge([], null)).toMatchObject({ state: 'missing', proposal: 'none\n' });
    expect(judge(found, text.replaceAll('\n', '\r\n'))).toMatchObject({ state: 'passed', proposal: text });
    expect(judge([], 'x\n')).toMatchObject({ state: 'changed', proposal: 'none\n' });
  });

  test('tells lost, new, moved, reworded and regraded findings apart', () => {
    const verdict = judge(
      found,
      `Article 1 | AAA003 error | gone
Article 5 | AAA001 error | such action as it deems
Article 5(2) | AAA001 warning | such action as it deems
document | AAA002 info | # An older title
`,
    );
    expect(printCase(verdict)).toEqual([
      '- lost      Article 1 | AAA003 error | gone',
      '+ new       Annex A, paragraph 2 | AAA001 warning waived |',
      '~ moved     Article 5 → Article 5(2) | AAA001 error #2 | such action as it deems',
      '~ reworded  document | AAA002 info | “# An older title” → “# A | title”',
      '~ regraded  Article 5(2) | AAA001 warning → error | such action as it deems',
    ]);
    expect(verdict.state).toBe('changed');
    expect(verdict.proposal).toBe(text);
  });

  test('minds repetitions and the order', () => {
    const { findings } = readFindings(text, known);
    expect(
      compare(
        findings,
        findings.filter((_, n) => n !== 2),
      ),
    ).toMatchObject({ lost: [findings[2]], fresh: [] });
    expect(printCase(judge([found[1]!, found[0]!, found[2]!, found[3]!], text))).toEqual([
      '~ order     the same findings in another order',
    ]);
  });
});

const draft = `<!-- expect none -->

# A Treaty

## Article 1

<!-- expect AAA001, AAA002 -->

1. The first words.

<!-- expect the unexpected -->

2. The second words.

<!-- expect AAA004 -->

## Article 2

<!-- expect -->

The third words.

<!-- expect none AAA001 -->
<!-- expect AAA003 -->
`;

describe('expectations in a draft', () => {
  const outline = outlineDraft(parseDraft(draft));
  const { expectations, faults } = readExpectations(outline, known.codes);

  test('cover the clause that follows, or all', () => {
    expect(expectations).toEqual([
      { line: 1, codes: [], clause: 'the draft', covers: { start: 0, end: draft.length } },
      { line: 7, codes: ['AAA001', 'AAA002'], clause: 'Article 1(1)', covers: expect.anything() },
    ]);
    const { start, end } = expectations[1]!.covers;
    expect(draft.slice(start, end)).toContain('The first words.');
    expect(draft.slice(start, end)).not.toContain('second');
  });

  test('that cannot be used are faults with their lines; prose is none', () => {
    expect(faults).toEqual([
      { line: 15, message: 'unknown rule "AAA004" is expected; did you mean "AAA001"?' },
      { line: 19, message: 'an expectation names codes, or none: <!-- expect TRG001 -->' },
      { line: 23, message: 'an expectation names codes or none, not both' },
      { line: 24, message: 'no clause follows this expectation' },
    ]);
  });

  test('are met or not', () => {
    const start = draft.indexOf('The first');
    const first = finding('Article 1(1)', 'AAA001', 'The first words', { start, end: start + 15 });
    expect(unmet(expectations, [first])).toEqual([
      { line: 1, message: 'nothing is expected in the draft, which raises AAA001' },
      { line: 7, message: 'AAA002 is expected in Article 1(1)' },
    ]);
    const info = finding('Article 1(1)', 'AAA002', 'The first', { start, end: start + 9, severity: 'info' });
    expect(unmet(expectations.slice(1), [first, info])).toEqual([]);
  });

  test('make a case without approved findings', () => {
    const approval = { approved: null, expectations: expectations.slice(0, 1), known };
    expect(judgeCase([], approval)).toMatchObject({ state: 'passed', proposal: null });
    expect(judgeCase(found.slice(1, 2), approval)).toMatchObject({
      state: 'changed',
      unmet: [{ line: 1, message: 'nothing is expected in the draft, which raises AAA001' }],
      proposal: null,
    });
  });
});

describe('the reports of a suite', () => {
  const cases = [
    { path: 'a/passed.md', approvedNow: false, ...judge(found, text) },
    { path: 'a/changed & #1.md', approvedNow: false, ...judge([], 'Article 1 | AAA003 error | “gone” <b>\n') },
    { path: 'a/missing.md', approvedNow: true, ...judge(found.slice(1, 2), null) },
  ];

  test('pretty shows what is not as approved', () => {
    expect(SUITE_FORMATS.pretty(cases)).toBe(`a/changed & #1.md: changed
  - lost      Article 1 | AAA003 error | “gone” <b>
a/missing.md: nothing approved yet, approved now
  + new       Article 5(2) | AAA001 error | such action as it deems
3 cases: 1 passed, 1 changed, 1 missing; 1 approved now
`);
  });

  test('tap has a point for each case', () => {
    expect(SUITE_FORMATS.tap(cases)).toBe(`TAP version 14
1..3
ok 1 - a/passed.md
not ok 2 - a/changed & \\#1.md
  ---
  state: changed
  difference: |
    - lost      Article 1 | AAA003 error | “gone” <b>
  ...
not ok 3 - a/missing.md
  ---
  state: missing
  difference: |
    + new       Article 5(2) | AAA001 error | such action as it deems
  ...
`);
  });

  test('junit has a case for each, and fails those that differ', () => {
    expect(SUITE_FORMATS.junit(cases)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="treatylint" tests="3" failures="2" errors="0">
  <testsuite name="treatylint suite" tests="3" failures="2" errors="0" skipped="0" package="org.treatylint">
    <testcase name="a/passed.md" classname="treatylint.suite"/>
    <testcase name="a/changed &amp; #1.md" classname="treatylint.suite">
      <failure type="changed" message="changed">- lost      Article 1 | AAA003 error | “gone” &lt;b&gt;</failure>
    </testcase>
    <testcase name="a/missing.md" classname="treatylint.suite">
      <failure type="missing" message="nothing approved yet">+ new       Article 5(2) | AAA001 error | such action as it deems</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test('json holds every difference and the sum', () => {
    const read = JSON.parse(SUITE_FORMATS.json(cases)) as { cases: object[]; summary: object };
    expect(read.summary).toEqual({ cases: 3, passed: 1, changed: 1, missing: 1, approved: 1 });
    expect(read.cases[1]).toEqual({
      path: 'a/changed & #1.md',
      state: 'changed',
      approvedNow: false,
      lost: [{ clause: 'Article 1', code: 'AAA003', level: 'error', words: '“gone” <b>', nth: 1 }],
      new: [],
      moved: [],
      reworded: [],
      regraded: [],
      reordered: false,
      unmet: [],
      faults: [],
    });
  });
});
