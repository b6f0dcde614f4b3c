import type { Clause } from '#clauses';
import type { Sentence, Token } from '#phrases';
import type { Reading } from './model.ts';
import { forceNouns, isForce, type Presence, readPresence } from './presence.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';
import { homeArticle } from './triggers.ts';
import { regulating } from './watch.ts';

/** What a text says of a force: how many, where, from when, to do what (PRS002). */
export interface Size {
  readonly number: boolean;
  readonly place: boolean;
  readonly date: boolean;
  readonly task: boolean;
  /** Personnel in all as far as they are counted; 0 where they are not, or in units or machines only. */
  readonly personnel: number;
}

const counts = wordSet(
  'two three four five six seven eight nine ten twelve twenty thirty forty fifty sixty hundred thousand thousands',
);
const units = wordSet('brigade battalion squadron division corps battery regiment battlegroup company garrison flotilla fleet');
/** "the batteries in Table 2": no number of batteries. */
const labels = wordSet('table tables column row paragraph point section annex article schedule part line item');
const heads = wordSet('personnel soldiers troops men strong members');
const placeNouns = wordSet(
  'line river border borders frontier coast port ports airfield airfields base bases capital region regions province provinces sector sectors places place zone front garrison garrisons district districts',
);
const locating = wordSet('in at on near east west north south along around of from between');
const notPlaces = wordSet(
  'annex article part protocol treaty agreement schedule appendix republic kingdom federation commonwealth beneficiary guarantor guarantors party parties state territory force january february march april may june july august september october november december',
);
const always = wordSet('permanently continuously since entry times');
const taskWords = wordSet(
  'repel repels repelling defend defends defence defending deter deters deterring protect protects protecting secure secures securing guard guards patrol patrols intercept intercepts task tasks mission purpose resist defeat shield hold holds trains police monitor tripwire',
);

const shown = sequences(
  '(shown|listed|named|stated|set|given|specified) (out|for|) (it|them|) in the (schedule|table|annex|appendix|list)\n(in|under) the (schedule|appendix)',
);

/** What is asked of the text for every force, walked over once. */
interface Ground {
  readonly all: readonly Sentence[];
  /** Sentences by their home article. */
  readonly homes: ReadonlyMap<Clause, readonly Sentence[]>;
  /** Sentences that speak of a force. */
  readonly tells: readonly Sentence[];
}

const grounds = new WeakMap<Reading, Ground>();

function readGround(reading: Reading): Ground {
  const known = grounds.get(reading);
  if (known) return known;
  const all = regulating(reading);
  const homes = new Map<Clause, Sentence[]>();
  for (const sentence of all) {
    const home = homeArticle(sentence.clause);
    const row = homes.get(home);
    if (row) row.push(sentence);
    else homes.set(home, [sentence]);
  }
  const tells = all.filter(
    ({ tokens }) => tokens.some((_, i) => isForce(tokens, i)) || /^(?:it|they)$/.test(tokens[0]?.word ?? ''),
  );
  const ground = { all, homes, tells };
  grounds.set(reading, ground);
  return ground;
}

/** The articles that speak of the same force: its own, and where it has a name in capitals those that place it by that name. */
function homesOf({ sentence, noun }: Presence, reading: Reading): ReadonlySet<Clause> {
  const homes = new Set([homeArticle(sentence.clause)]);
  const name = sentence.tokens[noun.from]!;
  if (name.capital)
    for (const other of readPresence(reading)) {
      const called = other.sentence.tokens[other.noun.from]!;
      if (called.capital && called.word === name.word) homes.add(homeArticle(other.sentence.clause));
    }
  return homes;
}

/** Reads the size of a force from its article, the annexes it points to and, for its task, the whole text. */
export function readSize(presence: Presence, reading: Reading): Size {
  const { all, homes, tells } = readGround(reading);
  const own: Sentence[] = [];
  if (reading.kind === 'operational-annex') own.push(...all);
  else for (const home of homesOf(presence, reading)) own.push(...(homes.get(home) ?? []));
  // "shall station in the Area from 1 May its share of a Garrison": the clause that places it, wherever it stands.
  const called = presence.sentence.tokens[presence.noun.from]!;
  if (called.capital)
    for (const sentence of all)
      if (
        !own.includes(sentence) &&
        sentence.tokens.some(({ word, capital }) => capital && word === called.word) &&
        findWord(sentence.tokens, { from: 0, to: sentence.tokens.length }, placing) >= 0
      )
        own.push(sentence);
  const annexes = new Set<Clause>();
  let unresolved = own.some(({ tokens }) => findSequence(tokens, { from: 0, to: tokens.length }, shown) !== null);
  for (const { references } of own)
    for (const { unit, path, target } of references) {
      if (target === 'external' || !/^(?:annex|schedule|appendix|protocol|part)$/.test(unit)) continue;
      const found = reading.units.get(`${unit}:${path[0] ?? ''}`);
      if (found) annexes.add(found);
      else unresolved = true;
    }
  const appended = ofForce(
    all.filter(({ clause }) => within(clause, annexes)),
    presence,
  );
  const pool = [...own, ...appended];
  const named = new Set(reading.roles.parties.flatMap(({ aliases }) => aliases.flatMap((alias) => alias.split(' '))));
  let personnel = 0;
  let number = false;
  for (const sentence of pool) {
    const found = countIn(sentence, appended.includes(sentence));
    if (found.number) number = true;
    personnel += found.personnel;
  }
  return {
    number: number || unresolved,
    place: unresolved || pool.some((sentence) => hasPlace(sentence.tokens, named, appended.includes(sentence))),
    date: unresolved || pool.some(hasDate),
    task:
      unresolved || [...pool, ...tells].some(({ tokens }) => findWord(tokens, { from: 0, to: tokens.length }, taskWords) >= 0),
    personnel,
  };
}

const placing = wordSet('station stations stationed');
const stationed = /\b(?:station(?:ed)?|garrisons?|contingents?|personnel|strength|stands?|presence|in the country)\b/i;

/** In a table with a column for the force, that column; the numbers of other columns count other things. */
function ofForce(sentences: readonly Sentence[], { sentence, noun }: Presence): readonly Sentence[] {
  const name = sentence.tokens[noun.from]!.word;
  const fits = ({ block }: Sentence): boolean => {
    if (block.row === undefined) return false;
    const title = block.row.row === 0 ? block.text : block.row.header;
    return (
      stationed.test(title) ||
      title
        .toLowerCase()
        .split(/[^a-z]+/)
        .includes(name)
    );
  };
  if (!sentences.some(fits)) return sentences;
  // The first column says whose row it is.
  return sentences.filter((each) => each.block.row === undefined || each.block.row.column === 0 || fits(each));
}

function within(clause: Clause, wanted: ReadonlySet<Clause>): boolean {
  for (let at: Clause | null = clause; at; at = at.parent) if (wanted.has(at)) return true;
  return false;
}

function countIn({ tokens, times, references }: Sentence, annexed: boolean): { number: boolean; personnel: number } {
  let number = false;
  let personnel = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { word, kind } = tokens[i]!;
    if (times.some(({ from, to }) => i >= from && i < to) || references.some(({ from, to }) => i >= from && i < to)) continue;
    if (kind === 'number') {
      const value = Number(word.replace(/[,\s]/g, ''));
      if (labels.has(tokens[i - 1]?.word ?? '')) continue;
      if (!Number.isFinite(value) || (value >= 1900 && value <= 2100 && !annexed)) continue;
      const near = tokens.slice(Math.max(0, i - 4), i + 4);
      if (annexed || near.some((token) => forceNouns.has(token.word) || heads.has(token.word))) {
        number = true;
        if (
          value >= 100 &&
          (tokens.slice(i + 1, i + 3).some((token) => heads.has(token.word)) ||
            near.some(({ word: one }) => /^(?:force|contingent|contingents)$/.test(one)) ||
            annexed)
        )
          personnel += value;
      }
    } else if (
      counts.has(word) &&
      tokens.slice(i + 1, i + 5).some((token) => forceNouns.has(token.word) || heads.has(token.word))
    )
      number = true;
    else if (
      units.has(word) &&
      /^(?:a|an|one|each|the|armoured|infantry|mechanised|artillery|air|full)$/.test(tokens[i - 1]?.word ?? '') &&
      !annexed
    )
      number = true;
    else if (/^(?:number|numbers)$/.test(word) && /^(?:in|of|shown|stated|set|listed)$/.test(tokens[i + 1]?.word ?? ''))
      number = references.length > 0 || number;
  }
  return { number, personnel };
}

function hasPlace(tokens: readonly Token[], named: ReadonlySet<string>, annexed: boolean): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (annexed && token.word === 'place') return true;
    if (placeNouns.has(token.word) && findWord(tokens, { from: Math.max(0, i - 6), to: i }, locating) >= 0) return true;
    if (!token.capital || token.kind !== 'word' || named.has(token.word) || notPlaces.has(token.word)) continue;
    if (/^(?:in|at|near|around|along|to|on|from|and)$/.test(tokens[i - 1]?.word ?? '') && token.raw.length > 2) return true;
  }
  return false;
}

function hasDate({ tokens, times }: Sentence): boolean {
  return (
    times.some(({ kind, date }) => date !== null || kind === 'limit' || kind === 'date') ||
    findWord(tokens, { from: 0, to: tokens.length }, always) >= 0 ||
    tokens.some(({ word }, i) => word === 'time' && tokens[i - 1]?.word === 'no') ||
    tokens.some(({ word }) => word === 'ready' && tokens.some((token) => token.kind === 'number'))
  );
}
