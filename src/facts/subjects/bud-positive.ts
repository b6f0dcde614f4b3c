import type { Duty, Proposition, Reading } from '../model.ts';
import { wordSet } from '../scan.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Classes of action in which something is done, whether or not the clause binds (BUD002: weak but positive promises are OBL001's). */
const acting: ReadonlySet<string> = new Set([
  'military',
  'military-support',
  'economic',
  'enable',
  'find',
  'generic',
  'ceasefire',
]);
/** Verbs that say what is law already, or how the speaker sees things. */
const declaring = wordSet(
  'reaffirm confirm recall reiterate affirm recognise recognize acknowledge declare respect condemn note',
);
const abstaining = wordSet('refrain abstain desist forbear renounce forswear');
/** Verbs that promise in their own right: what follows them decides. */
const promising = wordSet('undertake pledge commit engage promise guarantee agree covenant warrant');
const negations = wordSet('not neither never no nor');
/** What a promise may be of and still do nothing: "guarantees the respect of", "its commitment to refrain". */
const stillness = wordSet('respect refrain observance reaffirm renunciation recognise abstain');

/** Whether any guarantor has to do something at all (BUD002, decision 1). */
export const positiveTrait: Trait<Reading> = {
  name: 'positive',
  facts: {
    acts: { type: 'flag', doc: 'A guarantor, or an organ of the text, owes or promises a measure of help.' },
    emptyDuties: { type: 'number', doc: 'Operative clauses of the guarantors that only restate the law or promise to refrain.' },
    refersToAct: { type: 'flag', doc: 'A guarantor shall perform another article, annex or instrument.' },
  },
  marks: { emptyWords: 'The first clause that only restates or refrains.' },
  read: (reading) => {
    const own = reading.duties.filter(
      ({ proposition }) => proposition.context !== 'final-clause' && !reading.roles.aggressors.includes(proposition.actor.name),
    );
    const empty = own.filter((duty) => isEmpty(duty, reading));
    const first = empty[0]?.proposition;
    return {
      facts: {
        acts: own.some((duty) => isAct(duty, reading)),
        emptyDuties: empty.length,
        refersToAct: own.some(
          ({ proposition }) => mayOwe(proposition, reading) && proposition.action === 'perform' && positive(proposition),
        ),
      },
      marks: marks({
        emptyWords: first
          ? markOf(first.sentence, { from: (first.modal ?? first.verbAt).from, to: first.at.to }, first.confidence)
          : null,
      }),
    };
  },
};

/** Anyone but the beneficiary and the aggressor; things only in what takes effect by itself. */
function mayOwe({ actor }: Proposition, { roles }: Reading): boolean {
  if (actor.who === 'aggressor') return false;
  return actor.who !== 'beneficiary' || roles.mutual;
}

function positive({ polarity }: Proposition): boolean {
  return polarity === 'positive' || polarity === 'effect';
}

function isAct(duty: Duty, reading: Reading): boolean {
  const { proposition } = duty;
  if (!mayOwe(proposition, reading) || !positive(proposition) || isNegated(proposition)) return false;
  if (duty.core) return true;
  if (!acting.has(proposition.actionClass) || proposition.action === 'cooperate') return false;
  if (promisesStillness(proposition)) return false;
  return proposition.force >= 2 || proposition.passive;
}

/** Only restates or refrains; a clause of any other content is neither (a scholarship). */
function isEmpty({ proposition }: Duty, reading: Reading): boolean {
  const { actor, polarity, verb, action } = proposition;
  if (!mayOwe(proposition, reading) || actor.who === 'third-body') return false;
  if (polarity === 'prohibition') return true;
  if (polarity !== 'positive' && polarity !== 'effect') return false;
  return (
    declaring.has(verb) ||
    abstaining.has(verb) ||
    action === 'respect' ||
    action === 'refrain' ||
    isNegated(proposition) ||
    promisesStillness(proposition)
  );
}

/** "None of their weapons will ever be used", "undertake, therefore, not to contribute". */
function isNegated({ sentence, subject, complement, verb }: Proposition): boolean {
  const { tokens } = sentence;
  const head = tokens[subject.from]?.word ?? '';
  if (subject.to > subject.from && /^(?:none|no|neither|nothing)$/.test(head)) return true;
  if (!promising.has(verb)) return false;
  for (let i = complement.from; i < Math.min(complement.to, complement.from + 6); i++) {
    if (negations.has(tokens[i]!.word)) return true;
    if (tokens[i]!.word === 'to') return false;
  }
  return false;
}

/** "guarantees to respect", "undertake to refrain", "ensure respect for": the verb promises, its object does nothing. */
function promisesStillness({ sentence, complement, verb, action }: Proposition): boolean {
  if (!promising.has(verb) && action !== 'assist-generic') return false;
  const { tokens } = sentence;
  for (let i = complement.from; i < Math.min(complement.to, complement.from + 3); i++) {
    if (stillness.has(tokens[i]!.word)) return true;
  }
  return false;
}
