import type { Range, Sentence } from '#phrases';
import { type EventPlace, exclusionsOf, hasLine, placeIn, promising, readCover, unpromising } from '../cover.ts';
import type { Reading, TriggerGroup } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { regulating } from '../watch.ts';
import { dutiesOf } from './group.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Heads of an event that nobody can see from the word alone (SCP002). */
const vague =
  /\b(?:attacks?|attacked|aggression|breach(?:es)?|violations?|escalat\w{1,6}|hostilities|incidents?|provocations?|invasions?|invaded?|incursions?|hostility|hostile|warlike|assaults?|raids?|infringements?|fighting|interventions?)$/;
const pointers = sequences(`
within the meaning of
as (defined|described|set|listed|specified|meant) (in|out|by|under|below)
(defined|described|listed|specified|set) (in|out|by|under)
referred to in
(including|includes|include) (at|any|an|the|acts|every|each)
(any|one|each) of (the|these|those|following)
the following (acts|events|cases)
such as
resolution 3314
`);
/** Acts that can be seen and counted: a text that names them says what its event is. */
const acts = wordSet(
  'fire fires fired shelling shells missile missiles rocket rockets drone drones blockade crossing crosses crossed entry enters entered bombardment bombs sabotage cyber mines mining landing overflight boarding abduction',
);

interface Missing {
  readonly name: string;
  readonly words: ReadonlySet<string>;
}

/** Classes of covert and remote attack (SCP003 a to e), with the words by which a text covers them. */
const classes: readonly Missing[] = [
  {
    name: 'irregular or proxy forces',
    words: wordSet(
      'irregular irregulars bands band groups group mercenaries mercenary unmarked proxy proxies militia militias insignia uniform paramilitary non-state whomsoever whoever behalf infiltration volunteers',
    ),
  },
  {
    name: 'attack from a third State',
    words: wordSet('third wherever whatever whichever whatsoever whencesoever anywhere abroad elsewhere direction'),
  },
  {
    name: 'missiles and unmanned systems',
    words: wordSet(
      'missile missiles rocket rockets drone drones unmanned uncrewed artillery standoff stand-off aerial bombardment shelling fire air shells',
    ),
  },
  {
    name: 'cyber operations and sabotage',
    words: wordSet('cyber cyber-attack cyber-attacks sabotage hybrid network networks infrastructure information digital'),
  },
  { name: 'blockade', words: wordSet('blockade blockades navigation shipping ports mining mines sea-lanes') },
];
const anyMeans = sequences(`
by (whatever|any|whichever|all) means
(whatever|whichever) (the|its) (means|form)
in (any|whatever) form
(any|every|each) (violation|breach|act)
of any kind
`);
const resolution = sequences(`
resolution 3314
definition of aggression
`);
const anyState = sequences(`
(any|another|third|whichever|whatever) (state|place|country|direction|territory|quarter)
territory of (any|another|a)
from (any|whatever|wherever)
`);
const forcesOf = sequences(`
by the (regular|armed|land|naval|air|military) (armed|military|)
by (regular|land|armed) (armed|) forces
by land forces
(of|by) the (regular|) armed forces of
by the (armed|regular|land) forces
entry of the (regular|armed)
land forces of
`);
const extension = wordSet('or irregular including includes other whether any otherwise not');

const together = wordSet(
  'series pattern cumulative cumulatively cumulated together aggregated aggregate accumulate accumulated accumulation recur recurs recurring repetition sum combined',
);
const widening = sequences(`
whatever (its|their|the) (scale|size|extent|gravity|duration|nature)
(any|every|each) (use|act|attack|armed|violation|breach|aggression|recourse|resort|single|bombardment)
(large|great|big) or small
however (small|minor|brief|limited)
regardless of (its|their|the) (scale|size|extent|gravity|duration)
neither scale
no matter how (small|minor)
`);

/** How far the event that starts everything is defined and graded (SCP002, SCP003, SCP004). */
export const eventCoverTrait: Trait<Reading> = {
  name: 'event-cover',
  facts: {
    undefinedEvent: { type: 'flag', doc: 'The event of a core trigger is neither defined nor listed.' },
    eventLacks: {
      type: 'text',
      doc: 'Classes of covert and remote attack that the event does not cover; empty where all are covered.',
    },
    regularsOnly: { type: 'flag', doc: 'The event is limited to the forces of a named State.' },
    neverAddsUp: { type: 'flag', doc: 'One level, with a threshold or undefined, and no rule that small events add up.' },
    answersAttack: { type: 'flag', doc: 'The text promises an answer to an attack.' },
    generalAlliance: { type: 'flag', doc: 'A general alliance: absences are information (decision 8).' },
  },
  marks: {
    event: 'The event of the trigger.',
    eventPlace: 'The words that define or state the event.',
    smallEvent: 'The event that never adds up.',
  },
  read: (reading) => {
    const { events, wording } = readCover(reading);
    const groups = reading.groups.filter((group) => answered(group, reading));
    const answersAttack = !unpromising.has(reading.kind) && groups.some((group) => group.class === 'attack');
    const open = groups.length > 0 && !unpromising.has(reading.kind) ? undefinedEvent(groups, events, reading) : null;
    const cover = coverage(wording, groups, reading);
    const small = addsUp(reading, events, wording);
    const place = events.find((event) => event.defines) ?? events[0];
    return {
      facts: {
        undefinedEvent: open !== null,
        eventLacks: answersAttack ? cover.lacks : '',
        regularsOnly: cover.regulars,
        neverAddsUp: small !== null,
        answersAttack,
        generalAlliance: reading.kind === 'mutual-defence',
      },
      marks: marks({
        event: open ? markOf(open.sentence, open.noun) : null,
        eventPlace: place ? markOf(place.sentence, place.noun) : null,
        smallEvent: small ? markOf(small.sentence, small.at) : null,
      }),
    };
  },
};

/** Somebody owes something in the group: action, talk or referral. */
function answered(group: TriggerGroup, reading: Reading): boolean {
  if (group.class !== 'attack' && group.class !== 'violation') return false;
  const called = group.triggers.some(({ sentence }) =>
    (reading.bySentence.get(sentence.id) ?? []).some((proposition) => calling.has(proposition.verb)),
  );
  if (called) return true;
  return dutiesOf(group, reading).some(
    ({ proposition, core }) =>
      (core ||
        proposition.actionClass === 'talk' ||
        proposition.actionClass === 'referral' ||
        proposition.actionClass === 'generic') &&
      proposition.polarity !== 'prohibition' &&
      proposition.force >= 1,
  );
}

const calling = wordSet('trigger activate oblige entail engage start apply');

function undefinedEvent(groups: readonly TriggerGroup[], events: readonly EventPlace[], reading: Reading): EventPlace | null {
  for (const group of groups) {
    const places = events.filter((event) => event.group === group);
    for (const place of places) {
      const { hits } = place.sentence;
      const head = headOf(place);
      if (!vague.test(head)) continue;
      if (places.some((other) => isSaid(other, events, reading))) break;
      // "Trigger Time", "finding": a moment that the text sets.
      if (!hits.some((hit) => hit.lexicon === 'L13' && hit.from < place.noun.to && hit.to > place.noun.from) && !/ed$/.test(head))
        continue;
      return place;
    }
  }
  return null;
}

/** "breach of the ceasefire": breach. */
function headOf({ sentence: { tokens }, noun }: EventPlace): string {
  for (let i = noun.from; i < noun.to; i++) if (vague.test(tokens[i]!.word)) return tokens[i]!.word;
  return tokens[noun.to - 1]!.word;
}

const stem = (word: string): string => word.replace(/(?:ed|es|s)$/, '');

/** The event is defined by a definition, a pointer or a list of acts. */
function isSaid(place: EventPlace, events: readonly EventPlace[], reading: Reading): boolean {
  const { tokens } = place.sentence;
  const all = { from: place.zone.from, to: tokens.length };
  if (findSequence(tokens, all, pointers) || findWord(tokens, all, acts) >= 0) return true;
  const head = stem(headOf(place));
  for (const key of reading.terms.keys()) if (key.split(' ').some((word) => stem(word) === head)) return true;
  if (events.some((other) => other.defines && stem(headOf(other)) === head)) return true;
  // A sister document of the package defines it: the term is written with a capital here.
  return reading.frontMatter.package !== undefined && tokens[place.noun.from]!.capital && place.noun.from > 0;
}

function coverage(
  wording: readonly Sentence[],
  groups: readonly TriggerGroup[],
  reading: Reading,
): { lacks: string; regulars: boolean } {
  const excluded = new Set<string>();
  for (const { sentence, left } of exclusionsOf(reading))
    for (const { name, words } of classes) if (findWord(sentence.tokens, left, words) >= 0) excluded.add(name);
  const sentences = new Set<Sentence>(wording);
  for (const group of groups) for (const trigger of group.triggers) sentences.add(trigger.sentence);
  let all = false;
  let listed = false;
  let limited = false;
  const found = new Set<string>();
  for (const sentence of sentences) {
    const { tokens } = sentence;
    const range = { from: 0, to: tokens.length };
    if (findSequence(tokens, range, anyMeans)) all = true;
    if (findSequence(tokens, range, resolution)) listed = true;
    for (const { name, words } of classes) if (findWord(tokens, zoneWithoutDuty(sentence), words) >= 0) found.add(name);
    if (findSequence(tokens, range, anyState)) found.add(classes[1]!.name);
    const forces = findSequence(tokens, zoneWithoutDuty(sentence), forcesOf);
    if (forces && findWord(tokens, { from: forces.from - 2, to: forces.to + 8 }, extension) < 0) limited = true;
  }
  if (all || sentences.size === 0) return { lacks: [...excluded].join(', '), regulars: false };
  if (listed) for (const index of [0, 1, 4]) found.add(classes[index]!.name);
  const lacks = classes.filter(({ name }) => !found.has(name) || excluded.has(name)).map(({ name }) => name);
  return { lacks: lacks.join(', '), regulars: limited && !found.has(classes[0]!.name) };
}

/** The words of the event, without those of the duty behind "shall". */
function zoneWithoutDuty({ tokens }: Sentence): Range {
  const shall = findWord(tokens, { from: 0, to: tokens.length }, duty);
  return shall > 6 ? { from: 0, to: shall } : { from: 0, to: tokens.length };
}

const duty = wordSet('shall will');
const gradedWords = wordSet('level levels step steps class classes category categories stage stages tier tiers grade grades');

/** Words of a single-level trigger whose small events never add up; null where they do (SCP004). */
function addsUp(
  reading: Reading,
  events: readonly EventPlace[],
  wording: readonly Sentence[],
): { sentence: Sentence; at: Range } | null {
  const sentences = regulating(reading);
  for (const { sentence, left } of exclusionsOf(reading)) {
    const at = findWord(sentence.tokens, left, lesser);
    if (at >= 0) return { sentence, at: { from: at, to: left.to } };
  }
  for (const { tokens, references } of sentences) {
    const all = { from: 0, to: tokens.length };
    if (findWord(tokens, all, together) >= 0 && findWord(tokens, all, counted) >= 0) return null;
    const annexed = references.some(({ unit }) => unit === 'annex' || unit === 'schedule');
    if ((annexed || findWord(tokens, all, gradedWords) >= 0) && findWord(tokens, all, smallEvents) >= 0) return null;
  }
  const graded = sentences
    .filter(({ context }) => context === 'table')
    .some(({ tokens }) => findWord(tokens, { from: 0, to: tokens.length }, gradedWords) >= 0);
  if (graded || gradedPoints(sentences)) return null;
  const levels = new Set(
    reading.groups
      .filter(
        (group) =>
          group.class !== 'situation' && group.triggers.some(isEvent) && dutiesOf(group, reading).some(({ core }) => core),
      )
      .map((group) => group.class),
  );
  if (levels.size > 1 || ladder(events, reading)) return null;
  if (reading.kind === 'ceasefire' || reading.kind === 'monitoring') {
    if (reading.kind === 'monitoring') return null;
    const small = sentences.find(
      ({ tokens, context }) => context !== 'definition' && findWord(tokens, { from: 0, to: tokens.length }, smallEvents) >= 0,
    );
    const at = small ? findWord(small.tokens, { from: 0, to: small.tokens.length }, smallEvents) : -1;
    return small ? { sentence: small, at: { from: at, to: at + 1 } } : null;
  }
  if (!promising.has(reading.kind) && !leadersPromise.has(reading.kind)) return null;
  const stated = events.filter((event) => event.group !== null || event.defines);
  if (stated.length === 0 || !reading.groups.some((group) => answered(group, reading))) return null;
  const wide = wording.some(({ tokens }) => findSequence(tokens, { from: 0, to: tokens.length }, widening) !== null);
  const listed = wording.some(({ tokens }) => findSequence(tokens, { from: 0, to: tokens.length }, resolution) !== null);
  if (wide || listed) return null;
  if (leadersPromise.has(reading.kind) && !stated.some(isRaised)) return null;
  const first = stated.find((event) => !event.defines) ?? stated[0]!;
  return { sentence: first.sentence, at: first.noun };
}

/** Statements and letters that answer an attack (decision 6) leave the same gap as a treaty. */
const leadersPromise: ReadonlySet<Reading['kind']> = new Set(['political-declaration', 'unilateral']);

/** "invaded on a large scale", "a sustained attack": words that lift the event stand in its own clause. */
function isRaised({ sentence, zone }: EventPlace): boolean {
  return sentence.hits.some(({ lexicon, from, to }) => lexicon === 'L6' && from >= zone.from && to <= zone.to);
}

const degrees = wordSet(
  'minor lesser small slight isolated single first second third repeated further grave serious major gravest severe large repeat low medium high',
);

/** "(a) a minor violation: …; (b) a repeated minor violation: …": points or rows that answer the event by degrees. */
function gradedPoints(sentences: readonly Sentence[]): boolean {
  const found = new Set<string>();
  for (const { tokens, own, block } of sentences) {
    if (block.kind !== 'item' && block.kind !== 'cell' && own === 0) continue;
    const head = { from: own, to: Math.min(tokens.length, own + 7) };
    const degree = findWord(tokens, head, degrees);
    if (degree >= 0 && findWord(tokens, { from: degree + 1, to: degree + 4 }, smallEvents) >= 0)
      found.add(`${tokens[degree]!.word} ${tokens[degree + 1]!.word}`);
  }
  return found.size > 1;
}

/** The trigger is an event that the text names, and no moment such as "the Trigger Time". */
function isEvent({ sentence, noun }: TriggerGroup['triggers'][number]): boolean {
  return sentence.hits.some((hit) => hit.lexicon === 'L13' && hit.from < noun.to && hit.to > noun.from);
}

/** Two triggers of which the lower one is answered too: a ladder. */
function ladder(events: readonly EventPlace[], reading: Reading): boolean {
  const answeredPlaces = events.filter(
    (event) =>
      event.group !== null &&
      !/^(?:the|that|this|such|said)$/.test(event.sentence.tokens[event.noun.from - 1]?.word ?? '') &&
      reading.duties.some(({ proposition, core }) => core && proposition.sentence === event.sentence),
  );
  const homes = new Set(answeredPlaces.map((event) => event.sentence));
  return (
    homes.size > 1 &&
    answeredPlaces.some((event) =>
      event.sentence.hits.some((hit) => hit.lexicon === 'L6' && hit.to <= event.noun.to && hit.from > event.noun.from - 6),
    )
  );
}

const lesser = wordSet('isolated limited minor sporadic small incident incidents accidental local');
const smallEvents = wordSet('violation violations incident incidents breach breaches');
const counted = wordSet('violation violations incident incidents breach breaches attack attacks acts act events');

const territory = sequences(`
territorial (sea|integrity|waters|scope|application)
(its|their|the|whole|entire|recognised|recognized|land|national|metropolitan) (territory|territories|borders|frontiers|soil)
(borders|frontiers|boundaries|territory|territories|airspace|districts)
(area|areas|zone|region) (shown|of|described|defined|between|north|south|east|west)
under (its|the|their) (control|administration)
(treaty|north atlantic) area
in the (general|) area
`);
const landOnly = sequences(`
land territory
(land|soil|ground) of
land (and|area|borders|frontiers)
`);
const otherDomains = wordSet(
  'sea waters air airspace skies sky cyber cyberspace networks network satellites space aircraft vessels ships coast',
);
const outward = wordSet('airspace skies sky air ports port sea coast fleet naval waters maritime');
const extent = sequences(`
(its|their|the) (territory|territories)
`);
const recognised = wordSet(
  'recognised recognized international existing 1991 whole entire annex map coordinates borders frontiers',
);

/** Territory that is covered: not that from which an attack comes. */
function namesArea({ tokens }: Sentence): boolean {
  const at = findSequence(tokens, { from: 0, to: tokens.length }, territory);
  return at !== null && findWord(tokens, { from: Math.max(0, at.from - 2), to: at.from }, origin) < 0;
}

const origin = wordSet('from whatever');

/** Where the guarantee applies (SCP005, decision 29). */
export const areaTrait: Trait<Reading> = {
  name: 'area',
  facts: {
    areaGap: {
      type: 'text',
      doc: 'What the scope lacks: nothing, any territory with a line in dispute, any territory, air and sea, or an extent where a line divides it.',
      values: ['none', 'no-territory-line', 'no-territory', 'land-only', 'unclear-extent'],
    },
    areaInPreamble: { type: 'flag', doc: 'Territory is named in the preamble only.' },
  },
  marks: { areaWords: 'The words of scope, or of the trigger without one.' },
  read: (reading) => {
    const none = { facts: { areaGap: 'none', areaInPreamble: false } };
    if (!promising.has(reading.kind)) return none;
    const { scope, events } = readCover(reading);
    const attack = reading.groups.find((group) => group.class === 'attack');
    if (!attack && scope.length === 0) return none;
    const text = regulating(reading);
    const preamble = reading.phrases.sentences.some(
      ({ context, tokens }) => context === 'preamble' && findSequence(tokens, { from: 0, to: tokens.length }, territory) !== null,
    );
    const line = hasLine(reading) || reading.roles.aggressors.length > 0;
    const named = text.filter((sentence) => sentence.context !== 'final-clause' && namesArea(sentence));
    const trigger = events.find((event) => event.group === attack && !event.defines) ?? events[0];
    const at = trigger ? markOf(trigger.sentence, trigger.noun) : null;
    if (named.length === 0) {
      if (!trigger) return none;
      return {
        facts: { areaGap: line ? 'no-territory-line' : 'no-territory', areaInPreamble: preamble },
        marks: marks({ areaWords: at }),
      };
    }
    const narrow = scope
      .map((sentence) => ({ sentence, at: findSequence(sentence.tokens, { from: 0, to: sentence.tokens.length }, landOnly) }))
      .find((one) => one.at);
    const domains = scope
      .filter(namesArea)
      .some(({ tokens }) => findWord(tokens, { from: 0, to: tokens.length }, otherDomains) >= 0);
    const works = reading.duties.some(
      ({ core, proposition }) =>
        core && findWord(proposition.sentence.tokens, { from: proposition.verbAt.from, to: proposition.at.to }, outward) >= 0,
    );
    const scopeHasPlace = scope.filter(({ tokens }) => placeIn(tokens, { from: 0, to: tokens.length }) >= 0);
    if (narrow && !domains)
      return {
        facts: { areaGap: 'land-only', areaInPreamble: false },
        marks: marks({ areaWords: markOf(narrow.sentence, narrow.at) }),
      };
    if (!domains && works && scopeHasPlace.length > 0 && named.length === scopeHasPlace.length) {
      const place = scopeHasPlace[0]!;
      const word = placeIn(place.tokens, { from: 0, to: place.tokens.length });
      return {
        facts: { areaGap: 'land-only', areaInPreamble: false },
        marks: marks({ areaWords: markOf(place, { from: word, to: word + 1 }) }),
      };
    }
    const unclear = hasLine(reading)
      ? scope
          .map((sentence) => ({ sentence, at: findSequence(sentence.tokens, { from: 0, to: sentence.tokens.length }, extent) }))
          .find((one) => one.at)
      : undefined;
    const clear = text.some(({ tokens }) => findWord(tokens, { from: 0, to: tokens.length }, recognised) >= 0);
    if (unclear && !clear)
      return {
        facts: { areaGap: 'unclear-extent', areaInPreamble: false },
        marks: marks({ areaWords: markOf(unclear.sentence, unclear.at) }),
      };
    return none;
  },
};
