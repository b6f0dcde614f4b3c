import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';
import { regulating, watchBody } from './watch.ts';

/** The six things a monitoring mandate needs (MON005). */
export const monitorItems = ['access', 'sensors', 'warning', 'publication', 'lead', 'protection'] as const;
export type MonitorItem = (typeof monitorItems)[number];

const sensors = wordSet(
  `satellite satellites airborne aerial aircraft sensor sensors drone drones radar radars camera cameras unmanned imagery reconnaissance
   helicopters helicopter overflights uav uavs telemetry`,
);
const onLeave = sequences(`
only such (instruments|means|equipment|devices|sensors)
(host|side|party|parties|state) (allows|allow|permits|permit|consents|agrees|approves)
with the (consent|permission|approval|agreement) of
subject to (security|the|local|approval|consent)
as far as (security|conditions|the)
`);
const freely = sequences(`
freedom of movement
(full|free|unhindered|unrestricted|unimpeded|unfettered|unconditional|immediate|unlimited) (access|movement)
move (freely|anywhere|everywhere)
moves (freely|anywhere)
go (anywhere|everywhere|freely)
free to move
`);
const preparations = wordSet(
  'preparation preparations build-up buildup build-ups concentration concentrations massing imminent attack attacks mobilisation mobilization threats threat movements',
);
const warning = wordSet('warn warns warning warnings warned alert alerts');
const early = sequences('early warning\nearly-warning');
const publishing = wordSet('publish publishes published publishing publication publicly');
const secret = wordSet('confidential secret unpublished');
const leading = wordSet('led lead leads leadership head heads headed chief directed director commander leader presided chaired');
const successor = sequences(`
(successor|succeeds|succeeded|succession|deputy|alternate|replacement)
if it (leaves|withdraws|ceases|fails|goes)
if (he|she|they) (leaves|leave|withdraws)
takes its place
take its place
in its (place|stead)
failing (it|which|this|that|him)
replaced by
is replaced
failing it
(should|if) it (leave|withdraw)
(names|nominates|appoints|proposes|provides|sends|designates|puts|has|name|nominate) (none|nobody)
(names|nominates|appoints|proposes|provides|sends|designates|name|nominate) no (one|candidate)
(fail|fails) to (name|nominate|appoint|propose|provide|send|designate)
(in|for|) (default|want) of
in (his|her|their|its|the|that|whose) absence
absence (of|,)
`);
const serving = sequences('under (a|an|the)');
const protects = wordSet(
  'protect protects protected protection safeguard safeguards safeguarded inviolable inviolability immunity immunities safety secure ensure guarantee guarantees',
);
const staff = wordSet(
  'personnel staff monitors monitor observers members mission centre them they it officers inspectors team teams property premises',
);
const inviolable = wordSet('inviolable inviolability immunity immunities');
const oneSided = wordSet('both each all sides parties any either every whole throughout anywhere everywhere');

const memory = new WeakMap<Reading, ReadonlySet<MonitorItem>>();

/** Which of the six the text gives, wherever it gives them; annexes count (MON005). */
export function readMandate(reading: Reading): ReadonlySet<MonitorItem> {
  const known = memory.get(reading);
  if (known) return known;
  const has = new Set<MonitorItem>();
  for (const sentence of regulating(reading)) {
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    const leave = findSequence(tokens, all, onLeave) !== null;
    if (givesAccess(sentence) && !leave) has.add('access');
    if ((findWord(tokens, all, sensors) >= 0 || fromSpace(tokens)) && !leave) has.add('sensors');
    if (
      findSequence(tokens, all, early) ||
      (findWord(tokens, all, warning) >= 0 && findWord(tokens, all, preparations) >= 0) ||
      reportsPreparations(tokens)
    )
      has.add('warning');
    if (isPublished(tokens)) has.add('publication');
    if (
      (findSequence(tokens, all, successor) || failingAnother(tokens)) &&
      (findWord(tokens, all, leading) >= 0 || (watchBody(tokens) ?? findSequence(tokens, all, serving)) !== null)
    )
      has.add('lead');
    if (
      findWord(tokens, all, inviolable) >= 0 ||
      (findWord(tokens, all, protects) >= 0 && findWord(tokens, all, staff) >= 0 && /protect|safe|secur/.test(joined(tokens)))
    )
      has.add('protection');
  }
  memory.set(reading, has);
  return has;
}

const readying = wordSet('preparation preparations build-up buildup build-ups concentration concentrations massing');
const telling = wordSet('report reports signal signals announce announces notify notifies');

/** "report preparations for an armed attack within six hours": a warning by another name. */
function reportsPreparations(tokens: readonly Token[]): boolean {
  const all = { from: 0, to: tokens.length };
  const at = findWord(tokens, all, telling);
  return at >= 0 && findWord(tokens, { from: at + 1, to: Math.min(tokens.length, at + 8) }, readying) >= 0;
}

const joined = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join(' ');

/** "failing Sund, by Brenn"; "lead: Sund; successor: Brenn" is a sequence already. */
function failingAnother(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, i) => word === 'failing' && tokens[i + 1]?.capital === true);
}

function fromSpace(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, i) => word === 'from' && /^(?:space|orbit|above)$/.test(tokens[i + 1]?.word ?? ''));
}

/** Access on both sides: free, or within hours. One side's access is no access (decision 71). */
function givesAccess({ tokens, times }: Sentence): boolean {
  const all = { from: 0, to: tokens.length };
  const free = findSequence(tokens, all, freely) !== null;
  const entry = findWord(tokens, all, entries);
  const word = entry >= 0 ? entry : placeOpened(tokens);
  if (!free && word < 0) return false;
  if (tokens.slice(0, Math.max(word, 0)).some((token) => /^(?:not|no|deny|refuse)$/.test(token.word))) return false;
  const timed =
    times.some((time) => time.hours !== null && time.kind === 'limit') ||
    tokens.some((token) => /^(?:immediate|immediately|unhindered|unrestricted|unimpeded|any)$/.test(token.word));
  if (!free && !timed) return false;
  if (findWord(tokens, all, wordSet('both each all sides parties either throughout')) >= 0) return true;
  // "Lorn gives it access": one named side. Without a giver ("the Mission has access to any place") nobody is left out.
  const giver = findWord(tokens, all, wordSet('give gives grant grants allow allows admit admits provide provides open opens'));
  return giver < 0 || findWord(tokens, { from: 0, to: giver }, oneSided) >= 0;
}

/** The part between semicolons in which a token stands. */
function partOf(tokens: readonly Token[], at: number): Range {
  let from = at;
  let to = at;
  while (from > 0 && tokens[from - 1]!.word !== ';') from--;
  while (to < tokens.length && tokens[to]!.word !== ';') to++;
  return { from, to };
}

const entries = wordSet('access entry admission admit admits admitted enter enters');
const openable = wordSet('place places site sites area areas base bases depot depots territory facility facilities ground');

/** "shall open any place to the Centre": the verb of opening, where a place is its object; -1 where none is. */
function placeOpened(tokens: readonly Token[]): number {
  for (let i = 0; i < tokens.length; i++)
    if (
      /^opens?$/.test(tokens[i]!.word) &&
      findWord(tokens, { from: i + 1, to: Math.min(tokens.length, i + 5) }, openable) >= 0 &&
      findWord(tokens, { from: i + 2, to: Math.min(tokens.length, i + 9) }, wordSet('to')) >= 0
    )
      return i;
  return -1;
}

function isPublished(tokens: readonly Token[]): boolean {
  const all = { from: 0, to: tokens.length };
  const at = findWord(tokens, all, publishing);
  const made = tokens.some(
    ({ word }, i) => word === 'public' && /^(?:made|make|makes|be|are|is)$/.test(tokens[i - 1]?.word ?? ''),
  );
  if (at < 0 && !made) return false;
  if (
    at < 0 &&
    findWord(
      tokens,
      partOf(
        tokens,
        tokens.findIndex(({ word }) => word === 'public'),
      ),
      secret,
    ) >= 0
  )
    return false;
  const before = tokens.slice(Math.max(0, at - 4), Math.max(at, 0));
  return !before.some(({ word }) => /^(?:not|no|without|may)$/.test(word));
}
