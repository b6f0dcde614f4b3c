import type { Proposition, Reading } from '../model.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Misplaced {
  readonly id: string;
  readonly proposition: Proposition;
  readonly place: 'preamble' | 'definition' | 'footnote';
  readonly answered: boolean;
}

const coreClasses = new Set(['military', 'military-support', 'economic', 'generic']);

/** Promises that stand where no duty is looked for: preamble, definition (DRF008). */
function misplacedOf(reading: Reading): Misplaced[] {
  const out: Misplaced[] = [];
  const operative = new Set(
    reading.duties.filter((duty) => duty.core && duty.proposition.force >= 6).map((duty) => duty.proposition.actionClass),
  );
  const answersAttack = reading.groups.some((group) => group.class === 'attack' && group.propositions.length > 0);
  for (const proposition of reading.propositions) {
    const { context } = proposition;
    if (context !== 'preamble' && context !== 'definition') continue;
    const place = context === 'preamble' ? 'preamble' : 'definition';
    if (place === 'preamble' && !promises(proposition)) continue;
    if (place === 'definition' && !commands(proposition)) continue;
    const answered =
      operative.has(proposition.actionClass) ||
      (answersAttack && reading.duties.some((duty) => duty.core && duty.group?.class === 'attack'));
    out.push({ id: `misplaced:${proposition.id}`, proposition, place, answered });
  }
  return out;
}

/** A promise of the authors: an actor or the authors themselves, or an attack that "will be met". */
function promises(proposition: Proposition): boolean {
  if (proposition.polarity !== 'positive' || proposition.force < 5) return false;
  if (proposition.relative && proposition.modal === null) return false;
  if (proposition.modal === null) return false;
  const first = proposition.modal.form.split(' ')[0]!;
  if (first !== 'shall' && first !== 'will' && !/^(?:undertak|agree|guarantee|pledge|commit)/.test(first)) return false;
  if (proposition.passive) return proposition.verb === 'meet' || proposition.verb === 'defend' || proposition.verb === 'protect';
  const { who } = proposition.actor;
  return (
    coreClasses.has(proposition.actionClass) && (who === 'guarantor' || who === 'party' || who === 'organ' || who === 'none')
  );
}

/** A definition that orders something: "measures that the Guarantors shall take if they so decide". */
function commands(proposition: Proposition): boolean {
  if (proposition.modal === null || proposition.polarity !== 'positive' || proposition.force < 7) return false;
  const { who } = proposition.actor;
  if (who !== 'guarantor' && who !== 'party' && who !== 'organ') return false;
  const first = proposition.modal.form.split(' ')[0]!;
  return (
    (coreClasses.has(proposition.actionClass) || proposition.conditions.length > 0) &&
    (first === 'shall' || first === 'must') &&
    proposition.verb !== 'be' &&
    proposition.verb !== 'mean' &&
    proposition.verb !== 'have'
  );
}

const placeTrait: Trait<Misplaced> = {
  name: 'place',
  facts: {
    place: { type: 'text', doc: 'Where the promise stands.', values: ['preamble', 'definition', 'footnote'] },
    answered: { type: 'flag', doc: 'An article promises the same class of action with force 6 or more.' },
    style: { type: 'text', doc: 'Register (0.2).', values: ['treaty', 'mou', 'statement', 'unknown'] },
    documentKind: { type: 'text', doc: 'Kind of the document.' },
    forceOfPromise: { type: 'number', doc: 'Force of the words (B).' },
  },
  marks: { promise: 'The promise.' },
  read: ({ proposition, place, answered }, reading) => {
    const from = proposition.modal ? Math.min(proposition.modal.from, proposition.verbAt.from) : proposition.verbAt.from;
    return {
      facts: { place, answered, style: reading.style, documentKind: reading.kind, forceOfPromise: proposition.force },
      marks: marks({
        promise: markOf(proposition.sentence, {
          from,
          to: Math.min(proposition.complement.to, proposition.complement.from + 12),
        }),
      }),
    };
  },
};

/** A promise outside the articles (DRF008). */
export const misplacedKind: SubjectKind<Misplaced> = {
  kind: 'misplaced',
  doc: 'A promise that stands in the preamble or in a definition.',
  items: misplacedOf,
  about: ({ id, proposition }) => ({
    id,
    clause: proposition.clause.label || null,
    group: null,
    span: markOf(proposition.sentence, proposition.at) ?? proposition.sentence.span,
    confidence: 'explicit',
  }),
  traits: [placeTrait],
};
