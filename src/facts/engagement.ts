import type { Range, Sentence, Token } from '#phrases';
import type { Actor, Reading } from './model.ts';
import { clauseAt, concernsForce, isForce, mayHoldForces, ownerOf, readPresence } from './presence.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';
import { type Place, regulating } from './watch.ts';

/** What a text says of the use of force by the forces that stand in the country or guard its skies and seas (PRS004). */
export interface Engagement {
  /** Words by which the force itself may or must fight: an authority, a task of fighting, rules of engagement. */
  readonly force: Place | null;
  /** Words by which a guarantor fights with its own forces. */
  readonly guarantor: Place | null;
  /** A purpose of fighting: "in order to repel". */
  readonly purpose: Place | null;
  /** Words that keep the force from fighting for the country, and how. */
  readonly limit: (Place & { readonly kind: Limit }) | null;
  /** What needs the authority: a force in the country, or a task in the air or at sea. */
  readonly due: (Place & { readonly kind: 'air' | 'response' | 'presence' }) | null;
}

type Limit = 'self-defence' | 'no force' | 'training';

/** Verbs that are themselves the authority. */
const fighting = wordSet(
  `repel repels repelled repelling defend defends defended intercept intercepts intercepted destroy destroys destroyed defeat defeats resist
   resists counter counters shoot shoots engage engages fire fires strike strikes down fight fights neutralise neutralises neutralize oppose repulse repulses repulsed back halt halts stop stops`,
);
const nounLike = wordSet('a an the any no of each every his its their this cease open under armed missile air drone by');
const engaging = wordSet('in with to themselves itself upon on not from');
const forceVerbs = wordSet('use uses using used employ employs employing employed apply applies with by');
const forceQualities = wordSet(
  'armed military all necessary such the any lethal appropriate proportionate needed required whatever its their',
);
const rules = sequences('rules of engagement\nrules for the use of force\nrules on the use of force');
const weapons = sequences('open fire\nuse (its|their|the) weapons\nuse weapons\nuse arms\nall necessary means\nby all means');
const metWith = sequences('met (with|by) (the|armed|all|such|whatever)');
const aims = sequences(
  'in order to\nso as to\nfor the purpose of\nwith a view to\nwith the aim of\nits purpose is\nwith the task of',
);
const postponed = sequences(
  'to be (agreed|decided|drawn|determined|developed|settled|worked)\n(shall|will) be (agreed|drawn|developed|worked|negotiated|elaborated) (up|later|out|by|between|in|on|)',
);
const negated = wordSet('no not never nor neither without cannot');
const selfDefence = sequences(`
self-defence
self-defense
self defence
self defense
self-protection
defence of (its|their) own
defence of (its|their|the) (personnel|members|camps|staff|positions|bases)
(protect|defend|defending|protecting) (itself|themselves)
(protect|protecting|defend|defending) (its|their) (own|personnel|members|camps|bases|staff|positions)
(protection|safety|security) of (its|their) (own|personnel|members|camps|bases|staff)
(if|when|unless|where) (it|they) (is|are) (itself|themselves|) (attacked|fired)
(if|when|unless|where) (its|their) (own|) (camps|positions|bases|personnel|members|lives|posts) (are|come|is) (attacked|under|fired|in)
(if|when|unless|where) (fired|attacked) (upon|on|first)
for (their|its) (own|personal) (protection|defence|safety|security)
for personal (protection|defence|safety)
to (save|protect|defend) (their|its) own (lives|life)
return fire (only|solely)
`);
const lawful = sequences(`
collective self-defence
collective self-defense
right of (self-defence|self-defense|individual)
inherent right
article 51
`);
const wider = wordSet(
  'task tasks mandate activities functions civilians population country territory airspace beneficiary mission purposes line',
);
const noFight = sequences(`
(not|no) use (armed|) force
not use (its|their) (arms|weapons)
no authority to (use|engage|fire|fight|open)
without authority to (use|engage|fire|fight|open)
not (be|) authorised to (use|engage|fire|fight|open)
not (be|) authorized to (use|engage|fire|fight|open)
(not|no) (engage|part|participate|take) (in|part) (combat|hostilities|fighting|in)
not (be|) (used|employed|committed) in (combat|hostilities|fighting|battle)
no combat (role|tasks|task|functions|function|duties|mission|mandate)
(remain|remains|stay|stays|be|is|are) (passive|neutral|aloof|inactive)
(abstain|abstains|refrain|refrains|keep|keeps|stay|stays) (from|out|away) (all|any|of|from|) (combat|fighting|hostilities)
(stand|keep|stay) aside
not (fight|resist|intervene|intercept)
(take|takes) no part in (combat|hostilities|fighting|battle|any)
not open fire
(is|are|be) unarmed
not have a combat
non-combat
`);
/** With a "no" before them. */
const combat = sequences(`
(engage|engages|engaged) in (combat|hostilities|fighting|battle)
(take|takes|taking) part in (combat|hostilities|fighting|battle)
`);
const teaching = wordSet(
  'train trains training advise advises advising instruct instructs instructing instruction teach teaches teaching mentor mentors mentoring',
);
/** Tasks of one who watches; two of them, and none of fighting, are a task of watching. */
const watching = wordSet(
  'observe observes observing report reports reporting monitor monitors monitoring watch watches visible seen patrol patrols record records flag flags verify verifies inspect inspects liaise liaises present reassure',
);
const tasked = wordSet('task tasks role mandate function functions mission duties purpose');
const teachingOnly = wordSet(
  `train trains training advise advises instruct instructs teach teaches mentor assist assists support supports exercise and shall will in by
   the to with`,
);
const otherTasks = wordSet(
  'defend protect protects secure secures patrol patrols guard guards repel deter deters keep keeps hold holds',
);
const helpers = wordSet(
  'observers monitors instructors trainers advisers engineers inspectors medics doctors medical liaison observer monitoring sappers technicians police visiting teams',
);
const pronouns = wordSet('it they its them these');
const airNouns = wordSet('airspace skies sky waters sea-lanes lanes');
const airVerbs = wordSet(
  'patrol patrols police polices close closes protect protects secure secures guard guards safeguard shield policed',
);

const silent: ReadonlySet<Reading['kind']> = new Set([
  'monitoring',
  'force-status',
  'economic',
  'resolution',
  'amending',
  'non-aggression',
]);

const memory = new WeakMap<Reading, Engagement>();

/** Reads once what a text says of the use of force. Linear in the text. */
export function readEngagement(reading: Reading): Engagement {
  const known = memory.get(reading);
  if (known) return known;
  const read =
    silent.has(reading.kind) || !mayHoldForces(reading) || !concernsForce(reading)
      ? { force: null, guarantor: null, purpose: null, limit: null, due: null }
      : walk(reading);
  memory.set(reading, read);
  return read;
}

function walk(reading: Reading): Engagement {
  let force: Place | null = null;
  let guarantor: Place | null = null;
  let purpose: Place | null = null;
  let limit: Engagement['limit'] = null;
  for (const sentence of regulating(reading)) {
    if (sentence.block.kind === 'cell' || sentence.context === 'definition') continue;
    const bound = limitIn(sentence, reading);
    if (bound && (limit === null || (limit.kind === 'training' && bound.kind !== 'training'))) limit = { sentence, ...bound };
    if (bound || force) continue;
    const given = authorityIn(sentence, reading);
    if (!given) continue;
    if (given.whose === 'force') force = { sentence, ...given.at };
    else if (given.whose === 'guarantor') guarantor ??= { sentence, ...given.at };
    else purpose ??= { sentence, ...given.at };
  }
  return { force, guarantor, purpose, limit, due: dueIn(reading) };
}

interface Authority {
  readonly at: Range;
  readonly whose: 'force' | 'guarantor' | 'purpose';
}

/** The words of a sentence by which somebody on the guarantors' side fights for the country. */
function authorityIn(sentence: Sentence, reading: Reading): Authority | null {
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  const stated = findSequence(tokens, all, rules);
  if (stated)
    return findSequence(tokens, all, postponed) || isNegated(tokens, stated.from) ? null : { at: stated, whose: 'force' };
  let best: Authority | null = null;
  for (let i = sentence.own; i < tokens.length; i++) {
    const at = fightAt(tokens, i);
    if (!at || isNegated(tokens, i)) continue;
    const actor = clauseAt(sentence, i, reading)?.actor ?? null;
    if (actor && isOther(actor, reading)) continue;
    const whose = isAim(tokens, i) ? 'purpose' : byForce(sentence, i, actor) ? 'force' : 'guarantor';
    if (whose === 'purpose' && !sentOut(sentence, i, reading)) continue;
    if (whose === 'force') return { at, whose };
    best ??= { at, whose };
  }
  return best;
}

function fightAt(tokens: readonly Token[], i: number): Range | null {
  const { word } = tokens[i]!;
  if (forceVerbs.has(word)) {
    for (let j = i + 1; j < Math.min(tokens.length, i + 6); j++) {
      if (tokens[j]!.word === 'force' || (tokens[j]!.word === 'forces' && tokens[j - 1]!.word === 'armed')) {
        const after = tokens[j + 1]?.word ?? '';
        // "any use of force against the territory" is the attack.
        if (/^(?:against|by)$/.test(after) && word !== 'use' && word !== 'employ') return null;
        return /^(?:with|by)$/.test(word) && tokens[j - 1]!.word !== 'by' && !forceQualities.has(tokens[j - 1]!.word)
          ? null
          : isNoun(tokens, i)
            ? null
            : { from: i, to: j + 1 };
      }
      if (!forceQualities.has(tokens[j]!.word)) break;
    }
    if (word === 'with' || word === 'by') return findSequence(tokens, { from: i, to: i + 4 }, weapons);
  }
  const means = findSequence(tokens, { from: i, to: i + 3 }, weapons) ?? findSequence(tokens, { from: i, to: i + 3 }, metWith);
  if (means?.from === i) return means;
  if (!fighting.has(word) || isNoun(tokens, i)) return null;
  const next = tokens[i + 1]?.word ?? '';
  if (/^engages?$/.test(word)) return engaging.has(next) ? null : { from: i, to: i + 1 };
  if (word === 'down')
    return /^(?:shoot|shoots|shot|bring|brings|brought)$/.test(tokens[i - 1]?.word ?? '') ? { from: i - 1, to: i + 1 } : null;
  if (word === 'back')
    return /^(?:drive|drives|driven|beat|beats|beaten|throw|throws|thrown|push|pushes|fight|fights)$/.test(
      tokens[i - 1]?.word ?? '',
    )
      ? { from: i - 1, to: i + 1 }
      : null;
  if (/^(?:halt|halts|stop|stops)$/.test(word))
    return findSequence(tokens, { from: i + 1, to: i + 5 }, byArms) ? { from: i, to: i + 1 } : null;
  if (/^(?:fire|fires|strike|strikes|fight|fights|counter|counters|oppose)$/.test(word))
    return /^(?:may|to|shall|will|and|or|,)$/.test(tokens[i - 1]?.word ?? '') ? { from: i, to: i + 1 } : null;
  if (/^(?:defend|defends|defended)$/.test(word) && /^(?:its|their|itself|themselves)$/.test(next)) return null;
  return { from: i, to: i + 1 };
}

const byArms = sequences('by (armed|) force\nwith (armed|) force');

const isNoun = (tokens: readonly Token[], i: number): boolean => nounLike.has(tokens[i - 1]?.word ?? '');

function isAim(tokens: readonly Token[], i: number): boolean {
  if (findSequence(tokens, { from: Math.max(0, i - 10), to: i }, aims)) return true;
  for (let j = i - 1; j >= Math.max(0, i - 6); j--) {
    if (tokens[j]!.word !== 'to') continue;
    const before = tokens[j - 1]?.word ?? '';
    const grant = findWord(tokens, { from: Math.max(0, j - 9), to: j }, granting);
    return grant < 0 && !/^(?:has|have|is|are)$/.test(before);
  }
  return false;
}

const granting = wordSet(
  'authorised authorized empowered entitled permitted authority right power free task tasks duty orders ordered leave authorises authorizes',
);

function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - 8); i < at; i++) {
    const { word } = tokens[i]!;
    if (!negated.has(word)) continue;
    const next = tokens[i + 1]?.word ?? '';
    if (word === 'without' && /^(?:further|a|any|delay|prior|awaiting|waiting)$/.test(next)) continue;
    if (/^(?:fewer|less|later|only)$/.test(next)) continue;
    return true;
  }
  return false;
}

/** The beneficiary with its own army, or the other side. */
function isOther(actor: Actor, reading: Reading): boolean {
  return actor.who === 'aggressor' || actor.includesAggressor || (actor.who === 'beneficiary' && !reading.roles.mutual);
}

/** The one that fights is the force, its commander or its members, not the State that sent it. */
function byForce(sentence: Sentence, verb: number, actor: Actor | null): boolean {
  const { tokens } = sentence;
  if (actor && (actor.who === 'guarantor' || actor.who === 'party') && actor.organ === '' && actor.at.to - actor.at.from > 0) {
    for (let i = actor.at.from; i < Math.min(actor.at.to, verb); i++) if (isForce(tokens, i)) return true;
    return findWord(tokens, { from: 0, to: verb }, granting) >= 0 && hasForce(tokens, verb);
  }
  return true;
}

/** The force with the purpose is not the beneficiary's own. */
function sentOut(sentence: Sentence, to: number, reading: Reading): boolean {
  for (let i = 0; i < to; i++) {
    if (!isForce(sentence.tokens, i)) continue;
    const owner = ownerOf(sentence, i, reading);
    if (!owner || !isOther(owner, reading)) return true;
  }
  return false;
}

function hasForce(tokens: readonly Token[], to: number): boolean {
  for (let i = 0; i < to; i++) if (isForce(tokens, i)) return true;
  return false;
}

/** The words by which a sentence keeps the force from fighting for the country. */
function limitIn(sentence: Sentence, reading: Reading): (Range & { kind: Limit }) | null {
  const { tokens } = sentence;
  const all = { from: sentence.own, to: tokens.length };
  const own = findSequence(tokens, all, selfDefence);
  const none = own ? null : (findSequence(tokens, all, noFight) ?? barred(tokens, all));
  const teach = own || none ? -1 : findWord(tokens, all, teaching);
  if (!own && !none && teach < 0) return watchesOnly(sentence, reading);
  if (findWord(tokens, all, helpers) >= 0) return null;
  if (!concernsTheForce(sentence, own ?? none ?? { from: teach, to: teach + 1 }, reading)) return null;
  if (own) {
    if (findSequence(tokens, all, lawful)) return null;
    if (linked(tokens, own)) return null;
    const use = findWord(tokens, { from: sentence.own, to: tokens.length }, usingWords);
    // "in defence of its own personnel": whom it may defend belongs to the words.
    const owner = /^(?:own|its|their)$/.test(tokens[own.to - 1]!.word) && tokens[own.to]?.kind === 'word';
    return use < 0 ? null : { from: Math.min(use, own.from), to: own.to + (owner ? 1 : 0), kind: 'self-defence' };
  }
  if (none) return { ...none, kind: 'no force' };
  if (findWord(tokens, all, otherTasks) >= 0 || authorityIn(sentence, reading)) return null;
  const subject = clauseAt(sentence, teach, reading)?.verbAt;
  if (
    subject &&
    !teachingOnly.has(tokens[subject.from]?.word ?? '') &&
    !/^(?:be|is|are|limited|confined|restricted|consist|consists)$/.test(tokens[subject.from]?.word ?? '')
  )
    return null;
  let to = teach + 1;
  while (
    to < tokens.length &&
    teachingOnly.has(tokens[to]!.word) &&
    /^(?:and|train|advise|advises|trains|instruct|instructs|assist|assists)$/.test(tokens[to]!.word)
  )
    to++;
  return { from: teach, to, kind: 'training' };
}

const barred = (tokens: readonly Token[], all: Range): Range | null => {
  const at = findSequence(tokens, all, combat);
  return at && isNegated(tokens, at.from) ? at : null;
};

/** "shall be visible, patrol the roads and report": all that the force has to do is to watch. */
function watchesOnly(sentence: Sentence, reading: Reading): (Range & { kind: Limit }) | null {
  const { tokens, own } = sentence;
  const all = { from: own, to: tokens.length };
  const first = findWord(tokens, all, watching);
  if (first < 0) return null;
  let last = first;
  let count = 0;
  for (let i = first; i < tokens.length; i++) {
    if (!watching.has(tokens[i]!.word)) continue;
    if (!/^(?:its|their|the|a|of|by)$/.test(tokens[i - 1]?.word ?? '')) count++;
    last = i;
  }
  const stated = findWord(tokens, { from: own, to: first }, tasked) >= 0;
  if (count < (stated ? 1 : 2) || !isForceSubject(tokens, own, first)) return null;
  if (findWord(tokens, all, protecting) >= 0 || findWord(tokens, all, helpers) >= 0 || authorityIn(sentence, reading))
    return null;
  const actor = clauseAt(sentence, first, reading)?.actor;
  return actor && isOther(actor, reading) ? null : { from: first, to: last + 1, kind: 'training' };
}

const protecting = wordSet('defend protect protects secure secures guard guards repel deter deters hold holds');

/** The sentence begins with the force, or with its task. */
function isForceSubject(tokens: readonly Token[], own: number, to: number): boolean {
  for (let i = own; i < Math.min(to, own + 8); i++) if (isForce(tokens, i) && tokens[i]!.word !== 'aircraft') return true;
  return false;
}

const usingWords = wordSet(
  'may can use uses used act acts acting carry carries carried bear bears respond returns return weapons arms force fire shall limited only entitled authorised authorized',
);

/** "in self-defence and for its tasks": more than itself. */
function linked(tokens: readonly Token[], at: Range): boolean {
  const near = { from: Math.max(0, at.from - 14), to: Math.min(tokens.length, at.to + 14) };
  for (let i = near.from; i < near.to; i++) {
    if (tokens[i]!.word !== 'and' && tokens[i]!.word !== 'or') continue;
    const after = { from: i + 1, to: Math.min(near.to, i + 8) };
    if (findWord(tokens, after, wider) >= 0) return true;
    const fights = findWord(tokens, after, fighting);
    if (fights >= 0 && !/^(?:itself|themselves|its|their)$/.test(tokens[fights + 1]?.word ?? '')) return true;
  }
  return false;
}

/** The sentence speaks of the force: it is the subject, or a pronoun stands for it. */
function concernsTheForce(sentence: Sentence, at: Range, reading: Reading): boolean {
  const { tokens } = sentence;
  const actor = clauseAt(sentence, at.from, reading)?.actor;
  if (actor && isOther(actor, reading)) return false;
  for (let i = 0; i < at.from; i++) {
    if (isForce(tokens, i)) return !(tokens[i]!.word === 'forces' && tokens[i - 1]?.word === 'armed');
    if (i < 8 && pronouns.has(tokens[i]!.word)) return true;
  }
  // "Arms may be used by them only to protect their own camps."
  return /^(?:arms|weapons|force|fire)$/.test(tokens[sentence.own]?.word ?? '');
}

function dueIn(reading: Reading): Engagement['due'] {
  const forces = readPresence(reading).filter(
    ({ sort, where, stance }) => sort === 'force' && where === 'country' && stance !== 'right',
  );
  const flying = forces.find(({ sentence }) => isAir(sentence.tokens));
  if (flying) return { sentence: flying.sentence, ...flying.at, kind: 'air' };
  for (const { core, proposition } of reading.duties) {
    if (!core || proposition.polarity !== 'positive' || isOther(proposition.actor, reading)) continue;
    if (!/^(?:close-airspace|air-defence|naval-protect)$/.test(proposition.action)) continue;
    const { sentence, verbAt, complement } = proposition;
    if (!isAir(sentence.tokens) || proposition.force < 4) continue;
    const noun = findWord(sentence.tokens, { from: complement.from, to: Math.min(complement.to, verbAt.to + 12) }, airNouns);
    if (noun >= 0 && airVerbs.has(sentence.tokens[verbAt.to - 1]?.word ?? ''))
      return { sentence, from: verbAt.from, to: noun + 1, kind: 'air' };
  }
  const first = forces.find(({ stance }) => stance === 'standing') ?? forces[0];
  if (!first) return null;
  return { sentence: first.sentence, ...first.at, kind: first.stance === 'response' ? 'response' : 'presence' };
}

/** A task in the air or at sea. */
function isAir(tokens: readonly Token[]): boolean {
  const all = { from: 0, to: tokens.length };
  return findWord(tokens, all, airNouns) >= 0 && findWord(tokens, all, airVerbs) >= 0;
}
