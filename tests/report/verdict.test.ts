import { describe, expect, test } from 'vitest';
import { chainLines, hoursInWords, verdictOf } from '../../src/report/verdict.ts';
import { CHAIN, draftOf, RESPONSE as FINDING, UNREAD, REMARK as WHOLE } from './sample.ts';

describe('the verdict', () => {
  test('puts the repair that lifts a chain first, and the graver before the lighter', () => {
    const lifting = {
      ...FINDING,
      code: 'TRG001',
      name: 'discretionary-response',
      severity: 'warning' as const,
      remedy: 'Name it.',
    };
    const grave = { ...FINDING, code: 'OBL003', name: 'vague-measures', severity: 'error' as const, remedy: 'List them.' };
    const verdict = verdictOf(draftOf([grave, { ...grave, clause: 'Article 4' }, lifting, WHOLE]));
    expect(verdict?.repairs).toEqual([
      { code: 'TRG001', name: 'discretionary-response', clauses: [FINDING.clause], remedy: 'Name it.' },
      { code: 'OBL003', name: 'vague-measures', clauses: [FINDING.clause, 'Article 4'], remedy: 'List them.' },
    ]);
  });

  test('leaves a waived finding out of the repairs', () => {
    expect(verdictOf(draftOf([{ ...FINDING, waived: { reason: 'accepted' } }]))?.repairs).toEqual([]);
  });

  test('is none for what could not be read', () => {
    expect(verdictOf(UNREAD)).toBeNull();
  });

  test('says each chain in one line, and that there is none', () => {
    const verdict = verdictOf(draftOf([]))!;
    expect(chainLines(verdict)).toEqual([
      'Article 3 (armed attack): grade D, the decision has no limit of time. No first action is guaranteed.',
    ]);
    expect(chainLines({ ...verdict, chains: [{ ...CHAIN, grade: 'A', guaranteedFirstAction: 12, reason: 'bounded' }] })).toEqual([
      'Article 3 (armed attack): grade A, bounded. First action guaranteed within 12 hours.',
    ]);
    expect(chainLines({ ...verdict, chains: [] })).toEqual([
      'No clause says what happens when the beneficiary is attacked: grade E.',
    ]);
  });

  test('counts in hours, and in days from the third', () => {
    expect([null, 1, 48, 72, 100].map(hoursInWords)).toEqual(['no limit', '1 hour', '48 hours', '3 days', '100 hours']);
  });
});
