import type { FactSpec } from '#base';
import { actionClasses } from '../actions.ts';
import type { Duty, Reading, TriggerGroup } from '../model.ts';
import { fundsTrait } from './dur-funds.ts';
import { forfeitTrait } from './forfeit.ts';
import { amountTrait } from './obl-amount.ts';
import { bearerTrait } from './obl-bearer.ts';
import { effortTrait } from './obl-effort.ts';
import { exclusionTrait } from './obl-exclusion.ts';
import { laterTrait } from './obl-later.ts';
import { permittedTrait } from './obl-permitted.ts';
import { qualifierTrait } from './obl-qualifier.ts';
import { constitutionTrait } from './rat-authority.ts';
import { ratificationDutyTrait } from './rat-duty.ts';
import { periodTrait } from './tim-period.ts';
import { startTrait } from './tim-start.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';
import { contentTrait, discretionTrait } from './wording.ts';

const text = (doc: string, values?: readonly string[]): FactSpec =>
  values ? { type: 'text', doc, values } : { type: 'text', doc };
const flag = (doc: string): FactSpec => ({ type: 'flag', doc });
const number = (doc: string): FactSpec => ({ type: 'number', doc });

/** Groups whose response is judged: an attack, or a violation where no attack is regulated. */
export function isResponse(group: TriggerGroup | null): boolean {
  return group !== null && (group.class === 'attack' || group.class === 'violation');
}

/** Actor, force and action of a duty (catalogue A.2, A.3, B). */
const clauseTrait: Trait<Duty> = {
  name: 'clause',
  plain: true,
  facts: {
    context: text('Context of the clause (catalogue 0.1).', ['operative', 'annex-operative', 'final-clause']),
    actor: text('Who owes it (A.2).', [
      'guarantor',
      'beneficiary',
      'aggressor',
      'party',
      'organ',
      'third-body',
      'outside',
      'thing',
      'none',
    ]),
    actorOrgan: text('Organ of the actor named in the words (president, parliament …), or empty.'),
    actorMode: text('How many are bound (A.2).', [
      'individual',
      'each',
      'joint',
      'collective',
      'organ',
      'third-body',
      'unspecified',
    ]),
    includesBeneficiary: flag('The actor is a class that includes the beneficiary ("the Parties").'),
    includesAggressor: flag('The actor is a class that includes the aggressor.'),
    polarity: text('Duty, ban, release, power or effect (A.2).', [
      'positive',
      'prohibition',
      'exemption',
      'permission',
      'effect',
    ]),
    force: number('Force 0 to 9 after style, embedding and tense (B).'),
    action: text('Action type (A.3).', Object.values(actionClasses).flat()),
    actionClass: text('Class of the action (A.3).', Object.keys(actionClasses)),
    verb: text('Lemma of the main verb.'),
    passive: flag('The verb is passive.'),
    relative: flag('The clause is a relative one ("which shall …").'),
    core: flag('Core duty (0.5, decisions 1 and 2).'),
    specificity: number(
      'How exactly the action is named: 0 bare, 1 class, 2 named means, 3 number or annex, 4 with time and actor (A.3).',
    ),
    style: text('Register of the document (0.2).', ['treaty', 'mou', 'statement', 'unknown']),
  },
  marks: {
    action: 'Modal, verb and object.',
    verb: 'Modal and verb.',
    actor: 'The words that name the actor.',
    whole: 'The whole clause.',
  },
  read: ({ proposition, core, specificity }, reading) => {
    const { sentence } = proposition;
    const from =
      proposition.modal && proposition.parent === null
        ? Math.min(proposition.modal.from, proposition.verbAt.from)
        : proposition.verbAt.from;
    const end = objectEnd(
      proposition.sentence.tokens,
      proposition.complement.from,
      Math.min(proposition.complement.to, proposition.complement.from + 14),
    );
    return {
      facts: {
        context: proposition.context,
        actor: proposition.actor.who,
        actorOrgan: proposition.actor.organ,
        actorMode: proposition.actor.mode,
        includesBeneficiary: proposition.actor.includesBeneficiary,
        includesAggressor: proposition.actor.includesAggressor,
        polarity: proposition.polarity,
        force: proposition.force,
        action: proposition.action,
        actionClass: proposition.actionClass,
        verb: proposition.verb,
        passive: proposition.passive,
        relative: proposition.relative,
        core,
        specificity,
        style: reading.style,
      },
      marks: marks({
        action: markOf(sentence, { from, to: Math.max(end, proposition.verbAt.to) }, proposition.confidence),
        verb: markOf(sentence, { from, to: proposition.verbAt.to }, proposition.confidence),
        actor: markOf(sentence, proposition.actor.at, proposition.actor.confidence),
        whole: markOf(sentence, proposition.at, proposition.confidence),
      }),
    };
  },
};

function objectEnd(tokens: Reading['operative'][number]['tokens'], from: number, to: number): number {
  for (let i = from; i < to; i++) if (tokens[i]!.word === ',' || tokens[i]!.word === ';' || tokens[i]!.word === ':') return i;
  return to;
}

/** Time of a duty (catalogue A.7, decisions 13 to 16). */
const timeTrait: Trait<Duty> = {
  name: 'time',
  plain: true,
  facts: {
    deadline: text('How the duty is bound in time (A.7).', ['hard', 'soft', 'vague', 'auto', 'continuous', 'none']),
    deadlineHours: number('Worst case of the bound in hours; -1 without one (E.1.4).'),
    deadlineUnit: text('Unit of the bound, or empty.', [
      '',
      'hour',
      'day',
      'calendar-day',
      'working-day',
      'week',
      'month',
      'year',
      'minute',
    ]),
    clock: text('What starts the clock (A.7); empty without a period.', [
      '',
      'attack',
      'trigger-time',
      'notice',
      'request',
      'finding',
      'decision',
      'meeting',
      'signature',
      'entry-into-force',
      'deposit',
      'date',
      'ceasefire',
      'event',
      'none',
      'ambiguous',
    ]),
    hedged: flag('A hedge stands beside the period ("where possible within 24 hours").'),
  },
  marks: { time: 'The period, date or vague word.', hedge: 'The hedge of a period.' },
  read: ({ proposition, deadline }) => ({
    facts: {
      deadline: deadline.kind,
      deadlineHours: deadline.time?.hours ?? -1,
      deadlineUnit: deadline.time?.unit ?? '',
      clock: deadline.time?.clock ?? '',
      hedged: deadline.hedge !== null,
    },
    marks: marks({
      time: markOf(proposition.sentence, deadline.at, deadline.confidence),
      hedge: markOf(proposition.sentence, deadline.hedge),
    }),
  }),
};

/** The trigger group the duty answers in (catalogue 0.4). */
const groupTrait: Trait<Duty> = {
  name: 'group',
  plain: true,
  facts: {
    group: text('Class of the trigger group the duty belongs to.', ['attack', 'violation', 'threat', 'situation', 'none']),
    inResponse: flag('The duty belongs to a group that answers an attack or a violation.'),
    conditional: flag('The clause itself states a condition.'),
    firstAction: flag('The first core duty of its group, in the order of the text.'),
  },
  marks: {},
  read: (duty, reading) => ({
    facts: {
      group: duty.group?.class ?? 'none',
      inResponse: isResponse(duty.group),
      conditional: duty.proposition.conditions.length > 0,
      firstAction: duty.core && duty.group !== null && firstCore(duty.group, reading) === duty,
    },
  }),
};

/** First core duty of a group in the order of the text. */
export function firstCore(group: TriggerGroup, reading: Reading): Duty | null {
  return (reading.dutiesByGroup.get(group) ?? []).find((duty) => duty.core && duty.proposition.polarity !== 'permission') ?? null;
}

/** Every clause that owes, bans, permits, exempts or effects something in the reading contexts. */
export const dutyKind: SubjectKind<Duty> = {
  kind: 'duty',
  doc: 'One finite clause that owes, bans, permits, exempts or effects something (catalogue A).',
  items: (reading) => reading.duties,
  about: ({ id, proposition, group }) => ({
    id,
    clause: proposition.clause.label,
    group: group?.id ?? null,
    span: markOf(proposition.sentence, proposition.at) ?? proposition.sentence.span,
    confidence: proposition.confidence,
  }),
  traits: [
    ratificationDutyTrait,
    constitutionTrait,
    clauseTrait,
    timeTrait,
    groupTrait,
    discretionTrait,
    contentTrait,
    periodTrait,
    startTrait,
    effortTrait,
    qualifierTrait,
    bearerTrait,
    amountTrait,
    laterTrait,
    exclusionTrait,
    fundsTrait,
    forfeitTrait,
    permittedTrait,
  ],
};
