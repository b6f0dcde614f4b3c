import type { Range, Sentence } from '#phrases';
import { type Concession, concessionsOf, isTied, namesBeneficiary } from '../concessions.ts';
import { finalClausesOf } from '../final-clauses.ts';
import type { Proposition, Reading } from '../model.ts';
import { findWord, wordSet } from '../scan.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** One point at which the beneficiary performs first: its concession, or a guarantee that waits for one (BUD008). */
interface Turn {
  readonly id: number;
  readonly form: 'concession' | 'guarantee-waits';
  readonly sentence: Sentence;
  readonly at: Range;
  readonly proposition: Proposition;
  readonly concession: Concession | null;
}

const given = wordSet(
  'disarmament demilitarisation demilitarization denuclearisation withdrawal cession handover transfer surrender evacuation dismantling destruction elimination demobilisation neutrality renunciation',
);
/** Things given up that have only one possible giver in a guarantee. */
const plain = wordSet('disarmament demilitarisation demilitarization denuclearisation neutrality');
const leaving = wordSet(
  'withdrawn ceded disarmed transferred handed surrendered evacuated dismantled destroyed eliminated renounced recognised recognized vacated left',
);
const afterwards = wordSet('upon after following once when on as until pending');

function turnsOf(reading: Reading): Turn[] {
  const turns: Turn[] = [];
  const concessions = concessionsOf(reading);
  if (concessions.length > 0 && promisesSomething(reading))
    for (const concession of concessions)
      turns.push({
        id: turns.length,
        form: 'concession',
        sentence: concession.sentence,
        at: concession.at,
        proposition: concession.proposition,
        concession,
      });
  for (const { proposition } of reading.duties) {
    if (!isPromise(proposition, reading)) continue;
    for (const condition of proposition.conditions) {
      if (!afterwards.has(condition.opener.split(' ')[0]!) || !givesUp(proposition.sentence, condition, reading)) continue;
      turns.push({
        id: turns.length,
        form: 'guarantee-waits',
        sentence: proposition.sentence,
        at: { from: condition.from, to: Math.min(condition.to, condition.from + 14) },
        proposition,
        concession: null,
      });
      break;
    }
  }
  return turns;
}

function isPromise({ actor, polarity, actionClass, context }: Proposition, reading: Reading): boolean {
  if (context === 'final-clause' && actionClass !== 'law') return false;
  if (polarity === 'prohibition' || polarity === 'exemption' || polarity === 'permission' || actionClass === 'exit') return false;
  if (reading.kind === 'ceasefire' || reading.kind === 'monitoring') return false;
  return actor.who === 'guarantor' || (actor.who === 'thing' && actionClass === 'law');
}

/** "Upon completion of the disarmament of Lorn", "once Veldania has ceded the port". */
function givesUp({ tokens }: Sentence, range: Range, reading: Reading): boolean {
  const noun = findWord(tokens, range, given);
  if (noun >= 0) {
    const owner = { from: noun, to: Math.min(range.to, noun + 10) };
    if (namesAggressor(tokens, range, reading)) return false;
    if (plain.has(tokens[noun]!.word) || namesBeneficiary(tokens, owner, reading)) return true;
    return namesBeneficiary(tokens, range, reading);
  }
  return (
    findWord(tokens, range, leaving) >= 0 && namesBeneficiary(tokens, range, reading) && !namesAggressor(tokens, range, reading)
  );
}

function namesAggressor(tokens: Sentence['tokens'], range: Range, { roles }: Reading): boolean {
  for (let i = range.from; i < Math.min(range.to, tokens.length); i++) {
    const { word } = tokens[i]!;
    if (word === 'aggressor' || roles.classes.get(word) === 'aggressor') return true;
    for (const party of roles.parties)
      if (party.roles.includes('aggressor') && party.aliases.some((alias) => alias.split(' ').at(-1) === word)) return true;
  }
  return false;
}

/** Somebody promises the beneficiary something: without a guarantee there is no order of performance. */
function promisesSomething(reading: Reading): boolean {
  return reading.duties.some(({ core, proposition: { actor } }) => core || actor.who === 'guarantor');
}

/** When the one and when the other falls due (BUD008). */
const turnTrait: Trait<Turn> = {
  name: 'turn',
  facts: {
    form: {
      type: 'text',
      doc: 'The beneficiary concedes, or a guarantor begins only when it has.',
      values: ['concession', 'guarantee-waits'],
    },
    tied: { type: 'flag', doc: 'The concession waits for the guarantee.' },
    irreversible: { type: 'flag', doc: 'What is given cannot be taken back.' },
    guaranteeLater: {
      type: 'flag',
      doc: 'The guarantee begins later than signature, on ratification or a later date, or its forces come by a later date.',
    },
    guaranteeRuns: {
      type: 'flag',
      doc: 'The guarantee applies from signature or is in force, and no deployment is promised for later.',
    },
  },
  marks: { conceded: 'What is given, or the words that make the guarantee wait for it.' },
  read: ({ form, sentence, at, proposition, concession }, reading) => {
    const later = form === 'concession' ? startsLater(proposition, reading) : 'unknown';
    return {
      facts: {
        form,
        tied: concession !== null && isTied(concession, reading),
        irreversible: concession?.final ?? false,
        guaranteeLater: later === 'later',
        guaranteeRuns: later === 'runs',
      },
      marks: marks({ conceded: markOf(sentence, at, proposition.confidence) }),
    };
  },
};

function startsLater(proposition: Proposition, reading: Reading): 'later' | 'runs' | 'unknown' {
  const own = whenDue(proposition);
  const { entry } = finalClausesOf(reading);
  for (const { core, proposition: other } of reading.duties) {
    if (!core || other.actionClass !== 'military') continue;
    const due = whenDue(other);
    if (!due || due.kind !== (own?.kind ?? 'date')) continue;
    if (!own || due.value > own.value) return 'later';
  }
  if (reading.frontMatter.status === 'in-force' || entry.provisional || entry.on === 'signature') return 'runs';
  const startsWithTreaty = own === null || own.kind === 'entry';
  if (
    !startsWithTreaty &&
    (entry.on === 'ratification' ||
      entry.on === 'procedures' ||
      reading.duties.some((duty) => duty.core && waitsForLaw(duty.proposition)))
  )
    return 'later';
  return 'unknown';
}

const ratified = wordSet('ratified ratification ratify deposited deposit');

/** "from the day on which the last of them has ratified this Treaty". */
function waitsForLaw({ sentence, context }: Proposition): boolean {
  return context !== 'final-clause' && findWord(sentence.tokens, { from: 0, to: sentence.tokens.length }, ratified) >= 0;
}

function whenDue({ sentence, at }: Proposition): { kind: 'date' | 'signature' | 'entry'; value: number } | null {
  for (const time of sentence.times) {
    if (time.from < at.from || time.from >= at.to) continue;
    if (time.date !== null) return { kind: 'date', value: Date.parse(time.date) };
    if (time.hours !== null && time.clock === 'signature') return { kind: 'signature', value: time.hours };
    if (time.hours !== null && time.clock === 'entry-into-force') return { kind: 'entry', value: time.hours };
  }
  return null;
}

/** Every concession, and every guarantee that waits for one. */
export const turnKind: SubjectKind<Turn> = {
  kind: 'turn',
  doc: 'A point at which the beneficiary performs first, or may (BUD008).',
  items: turnsOf,
  about: ({ id, sentence, at, proposition }) => ({
    id: `turn:${id}`,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: proposition.confidence,
  }),
  traits: [turnTrait],
};
