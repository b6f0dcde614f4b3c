import type { Mark } from '#base';
import type { Sentence, Token } from '#phrases';
import { finalClausesOf } from '../final-clauses.ts';
import type { Proposition, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf } from '../subjects/trait.ts';

/** One answer that a draft gives to a question which another text may answer too (PKG004). */
export interface Claim {
  /** What is answered: within how many hours, how many, after what notice, on which event, may arms be used. */
  readonly about: 'hours' | 'number' | 'notice' | 'event' | 'arms';
  /** Who, folded: `brenn`, `each guarantor`, `force`. */
  readonly actor: string;
  /** What is done: action type, stage and what is counted; two claims are compared only under one key. */
  readonly key: string;
  /** Content words of what is acted on: claims about different things share few. */
  readonly words: ReadonlySet<string>;
  /** Names in it: claims about different places share none. */
  readonly names: ReadonlySet<string>;
  readonly value: number;
  /** at most, at least, exactly. */
  readonly bound: 'ceiling' | 'floor' | 'exact';
  readonly at: Mark;
  readonly clause: string | null;
  /** Article or annex in which it stands. */
  readonly unit: string;
}

const memory = new WeakMap<Reading, readonly Claim[]>();

const stop = wordSet(
  `the a an of to in on at by for with and or from its it them all any each every that this such as set out shown shall will must may be is are
   has have begun been begins after within not later than fewer less more before under which has following armed attack time trigger
   hours hour days day annex article table assigned listed part treaty protocol least most up about same between into against`,
);
const starting = wordSet('begin begins start starts commence commences initiate initiates beginning');
const completing = wordSet('complete completes completed finish finishes conclude concludes all fully conclusion whole');
const thresholds = wordSet(
  'major significant large-scale serious grave substantial large massive full-scale severe considerable sustained',
);

/** Reads once what a draft answers. Linear in the text. */
export function readClaims(reading: Reading): readonly Claim[] {
  const known = memory.get(reading);
  if (known) return known;
  const claims = [...dutyClaims(reading), ...rowClaims(reading), ...noticeClaims(reading)];
  memory.set(reading, claims);
  return claims;
}

/** Deadlines, numbers, events and bans of the duties. */
function dutyClaims(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  for (const duty of reading.duties) {
    const { proposition, deadline } = duty;
    if (proposition.sentence.block.kind === 'cell' || proposition.item) continue;
    const actor = actorOf(proposition, reading);
    if (actor === '') continue;
    const { sentence } = proposition;
    const { tokens } = sentence;
    const place = { clause: sentence.clause.label || null, unit: unitOf(sentence) };
    const { words, names } = contentOf(proposition);
    const stage = stageOf(tokens, proposition);
    const act = proposition.action === 'other' || proposition.actionClass === 'generic' ? proposition.verb : proposition.action;
    const owed = proposition.polarity === 'positive' || proposition.polarity === 'effect';
    if (owed && deadline.kind === 'hard' && deadline.time && deadline.time.hours !== null && deadline.time.ceiling) {
      const at = markOf(sentence, deadline.time);
      const bound = 'ceiling' as const;
      if (at)
        claims.push({
          about: 'hours',
          actor,
          key: `${stage} ${act}`,
          words,
          names,
          value: deadline.time.hours,
          bound,
          at,
          ...place,
        });
    }
    if (owed) {
      const count = numberIn(tokens, proposition.complement.from, proposition.complement.to);
      if (count) {
        const at = markOf(sentence, { from: count.from, to: count.to });
        if (at)
          claims.push({
            about: 'number',
            actor,
            key: count.noun,
            words,
            names,
            value: count.value,
            bound: count.bound,
            at,
            ...place,
          });
      }
      const event = eventOf(sentence);
      if (event) {
        const at = markOf(sentence, event);
        const value = findWord(tokens, event, thresholds) >= 0 ? 1 : 0;
        if (at) claims.push({ about: 'event', actor, key: act, words, names, value, bound: 'exact', at, ...place });
      }
    }
    const arms = armsOf(proposition);
    if (arms !== null) {
      const at = markOf(sentence, {
        from: proposition.modal?.from ?? proposition.verbAt.from,
        to: Math.min(proposition.complement.to, proposition.verbAt.to + 5),
      });
      if (at)
        claims.push({
          about: 'arms',
          actor,
          key: 'arms',
          words: new Set(),
          names: new Set(),
          value: arms,
          bound: 'exact',
          at,
          ...place,
        });
    }
  }
  return claims;
}

/** Who acts, by name; empty for a class that is not told apart or for nobody. */
function actorOf({ actor, sentence, subject }: Proposition, { roles }: Reading): string {
  const words = sentence.tokens.slice(subject.from, subject.to).map(({ word }) => word);
  // "On any armed attack on Karelby Brenn": the name that ends a fronted condition is the subject.
  const last = sentence.tokens[subject.to - 1];
  if (words.length > 4 && last?.capital && /^(?:on|upon|in|after|if|when|following)$/.test(words[0]!)) return last.word;
  if (actor.who === 'outside' || actor.who === 'thing' || actor.who === 'none' || actor.who === 'aggressor') return '';
  if (actor.name !== '' && actor.mode === 'individual')
    return roles.parties.find(({ aliases }) => aliases.includes(actor.name))?.name ?? actor.name;
  if (words.includes('force')) return 'force';
  if (actor.who === 'organ') return actor.name || words.at(-1) || '';
  if (actor.who === 'guarantor' && actor.mode === 'each') return 'each guarantor';
  if (words.length > 0 && words.length <= 4 && sentence.tokens[subject.to - 1]?.capital && actor.who !== 'beneficiary')
    return words.filter((word) => word !== 'the').join(' ');
  return '';
}

const months = wordSet('january february march april may june july august september october november december');
const unnamed = wordSet(
  'annex article treaty republic kingdom commonwealth confederation protocol table part schedule state of the',
);

/** Content words and names of the complement, without times, numbers and what the sentence says of the trigger. */
function contentOf({ sentence, complement }: Proposition): { words: ReadonlySet<string>; names: ReadonlySet<string> } {
  const inTime = (i: number): boolean => sentence.times.some((time) => i >= time.from && i < time.to);
  const words = new Set<string>();
  const names = new Set<string>();
  for (let i = complement.from; i < complement.to; i++) {
    const token = sentence.tokens[i]!;
    if (token.kind !== 'word' || inTime(i)) continue;
    if (token.capital && token.word.length > 1) {
      if (!unnamed.has(token.word)) names.add(token.word);
    } else if (!stop.has(token.word)) words.add(singular(token.word));
  }
  return { words, names };
}

const singular = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

function stageOf(tokens: readonly Token[], { verbAt, complement }: Proposition): string {
  const near = { from: verbAt.from, to: Math.min(complement.to, verbAt.to + 5) };
  if (findWord(tokens, { from: verbAt.from, to: verbAt.to }, starting) >= 0) return 'begin';
  if (findWord(tokens, near, completing) >= 0) return 'complete';
  return 'do';
}

const counted = wordSet(
  `soldiers troops personnel brigade brigades battalion battalions batteries battery aircraft ships vessels tanks missiles interceptors rounds men
   observers squadrons squadron divisions satellites helicopters drones`,
);
const alike: ReadonlyMap<string, string> = new Map([
  ['troops', 'soldiers'],
  ['personnel', 'soldiers'],
  ['men', 'soldiers'],
  ['brigade', 'brigades'],
  ['battalion', 'battalions'],
  ['battery', 'batteries'],
  ['squadron', 'squadrons'],
  ['vessels', 'ships'],
]);
const spelled: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, n) => [word, n + 1]),
);

interface Count {
  readonly value: number;
  readonly noun: string;
  readonly bound: Claim['bound'];
  readonly from: number;
  readonly to: number;
}

/** "not fewer than 12,000 soldiers", "two brigades": the only number of such things in the range; null where there are more or none. */
export function numberIn(tokens: readonly Token[], from: number, to: number): Count | null {
  let found: Count | null = null;
  for (let i = from; i < Math.min(to, tokens.length); i++) {
    const value = numberOf(tokens[i]!);
    if (value === null) continue;
    const noun = findWord(tokens, { from: i + 1, to: i + 4 }, counted);
    if (noun < 0) continue;
    if (found) return null;
    const before = tokens.slice(Math.max(0, i - 3), i).map(({ word }) => word);
    const floor =
      (before.includes('than') && (before.includes('fewer') || before.includes('less'))) ||
      before.includes('least') ||
      before.includes('minimum');
    const ceiling =
      before.includes('most') ||
      before.includes('exceeding') ||
      (before.includes('up') && before.includes('to')) ||
      before.includes('more');
    const name = tokens[noun]!.word;
    found = {
      value,
      noun: alike.get(name) ?? name,
      bound: floor ? 'floor' : ceiling ? 'ceiling' : 'exact',
      from: i,
      to: noun + 1,
    };
  }
  return found;
}

export function numberOf({ kind, word }: Token): number | null {
  if (kind === 'number') {
    const value = Number(word.replace(/[,\s]/g, ''));
    return Number.isFinite(value) ? value : null;
  }
  return spelled.get(word) ?? null;
}

const eventOpeners = wordSet('on upon of after if when where against whenever');

/** The words of the attack on which the duty waits: from its adjective to the noun. */
function eventOf({ tokens, hits }: Sentence): { readonly from: number; readonly to: number } | null {
  for (const hit of hits) {
    if (hit.lexicon !== 'L13') continue;
    let from = hit.from;
    while (from > 0 && (thresholds.has(tokens[from - 1]!.word) || /^(?:any|armed|an|a|every)$/.test(tokens[from - 1]!.word)))
      from--;
    if (from > 0 && !eventOpeners.has(tokens[from - 1]!.word) && tokens[from - 1]!.kind === 'word') continue;
    return { from, to: hit.to };
  }
  return null;
}

const armed = sequences(`
(use|uses|using|employ|employs) (its|their|any|) (arms|weapons|force|firearms)
open fire
use of (arms|weapons|force)`);
const defensive = sequences(`
(in|of) (self-defence|self-defense|defence|defense)
except
unless
only`);

/** 0 where the clause forbids arms, 1 where it orders their use; null where it speaks of neither, or of both with an exception. */
function armsOf(proposition: Proposition): number | null {
  const { sentence, polarity, verbAt, complement, action } = proposition;
  const range = { from: verbAt.from, to: complement.to };
  if (findSequence(sentence.tokens, range, defensive)) return null;
  if (polarity === 'prohibition') return findSequence(sentence.tokens, range, armed) ? 0 : null;
  if (polarity !== 'positive' && polarity !== 'effect') return null;
  return /^(?:intercept|strike|use-armed-force|air-defence)$/.test(action) && proposition.force >= 7 ? 1 : null;
}

/** Rows of tables: the State of the row, what it does, in how many hours or with how many soldiers. */
function rowClaims(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const rows = new Map<string, Sentence[]>();
  for (const sentence of reading.phrases.sentences) {
    const { row, kind } = sentence.block;
    if (kind !== 'cell' || !row || sentence.context === 'heading') continue;
    const key = `${row.table} ${row.row}`;
    rows.set(key, [...(rows.get(key) ?? []), sentence]);
  }
  for (const cells of rows.values()) {
    const named = cells.find(({ block }) => /^(?:state|guarantor|party|country|power)s?$/i.test(block.row!.header.trim()));
    if (!named) continue;
    const actor = partyIn(named, reading);
    if (actor === '') continue;
    const words = new Set(
      cells
        .filter((cell) => cell !== named && !/substitute/i.test(cell.block.row!.header))
        .flatMap(({ tokens }) => tokens)
        .filter(({ kind, word }) => kind === 'word' && !stop.has(word))
        .map(({ word }) => singular(word)),
    );
    const names = new Set(
      cells
        .filter((cell) => cell !== named && !/substitute/i.test(cell.block.row!.header))
        .flatMap(({ block, tokens }) => [
          ...tokens.filter(({ kind, capital }) => kind === 'word' && capital).map(({ word }) => word),
          ...(block.row!.header.match(/(?<=\s)\p{Lu}[\p{L}-]+/gu) ?? []).map((word) => word.toLowerCase()),
        ])
        .filter((word) => !unnamed.has(word) && !months.has(word)),
    );
    // "Soldiers in Lorn": the heads of the columns say what the numbers count.
    for (const { block } of cells)
      for (const word of block.row!.header.toLowerCase().split(/[^a-z-]+/))
        if (word !== '' && !stop.has(word)) words.add(singular(word));
    for (const cell of cells) {
      if (cell === named) continue;
      const header = cell.block.row!.header.toLowerCase();
      const number = cell.tokens.length <= 3 ? cell.tokens.map(numberOf).find((value) => value !== null) : undefined;
      if (number === undefined || number === null) continue;
      const at = markOf(cell, { from: 0, to: cell.tokens.length });
      const place = { clause: cell.clause.label || null, unit: unitOf(cell) };
      const noun = header.split(/[^a-z]+/).find((word) => counted.has(word));
      if (at && noun)
        claims.push({
          about: 'number',
          actor,
          key: alike.get(noun) ?? noun,
          words,
          names,
          value: number,
          bound: 'exact',
          at,
          ...place,
        });
      else if (at && /\bhours?\b/.test(header)) {
        const stage = /complete|full|end/.test(header) ? 'complete' : /begin|start|first/.test(header) ? 'begin' : 'do';
        claims.push({ about: 'hours', actor, key: `${stage} row`, words, names, value: number, bound: 'ceiling', at, ...place });
      }
    }
  }
  return claims;
}

function partyIn({ tokens }: Sentence, { roles }: Reading): string {
  const text = tokens.map(({ word }) => word).join(' ');
  const plain = text.replace(/^(?:the )?(?:(?:republic|kingdom|commonwealth|confederation|federation) of (?:the )?)?/, '');
  return (
    roles.parties.find(({ name, aliases }) => name === plain || aliases.includes(text) || aliases.includes(plain))?.name ?? plain
  );
}

/** Notices of leaving, where no condition sets one apart. */
function noticeClaims(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  for (const exit of finalClausesOf(reading).exits.exits) {
    if (
      exit.joint ||
      exit.guarded ||
      exit.kind === 'suspend' ||
      exit.noticeMonths === null ||
      exit.noticeMonths === 0 ||
      !exit.noticeAt
    )
      continue;
    const { sentence } = exit.noticeAt;
    if (
      findWord(
        sentence.tokens,
        { from: 0, to: sentence.tokens.length },
        wordSet('if case breach material unless extraordinary jeopardised'),
      ) >= 0
    )
      continue;
    const at = markOf(sentence, exit.noticeAt.at);
    const actor = /beneficiary/.test(exit.subject) ? 'beneficiary' : 'party';
    if (at)
      claims.push({
        about: 'notice',
        actor,
        key: 'leave',
        words: new Set(),
        names: new Set(),
        value: exit.noticeMonths,
        bound: 'exact',
        at,
        clause: sentence.clause.label || null,
        unit: unitOf(sentence),
      });
  }
  return claims;
}

/** Label of the article or annex in which a sentence stands, of its paragraph in a draft without articles. */
function unitOf(sentence: Sentence): string {
  let at: Sentence['clause'] | null = sentence.clause;
  while (at && at.kind !== 'article' && at.kind !== 'annex' && at.parent && at.parent.kind !== 'document') at = at.parent;
  return at?.label ?? '';
}
