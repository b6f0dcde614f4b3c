import type { ActionType } from '../actions.ts';
import type { Duty, Proposition, Reading } from '../model.ts';
import { findWord, wordSet } from '../scan.ts';
import type { Trait } from './trait.ts';

/** What a guarantee is made of, where a permission to do it promises nothing. */
const promised: ReadonlySet<ActionType> = new Set<ActionType>([
  'use-armed-force',
  'deploy-forces',
  'air-defence',
  'station',
  'provide-arms',
  'train',
  'finance',
  'share-intel',
  'monitor',
  'verify',
  'warn',
  'attribute',
  'determine',
]);
/** What only a State gives; a force or a commander that "may" do it is given a power. */
const given: ReadonlySet<ActionType> = new Set<ActionType>(['use-armed-force', 'deploy-forces', 'air-defence', 'station']);
const beyond = wordSet('further additional more other also extra besides addition moreover earlier sooner beyond any');
const shielding = wordSet('defend protect repel');

/** "Each Guarantor may pay …": a permission where the duty should stand, and no firm clause owes the same (OBL001). */
export const permittedTrait: Trait<Duty> = {
  name: 'permitted',
  facts: {
    permittedOnly: {
      type: 'flag',
      doc: 'A core act that is permitted to the one who should owe it: counted, dated or listed, nothing beyond a floor, and owed by no other clause.',
    },
  },
  marks: {},
  read: (duty, reading) => ({ facts: { permittedOnly: isPermittedOnly(duty, reading) } }),
};

function isPermittedOnly({ proposition, core, specificity, deadline }: Duty, reading: Reading): boolean {
  const { polarity, actor, action, sentence, at, verb, modal, verbAt, complement } = proposition;
  if (polarity !== 'permission' || !core || !promised.has(action)) return false;
  if (findWord(sentence.tokens, { from: (modal ?? verbAt).from, to: complement.to }, beyond) >= 0) return false;
  if (actor.who === 'organ') {
    if (given.has(action) && !shielding.has(verb)) return false;
    // "The Head may make a finding on its own initiative": a power beside the duty.
    return !owedElsewhere(proposition, reading);
  }
  if (actor.who !== 'guarantor' && actor.who !== 'party') return false;
  // A right to station or to use force is given in general words; a promise has numbers, a date or a list.
  const exact =
    specificity >= 3 || deadline.kind === 'hard' || sentence.times.some(({ from, to }) => from >= at.from && to <= at.to);
  return (exact || action === 'use-armed-force') && actor.mode !== 'collective' && !owedElsewhere(proposition, reading);
}

function owedElsewhere({ id, action, actor }: Proposition, reading: Reading): boolean {
  return reading.duties.some(
    ({ proposition: other }) =>
      other.id !== id &&
      other.action === action &&
      other.actor.who === actor.who &&
      (actor.who !== 'organ' || other.actor.name === actor.name) &&
      (other.polarity === 'positive' || other.polarity === 'effect') &&
      other.force >= 6,
  );
}
