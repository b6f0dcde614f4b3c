import type { Duty, Reading, TriggerGroup } from '../model.ts';
import { permanentMembers } from '../names.ts';
import { speaksOfSecurity } from '../security.ts';
import { dutiesOf, isAnswer } from './group.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Classes that count as an answer even where they bind weakly (decision 22). */
const helping: ReadonlySet<string> = new Set(['military', 'military-support', 'generic']);

/** A clause that answers the trigger with more than talk (BUD003, BUD004, decision 22). */
function doesMore(duty: Duty): boolean {
  const { proposition } = duty;
  if (!isAnswer(duty) || proposition.polarity === 'permission') return false;
  if (proposition.actor.who === 'beneficiary' || proposition.actor.who === 'aggressor') return false;
  if (proposition.actionClass === 'find' || proposition.actionClass === 'enable') return false;
  // Forces that stand there, and what a force does in general, answer no one event (decision 61).
  if (proposition.action === 'station') return false;
  if (
    proposition.actor.who === 'organ' &&
    proposition.conditions.length === 0 &&
    duty.deadline.kind === 'none' &&
    duty.group?.class === 'violation'
  )
    return false;
  return proposition.force >= 6 || (proposition.force >= 4 && helping.has(proposition.actionClass));
}

/** Whether anybody must do more than talk or go to another body (BUD003, BUD004). */
export const talkTrait: Trait<TriggerGroup> = {
  name: 'talk',
  facts: {
    doesMore: { type: 'flag', doc: 'Somebody must answer the trigger with more than talk, decision and referral.' },
    speaks: { type: 'flag', doc: 'The group owes talk: consultation, a meeting, coordination.' },
    documentAnswers: { type: 'flag', doc: 'Another trigger of the text, or a clause outside triggers, has an answer.' },
    securityText: { type: 'flag', doc: 'The text concerns security.' },
    aggressorOnCouncil: { type: 'flag', doc: 'An aggressor known to the text is a permanent member of the Security Council.' },
  },
  marks: { talkWords: 'The duty of talk, from its modal.' },
  read: (group, reading) => {
    const talk = dutiesOf(group, reading).find(
      ({ proposition }) =>
        proposition.actionClass === 'talk' &&
        proposition.action !== 'publish' &&
        proposition.force >= 3 &&
        proposition.polarity === 'positive' &&
        proposition.actor.who !== 'beneficiary' &&
        proposition.actor.who !== 'aggressor',
    );
    return {
      facts: {
        doesMore: dutiesOf(group, reading).some(doesMore),
        speaks: talk !== undefined,
        documentAnswers: reading.duties.some((duty) => duty.group !== group && doesMore(duty)),
        securityText: speaksOfSecurity(reading),
        aggressorOnCouncil: aggressorSits(reading),
      },
      marks: marks({
        talkWords: talk
          ? markOf(talk.proposition.sentence, {
              from: (talk.proposition.modal ?? talk.proposition.verbAt).from,
              to: talk.proposition.verbAt.to,
            })
          : null,
      }),
    };
  },
};

/** An aggressor of the text is a permanent member of the Security Council. */
export function aggressorSits(reading: Reading): boolean {
  return reading.roles.aggressors.some((name) => permanentMembers.has(name.replace(/ /g, '-')));
}
