import type { Sentence, Token } from '#phrases';
import { events, weighsClaims } from '../gate-findings.ts';
import type { Gate } from '../gates.ts';
import type { Duty, Proposition, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { hasHour } from '../watch.ts';
import type { Trait } from './trait.ts';

const forceful: ReadonlySet<string> = new Set(['military', 'military-support']);
const definite = wordSet('the that this such its said');
const closing = sequences(`
(issues|makes|made|given|gives|delivers|delivered|reached|reaches) (none|no|neither)
(if|where|should) (no|none|it|the)
failing (which|that|this|such)
in the absence of
(has|have) not
does not
has (made|issued|given) (no|none)
`);
const standsIn = wordSet(
  'presumed deemed conclusive stands stand effect counts count treated regarded considered proceed taken suffices sufficient replaces confirmed',
);

/** Whether a finding on which the response hangs is fit to wait for (TRG003, decision 78). */
export const findingTrait: Trait<Gate> = {
  name: 'finding',
  facts: {
    finder: {
      type: 'text',
      doc: 'Who makes the finding of fact: nobody named, each guarantor for itself, all of them jointly, a body, the victim, the aggressor.',
      values: ['none', 'self', 'joint', 'body', 'victim', 'aggressor'],
    },
    findingTimed: { type: 'flag', doc: 'The text sets the finding a time limit.' },
    onClaim: { type: 'flag', doc: 'The clause weighs a claim of breach before anything is done about it.' },
    triggersForce: { type: 'flag', doc: 'A duty to send arms or forces waits for the finding of an attack or a breach.' },
    findingDefault: { type: 'flag', doc: 'The text says what holds if the finding does not come.' },
  },
  marks: {},
  read: (gate, reading) => {
    if (gate.type !== 'determination')
      return { facts: { finder: 'none', findingTimed: false, findingDefault: false, onClaim: false, triggersForce: false } };
    const own = finderOf(gate, reading);
    const bodies = findingDuties(reading);
    // "Within 12 hours after the finding": the body and its time stand where the text tells somebody to find.
    const body = own === 'body' || (own === 'none' && pointsBack(gate)) ? bodies : [];
    const finder = own === 'none' && body.length > 0 ? 'body' : own;
    return {
      facts: {
        finder,
        onClaim: weighsClaims(gate.proposition) !== null,
        triggersForce:
          forceful.has(gate.proposition.actionClass) &&
          findWord(gate.sentence.tokens, { from: gate.at.from, to: gate.at.to + 8 }, events) >= 0,
        findingTimed: gate.bounded || body.some((duty) => duty.deadline.kind === 'hard' || hasHour(duty.proposition.sentence)),
        findingDefault:
          gate.silence === 'proceeds' ||
          [gate.proposition, ...body.map((duty) => duty.proposition)].some((proposition) => hasDefault(proposition, reading)),
      },
    };
  },
};

function finderOf({ holder }: Gate, reading: Reading): 'none' | 'self' | 'joint' | 'body' | 'victim' | 'aggressor' {
  if (!holder) return 'none';
  switch (holder.who) {
    case 'organ':
    case 'third-body':
    case 'outside':
      return 'body';
    case 'beneficiary':
      return reading.roles.mutual ? 'self' : 'victim';
    case 'aggressor':
      return 'aggressor';
    case 'guarantor':
    case 'party':
      return holder.mode === 'joint' || holder.mode === 'collective' ? 'joint' : 'self';
    default:
      return 'none';
  }
}

function pointsBack({ sentence, at }: Gate): boolean {
  return findWord(sentence.tokens, at, definite) >= 0;
}

/** Duties to find or to say whether and by whom. */
function findingDuties(reading: Reading): readonly Duty[] {
  return reading.duties.filter(
    ({ proposition }) =>
      (proposition.action === 'determine' || proposition.action === 'attribute' || proposition.action === 'verify') &&
      proposition.polarity === 'positive' &&
      (proposition.actor.who === 'organ' || proposition.actor.who === 'third-body' || proposition.actor.who === 'outside'),
  );
}

/** "If it has made no statement by then, the notice has the effect of that statement": in the same article. */
function hasDefault(proposition: Proposition, reading: Reading): boolean {
  const article = articleOf(proposition.sentence);
  return reading.operative.some(
    (sentence) =>
      articleOf(sentence) === article && lacks(sentence.tokens) && findWord(sentence.tokens, whole(sentence), standsIn) >= 0,
  );
}

const whole = ({ tokens }: Sentence): { from: number; to: number } => ({ from: 0, to: tokens.length });

function lacks(tokens: readonly Token[]): boolean {
  return findSequence(tokens, { from: 0, to: tokens.length }, closing) !== null;
}

function articleOf(sentence: Sentence): unknown {
  let { clause } = sentence;
  while (clause.parent && clause.kind !== 'article' && clause.kind !== 'annex' && clause.parent.kind !== 'document')
    clause = clause.parent;
  return clause;
}
