import type { Range, Sentence } from '#phrases';
import { actorWithin } from '../actors.ts';
import type { Duty, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Verbs that say when something begins to bind or to be done. */
const starting = wordSet(
  'activate begin start commence apply enter take become come operate launch trigger deploy station establish be send dispatch defend provide extend',
);
/** Of these the ones that say it of a clause or a force rather than do it. */
const inception = wordSet('run arise activate begin start commence apply enter take become come operate launch trigger');
const subjects =
  wordSet(`guarantee guarantees assurance assurances commitment commitments obligation obligations duty duties article articles
  deployment force forces treaty agreement mission measure measures protection cover coverage provisions support presence it they part section
  memorandum protocol annex arrangement arrangements framework`);

/** Words that bring in the event a start waits for. */
const openers = wordSet('once when after upon following until whenever where if on by as');

/** What a guarantee should not wait for (TIM007). */
const events = sequences(`
  ceasefire
  cease-fire
  truce
  armistice
  peace (has|is|shall) (been|be|) (restored|made|concluded|established|re-established|signed|secured|achieved|reached|agreed)
  peace (returns|prevails|reigns|holds)
  (restoration|return|conclusion|establishment|re-establishment) of peace
  (the|) war (is|has) (over|ended|ceased)
  guns (fall|are|have) (fallen|) silent
  calm (has|is) (been|) restored
  peace (settlement|agreement|treaty|deal|accord|accords|process|plan)
  comprehensive (peace|settlement|agreement)
  (lasting|final|political|durable|negotiated) (peace|settlement|solution|agreement)
  (end|cessation|conclusion|termination) of (the|all|) (hostilities|fighting|war|conflict)
  hostilities have (ended|ceased)
  (fighting|war) has (ended|ceased)
  hostilities (end|cease)
  stabilisation
  stabilization
  normalisation of relations`);
const conditionsPermit = sequences(`
  conditions (permit|allow|so)
  conditions on the ground (permit|allow)
  circumstances (permit|allow)
  the situation (permits|allows)
  security (conditions|situation) (permit|permits|allow|allows)
  conditions are (right|met|favourable|ripe)
  the time is ripe`);
const signing = wordSet(
  'signature signed signing signs consent consents agreement agreed agrees concluded conclusion conclude accepts acceptance accepted approval ratified ratifies ratification confirms confirmed',
);
const declaring = wordSet(
  'declares declared declare certifies certified announces announced determines determined confirms confirmed verifies verified',
);
const provisional = wordSet('provisionally provisional interim');

const covers = new WeakMap<Reading, boolean>();

/** Provisional or interim cover anywhere in the operative text. */
function coveredMeanwhile(reading: Reading): boolean {
  const known = covers.get(reading);
  if (known !== undefined) return known;
  const answer = reading.operative.some(
    (sentence) => findWord(sentence.tokens, { from: 0, to: sentence.tokens.length }, provisional) >= 0,
  );
  covers.set(reading, answer);
  return answer;
}

const guaranteeClasses = new Set(['military', 'military-support', 'economic', 'generic']);

/** The clause by which cover starts, and what it waits for. */
function startOf(duty: Duty, reading: Reading): { readonly kind: 'none' | 'open' | 'aggressor'; readonly at: Range | null } {
  const silent = { kind: 'none', at: null } as const;
  const { proposition } = duty;
  const { sentence } = proposition;
  const { tokens } = sentence;
  if (
    proposition.polarity === 'prohibition' ||
    proposition.polarity === 'exemption' ||
    (proposition.force < 3 && proposition.polarity !== 'effect')
  )
    return silent;
  const theirs = aggressorActs(duty, reading);
  const waits = waitsFor(sentence, proposition.at) ?? theirs;
  if (!waits) return silent;
  const inceptive = inception.has(proposition.verb) || (proposition.verb === 'be' && proposition.passive);
  const said = inceptive && findWord(tokens, proposition.subject, subjects) >= 0;
  const done =
    duty.core &&
    guaranteeClasses.has(proposition.actionClass) &&
    starting.has(proposition.verb) &&
    proposition.actor.who !== 'aggressor' &&
    proposition.actor.who !== 'beneficiary';
  if (!said && !done) return silent;
  if (sentence.times.some((time) => time.date !== null || (time.kind === 'limit' && time.outer))) return silent;
  const declared = findWord(tokens, waits, declaring) >= 0;
  if (declared && coveredMeanwhile(reading)) return silent;
  const signed = findWord(tokens, waits, signing) >= 0;
  let aggressor = theirs !== null;
  if (signed && !aggressor) {
    for (let i = waits.from; i < waits.to && !aggressor; i++)
      aggressor = actorWithin(tokens, { from: i, to: i + 1 }, reading.roles, null)?.who === 'aggressor';
  }
  return { kind: aggressor ? 'aggressor' : 'open', at: waits };
}

const waiting = wordSet('after once when until before unless upon as');
const doing = wordSet(
  'confirmed confirms confirm signed signs ratified ratifies agreed agrees consented consents accepted accepts withdrawn withdraws left leaves ceased ceases completed completes notified notifies declared declares announced announces approved approves acknowledged acknowledges',
);

/** "only after Morvania has confirmed that its forces have left": the start takes an act of the aggressor. */
function aggressorActs({ proposition }: Duty, reading: Reading): Range | null {
  const { tokens } = proposition.sentence;
  for (const condition of proposition.conditions) {
    if (!waiting.has(condition.opener.split(' ')[0]!)) continue;
    const act = findWord(tokens, { from: condition.from + 1, to: Math.min(condition.to, condition.from + 12) }, doing);
    if (act < 0) continue;
    const actor = actorWithin(tokens, { from: condition.from + 1, to: act }, reading.roles, null);
    if (actor?.who === 'aggressor') return condition;
  }
  return null;
}

/** The opener and the event after it, inside the clause. */
function waitsFor(sentence: Sentence, at: Range): Range | null {
  const { tokens } = sentence;
  const event = findSequence(tokens, at, events) ?? findSequence(tokens, at, conditionsPermit);
  if (!event) return null;
  for (let i = event.from; i >= Math.max(at.from, event.from - 12); i--) {
    const word = tokens[i]!.word;
    if (word === ';' || word === ':') return null;
    if (!openers.has(word)) continue;
    if (word === 'as' && tokens[i + 1]?.word !== 'soon') continue;
    // "on security", "by force": a preposition counts only before an act of signing or ending.
    if ((word === 'on' || word === 'by') && !/^(?:the|a)$/.test(tokens[i + 1]?.word ?? '')) continue;
    let to = event.to;
    while (to < at.to && to < event.to + 14 && tokens[to]!.kind !== 'mark') to++;
    return { from: i, to };
  }
  return null;
}

/** When cover begins (TIM007). */
export const startTrait: Trait<Duty> = {
  name: 'start',
  facts: {
    startsAt: {
      type: 'text',
      doc: 'Cover begins only at an open-ended event (open) or one that takes an act of the aggressor.',
      values: ['none', 'open', 'aggressor'],
    },
  },
  marks: { startEvent: 'The event that cover waits for.' },
  read: (duty, reading) => {
    const start = startOf(duty, reading);
    return {
      facts: { startsAt: start.kind },
      marks: marks({ startEvent: markOf(duty.proposition.sentence, start.at) }),
    };
  },
};
