import type { Range, Sentence } from '#phrases';
import type { Proposition, Reading } from '../model.ts';
import { readPropositions } from '../propositions.ts';
import { readAction } from '../read-action.ts';
import { findWord, wordSet } from '../scan.ts';
import { verbAt } from '../verbs.ts';
import { adverbs } from '../words.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Misplaced {
  readonly id: string;
  readonly sentence: Sentence;
  /** The clause that promises. */
  readonly whole: Range;
  /** The words of the promise itself. */
  readonly promise: Range;
  readonly force: number;
  readonly place: 'preamble' | 'definition' | 'footnote';
  readonly answered: boolean;
}

/** Most words of a promise that a finding quotes behind its verb. */
const PROMISE_REACH = 12;
/** How far the words of a vow in the preamble are read. */
const VOW_REACH = 26;
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
    out.push(misplaced(`misplaced:${proposition.id}`, proposition, place, answered));
  }
  for (const proposition of footnoteClauses(reading))
    if (proposition.actor.who !== 'none' && promises(proposition))
      out.push(misplaced(`misplaced:note.${out.length}`, proposition, 'footnote', false));
  if (!answersAttack) out.push(...resolutions(reading));
  return out;
}

function misplaced(id: string, proposition: Proposition, place: Misplaced['place'], answered: boolean): Misplaced {
  const { sentence, at, modal, verbAt: verb, complement, force } = proposition;
  const from = modal ? Math.min(modal.from, verb.from) : verb.from;
  return {
    id,
    sentence,
    whole: at,
    promise: { from, to: Math.min(complement.to, complement.from + PROMISE_REACH) },
    force,
    place,
    answered,
  };
}

const resolving = wordSet('resolved determined resolute pledged ready prepared committed');
const struck = wordSet('attacked invaded attack aggression invasion');

/** "Resolved to come to each other's defence if one of them is attacked": a vow to answer an attack, in a text that answers none. */
function resolutions({ phrases }: Reading): Misplaced[] {
  const out: Misplaced[] = [];
  for (const sentence of phrases.sentences) {
    if (sentence.context !== 'preamble' && sentence.context !== 'parties') continue;
    const { tokens, own } = sentence;
    const vow = findWord(tokens, { from: own, to: tokens.length }, resolving);
    if (vow < 0) continue;
    let i = vow + 1;
    while (i < vow + 4 && adverbs.has(tokens[i]?.word ?? '')) i++;
    const verb = tokens[i]?.word === 'to' ? verbAt(tokens[i + 1]?.word ?? '') : null;
    if (!verb) continue;
    let to = i + 2;
    while (to < tokens.length && to < i + VOW_REACH && tokens[to]!.word !== ';') to++;
    const complement = { from: i + 2, to };
    const none = { from: i, to: i };
    const action = readAction(tokens, {
      verb,
      verbAt: { from: i + 1, to: i + 2 },
      subject: none,
      complement,
      passive: false,
      conditions: [],
    });
    if (action !== 'use-armed-force' && action !== 'assist-generic' && action !== 'deploy-forces') continue;
    if (findWord(tokens, complement, struck) < 0) continue;
    const promise = { from: vow, to };
    out.push({
      id: `misplaced:vow.${out.length}`,
      sentence,
      whole: promise,
      promise,
      force: 2,
      place: 'preamble',
      answered: false,
    });
  }
  return out;
}

/** The finite clauses of the footnotes, which no other reader looks at. */
function footnoteClauses({ phrases, roles, style }: Reading): Proposition[] {
  const notes = phrases.sentences.filter(({ block, modals }) => block.kind === 'footnote' && modals.length > 0);
  if (notes.length === 0) return [];
  return readPropositions(
    notes.map((sentence) => ({ ...sentence, context: 'annex-informative' as const })),
    roles,
    style,
  );
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
  read: ({ sentence, promise, force, place, answered }, reading) => ({
    facts: { place, answered, style: reading.style, documentKind: reading.kind, forceOfPromise: force },
    marks: marks({ promise: markOf(sentence, promise) }),
  }),
};

/** A promise outside the articles (DRF008). */
export const misplacedKind: SubjectKind<Misplaced> = {
  kind: 'misplaced',
  doc: 'A promise that stands in the preamble or in a definition.',
  items: misplacedOf,
  about: ({ id, sentence, whole }) => ({
    id,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, whole) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [placeTrait],
};
