import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { sanctionWords } from '../sanctions.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { speaksOfSecurity } from '../security.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** A promise of sanctions, one for each sentence that makes one (ENF002). */
interface SanctionPromise {
  readonly id: number;
  readonly sentence: Sentence;
  readonly at: Range;
  readonly decision: Range | null;
  readonly lapse: Range | null;
  readonly snapback: boolean;
}

const promising = wordSet(
  `impose imposes imposed imposing apply applies adopt adopted adopts introduce introduced trigger triggered activate activated enforce
   levy reinstate reinstated reinstates reimpose reimposed re-imposed re-impose snap snaps snapped snapback restored resumed take takes
   begin begins effect consider considered considering decide decided expire expires lapse lapses renewed return returns seize seized confiscated`,
);
const decisions = sequences(`
(will|shall) (consider|explore|examine|discuss|decide)
(will|shall) (also|further|jointly|promptly|immediately) (consider|explore|decide)
be (decided|considered) (on|upon|by)
be decided
decide (on|upon|whether)
(may|can|could) (impose|apply|adopt|introduce|reimpose|reinstate|decide|consider|agree)
(may|can|could) be (imposed|applied|adopted|introduced|reimposed|reinstated)
(prepared|ready) to (impose|apply|adopt|introduce|take|consider)
(under|by|through|with) (its|their) own procedures
in accordance with (its|their) (own|respective|national|internal|domestic) procedures
in accordance with (its|their) procedures
as (agreed|decided) by
subject to (a|the) decision
(after|following|upon|by|pending) (a|the|any) decision
(by|upon|following) decision
on (a|the) decision of
where appropriate
`);
const lapsing = wordSet('expire expires expired lapse lapses end ends cease ceases');
const renewal = wordSet(
  'renewed renew renews renewal extended extend extends prolonged prolong prolongs prolongation reconfirmed reconfirm confirmed confirm confirms re-adopted readopted',
);
const lasting = wordSet('continue continues remain remains stay stays run runs last lasts');
const onlyIf = wordSet('only unless');
const unless = wordSet('unless');
const snapping = wordSet(
  'snap snaps snapped snapback snap-back reinstate reinstated reinstates reimpose reimposed re-impose re-imposed restored',
);
const reliefs = wordSet(
  'lift lifts lifted lifting ease eased easing remove removed removal relief suspended terminate terminated relax relaxed circumvention circumvent',
);
const pastOrPresent = wordSet('has have had having imposing imposed were was continue continues continued');
const finite = wordSet(
  'shall will may should must apply applies takes take is are begin begins expire expires agree undertake undertakes commit considers decide prepared ready lapse lapses end ends cease ceases continue continues remain remains stay stays run runs last lasts',
);
const pointers = wordSet('annex table schedule appendix listed list lists enumerated');
const baseline = wordSet('annex table schedule listed list suspended');
const events = wordSet(
  'attack attacks aggression violation violations breach breaches invasion invades invade attacked non-compliance noncompliance finding trigger hostilities infringement snapback case event hour',
);

function promisesOf(reading: Reading): SanctionPromise[] {
  if (!speaksOfSecurity(reading) && reading.groups.length === 0 && reading.roles.aggressors.length === 0) return [];
  const found: SanctionPromise[] = [];
  for (const sentence of reading.operative) {
    if (sentence.block.kind === 'cell') continue;
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    const at = sanctionWords(sentence, reading) ?? takenUp(sentence, reading);
    if (!at || findWord(tokens, all, finite) < 0) continue;
    const lapse = lapseIn(sentence);
    const verb = nearVerb(tokens, at);
    if (verb < 0 && !lapse) continue;
    if (verb < 0) {
      found.push({ id: found.length, sentence, at, decision: null, lapse, snapback: false });
      continue;
    }
    if (tells(tokens, verb)) continue;
    const relief = findWord(tokens, { from: Math.max(0, verb - 3), to: verb + 3 }, reliefs);
    if (relief >= 0) continue;
    if (denied(tokens, verb)) continue;
    found.push({
      id: found.length,
      sentence,
      at: { from: Math.min(verb, at.from), to: Math.max(verb + 1, at.to) },
      decision: decisionAt(tokens, at),
      lapse,
      snapback: snapping.has(tokens[verb]!.word) || findWord(tokens, all, snapping) >= 0,
    });
  }
  return found;
}

/** "lapse every six months unless the Guarantors prolong them", "continue only if the Council confirms them": they end unless somebody acts. */
function lapseIn(sentence: Sentence): Range | null {
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  const renewed = findWord(tokens, all, renewal);
  if (renewed < 0) return null;
  const end = findWord(tokens, { from: 0, to: renewed }, lapsing);
  if (end >= 0 && findWord(tokens, { from: end, to: renewed }, unless) >= 0) return { from: end, to: renewed + 1 };
  const on = findWord(tokens, { from: 0, to: renewed }, lasting);
  const only = on < 0 ? -1 : findWord(tokens, { from: on, to: Math.min(renewed, on + 12) }, onlyIf);
  if (only >= 0 && !/^(?:not|never)$/.test(tokens[on - 1]?.word ?? '')) return { from: on, to: renewed + 1 };
  return renewedOften(sentence, renewed);
}

/** "They apply again": the measures of the sentence before. */
function takenUp(sentence: Sentence, reading: Reading): Range | null {
  const { tokens, own, id, block } = sentence;
  if (!/^(?:they|these|those)$/.test(tokens[own]?.word ?? '')) return null;
  const before = reading.phrases.sentences[id - 1];
  return before && before.block === block && sanctionWords(before, reading) ? { from: own, to: own + 1 } : null;
}

/** The verb of the promise nearest to the noun. */
function nearVerb(tokens: readonly Token[], at: Range): number {
  let best = -1;
  for (let i = Math.max(0, at.from - 14); i < Math.min(tokens.length, at.to + 26); i++) {
    if (i >= at.from && i < at.to) continue;
    if (!promising.has(tokens[i]!.word)) continue;
    if (best < 0 || distance(i, at) < distance(best, at)) best = i;
  }
  return best;
}

const distance = (i: number, at: Range): number => (i < at.from ? at.from - i : i - at.to);

/** "We are imposing", "the sanctions imposed since 2022": said of what is done already. */
function tells(tokens: readonly Token[], verb: number): boolean {
  const { word } = tokens[verb]!;
  if (word === 'imposing') return /^(?:are|is|were|been|in|by|of)$/.test(tokens[verb - 1]?.word ?? '');
  if (!/(?:ed|d)$/.test(word)) return false;
  const before = tokens.slice(Math.max(0, verb - 3), verb).map((token) => token.word);
  return (
    !before.some((each) => /^(?:be|is|are|been|automatically|again)$/.test(each)) ||
    before.some((each) => pastOrPresent.has(each))
  );
}

function denied(tokens: readonly Token[], verb: number): boolean {
  return tokens.slice(Math.max(0, verb - 4), verb).some(({ word }) => /^(?:not|no|nor|never|refrain)$/.test(word));
}

/** A decision that must come first; one that is needed only to lift is none. */
function decisionAt(tokens: readonly Token[], at: Range): Range | null {
  const found = findSequence(tokens, { from: 0, to: tokens.length }, decisions) ?? ifDecided(tokens) ?? permitted(tokens);
  if (!found) return null;
  const lifting = findWord(tokens, { from: Math.max(0, found.from - 8), to: Math.min(tokens.length, found.to + 8) }, reliefs);
  return lifting >= 0 && Math.abs(lifting - found.from) < Math.abs(at.from - found.from) ? null : found;
}

const openers = wordSet('if once when where provided should');
const deciding = wordSet(
  'decide decides decided agree agrees agreed determine determines determined resolve resolves resolved approve approves approved',
);

/** "if the Council so resolves": the measures wait for it. */
function ifDecided(tokens: readonly Token[]): Range | null {
  const from = findWord(tokens, { from: 0, to: tokens.length }, openers);
  if (from < 0) return null;
  const to = findWord(tokens, { from: from + 2, to: Math.min(tokens.length, from + 10) }, deciding);
  return to < 0 || /^(?:otherwise|to)$/.test(tokens[to + 1]?.word ?? '') ? null : { from, to: to + 1 };
}

/** "may, after consultation, be applied": a permission with words between it and its verb. */
function permitted(tokens: readonly Token[]): Range | null {
  const from = findWord(tokens, { from: 0, to: tokens.length }, permissions);
  if (from < 0 || tokens[from + 1]?.word !== ',') return null;
  for (let i = from + 2; i < Math.min(tokens.length - 2, from + 16); i++) {
    if (tokens[i]!.word !== ',') continue;
    const verb = tokens[i + 1]!.word === 'be' ? i + 2 : i + 1;
    return promising.has(tokens[verb]?.word ?? '') ? { from, to: verb + 1 } : null;
  }
  return null;
}

const permissions = wordSet('may can could might');

function renewedOften({ times }: Sentence, renewed: number): Range | null {
  if (renewed < 0) return null;
  const time = times.find((one) => one.kind === 'recurrence' && one.hours !== null && one.hours <= 8784);
  return time ? { from: Math.min(renewed, time.from), to: Math.max(renewed + 1, time.to) } : null;
}

const sanctionTrait: Trait<SanctionPromise> = {
  name: 'sanction',
  facts: {
    needsDecision: { type: 'flag', doc: 'A decision has to be taken first.' },
    lapses: { type: 'flag', doc: 'The measures end unless they are renewed.' },
    listed: { type: 'flag', doc: 'A list is pointed to, here or in the article.' },
    timed: { type: 'flag', doc: 'The measures begin at an hour, by a date or by operation of the text.' },
    linked: { type: 'flag', doc: 'The measures hang on an attack, a violation or a finding.' },
    snapback: { type: 'flag', doc: 'Measures are to come back.' },
    baseline: { type: 'flag', doc: 'It is said what comes back: a list, or what was in force on a date.' },
    kind: { type: 'text', doc: 'Kind of the document.' },
    style: { type: 'text', doc: 'Register of the document.' },
  },
  marks: {
    promise: 'The promise of sanctions.',
    decision: 'The decision that must come first.',
    lapse: 'The words by which they end.',
  },
  read: ({ sentence, at, decision, lapse, snapback }, reading) => {
    const near = neighbours(sentence, reading);
    const all = { from: 0, to: sentence.tokens.length };
    const dated = sentence.times.some(({ kind, date }) => kind === 'date' || date !== null);
    const group = reading.groups.some((one) => one.propositions.some((proposition) => proposition.sentence === sentence));
    return {
      facts: {
        needsDecision: decision !== null,
        lapses: lapse !== null,
        listed: near.some(({ tokens }) => findWord(tokens, { from: 0, to: tokens.length }, pointers) >= 0),
        timed:
          sentence.times.some(({ kind, hours, date }) => (kind === 'limit' && hours !== null) || date !== null) ||
          sentence.tokens.some(
            ({ word }, i) =>
              /^(?:immediately|automatically)$/.test(word) ||
              (word === 'from' && /^(?:the|that)$/.test(sentence.tokens[i + 1]?.word ?? '')),
          ),
        linked: group || findWord(sentence.tokens, all, events) >= 0,
        snapback,
        baseline: dated || findWord(sentence.tokens, all, baseline) >= 0,
        kind: reading.kind,
        style: reading.style,
      },
      marks: marks({ promise: markOf(sentence, at), decision: markOf(sentence, decision), lapse: markOf(sentence, lapse) }),
    };
  },
};

const memory = new WeakMap<Reading, Map<unknown, Sentence[]>>();

/** The sentences of the same unit of the text. */
function neighbours(sentence: Sentence, reading: Reading): readonly Sentence[] {
  let map = memory.get(reading);
  if (!map) {
    map = new Map();
    for (const each of reading.operative) {
      const home = articleOf(each);
      const list = map.get(home);
      if (list) list.push(each);
      else map.set(home, [each]);
    }
    memory.set(reading, map);
  }
  return map.get(articleOf(sentence)) ?? [sentence];
}

function articleOf({ clause }: Sentence): unknown {
  let at = clause;
  while (at.parent && at.kind !== 'article' && at.kind !== 'annex' && at.parent.kind !== 'document' && at.parent.kind !== 'part')
    at = at.parent;
  return at;
}

/** Every sentence that promises sanctions. */
export const sanctionKind: SubjectKind<SanctionPromise> = {
  kind: 'sanction',
  doc: 'A sentence that promises economic measures against a State (ENF002).',
  items: promisesOf,
  about: ({ id, sentence, at }) => ({
    id: `sanction:${id}`,
    clause: sentence.clause.label,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [sanctionTrait],
};
