import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#base';
import { readFacts } from '#lint';
import { type Draft, MUTATION_FORMATS, type Mutant, mutate, operators, scoreOf } from '#suite';
import { root, setup } from '../book.ts';
import { finding } from './finding.ts';

const text = `---
kind: framework-guarantee
---

# Treaty on the Guarantee of the Republic of Karelby

The Republic of Karelby ("the Beneficiary") and the Kingdom of Brenn and the Commonwealth of Sund (each "a Guarantor") have agreed as follows:

## Article 1

"Armed Attack" means any use of armed force against the Beneficiary.

## Article 2

If an Armed Attack occurs, each Guarantor shall, within 12 hours after the Armed Attack, deploy two brigades to the Beneficiary.

## Article 3

This Treaty remains in force for twenty-five years.
`;

const draftOf = (words: string): Draft => {
  const reading = readFacts({ path: 'a.md', text: words }, setup.lexicons);
  return { text: reading.parsed.text, reading: reading.facts.reading };
};
const draft = draftOf(text);

/** The text of every mutant of an operator. */
async function mutants(name: string, of = draft, limit = 9): Promise<string[]> {
  const seen: string[] = [];
  const lint = async (changed: string) => {
    seen.push(changed);
    return [];
  };
  const all = await mutate('a.md', of, { limit, seed: 1, lint });
  // The draft itself is linted first.
  return seen.slice(1).filter((_, n) => all[n]!.operator === name);
}

describe('the operators', () => {
  const weakening = operators.filter(({ expects }) => expects.length > 0);

  test('are at least forty that weaken and fifteen that do not, each of one name', () => {
    expect(weakening.length).toBeGreaterThanOrEqual(40);
    expect(operators.length - weakening.length).toBeGreaterThanOrEqual(15);
    expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length);
  });

  test('expect rules that have a home', () => {
    const codes = new Set(readdirSync(`${root}rules`));
    expect([...new Set(weakening.flatMap(({ expects }) => expects))].filter((code) => !codes.has(code))).toEqual([]);
  });

  test.each([
    ['shall-to-may', 'each Guarantor shall, within', 'each Guarantor may, within'],
    ['unanimity', 'each Guarantor shall, within', 'each Guarantor shall, if all the Guarantors so agree, within'],
    ['promptly', 'within 12 hours after the Armed Attack,', 'promptly,'],
    ['hedged-deadline', 'within 12 hours', 'where possible within 12 hours'],
    ['thirty-days', '12 hours', '30 days'],
    ['drop-clock-start', 'within 12 hours after the Armed Attack,', 'within 12 hours,'],
    ['appropriate-measures', 'deploy two brigades to the Beneficiary.', 'take appropriate measures.'],
    ['collective-duty', 'each Guarantor shall', 'the Guarantors jointly shall'],
    ['raised-threshold', 'any use of', 'any large-scale and sustained use of'],
    ['five-years', 'for twenty-five years', 'for five years'],
    [
      'force-ceiling',
      'to the Beneficiary.\n\n## Article 3',
      'to the Beneficiary. The armed forces of the Beneficiary shall not exceed 600,000 personnel.\n\n## Article 3',
    ],
    ['shall-to-obliged', 'Guarantor shall, within', 'Guarantor is obliged to, within'],
    ['number-words', '12 hours', 'twelve hours'],
    ['present-treaty', 'This Treaty', 'The present Treaty'],
    ['windows-line-ends', /\n/g, '\r\n'],
  ])('%s', async (name, from, to) => {
    expect(await mutants(name)).toEqual([text.replace(from, to)]);
  });

  test('change nothing where a draft has no such fact', async () => {
    const bare = draftOf('# A note\n\nThe weather was fine.\n');
    expect((await mutate('a.md', bare, { limit: 3, seed: 1, lint: async () => [] })).map(({ operator }) => operator)).toEqual([
      'windows-line-ends',
      'comment',
    ]);
  });
});

describe('a mutant', () => {
  const raising =
    (code: string, changes: Partial<Finding> = {}) =>
    (changed: string) =>
      changed.includes('promptly') ? [finding('Article 2', code, 'promptly', changes)] : [];
  const promptly = async (lint: (changed: string) => readonly Finding[]): Promise<Mutant> =>
    (await mutate('a.md', draft, { limit: 1, seed: 1, lint: async (changed) => lint(changed) })).find(
      ({ operator }) => operator === 'promptly',
    )!;

  test('is caught by an expected code, or by one that has it as related', async () => {
    expect(await promptly(raising('TIM002'))).toEqual({
      draft: 'a.md',
      operator: 'promptly',
      expects: ['TIM002', 'TIM001', 'TIM006'],
      line: 15,
      changes: [{ from: 'within 12 hours after the Armed Attack', to: 'promptly' }],
      passed: true,
      gained: ['TIM002 error'],
      lost: [],
    });
    expect((await promptly(raising('OBL002', { related: ['TIM001'] }))).passed).toBe(true);
  });

  test('survives another code, an info, and what was there before', async () => {
    expect((await promptly(raising('OBL002'))).passed).toBe(false);
    expect((await promptly(raising('TIM002', { severity: 'info' }))).passed).toBe(false);
    expect((await promptly(() => [finding('Article 2', 'TIM002', 'promptly')])).passed).toBe(false);
  });

  test('is chosen by the seed where there are more places than the limit', async () => {
    const more = draftOf(
      text.replace('two brigades to the Beneficiary.', 'two brigades to the Beneficiary and shall send twenty aircraft to it.'),
    );
    const all = await mutants('shall-to-may', more);
    expect(all).toHaveLength(2);
    const one = await mutants('shall-to-may', more, 1);
    expect(one).toHaveLength(1);
    expect(all).toContain(one[0]);
    expect(await mutants('shall-to-may', more, 1)).toEqual(one);
  });
});

describe('the score', () => {
  const mutant = (operator: string, expects: readonly string[], passed: boolean): Mutant => ({
    draft: 'drafts/a.md',
    operator,
    expects,
    line: 7,
    changes: [{ from: 'shall', to: 'may' }],
    passed,
    gained: passed ? [] : ['TIM001 warning'],
    lost: [],
  });
  const run = [
    mutant('shall-to-may', ['OBL001', 'OBL005'], true),
    mutant('shall-to-may', ['OBL001', 'OBL005'], false),
    mutant('promptly', ['TIM002'], true),
    mutant('rewrap', [], false),
  ];

  test('counts by operator, by the first rule and by family', () => {
    const score = scoreOf(run);
    expect(score).toMatchObject({
      weakening: { mutants: 3, passed: 2 },
      preserving: { mutants: 1, passed: 0 },
      operators: { 'shall-to-may': { mutants: 2, passed: 1 }, rewrap: { mutants: 1, passed: 0 } },
      rules: { OBL001: { mutants: 2, passed: 1 }, TIM002: { mutants: 1, passed: 1 }, PRS001: { mutants: 0, passed: 0 } },
    });
    expect(score.families.OBL).toEqual({ mutants: 2, passed: 1 });
    expect(Object.keys(score.operators)).toEqual(operators.map(({ name }) => name));
  });

  test('is printed with every mutant that is not as it should be', () => {
    const lines = MUTATION_FORMATS.pretty(run).split('\n');
    expect(lines.slice(lines.indexOf('Not as they should be'))).toEqual([
      'Not as they should be',
      '  drafts/a.md:7 shall-to-may: survived; expected OBL001 or OBL005, got TIM001 warning',
      '    “shall” → “may”',
      '  drafts/a.md:7 rewrap: changed + TIM001 warning',
      '    “shall” → “may”',
      '66.7 % of 3 weakenings caught; 1 of 1 rewrites reported',
      '',
    ]);
    expect(lines[0]).toBe('Weakening operators: mutants caught');
    expect(lines[1]).toBe('  shall-to-may                    1/2');
    expect(JSON.parse(MUTATION_FORMATS.json(run))).toEqual({ score: JSON.parse(JSON.stringify(scoreOf(run))), mutants: run });
  });
});
