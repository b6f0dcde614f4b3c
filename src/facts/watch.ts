import type { Range, Sentence, Token } from '#phrases';
import type { Proposition, Reading } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';
import {
  civil,
  culpritNouns,
  culprits,
  impossible,
  martial,
  merelyPossible,
  moves,
  naming,
  obeyed,
  results,
  setUpVerbs,
  watchers,
  watchHeads,
  watchKinds,
  watchVerbs,
} from './watch-words.ts';

/** Words of a sentence that a fact rests on. */
export interface Place extends Range {
  readonly sentence: Sentence;
}

/** What the text says about watching (MON001 to MON005). Places are null where nothing is said. */
export interface Watch {
  /** Somebody named watches: here, or by a pointer to where it is regulated. */
  readonly watched: Place | null;
  /** The body that this text sets up or tasks. */
  readonly body: Place | null;
  /** The duty to say who is responsible. */
  readonly attribution: Place | null;
  /** The words that forbid the body to say who is responsible. */
  readonly silenced: Place | null;
  /** That duty, or the issue of findings, has an hour. */
  readonly attributionTimed: boolean;
  /** A standard of proof that is not met in time. */
  readonly standard: Place | null;
  /** A report or notice of the body or to it. */
  readonly report: Place | null;
  /** A finding moves something: a clock, a step, a duty. */
  readonly linked: boolean;
}

const contexts = new Set(['operative', 'annex-operative', 'final-clause', 'definition', 'table']);

/** Sentences in which a text regulates: operative words, definitions and tables, without headings. */
export function regulating(reading: Reading): readonly Sentence[] {
  return reading.phrases.sentences.filter((sentence) => contexts.has(sentence.context) && sentence.block.kind !== 'heading');
}

const memory = new WeakMap<Reading, Watch>();

/** Reads once what a text says about watching. */
export function readWatch(reading: Reading): Watch {
  const known = memory.get(reading);
  if (known) return known;
  let watched: Place | null = null;
  let body: Place | null = null;
  let attribution: Place | null = null;
  let silenced: Place | null = null;
  let attributionTimed = false;
  let standard: Place | null = null;
  let report: Place | null = null;
  let linked = false;
  for (const sentence of regulating(reading)) {
    if (isCivil(sentence)) continue;
    const acts = watchClause(sentence, reading);
    const named = watchBody(sentence.tokens);
    const firm = findWord(sentence.tokens, whole(sentence), merelyPossible) < 0;
    const set = named !== null && firm && setsUp(sentence.tokens, named);
    if (!body && (acts || set)) body = { sentence, ...(acts ?? named!) };
    if (!watched && (acts || set || (firm && (isProper(sentence.tokens, named) || pointsToWatch(sentence)))))
      watched = { sentence, ...(acts ?? named ?? whole(sentence)) };
    const says = attributes(sentence);
    if (says) {
      attribution ??= { sentence, ...says };
      if (hasHour(sentence)) attributionTimed = true;
      body ??= { sentence, ...says };
      watched ??= { sentence, ...says };
    }
    if (!says) {
      const mute = forbidsAttribution(sentence);
      if (mute) silenced ??= { sentence, ...mute };
    }
    if (issuesFinding(sentence.tokens) && hasHour(sentence)) attributionTimed = true;
    if (!standard && (says || findWord(sentence.tokens, whole(sentence), culpritsOrResults) >= 0)) {
      const at = findSequence(sentence.tokens, whole(sentence), impossible);
      if (at) standard = { sentence, ...at };
    }
    if (!report && body) {
      const at = findSequence(sentence.tokens, whole(sentence), reporting);
      // "They shall report to the Security Council": what the guarantors did, not what was seen.
      const council = at ? findWord(sentence.tokens, { from: at.to, to: at.to + 4 }, councils) : -1;
      if (at && council < 0) report = { sentence, ...at };
    }
    if (!linked && movesSomething(sentence)) linked = true;
  }
  const watch: Watch = { watched, body, attribution, silenced, attributionTimed, standard, report, linked };
  memory.set(reading, watch);
  return watch;
}

const whole = (sentence: Sentence): Range => ({ from: 0, to: sentence.tokens.length });
const culpritsOrResults = new Set([...culpritNouns, ...results, 'responsible']);

/** True where a sentence is about elections, water or prices and not about arms. */
export function isCivil({ tokens }: Pick<Sentence, 'tokens'>): boolean {
  const all = { from: 0, to: tokens.length };
  return findWord(tokens, all, civil) >= 0 && findWord(tokens, all, martial) < 0;
}

/** A clause by which somebody watches: verb and the one who does it; null where none does. */
function watchClause(sentence: Sentence, reading: Reading): Range | null {
  for (const proposition of reading.bySentence.get(sentence.id) ?? []) {
    if (proposition.polarity === 'permission' && proposition.modal?.kind === 'permission') continue;
    if (proposition.polarity === 'prohibition' || proposition.polarity === 'exemption') continue;
    if (proposition.force < 3 && proposition.modal !== null) continue;
    if (watches(proposition, reading) || bodyRecords(proposition))
      return { from: proposition.verbAt.from, to: clauseEnd(proposition) };
  }
  return taskedToWatch(sentence.tokens);
}

const recording = wordSet('record count log register note chart list collect gather document observe follow examine establish');

/** "The Observer Group shall count the explosions": a body that is named for watching does what watchers do. */
function bodyRecords({ sentence, subject, verb, passive, force }: Proposition): boolean {
  return !passive && force >= 6 && recording.has(verb) && watchBody(sentence.tokens.slice(subject.from, subject.to)) !== null;
}

function clauseEnd({ verbAt, complement }: Proposition): number {
  return Math.max(verbAt.to, Math.min(complement.to, verbAt.to + 8));
}

function watches(proposition: Proposition, reading: Reading): boolean {
  const { tokens } = proposition.sentence;
  const { verb, complement, subject, actor, passive } = proposition;
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 6) };
  const keepsWatch = isLightWatch(verb, tokens, complement);
  if (!keepsWatch && !watchVerbs.has(verb)) return false;
  const body = passive
    ? agentIsBody(tokens, complement) || actor.who === 'organ' || actor.who === 'third-body'
    : findWord(tokens, subject, watchHeads) >= 0 ||
      actor.who === 'organ' ||
      actor.who === 'third-body' ||
      pronounOfBody(tokens, subject);
  if (verb === 'observe' && findWord(tokens, near, obeyed) >= 0) return false;
  if (body) return true;
  if (verb === 'observe' || passive) return false;
  if (actor.who === 'guarantor') return true;
  // A State named by name may watch; "the Parties" watch themselves, which is nobody.
  const first = tokens[subject.from];
  const byName = first !== undefined && (first.capital || tokens[subject.from + 1]?.capital === true);
  return byName && actor.mode !== 'collective' && !namesAllParties(tokens, subject) && reading.roles.parties.length >= 0;
}

const watchedUnder = sequences(
  'under (constant|permanent|continuous|close|unbroken|) (watch|observation|surveillance|supervision)',
);
const lightWatch: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['keep', new Set(['watch'])],
  ['give', wordSet('warning')],
  ['conduct', wordSet('surveillance observation monitoring verification inspections patrols')],
  ['carry', wordSet('surveillance observation monitoring verification inspections patrols')],
]);

/** "keeps watch over the line", "keeps the frontier under observation", "gives warning", "carries out inspections". */
function isLightWatch(verb: string, tokens: readonly Token[], complement: Range): boolean {
  const nouns = lightWatch.get(verb);
  if (!nouns) return false;
  if (findWord(tokens, { from: complement.from, to: Math.min(complement.to, complement.from + 6) }, nouns) >= 0) return true;
  return verb === 'keep' && findSequence(tokens, complement, watchedUnder) !== null;
}

function pronounOfBody(tokens: readonly Token[], subject: Range): boolean {
  return subject.to - subject.from === 1 && /^(?:it|they)$/.test(tokens[subject.from]!.word);
}

/** "receives a Call or, if earlier, makes a Statement" */
const namingOrSaying = new Set([...naming, 'statement', 'statements', 'finding']);

const councils = wordSet('security');

const allParties = wordSet('parties party sides side states state participants signatories members governments belligerents');

function namesAllParties(tokens: readonly Token[], at: Range): boolean {
  return findWord(tokens, at, allParties) >= 0;
}

function agentIsBody(tokens: readonly Token[], complement: Range): boolean {
  for (let i = complement.from; i < complement.to; i++) {
    if (tokens[i]!.word !== 'by') continue;
    if (findWord(tokens, { from: i + 1, to: Math.min(complement.to, i + 9) }, watchHeads) >= 0) return true;
  }
  return false;
}

/** "assign personnel to observe the truce": a body and an infinitive of watching behind it. */
function taskedToWatch(tokens: readonly Token[]): Range | null {
  let head = -1;
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (watchHeads.has(word)) head = i;
    if (word !== 'to' || head < 0 || i - head > 24) continue;
    const next = tokens[i + 1]?.word ?? '';
    if (!watchVerbs.has(next) || next === 'warn') continue;
    if (findWord(tokens, { from: i + 2, to: Math.min(tokens.length, i + 6) }, obeyed) >= 0 && next === 'observe') {
      if (!/^(?:the|this|implementation)$/.test(tokens[i + 2]?.word ?? '') || !names(tokens, i, 'implementation')) continue;
    }
    return { from: head, to: Math.min(tokens.length, i + 6) };
  }
  return null;
}

function names(tokens: readonly Token[], from: number, word: string): boolean {
  return findWord(tokens, { from, to: Math.min(tokens.length, from + 8) }, new Set([word])) >= 0;
}

/** The name of a watching body: "Verification Centre", "observer mission", "United Nations observers". */
export function watchBody(tokens: readonly Token[]): Range | null {
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (watchers.has(word)) return { from: i, to: i + 1 };
    // "a Bureau of Observation", "the Commission of Inspection"
    if (watchHeads.has(word) && tokens[i]!.capital && tokens[i + 1]?.word === 'of' && tokens[i + 2]?.capital) {
      if (watchKinds.has(tokens[i + 2]!.word)) return { from: i, to: i + 3 };
    }
    if (!watchKinds.has(word)) continue;
    for (let j = i + 1; j < Math.min(tokens.length, i + 4) && tokens[j]!.kind === 'word'; j++) {
      if (watchHeads.has(tokens[j]!.word) && !watchKinds.has(tokens[j]!.word)) return { from: i, to: j + 1 };
      if (!tokens[j]!.capital && !/^(?:and|of)$/.test(tokens[j]!.word)) break;
    }
  }
  return null;
}

function setsUp(tokens: readonly Token[], at: Range): boolean {
  return findWord(tokens, { from: Math.max(0, at.from - 14), to: Math.min(tokens.length, at.to + 30) }, setUpForms) >= 0;
}

const setUpForms = new Set([
  ...setUpVerbs,
  ...wordSet(
    'established establishes creates constituted constitutes instituted sets formed founded deployed assigned sent installed stationed posted placed',
  ),
]);

/** A name in capitals, of a mission that exists or is regulated elsewhere. */
function isProper(tokens: readonly Token[], at: Range | null): boolean {
  return at !== null && at.to - at.from > 1 && tokens[at.from]!.capital && tokens[at.to - 1]!.capital;
}

const watchNouns = wordSet(
  'monitoring verification verified monitored supervision supervised observation observed watched inspected',
);

/** "is verified as set out in Annex W", "Article 8 of the Monitoring Protocol applies". */
function pointsToWatch({ tokens, references }: Sentence): boolean {
  const at = findWord(tokens, { from: 0, to: tokens.length }, watchNouns);
  if (at < 0) return false;
  // "under the supervision of the assistants of the Committee"
  if (
    /^(?:supervision|observation)$/.test(tokens[at]!.word) &&
    tokens[at + 1]?.word === 'of' &&
    /^(?:under|the)$/.test(tokens[at - 1]?.word ?? '')
  )
    return true;
  if (tokens[at]!.capital && /^(?:protocol|annex|agreement|mechanism|arrangement|appendix)$/.test(tokens[at + 1]?.word ?? ''))
    return true;
  return references.some(
    ({ unit, from }) =>
      (unit === 'annex' || unit === 'protocol' || unit === 'schedule' || unit === 'appendix' || unit === 'instrument') &&
      Math.abs(from - at) < 12 &&
      tokens.slice(Math.max(0, from - 5), from).some(({ word }) => /^(?:in|under|by|with|to)$/.test(word)),
  );
}

/** The words that say who is responsible, where a verb of naming carries them and nothing denies it. */
export function attributes({ tokens }: Pick<Sentence, 'tokens'>): Range | null {
  const all = { from: 0, to: tokens.length };
  const plain = findSequence(tokens, all, culprits) ?? askedCulprit(tokens);
  const noun = plain ? -1 : culpritNoun(tokens);
  const at = plain ?? (noun >= 0 ? { from: noun, to: noun + 1 } : attributed(tokens));
  if (!at) return null;
  let verb = -1;
  for (let i = Math.max(0, at.from - 16); i < Math.min(tokens.length, at.to + 14); i++) {
    if (i >= at.from && i < at.to && plain) continue;
    if (naming.has(tokens[i]!.word) && !/^(?:a|an|the|each|every|any|of|its|this)$/.test(tokens[i - 1]?.word ?? '')) {
      if (verb < 0 || Math.abs(i - at.from) < Math.abs(verb - at.from)) verb = i;
    }
  }
  if (verb < 0 || forbidsAttribution({ tokens })) return null;
  for (let i = Math.min(verb, at.from); i < Math.max(verb, at.from); i++) if (tokens[i]!.word === ';') return null;
  if (noun >= 0 && tokens[noun]!.word === 'aggressor' && !/^(?:name|names|identif|determin|designat)/.test(tokens[verb]!.word))
    return null;
  for (let i = Math.max(0, verb - 4); i < verb; i++) {
    if (/^(?:not|no|without|nor|may|might|can)$/.test(tokens[i]!.word)) return null;
  }
  return { from: Math.min(verb, at.from), to: Math.max(verb + 1, at.to) };
}

const asking = wordSet('which whose whom who what');
const askedOf = wordSet('side sides party parties state states force forces power powers belligerent unit units them two');
const doing =
  /^(?:caus|fir|broke|break|began|begun|begin|commit|brought|open|start|bear|bore|responsib|violat|launch|attack|originat|blam|fault|answer|hold|held|provok|guilt|commenc)/;

/** "state which side brought it about", "publish whose forces fired", "by whom it was committed": the question that a naming verb answers. */
function askedCulprit(tokens: readonly Token[]): Range | null {
  for (let i = 1; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (!asking.has(word)) continue;
    const personal = word === 'who' || word === 'whom';
    // "the States who …" describes; "states who …", "by whom …" asks.
    if (personal && !naming.has(tokens[i - 1]!.word) && !/^(?:by|to|,|hours|and)$/.test(tokens[i - 1]!.word)) continue;
    if (!personal && findWord(tokens, { from: i + 1, to: Math.min(tokens.length, i + 5) }, askedOf) < 0) continue;
    for (let j = i + 1; j < Math.min(tokens.length, i + 12) && !/^[;.]$/.test(tokens[j]!.word); j++)
      if (doing.test(tokens[j]!.word)) return { from: i, to: j + 1 };
  }
  return null;
}

const uttering = new Set([
  ...naming,
  ...wordSet(
    'express expresses give gives take takes offer offers assign assigns apportion apportions comment comments pronounce allocate',
  ),
]);
const blame = new Set([...culpritNouns, ...wordSet('blame fault guilt')]);
const causes = sequences(
  '(side|party|state|unit|force) has (caused|fired|broken|committed|started|violated)\nwho has (caused|fired|broken|committed)',
);

/** "shall not express an opinion on responsibility for an incident", "takes no view on which Side has caused it". */
function forbidsAttribution({ tokens }: Pick<Sentence, 'tokens'>): Range | null {
  const all = { from: 0, to: tokens.length };
  const cause = findSequence(tokens, all, causes) ?? findSequence(tokens, all, culprits);
  const noun = findWord(tokens, all, blame);
  const at = cause ?? (noun >= 0 ? { from: noun, to: noun + 1 } : null);
  if (!at) return null;
  for (let i = at.from - 1; i >= Math.max(0, at.from - 10); i--) {
    if (/^[;.:]$/.test(tokens[i]!.word)) return null;
    if (!uttering.has(tokens[i]!.word)) continue;
    const refused =
      findWord(tokens, { from: Math.max(0, i - 3), to: i }, wordSet('not neither nor never without')) >= 0 ||
      tokens[i + 1]?.word === 'no';
    if (refused) return { from: i, to: at.to };
  }
  return null;
}

const borne = wordSet(
  'share shares shared bear bears have has take takes assume assumes primary joint full sole primary accept entire',
);

/** "Responsibility shall be determined", "identify the perpetrator"; responsibility that somebody bears is no finding. */
function culpritNoun(tokens: readonly Token[]): number {
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (!culpritNouns.has(word)) continue;
    if (word !== 'responsibility') return i;
    if (findWord(tokens, { from: Math.max(0, i - 4), to: i }, borne) >= 0) continue;
    const near = { from: Math.max(0, i - 5), to: Math.min(tokens.length, i + 12) };
    if (findWord(tokens, near, martial) >= 0 || i <= 1) return i;
  }
  return -1;
}

/** "attributes each violation", with a body or a passive: the verb alone is enough. */
function attributed(tokens: readonly Token[]): Range | null {
  for (let i = 0; i < tokens.length; i++)
    if (/^(?:attribut|imput)(?:e|es|ed|ing)$/.test(tokens[i]!.word)) return { from: i, to: i + 1 };
  return null;
}

/** A limit in hours or days that closes. */
export function hasHour({ times }: Pick<Sentence, 'times'>): boolean {
  return times.some((time) => time.kind === 'limit' && time.hours !== null && time.ceiling);
}

const issuing = wordSet('issue issues issued make makes made give gives given deliver delivers delivered adopt adopts');

function issuesFinding(tokens: readonly Token[]): boolean {
  const noun = findWord(tokens, { from: 0, to: tokens.length }, wordSetOfFinding);
  return noun >= 0 && findWord(tokens, { from: Math.max(0, noun - 8), to: Math.min(tokens.length, noun + 6) }, issuing) >= 0;
}

const reporting = sequences(`
(submit|submits|make|makes|send|sends|issue|issues) (weekly|daily|monthly|regular|periodic|quarterly) reports
(submit|submits|make|makes|send|sends|issue|issues) reports
report to the
reports to the
(immediately|be|promptly) reported
(draw|draws|bring|brings) the attention
to the attention of
publishes the result
`);
const wordSetOfFinding = wordSet('finding findings determination determinations attribution');
const opensResult = wordSet('on upon after following from once when if until where');
const attributedForms = wordSet(
  'attributed found established named identified confirmed verified determined certified attributes',
);

const standsIn = wordSet('sufficient suffices conclusive deemed presumed counts replaces treated');

/** "the moment at which the Centre", "the hour when the Mission". */
function ofMoment(tokens: readonly Token[], body: number): boolean {
  const before = { from: Math.max(0, body - 6), to: body };
  return (
    findWord(tokens, before, wordSet('moment hour instant time')) >= 0 &&
    findWord(tokens, { from: Math.max(0, body - 3), to: body }, wordSet('which when')) >= 0
  );
}

/** A result of watching starts a clock, a step or a duty (MON004). */
function movesSomething({ tokens, times }: Sentence): boolean {
  if (times.some((time) => time.clock === 'finding')) return true;
  const all = { from: 0, to: tokens.length };
  const triggerTime = findSequence(tokens, all, moves);
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    const isNoun = results.has(word) && !/^(?:in|fact)$/.test(tokens[i + 1]?.word ?? '');
    const opened = findWord(tokens, { from: Math.max(0, i - 7), to: i }, opensResult) >= 0;
    if (isNoun && (triggerTime || opened)) return true;
    // "a violation so attributed obliges …", "once found", "after the Mission has done so"
    if (
      attributedForms.has(word) &&
      /^(?:so|once|when|if|been)$/.test(tokens[i - 1]?.word ?? '') &&
      (triggerTime || opened || tokens[i - 1]!.word === 'so')
    )
      return true;
    // "the moment at which the Bureau … publishes": a clock that the body starts
    if (
      (watchHeads.has(word) || tokens[i]!.capital) &&
      ofMoment(tokens, i) &&
      findWord(tokens, { from: i, to: Math.min(tokens.length, i + 14) }, namingOrSaying) >= 0
    )
      return true;
    // "If it makes no statement, the notice is sufficient": what holds where the finding does not come
    if (/^statements?$/.test(word) && opened && findWord(tokens, all, standsIn) >= 0) return true;
    if (
      watchHeads.has(word) &&
      opened &&
      /^(?:has|have|names|finds|attributes|confirms|certifies|establishes)$/.test(tokens[i + 1]?.word ?? '')
    )
      return true;
  }
  return false;
}
