import type { Gate } from '../gates.ts';
import { isResponse } from './duty.ts';
import { findingTrait } from './gate-finding.ts';
import { pathTrait } from './gate-path.ts';
import { requestTrait } from './gate-request.ts';
import { vetoTrait } from './gate-veto.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** Holder, control and default of a gate (catalogue A.6, 0.7). */
const gateTrait: Trait<Gate> = {
  name: 'gate',
  plain: true,
  facts: {
    type: {
      type: 'text',
      doc: 'Kind of gate (A.6).',
      values: [
        'request',
        'consultation',
        'determination',
        'decision',
        'domestic-approval',
        'domestic-law',
        'unsc-authorisation',
        'appropriation',
        'further-agreement',
        'consent',
      ],
    },
    holder: {
      type: 'text',
      doc: 'Who holds it.',
      values: ['guarantor', 'beneficiary', 'aggressor', 'party', 'organ', 'third-body', 'outside', 'thing', 'none'],
    },
    quorum: { type: 'text', doc: 'How many must agree.', values: ['one', 'majority', 'supermajority', 'all', 'each', 'none'] },
    controls: {
      type: 'text',
      doc: 'What it controls (0.7).',
      values: ['start', 'choice', 'extra', 'stop', 'relief', 'exit', 'amend', 'ratification', 'procedure'],
    },
    silence: { type: 'text', doc: 'What happens if nobody acts.', values: ['proceeds', 'lapses', 'unspecified'] },
    bounded: { type: 'flag', doc: 'The gate itself has a hard time limit.' },
    group: { type: 'text', doc: 'Class of the trigger group.', values: ['attack', 'violation', 'threat', 'situation', 'none'] },
    inResponse: { type: 'flag', doc: 'The gate stands in a group that answers an attack or a violation.' },
    onCore: { type: 'flag', doc: 'The clause that hangs on the gate is a core duty.' },
    includesAggressor: { type: 'flag', doc: 'The aggressor is among the holders.' },
  },
  marks: { gate: 'The words that make the gate.' },
  read: (gate) => ({
    facts: {
      type: gate.type,
      holder: gate.holder?.who ?? 'none',
      quorum: gate.quorum,
      controls: gate.controls,
      silence: gate.silence,
      bounded: gate.bounded,
      group: gate.group?.class ?? 'none',
      inResponse: isResponse(gate.group),
      onCore: gate.onCore,
      includesAggressor: gate.holder?.includesAggressor === true || gate.holder?.who === 'aggressor',
    },
    marks: marks({ gate: markOf(gate.sentence, gate.at) }),
  }),
};

/** Every step at which somebody's will intervenes. */
export const gateKind: SubjectKind<Gate> = {
  kind: 'gate',
  doc: "A step at which somebody's will intervenes: a decision, a request, a finding, a consent, domestic law, funds (catalogue A.6).",
  items: (reading) => reading.gates,
  about: (gate) => ({
    id: gate.id,
    clause: gate.proposition.clause.label,
    group: gate.group?.id ?? null,
    span: markOf(gate.sentence, gate.at) ?? gate.sentence.span,
    confidence: gate.proposition.confidence,
  }),
  traits: [gateTrait, pathTrait, findingTrait, requestTrait, vetoTrait],
};
