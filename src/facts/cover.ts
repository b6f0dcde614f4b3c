import type { Range, Sentence, Token } from '#phrases';
import type { Reading, TriggerGroup } from './model.ts';
import { UnitFinder } from './resolve.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';
import { regulating } from './watch.ts';

/** A sentence in which the text says what event it answers: a definition, or the trigger itself. */
export interface EventPlace {
  readonly sentence: Sentence;
  /** The noun of the event. */
  readonly noun: Range;
  /** The words that may describe it: to the end of the clause. */
  readonly zone: Range;
  readonly defines: boolean;
  readonly group: TriggerGroup | null;
}

/** What the guarantee covers, as far as the text says (SCP001 to SCP007). */
export interface Cover {
  readonly events: readonly EventPlace[];
  /** Sentences that say where the guarantee applies, and the events. */
  readonly scope: readonly Sentence[];
  /** Sentences that say what the event is: those of `events`, the points below a definition, and the clauses that it refers to. */
  readonly wording: readonly Sentence[];
}

const memory = new WeakMap<Reading, Cover>();

/** Kinds of text that promise an answer to an attack (A.1). */
export const promising: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
]);

/** Kinds in which an attack is no call on a guarantor. */
export const unpromising: ReadonlySet<Reading['kind']> = new Set([
  'ceasefire',
  'monitoring',
  'economic',
  'force-status',
  'operational-annex',
  'non-aggression',
  'amending',
]);

const defining = wordSet(
  'means mean signifies signify denotes denote includes include comprises comprise is are deemed considered constitutes constitute',
);
const eventHeads = wordSet(
  'attack attacks assault assaults hostility aggression invasion incursion violation violations breach breaches hostilities incident incidents offensive escalation force',
);
const applying = wordSet('applies apply covers cover extends extend comprises');
const covered = wordSet(
  'treaty agreement guarantee guarantees protocol article articles duties obligations cover pact memorandum commitments beneficiary',
);

/** Reads once where the text says what it answers and where it applies. Linear in the text. */
export function readCover(reading: Reading): Cover {
  const known = memory.get(reading);
  if (known) return known;
  const events: EventPlace[] = [];
  const scope: Sentence[] = [];
  for (const sentence of regulating(reading)) {
    const noun = definedEvent(sentence);
    const zone = { from: 0, to: sentence.tokens.length };
    if (noun) events.push({ sentence, noun, zone, defines: true, group: null });
    const meant = noun ? findWord(sentence.tokens, { from: noun.to + 1, to: noun.to + 24 }, eventHeads) : -1;
    // "means a large-scale use of armed force": the noun that the definition puts in its place.
    if (meant >= 0) {
      const whole = sentence.hits.find((hit) => hit.lexicon === 'L13' && hit.from <= meant && meant < hit.to);
      const head = { from: whole?.from ?? meant, to: whole?.to ?? meant + 1 };
      events.push({ sentence, noun: head, zone, defines: true, group: null });
    }
    if (noun || appliesSomewhere(sentence)) scope.push(sentence);
  }
  for (const group of reading.groups) {
    if (group.class !== 'attack' && group.class !== 'violation') continue;
    for (const { sentence, noun: named, at } of group.triggers) {
      const noun = firstNamed(sentence, named);
      if (events.some((event) => event.defines && event.sentence === sentence)) continue;
      events.push({ sentence, noun, zone: zoneOf(sentence, at, noun), defines: false, group });
      if (!scope.includes(sentence)) scope.push(sentence);
    }
  }
  const cover = { events, scope, wording: wordingOf(events, reading) };
  memory.set(reading, cover);
  return cover;
}

const pointing = wordSet('described defined listed specified set meant mentioned under in within named enumerated stated');

/** The definitions and triggers with the points below them; "means an act described in Article 3" is read as Article 3 as well. */
function wordingOf(events: readonly EventPlace[], reading: Reading): Sentence[] {
  const wording = new Set(events.map(({ sentence }) => sentence));
  const leads = new Set<unknown>();
  const clauses = new Set<unknown>();
  let finder: UnitFinder | null = null;
  for (const { sentence, defines } of events) {
    if (!defines) continue;
    if (/[:,]$/.test(sentence.block.text)) leads.add(sentence.block);
    for (const reference of sentence.references) {
      if (reference.target === 'external' || !pointing.has(sentence.tokens[reference.from - 1]?.word ?? '')) continue;
      finder ??= new UnitFinder(reading.outline);
      const { clause } = finder.resolve(reference, sentence.clause);
      if (clause && clause !== sentence.clause) clauses.add(clause);
    }
  }
  if (leads.size + clauses.size === 0) return [...wording];
  for (const sentence of regulating(reading)) {
    let at: Sentence['clause'] | null = sentence.clause;
    while (at && !clauses.has(at)) at = at.parent;
    if (at !== null || leads.has(sentence.block.lead)) wording.add(sentence);
  }
  return [...wording];
}

const denials = sequences(`
(is|are) not
(does|do|shall|will) not (constitute|include|qualify|amount|count|be)
(excludes|exclude) (the|any|all|acts|an|a)
`);

/** A sentence that puts something outside the event, and the words left out. */
export interface Exclusion {
  readonly sentence: Sentence;
  readonly left: Range;
}

const exclusions = new WeakMap<Reading, readonly Exclusion[]>();

/** "Cyber operations are not an Armed Attack": sentences that put something outside the event. */
export function exclusionsOf(reading: Reading): readonly Exclusion[] {
  const before = exclusions.get(reading);
  if (before) return before;
  const read = regulating(reading).flatMap((sentence): Exclusion[] => {
    const { tokens, own, hits } = sentence;
    const at = findSequence(tokens, { from: own, to: tokens.length }, denials);
    if (!at) return [];
    const near = (from: number, to: number): boolean =>
      hits.some((hit) => hit.lexicon === 'L13' && hit.from >= from && hit.from < to) ||
      findWord(tokens, { from, to: Math.min(to, tokens.length) }, eventHeads) >= 0;
    const verb = tokens[at.to - 1]!.word;
    // "An Armed Attack does not include cyber operations": what is left out stands behind.
    if (
      /^(?:include|excludes?|the|any|all|acts|an?)$/.test(verb) &&
      tokens[at.from]!.word !== 'is' &&
      tokens[at.from]!.word !== 'are'
    )
      return near(own, at.from) ? [{ sentence, left: { from: at.to, to: tokens.length } }] : [];
    return near(at.to, at.to + 8) ? [{ sentence, left: { from: own, to: at.from } }] : [];
  });
  exclusions.set(reading, read);
  return read;
}

/** "aggression which it regards as grave … after the aggression has begun": the first mention, not the one that points back to it. */
function firstNamed({ tokens, hits }: Sentence, noun: Range): Range {
  if (!/^(?:the|that|this|such|said)$/.test(tokens[noun.from - 1]?.word ?? '')) return noun;
  const first = hits.find((hit) => hit.lexicon === 'L13' && hit.to <= noun.from);
  return first ? { from: first.from, to: first.to } : noun;
}

/** The trigger's words and what follows them, up to the verb of the duty or the next mark that closes them. */
function zoneOf({ tokens }: Sentence, at: Range, noun: Range): Range {
  let to = Math.max(at.to, noun.to);
  while (to < tokens.length && to < noun.to + 24 && !/^(?:shall|will|;|:)$/.test(tokens[to]!.word)) to++;
  return { from: Math.min(at.from, noun.from), to };
}

/** "An armed attack is …", "'Armed Attack' means …": the event that a sentence defines. */
function definedEvent(sentence: Sentence): Range | null {
  return definedFirst(sentence) ?? definedLast(sentence);
}

/** "Any use of arms against A, B or C is an Armed Attack": the event that a list of acts is said to be. */
function definedLast({ tokens, own }: Sentence): Range | null {
  for (let i = own + 2; i < Math.min(tokens.length, own + 80); i++) {
    const { word } = tokens[i]!;
    if (/^(?:shall|will|may|if|when|where|after|;)$/.test(word)) return null;
    if (
      !equating.has(word) ||
      !/^(?:acts?|uses?|resort|recourse|attacks?|sabotage|fire)$/.test(tokens[openerOf(tokens, own)]?.word ?? '')
    )
      continue;
    for (let j = i + 1; j < Math.min(tokens.length, i + 7); j++) {
      const next = tokens[j]!;
      if (eventHeads.has(next.word)) return next.capital ? { from: j, to: j + 1 } : null;
      if (!next.capital && !/^(?:an?|the|also|each|deemed|considered|to|be|as)$/.test(next.word)) break;
    }
  }
  return null;
}

const equating = wordSet('is are constitutes constitute counts count');

/** "Any use", "Every single act": the noun that opens the sentence. */
function openerOf(tokens: readonly Token[], own: number): number {
  let i = own;
  while (i < own + 4 && /^(?:any|every|each|an?|the|single|following|such)$/.test(tokens[i]?.word ?? '')) i++;
  return i;
}

/** "'Armed Attack' means …". */
function definedFirst({ tokens, own }: Sentence): Range | null {
  const most = Math.min(tokens.length, own + 24);
  let head = -1;
  for (let i = own; i < most; i++) {
    const { word } = tokens[i]!;
    if (eventHeads.has(word)) head = i;
    if (/^(?:shall|will|may|if|when|where|who|after)$/.test(word)) {
      if (!(word === 'shall' && /^(?:mean|include|be)$/.test(tokens[i + 1]?.word ?? ''))) return null;
    }
    if (head >= 0 && /^(?:which|that)$/.test(tokens[i - 1]?.word ?? '')) return null;
    if (head >= 0 && defining.has(word) && i - head <= 9) {
      // "is met by", "is repelled by", "are handled by": an answer, and no definition.
      const next = tokens[i + 1]?.word ?? '';
      const answered =
        (word === 'is' || word === 'are') && (next.endsWith('ed') || /^(?:met|driven|dealt|sent|hereby|authorised)$/.test(next));
      return answered && next !== 'deemed' && next !== 'considered' ? null : { from: head, to: head + 1 };
    }
  }
  return null;
}

function appliesSomewhere({ tokens }: Sentence): boolean {
  const verb = findWord(tokens, { from: 0, to: Math.min(tokens.length, 20) }, applying);
  return verb > 0 && findWord(tokens, { from: 0, to: verb }, covered) >= 0;
}

const places = wordSet(
  'territory territories border borders frontier frontiers land soil airspace district districts area areas line region regions waters coast islands',
);
const lines = sequences(`
(line|lines) of (contact|control|demarcation|separation)
(armistice|ceasefire|demarcation|contact|separation) (line|lines)
`);

/** A line that divides the territory stands in the text. */
export function hasLine(reading: Reading): boolean {
  return regulating(reading).some(({ tokens }) => findSequence(tokens, { from: 0, to: tokens.length }, lines) !== null);
}

/** Words of territory in a range; -1 where there are none. */
export function placeIn(tokens: readonly Token[], range: Range): number {
  return findWord(tokens, range, places);
}
