import type { Range, Sentence, Token } from '#phrases';
import { actorWithin } from '../actors.ts';
import type { Reading } from '../model.ts';
import { mayHoldForces } from '../presence.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { homeArticle } from '../triggers.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Ceiling {
  readonly id: string;
  readonly sentence: Sentence;
  readonly at: Range;
  readonly sense: 'cap' | 'ambiguous' | 'floor';
}

const own = wordSet(
  `forces army navy troops personnel soldiers brigades tanks guns missiles aircraft artillery helicopters warships vehicles military units
   reserves battalions launchers howitzers drones strength`,
);
const capping = sequences(`
not exceed
(limited|restricted|confined|capped|reduced|down|cut) (to|at)
(shall|will|may|must) not be (more|larger|greater) than
(no|not) (more|larger|greater) than
a (maximum|ceiling|limit|cap) of
(maximum|ceiling|limit|cap) of
(maximum|ceiling) (strength|number|size)
up to
at most
(reduce|reduces|limit|limits|restrict|cut|cap|bring|brings) (its|their|the|them)
(not|never) above
not be above
(must|shall|will) (stay|remain) (below|under)
(below|under) a
(limit|ceiling|cap) (shall|is|will)
(not|no) (have|keep|possess|maintain|hold|retain|own|field) more than
not exceeding
in excess of
not (rise|go|be|grow|climb) (above|beyond|over)
(bring|brings|brought|cut|cuts|scale|scales|scaled) down
(reduction|reduced|limitation|limited|cut) (of|in)
(range|ranges) (over|above|beyond|exceeding|greater|of)
(agrees|undertakes) to limit
`);
const vague = sequences(`
(remain|remains|stay|stays|stand|stands|maintained|maintain|maintains|kept|keep|keeps|set|fixed|held) at
at a (peacetime|level|strength|total|size|number)
at (the|its|their) (level|strength|present|current|peacetime)
(level|strength|size) of
approximately
(strength|size) (of|in)
(stand|stands) at
`);
/** Right before the number. */
const adjacent = sequences('around|about|roughly|some|number|numbers|numbering|totals|totalling|is|are'.replaceAll('|', '\n'));
const nothing = wordSet('nothing no none');
const money = wordSet('eur usd gbp euro euros dollars pounds € $ £');
const floors = sequences(`
at least
(not|no) (fewer|less|lower) than
a minimum of
minimum of
not be (lower|less|fewer)
not fall below
not below
`);
const martial = wordSet('army armies soldiers troops tanks brigades battalions artillery missiles');
const mutual = wordSet('each both either every mutual same sides equal equally');

/** Numbers set on the beneficiary's own forces (PRS008). */
function ceilingsOf(reading: Reading): Ceiling[] {
  if (reading.kind === 'monitoring' || reading.kind === 'force-status') return [];
  // Arms control among many binds all of them alike.
  if (
    reading.roles.parties.length > 8 ||
    /conventional|arms control|limitation/.test(reading.outline.title?.text.toLowerCase() ?? '')
  )
    return [];
  const out: Ceiling[] = [];
  const ofForces = mayHoldForces(reading);
  for (const sentence of reading.operative) {
    if (!ofForces && findWord(sentence.tokens, { from: 0, to: sentence.tokens.length }, martial) < 0) continue;
    const found = ceilingIn(sentence, reading);
    if (found) out.push({ id: `ceiling:${out.length}`, sentence, ...found });
  }
  return out;
}

function ceilingIn(sentence: Sentence, reading: Reading): Omit<Ceiling, 'id' | 'sentence'> | null {
  const { tokens, times, references } = sentence;
  const all = { from: 0, to: tokens.length };
  const number = tokens.findIndex(
    ({ kind, word }, i) =>
      kind === 'number' &&
      Number(word.replace(/,/g, '')) >= 20 &&
      !times.some(({ from, to }) => i >= from && i < to) &&
      !references.some(({ from, to }) => i >= from && i < to),
  );
  if (number < 0 || money.has(tokens[number - 1]?.word ?? '') || money.has(tokens[number + 1]?.word ?? '')) return null;
  // "Nothing in this Treaty sets a ceiling on …"
  if (nothing.has(tokens[sentence.own]?.word ?? '')) return null;
  const noun = findWord(tokens, { from: Math.max(0, number - 24), to: Math.min(tokens.length, number + 4) }, own);
  if (noun < 0 || findWord(tokens, all, mutual) >= 0) return null;
  if (!isOwn(sentence, noun, reading)) return null;
  const reach = { from: Math.max(0, number - 10), to: Math.min(tokens.length, number + 2) };
  const floor = findSequence(tokens, reach, floors);
  const cap = findSequence(tokens, { from: Math.max(0, number - 14), to: number }, capping);
  const level =
    findSequence(tokens, reach, vague) ?? findSequence(tokens, { from: Math.max(0, number - 1), to: number }, adjacent);
  if (floor) return { at: { from: floor.from, to: number + 1 }, sense: 'floor' };
  if (cap) return { at: { from: cap.from, to: number + 1 }, sense: 'cap' };
  return level ? { at: { from: Math.min(level.from, number), to: number + 1 }, sense: 'ambiguous' } : null;
}

/** The forces are the beneficiary's, or those of one State named that neither guarantees nor attacks. */
function isOwn(sentence: Sentence, noun: number, reading: Reading): boolean {
  const { tokens } = sentence;
  const { roles } = reading;
  if (
    /^(?:multinational|reassurance|guarantor|international|stabilisation|foreign|peacekeeping)$/.test(
      tokens[noun - 1]?.word ?? '',
    )
  )
    return false;
  let owner = ofWhom(tokens, noun, reading);
  const possessed =
    /^(?:its|their|own|his)$/.test(tokens[noun - 1]?.word ?? '') || /^(?:its|their)$/.test(tokens[noun - 2]?.word ?? '');
  if (!owner || possessed) {
    const clause = (reading.bySentence.get(sentence.id) ?? []).find(({ subordinate }) => !subordinate);
    if (clause && clause.actor.who !== 'thing' && clause.actor.who !== 'none' && clause.actor.at.to > clause.actor.at.from)
      owner ??= { who: clause.actor.who, name: clause.actor.name };
  }
  if (!owner && possessed) owner = namedBefore(sentence, reading);
  if (!owner) {
    // "The armed forces shall remain at …" in a text with one beneficiary are its forces.
    return (tokens[noun - 1]?.word === 'armed' || tokens[noun]!.word === 'army') && hasBeneficiary(reading) && !roles.mutual;
  }
  if (owner.who === 'beneficiary') return true;
  if (owner.who !== 'party' || owner.name === '') return false;
  return !roles.guarantors.includes(owner.name) && !roles.aggressors.includes(owner.name) && !/ and /.test(owner.name);
}

/** "This Article concerns the armed forces of X. Their strength is …": whose they are, by the sentence before or the title. */
function namedBefore(sentence: Sentence, reading: Reading): { who: string; name: string } | null {
  const home = homeArticle(sentence.clause);
  const { sentences } = reading.phrases;
  for (let n = sentence.id - 1; n >= Math.max(0, sentence.id - 3) && homeArticle(sentences[n]!.clause) === home; n--) {
    const { tokens } = sentences[n]!;
    const noun = findWord(tokens, { from: 0, to: tokens.length }, own);
    const owner = noun < 0 ? null : ofWhom(tokens, noun, reading);
    if (owner) return owner;
  }
  return null;
}

function hasBeneficiary({ roles }: Reading): boolean {
  return roles.beneficiaries.length > 0 || [...roles.classes.values()].includes('beneficiary');
}

function ofWhom(tokens: readonly Token[], noun: number, reading: Reading): { who: string; name: string } | null {
  for (let i = noun + 1; i < Math.min(tokens.length, noun + 3); i++) {
    if (tokens[i]!.word !== 'of' || tokens[i + 1]?.kind === 'number' || tokens[i + 1]?.word === 'up') continue;
    const actor = actorWithin(tokens, { from: i + 1, to: Math.min(tokens.length, i + 6) }, reading.roles, null);
    if (actor) return { who: actor.who, name: actor.name };
    const next = tokens[i + 1]?.word === 'the' ? tokens[i + 2] : tokens[i + 1];
    if (next?.capital) return { who: 'party', name: next.word };
  }
  if (tokens[noun - 1]?.word === "'s" || tokens[noun - 2]?.word === "'s") {
    const at = tokens[noun - 1]?.word === "'s" ? noun - 2 : noun - 3;
    const actor = actorWithin(tokens, { from: Math.max(0, at), to: at + 1 }, reading.roles, null);
    if (actor) return { who: actor.who, name: actor.name };
    if (tokens[at]?.capital) return { who: 'party', name: tokens[at]!.word };
  }
  const before = tokens[noun - 1]?.word === 'armed' ? tokens[noun - 2] : tokens[noun - 1];
  if (before?.capital) {
    const actor = actorWithin(tokens, { from: Math.max(0, noun - 2), to: noun }, reading.roles, null);
    if (actor) return { who: actor.who, name: actor.name };
  }
  return null;
}

const paying = wordSet('finance finances financed equip equips equipped fund funds funded pay pays paid');

const ceilingTrait: Trait<Ceiling> = {
  name: 'ceiling',
  facts: {
    sense: {
      type: 'text',
      doc: 'A cap, a number that can be read as one, or a floor (PRS008).',
      values: ['cap', 'ambiguous', 'floor'],
    },
    floorPaid: { type: 'flag', doc: 'The guarantors equip or pay for the forces.' },
    kind: { type: 'text', doc: 'Kind of the document (A.1, decision 6).' },
  },
  marks: { ceiling: 'The limiting words and the number.' },
  read: ({ sense, sentence, at }, reading) => ({
    facts: {
      sense,
      floorPaid: reading.operative.some(
        ({ tokens, clause }) => clause === sentence.clause && findWord(tokens, { from: 0, to: tokens.length }, paying) >= 0,
      ),
      kind: reading.kind,
    },
    marks: marks({ ceiling: markOf(sentence, at) }),
  }),
};

/** A number on the beneficiary's forces (PRS008). */
export const ceilingKind: SubjectKind<Ceiling> = {
  kind: 'ceiling',
  doc: 'A number that is set on the forces of the beneficiary.',
  items: ceilingsOf,
  about: ({ id, sentence, at }) => ({
    id,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [ceilingTrait],
};
