import type { Duty, Proposition, Reading, TriggerGroup } from '../model.ts';
import { findWord, wordSet } from '../scan.ts';
import { talkTrait } from './bud-talk.ts';
import { floorTrait } from './obl-floor.ts';
import { responseTrait } from './tim-group.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** Duties of a group in the order of the text. */
export function dutiesOf(group: TriggerGroup, reading: Reading): readonly Duty[] {
  return reading.dutiesByGroup.get(group) ?? [];
}

/** Classes of action that answer an attack, as opposed to talk, decision and referral (catalogue A.4). */
export function isAnswer(duty: Duty): boolean {
  return duty.core && duty.proposition.polarity !== 'prohibition' && duty.proposition.polarity !== 'exemption';
}

/** What the group as a whole obliges anyone to do (0.4, A.4). */
const strengthTrait: Trait<TriggerGroup> = {
  name: 'strength',
  facts: {
    class: { type: 'text', doc: 'Class of the trigger.', values: ['attack', 'violation', 'threat', 'situation'] },
    event: { type: 'text', doc: 'The trigger noun as the lexicon names it.' },
    kind: { type: 'text', doc: 'Kind of the document.' },
    answers: { type: 'number', doc: 'Core duties of the group that are no permission.' },
    answerForce: { type: 'number', doc: 'Highest force of a core duty; -1 without one.' },
    talks: { type: 'number', doc: 'Duties of talk in the group with force 4 or more.' },
    referrals: { type: 'number', doc: 'Duties to go to the Security Council or another body.' },
    decisions: { type: 'number', doc: 'Duties or powers to decide in the group.' },
    characterised: { type: 'flag', doc: 'The group calls the attack something ("shall be considered an attack on all").' },
    hardAnswer: { type: 'flag', doc: 'A core duty of the group has a hard deadline or falls by itself.' },
    hardTalk: { type: 'flag', doc: 'A talk or decision of the group has a deadline, hard or hedged.' },
    military: { type: 'flag', doc: 'A core duty of force 7 or more is military.' },
    militarySupport: { type: 'flag', doc: 'A core duty of force 7 or more is military support.' },
    floor: { type: 'flag', doc: 'A core duty of force 7 or more names its means (specificity 2 or more).' },
    higherGroupAnswers: { type: 'flag', doc: 'A graver trigger of the text has core duties of its own.' },
  },
  marks: {
    trigger: 'The words that state the trigger.',
    noun: 'The trigger noun.',
    talk: 'The duty of talk.',
    referral: 'The referral.',
    characterisation: 'The words that only characterise the attack.',
    talkTime: 'The period of the talk.',
  },
  read: (group, reading) => {
    const duties = dutiesOf(group, reading);
    const answers = duties.filter((duty) => isAnswer(duty) && duty.proposition.polarity !== 'permission');
    const talks = duties.filter(
      (duty) =>
        duty.proposition.actionClass === 'talk' && duty.proposition.force >= 4 && duty.proposition.polarity === 'positive',
    );
    const referrals = duties.filter(
      (duty) =>
        duty.proposition.actionClass === 'referral' &&
        duty.proposition.action !== 'report-unsc' &&
        duty.proposition.polarity === 'positive',
    );
    const decisions = duties.filter((duty) => duty.proposition.actionClass === 'decide');
    const named = group.propositions.find(characterises);
    const timed = [...talks, ...decisions].find((duty) => duty.deadline.kind === 'hard' || duty.deadline.kind === 'soft');
    const binding = answers.filter((duty) => duty.proposition.force >= 7);
    const first = group.triggers[0]!;
    const rank = { attack: 3, violation: 2, threat: 1, situation: 0 };
    return {
      facts: {
        class: group.class,
        event: first.event,
        kind: reading.kind,
        answers: answers.length,
        answerForce: answers.reduce((most, duty) => Math.max(most, duty.proposition.force), -1),
        talks: talks.length,
        referrals: referrals.length,
        decisions: decisions.length,
        characterised: named !== undefined,
        hardAnswer: answers.some((duty) => duty.deadline.kind === 'hard' || duty.deadline.kind === 'auto'),
        hardTalk: timed !== undefined,
        military: binding.some((duty) => duty.proposition.actionClass === 'military'),
        militarySupport: binding.some((duty) => duty.proposition.actionClass === 'military-support'),
        floor: binding.some((duty) => duty.specificity >= 2),
        higherGroupAnswers: reading.groups.some(
          (other) => rank[other.class] > rank[group.class] && dutiesOf(other, reading).some(isAnswer),
        ),
      },
      marks: marks({
        trigger: markOf(first.sentence, first.at),
        noun: markOf(first.sentence, first.noun),
        talk: talks[0]
          ? markOf(talks[0].proposition.sentence, {
              from: (talks[0].proposition.modal ?? talks[0].proposition.verbAt).from,
              to: talks[0].proposition.verbAt.to,
            })
          : null,
        referral: referrals[0] ? markOf(referrals[0].proposition.sentence, referrals[0].proposition.at) : null,
        characterisation: named ? markOf(named.sentence, named.at) : null,
        talkTime: timed ? markOf(timed.proposition.sentence, timed.deadline.at) : null,
      }),
    };
  },
};

const defining = wordSet('include comprise cover mean extend encompass');

const calling = wordSet('constitute be represent amount threaten endanger imperil touch concern');
const grave = wordSet('threat menace danger dangerous concern attack aggression peril matter interests security peace safety');

/** "is regarded as an attack on all": not "shall be considered to include", which defines, nor "declares that …", where what is declared counts. */
function characterises({ action, subordinate, modal, sentence, complement, subject, verb, passive }: Proposition): boolean {
  // "an act of aggression constitutes a menace to all", "would be a matter of grave concern".
  const called =
    calling.has(verb) &&
    !passive &&
    !/^(?:not|no|never)$/.test(sentence.tokens[complement.from]?.word ?? '') &&
    findWord(sentence.tokens, { from: complement.from, to: Math.min(complement.to, complement.from + 9) }, grave) >= 0 &&
    sentence.hits.some((hit) => hit.lexicon === 'L13' && hit.from >= subject.from && hit.to <= subject.to);
  if ((action !== 'declare' && !called) || subordinate || modal?.opens === 'clause') return false;
  return findWord(sentence.tokens, { from: complement.from, to: complement.from + 3 }, defining) < 0;
}

/** Every trigger group of the draft. */
export const groupKind: SubjectKind<TriggerGroup> = {
  kind: 'group',
  doc: 'All the clauses that answer one trigger event (catalogue 0.4).',
  items: (reading) => reading.groups,
  about: (group) => ({
    id: `group:${group.id}`,
    clause: group.triggers[0]!.sentence.clause.label,
    group: group.id,
    span: markOf(group.triggers[0]!.sentence, group.triggers[0]!.at) ?? group.triggers[0]!.sentence.span,
    confidence: group.confidence,
  }),
  traits: [strengthTrait, responseTrait, floorTrait, talkTrait],
};
