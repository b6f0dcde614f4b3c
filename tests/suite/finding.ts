import type { Finding } from '#base';

/** A finding for tests: clause, code and words matter, the rest is filled in. */
export const finding = (clause: string | null, code: string, quote: string, changes: Partial<Finding> = {}): Finding => ({
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
