import type { Sentence } from '#phrases';
import { finalClausesOf } from '../final-clauses.ts';
import type { EndEvent } from '../finals/end-events.ts';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { concernsWar } from '../security.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Kinds of text in which some duration is due (decision 36 and the table of absences). */
const untimed: ReadonlySet<Reading['kind']> = new Set(['political-declaration', 'unilateral', 'monitoring', 'operational-annex']);

const reviews = wordSet(
  'review reviews reviewed reviewing revise revises adjust adjusts examine examines reconsider reconsiders',
);
const lowering = wordSet(
  'reduce reduced lower lowered lessen curtail cut diminish decrease decreased relax relaxed adjust adjusted amend amended modify modified',
);
const majorities = sequences('simple majority\n(a|by|its) majority\nmajority (vote|decision|of)\nmajority');
const raised = sequences(`
(two-thirds|qualified|three-quarters|three-fourths|absolute|four-fifths) majority
majority of (two|three|four)`);

/** A review that may lower the duties by simple majority (DUR001, ground e). */
function softReview(sentences: readonly Sentence[]): Sentence | null {
  for (const sentence of sentences) {
    const { tokens } = sentence;
    const all = { from: sentence.own, to: tokens.length };
    if (findWord(tokens, all, lowering) < 0 || !findSequence(tokens, all, majorities) || findSequence(tokens, all, raised))
      continue;
    if (
      findWord(tokens, all, reviews) < 0 &&
      findWord(tokens, all, wordSet('tasks duties obligations commitments contributions')) < 0
    )
      continue;
    return sentence;
  }
  return null;
}

const bodies = wordSet('mission force forces troops personnel deployment contingent contingents military');

/** A text on forces abroad whatever its kind: its title names them and its words speak of arms. */
function sendsForces({ kind, outline, operative }: Reading): boolean {
  if (kind === 'force-status') return true;
  const title = outline.title?.text.toLowerCase().split(/[^a-z]+/) ?? [];
  if (kind !== 'other' || !title.some((word) => bodies.has(word))) return false;
  return operative.some(({ tokens }) =>
    tokens.some(({ word }, i) => word === 'armed' && /^(?:forces|personnel|force|units)$/.test(tokens[i + 1]?.word ?? '')),
  );
}

const enemy: ReadonlySet<EndEvent> = new Set(['peace', 'finding']);

/** How long the text binds and what ends it (DUR001, DUR005 b). True flags may be joined over sister documents. */
export const termTrait: Trait<Reading> = {
  name: 'lifetime',
  facts: {
    termDue: { type: 'flag', doc: 'A text of this kind, given in full, should say how long it binds.' },
    term: { type: 'text', doc: 'How the term is stated.', values: ['fixed', 'indefinite', 'until', 'none'] },
    termMonths: { type: 'number', doc: 'Months of a fixed term; -1 for a date or without a fixed term.' },
    renewal: { type: 'text', doc: 'How the term is renewed.', values: ['automatic', 'consent', 'none'] },
    endsOnPeace: {
      type: 'flag',
      doc: 'The text ends with the fighting, on a peace, or when someone finds that the danger is over.',
    },
    endsEarly: {
      type: 'flag',
      doc: 'The text ends on a step towards another guarantee, or on membership that is none, before new cover begins.',
    },
    endsOnAlliance: { type: 'flag', doc: 'The text ends with membership of an alliance, or when its guarantee applies.' },
    leaves: {
      type: 'number',
      doc: 'Shortest notice in months of a party that leaves alone; 0 at will; -1 where nobody may leave.',
    },
    softReview: { type: 'flag', doc: 'A review may lower the duties by simple majority.' },
    sendsForces: { type: 'flag', doc: 'The text is about forces abroad.' },
    termBorrowed: { type: 'flag', doc: 'The term is that of another text.' },
  },
  marks: {
    termWords: 'The words that state the term.',
    renewalWords: 'The words on renewal.',
    endWords: 'The event that ends the text.',
    earlyWords: 'The step that ends the text before new cover begins.',
    leaveWords: 'The words by which one leaves.',
    reviewWords: 'The review that may lower the duties.',
  },
  read: (reading) => {
    const { exits, duration } = finalClausesOf(reading).exits;
    const alone = exits.filter((exit) => !exit.joint && !exit.guarded && exit.kind !== 'suspend');
    const shortest = alone.reduce((least, exit) => Math.min(least, exit.noticeMonths ?? 0), Number.POSITIVE_INFINITY);
    const peace = duration.endings.find(({ event }) => enemy.has(event));
    const early = duration.endings.find(({ event }) => event === 'step' || event === 'union');
    const review = softReview(reading.operative);
    const out = alone[0];
    return {
      facts: {
        termDue:
          !untimed.has(reading.kind) &&
          (reading.kind !== 'other' ||
            concernsWar(reading.operative, reading.outline.title?.text.toLowerCase() ?? '', reading.frontMatter)) &&
          (reading.frontMatter.completeness ?? 'full') === 'full' &&
          reading.frontMatter.parent === undefined,
        term: duration.kind,
        termMonths: duration.months ?? -1,
        renewal: duration.renewal,
        endsOnPeace: peace !== undefined,
        endsEarly: early !== undefined,
        endsOnAlliance: duration.endings.some(({ event }) => event === 'alliance'),
        leaves: alone.length > 0 ? shortest : -1,
        softReview: review !== null,
        sendsForces: sendsForces(reading),
        termBorrowed: duration.borrowed,
      },
      marks: marks({
        termWords: duration.place ? markOf(duration.place.sentence, duration.place.at) : null,
        renewalWords: duration.renewalAt ? markOf(duration.renewalAt.sentence, duration.renewalAt.at) : null,
        endWords: peace ? markOf(peace.place.sentence, peace.place.at) : null,
        earlyWords: early ? markOf(early.place.sentence, early.place.at) : null,
        leaveWords: out ? markOf(out.place.sentence, out.place.at) : null,
        reviewWords: review ? markOf(review, { from: review.own, to: review.tokens.length }) : null,
      }),
    };
  },
};
