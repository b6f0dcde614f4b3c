import type { Clause } from '#clauses';
import type { Sentence } from '#phrases';
import { within } from '../deadlines.ts';
import type { Duty, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { speaksOfSecurity } from '../security.ts';
import { isSideMatter } from '../side-matter.ts';
import { homeArticle } from '../triggers.ts';
import { isResponse } from './duty.ts';
import { isUntimedColumn } from './tim-columns.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Verbs of a state that is kept rather than an act that is done: never late (TIM001 *Not*). */
const standing =
  wordSet(`maintain keep hold retain remain respect refrain continue preserve observe uphold abide comply station base
  monitor include comprise consist contain cover defend protect ensure secure guarantee safeguard possess have own be own remain`);
/** Standing verbs that are a response all the same once an attack has begun, whoever is bound by them. */
const actsInResponse = wordSet('defend protect secure ensure guarantee safeguard cover keep monitor');
/** Of these, what a State does only against an attack: it is an answer also where the clause states no event. */
const defending = wordSet('defend protect secure ensure guarantee safeguard cover');
/** Verbs of performing what is already owed: with the treaty or the obligations as object they add a manner, no act. */
const performing = wordSet('perform apply implement execute fulfil fulfill honour honor discharge carry');
const engagements =
  wordSet(`it treaty agreement pact convention compact protocol memorandum arrangement provisions obligations commitments
  undertakings engagements`);
/** Effects of the text on who commands or owns something: they fall when the event does. */
const passing = wordSet('pass come fall revert transfer assign vest devolve place subordinate');
/** "are taken in exercise of": what earlier measures count as. */
const countsAs = sequences(`
  in (exercise|application|execution|pursuance|implementation|performance|fulfilment) of
  in the exercise of
  within the meaning
  in accordance with article
  under article
  under chapter
  pursuant to
  without prejudice`);

const periodWords = wordSet('period periods time-limit time-limits deadline deadlines term terms hours delay clock');
const extending = wordSet('extend prolong lengthen suspend defer postpone stop interrupt adjourn renew enlarge');
const caps = sequences(`
  once
  not more than
  no more than
  at most
  not exceeding
  not exceed
  by a maximum
  up to
  one time
  a single time`);
const standsStill = sequences(`
  (does|do|shall|will) not run
  (is|are) not counted
  (stands|stand) still
  (ceases|cease) to run
  (stops|stop) running
  (does|do|shall|will) not (begin|start) to run`);

/** Words of an event that happens at one moment and so starts a clock where none is named (TIM003, implicit start). */
const punctual =
  wordSet(`request requests requested notice notices notified notify notification receipt receiving received call appeal
  finding findings decision invocation invokes invoked asked asks report reported reports signature alert alerted meeting
  invitation demand application declaration declared declares informed informs crosses crossed`);

const openUnits: ReadonlySet<string> = new Set(['day']);
const coarseUnits: ReadonlySet<string> = new Set(['week', 'month']);

interface Calendar {
  /** A clause says from when periods run. */
  readonly start: boolean;
  /** A clause says what a day is. */
  readonly day: boolean;
}

const calendars = new WeakMap<Reading, Calendar>();
const starting = wordSet('from after upon at with on when');
const runs = wordSet('run runs running begin begins start starts counted calculated reckoned computed measured');

/** What an interpretation clause says of periods and days (TIM003 *Not*). */
function calendarOf(reading: Reading): Calendar {
  const known = calendars.get(reading);
  if (known) return known;
  let start = false;
  let day = false;
  for (const sentence of reading.phrases.sentences) {
    if (sentence.context === 'preamble' || sentence.context === 'quotation') continue;
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      const word = tokens[i]!.word;
      if (
        word === 'periods' ||
        word === 'time-limits' ||
        (word === 'period' && /^(?:a|each|every|any)$/.test(tokens[i - 1]?.word ?? ''))
      ) {
        const verb = findWord(tokens, { from: i + 1, to: i + 9 }, runs);
        // "Periods in hours run continuously" says how they are counted, and from nothing.
        if (verb >= 0 && findWord(tokens, { from: verb + 1, to: verb + 14 }, starting) >= 0) start = true;
      }
      if (word === 'day' || word === 'days') {
        const after = tokens.slice(i + 1, i + 6).map((token) => token.word);
        if (/^(?:means?|is|are|refers?)$/.test(after.find((each) => each !== '"' && each !== "'") ?? '')) day = true;
      }
      if ((word === 'calendar' || word === 'working' || word === 'consecutive') && /^days?$/.test(tokens[i + 1]?.word ?? '')) {
        const before = tokens.slice(Math.max(0, i - 7), i).map((token) => token.word);
        if (before.some((each) => /^(?:means?|references?|counted|deemed|understood|count)$/.test(each))) day = true;
      }
    }
  }
  if (!day) day = [...reading.terms.keys()].some((term) => term === 'day' || term === 'working day' || term === 'calendar day');
  const calendar = { start, day };
  calendars.set(reading, calendar);
  return calendar;
}

const timedUnits = new WeakMap<Reading, Map<Clause, boolean>>();

/** True where a unit or one below it holds hours, days or dates for what it lists. */
function holdsTimes(clause: Clause, reading: Reading): boolean {
  let known = timedUnits.get(reading);
  if (!known) {
    known = new Map();
    for (const sentence of reading.phrases.sentences) {
      const { tokens } = sentence;
      const timed =
        sentence.times.some((time) => time.kind === 'limit' || time.kind === 'date') ||
        (sentence.block.row !== undefined && findWord(tokens, { from: 0, to: tokens.length }, tableTimes) >= 0);
      const header = sentence.block.row?.header.toLowerCase() ?? '';
      if (!timed && !/\bhours?\b|\bdays?\b|\bdate\b|\bbegins?\b|\bready\b|\bdeadline\b/.test(header)) continue;
      for (let at: Clause | null = sentence.clause; at; at = at.parent) known.set(at, true);
    }
    timedUnits.set(reading, known);
  }
  return known.get(clause) === true;
}

const tableTimes = wordSet('hour hours day days h date begins deadline');

/** "at the hours stated there", "by the dates in Annex P": the time is said to stand elsewhere. */
const timeElsewhere = sequences(`
  at the (hours|hour|times|time|dates|date)
  by the (hours|hour|times|time|dates|date)
  on the (dates|date|days)
  within the (time|times|period|periods|hours|deadline|deadlines|time-limit|time-limits)
  in the (time|times|periods)
  in accordance with the timetable
  according to the (timetable|schedule)
  at those (hours|times)
  by those (dates|times)`);

/** The clause sends the reader to an annex, table or article that has the time (TIM001 *Fires*). */
function isTimedElsewhere(duty: Duty, reading: Reading): boolean {
  const { proposition } = duty;
  const { sentence } = proposition;
  if (findSequence(sentence.tokens, proposition.at, timeElsewhere)) return true;
  for (const reference of sentence.references) {
    if (reference.target === 'external' || !within(reference, proposition.at)) continue;
    const unit = unitOf(reference, reading);
    if (unit && unit !== homeArticle(proposition.clause) && holdsTimes(unit, reading) && !isUntimedColumn(duty, unit, reading))
      return true;
  }
  return false;
}

function unitOf(reference: Sentence['references'][number], reading: Reading): Clause | null {
  const key = reference.path[0];
  if (key === undefined) return null;
  return reading.units.get(`${reference.unit}:${key}`) ?? reading.units.get(`annex:${key}`) ?? null;
}

/** The start of a period as a reader finds it (TIM003). */
function clockState(duty: Duty, reading: Reading): 'none' | 'implicit' | 'ambiguous' | 'named' | '' {
  const { time } = duty.deadline;
  // A period borrowed from another clause is judged there.
  if (duty.deadline.at === null) return '';
  if (time?.kind !== 'limit' || time.unit === null || time.date !== null) return '';
  if (time.clock === 'ambiguous') return 'ambiguous';
  if (time.clock !== 'none') return 'named';
  if (calendarOf(reading).start) return 'named';
  const { tokens } = duty.proposition.sentence;
  if (duty.proposition.conditions.some((condition) => condition.kind === 'after')) return 'implicit';
  if (findWord(tokens, { from: 0, to: tokens.length }, punctual) >= 0) return 'implicit';
  return 'none';
}

/** Whether the clause lets a period grow or stand still (TIM004). */
function extensionOf(duty: Duty): {
  readonly kind: 'none' | 'open' | 'capped';
  readonly at: { from: number; to: number } | null;
} {
  const { proposition } = duty;
  const { sentence } = proposition;
  const { tokens } = sentence;
  if (proposition.polarity === 'prohibition' || proposition.context === 'final-clause') return { kind: 'none', at: null };
  const still = findSequence(tokens, proposition.at, standsStill);
  if (still && findWord(tokens, { from: proposition.at.from, to: still.from }, periodWords) >= 0)
    return { kind: 'open', at: still };
  if (!extending.has(proposition.verb)) return { kind: 'none', at: null };
  const object = proposition.passive
    ? proposition.subject
    : { from: proposition.complement.from, to: Math.min(proposition.complement.to, proposition.complement.from + 8) };
  if (findWord(tokens, object, periodWords) < 0) return { kind: 'none', at: null };
  const from = (proposition.modal ?? proposition.verbAt).from;
  const whole = { from: proposition.at.from, to: proposition.at.to };
  const capped =
    findSequence(tokens, whole, caps) !== null ||
    sentence.times.some((time) => within(time, whole) && time.from >= from && time.kind !== 'recurrence');
  return { kind: capped ? 'capped' : 'open', at: { from, to: proposition.verbAt.to } };
}

const timedHomes = new WeakMap<Reading, Set<Clause>>();

/** Articles in which an action or a meeting of a trigger group has a period: what an extension there would extend. */
function extendsResponse(duty: Duty, reading: Reading): boolean {
  let homes = timedHomes.get(reading);
  if (!homes) {
    homes = new Set();
    for (const other of reading.duties)
      if (isResponse(other.group) && other.deadline.time !== null) homes.add(homeArticle(other.proposition.clause));
    timedHomes.set(reading, homes);
  }
  return isResponse(duty.group) || homes.has(homeArticle(duty.proposition.clause));
}

const yearly = new WeakMap<Reading, ReadonlySet<Clause>>();

/** Support without a condition in an article that counts by the year and states no trigger: it belongs to no one day. */
function isStandingSupport(duty: Duty, reading: Reading): boolean {
  const { proposition } = duty;
  if (proposition.conditions.length > 0 || proposition.actionClass === 'military' || proposition.actionClass === 'generic')
    return false;
  let articles = yearly.get(reading);
  if (!articles) {
    const triggered = new Set(
      reading.groups.flatMap((group) => group.triggers.map((trigger) => homeArticle(trigger.sentence.clause))),
    );
    articles = new Set(
      reading.duties
        .filter((other) => other.deadline.kind === 'continuous')
        .map((other) => homeArticle(other.proposition.clause))
        .filter((article) => !triggered.has(article)),
    );
    yearly.set(reading, articles);
  }
  return articles.has(homeArticle(proposition.clause));
}

/** A state that is kept, an effect that falls by itself, or words about measures owed elsewhere: none of them can be late. */
function isStanding(duty: Duty, reading: Reading): boolean {
  const { proposition, group } = duty;
  const { verb, modal, polarity, sentence, complement, conditions, actor } = proposition;
  const { tokens } = sentence;
  // "The Centre … shall warn of preparations": the daily task of those who watch.
  if (verb === 'warn' && actor.who === 'organ' && conditions.length === 0) return true;
  if (standing.has(verb)) {
    if (!isResponse(group) || !actsInResponse.has(verb)) return true;
    const answers = conditions.some((condition) => condition.kind === 'event' || condition.kind === 'after');
    if (answers) return false;
    // The general task of a force or a mission, and what belligerents owe the monitors, is no answer to one event (decision 61).
    if (!defending.has(verb) || actor.who === 'organ' || reading.kind === 'ceasefire' || reading.kind === 'monitoring')
      return true;
    return false;
  }
  if (performing.has(verb) && modal !== null) {
    const object = { from: complement.from, to: Math.min(complement.to, complement.from + 4) };
    const head = findWord(tokens, object, engagements);
    if (head >= 0 && (tokens[head]!.word !== 'it' || head === object.from) && conditions.length === 0) return true;
  }
  if (modal === null && polarity === 'effect') {
    if (passing.has(verb) && proposition.action === 'transfer-command') return true;
    const first = tokens[proposition.subject.from]?.word ?? '';
    if (proposition.passive && /^(?:these|this|those|such|the)$/.test(first) && findSequence(tokens, complement, countsAs))
      return true;
  }
  return isStandingSupport(duty, reading);
}

const acts = new WeakMap<Reading, ReadonlySet<Duty>>();

/** First act of each group, in the order of the text. */
function firstActs(reading: Reading): ReadonlySet<Duty> {
  const known = acts.get(reading);
  if (known) return known;
  const found = new Set<Duty>();
  for (const duties of reading.dutiesByGroup.values()) {
    const first = duties.find(
      ({ core, proposition }) =>
        core &&
        proposition.polarity !== 'permission' &&
        proposition.actionClass !== 'find' &&
        proposition.actionClass !== 'organise' &&
        proposition.actionClass !== 'enable',
    );
    if (first) found.add(first);
  }
  acts.set(reading, found);
  return found;
}

/** Limits, clocks and hedges of a duty beyond A.7: what TIM001, TIM003 and TIM004 ask. */
export const periodTrait: Trait<Duty> = {
  name: 'period',
  facts: {
    firstAct: { type: 'flag', doc: 'The first duty of its group that is an act: no finding, no body set up, no permission.' },
    standing: { type: 'flag', doc: 'A state that is kept (respect, maintain, keep): it is never late.' },
    timedElsewhere: { type: 'flag', doc: 'The clause refers to an annex, table or article that has the time.' },
    sideMatter: { type: 'flag', doc: 'Its object is trade, travel, post or another affair that no guarantee hangs on.' },
    securityText: { type: 'flag', doc: 'The text concerns security at all: a trigger group, arms or forces.' },
    clockState: {
      type: 'text',
      doc: 'Start of the period: named, implied by one punctual event, none, or two that differ; empty without a period.',
      values: ['', 'named', 'implicit', 'none', 'ambiguous'],
    },
    unitOpen: {
      type: 'flag',
      doc: 'The unit can be read two ways: bare days nobody defines, or weeks and months in a first action.',
    },
    extension: { type: 'text', doc: 'The clause lets a period grow or stand still.', values: ['none', 'open', 'capped'] },
    extendsResponse: { type: 'flag', doc: 'It stands with a period that bounds a response.' },
  },
  marks: { extension: 'The words that let a period grow.' },
  read: (duty, reading) => {
    const { proposition, deadline } = duty;
    const calendar = calendarOf(reading);
    const unit = deadline.time?.unit ?? '';
    const extension = extensionOf(duty);
    return {
      facts: {
        firstAct: duty.group !== null && firstActs(reading).has(duty),
        standing: isStanding(duty, reading),
        timedElsewhere: isTimedElsewhere(duty, reading),
        sideMatter: !isResponse(duty.group) && isSideMatter(proposition),
        securityText: speaksOfSecurity(reading),
        clockState: clockState(duty, reading),
        unitOpen: deadline.time?.kind === 'limit' && ((openUnits.has(unit) && !calendar.day) || coarseUnits.has(unit)),
        extension: extension.kind,
        extendsResponse: extension.kind !== 'none' && extendsResponse(duty, reading),
      },
      marks: marks({ extension: markOf(proposition.sentence, extension.at) }),
    };
  },
};
