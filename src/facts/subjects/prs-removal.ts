import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { clauseAt, concernsForce, isForce, mayHoldForces, ownerOf } from '../presence.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Removal {
  readonly id: string;
  readonly sentence: Sentence;
  readonly at: Range;
  readonly way: 'alone' | 'event' | 'notice';
  readonly inAttack: boolean;
}

const removing = wordSet(
  `withdraw withdraws withdrawn withdrawing withdrawal redeploy redeploys redeployed redeployment reduce reduces reduced reduction recall
   recalls recalled relocate relocates relocated remove removed remove draw-down drawdown repatriate repatriated evacuate leave leaves
   thin disband disbanded dissolved rotate transfer transferred pull pulled downsize lower lowered`,
);
const staying = wordSet('remain remains stay stays stationed kept maintained present continues continue');
const conditional = sequences(`
(for|so|as) (as|long) long as
(for|so|as) long as
(pending|until) (a|the|an|peace|conclusion)
until such time
`);
const freely = wordSet('may can discretion entitled free reserves reserve liberty sees deems wishes chooses unilaterally alone');
const events = sequences(`
treaty of peace
peace (treaty|agreement|settlement|accord|process)
political (process|settlement|situation|solution|conditions|developments)
(posture|annual|periodic|joint|strategic|force) review
(end|expiry|expiration|lapse|termination) of (the|its|their) mandate
mandate (expires|ends|lapses)
(its|the|their) mandate is not renewed
review
(security|political) (conditions|situation) (permit|permits|allow|allows)
(at|on|upon) the request of
(is|are) no longer (needed|necessary|required)
(situation|conditions) (permits|permit|allows|allow)
`);
const allTogether = wordSet(
  'consent consents concurring concurrence concurs agreement unanimous unanimously jointly joint consensus',
);
const replaced = wordSet('replacement replaced replaces successor relief relieved new rotation gap');
const negated = wordSet('no not never none neither nor cannot');
const fighting = wordSet('attack attacks hostilities fighting aggression war combat');
const others = wordSet('wounded families civilians sick treaty protocol agreement equipment dependants ratification reservation');
const silentKinds: ReadonlySet<Reading['kind']> = new Set([
  'monitoring',
  'ceasefire',
  'resolution',
  'economic',
  'amending',
  'non-aggression',
]);

/** Words by which a force may be taken away (PRS003). */
function removalsOf(reading: Reading): Removal[] {
  if (!mayHoldForces(reading) || !concernsForce(reading) || silentKinds.has(reading.kind)) return [];
  const out: Removal[] = [];
  for (const sentence of reading.operative) {
    if (sentence.block.kind === 'cell') continue;
    const found = removalIn(sentence, reading);
    if (found) out.push({ id: `removal:${out.length}`, sentence, ...found });
  }
  return out;
}

function removalIn(sentence: Sentence, reading: Reading): Omit<Removal, 'id' | 'sentence'> | null {
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  for (let i = sentence.own; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    const goes = removing.has(word);
    if (!goes && !staying.has(word)) continue;
    const noun = themeOf(tokens, i);
    if (noun < 0 || !ofGuarantors(sentence, noun, i, reading)) continue;
    if (
      findWord(tokens, { from: Math.max(0, i - 6), to: i }, negated) >= 0 ||
      /^(?:no|none|neither)$/.test(tokens[sentence.own]!.word)
    )
      continue;
    if (findWord(tokens, all, replaced) >= 0 || findWord(tokens, { from: i, to: i + 6 }, others) >= 0) continue;
    const ends = findSequence(tokens, { from: i, to: tokens.length }, conditional);
    if (!goes && !ends) continue;
    const shared = findWord(tokens, all, allTogether);
    if (shared >= 0 && tokens[shared - 2]?.word !== 'without' && tokens[shared - 1]?.word !== 'without') continue;
    const at = { from: Math.min(noun, i), to: Math.max(noun, i) + 1 };
    const attack = findWord(tokens, all, fighting);
    const inAttack =
      goes &&
      attack >= 0 &&
      /\b(?:during|while|even|also|despite|throughout)\b/.test(
        tokens
          .slice(Math.max(0, attack - 6), attack)
          .map((token) => token.word)
          .join(' '),
      );
    const event = findSequence(tokens, all, events);
    if (!goes) {
      if (
        !event &&
        !/\b(?:long as|until such)\b/.test(
          tokens
            .slice(ends!.from, ends!.to)
            .map((token) => token.word)
            .join(' '),
        )
      )
        continue;
      if (attack >= 0 && !event) continue;
      return { at: { from: i, to: tokens.length }, way: 'event', inAttack: false };
    }
    const short =
      sentence.times.some(({ kind, hours }) => (kind === 'notice' || kind === 'limit') && hours !== null && hours < 8760) &&
      tokens.some((token) => token.word === 'notice');
    const may =
      findWord(tokens, { from: Math.max(0, i - 8), to: tokens.length }, freely) >= 0 ||
      findSequence(tokens, all, anyTime) !== null;
    if (short) return { at, way: 'notice', inAttack };
    if (may) {
      if (sentence.times.some(({ kind }) => kind === 'notice') && !inAttack) return null;
      return { at: { from: mayBefore(tokens, at.from, i), to: at.to }, way: 'alone', inAttack };
    }
    if (event) return { at, way: 'event', inAttack };
  }
  return null;
}

const anyTime = sequences('at any time\nat its discretion\nat their discretion\nas it sees fit');

function mayBefore(tokens: readonly Token[], from: number, verb: number): number {
  for (let i = verb - 1; i >= Math.max(0, verb - 4); i--) if (/^(?:may|can)$/.test(tokens[i]!.word)) return Math.min(from, i);
  return from;
}

/** The force that goes: behind a verb or noun of leaving, or before a passive or a verb without object; -1 where none does. */
function themeOf(tokens: readonly Token[], verb: number): number {
  const intransitive = staying.has(tokens[verb]!.word) || /^(?:leave|leaves|rotate)$/.test(tokens[verb]!.word);
  const passive = /^(?:be|is|are|been|being)$/.test(tokens[verb - 1]?.word ?? '') || /(?:ed|n)$/.test(tokens[verb]!.word);
  if (!intransitive && !(passive && /^(?:be|is|are|been|being)$/.test(tokens[verb - 1]?.word ?? '')))
    for (let i = verb + 1; i < Math.min(tokens.length, verb + 9); i++) {
      if (tokens[i]!.kind === 'mark' || others.has(tokens[i]!.word)) break;
      if (isForce(tokens, i)) return i;
    }
  if (!intransitive && !passive && !/^(?:on|if|when|at|upon|from|,|\.)$/.test(tokens[verb + 1]?.word ?? '.')) return -1;
  for (let i = verb - 1; i >= Math.max(0, verb - 16); i--) if (isForce(tokens, i)) return i;
  return -1;
}

function ofGuarantors(sentence: Sentence, noun: number, verb: number, reading: Reading): boolean {
  const owner = ownerOf(sentence, noun, reading);
  if (owner && (owner.who === 'aggressor' || (owner.who === 'beneficiary' && !reading.roles.mutual))) return false;
  const actor = clauseAt(sentence, verb, reading)?.actor;
  if (actor && (actor.who === 'aggressor' || actor.includesAggressor || (actor.who === 'beneficiary' && !reading.roles.mutual)))
    return false;
  const both = findWord(sentence.tokens, { from: 0, to: sentence.tokens.length }, bothSides);
  return both < 0 && !(sentence.tokens[noun - 1]?.word === 'armed' && !owner);
}

const bothSides = wordSet('sides side belligerents both mutual');

const removalTrait: Trait<Removal> = {
  name: 'removal',
  facts: {
    way: {
      type: 'text',
      doc: 'How the force may go: at the will of its owner, on a political event, or on short notice (PRS003).',
      values: ['alone', 'event', 'notice'],
    },
    inAttack: { type: 'flag', doc: 'It may go while an attack lasts.' },
    kind: { type: 'text', doc: 'Kind of the document (A.1, decision 6).' },
  },
  marks: { removal: 'The words that let the force go.' },
  read: ({ way, inAttack, sentence, at }, reading) => ({
    facts: { way, inAttack, kind: reading.kind },
    marks: marks({ removal: markOf(sentence, at) }),
  }),
};

/** A way by which the force leaves (PRS003). */
export const removalKind: SubjectKind<Removal> = {
  kind: 'removal',
  doc: 'Words by which a force of the guarantors may be reduced, moved or taken away.',
  items: removalsOf,
  about: ({ id, sentence, at }) => ({
    id,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [removalTrait],
};
