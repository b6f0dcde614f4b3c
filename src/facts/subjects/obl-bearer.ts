import type { Duty, Reading } from '../model.ts';
import { severalGuarantors } from '../roles.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type Trait } from './trait.ts';

const together = wordSet('jointly collectively together concert common');
const apart = wordSet('each every individually severally separately respective respectively');
/** True joint acts, where one result is owed by all (OBL006 *Not*). */
const jointVerbs = wordSet('establish create constitute set agree conclude adopt appoint negotiate sign plan exercise');
const several = sequences(`
  severally
  (is|are) liable in full
  (answers|answer) in full
  (answers|answer) severally
  several and not only joint
  does not depend on performance by another
  duty of one does not depend
  whether or not another`);
const outsideWords = wordSet('nations peoples west leaders coalition europeans');

const several2 = new WeakMap<Reading, boolean>();

/** A clause of the text by which each answers for the whole (decision 72). */
function answersSeverally(reading: Reading): boolean {
  const known = several2.get(reading);
  if (known !== undefined) return known;
  const answer = reading.operative.some(({ tokens }) => findSequence(tokens, { from: 0, to: tokens.length }, several) !== null);
  several2.set(reading, answer);
  return answer;
}

const content = new Set(['military', 'military-support', 'economic', 'generic']);

/** Who is left to wait for whom (OBL006). */
function bearerOf(duty: Duty, reading: Reading): 'fine' | 'joint' | 'agentless' | 'outsider' | 'includes-victim' {
  const { proposition } = duty;
  const { actor, sentence } = proposition;
  const { tokens } = sentence;
  if (!content.has(proposition.actionClass) || proposition.polarity !== 'positive') return 'fine';
  const clause = proposition.at;
  if (findWord(tokens, clause, apart) >= 0 || jointVerbs.has(proposition.verb)) return 'fine';
  if (actor.who === 'outside') return 'outsider';
  if (actor.who === 'thing' && !proposition.passive && findWord(tokens, proposition.subject, outsideWords) >= 0)
    return 'outsider';
  if (actor.who === 'none' && proposition.passive) {
    if (proposition.force >= 9 || namedBefore(duty, reading) || allotted(duty)) return 'fine';
    return 'agentless';
  }
  const bilateral = reading.kind === 'bilateral-guarantee' || (reading.roles.mutual && reading.roles.parties.length === 2);
  if (
    actor.mode === 'joint' ||
    (actor.mode === 'collective' && findWord(tokens, { from: actor.at.from, to: proposition.complement.to }, together) >= 0)
  ) {
    if (bilateral && !severalGuarantors(reading.roles)) return 'fine';
    return answersSeverally(reading) || allotted(duty) ? 'fine' : 'joint';
  }
  if (
    actor.who === 'party' &&
    actor.mode === 'collective' &&
    actor.includesBeneficiary &&
    !bilateral &&
    tokens[actor.at.from]?.word.startsWith('part') &&
    tokens[actor.at.from - 1]?.word !== 'other'
  )
    return allotted(duty) ? 'fine' : 'includes-victim';
  return 'fine';
}

/** "as set out for it in Annex A": the annex says who. */
function allotted({ proposition }: Duty): boolean {
  return proposition.sentence.references.some(
    (reference) =>
      reference.from >= proposition.at.from &&
      reference.to <= proposition.at.to &&
      (reference.unit === 'annex' || reference.unit === 'schedule' || reference.unit === 'appendix'),
  );
}

/** The clause just before, in the same unit, names who acts: the passive goes on with it. */
function namedBefore({ proposition }: Duty, reading: Reading): boolean {
  const earlier = reading.propositions[proposition.id - 1];
  if (!earlier || earlier.clause !== proposition.clause || earlier.subordinate) return false;
  return (
    earlier.force >= 6 &&
    (earlier.actor.who === 'guarantor' ||
      earlier.actor.who === 'party' ||
      (earlier.actor.who === 'organ' &&
        earlier.sentence === proposition.sentence &&
        earlier.actionClass !== 'talk' &&
        earlier.actionClass !== 'decide'))
  );
}

/** Whether somebody in particular owes the duty (OBL006). */
export const bearerTrait: Trait<Duty> = {
  name: 'bearer',
  facts: {
    bearer: {
      type: 'text',
      doc: 'Who is left to wait for whom: joint without each, nobody named, somebody who is no party, or a class with the victim in it.',
      values: ['fine', 'joint', 'agentless', 'outsider', 'includes-victim'],
    },
  },
  marks: { bearerWords: 'The words that name who owes it, or the verb where none do.' },
  read: (duty, reading) => {
    const { proposition } = duty;
    const bearer = bearerOf(duty, reading);
    const from = (proposition.modal ?? proposition.verbAt).from;
    const words =
      bearer === 'agentless'
        ? { from, to: proposition.verbAt.to }
        : proposition.subject.to > proposition.subject.from
          ? proposition.subject
          : { from, to: proposition.verbAt.to };
    return {
      facts: { bearer },
      marks: marks({ bearerWords: markOf(proposition.sentence, words, proposition.confidence) }),
    };
  },
};
