import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Confidence, Severity } from '#base';
import { settle } from '#findings';
import type { Match } from '#rules';
import { duty, rule } from '../rules/book-sample.ts';

const text = 'Each Party shall take such action\r\nas it 😀 deems “necessary”.\n\n  It may consult.  \n';

const matches = fc.array(
  fc
    .record({
      code: fc.constantFrom('AAA001', 'AAA002', 'AAA003'),
      start: fc.integer({ min: -3, max: text.length + 3 }),
      length: fc.integer({ min: 0, max: 30 }),
      severity: fc.constantFrom<Severity>('error', 'warning', 'info'),
      confidence: fc.constantFrom<Confidence>('explicit', 'inherited', 'inferred'),
      clause: fc.constantFrom('Article 1(1)', 'Article 1(2)', 'Annex A', null),
      group: fc.constantFrom('g', null),
      once: fc.constantFrom('words' as const, 'article' as const, 'group' as const, 'document' as const),
    })
    .map(({ code, start, length, severity, confidence, clause, group, once }) => ({
      code,
      once,
      severity,
      subject: { clause, group, confidence, span: { start, end: start + length } },
    })),
  { maxLength: 25 },
);

const settings = {
  text,
  waivers: [{ form: 'range', codes: ['AAA002'], reason: 'agreed', at: { start: 0, end: 0 }, covers: { start: 10, end: 60 } }],
  levels: {},
  precedence: {
    chains: [
      { order: ['AAA001', 'AAA002'], where: 'words' },
      { order: ['AAA002', 'AAA003'], where: 'clause' },
    ],
  },
  docsUrl: '',
  today: '2026-01-01',
  codes: ['AAA001', 'AAA002', 'AAA003'],
} as const;

test('any matches in any order give the same findings, in order, each quoting the text', () => {
  fc.assert(
    fc.property(matches, (given) => {
      const once = new Map(given.map((each) => [each.code, each.once]));
      const made: Match[] = given.map((each, index) => {
        const one = rule(each.code, { once: once.get(each.code)!, message: 'It says {verb} in {clause}.' });
        return { rule: one, case: one.cases[0]!, subject: duty(index, {}, each.subject), severity: each.severity };
      });
      const settled = settle(made, settings);
      expect(settle([...made].reverse(), settings)).toEqual(settled);
      let last = 0;
      for (const { start, end, quote, message, severity, confidence } of settled.findings) {
        expect(text.slice(start, end)).toBe(quote);
        expect(quote).toBe(quote.trim());
        expect(quote).not.toBe('');
        expect(start).toBeGreaterThanOrEqual(last);
        expect(message).toMatch(/^It says assist in /);
        expect(`${severity} ${confidence}`).not.toBe('error inferred');
        last = start;
      }
      // Nothing is lost: each rule that held is a finding or related to one.
      const named = new Set(settled.findings.flatMap((each) => [each.code, ...each.related]));
      expect([...named].sort()).toEqual([...new Set(given.map((each) => each.code))].sort());
    }),
    { numRuns: 500 },
  );
});
