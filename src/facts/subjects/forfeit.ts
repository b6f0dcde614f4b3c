import type { Range, Token } from '#phrases';
import { actorWithin } from '../actors.ts';
import type { Duty, Proposition, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { speaksOfSecurity } from '../security.ts';
import { markOf, marks, type Trait } from './trait.ts';

const lossVerbs = wordSet(
  'lapse forfeit lose void invalidate cease suspend terminate end expire nullify cancel withdraw fall release free discharge absolve relieve excuse',
);
const lossWords = wordSet(
  'void invalid null forfeited nullified cancelled lapsed inoperative ineffective extinguished suspended released',
);
const promise = wordSet(
  'guarantee guarantees assurance assurances obligation obligations duty duties commitment commitments undertaking undertakings promise protection assistance entitlement claim right rights benefit benefits treaty agreement provisions interest',
);
const reforms = wordSet(
  'reform reforms progress benchmark benchmarks procurement compensation corruption elections election spending purchases purchase governance judiciary privatisation privatization payment payments conditionality milestones',
);
/** A finding by somebody else than the guarantor, with a hearing: VCLT Articles 60 and 65. */
const found = wordSet('found finds finding held ruled decided determined established certified');
const judges = wordSet('panel court tribunal arbitration arbitral arbitrator commission centre center board judges committee');
/** Not conduct of the beneficiary that costs it the guarantee, but an act it does itself. */
const ownAct = sequences(`
(requests|agrees|consents|asks|withdraws|denounces|gives|notifies|declares)
`);
const conduct: ReadonlySet<string> = new Set([
  'if',
  'where',
  'should',
  'when',
  'whenever',
  'in the event that',
  'in case',
  'once',
]);
const bare: ReadonlySet<string> = new Set([
  'so long as',
  'as long as',
  'only while',
  'only so long as',
  'only as long as',
  'provided that',
  'subject to',
  'conditional on',
  'conditional upon',
  'on condition that',
  'contingent on',
  'contingent upon',
  'depending on',
]);

/** Loss of the guarantee by conduct of the beneficiary (TRG006, decision 12). */
export const forfeitTrait: Trait<Duty> = {
  name: 'forfeit',
  facts: {
    forfeit: {
      type: 'text',
      doc: 'How the guarantee is lost: not at all, by undefined conduct of the beneficiary, by a lag in reform, or only money by such a lag.',
      values: ['none', 'conduct', 'reform', 'money'],
    },
  },
  marks: { forfeitWords: 'The conduct or progress on which the guarantee hangs.', loss: 'The words of loss.' },
  read: (duty, reading) => {
    const { proposition } = duty;
    const found = speaksOfSecurity(reading) ? forfeitOf(duty, reading) : null;
    return {
      facts: { forfeit: found?.kind ?? 'none' },
      marks: found
        ? marks({
            forfeitWords: markOf(proposition.sentence, found.at),
            loss: markOf(proposition.sentence, {
              from: (proposition.modal ?? proposition.verbAt).from,
              to: proposition.verbAt.to,
            }),
          })
        : {},
    };
  },
};

interface Forfeit {
  readonly kind: 'conduct' | 'reform' | 'money';
  readonly at: { readonly from: number; readonly to: number };
}

function forfeitOf(duty: Duty, reading: Reading): Forfeit | null {
  const { proposition, core } = duty;
  const { tokens } = proposition.sentence;
  for (const condition of proposition.conditions) {
    const range = { from: condition.from, to: condition.to };
    if (bare.has(condition.opener) && findWord(tokens, range, reforms) >= 0 && holds(duty))
      return { kind: proposition.actionClass === 'economic' ? 'money' : 'reform', at: range };
    if (bare.has(condition.opener) && core && performance(tokens, range) && ofBeneficiary(tokens, range, reading))
      return { kind: 'conduct', at: range };
    if (!conduct.has(condition.opener) || !loses(proposition, reading)) continue;
    // "loses the benefit of this Treaty if it provokes an attack": the pronoun is the loser's.
    const own = tokens[range.from + 1]?.word === 'it' ? proposition.actor : null;
    const actor = own ?? actorWithin(tokens, { from: range.from + 1, to: range.to }, reading.roles, null);
    // "when the clause of the alliance applies to the Beneficiary": nothing that it does.
    if (
      actor &&
      tokens[actor.at.from - 1]?.word === 'to' &&
      findWord(tokens, { from: range.from, to: actor.at.from }, applied) >= 0
    )
      continue;
    if (!actor && brokenText(tokens, range)) return { kind: 'conduct', at: range };
    if (
      actor
        ? (actor.who !== 'beneficiary' && actor.who !== 'party') || actor.mode === 'collective'
        : !namesState(proposition, range)
    )
      continue;
    if (findSequence(tokens, range, ownAct) || independent(proposition)) continue;
    return { kind: 'conduct', at: range };
  }
  return null;
}

const applied = wordSet('applies apply extends extend applied');
const textWords = wordSet(
  'point points article articles paragraph provision provisions treaty agreement pact obligation obligations duty duties',
);
const breaches = wordSet('broken violated breached infringed disregarded');

/** "where this point is broken": by whom is left open, so the beneficiary will do. */
function brokenText(tokens: Proposition['sentence']['tokens'], range: { from: number; to: number }): boolean {
  return findWord(tokens, range, textWords) >= 0 && findWord(tokens, range, breaches) >= 0 && findWord(tokens, range, by) < 0;
}

const by = wordSet('by');

const performing = wordSet(
  'complied complies comply compliance fulfilled fulfils fulfills fulfilment observed observes observance honoured honours honored performed performs respected respects violated breached breach violates',
);
const owed = wordSet(
  'obligation obligations commitment commitments duty duties undertaking undertakings provisions terms treaty agreement pact',
);

/** "has complied with all its obligations under this Treaty": somebody must judge, and nothing says who or how grave. */
function performance(tokens: readonly Token[], range: Range): boolean {
  return findWord(tokens, range, performing) >= 0 && findWord(tokens, range, owed) >= 0;
}

function ofBeneficiary(tokens: readonly Token[], range: Range, { roles }: Reading): boolean {
  return actorWithin(tokens, { from: range.from + 1, to: range.to }, roles, null)?.who === 'beneficiary';
}

/** A State that the roles do not know: some name in capitals. */
function namesState({ sentence: { tokens } }: Proposition, range: { from: number; to: number }): boolean {
  for (let i = range.from + 1; i < range.to; i++) if (tokens[i]!.capital) return true;
  return false;
}

/** The clause whose life hangs on the proviso is a promise to the beneficiary, or says that such promises apply. */
function holds({ core, proposition }: Duty): boolean {
  if (core && proposition.polarity !== 'permission') return true;
  const { tokens } = proposition.sentence;
  if (proposition.actionClass === 'economic') return proposition.polarity === 'positive' && proposition.actor.who === 'guarantor';
  return (
    /^(?:apply|remain|hold|continue|stand|be|last|bind|run|exist|subsist)$/.test(proposition.verb) &&
    findWord(tokens, proposition.subject, promise) >= 0
  );
}

/** "shall be considered void", "cease to apply", "Veldania loses the guarantee". */
function loses(proposition: Proposition, reading: Reading): boolean {
  const { tokens } = proposition.sentence;
  if (proposition.polarity === 'permission') return false;
  // "no guarantee applies"
  if (tokens[proposition.subject.from]?.word === 'no' && applying.has(proposition.verb))
    return findWord(tokens, proposition.subject, promise) >= 0;
  const ceases = proposition.modal?.form.includes('cease') === true;
  if (proposition.polarity === 'prohibition' && !ceases) return false;
  const after = { from: proposition.verbAt.from, to: Math.min(proposition.complement.to, proposition.verbAt.to + 6) };
  const lost = ceases || lossVerbs.has(proposition.verb) || findWord(tokens, after, lossWords) >= 0;
  if (!lost) return false;
  if (findWord(tokens, proposition.subject, promise) >= 0) return true;
  if (unit.has(tokens[proposition.subject.from]?.word ?? '') && proposition.subject.to - proposition.subject.from <= 4)
    return true;
  const loser = actorWithin(tokens, proposition.subject, reading.roles, null);
  return (
    (loser?.who === 'beneficiary' ||
      (loser?.who !== 'guarantor' && (proposition.verb === 'forfeit' || proposition.verb === 'lose')) ||
      ((loser?.who === 'guarantor' || loser?.who === 'party') && freeing.has(proposition.verb))) &&
    findWord(tokens, { from: proposition.verbAt.from, to: proposition.complement.to }, promiseOrUnit) >= 0
  );
}

const unit = wordSet('article articles section sections paragraph paragraphs part');
const freeing = wordSet('release free discharge absolve relieve excuse');
/** "released from Article 3": what binds may be named by its place. */
const promiseOrUnit = wordSet(
  'guarantee guarantees assurance assurances obligation obligations duty duties commitment commitments undertaking undertakings promise protection assistance entitlement claim right rights benefit benefits treaty agreement provisions interest article articles section sections paragraph point',
);

const applying = wordSet('apply exist remain stand hold bind operate');

/** A body finds the conduct first. */
function independent({ sentence: { tokens } }: Proposition): boolean {
  const all = { from: 0, to: tokens.length };
  return findWord(tokens, all, found) >= 0 && findWord(tokens, all, judges) >= 0;
}
