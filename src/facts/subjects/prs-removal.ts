import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { clauseAt, concernsForce, forceNouns, isForce, mayHoldForces, ownerOf } from '../presence.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Removal {
  readonly id: string;
  readonly sentence: Sentence;
  readonly at: Range;
  readonly way: 'alone' | 'event' | 'notice';
  readonly inAttack: boolean;
}

/** Verbs and nouns by which a force goes, whatever stands behind them. */
const removing = wordSet(
  `withdraw withdraws withdrawn withdrawing withdrawal redeploy redeploys redeployed redeploying redeployment reduce reduces reduced reducing
   reduction recall recalls recalled recalling relocate relocates relocated relocation remove removes removed removal draw-down drawdown
   repatriate repatriates repatriated repatriation evacuate leave leaves depart departs departure thin disband disbands disbanded dissolved
   rotate transfer transfers transferred pull pulls pulled pulling downsize downsized lower lowers lowered reassign reassigns reassigned
   reassigning reassignment divert diverts diverted diverting diversion reallocate reallocated shrink shrinks shrunk cut diminish diminished`,
);
/** Verbs by which a force goes only with a word of direction: "bring home", "move out", "move to other theatres". */
const moving = wordSet(
  `bring brings brought bringing call calls called calling send sends sent sending take takes taken taking move moves moved moving order
   orders ordered return returns returned returning go goes going come comes draw draws drawn drawing ship ships shipped fly flies flown
   march marches phase phased wind winds wound post posted assign assigned use employ commit shift shifts shifted switch switched available`,
);
const homeward = sequences(`
home
homeward
away
out
elsewhere
back
off
down
(from|out) (of|) (the|this) force
to (its|their) (own|home) (territory|country|countries|soil|states|state|bases|garrisons)
to (other|another|a different|different) (theatre|theatres|theater|theaters|duties|duty|task|tasks|region|regions|country|countries|parts|operations|front|fronts|mission|missions)
(in|to|for) (other|another) (theatre|theatres|theater|theaters|place|places|region|regions|mission|missions|task|tasks|purposes)
`);
/** Nouns for the being there of a force, and the verbs by which it comes to an end. */
const stays = wordSet('presence stationing deployment mission mandate contribution participation commitment operation');
const ending = wordSet(
  'ends end ended expires expire lapses lapse ceases cease terminates terminate terminated ending discontinue discontinued suspend suspended suspends conclude concludes',
);
const staying = wordSet('remain remains stay stays stationed kept maintained present continues continue');
const conditional = sequences(`
(for|so|as) (as|long) long as
(for|so|as) long as
(pending|until) (a|the|an|peace|conclusion)
until such time
`);
const freely = wordSet(
  `may can discretion entitled free freely reserves reserve liberty sees deems wishes chooses choose unilaterally alone will pleasure
   whenever prevents hinders bars forbids decides decide judges thinks`,
);
const events = sequences(`
treaty of peace
peace (treaty|agreement|settlement|accord|process)
(conclusion|restoration|return|establishment|consolidation) of (a|the|) (lasting|durable|just|) peace
political (process|settlement|situation|solution|conditions|developments)
(posture|annual|periodic|joint|strategic|force|yearly) review
(end|expiry|expiration|lapse|termination) of (the|its|their) mandate
mandate (expires|ends|lapses)
(its|the|their) mandate is not renewed
review
(security|political) (conditions|situation) (permit|permits|allow|allows)
(at|on|upon) the request of
(is|are) no longer (needed|necessary|required)
(situation|conditions|circumstances) (permits|permit|allows|allow)
as (the|) (relations|conditions|situation|circumstances|tension|tensions|threat)
`);
/** Words that open an event on which a force goes. */
const openers = wordSet('if when once upon unless where provided should');
const allTogether = wordSet(
  'consent consents concurring concurrence concurs agreement unanimous unanimously jointly joint consensus agreed agree agrees common together',
);
const replaced = wordSet('replacement replaced replaces replaces successor relief relieved relieving new rotation gap');
const negated = wordSet('no not never none neither nor cannot');
const fighting = wordSet('attack attacks hostilities fighting aggression war combat');
const others = wordSet('wounded families civilians sick treaty protocol agreement equipment dependants ratification reservation');
/** Before "of the Force": words for some of it, all of it or its being there. */
const partitive = wordSet(
  `part parts number numbers strength size bulk some all any half elements element presence stationing deployment units unit members men
   none each most rest one share drawdown withdrawal reduction whole removal recall redeployment level levels detachments contingents
   troops soldiers departure remainder third quarter mandate mission relocation repatriation`,
);
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

/** The words by which a force goes, from a token on; null where none begin there. */
function leavingAt(tokens: readonly Token[], i: number): Range | null {
  const { word } = tokens[i]!;
  if (removing.has(word)) return { from: i, to: i + 1 };
  if (!moving.has(word)) return null;
  const most = { from: i + 1, to: Math.min(tokens.length, i + 12) };
  for (let j = most.from; j < most.to; j++) if (tokens[j]!.word === ';') most.to = j;
  return findSequence(tokens, most, homeward) ? { from: i, to: i + 1 } : null;
}

function removalIn(sentence: Sentence, reading: Reading): Omit<Removal, 'id' | 'sentence'> | null {
  const { tokens } = sentence;
  if (findWord(tokens, { from: sentence.own, to: tokens.length }, forceNouns) < 0) return null;
  for (let i = sentence.own; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    const leaving = leavingAt(tokens, i);
    const over = !leaving && ending.has(word) ? stayOf(tokens, i) : -1;
    if (!leaving && over < 0 && !staying.has(word) && !placing.has(word)) continue;
    const noun = over >= 0 ? over : themeOf(tokens, i);
    if (noun < 0 || !ofGuarantors(sentence, noun, i, reading)) continue;
    if (isNegated(sentence, i) || isSupposed(tokens, i)) continue;
    const found = leaving || over >= 0 ? goingAt(sentence, i, noun, over >= 0) : (stayingAt(sentence, i) ?? lentAt(sentence, i));
    if (found) return found;
  }
  return null;
}

/** "if a State withdraws from the Force, another takes its place": nothing lets it go. */
function isSupposed(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - 10); i--) {
    if (tokens[i]!.word === 'if') return true;
    if (tokens[i]!.kind === 'mark' || /^(?:may|shall|will|can)$/.test(tokens[i]!.word)) return false;
  }
  return false;
}

function isNegated({ tokens, own }: Sentence, verb: number): boolean {
  return (
    findWord(tokens, { from: Math.max(0, verb - 6), to: verb }, negated) >= 0 || /^(?:no|none|neither)$/.test(tokens[own]!.word)
  );
}

/** Together with the protected State or all others, and not without it. */
function isShared(tokens: readonly Token[]): boolean {
  const shared = findWord(tokens, { from: 0, to: tokens.length }, allTogether);
  return shared >= 0 && tokens[shared - 2]?.word !== 'without' && tokens[shared - 1]?.word !== 'without';
}

/** "The Force remains as long as the political process requires": it stays only until an event. */
function stayingAt({ tokens }: Sentence, verb: number): Omit<Removal, 'id' | 'sentence'> | null {
  const rest = { from: verb, to: tokens.length };
  const ends = findSequence(tokens, rest, conditional);
  if (!ends || findWord(tokens, { from: 0, to: tokens.length }, replaced) >= 0 || isShared(tokens)) return null;
  const event = findSequence(tokens, { from: 0, to: tokens.length }, events);
  const open = /^(?:long|such|as)$/.test(tokens[ends.to - 2]!.word);
  if (!event && !open) return null;
  if (!event && findWord(tokens, rest, fighting) >= 0) return null;
  // As long as the guarantee itself is no event.
  if (!event && findSequence(tokens, { from: ends.to, to: tokens.length }, guarantee)) return null;
  return { at: { from: verb, to: tokens.length }, way: 'event', inAttack: false };
}

/** "is deployed for an initial period of twelve months, which may be extended": a mandate that somebody must renew. */
function lentAt({ tokens, times }: Sentence, verb: number): Omit<Removal, 'id' | 'sentence'> | null {
  const period = times.find(({ from, kind, hours }) => from > verb && kind === 'duration' && hours !== null && hours < 87600);
  if (!period || findWord(tokens, { from: verb, to: tokens.length }, renewing) < 0 || isShared(tokens)) return null;
  return { at: { from: verb, to: period.to }, way: 'event', inAttack: false };
}

const placing = wordSet('deployed established set');
const renewing = wordSet('initial initially first extend extended extension renew renewed renewal renewable prolong prolonged');

const guarantee = sequences(
  '(the|this|present) (treaty|agreement|pact|guarantee|convention) (is|remains|stays|continues|lasts)\nin force',
);

function goingAt(sentence: Sentence, verb: number, noun: number, over: boolean): Omit<Removal, 'id' | 'sentence'> | null {
  const { tokens, times } = sentence;
  const all = { from: 0, to: tokens.length };
  if (findWord(tokens, all, replaced) >= 0 || findWord(tokens, { from: verb, to: untilEvent(tokens, verb) }, others) >= 0)
    return null;
  if (isShared(tokens)) return null;
  const at = { from: Math.min(noun, verb), to: Math.max(noun, verb) + 1 };
  const attack = findWord(tokens, all, fighting);
  const inAttack = attack >= 0 && findWord(tokens, { from: Math.max(0, attack - 6), to: attack }, meanwhile) >= 0;
  const event = findSequence(tokens, all, events);
  const noticed = tokens.some((token) => token.word === 'notice');
  const short = times.some(({ kind, hours }) => (kind === 'notice' || kind === 'limit') && hours !== null && hours < 8760);
  if (short && noticed) return { at, way: 'notice', inAttack };
  const may =
    findWord(tokens, { from: Math.max(0, verb - 14), to: tokens.length }, freely) >= 0 ||
    findSequence(tokens, all, anyTime) !== null;
  if (may && !(over && event)) {
    if (times.some(({ kind }) => kind === 'notice') && !inAttack) return null;
    return { at: { from: mayBefore(tokens, at.from, verb), to: at.to }, way: 'alone', inAttack };
  }
  if (event) return { at, way: 'event', inAttack };
  return fallsDue(sentence, verb, at, attack) ? { at, way: 'event', inAttack } : null;
}

/** The object of the verb ends where an event opens: "when a peace treaty has been signed". */
function untilEvent(tokens: readonly Token[], verb: number): number {
  const event = findWord(tokens, { from: verb + 1, to: verb + 6 }, openers);
  return event < 0 ? verb + 6 : event;
}

const meanwhile = wordSet('during while even also despite throughout');

/** "shall leave if …", "leaves on 1 May 2029", "ends after two years": a day or an event takes the force away, the end of an attack excepted. */
function fallsDue({ tokens, times, own }: Sentence, verb: number, at: Range, attack: number): boolean {
  const rest = { from: verb, to: Math.min(tokens.length, at.to + 8) };
  if (times.some(({ from, date, kind, hours }) => from >= own && (date !== null || (kind === 'limit' && (hours ?? 0) >= 720))))
    return findWord(tokens, { from: Math.max(own, verb - 3), to: verb }, duty) >= 0 || /s$/.test(tokens[verb]!.word);
  // "ends with the holding of elections"
  if (ending.has(tokens[verb]!.word) && tokens[verb + 1]?.word === 'with') return true;
  return attack < 0 && (findWord(tokens, rest, openers) >= 0 || openers.has(tokens[own]!.word));
}

const duty = wordSet('shall will is are must');

const anyTime = sequences(`
at any time
at (its|their) (own|sole|) discretion
as it sees fit
subject to (recall|withdrawal|removal|redeployment)
(rests|lies|rest|lie) with (each|every|the|a|any|its)
(a|) (matter|question) for (each|every|the|its)
`);

function mayBefore(tokens: readonly Token[], from: number, verb: number): number {
  for (let i = verb - 1; i >= Math.max(0, verb - 4); i--) if (/^(?:may|can)$/.test(tokens[i]!.word)) return Math.min(from, i);
  return from;
}

/** "the mandate of the Force", "its contribution to the Force", before or behind the verb that ends it; -1 where it is something else. */
function stayOf(tokens: readonly Token[], verb: number): number {
  for (let i = Math.max(0, verb - 14); i < Math.min(tokens.length, verb + 8); i++) {
    if (!stays.has(tokens[i]!.word)) continue;
    for (let j = Math.max(0, i - 3); j < Math.min(tokens.length, i + 6); j++) if (isTroops(tokens, j)) return i;
  }
  return -1;
}

/** A force, and not the first half of another noun: "the Force Commander". */
const isTroops = (tokens: readonly Token[], i: number): boolean =>
  isForce(tokens, i) && !/^(?:commander|commanders|headquarters|protection|staff)$/.test(tokens[i + 1]?.word ?? '');

/** The force that goes: behind a verb or noun of leaving, or before a passive or a verb without object; -1 where none does. */
function themeOf(tokens: readonly Token[], verb: number): number {
  const { word } = tokens[verb]!;
  const next = tokens[verb + 1]?.word ?? '.';
  if (/^(?:it|them)$/.test(next)) {
    const meant = before(tokens, verb);
    // Who acts is not "them".
    return /^(?:may|shall|will|can|must)$/.test(tokens[meant + 1]?.word ?? '') ? -1 : meant;
  }
  if (/^leaves?$/.test(word) && findWord(tokens, { from: verb + 1, to: verb + 4 }, quarters) >= 0) return -1;
  const intransitive = staying.has(word) || alone.test(word);
  const passive = findWord(tokens, { from: Math.max(0, verb - 2), to: verb }, beings) >= 0;
  if (!(intransitive && staying.has(word)) && !passive)
    for (let i = verb + 1; i < Math.min(tokens.length, verb + 9); i++) {
      if (tokens[i]!.kind === 'mark' || others.has(tokens[i]!.word) || /^(?:for|who|which|against)$/.test(tokens[i]!.word)) break;
      if (isTroops(tokens, i)) return i;
    }
  if (!intransitive && !passive && !/^(?:on|if|when|at|upon|from|once|after|as|by|with|,|\.)$/.test(next)) return -1;
  return before(tokens, verb);
}

const quarters = wordSet('camp camps barracks positions quarters vehicles posts arms weapons');

/** The force nearest before a verb; -1 where there is none. */
function before(tokens: readonly Token[], verb: number): number {
  for (let i = verb - 1; i >= Math.max(0, verb - 16); i--) {
    if (!isTroops(tokens, i)) continue;
    const of = tokens[i - 1]?.word === 'of' ? i - 1 : tokens[i - 2]?.word === 'of' ? i - 2 : -1;
    // "families of soldiers" go, not the soldiers.
    if (of > 0 && tokens[of - 1]!.kind === 'word' && !partitive.has(tokens[of - 1]!.word)) continue;
    if (others.has(tokens[i - 1]?.word ?? '')) continue;
    return i;
  }
  return -1;
}

const alone = /^(?:leave|leaves|rotate|depart|departs|go|goes|going|return|returns|come|comes|march|marches|shrink|shrinks)$/;
const beings = wordSet('be is are been being');

function ofGuarantors(sentence: Sentence, noun: number, verb: number, reading: Reading): boolean {
  if (/^(?:occupying|occupation|enemy|hostile|invading|opposing|retreating)$/.test(sentence.tokens[noun - 1]?.word ?? ''))
    return false;
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
