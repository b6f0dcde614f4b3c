import type { Duty, Reading, TriggerGroup } from '../model.ts';
import { responseTime } from '../response-time.ts';
import { dutiesOf, isAnswer } from './group.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Kinds in which the chain is not judged: they answer nothing (TIM006 *Not*, decision 16). */
const unjudged: ReadonlySet<Reading['kind']> = new Set([
  'monitoring',
  'economic',
  'force-status',
  'ceasefire',
  'resolution',
  'other',
  'amending',
]);

const rank: Record<TriggerGroup['class'], number> = { attack: 3, violation: 2, threat: 1, situation: 0 };

/** Talk, notice and decision: what TIM005 compares with the act. */
function talks(duty: Duty): boolean {
  const { proposition } = duty;
  if (proposition.polarity !== 'positive' || proposition.force < 4) return false;
  if (proposition.actionClass === 'decide') return true;
  return (
    proposition.action === 'consult' ||
    proposition.action === 'meet' ||
    proposition.action === 'coordinate' ||
    proposition.action === 'exchange-views' ||
    proposition.action === 'notify' ||
    (proposition.actionClass === 'other' && proposition.verb === 'vote')
  );
}

/** Time of the talk against the time of the act (TIM005), and the sum of the steps (TIM006, E). */
export const responseTrait: Trait<TriggerGroup> = {
  name: 'response',
  facts: {
    talkTimed: { type: 'flag', doc: 'A duty to meet, consult, notify or decide has a period, hard or hedged.' },
    actTimed: {
      type: 'flag',
      doc: 'A duty of assistance, arms, force or money has a period, falls by itself, or is done at once by force of the text.',
    },
    acts: {
      type: 'number',
      doc: 'Duties that answer the trigger: assistance, arms, force, economic measures; a permission is none.',
    },
    chainJudged: { type: 'flag', doc: 'The group is the gravest of the text and its kind has a response chain to judge.' },
    firstHours: { type: 'number', doc: 'Worst case in hours from the trigger to the first action; -1 without a limit.' },
    fullHours: { type: 'number', doc: 'Worst case in hours to the last bounded action; -1 without one.' },
    economicOnly: { type: 'flag', doc: 'Every answer is an economic measure.' },
    path: { type: 'text', doc: 'The steps to the first action with their hours.' },
    slowestStep: { type: 'text', doc: 'Name of the step that makes the chain as long as it is.' },
  },
  marks: {
    timedTalk: 'Modal, verb and period of the talk.',
    slowest: 'Words of the step that makes the chain as long as it is.',
  },
  read: (group, reading) => {
    const duties = dutiesOf(group, reading);
    const time = responseTime(group, reading);
    const talk = duties.find((duty) => talks(duty) && (duty.deadline.kind === 'hard' || duty.deadline.kind === 'soft'));
    const acts = duties.filter(
      (duty) =>
        isAnswer(duty) &&
        duty.proposition.polarity !== 'permission' &&
        duty.proposition.actionClass !== 'find' &&
        duty.proposition.actionClass !== 'organise' &&
        duty.proposition.action !== 'warn',
    );
    const actTimed = acts.some(
      (duty) => duty.deadline.kind === 'hard' || duty.deadline.kind === 'auto' || duty.deadline.kind === 'continuous',
    );
    const answers = reading.groups.filter((other) => dutiesOf(other, reading).some(isAnswer));
    return {
      facts: {
        talkTimed: talk !== undefined,
        actTimed,
        acts: acts.length,
        chainJudged:
          (group.class === 'attack' || group.class === 'violation') &&
          !unjudged.has(reading.kind) &&
          time.answers.length > 0 &&
          answers.every((other) => rank[other.class] <= rank[group.class]),
        firstHours: time.first ?? -1,
        fullHours: time.full ?? -1,
        economicOnly: time.economicOnly,
        path: time.path,
        slowestStep: time.slowestName,
      },
      marks: marks({
        timedTalk: talk ? markOf(talk.proposition.sentence, spanOf(talk)) : null,
        slowest: time.slowest ? markOf(time.slowest.sentence, time.slowest.at) : null,
      }),
    };
  },
};

/** From the modal to the end of the period, or the period where it stands before the verb. */
function spanOf({ proposition, deadline }: Duty): { from: number; to: number } {
  const from = (proposition.modal ?? proposition.verbAt).from;
  const to = deadline.at ? Math.max(deadline.at.to, proposition.verbAt.to) : proposition.verbAt.to;
  return { from: Math.min(from, proposition.verbAt.from), to };
}
