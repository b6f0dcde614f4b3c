import type { FactValue, Subject, SubjectSpec } from '#base';
import type { Rule } from '#rules';

/** A small fact catalogue for tests of the machinery. */
export const catalogue: readonly SubjectSpec[] = [
  {
    kind: 'duty',
    doc: 'A duty.',
    facts: {
      force: { type: 'number', doc: 'Force.' },
      core: { type: 'flag', doc: 'Core.' },
      action: { type: 'text', doc: 'Action.', values: ['', 'assist', 'consult'] },
      verb: { type: 'text', doc: 'Verb.' },
      words: { type: 'list', doc: 'Weak words.', values: ['hedge', 'choice', 'delay'] },
    },
    marks: { verb: 'The verb.', weak: 'The weak words.' },
  },
  { kind: 'document', doc: 'The draft.', facts: { title: { type: 'text', doc: 'Title.' } }, marks: { heading: 'The title.' } },
];

/** A rule about duties, with what a test changes. */
export function rule(code: string, changes: Partial<Rule> = {}): Rule {
  return {
    code,
    name: `rule-${code.toLowerCase()}`,
    title: 'A weak duty',
    scope: 'clause',
    severity: 'error',
    status: 'stable',
    since: '0.1.0',
    cases: [{ subject: 'duty', when: { fact: 'core', operator: 'equal', value: true } }],
    message: 'The duty is weak.',
    why: 'It can be performed by nothing.',
    remedy: 'Say what is owed.',
    suggestions: [],
    once: 'words',
    sources: ['A treaty, Article 1'],
    related: [],
    ...changes,
  };
}

/** A duty, with the facts a test changes. */
export function duty(id: number, facts: Readonly<Record<string, FactValue>> = {}, changes: Partial<Subject> = {}): Subject {
  return {
    kind: 'duty',
    id: `duty:${id}`,
    clause: `Article ${id}`,
    group: null,
    span: { start: 0, end: 1 },
    confidence: 'explicit',
    facts: { force: 7, core: true, action: 'assist', verb: 'assist', words: [], ...facts },
    marks: {},
    ...changes,
  };
}
