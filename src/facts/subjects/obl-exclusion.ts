import type { Range } from '#phrases';
import type { Duty, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** "Nothing in this Treaty requires", "no Party is bound to": the release of all. */
const releases = sequences(`
  (requires|require|required|requiring|obliges|oblige|obliged|obliging|obligates|obligated|obligating|compels|compelled|commits|commit|committed|committing|binds|bind|bound)
  (imply|implies|entail|entails|impose|imposes) (a|an|any|the|)
  no (authority|duty|obligation|commitment)
  not (authority|authorise|authorize)`);
const denials = sequences(`
  nothing (in|here)
  nothing (herein|contained)
  no (party|parties|state|guarantor|member|participant|signatory|government|ally)
  none of the
  neither party
  (is|are) not (required|obliged|bound|obligated|compelled|committed)
  (does|do|shall|will) not (require|oblige|obligate|compel|commit|imply|entail|impose|bind)
  (shall|may) not be (required|obliged|asked|called|compelled)
  (is|are) under no (duty|obligation)
  (has|have) no (duty|obligation)
  no (authority|duty|obligation|commitment) (for|to)
  (owes|owe|shall owe) no (troops|forces|soldiers|contingent|contingents)
  (gives|give|creates|create|confers|implies) no (authority|duty|obligation|commitment)
  (shall|may) be (construed|read|interpreted|understood) as (requiring|obliging|committing|an)`);
const arms = wordSet('troops forces soldiers force hostilities combat military contingents personnel army armies arms fight');
const forceHeads = sequences(`
  armed (force|forces|conflict)
  military (force|forces|action|means|operations|operation|personnel|measures|intervention|involvement|participation|engagement|commitment)
  armed (intervention|action|assistance|support)
  boots on the ground
  acts of war
  (go|going) to war
  use of force
  use force
  (its|their|send|sending|deploy|deploying|station|stationing|dispatch|commit|provide|of) (troops|forces|soldiers|contingents)
  (send|sending|deploy|station|commit) (its|their) (troops|forces|soldiers|contingents)
  (ground|land|combat) (troops|forces|soldiers|operations)
  (troops|soldiers|hostilities|combat)`);
const kept = sequences(`
  right of
  right to
  inherent right
  (impairs|impair|affects|affect|diminishes|limits|takes|prejudices) the (inherent|right|duty|rights)`);
const character = sequences(`
  (specific|particular|special|distinct) (character|nature|status) of (the|its|their|) (security|defence|defense|neutral|neutrality|foreign)
  (specific|particular|special|distinct) (character|nature) of the (security|defence|defense)
  neutrality of
  neutral status of
  constitutional (restrictions|limitations) (of|on)`);
const untouched = sequences(`
  (not|without) (prejudice|affect|prejudicing|affecting)
  (leaves|leave|leaving) (untouched|unaffected|intact)
  without prejudice to
  (does|shall|do) not (prejudice|affect)
  (is|are|be|remain|remains) (unaffected|untouched|unimpaired|unchanged|intact|reserved)
  in (keeping|accordance|conformity) with
  (has|have|paying|having) due regard (to|for)`);
const caveats = sequences(`
  (subject|according) to (the|any|) (national|) caveats
  national caveats
  caveats (declared|notified|entered|that|of)
  the caveats
  (reservations|restrictions|limitations|caveats) (it|they|each|that|which) (has|have|it|they|each) (made|declared|entered|notified|placed|has|have|imposed)
  (reservations|restrictions|limitations) (on|to|concerning|regarding) the (use|employment|deployment) of (its|their) (forces|troops)
  (its|their) caveats`);
const nuclear = wordSet('nuclear');
const limitedTo = wordSet('land ground');
const instead = sequences(`
  shall instead
  will instead
  instead ,
  instead provide
  in their place
  in its place
  in lieu`);

/** Words that deny, and what is denied: "imposes on no Guarantor an obligation", "is not to be taken as a promise". */
const negatives = wordSet('no not nothing none neither never nor');
const dutyWords = wordSet(
  `obligation obligations duty duties bound oblige obliges obliged compel compelled require required requires commit commits committed commitment promise
  undertaking binds bind engagement called forced expected`,
);
/** What turns the denial into its opposite: "shall not be released from its duty to use force". */
const upholding = wordSet(
  `relieve relieved release released discharge discharged exempt exempted excuse excused absolve absolved impair impairs diminish delay delayed
  suspend suspended depend depends wait waits affect affects evade prevent prevented without until unless`,
);
/** The measures end before force: "does not extend to", "shall stop short of", "is excluded from the measures". */
const endsBefore = sequences(`
  (does|do|shall|will) not (include|extend|cover|comprise|encompass|involve|embrace|mean)
  (stop|stops|fall|falls|remain|remains) short of
  measures short of
  (action|assistance|steps|means) short of
  to the exclusion of
  with the exception of
  (except|excluding|save|excepting|than) (the|) (use|employment|armed|military|sending|troops|force)
  (is|are|be|remain|remains) (excluded|excepted|ruled)
  (rules|rule) out`);
/** Nobody need come: "participation is voluntary", "may decline to take part". */
const voluntary = sequences(`
  (is|are|be|remain|remains) (voluntary|optional|discretionary)
  on a voluntary basis
  (may|can) (decline|refuse|abstain|opt|withhold)
  (is|are|be|remain|remains) free (not|to) (decline|refuse|abstain|to|decide)
  (may|shall|can) not be (asked|called|made|forced)
  (a|) matter for (each|every|its|the) (own|)`);
/** Forces that somebody says will not come. */
const men = wordSet('soldiers troops boots ground land servicemen combat');

interface Exclusion {
  readonly kind: 'none' | 'general' | 'limited' | 'character' | 'caveat' | 'substituted';
  readonly at: Range | null;
}

const silent: Exclusion = { kind: 'none', at: null };

function exclusionOf(duty: Duty, reading: Reading): Exclusion {
  const { proposition } = duty;
  const { sentence, at } = proposition;
  const { tokens } = sentence;
  if (proposition.actor.who === 'aggressor') return silent;
  const clause = { from: at.from, to: Math.min(at.to, tokens.length) };
  const caveat = findSequence(tokens, clause, caveats);
  if (caveat && proposition.polarity !== 'prohibition') return { kind: 'caveat', at: caveat };
  const policy = findSequence(tokens, clause, character);
  if (policy && findSequence(tokens, clause, untouched)) return { kind: 'character', at: policy };
  const denial = findSequence(tokens, clause, denials);
  const forces = findSequence(tokens, { from: denial ? denial.from : at.from, to: clause.to }, forceHeads);
  if (findWord(tokens, clause, nuclear) >= 0) return silent;
  if (denial && forces && !findSequence(tokens, clause, kept)) {
    const obliges =
      proposition.polarity === 'exemption' ||
      findSequence(tokens, { from: denial.from, to: clause.to }, releases) !== null ||
      proposition.verb === 'owe' ||
      /^(?:ask|call|require|oblige)$/.test(proposition.verb);
    const consent = proposition.actionClass === 'exit' || proposition.actor.who === 'beneficiary';
    if (obliges && !consent) return graded(duty, reading, { from: denial.from, to: forces.to });
  }
  const told = outsideTheDuty(duty, clause);
  if (told) return graded(duty, reading, told);
  const own =
    proposition.polarity === 'prohibition' &&
    (proposition.actor.who === 'guarantor' ||
      (proposition.actor.who === 'party' && reading.roles.guarantors.includes(proposition.actor.name))) &&
    (proposition.action === 'deploy-forces' || proposition.action === 'station' || proposition.action === 'use-armed-force') &&
    comesNot(duty) &&
    findWord(tokens, { from: proposition.complement.from, to: proposition.complement.to }, against) < 0;
  if (own)
    return graded(duty, reading, {
      from: (proposition.modal ?? proposition.verbAt).from,
      to: Math.min(proposition.verbAt.to + 3, clause.to),
    });
  return silent;
}

const against = wordSet('against offensive attack');

/** The forces that stay away are named as land forces, or as men at all. */
function comesNot({ proposition: { complement, sentence, action } }: Duty): boolean {
  const { tokens } = sentence;
  const limited = findWord(tokens, complement, limitedTo) >= 0 && findWord(tokens, complement, arms) >= 0;
  return limited || (action !== 'use-armed-force' && findWord(tokens, complement, men) >= 0);
}

/** Force taken out of what is owed by words that release nobody by name (OBL009 *Fires*; decision 95). */
function outsideTheDuty({ proposition }: Duty, clause: Range): Range | null {
  const { sentence, actor, actionClass } = proposition;
  const { tokens } = sentence;
  if (actor.who === 'beneficiary' || actionClass === 'exit') return null;
  const forces = findSequence(tokens, clause, forceHeads);
  if (!forces || findSequence(tokens, clause, kept) || findWord(tokens, clause, upholding) >= 0) return null;
  const ends = findSequence(tokens, clause, endsBefore) ?? findSequence(tokens, clause, voluntary);
  if (ends) return { from: Math.min(ends.from, forces.from), to: Math.max(ends.to, forces.to) };
  const no = findWord(tokens, clause, negatives);
  const owed = no < 0 ? -1 : findWord(tokens, { from: no, to: Math.min(clause.to, no + 12) }, dutyWords);
  return owed >= 0 && forces.to > owed ? { from: no, to: forces.to } : null;
}

/** General, limited to land forces, or with a substitute named beside it. */
function graded(duty: Duty, reading: Reading, at: Range): Exclusion {
  const { sentence } = duty.proposition;
  const { tokens } = sentence;
  const next = reading.phrases.sentences[sentence.id + 1];
  const whole = { from: 0, to: tokens.length };
  const named =
    findSequence(tokens, whole, instead) !== null ||
    (next !== undefined &&
      next.clause === sentence.clause &&
      findSequence(next.tokens, { from: 0, to: Math.min(14, next.tokens.length) }, instead) !== null);
  if (named) return { kind: 'substituted', at };
  return { kind: findWord(tokens, at, limitedTo) >= 0 ? 'limited' : 'general', at };
}

/** A carve-out from the use of force (OBL009). */
export const exclusionTrait: Trait<Duty> = {
  name: 'exclusion',
  facts: {
    exclusion: {
      type: 'text',
      doc: 'What is carved out: force in general, land forces only, the character of a policy, national caveats, or with a substitute named.',
      values: ['none', 'general', 'limited', 'character', 'caveat', 'substituted'],
    },
  },
  marks: { exclusion: 'The words of the carve-out.' },
  read: (duty, reading) => {
    const found = exclusionOf(duty, reading);
    return {
      facts: { exclusion: found.kind },
      marks: marks({ exclusion: markOf(duty.proposition.sentence, found.at, duty.proposition.confidence) }),
    };
  },
};
