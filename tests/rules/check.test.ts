import { describe, expect, test } from 'vitest';
import { checkBook } from '#rules/check';
import { catalogue, rule } from './book-sample.ts';

const source = (code: string, changes: object = {}) => ({
  file: `rules/${code}/rule.json`,
  text: JSON.stringify({ ...rule(code), ...changes }),
});
const when = (condition: unknown) => source('AAA001', { cases: [{ subject: 'duty', when: condition }] });
const told = (...sources: { file: string; text: string }[]) =>
  checkBook(sources, catalogue).faults.map(({ file, pointer, message }) => `${file}${pointer} ${message}`);

describe('the check of a rule book', () => {
  test('gives the rules of a book without a fault, and drops the address of the schema', () => {
    expect(checkBook([source('AAA001', { $schema: '../rule.schema.json' }), source('AAA002')], catalogue)).toEqual({
      rules: [rule('AAA001'), rule('AAA002')],
      faults: [],
    });
  });

  test('tells every fault of every rule at once', () => {
    expect(
      told(
        { file: 'rules/AAA001/rule.json', text: '{' },
        source('AAA002', {
          severty: 'error',
          remedy: 7,
          cases: [{ subject: 'dutty', when: { fact: 'core', operator: 'equal', value: 1 } }],
        }),
        { file: 'rules/AAA004/rule.json', text: JSON.stringify(rule('AAA003')) },
      ),
    ).toEqual([
      expect.stringMatching(/^rules\/AAA001\/rule\.json not JSON: /),
      'rules/AAA002/rule.json/remedy Invalid input: expected string, received number',
      'rules/AAA002/rule.json/severty unknown key "severty"; did you mean "severity"?',
      'rules/AAA002/rule.json/cases/0/subject unknown kind of subject "dutty"; did you mean "duty"?',
      'rules/AAA004/rule.json/code the folder is "AAA004", the code "AAA003": they must be the same',
    ]);
  });

  test.each([
    [{ fact: 'forse', operator: 'equal', value: 1 }, '/fact a duty has no fact "forse"; did you mean "force"?'],
    [{ fact: 'force', operator: 'lesThan', value: 1 }, '/operator unknown operator "lesThan"; did you mean "lessThan"?'],
    [{ fact: 'force', operator: 'lessThan', value: '1' }, '/value "force" is compared with a number, not "1"'],
    [
      { fact: 'action', operator: 'equal', value: 'asist' },
      '/value "action" is never "asist"; did you mean "assist"? (assist, consult)',
    ],
    [{ fact: 'action', operator: 'in', value: [] }, '/value the list is empty'],
    [{ fact: 'action', operator: 'in', value: 'assist' }, '/value the value is a list'],
    [
      { fact: 'words', operator: 'equal', value: 'hedge' },
      '/operator "words" is a list: "equal" cannot judge it (contains, doesNotContain, containsAny, containsNone, isEmpty can)',
    ],
    [{ fact: 'words', operator: 'isEmpty', value: 'no' }, '/value the value is true or false'],
    [
      { fact: 'words', operator: 'containsAny', value: ['hege'] },
      '/value "words" is never "hege"; did you mean "hedge"? (hedge, choice, delay)',
    ],
    [
      { fact: 'core', operator: 'equal', value: { fact: 'force' } },
      '/value the value is a text, a number, true, false or a list',
    ],
    [{ fact: 'core', operator: 'equal' }, '/value the value is missing'],
    [{ fact: 'core', operator: 'equal', value: true, path: '$.a' }, '/path unknown key "path"'],
    [{ all: [] }, '/all an empty "all" holds always'],
    [{ any: [], all: [] }, ' all and any in one condition: only one would be heard'],
    [{ not: [] }, '/not not a condition: an object with all, any, not or fact'],
    [
      { all: [{ any: [{ fact: 'cor', operator: 'equal', value: true }] }] },
      '/all/0/any/0/fact a duty has no fact "cor"; did you mean "core"?',
    ],
    [{}, ' not a condition: it has none of all, any, not and fact'],
  ])('a condition that would be heard wrongly is one fault: %j', (condition, fault) => {
    expect(told(when(condition))).toEqual([`rules/AAA001/rule.json/cases/0/when${fault}`]);
  });

  test('every operator is taken where its fact fits', () => {
    const leaves = [
      { fact: 'force', operator: 'greaterThanInclusive', value: 1 },
      { fact: 'force', operator: 'in', value: [1, 2] },
      { fact: 'action', operator: 'notIn', value: ['assist', ''] },
      { fact: 'words', operator: 'doesNotContain', value: 'hedge' },
      { fact: 'words', operator: 'containsNone', value: ['hedge'] },
      { fact: 'verb', operator: 'isEmpty', value: true },
      { not: { fact: 'core', operator: 'notEqual', value: true } },
    ];
    expect(told(when({ any: leaves }))).toEqual([]);
  });

  test('marks and names in braces must be of the subject', () => {
    expect(
      told(
        source('AAA001', {
          cases: [{ subject: 'duty', when: { fact: 'core', operator: 'equal', value: true }, at: 'week' }],
          message: '{weak} and {action} in {clause} and {weeak}.',
          why: 'Because {weak}.',
          remedy: 'A } brace.',
          suggestions: [{ desc: 'Say', text: '{heading}', mode: 'replace' }],
        }),
      ),
    ).toEqual([
      'rules/AAA001/rule.json/cases/0/at a duty has no mark "week"; did you mean "weak"?',
      'rules/AAA001/rule.json/why {weak} is not filled here',
      'rules/AAA001/rule.json/message a duty has no mark or fact "weeak"; did you mean "weak"?',
      'rules/AAA001/rule.json/remedy a brace without its other half',
      'rules/AAA001/rule.json/suggestions/0/text a duty has no mark or fact "heading"',
    ]);
  });

  test('a book in which two rules clash is faulty', () => {
    expect(
      told(
        source('AAA001', { name: 'same' }),
        source('AAA002', { name: 'same', related: ['AAA003'] }),
        source('AAA009', { cases: [] }),
      ),
    ).toEqual([
      'rules/AAA009/rule.json/cases a rule without a case never speaks',
      'rules/AAA002/rule.json/name AAA001 has the name "same" too',
      'rules/AAA002/rule.json/related/0 no rule has the code "AAA003"; did you mean "AAA001"?',
    ]);
  });
});
