import type { Range, Sentence, Token } from '#phrases';
import { placeIn, promising, unpromising } from '../cover.ts';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { regulating } from '../watch.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** Words that leave a part of the territory without cover (SCP006). */
interface CarveOut {
  readonly id: number;
  readonly sentence: Sentence;
  readonly form: 'excluded' | 'controlled';
  readonly at: Range;
}

const exclusions = sequences(`
(does|do|shall|will) not (apply|extend|cover) (to|in|any|the|certain)
(does|do|shall|will) not cover
with the exception of
(excluding|except|excepting) (the|for|those|certain|that)
is excluded
are excluded
excluded from
not including the
without cover for
(save|saving) (for|in|that|as|the|only|those)
(barring|omitting)
(leaving|leaves|left) (out|aside)
(exclusive|exclusion) of
to the exclusion of
(have|has|having) no (application|effect|force) (in|to|for|over)
(stand|stands|remain|remains|lie|lies|fall|falls) outside
(stop|stops|end|ends|ceases) (at|short) (the|of)
not (be|) (covered|protected|guaranteed|included)
in respect of (no|which)
no (guarantee|protection|cover|undertaking) (is|are|extends|applies|shall)
(excepted|exempted)
(outside|beyond) the scope
`);
const control = sequences(`
under the (effective|actual|administrative|de-facto|full|) control of
under (its|their|his) (effective|actual|administrative|) control
(effectively|actually|currently) controlled by
controlled by
under the (administration|administrative authority) of
held by the
`);
/** "applies only to the territory west of the line": what lies beyond is left out. */
const limiting = sequences(`
(apply|applies|extend|extends|cover|covers|owed|given|due) (only|solely|exclusively) (to|in|within|for|on)
(apply|applies|extend|extends|cover|covers) (only|solely|exclusively) the
(apply|applies|extend|extends) (to|in|within) (only|no more than)
(is|are|be) (limited|confined|restricted) to
only (applies|apply|extends|extend|covers|cover)
`);
/** What divides a country: a direction, a line, who holds it. */
const dividing = wordSet(
  'north south east west northern southern eastern western line front side unoccupied free held controlled',
);
const moving = sequences(`
from time to time
as it (stands|runs|lies|is)
at (any|the|that|each) (given|relevant|particular|material|same|) (time|moment)
for the time being
(current|actual|present) (line|front)
then (held|controlled|under)
where it (stands|runs|lies)
`);
const cover = wordSet(
  'guarantee guarantees treaty agreement article articles duties duty obligation obligations cover covers protection protocol commitments apply applies attack attacks guaranteed memorandum pact undertaking undertakings pledge promise promises assistance',
);
const places = wordSet(
  'area areas district districts region regions territory territories part parts peninsula island islands city cities province provinces zone zones oblast oblasts places land lands east west south north strip enclave crimea sector sectors',
);
/** A limit that was always there, and no part of the country (SCP006 *Not*). */
const overseas = wordSet('overseas colonial colonies possessions dependencies equator tropic metropolitan outermost insular');
const trade = wordSet(
  'goods customs tax taxes tariff tariffs exemption immunity immunities privileges sanctions licences imports exports contributions',
);
const exact = wordSet('coordinates map annex shown schedule');
const month = wordSet('january february march april may june july august september october november december');
const vague = wordSet('certain some specified determined agreed defined temporarily currently occupied being presently from');
const whole = wordSet('including whole entire all regardless');

/** Part of the territory that is outside, wherever it is said. */
function carveOutsOf(reading: Reading): CarveOut[] {
  if (unpromising.has(reading.kind) && reading.kind !== 'ceasefire') return [];
  if (!promising.has(reading.kind) && !reading.groups.some(({ class: name }) => name === 'attack' || name === 'violation'))
    return [];
  const found: CarveOut[] = [];
  for (const sentence of regulating(reading)) {
    if (sentence.context === 'final-clause') continue;
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    if (findWord(tokens, all, overseas) >= 0 || findWord(tokens, all, trade) >= 0) continue;
    if (findWord(tokens, all, cover) < 0) continue;
    const out = findSequence(tokens, all, exclusions);
    if (out && namesPlace(tokens, out) && !takenIn(tokens, out)) {
      found.push({ id: found.length, sentence, form: 'excluded', at: { from: out.from, to: endOf(tokens, out.to) } });
      continue;
    }
    const limit = findSequence(tokens, all, limiting);
    if (limit && divides(tokens, limit)) {
      const moves = findSequence(tokens, { from: limit.to, to: tokens.length }, moving) !== null;
      const form = moves ? 'controlled' : 'excluded';
      found.push({ id: found.length, sentence, form, at: { from: limit.from, to: endOf(tokens, limit.to) } });
      continue;
    }
    const held = findSequence(tokens, all, control);
    if (!held || takenIn(tokens, held) || findWord(tokens, { from: Math.max(0, held.from - 10), to: held.from }, places) < 0)
      continue;
    if (findWord(tokens, { from: Math.max(0, held.from - 12), to: held.from }, whole) >= 0 || !scopes(sentence, reading))
      continue;
    found.push({
      id: found.length,
      sentence,
      form: 'controlled',
      at: { from: held.from, to: Math.min(tokens.length, held.to + 3) },
    });
  }
  return found;
}

const denials = wordSet('not no none without nor neither never');
const leavingOut = wordSet('excluded excepted exempted exception excluding omitted exclusion');

/** "those under the control of another State not excluded", "no district excepted": what would be left out is taken in. */
function takenIn(tokens: readonly Token[], at: Range): boolean {
  for (let i = Math.max(0, at.from - 6); i < Math.min(tokens.length, at.to + 12); i++) {
    if (!leavingOut.has(tokens[i]!.word)) continue;
    if (findWord(tokens, { from: Math.max(0, i - 6), to: i }, denials) >= 0) return true;
  }
  return false;
}

/** "the Peninsula and the city of Old Kolm excepted": places before or after the words. */
function namesPlace(tokens: readonly Token[], at: Range): boolean {
  const near = { from: Math.max(0, at.from - 20), to: Math.min(tokens.length, at.to + 14) };
  return findWord(tokens, near, places) >= 0 || placeIn(tokens, near) >= 0;
}

function divides(tokens: readonly Token[], at: Range): boolean {
  const near = { from: at.to, to: Math.min(tokens.length, at.to + 12) };
  const place = findWord(tokens, near, places) >= 0 || placeIn(tokens, near) >= 0;
  return place && findWord(tokens, near, dividing) >= 0;
}

function endOf(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < tokens.length && to < from + 8 && tokens[to]!.kind === 'word') to++;
  return Math.max(to, from);
}

/** The clause says what is covered: a definition, a trigger or a clause of scope; where a force stands is another matter (decision 93). */
function scopes(sentence: Sentence, reading: Reading): boolean {
  if (sentence.context === 'definition') return true;
  const event = sentence.hits.some((hit) => hit.lexicon === 'L13');
  const applies = findWord(sentence.tokens, { from: 0, to: sentence.tokens.length }, applying) >= 0;
  return event || applies || reading.groups.some((group) => group.triggers.some((trigger) => trigger.sentence === sentence));
}

const applying = wordSet('applies apply covers cover extends extend guarantees guarantee');

const carveTrait: Trait<CarveOut> = {
  name: 'carve-out',
  facts: {
    form: {
      type: 'text',
      doc: 'How the part is left out: excluded in words, or cover follows control.',
      values: ['excluded', 'controlled'],
    },
    fixed: { type: 'flag', doc: 'The part is fixed by a map, coordinates or a date.' },
    generalAlliance: { type: 'flag', doc: 'A general alliance (decision 8).' },
  },
  marks: { carved: 'The words that leave a part out.' },
  read: ({ sentence, form, at }, reading) => ({
    facts: { form, fixed: isFixed(sentence.tokens), generalAlliance: reading.kind === 'mutual-defence' },
    marks: marks({ carved: markOf(sentence, at) }),
  }),
};

function isFixed(tokens: readonly Token[]): boolean {
  const all = { from: 0, to: tokens.length };
  if (findWord(tokens, all, exact) >= 0) return true;
  const dated = tokens.some(({ word }, i) => month.has(word) && /^\d/.test(tokens[i + 1]?.word ?? tokens[i - 1]?.word ?? ''));
  return dated && findWord(tokens, all, vague) < 0;
}

/** Every place where a part of the territory is left without cover. */
export const carveOutKind: SubjectKind<CarveOut> = {
  kind: 'carve-out',
  doc: 'Words that leave a part of the territory without cover (SCP006).',
  items: carveOutsOf,
  about: ({ id, sentence, at }) => ({
    id: `carve-out:${id}`,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [carveTrait],
};
