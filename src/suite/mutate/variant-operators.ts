import { core, HOURS, inserted, insertedInAll, period, reworded } from './duty-operators.ts';
import { beside } from './make-operators.ts';
import type { Operator } from './types.ts';

/** The same weakenings in other syntax than the operators beside them: what is read must not hang on one wording. */
export const variantOperators: readonly Operator[] = [
  reworded('reserves-right', 'reserves the right to', ['OBL001']),
  reworded('considers-whether', 'undertakes to consider whether to', ['OBL001', 'BUD003', 'OBL008']),
  reworded('best-efforts', 'shall use its best efforts to', ['OBL001', 'OBL002']),
  inserted(
    'parliament-first',
    'a parliament must approve the response',
    ['RAT003', 'TRG004'],
    () => 'subject to the prior approval of its parliament',
  ),
  inserted(
    'within-credits',
    'a core duty depends on credits',
    ['DUR003', 'OBL002'],
    () => 'within the limits of the credits voted for the purpose',
    core,
  ),
  insertedInAll(
    'no-objection',
    'any one may object',
    ['BUD006', 'TRG004'],
    ({ guarantors }) => `provided that none of the ${guarantors} objects`,
  ),
  insertedInAll(
    'own-extent',
    'each settles manner and extent',
    ['TRG001', 'OBL002'],
    () => 'in such manner and to such extent as it may itself determine',
  ),
  period('in-due-course', 'the period becomes “in due course”', ['TIM002', 'TIM001', 'OBL008'], () => 'in due course'),
  period('weeks', 'hours become weeks', ['TIM006', 'TIM003'], (own) => (HOURS.test(own) ? own.replace(HOURS, '2$2weeks') : null)),
  beside(
    'no-ground-troops',
    'nobody need send troops',
    ['OBL009'],
    ({ guarantors }) => `None of the ${guarantors} is bound to send ground troops.`,
  ),
  beside(
    'outside-areas',
    'what the other side administers is left out',
    ['SCP006', 'SCP005'],
    ({ instrument, aggressor }) =>
      aggressor && `Areas that ${aggressor} administers on the day of signature lie outside the scope of this ${instrument}.`,
  ),
  beside(
    'each-finds',
    'each finds for itself whether there was an attack',
    ['TRG003', 'TRG001'],
    ({ guarantor, guarantors, attack }) =>
      `The ${guarantors} act only if each ${guarantor} is itself satisfied that an ${attack} has taken place.`,
  ),
];
