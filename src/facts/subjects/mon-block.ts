import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { attributes, isCivil, readWatch, regulating } from '../watch.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** A place where the watching body can be stopped from inside (MON003). */
interface Block {
  readonly id: number;
  readonly sentence: Sentence;
  readonly governs: string;
  readonly means: 'consensus' | 'membership' | 'renewal' | 'lapse';
  /** The observed sides are among those who must agree. */
  readonly sides: boolean;
  readonly at: Range;
}

/** What of the body's work the words govern. */
const objects: ReadonlyMap<string, string> = new Map(
  (
    [
      ['finding', 'finding findings determination determinations attribution responsibility conclusions verdict'],
      ['report', 'report reports publication'],
      ['access', 'access visits visit inspection inspections patrols flight flights overflight overflights'],
      ['mandate', 'mandate mandates'],
      ['budget', 'budget budgets financing'],
      ['staff', 'staff personnel staffing observers monitors inspectors appointment appointments recruitment'],
    ] as const
  ).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

const agreement = sequences(`
by consensus
(on|with|by|require|requires|of) consensus
consensus (of|among|between)
consensus
(unanimous|unanimously|unanimity)
by common (accord|agreement|consent)
(agreement|consent|approval|concurrence|vote|decision|satisfaction|assent) of (all|both|each|every)
(agreement|consent|approval|concurrence|assent|vote) of the (side|sides|parties|belligerents)
(agreement|consent|approval|concurrence|decision) of all (participating|member|the) (states|sides|parties|members)
(jointly|mutually) (approved|adopted|agreed|decided|made|established)
(approved|adopted|agreed|accepted|decided|signed|confirmed) by (all|both|each)
agreed (between|among) (the|both|all) (sides|parties)
if (both|all) (sides|parties) (agree|consent)
unless (both|all) (sides|parties) (agree|consent)
that neither (side|party) (refuses|rejects|opposes)
that neither (side|party) has (refused|rejected|opposed|vetoed)
to (which|whom) neither (side|party) (objects|has)
acceptable to (both|all|each)
agreeable to (both|all|each)
`);
const waiting = wordSet('unless until till only if when once provided without before');
const everyone = wordSet('each all both every unanimous neither none no');
const assents =
  /^(?:agree|consent|approv|sign|accept|concur|endors|initial|assent|confirm|adopt|vot|subscrib|countersign|name|hand|object|oppos|refus|dissent|seal)/;

/** "unless each of its three delegations has put its name to it": what waits for every one of them. */
function allMust(tokens: readonly Token[]): Range | null {
  for (let i = 0; i < tokens.length; i++) {
    if (!waiting.has(tokens[i]!.word)) continue;
    const all = findWord(tokens, { from: i + 1, to: Math.min(tokens.length, i + 5) }, everyone);
    if (all < 0) continue;
    for (let j = all + 2; j < Math.min(tokens.length, all + 12) && !/^[;.,]$/.test(tokens[j]!.word); j++)
      if (assents.test(tokens[j]!.word) && !/^(?:agreement|agreements|votes?)$/.test(tokens[j]!.word))
        return { from: i, to: j + 1 };
  }
  return null;
}

const single = wordSet('any either one each');
const stopping = /^(?:object|veto|refus|oppos|withh|block|stop|bar|forbid|prevent|prohibit|disallow)/;

/** "Either side may withhold a report", "any member may object to a visit": one of them can stop the work. */
function anyMayStop(tokens: readonly Token[]): Range | null {
  for (let i = 0; i < tokens.length; i++) {
    if (!single.has(tokens[i]!.word)) continue;
    for (let j = i + 1; j < Math.min(tokens.length, i + 7); j++) {
      if (!/^(?:may|can|could)$/.test(tokens[j]!.word)) continue;
      for (let k = j + 1; k < Math.min(tokens.length, j + 3); k++)
        if (stopping.test(tokens[k]!.word)) return { from: i, to: k + 1 };
    }
  }
  return null;
}

const sidesWords = wordSet('sides side both parties belligerents halves all');
const renewing = wordSet(
  'extended extend extends extension renewed renew renews renewal prolonged prolong prolongs prolongation reconfirmed',
);
const ending = wordSet('end ends ended ending lapse lapses lapsed expire expires expired terminate terminates');
const shares = sequences(`
composed of (all|both|the) (sides|parties)
each side has half
both sides (sit|vote|are|participate)
(equal|an equal) (number|representation)
(members|representatives) of (both|all) (sides|parties)
`);
const noConsent = sequences(
  'no consent\nno consensus\nno agreement\nwithout (consent|further|the) \nneeds no (consent|agreement|approval)\nnot require\nwithout further consent',
);
const procedural = sequences('rules of procedure\nits seat\nthe seat\nworking language');

function blocksOf(reading: Reading): Block[] {
  const { body } = readWatch(reading);
  if (!body && reading.kind !== 'monitoring') return [];
  const blocks: Block[] = [];
  let last: Sentence | null = null;
  for (const sentence of regulating(reading)) {
    const before: Sentence | null = last;
    last = sentence;
    if (sentence.context === 'definition' || sentence.context === 'final-clause' || isCivil(sentence)) continue;
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    const governs =
      governedBy(tokens) ??
      carried(sentence, before) ??
      (attributes(sentence) || establishesViolations(tokens) ? 'finding' : null);
    if (governs === null || findSequence(tokens, all, procedural) || findSequence(tokens, all, noConsent)) continue;
    const consensus = findSequence(tokens, all, agreement) ?? allMust(tokens) ?? anyMayStop(tokens);
    const renewal = governs === 'mandate' ? renewalAt(sentence) : null;
    const share = findSequence(tokens, all, shares);
    const at = consensus ?? renewal?.at ?? share;
    if (!at || liftsOnly(tokens, at)) continue;
    blocks.push({
      id: blocks.length,
      sentence,
      governs,
      means: consensus ? 'consensus' : renewal ? renewal.means : 'membership',
      sides: namesSides(sentence, at, reading),
      at,
    });
  }
  return blocks;
}

function governedBy(tokens: readonly Token[]): string | null {
  for (const { word } of tokens) {
    const name = objects.get(word);
    if (name) return name;
  }
  return null;
}

/** "The mandate is six months. It ends unless both Sides prolong it": the pronoun carries what the sentence before governs. */
function carried({ tokens, own, clause }: Sentence, before: Sentence | null): string | null {
  if (before === null || before.clause !== clause || tokens[own]?.word !== 'it') return null;
  return before.tokens.slice(before.own, before.own + 3).some(({ word }) => /^mandates?$/.test(word)) ? 'mandate' : null;
}

function establishesViolations(tokens: readonly Token[]): boolean {
  const all = { from: 0, to: tokens.length };
  return (
    findWord(tokens, all, wordSet('violation violations breach breaches incident incidents')) >= 0 &&
    findWord(tokens, all, wordSet('established determined found confirmed certified recorded attributed')) >= 0
  );
}

/** "extended every six months", "ends unless they extend it"; a mandate that runs on until it is ended is none. */
function renewalAt({ tokens, times }: Sentence): { at: Range; means: 'renewal' | 'lapse' } | null {
  const all = { from: 0, to: tokens.length };
  const verb = findWord(tokens, all, renewing);
  const end = findWord(tokens, all, ending);
  const unless = findWord(tokens, all, wordSet('unless'));
  if (end >= 0 && unless >= 0 && verb > unless) return { at: { from: Math.min(end, unless), to: verb + 1 }, means: 'lapse' };
  if (
    verb < 0 ||
    /^(?:automatically|tacitly)$/.test(tokens[verb - 1]?.word ?? '') ||
    findWord(tokens, all, wordSet('automatically tacitly')) >= 0
  )
    return null;
  if (unless >= 0) return null;
  const short = times.find((time) => time.hours !== null && time.hours <= 8784 && time.kind !== 'limit');
  const yearly = findWord(tokens, all, wordSet('annually yearly annual half-yearly semi-annually'));
  if (short) return { at: { from: Math.min(verb, short.from), to: Math.max(verb + 1, short.to) }, means: 'renewal' };
  return yearly >= 0 ? { at: { from: Math.min(verb, yearly), to: Math.max(verb, yearly) + 1 }, means: 'renewal' } : null;
}

/** Consent needed to end, to lift or to withdraw is a strength (0.7). */
function liftsOnly(tokens: readonly Token[], at: Range): boolean {
  const end = findWord(
    tokens,
    { from: 0, to: at.from },
    wordSet('end ended terminate terminated lift lifted reduce reduced withdraw withdrawn'),
  );
  return (
    end >= 0 &&
    findWord(tokens, { from: 0, to: tokens.length }, renewing) < 0 &&
    findWord(tokens, { from: 0, to: tokens.length }, wordSet('unless')) < 0
  );
}

/** The sides that are watched take part: named as sides, or an aggressor among the parties where all must agree. */
function namesSides({ tokens }: Sentence, at: Range, reading: Reading): boolean {
  const near = { from: Math.max(0, at.from - 2), to: Math.min(tokens.length, at.to + 10) };
  const named = findWord(tokens, near, sidesWords);
  const guarantorsOnly = findWord(tokens, { from: at.from, to: near.to }, wordSet('guarantors guarantor')) >= 0;
  if (guarantorsOnly) return findWord(tokens, near, wordSet('sides belligerents')) >= 0;
  if (named >= 0) return true;
  if (reading.roles.aggressors.length > 0) return true;
  return reading.kind === 'ceasefire' || reading.kind === 'monitoring';
}

const blockTrait: Trait<Block> = {
  name: 'block',
  facts: {
    governs: {
      type: 'text',
      doc: 'What the words govern.',
      values: ['finding', 'report', 'access', 'mandate', 'budget', 'staff'],
    },
    means: { type: 'text', doc: 'How the body can be stopped.', values: ['consensus', 'membership', 'renewal', 'lapse'] },
    sides: { type: 'flag', doc: 'The observed sides, or the aggressor, are among those who must agree.' },
    kind: { type: 'text', doc: 'Kind of the document.' },
    kindSure: { type: 'flag', doc: 'The kind is declared or plain.' },
  },
  marks: { block: 'The words by which the body can be stopped.' },
  read: ({ sentence, governs, means, sides, at }, reading) => ({
    facts: { governs, means, sides, kind: reading.kind, kindSure: reading.kindSure },
    marks: marks({ block: markOf(sentence, at) }),
  }),
};

/** Every place where consensus, membership or renewal can stop the watching body. */
export const blockKind: SubjectKind<Block> = {
  kind: 'block',
  doc: 'Words by which a monitoring body can be stopped from inside: consensus, membership, renewal of the mandate (MON003).',
  items: blocksOf,
  about: ({ id, sentence, at }) => ({
    id: `block:${id}`,
    clause: sentence.clause.label,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [blockTrait],
};
