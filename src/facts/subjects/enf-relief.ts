import type { Range, Sentence, Token } from '#phrases';
import { partyAt } from '../actors.ts';
import type { Reading } from '../model.ts';
import { sanctionWords } from '../sanctions.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** A clause that gives the aggressor something back (ENF003). */
interface Relief {
  readonly id: number;
  readonly sentence: Sentence;
  readonly what: 'sanctions' | 'claims' | 'reintegration';
  readonly at: Range;
}

const lifting = wordSet(
  'lift lifted lifts ease eased eases removed remove terminate terminated waive waived revoke revoked repeal repealed discontinued discontinue relax relaxed abolished suspended suspend withdrawn easing lifting relaxing repealing revoking removing abolish terminates terminating repeals eases removes',
);
/** Measures known by what they stop: "its ban on the import of grain", "the measures on shipping and insurance". */
const bans = sequences(`
(ban|bans|prohibition|prohibitions|embargo) on (the|) (import|imports|export|exports|sale|purchase|trade|shipping|insurance|banking)
measures on (the|) (import|imports|export|exports|trade|shipping|insurance|banking|banks|finance|energy|oil|gas)
`);
/** What happens to measures of themselves: "the embargo ceases to have effect". */
const fallingAway = wordSet('cease ceases lapse lapses expire expires end ends ended cancelled annulled scrapped');
const dropping = wordSet(
  'withdraw withdrawn withdraws waive waives waived drop drops dropped abandon abandons abandoned renounce renounces renounced relinquish relinquishes relinquished discontinue discontinued give gives given terminate terminated',
);
const claims = wordSet('claims claim proceedings lawsuits suits reparations');
const betweenStates = wordSet(
  'interstate inter-state pending mutual reparation reparations war hostilities conflict tribunal arbitral international',
);
const against = sequences(
  'against (the|each) other\nagainst one another\nall claims\nall (pending|interstate|international|legal) (claims|proceedings)',
);
const returning = wordSet(
  'readmit readmitted readmission reintegrate reintegrated reintegration rejoin reconnect reconnected restored restore brought invited',
);
const places = wordSet('market markets payment payments swift economy group g7 g8 forum organisations organizations financial');
const back = sequences(
  'brought back\nreadmitted\nreadmission\nreintegrated\nreintegration\nreintegrate\nrejoin\nreadmit\nreconnected\nreconnect',
);
const gates = wordSet('only needs need requires require court courts tribunal listing person persons name unless');
const denial = wordSet('not no neither nor never');
const exempt = wordSet('medicines medicine humanitarian food grain medical exempt exempted agricultural');

/** Relief as the reading contexts grant it; a power to lift on conditions is a gate, and a gate on lifting is a strength (0.7). */
function reliefsOf(reading: Reading): Relief[] {
  const found: Relief[] = [];
  for (const sentence of reading.operative) {
    if (sentence.block.kind === 'cell') continue;
    const hit = sanctionsRelief(sentence, reading) ?? claimsRelief(sentence, reading) ?? reintegration(sentence);
    if (hit) found.push({ id: found.length, sentence, ...hit });
  }
  return found;
}

type Hit = Pick<Relief, 'what' | 'at'>;

function sanctionsRelief(sentence: Sentence, reading: Reading): Hit | null {
  const { tokens } = sentence;
  const ban = findSequence(tokens, { from: 0, to: tokens.length }, bans);
  const noun = sanctionWords(sentence, reading) ?? ban;
  if (!noun) return null;
  const lifted = nearest(tokens, lifting, noun, 16);
  const verb = lifted >= 0 ? lifted : findWord(tokens, { from: noun.to, to: Math.min(tokens.length, noun.to + 8) }, fallingAway);
  if (verb < 0 || idle(tokens, verb)) return null;
  if (!ban && findWord(tokens, { from: 0, to: tokens.length }, exempt) >= 0) return null;
  return { what: 'sanctions', at: { from: Math.min(verb, noun.from), to: Math.max(verb + 1, noun.to) } };
}

function claimsRelief(sentence: Sentence, { roles }: Reading): Hit | null {
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  const noun = findWord(tokens, all, claims);
  if (noun < 0) return null;
  const at = { from: noun, to: noun + 1 };
  const verb = nearest(tokens, dropping, at, 10);
  if (verb < 0 || idle(tokens, verb)) return null;
  if (/^giv/.test(tokens[verb]!.word) && tokens[verb + 1]?.word !== 'up' && tokens[verb - 1]?.word !== 'up') return null;
  if (findWord(tokens, all, betweenStates) < 0 && !findSequence(tokens, all, against) && !againstAggressor(tokens, noun, roles))
    return null;
  return { what: 'claims', at: { from: Math.min(verb, noun), to: Math.max(verb, noun) + 1 } };
}

/** "its claims against the Empire": against the State that the text guards against. */
function againstAggressor(tokens: readonly Token[], noun: number, roles: Reading['roles']): boolean {
  if (roles.aggressors.length === 0 || tokens[noun + 1]?.word !== 'against') return false;
  for (let i = noun + 2; i < Math.min(tokens.length, noun + 8); i++) {
    const party = tokens[i]!.capital ? partyAt(tokens, i, roles) : null;
    if (party && roles.aggressors.includes(party.name)) return true;
  }
  return false;
}

function reintegration(sentence: Sentence): Hit | null {
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  if (findWord(tokens, all, returning) < 0 || findWord(tokens, all, places) < 0) return null;
  const at = findSequence(tokens, all, back);
  if (!at || idle(tokens, at.from)) return null;
  return { what: 'reintegration', at };
}

function nearest(tokens: readonly Token[], words: ReadonlySet<string>, at: Range, reach: number): number {
  let best = -1;
  for (let i = Math.max(0, at.from - reach); i < Math.min(tokens.length, at.to + reach); i++) {
    if (!words.has(tokens[i]!.word)) continue;
    if (best < 0 || Math.abs(i - at.from) < Math.abs(best - at.from)) best = i;
  }
  return best;
}

/** Nothing is granted: denied, conditional on somebody's power, told of the past, or for a court. */
function idle(tokens: readonly Token[], verb: number): boolean {
  const before = tokens.slice(Math.max(0, verb - 5), verb).map(({ word }) => word);
  if (before.some((word) => denial.has(word) || /^(?:may|might|can|could|has|have|had|if|unless|when|until)$/.test(word)))
    return true;
  return findWord(tokens, { from: 0, to: tokens.length }, gates) >= 0;
}

const again = sequences(`
apply again
applies again
(are|is|be) (in|back) force again
in force again
in force again
snapped back
snap back
snaps back
revive
revives
revived
are resumed
take effect again
(comes|come) (back|again) into (force|effect|operation)
(return|returns) (into|to) (force|effect)
(put|puts) back (in|into) (force|effect)
(automatically|again) (apply|applies|reinstated|reimposed)
`);
const restoring = wordSet('reinstated reinstate reinstates reimposed reimpose reimposes re-imposed re-impose snapback snap-back');
const reserving = wordSet('stayed reserve reserves reserved revive revives reserving');

const memory = new WeakMap<Reading, { sanctions: boolean; claims: boolean }>();

/** Whether the text brings measures back, or keeps claims in reserve. */
function backOf(reading: Reading): { sanctions: boolean; claims: boolean } {
  const known = memory.get(reading);
  if (known) return known;
  const out = { sanctions: false, claims: false };
  for (const { tokens } of reading.operative) {
    const all = { from: 0, to: tokens.length };
    if (findSequence(tokens, all, again) || findWord(tokens, all, restoring) >= 0) out.sanctions = true;
    if (findWord(tokens, all, claims) >= 0 && findWord(tokens, all, reserving) >= 0) out.claims = true;
  }
  memory.set(reading, out);
  return out;
}

const lasting = sequences('for good\npermanently\nirrevocably\nonce and for all\ndefinitively\nwithout return\nfor ever');

const reliefTrait: Trait<Relief> = {
  name: 'relief',
  facts: {
    what: { type: 'text', doc: 'What is given back.', values: ['sanctions', 'claims', 'reintegration'] },
    reversible: {
      type: 'flag',
      doc: 'The text brings the measures back on a breach, or reserves the claims, and this clause does not end them for good.',
    },
    kind: { type: 'text', doc: 'Kind of the document.' },
  },
  marks: { relief: 'The words that grant the relief.' },
  read: ({ sentence, what, at }, reading) => ({
    facts: {
      what,
      reversible:
        findSequence(sentence.tokens, { from: 0, to: sentence.tokens.length }, lasting) === null &&
        (what === 'claims' ? backOf(reading).claims : backOf(reading).sanctions),
      kind: reading.kind,
    },
    marks: marks({ relief: markOf(sentence, at) }),
  }),
};

/** Every clause that lifts sanctions, drops claims or brings a State back into markets and groups. */
export const reliefKind: SubjectKind<Relief> = {
  kind: 'relief',
  doc: 'A clause that lifts sanctions, drops claims between States, or readmits a State (ENF003).',
  items: reliefsOf,
  about: ({ id, sentence, at }) => ({
    id: `relief:${id}`,
    clause: sentence.clause.label,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [reliefTrait],
};
