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
  nothing in
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
  (gives|give|creates|create|confers|implies) no (authority|duty|obligation|commitment)
  (shall|may) be (construed|read|interpreted|understood) as (requiring|obliging|committing|an)`);
const arms = wordSet('troops forces soldiers force hostilities combat military contingents personnel army armies arms fight');
const forceHeads = sequences(`
  armed (force|forces|conflict)
  military (force|forces|action|means|operations|personnel|measures|intervention)
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
  (neutrality|neutral status) of
  constitutional (restrictions|limitations) (of|on)`);
const untouched = sequences(`
  (not|without) (prejudice|affect|prejudicing|affecting)
  (leaves|leave|leaving) (untouched|unaffected|intact)
  without prejudice to
  (does|shall|do) not (prejudice|affect)`);
const caveats = sequences(`
  (subject|according) to (the|any|) (national|) caveats
  national caveats
  caveats (declared|notified|entered|that|of)
  the caveats
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
      /^(?:ask|call|require|oblige)$/.test(proposition.verb);
    const consent = proposition.actionClass === 'exit' || proposition.actor.who === 'beneficiary';
    if (obliges && !consent) return graded(duty, reading, { from: denial.from, to: forces.to });
  }
  const own =
    proposition.polarity === 'prohibition' &&
    (proposition.actor.who === 'guarantor' ||
      (proposition.actor.who === 'party' && reading.roles.guarantors.includes(proposition.actor.name))) &&
    (proposition.action === 'deploy-forces' || proposition.action === 'station' || proposition.action === 'use-armed-force') &&
    findWord(tokens, proposition.complement, limitedTo) >= 0 &&
    findWord(tokens, proposition.complement, arms) >= 0;
  if (own)
    return graded(duty, reading, {
      from: (proposition.modal ?? proposition.verbAt).from,
      to: Math.min(proposition.verbAt.to + 3, clause.to),
    });
  return silent;
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
