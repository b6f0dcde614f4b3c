import type { Range, Sentence, Token } from '#phrases';
import { actorWithin } from './actors.ts';
import type { Actor, Proposition, Reading } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';
import { speaksOfSecurity } from './security.ts';
import { regulating } from './watch.ts';

/** One statement that forces of others are, come or may come to the country (PRS001, PRS002). */
export interface Presence {
  readonly sentence: Sentence;
  /** The verb and the force. */
  readonly at: Range;
  /** The noun that names the force. */
  readonly noun: Range;
  /**
   * standing: they are there or come whatever happens; response: they come after an attack; readiness: they could come; right: they may
   * be stationed by a right that is granted.
   */
  readonly stance: 'standing' | 'response' | 'readiness' | 'right';
  /** home: on the soil of those who send them. */
  readonly where: 'country' | 'home';
  /** What they are: a force, or observers, instructors, engineers and the like. */
  readonly sort: 'force' | 'service';
}

/** Nouns that name a force by themselves. */
export const forceNouns = wordSet(
  `force forces troops brigade brigades battalion battalions contingent contingents soldiers division divisions squadron squadrons
   battlegroup battlegroups corps garrison garrisons battery batteries regiment regiments detachment detachments fighters warships tripwire
   units personnel aircraft frigates flotilla fleet`,
);
const service = wordSet(
  `observers monitors instructors trainers advisers advisors engineers inspectors medics doctors medical liaison observer monitoring
   verification police sappers technicians training`,
);
/** "in force", "by force", "the use of force": no force that could stand anywhere. */
const abstractly = wordSet(
  'in into of by any necessary such through with legal binding same full threat brute armed much all using or',
);

const moves = wordSet(
  `station stations stationed stationing deploy deploys deployed deploying keep keeps kept maintain maintains maintained send sends sent
   dispatch dispatches dispatched base based garrison garrisoned place placed position positioned locate located dispose host hosts hosted
   remain remains stay stays stand stands contribute contributes deployment deployments stationing presence
   quartered post posts posted billeted encamped enter enters arrive arrives garrisoning`,
);
const tasks = wordSet(
  'secure secures protect protects defend defends patrol patrols guard guards repel repels trains trains hold holds',
);
/** Verbs that bring a force to the country only with a word of direction: "move … into the garrisons of …". */
const coming = wordSet(
  'bring brings brought move moves moved establish establishes established come comes introduce introduced transfer transfers transferred march marches take takes taken set sets assemble assembles assembled go goes create creates created form formed',
);
const direction = wordSet('in into inside within to at on up');
const being = wordSet('is are be have has');
const negated = wordSet('no not never none neither nor nothing without forbidden prohibited barred');
const implying = wordSet(
  'oblige obliges obliged require requires requiring required imply implies entail mean means involve construed bind binds commit commits envisage foresee read authorise',
);
const loose = sequences(`
(ready|readiness|prepared|willing|willingness|preparedness) (to|for)
stand ready
stands ready
(stand|stands|standing|be|are|is|on) (by|standby|stand-by)
(as|when|where|if) (needed|required|necessary|appropriate)
as (and|the) (when|situation)
(consider|explore|discuss|examine|contemplate|study|plan|intend|aim) (the|to|deploying|sending)
(consider|considering|explore|exploring) deployment
`);
const homes = sequences(`
(its|their) own (territory|soil|territories|country|countries|bases)
(territory|soil|territories) of the (alliance|guarantors|guarantor)
(territory|soil|territories) of (nato|allies|the)
at home
(its|their) own (garrisons|barracks|garrison|ports|airfields)
outside (the|its) (beneficiary|country|territory|protected)
(neighbouring|adjacent|adjoining|third|bordering) (states|countries|state|country|territory)
`);
const rights = sequences(`
right to (station|deploy|dispose|base|maintain|keep)
right of (stationing|basing)
`);
const afterAttack = wordSet('attack attacked attacks aggression invasion invaded hostilities trigger');
const afterOpeners = wordSet('after if when upon following event on once should');

/** The noun is a force of soldiers and no binding force. */
export function isForce(tokens: readonly Token[], i: number): boolean {
  const { word } = tokens[i]!;
  if (!forceNouns.has(word)) return false;
  if (word === 'force') {
    if (tokens[i]!.capital) return tokens[i - 1]?.word !== 'into' && tokens[i - 1]?.word !== 'in';
    const before = tokens[i - 1]?.word ?? '';
    if (tokens[i + 1]?.word === 'of' && /^(?:a|an|law|the|binding)$/.test(tokens[i + 2]?.word ?? '')) return false;
    return before !== '' && !abstractly.has(before) && tokens[i + 1]?.word !== 'majeure';
  }
  if (word === 'personnel' || word === 'units' || word === 'aircraft')
    return !/^(?:administrative|medical|civilian|civil|technical|training|diplomatic|monetary|unmanned|international)$/.test(
      tokens[i - 1]?.word ?? '',
    );
  return true;
}

/** Whose force it is, by the words around the noun: "of Morvania", "its", "Lorn's"; null where they do not say. */
export function ownerOf(sentence: Sentence, noun: number, reading: Reading): Actor | null {
  const { tokens } = sentence;
  for (let i = noun + 1; i < Math.min(tokens.length, noun + 5); i++) {
    if (tokens[i]!.word === 'of' || tokens[i]!.word === 'from') {
      if (tokens[i + 1]?.kind === 'number') continue;
      return actorWithin(tokens, { from: i + 1, to: Math.min(tokens.length, i + 7) }, reading.roles, null);
    }
    if (tokens[i]!.kind === 'mark' || moves.has(tokens[i]!.word) || /^(?:to|in|at|on|for|the)$/.test(tokens[i]!.word)) break;
  }
  if (tokens[noun - 1]?.word === "'s" || tokens[noun - 2]?.word === "'s")
    return actorWithin(tokens, { from: Math.max(0, noun - 6), to: noun }, reading.roles, null);
  return null;
}

/** The clause in which a token stands. */
export function clauseAt(sentence: Sentence, i: number, reading: Reading): Proposition | null {
  let best: Proposition | null = null;
  for (const one of reading.bySentence.get(sentence.id) ?? []) {
    if (i < one.at.from || i >= one.at.to) continue;
    if (!best || one.at.to - one.at.from <= best.at.to - best.at.from) best = one;
  }
  return best;
}

const titled = /force|skies|defen[cs]e|troops|guarant|secur|deterren|alliance|peace|settlement|ceasefire|presence/;

/** Whether the text may speak of forces at all: a cheap gate before any sentence is read. */
export function mayHoldForces(reading: Reading): boolean {
  return speaksOfSecurity(reading) || titled.test(reading.outline.title?.text.toLowerCase() ?? '');
}

const guarantees: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'operational-annex',
  'political-declaration',
  'unilateral',
]);

/** Whether the text is about a force or a guarantee: what an air service or an arms control treaty says of forces is not judged. */
export function concernsForce(reading: Reading): boolean {
  return (
    guarantees.has(reading.kind) ||
    /\b(?:force|skies|guarantee|deterren\w*|settlement)\b/.test(reading.outline.title?.text.toLowerCase() ?? '')
  );
}

const memory = new WeakMap<Reading, readonly Presence[]>();

/** Every statement of presence, in the order of the text. Linear in the text. */
export function readPresence(reading: Reading): readonly Presence[] {
  const known = memory.get(reading);
  if (known) return known;
  const out: Presence[] = [];
  if (mayHoldForces(reading))
    for (const sentence of regulating(reading)) {
      if (sentence.context === 'definition' || sentence.block.kind === 'cell') continue;
      const one = presenceIn(sentence, reading);
      if (one) out.push(one);
    }
  memory.set(reading, out);
  return out;
}

function presenceIn(sentence: Sentence, reading: Reading): Presence | null {
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  for (let i = sentence.own; i < tokens.length; i++) {
    if (!isForce(tokens, i) && !service.has(tokens[i]!.word)) continue;
    const found = verbOf(tokens, i);
    const verb = found < 0 && inCountry(sentence, reading) ? comingVerb(tokens, i) : found;
    if (verb < 0) continue;
    if (isForeign(sentence, i, verb, reading) === false) continue;
    const span = { from: Math.min(verb, i), to: Math.max(verb, i) + 1 };
    if (isNegated(tokens, span)) continue;
    const right = findSequence(tokens, all, rights) !== null;
    const clause = clauseAt(sentence, verb, reading);
    if (
      !right &&
      (clause?.polarity === 'permission' || tokens[verb - 1]?.word === 'may' || /^(?:may|can)$/.test(clause?.modal?.form ?? ''))
    )
      continue;
    const sort =
      service.has(tokens[i]!.word) || findWord(tokens, { from: Math.max(0, i - 4), to: i + 4 }, service) >= 0
        ? 'service'
        : 'force';
    const readiness =
      findSequence(tokens, all, loose) !== null ||
      (clause?.modal !== null &&
        clause !== null &&
        clause.force < 2 &&
        clause.actor.who !== 'thing' &&
        clause.polarity !== 'effect');
    return {
      sentence,
      at: extend(sentence, span),
      noun: { from: i, to: i + 1 },
      stance: right ? 'right' : readiness ? 'readiness' : isResponse(sentence) ? 'response' : 'standing',
      where: isAtHome(sentence, reading) ? 'home' : 'country',
      sort,
    };
  }
  return null;
}

/** The verb by which the force is there: before it (active) or behind it (passive, or the force acts); -1 where there is none. */
function verbOf(tokens: readonly Token[], noun: number): number {
  for (let i = noun - 1; i >= Math.max(0, noun - 16); i--) {
    if (tokens[i]!.word === ';') break;
    if (isHost(tokens, i) || isNoun(tokens, i)) continue;
    if (moves.has(tokens[i]!.word) && !/^(?:remain|remains|stay|stays|stand|stands)$/.test(tokens[i]!.word)) return i;
    if (/^(?:have|has)$/.test(tokens[i]!.word) && noun - i < 9 && owns(tokens[i + 1])) return i;
    if (tokens[i]!.word === 'shall' && /^(?:fewer|less|four|at)$/.test(tokens[i + 1]?.word ?? '')) return i;
  }
  for (let i = noun + 1; i < Math.min(tokens.length, noun + 18); i++) {
    const { word } = tokens[i]!;
    if (word === ';') break;
    if (isHost(tokens, i) || isNoun(tokens, i)) continue;
    if (moves.has(word) || tasks.has(word)) return i;
    if (being.has(word) && /^(?:in|at|on|east|west|north|south|present|there|based|kept|fewer|not)$/.test(nextWord(tokens, i)))
      return i;
    if (/^(?:have|has)$/.test(word) && /^(?:not|at|fewer|no)$/.test(nextWord(tokens, i))) return i;
  }
  return -1;
}

/** "has a contingent", and not "has begun". */
const owns = (next: Token | undefined): boolean =>
  next !== undefined && (next.kind === 'number' || /^(?:a|an|the|its|at|in|there|not|two|three|four|one|some)$/.test(next.word));

/** "the host country" hosts nobody in this clause. */
const isHost = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.word === 'host' && /^(?:country|countries|state|states|nation|nations|party)$/.test(tokens[i + 1]?.word ?? '');

const nextWord = (tokens: readonly Token[], i: number): string => tokens[i + 1]?.word ?? '';

const hosting = wordSet('host hosts hosted hosting');

/** False for the beneficiary's own forces, the aggressor's, and those of both sides. */
function isForeign(sentence: Sentence, noun: number, verb: number, reading: Reading): boolean {
  const { tokens } = sentence;
  const owner = ownerOf(sentence, noun, reading);
  if (owner && (owner.who === 'aggressor' || (owner.who === 'beneficiary' && !reading.roles.mutual))) return false;
  if (owner?.includesAggressor) return false;
  const clause = clauseAt(sentence, verb, reading);
  const actor = clause?.actor;
  if (actor && (actor.who === 'aggressor' || actor.includesAggressor)) return false;
  if (
    actor?.who === 'beneficiary' &&
    !reading.roles.mutual &&
    !hosting.has(tokens[verb]!.word) &&
    !findSequence(tokens, { from: 0, to: tokens.length }, rights)
  )
    return false;
  // Where the class of all parties keeps forces, each keeps its own at home.
  if (actor?.who === 'party' && actor.name === '' && reading.roles.guarantors.length + reading.roles.beneficiaries.length === 0)
    return false;
  const before = tokens[noun - 1]?.word ?? '';
  // In a letter "your garrison" is that of the State that is addressed.
  if (before === 'your') return false;
  return !(before === 'armed' && tokens[noun]!.word === 'forces' && !owner);
}

function isNegated(tokens: readonly Token[], span: Range): boolean {
  if (/^(?:were|was)$/.test(tokens[span.to - 2]?.word ?? '') || /^(?:were|was)$/.test(tokens[span.from - 1]?.word ?? ''))
    return true;
  for (let i = Math.max(0, span.from - 3); i < span.to; i++) {
    if (!negated.has(tokens[i]!.word)) continue;
    if (/^(?:fewer|less|later|time|only|earlier)$/.test(nextWord(tokens, i))) continue;
    return true;
  }
  // "does not oblige any of them to send troops", "is not to be read as"
  for (let i = Math.max(0, span.from - 12); i < span.from - 3; i++)
    if (negated.has(tokens[i]!.word) && findWord(tokens, { from: i + 1, to: Math.min(span.from, i + 4) }, implying) >= 0)
      return true;
  return false;
}

/** Something is put off: the words that say so belong to the finding (OBL008 stands before PRS002). */
function extend(sentence: Sentence, span: Range): Range {
  let { to } = span;
  for (const hit of sentence.hits) if (hit.lexicon === 'L17' && hit.from >= span.from && hit.to > to) to = hit.to;
  for (let i = to; i < sentence.tokens.length - 2; i++)
    if (
      sentence.tokens[i]!.word === 'to' &&
      sentence.tokens[i + 1]!.word === 'be' &&
      /^(?:agreed|determined|decided|settled|fixed)$/.test(sentence.tokens[i + 2]!.word)
    )
      to = i + 3;
  return { from: span.from, to };
}

function isResponse(sentence: Sentence): boolean {
  const { tokens } = sentence;
  if (
    sentence.times.some(({ clock, kind }) => kind === 'limit' && /^(?:attack|trigger-time|notice|request|finding)$/.test(clock))
  )
    return true;
  for (let i = 0; i < tokens.length; i++) {
    if (!afterOpeners.has(tokens[i]!.word)) continue;
    const at = findWord(tokens, { from: i + 1, to: Math.min(tokens.length, i + 9) }, afterAttack);
    if (at >= 0 && tokens[i - 1]?.word !== 'attack') return tokens[i]!.word !== 'on' || tokens[i + 1]!.word === 'an';
  }
  return false;
}

/** Where the sentence places its forces with those who send them, and nowhere in the country. */
function isAtHome(sentence: Sentence, reading: Reading): boolean {
  const { tokens } = sentence;
  if (!findSequence(tokens, { from: 0, to: tokens.length }, homes) && !inOtherLand(sentence, reading)) return false;
  return !inCountry(sentence, reading);
}

/** "stand in Lusaria", a State that sends them. */
function inOtherLand({ tokens }: Sentence, { roles }: Reading): boolean {
  return tokens.some(({ word, capital }, i) => {
    if (!capital || !/^(?:in|from|on|and)$/.test(tokens[i - 1]?.word ?? '') || /^(?:beneficiary|guarantors?)$/.test(word))
      return false;
    return roles.guarantors.some((name) => name === word || name.startsWith(`${word} `));
  });
}

/** "in the Beneficiary", "into the garrisons of the Protected State", "to Toldavia", "on its territory": and not at its border. */
function inCountry({ tokens }: Sentence, reading: Reading): boolean {
  for (let i = 0; i < tokens.length - 1; i++) {
    if (!direction.has(tokens[i]!.word)) continue;
    const at = { from: i + 1, to: Math.min(tokens.length, i + 8) };
    const stop = findWord(tokens, { from: i + 2, to: at.to }, direction);
    if (stop > 0) at.to = stop;
    if (findWord(tokens, at, frontiers) >= 0) continue;
    if (
      tokens[i + 1]!.word === 'the' &&
      /^(?:country|territory)$/.test(tokens[i + 2]?.word ?? '') &&
      tokens[i + 3]?.word !== 'of'
    )
      return true;
    const head = tokens[i + 1]!.word === 'the' ? tokens[i + 2] : tokens[i + 1];
    const ground = head && !head.capital ? findWord(tokens, at, grounds) : i;
    if (ground < 0) continue;
    const actor = actorWithin(tokens, { from: Math.max(i + 1, ground), to: at.to }, reading.roles, null);
    if (actor?.who === 'beneficiary') return true;
    if (reading.roles.beneficiaries.some((name) => name.split(' ').at(-1) === (head?.word ?? ''))) return true;
  }
  return false;
}

const grounds = wordSet(
  'territory soil land garrisons garrison posts positions barracks bases ports airfields places regions parts towns country cities',
);
const frontiers = wordSet('border borders frontier frontiers neighbours neighbour vicinity near');

/** "shall bring three brigades", "shall be established", "there shall be a force": the verb by which it comes; -1 where there is none. */
function comingVerb(tokens: readonly Token[], noun: number): number {
  for (let i = noun - 1; i >= Math.max(0, noun - 10); i--) {
    const { word } = tokens[i]!;
    if (word === ';') break;
    if (word === 'be' || word === 'is' || word === 'are') {
      if (/^(?:there)$/.test(tokens[i - 1]?.word ?? '') || tokens[i - 2]?.word === 'there') return i;
    } else if (coming.has(word)) return i;
  }
  for (let i = noun + 1; i < Math.min(tokens.length, noun + 12); i++) {
    const { word } = tokens[i]!;
    if (word === ';') break;
    if (coming.has(word) && word !== 'be' && /^(?:be|is|are|been|shall|will|hereby)$/.test(tokens[i - 1]!.word)) return i;
  }
  return -1;
}

const nounVerbs = /^(?:place|places|base|bases|post|posts|position|positions|station|stations|garrison|garrisons|host)$/;
const nounBefore =
  /^(?:the|a|an|any|each|every|this|that|its|their|all|of|at|in|from|to|no|military|air|naval|such|and|or|take|takes)$/;

/** "any place", "the post", "all stations": a noun where a verb could stand. */
function isNoun(tokens: readonly Token[], i: number): boolean {
  const { word } = tokens[i]!;
  if (!nounVerbs.test(word)) return false;
  const before = tokens[i - 1]?.word ?? '';
  if (before === 'to' || before === 'and' || before === 'or') return !opensObject(tokens[i + 1]);
  return nounBefore.test(before) || (word.endsWith('s') && !opensObject(tokens[i + 1]));
}

const opensObject = (next: Token | undefined): boolean =>
  next !== undefined &&
  (next.kind === 'number' ||
    next.capital ||
    /^(?:a|an|the|its|their|one|two|three|four|five|six|ten|no|not|at|all|forces|troops|units)$/.test(next.word));
