import { articleInstead } from './make-operators.ts';
import type { Operator } from './types.ts';

/** Operators that put another thing in the place of the whole response. */
export const replacingOperators: readonly Operator[] = [
  articleInstead(
    'referral-instead',
    'the response becomes a referral',
    ['BUD004', 'OBL005', 'BUD003'],
    ({ guarantors, attack }) =>
      `In the event of an ${attack} the ${guarantors} shall bring the matter before the Security Council of the United Nations within 24 hours.`,
  ),
  articleInstead(
    'consultation-instead',
    'the response becomes a talk',
    ['BUD003', 'TIM005', 'OBL005'],
    ({ guarantors, attack }) => `In the event of an ${attack} the ${guarantors} shall consult within 24 hours.`,
  ),
  articleInstead(
    'regret-instead',
    'the attack is only deplored',
    ['TRG002', 'BUD002', 'OBL005', 'BUD003'],
    ({ guarantors, attack }) => `The ${guarantors} would regard an ${attack} as a matter of grave concern.`,
  ),
];
