import type { Sentence } from '#phrases';
import { find, has, type Place, patterns, wordsOf } from '../finals/words.ts';
import type { Reading } from '../model.ts';
import { speaksOfSecurity } from '../security.ts';
import { markAt } from './fin-document.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

const armed = new Set([
  'use-armed-force',
  'intercept',
  'strike',
  'naval-protect',
  'air-defence',
  'close-airspace',
  'deploy-forces',
  'mobilise',
]);
const forceful = new Set([
  'sink',
  'destroy',
  'repel',
  'defend',
  'intercept',
  'shoot',
  'strike',
  'bomb',
  'blockade',
  'fight',
  'expel',
  'engage',
]);
const attacking = wordsOf('attack|attacks|attacker|attackers|attacked|aggression|invasion|invader|invaders');
const reserved = patterns(`
  reserve|reserves|reserving the right to act
  reserve|reserves|reserving the right to take action|measures|military|armed|any|all|the|such|joint|separate
  reserve|reserves|reserving the right of intervention|action|military
  reserve|reserves|reserving the right to intervene|use|defend|respond|send
  reserve|reserves|reserving to itself|themselves|himself|herself|ourselves the right to act|intervene|use|defend|respond|send|take
  reserve|reserves|reserving for itself|themselves|ourselves the right to act|intervene|use|defend|respond|send|take
  is|are|remain|remains entitled|free|at-liberty to intervene|fight
  is|are entitled|free to use|employ armed|military force|forces
  is|are entitled|free to resort to arms|force
  has|have|retains|retain|keeps|keep the right to intervene
  has|have|retains|retain the right of armed|military intervention|action
`);
const bases = patterns(`
  article 51
  articles 51
  art . 51
  article fifty-one
  self-defence|self-defense
  legitimate defence|defense
  chapter vii
`);
const saving = wordsOf(
  'derogate|derogates|derogating|prejudice|prejudices|impair|impairs|affect|affects|affecting|conflict|contrary|inconsistent|altering|modify|modifies|without',
);

/** Armed force and its basis in the Charter (FIN006; decisions 41 and 67). */
export const charterTrait: Trait<Reading> = {
  name: 'charter',
  facts: {
    armedForce: { type: 'flag', doc: 'A core duty to use armed force, or a reserved right to act against an attack.' },
    charterBasis: {
      type: 'flag',
      doc: 'The text names Article 51, self-defence or Chapter VII, or says that it does not derogate from the Charter.',
    },
  },
  marks: { forceWords: 'The first words of armed force.' },
  read: (reading) => {
    let force: Place | null = null;
    for (const duty of reading.duties) {
      const { proposition } = duty;
      if (proposition.polarity !== 'positive' || proposition.force < 4) continue;
      if (
        proposition.actor.who === 'beneficiary' ||
        proposition.actor.who === 'aggressor' ||
        proposition.actor.who === 'third-body'
      )
        continue;
      const answersAttack = duty.group !== null && (duty.group.class === 'attack' || duty.group.class === 'violation');
      const strong = armed.has(proposition.action) && (duty.core || answersAttack);
      const warded = forceful.has(proposition.verb) && has(proposition.sentence.tokens, attacking, proposition.at);
      if (!strong && !warded && !(answersAttack && forceful.has(proposition.verb))) continue;
      if (proposition.action === 'deploy-forces' && !answersAttack) continue;
      force = {
        sentence: proposition.sentence,
        at: {
          from: (proposition.modal ?? proposition.verbAt).from,
          to: Math.max(proposition.verbAt.to, Math.min(proposition.complement.to, proposition.complement.from + 6)),
        },
      };
      break;
    }
    if (!force && speaksOfSecurity(reading))
      for (const sentence of reading.operative) {
        const at = find(sentence.tokens, reserved);
        if (at) {
          force = { sentence, at };
          break;
        }
      }
    return {
      facts: { armedForce: force !== null, charterBasis: reading.phrases.sentences.some((sentence) => namesBasis(sentence)) },
      marks: marks({ forceWords: markAt(force) }),
    };
  },
};

const unread = new Set(['quotation', 'drafting-note', 'code', 'heading', 'title']);

function namesBasis(sentence: Sentence): boolean {
  if (unread.has(sentence.context)) return false;
  const { tokens } = sentence;
  if (find(tokens, bases)) return true;
  const operative =
    sentence.context === 'operative' || sentence.context === 'final-clause' || sentence.context === 'annex-operative';
  return (
    operative &&
    has(tokens, wordsOf('charter'), { from: 0, to: tokens.length }) &&
    has(tokens, saving, { from: 0, to: tokens.length })
  );
}

/** One place where part of the promise is carried by something not in the text. */
interface Unwritten {
  readonly id: string;
  readonly place: Place;
  readonly identified: boolean;
}

const secrets = patterns(`
  confidential|secret|classified|unpublished|undisclosed|side|private letter|letters|annex|annexes|protocol|protocols|memorandum|agreement|agreements|understanding|understandings|note|notes|document|documents|arrangement|arrangements|assurance|assurances|paper|papers|exchange|addendum|undertaking|undertakings|supplement|list|clause|clauses|article|articles
  oral|verbal assurance|assurances|commitment|commitments|understanding|understandings|agreement|agreements|undertaking|undertakings|promise|promises
  by word of mouth
  in a|an separate confidential|secret|classified|unpublished
  letter|letters|protocol|annex|document|understanding not|which|that to|is|are be? not? published|public|secret|confidential
  in confidence
  given|conveyed|communicated|agreed|expressed|explained|confirmed orally|verbally|privately|confidentially
  orally|verbally|privately|confidentially given|conveyed|communicated|agreed|expressed|explained|confirmed|made
`);
const told = patterns(`
  has|have|had been? communicated|conveyed|explained|intimated|indicated|described to
  has|have been made known to
  as communicated|conveyed|intimated to|by
  what|as|which i|we|he|she|they told|said|promised|explained|intimated|assured
  what|as i|we have|has told|said|promised|explained
  what was|were said|promised|told|agreed between|when|at|in|to
  as understood|discussed|agreed between
  understanding|understandings which|that? has|have? been? reached
  understanding|understandings reached
`);
const promised = wordsOf(
  `commitments|commitment|assistance|support|measures|response|guarantee|guarantees|assurances|assurance|obligations|obligation|nature|scope|extent|content|terms|details|forces|undertakings|
   undertaking|duties|duty|obliged|numbers|troops|aid|defence|defense|deployment|power|powers|action|station|contributions|contribution|promise|promises|size|conditions|plan|plans`,
);
const harmless = wordsOf(
  'information|documents-handling|tender|tenders|procurement|deliberations|archives|hearing|hearings|statements|statement|argument|arguments|proceedings|depositary|secretary-general|amend|amended|changed|modified|extended|interpreted|court|tribunal|arbitrator|arbitration|council',
);

const ofArms = wordsOf('attack|attacked|attacks|aggression|invasion|invaded|forces|troops');

const found = new WeakMap<Reading, readonly Unwritten[]>();

function unwrittenIn(reading: Reading): readonly Unwritten[] {
  const known = found.get(reading);
  if (known) return known;
  const out: Unwritten[] = [];
  const secure =
    speaksOfSecurity(reading) || reading.operative.some(({ tokens }) => has(tokens, ofArms, { from: 0, to: tokens.length }));
  if (secure)
    for (const sentence of reading.operative) {
      const { tokens } = sentence;
      const all = { from: 0, to: tokens.length };
      const at = find(tokens, secrets) ?? find(tokens, told);
      if (!at || !has(tokens, promised, all) || has(tokens, harmless, all)) continue;
      const near = { from: Math.max(0, at.from - 14), to: Math.min(tokens.length, at.to + 14) };
      if (
        has(tokens, wordsOf('no|not|without|neither|nor|protect|protects|handling|safeguard'), {
          from: Math.max(0, at.from - 5),
          to: at.from,
        })
      )
        continue;
      const dated =
        sentence.times.some((time) => time.date !== null && time.from >= near.from && time.to <= near.to) ||
        has(tokens, wordsOf('dated'), near);
      const binds = has(tokens, wordsOf('integral|regardless|irrespective'), all);
      out.push({ id: `unwritten:${sentence.id}`, place: { sentence, at }, identified: dated || binds });
    }
  found.set(reading, out);
  return out;
}

/** Every place where the text leaves part of the promise to something oral, secret or separate (FIN007). */
export const unwrittenKind: SubjectKind<Unwritten> = {
  kind: 'unwritten',
  doc: 'Words that leave part of the promise to something oral, secret or given separately.',
  items: unwrittenIn,
  about: ({ id, place }) => ({
    id,
    clause: place.sentence.clause.label || null,
    group: null,
    span: markAt(place) ?? place.sentence.span,
    confidence: 'explicit',
  }),
  traits: [
    {
      name: 'carrier',
      facts: {
        identified: {
          type: 'flag',
          doc: 'The carrier has a date, or the text says that it is part of it or that its articles bind regardless.',
        },
      },
      marks: { carrier: 'The words that name the carrier.', whole: 'The sentence.' },
      read: ({ place, identified }) => ({
        facts: { identified },
        marks: marks({
          carrier: markAt(place),
          whole: markOf(place.sentence, { from: place.sentence.own, to: place.sentence.tokens.length }),
        }),
      }),
    },
  ],
};
