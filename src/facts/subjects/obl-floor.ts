import { selfJudged } from '../chain.ts';
import type { Duty, Reading, TriggerGroup } from '../model.ts';
import { findWord, wordSet } from '../scan.ts';
import { dutiesOf } from './group.ts';
import type { Trait } from './trait.ts';

/** Triggers below an armed attack (OBL005 *Not*). */
const below = /sabotage|cyber|hybrid|disinformation|incident|violation|breach|escalation|mobilisation|intrusion/;
const kinds: ReadonlySet<Reading['kind']> = new Set(['economic', 'monitoring', 'ceasefire', 'force-status', 'resolution']);
const militaryAdjectives = wordSet('military armed naval');
const stated = new Set(['military', 'military-support', 'economic', 'enable', 'referral']);
const intensified = wordSet('power disposal command means');

/** A clause that answers with force: its action, or the maximal formula with the word military in it. */
function isMilitary(duty: Duty): boolean {
  const { proposition } = duty;
  if (proposition.actionClass === 'military') return true;
  if (proposition.actionClass !== 'generic' && proposition.actionClass !== 'military-support') return false;
  const range = proposition.passive ? { from: proposition.subject.from, to: proposition.complement.to } : proposition.complement;
  return findWord(proposition.sentence.tokens, range, militaryAdjectives) >= 0 && proposition.actionClass === 'generic';
}

/** The mandatory floor of the answer to an armed attack (OBL005). */
export const floorTrait: Trait<TriggerGroup> = {
  name: 'floor',
  facts: {
    armedAttack: {
      type: 'flag',
      doc: 'The trigger is an armed attack, aggression or invasion, in a text that should answer it by force.',
    },
    mandatory: {
      type: 'number',
      doc: 'Answers of force 6 or more that name a measure; referrals to the Security Council among them.',
    },
    mandatoryMilitary: { type: 'flag', doc: "One of them is military, or all the military aid in one's power." },
    mandatorySupport: { type: 'flag', doc: "One of them is arms, training, intelligence or aid by all means in one's power." },
    eachChooses: { type: 'flag', doc: 'An answer is left to the judgement of the one who owes it.' },
  },
  marks: {},
  read: (group, reading) => {
    const duties = dutiesOf(group, reading);
    const binding = duties.filter(
      ({ proposition, core }) =>
        (proposition.polarity === 'positive' || proposition.polarity === 'effect') &&
        proposition.force >= 6 &&
        !proposition.relative &&
        (core || proposition.action === 'seek-unsc-action' || proposition.action === 'refer-body') &&
        proposition.action !== 'report-unsc',
    );
    const free = binding.filter(selfJudged);
    const firm = binding.filter((duty) => !free.includes(duty));
    const named = firm.filter(
      (duty) => stated.has(duty.proposition.actionClass) || (duty.proposition.actionClass === 'generic' && duty.specificity >= 1),
    );
    const carries = firm.some((duty) => duty.specificity >= 3 && duty.proposition.actionClass === 'generic');
    return {
      facts: {
        armedAttack:
          group.class === 'attack' && !kinds.has(reading.kind) && group.triggers.some((trigger) => !below.test(trigger.event)),
        mandatory: named.length,
        mandatoryMilitary: firm.some(isMilitary) || carries,
        mandatorySupport: firm.some(
          (duty) =>
            duty.proposition.actionClass === 'military-support' ||
            (duty.proposition.actionClass === 'generic' &&
              findWord(duty.proposition.sentence.tokens, duty.proposition.complement, intensified) >= 0),
        ),
        eachChooses: free.length > 0,
      },
    };
  },
};
