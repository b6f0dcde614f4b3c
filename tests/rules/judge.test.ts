import { describe, expect, test } from 'vitest';
import { type Condition, judge, openBook, type Rule } from '#rules';
import { duty, rule } from './book-sample.ts';

const when = (condition: Condition): Partial<Rule> => ({ cases: [{ subject: 'duty', when: condition }] });
const leaf = (fact: string, operator: string, value: unknown): Condition => ({ fact, operator, value });

async function said(rules: readonly Rule[], ...subjects: ReturnType<typeof duty>[]) {
  const { matches, defects } = await judge(openBook(rules), subjects);
  return [
    ...matches.map((match) => `${match.subject.id} ${match.rule.code} ${match.severity}`),
    ...defects.map((each) => `defect ${each.code}: ${each.message}`),
  ];
}

describe('judging', () => {
  test('gives matches by subject, then by code', async () => {
    expect(
      await said([rule('BBB001', { severity: 'info' }), rule('AAA001')], duty(1), duty(2, { core: false }), duty(3)),
    ).toEqual(['duty:1 AAA001 error', 'duty:1 BBB001 info', 'duty:3 AAA001 error', 'duty:3 BBB001 info']);
  });

  test('the first case that holds speaks, with its own severity; none silences the subject', async () => {
    const cases: Rule['cases'] = [
      { subject: 'duty', when: leaf('force', 'equal', 9), severity: 'none' },
      { subject: 'document', when: leaf('force', 'equal', 1) },
      { subject: 'duty', when: leaf('force', 'lessThan', 5), severity: 'info' },
      { subject: 'duty', when: leaf('core', 'equal', true) },
    ];
    expect(await said([rule('AAA001', { cases })], duty(1, { force: 9 }), duty(2, { force: 1 }), duty(3))).toEqual([
      'duty:2 AAA001 info',
      'duty:3 AAA001 error',
    ]);
  });

  test.each<[Condition, boolean]>([
    [leaf('force', 'equal', 7), true],
    [leaf('force', 'equal', 8), false],
    [leaf('force', 'notEqual', 7), false],
    [leaf('force', 'notEqual', 8), true],
    [leaf('action', 'in', ['assist', 'consult']), true],
    [leaf('action', 'in', ['consult']), false],
    [leaf('action', 'notIn', ['assist']), false],
    [leaf('action', 'notIn', ['consult']), true],
    [leaf('words', 'contains', 'hedge'), true],
    [leaf('words', 'contains', 'delay'), false],
    [leaf('words', 'doesNotContain', 'hedge'), false],
    [leaf('words', 'doesNotContain', 'delay'), true],
    [leaf('words', 'containsAny', ['delay', 'hedge']), true],
    [leaf('words', 'containsAny', ['delay']), false],
    [leaf('words', 'containsNone', ['delay']), true],
    [leaf('words', 'containsNone', ['delay', 'hedge']), false],
    [leaf('words', 'isEmpty', false), true],
    [leaf('words', 'isEmpty', true), false],
    [leaf('verb', 'isEmpty', false), true],
    [leaf('force', 'lessThan', 7), false],
    [leaf('force', 'lessThanInclusive', 7), true],
    [leaf('force', 'greaterThan', 7), false],
    [leaf('force', 'greaterThanInclusive', 7), true],
    [{ not: leaf('core', 'equal', true) }, false],
    [{ not: { all: [leaf('core', 'equal', true), leaf('force', 'equal', 1)] } }, true],
    [{ any: [leaf('force', 'equal', 1), leaf('core', 'equal', true)] }, true],
    [{ any: [leaf('force', 'equal', 1), leaf('core', 'equal', false)] }, false],
    [{ all: [{ any: [leaf('force', 'equal', 1), leaf('force', 'equal', 7)] }, { not: leaf('core', 'equal', false) }] }, true],
  ])('%j is %s', async (condition, holds) => {
    const subject = duty(1, { words: ['hedge', 'choice'] });
    expect(await said([rule('AAA001', when(condition))], subject)).toEqual(holds ? ['duty:1 AAA001 error'] : []);
  });

  test('a rule that breaks is one defect, and the others go on', async () => {
    const broken = rule('AAA001', when({ any: [leaf('fource', 'equal', 1)] }));
    expect(await said([broken, rule('AAA002')], duty(1), duty(2))).toEqual([
      'duty:1 AAA002 error',
      'duty:2 AAA002 error',
      'defect AAA001: duty:1: a duty has no fact "fource"',
    ]);
  });

  test('a missing fact is a defect also behind a condition that does not hold', async () => {
    const broken = rule('AAA001', when({ all: [leaf('fource', 'notEqual', 1), leaf('core', 'equal', true)] }));
    expect(await said([broken], duty(1))).toEqual(['defect AAA001: duty:1: a duty has no fact "fource"']);
  });

  test('retired rules stay in the book and are silent', async () => {
    const book = openBook([rule('AAA001', { status: 'retired' })]);
    expect(book.rules.map((each) => each.code)).toEqual(['AAA001']);
    expect(await judge(book, [duty(1)])).toEqual({ matches: [], defects: [] });
  });

  test('judgements asked for at once on one book give what they give one by one', async () => {
    const rules = Array.from({ length: 20 }, (_, i) =>
      rule(`AAA${100 + i}`, when({ any: [leaf('force', 'equal', i % 10), leaf('force', 'equal', -1)] })),
    );
    const drafts = Array.from({ length: 8 }, (_, n) => Array.from({ length: 10 }, (_, i) => duty(n * 10 + i, { force: i })));
    const book = openBook(rules);
    const together = await Promise.all(drafts.map((subjects) => judge(book, subjects)));
    expect(together.map((each) => each.matches.length)).toEqual(drafts.map(() => 20));
    const alone = await judge(openBook(rules), drafts[3]!);
    expect(together[3]!.matches.map((each) => [each.subject.id, each.rule.code])).toEqual(
      alone.matches.map((each) => [each.subject.id, each.rule.code]),
    );
  });
});
