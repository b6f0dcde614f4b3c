import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Mark, Subject, Waiver } from '#base';
import { readPrecedence, type Settings, settle } from '#findings';
import type { Match, Rule } from '#rules';
import { duty, rule } from '../rules/book-sample.ts';

const text = '# Treaty\n\n1. Each Party shall   take such action\nas it deems necessary.\n\n2. It may consult.\n';

const settings: Settings = {
  text,
  waivers: [],
  levels: {},
  precedence: { chains: [] },
  docsUrl: 'pages/',
  today: '2026-03-01',
  codes: ['AAA001', 'AAA002', 'AAA003'],
};

const mark = (words: string, confidence: Mark['confidence'] = 'explicit'): Mark => {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThan(-1);
  return { start, end: start + words.length, confidence };
};

function match(
  words: string,
  changes: { rule?: Partial<Rule>; code?: string; subject?: Partial<Subject>; at?: Mark } = {},
): Match {
  const made = rule(changes.code ?? 'AAA001', changes.rule);
  const marked = { ...made.cases[0]!, at: 'weak' };
  return {
    rule: made,
    case: marked,
    subject: duty(1, {}, { marks: { weak: changes.at ?? mark(words) }, ...changes.subject }),
    severity: made.severity,
  };
}

const brief = (matches: readonly Match[], changes: Partial<Settings> = {}) =>
  settle(matches, { ...settings, ...changes }).findings.map(
    (each) =>
      `${each.code} ${each.severity} ${each.quote}${each.related.length ? ` > ${each.related}` : ''}${each.further.length ? ` +${each.further.length}` : ''}${each.waived ? ' waived' : ''}`,
  );

describe('a finding', () => {
  test('is complete', () => {
    const found = match('take such action\nas it deems necessary', {
      rule: {
        message: '{weak} leaves it open in {clause}; force {force}, core {core}.',
        remedy: 'do not {verb}.',
        suggestions: [
          { desc: 'Name it', text: '{verb} by all means', mode: 'replace' },
          { desc: 'Add', text: ' At once.', mode: 'insert-after' },
        ],
      },
    });
    const start = text.indexOf('take');
    expect(settle([found], settings)).toEqual({
      findings: [
        {
          code: 'AAA001',
          name: 'rule-aaa001',
          severity: 'error',
          message: '“take such action as it deems necessary” leaves it open in Article 1; force 7, core yes.',
          why: 'It can be performed by nothing.',
          remedy: 'Do not assist.',
          start,
          end: start + 38,
          quote: 'take such action\nas it deems necessary',
          clause: 'Article 1',
          confidence: 'explicit',
          related: [],
          further: [],
          suggestions: [
            { desc: 'Name it', start, end: start + 38, text: 'assist by all means' },
            { desc: 'Add', start: start + 39, end: start + 39, text: ' At once.' },
          ],
          docsUrl: 'pages/AAA001',
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        },
      ],
      waiverNotes: [],
      defects: [],
    });
  });

  test('points at the subject where the mark has no words, and inside the text always', () => {
    const bare: Match = { ...match('It'), subject: duty(1, {}, { span: { start: text.indexOf(' It may'), end: 9999 } }) };
    expect(brief([bare])).toEqual(['AAA001 error It may consult.']);
    expect(brief([{ ...bare, subject: duty(1, {}, { span: { start: 0, end: 0 } }) }])).toEqual(['AAA001 error # Treaty']);
  });

  test('cuts a long quotation at a word', () => {
    const long = `${'many words '.repeat(20)}end`;
    const subject = duty(1, {}, { marks: { weak: { start: 0, end: long.length, confidence: 'explicit' } } });
    const [finding] = settle([{ ...match('It', { rule: { message: '{weak}.' } }), subject }], {
      ...settings,
      text: long,
    }).findings;
    expect(finding!.message).toBe(`“${'many words '.repeat(7).trim()}…”.`);
    expect(finding!.quote).toBe(long);
  });

  test('with a name that nothing fills is a defect, and still a finding', () => {
    const settled = settle([match('consult', { rule: { message: '{verbb} is weak.' } })], settings);
    expect(settled.defects).toEqual([{ code: 'AAA001', message: '{verbb} is not filled by duty:1' }]);
    expect(settled.findings.map((each) => each.message)).toEqual(['“consult” is weak.']);
  });

  test('that was inferred is no error; a level that the user sets is', () => {
    const inferred = match('', { at: mark('consult', 'inferred') });
    expect(brief([inferred])).toEqual(['AAA001 warning consult']);
    expect(brief([inferred], { levels: { AAA001: 'error' } })).toEqual(['AAA001 error consult']);
    expect(brief([match('consult', { subject: { confidence: 'inferred' } })], { levels: { AAA001: 'off' } })).toEqual([]);
  });

  test('keeps its fingerprint when the draft moves or wraps, and has its own for a repetition', () => {
    const prints = (matches: Match[], draft = text) =>
      settle(matches, { ...settings, text: draft }).findings.map((each) => each.fingerprint);
    const [once] = prints([match('take such action\nas it deems necessary')]);
    const moved = `New.\n\n${text.replace('action\nas', 'action as')}`;
    const at = { start: moved.indexOf('take'), end: moved.indexOf('necessary') + 9, confidence: 'explicit' } as const;
    expect(prints([match('', { at })], moved)).toEqual([once]);
    const twice = prints(
      [
        match('', { at: { start: 0, end: 2, confidence: 'explicit' } }),
        match('', { at: { start: 3, end: 5, confidence: 'explicit' } }),
      ],
      'as as',
    );
    expect(new Set(twice).size).toBe(2);
  });
});

describe('one finding for one defect', () => {
  const order = (where: 'words' | 'subject' | 'clause' | 'group' | 'document', ...codes: string[]) => ({
    precedence: { chains: [{ order: codes, where }] },
  });

  test('the same words by one rule are one finding, the graver one', () => {
    expect(brief([match('consult', { rule: { severity: 'info' } }), match('consult', { subject: { id: 'duty:2' } })])).toEqual([
      'AAA001 error consult',
    ]);
  });

  test('the rule that stands first speaks, the others are related, in one chain and over two', () => {
    const matches = [
      match('may consult', { code: 'AAA003' }),
      match('consult', { code: 'AAA002' }),
      match('It may', { code: 'AAA001' }),
    ];
    expect(brief(matches, order('words', 'AAA001', 'AAA003', 'AAA002'))).toEqual(['AAA001 error It may > AAA002,AAA003']);
    expect(brief(matches, order('words', 'AAA001', 'AAA002'))).toEqual([
      'AAA001 error It may',
      'AAA003 error may consult',
      'AAA002 error consult',
    ]);
  });

  test('the same subject, clause, group or document', () => {
    const matches = [
      match('consult', { code: 'AAA001' }),
      match('action', { code: 'AAA002', subject: { id: 'duty:2', clause: 'Article 2', group: 'g' } }),
    ];
    const apart = ['AAA002 error action', 'AAA001 error consult'];
    for (const where of ['words', 'subject', 'clause', 'group'] as const)
      expect(brief(matches, order(where, 'AAA001', 'AAA002'))).toEqual(apart);
    expect(brief(matches, order('document', 'AAA001', 'AAA002'))).toEqual(['AAA001 error consult > AAA002']);
    const same = [matches[0]!, match('action', { code: 'AAA002' })];
    expect(brief(same, order('subject', 'AAA001', 'AAA002'))).toEqual(['AAA001 error consult > AAA002']);
    expect(brief(same, order('clause', 'AAA001', 'AAA002'))).toEqual(['AAA001 error consult > AAA002']);
    expect(brief(same, order('group', 'AAA001', 'AAA002'))).toEqual(apart);
  });

  test('only about what the chain is about', () => {
    const matches = [match('consult', { code: 'AAA001' }), match('consult', { code: 'AAA002' })];
    const about = (value: string) => ({
      precedence: { chains: [{ order: ['AAA001', 'AAA002'], where: 'words', about: { fact: 'action', in: [value] } } as const] },
    });
    expect(brief(matches, about('assist'))).toEqual(['AAA001 error consult > AAA002']);
    expect(brief(matches, about('consult'))).toEqual(['AAA001 error consult', 'AAA002 error consult']);
  });

  test('a rule that is off hides no other', () => {
    const matches = [match('consult', { code: 'AAA001' }), match('consult', { code: 'AAA002' })];
    expect(brief(matches, { ...order('words', 'AAA001', 'AAA002'), levels: { AAA001: 'off' } })).toEqual([
      'AAA002 error consult',
    ]);
  });
});

describe('many findings', () => {
  const words = ['Each', 'Party', 'shall', 'take', 'such', 'action', 'deems'];
  const many = (count: number, changes: (index: number) => Parameters<typeof match>[1] = () => ({})) =>
    words.slice(0, count).map((word, index) => match(word, changes(index)));

  test('six of one rule in one article are one, five are five', () => {
    expect(brief(many(5))).toHaveLength(5);
    const { findings } = settle(
      many(6, (index) => ({ subject: { clause: `Article 1(${index})` } })),
      settings,
    );
    expect(
      findings.map((each) => [each.quote, each.further.map((place) => `${place.clause} ${text.slice(place.start, place.end)}`)]),
    ).toEqual([
      ['Each', ['Article 1(1) Party', 'Article 1(2) shall', 'Article 1(3) take', 'Article 1(4) such', 'Article 1(5) action']],
    ]);
    expect(brief(many(6, (index) => ({ subject: { clause: `Article ${index % 2}` } })))).toHaveLength(6);
    expect(brief(many(6, (index) => (index === 0 ? { rule: { message: 'Another reason.' } } : {})))).toHaveLength(6);
  });

  test.each<[Rule['once'], string[]]>([
    ['words', ['AAA001 error Each', 'AAA001 error Party', 'AAA001 error shall']],
    ['article', ['AAA001 error Each +1', 'AAA001 error shall']],
    ['group', ['AAA001 error Each +1', 'AAA001 error Party']],
    ['document', ['AAA001 error Each +2']],
  ])('once for each of the %s', (once, found) => {
    const clauses = ['Article 1(1)', 'Article 1(2)', 'Article 2'];
    const groups = ['g', null, 'g'];
    expect(brief(many(3, (index) => ({ rule: { once }, subject: { clause: clauses[index]!, group: groups[index]! } })))).toEqual(
      found,
    );
  });
});

describe('waivers', () => {
  const waiver = (changes: Partial<Settings['waivers'][number]> = {}): Waiver => ({
    form: 'next-line',
    codes: ['AAA001'],
    reason: 'agreed in Geneva',
    at: { start: 0, end: 1 },
    covers: { start: text.indexOf('2. It'), end: text.length },
    ...changes,
  });
  const notes = (waivers: Settings['waivers'], changes: Partial<Settings> = {}) =>
    settle([match('consult'), match('Party')], { ...settings, ...changes, waivers }).waiverNotes.map(
      (note) => `${note.kind}: ${note.message}`,
    );

  test('cover the findings of their rule in their place', () => {
    const matches = [match('consult'), match('may', { code: 'AAA002' }), match('Party')];
    expect(brief(matches, { waivers: [waiver({ by: 'NN', until: '2026-03-01' })] })).toEqual([
      'AAA001 error Party',
      'AAA002 error may',
      'AAA001 error consult waived',
    ]);
    expect(settle(matches, { ...settings, waivers: [waiver({ by: 'NN', until: '2026-03-01' })] }).findings[2]!.waived).toEqual({
      reason: 'agreed in Geneva',
      by: 'NN',
      until: '2026-03-01',
    });
  });

  test('of a finding about the whole document must be for the file', () => {
    const whole = match('Treaty', { subject: { clause: null } });
    const covers = { start: 0, end: text.length };
    expect(brief([whole], { waivers: [waiver({ form: 'range', covers })] })).toEqual(['AAA001 error Treaty']);
    expect(
      settle([whole], { ...settings, waivers: [waiver({ form: 'range', covers })] }).waiverNotes.map((note) => note.message),
    ).toEqual(['AAA001 is about the whole draft: waive it with treatylint-disable-file']);
    expect(brief([whole], { waivers: [waiver({ form: 'file', covers })] })).toEqual(['AAA001 error Treaty waived']);
  });

  test('tell when they do nothing', () => {
    expect(notes([waiver()])).toEqual([]);
    expect(notes([waiver({ codes: ['AAA001', 'AAA002'] })])).toEqual(['unused: AAA002 finds nothing here: the waiver can go']);
    expect(notes([waiver({ codes: ['AAA002'] })], { levels: { AAA002: 'off' } })).toEqual([]);
    expect(notes([waiver({ codes: ['AAB001'] })])).toEqual(['unknown: no rule has the code AAB001; did you mean "AAA001"?']);
    expect(notes([waiver({ until: '2026-02-28' })])).toEqual(['expired: the waiver of AAA001 ended with 2026-02-28']);
    expect(notes([waiver({ until: '2026-02-30' })])).toEqual(['faulty: this waiver is not heard: 2026-02-30 is no date']);
    expect(notes([waiver({ reason: '' })])).toEqual(['faulty: this waiver is not heard: it gives no reason']);
    expect(notes([waiver({ fault: 'nothing follows' })])).toEqual(['faulty: this waiver is not heard: nothing follows']);
  });
});

describe('the precedence as data', () => {
  test('the one that ships has no fault', () => {
    expect(
      readPrecedence(JSON.parse(readFileSync(new URL('../../rules/precedence.json', import.meta.url), 'utf8'))).faults,
    ).toEqual([]);
  });

  test('tells every fault', () => {
    const chains = [
      { order: ['AAA001'], where: 'here' },
      { order: ['AAA001', 'x'], where: 'words', abot: 1 },
      1,
      { order: ['AAA001', 'AAA002', 'AAA001'], where: 'words', about: {} },
    ];
    expect(readPrecedence({ chains }).faults.map((fault) => `${fault.pointer} ${fault.message}`)).toEqual([
      '/chains/0/order at least two codes',
      '/chains/0/where one of words, subject, clause, group, document',
      '/chains/1/abot unknown key "abot"',
      '/chains/1/order/1 "x" is no rule code',
      '/chains/2 not a chain',
      '/chains/3/about a fact and a list of its values',
    ]);
    const circle = [
      ['AAA001', 'AAA002'],
      ['AAA002', 'AAA003'],
      ['AAA003', 'AAA001'],
    ].map((order) => ({ order, where: 'words' }));
    expect(readPrecedence({ chains: circle }).faults).toEqual([{ pointer: '/chains', message: 'AAA001 gives way to itself' }]);
  });
});
