import type { Range, Sentence, Token } from '#phrases';
import { actorWithin } from '../actors.ts';
import type { Proposition, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { concernsWar, speaksOfSecurity } from '../security.ts';
import { verbAt as lemmaOf } from '../verbs.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Words of a title that promise less than a guarantee. */
const titles = sequences(`
security (assurance|assurances|commitment|commitments|pledge|pledges)
(assurance|assurances|pledge|pledges)
political (assurance|assurances|commitment|commitments|pledge|pledges|understanding)
(statement|declaration) of (support|intent|solidarity)
`);
/** Names of an instrument that count only over a promise of security (decision 21). */
const instruments = wordSet('memorandum arrangement understanding');
const nouns = wordSet('assurance assurances pledge pledges');
/** A commitment is weak where it is one of politics or only of "security". */
const commitments = wordSet('commitment commitments');
const soft = wordSet('political security');
/** Assurance of another thing: of quality, of fuel, of information (BUD001 *Not*). */
const otherSenses = wordSet(
  'quality mission information life safety software airworthiness supply fuel medical technical product compliance reasonable safeguards budgetary audit health social property',
);
const giving = wordSet(
  'provide give offer extend hand convey send make confirm renew grant deliver exchange tender furnish receive issue reiterate constitute contain affirm',
);
const undertaking = wordSet('make give undertake extend assume enter offer provide reaffirm accept confirm renew');
const receiving = wordSet('receive have enjoy obtain hold get');
const lasting = wordSet('extend cover apply last include take remain stand hold bind continue');
const guaranteeing = wordSet('guarantee');

/** Words of assurance where a guarantee is meant (BUD001, decisions 21 and 63). */
export const assuranceTrait: Trait<Reading> = {
  name: 'assurance',
  facts: {
    assuranceTitle: { type: 'flag', doc: 'The title speaks of assurances, pledges or commitments, over a promise of security.' },
    assurancePromise: { type: 'flag', doc: 'An operative clause gives an assurance or pledge to the beneficiary.' },
    guarantees: { type: 'flag', doc: 'A clause says that a guarantor guarantees, and a core duty binds it.' },
  },
  marks: { assuranceTitleWords: 'The weak word of the title.', assuranceWords: 'The assurance that is given.' },
  read: (reading) => {
    const promises = speaksOfSecurity(reading);
    const title = promises ? weakTitle(reading) : null;
    // A text with a beneficiary and a title on security may speak of nothing but assurances.
    const promise = promises || securesSomebody(reading) ? weakPromise(reading) : null;
    const bound = reading.duties.some(
      ({ core, proposition }) => core && proposition.force >= 7 && proposition.polarity === 'positive',
    );
    return {
      facts: {
        assuranceTitle: title !== null,
        assurancePromise: promise !== null,
        guarantees: bound && reading.duties.some((duty) => guaranteesSomething(duty.proposition)),
      },
      marks: marks({
        assuranceTitleWords: title ? markOf(title.sentence, title.at) : null,
        assuranceWords: promise ? markOf(promise.sentence, promise.at) : null,
      }),
    };
  },
};

function securesSomebody(reading: Reading): boolean {
  const title = reading.outline.title?.text.toLowerCase() ?? '';
  return reading.roles.beneficiaries.length > 0 && concernsWar(reading.operative, title, reading.frontMatter);
}

interface Place {
  readonly sentence: Sentence;
  readonly at: Range;
}

function guaranteesSomething({ verb, polarity, force, actor }: Proposition): boolean {
  return guaranteeing.has(verb) && polarity === 'positive' && force >= 7 && actor.who !== 'thing';
}

function weakTitle(reading: Reading): Place | null {
  const block = reading.outline.title;
  const sentence = block ? reading.phrases.sentences.find((one) => one.block === block) : undefined;
  if (!sentence) return null;
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  const at = findSequence(tokens, all, titles);
  if (at && !anotherSense(tokens, at.from)) return { sentence, at };
  const word = findWord(tokens, all, instruments);
  const kept = reading.duties.some(({ core, proposition }) => core && proposition.polarity !== 'permission');
  return word >= 0 && kept && word < 3 ? { sentence, at: { from: word, to: word + 1 } } : null;
}

function weakPromise(reading: Reading): Place | null {
  for (const { proposition } of reading.duties) {
    if (proposition.context === 'final-clause' || proposition.polarity === 'prohibition') continue;
    const at = assures(proposition, reading);
    if (at) return { sentence: proposition.sentence, at };
  }
  return null;
}

function assures(proposition: Proposition, reading: Reading): Range | null {
  const { tokens } = proposition.sentence;
  const { verb, verbAt, complement, subject, passive, actor } = proposition;
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 14) };
  const from = (proposition.modal ?? verbAt).from;
  const told = findWord(tokens, { from, to: verbAt.to + 2 }, new Set(['assured']));
  if (told >= 0 && verb !== 'assure' && findWord(tokens, { from: told + 1, to: told + 8 }, byOrOf) >= 0)
    return { from, to: told + 1 };
  if (verb === 'assure') {
    if (passive) {
      const theme = actorWithin(tokens, subject, reading.roles, null);
      return theme && findWord(tokens, near, byOrOf) >= 0 ? { from: verbAt.from, to: verbAt.to } : null;
    }
    const told = actorWithin(tokens, { from: near.from, to: Math.min(near.to, near.from + 5) }, reading.roles, null);
    const who = told && (told.who === 'beneficiary' || told.who === 'party') && findWord(tokens, near, ofOrThat) >= 0;
    return who ? { from: verbAt.from, to: verbAt.to } : null;
  }
  if (actor.who === 'aggressor' || actor.who === 'organ') return null;
  if (promiseForm.test(proposition.modal?.form ?? '')) return { from, to: proposition.modal!.to - 1 };
  if (actor.who === 'beneficiary' && !passive) return receiving.has(verb) ? received(tokens, near, reading, verbAt) : null;
  const range = passive ? subject : near;
  const noun = weakNoun(tokens, range);
  if (noun >= 0 && verb !== 'receive') {
    const given = giving.has(verb) || (commitments.has(tokens[noun]!.word) && undertaking.has(verb));
    if (given || (verb === 'be' && passive)) return passive ? { from: noun, to: verbAt.to } : { from, to: noun + 1 };
  }
  if (!passive && verb === 'give') {
    const word = findWord(tokens, near, words);
    if (word >= 0 && /^(?:its|their|our|my)$/.test(tokens[word - 1]?.word ?? '')) return { from, to: word + 1 };
  }
  const head = weakNoun(tokens, subject);
  if (head >= 0 && (lasting.has(verb) || (proposition.modal?.kind === 'effect' && giving.has(lastOf(tokens, verbAt)))))
    return { from: head, to: Math.max(head + 1, lasting.has(verb) ? 0 : verbAt.to) };
  return givenInPassing(tokens, subject) ?? givenInPassing(tokens, near);
}

const promiseForm = /^(?:assurances?|pledges?|word) to$/;
const words = wordSet('word');

/** "assurances", "political commitment" in the range, and none of quality or of fuel; -1 if none. */
function weakNoun(tokens: readonly Token[], range: Range): number {
  const noun = findWord(tokens, range, nouns);
  if (noun >= 0) return anotherSense(tokens, noun) ? -1 : noun;
  const commitment = findWord(tokens, range, commitments);
  return commitment > 0 && soft.has(tokens[commitment - 1]!.word) && tokens[commitment - 2]?.word !== 'social' ? commitment : -1;
}

function lastOf(tokens: readonly Token[], at: Range): string {
  for (let i = at.to; i < at.to + 2; i++) {
    const lemma = lemmaOf(tokens[i]?.word ?? '');
    if (lemma) return lemma;
  }
  return '';
}

/** "Kestovia has our assurance", "receives from us the following assurances". */
function received(tokens: readonly Token[], near: Range, reading: Reading, verbAt: Range): Range | null {
  const noun = weakNoun(tokens, near);
  if (noun < 0) return null;
  const before = { from: near.from, to: Math.min(near.to, noun + 8) };
  const ours = findWord(tokens, before, owners) >= 0;
  const giver = ours ? null : actorWithin(tokens, before, reading.roles, null);
  return ours || giver?.who === 'guarantor' || giver?.who === 'party' ? { from: verbAt.from, to: noun + 1 } : null;
}

const owners = wordSet('our us we');

/** "the assurances we give today": given in a relative clause without its pronoun. */
function givenInPassing(tokens: readonly Token[], range: Range): Range | null {
  const noun = weakNoun(tokens, range);
  if (noun < 0 || !/^(?:we|that|which)$/.test(tokens[noun + 1]?.word ?? '')) return null;
  for (let i = noun + 2; i < Math.min(tokens.length, noun + 7); i++) {
    const lemma = lemmaOf(tokens[i]!.word);
    if (lemma && giving.has(lemma) && findWord(tokens, { from: noun + 1, to: i }, owners) >= 0) return { from: noun, to: i + 1 };
  }
  return null;
}

const byOrOf = wordSet('by of that');
const ofOrThat = wordSet('of that');

function anotherSense(tokens: readonly Token[], noun: number): boolean {
  for (let i = Math.max(0, noun - 2); i < Math.min(tokens.length, noun + 3); i++)
    if (otherSenses.has(tokens[i]!.word) || (i < noun && tokens[i]!.word === 'no')) return true;
  return false;
}
