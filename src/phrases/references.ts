import { foldNumber } from '#clauses';
import { type Instrument, instrumentAfter, instrumentBefore } from './instruments.ts';
import { numberInWord } from './numbers.ts';
import type { Range, Reference, Token } from './types.ts';

type Unit = Reference['unit'];
type FoldUnit = Parameters<typeof foldNumber>[1];

const singular: Readonly<Record<string, Unit>> = {
  article: 'article',
  art: 'article',
  paragraph: 'paragraph',
  para: 'paragraph',
  par: 'paragraph',
  'sub-paragraph': 'point',
  subparagraph: 'point',
  'sub-point': 'point',
  point: 'point',
  lit: 'point',
  section: 'section',
  sec: 'section',
  '§': 'section',
  part: 'part',
  chapter: 'chapter',
  annex: 'annex',
  annexe: 'annex',
  appendix: 'appendix',
  schedule: 'schedule',
  protocol: 'protocol',
  plan: 'plan',
  clause: 'paragraph',
};
const plural: Readonly<Record<string, Unit>> = {
  articles: 'article',
  arts: 'article',
  paragraphs: 'paragraph',
  paras: 'paragraph',
  pars: 'paragraph',
  'sub-paragraphs': 'point',
  subparagraphs: 'point',
  points: 'point',
  sections: 'section',
  parts: 'part',
  chapters: 'chapter',
  annexes: 'annex',
  appendices: 'appendix',
  schedules: 'schedule',
  protocols: 'protocol',
  clauses: 'paragraph',
};
const folds: Readonly<Record<string, FoldUnit>> = {
  article: 'article',
  paragraph: 'paragraph',
  point: 'point',
  section: 'section',
  part: 'part',
  chapter: 'part',
  annex: 'annex',
  appendix: 'annex',
  schedule: 'annex',
  protocol: 'annex',
};
/** Units whose number must be a figure, a numeral or a capital letter, and that a lower-case "in part" or "this plan" does not name. */
const named = new Set<Unit>(['part', 'plan', 'protocol', 'annex', 'schedule', 'appendix', 'chapter']);
const lettered = new Set<Unit>([
  'annex',
  'appendix',
  'schedule',
  'part',
  'section',
  'plan',
  'protocol',
  'point',
  'paragraph',
  'chapter',
]);
const relatives = /^(?:this|preceding|foregoing|previous|following|next|above|said|present|same|that|such)$/;

interface Key {
  readonly key: string;
  readonly path: readonly string[];
  readonly last: string | null;
  readonly to: number;
}

interface Head extends Range {
  readonly unit: Unit;
  readonly keys: readonly Key[];
  /** "paragraphs 1 and 2 above". */
  readonly beside: boolean;
}

/**
 * Every reference to a unit of this or another instrument, in order (DRF002, PKG005). Takes the tokens of one sentence. A list gives one
 * reference for each unit ("Articles 3, 4 and 7" is three), a range is one with its two ends; "point (a) of paragraph 2 of Article 5"
 * is one with the path 5, 2, a. `relative` are references counted from where they stand ("this Article", "paragraph 1 above",
 * "paragraph 2 of this Article"); other instruments are `external`, with their title in `of`.
 */
export function readReferences(tokens: readonly Token[]): Reference[] {
  const found: Reference[] = [];
  for (let i = 0; i < tokens.length; ) {
    const group = readGroup(tokens, i) ?? relative(tokens, i) ?? resolution(tokens, i);
    if (group && group.length > 0) {
      found.push(...group);
      i = Math.max(i + 1, ...group.map((reference) => reference.to));
    } else i++;
  }
  return found;
}

/** One unit or list with everything that hangs on it: deeper units, the units it is part of, the instrument. */
function readGroup(tokens: readonly Token[], at: number): Reference[] | null {
  const head = readHead(tokens, at);
  if (!head) return null;
  let chain: Head[] = [head];
  let to = head.to;
  let local = head.beside;
  // Downwards: "Article 5, paragraph 2, point (a)"; upwards: "point (a) of paragraph 2 of Article 5".
  for (let n = 0; n < 4; n++) {
    const last = chain.at(-1)!;
    const comma = tokens[to]?.word === ',' ? to + 1 : to;
    const down = last.keys.length === 1 ? readHead(tokens, comma) : null;
    if (down && deeperAfterComma(last.unit, down.unit)) {
      chain = [...chain.slice(0, -1), merge(last, down)];
      to = down.to;
      continue;
    }
    if (!/^(?:of|in|to|under)$/.test(tokens[to]?.word ?? '')) break;
    const here = ownUnit(tokens, to + 1);
    if (here !== null) {
      local = true;
      to = here;
      break;
    }
    const next =
      tokens[to + 1]?.word === 'the' && /^(?:annex|protocol|schedule)$/.test(tokens[to + 2]?.word ?? '') ? to + 2 : to + 1;
    const up = readHead(tokens, next);
    if (up?.keys.length !== 1 || tokens[to]!.word === 'under' || !deeper(up.unit, chain[0]!.unit)) break;
    chain = [merge(up, chain[0]!)];
    to = up.to;
  }
  const whole = chain[0]!;
  const aside = tokens[to]?.word === ',' && tokens[to + 1]?.word === 'of' ? instrumentAfter(tokens, to + 1) : null;
  const other = instrumentAfter(tokens, to) ?? aside ?? (local ? null : instrumentBefore(tokens, at)) ?? implied(tokens, whole);
  return whole.keys.map((key, n) => ({
    unit: whole.unit,
    path: key.path,
    last: key.last,
    target: other?.target ?? (local ? 'relative' : 'this'),
    of: other?.of ?? '',
    // The first of a list carries the unit's word, the last the words they share at the end.
    from: n === 0 ? at : skipJoin(tokens, whole.keys[n - 1]!.to),
    to: n === whole.keys.length - 1 ? Math.max(other?.to ?? 0, to) : key.to,
  }));
}

const ranks: Readonly<Partial<Record<Unit, number>>> = {
  protocol: 0,
  annex: 0,
  appendix: 1,
  schedule: 1,
  part: 2,
  chapter: 3,
  section: 4,
  article: 5,
  paragraph: 6,
  point: 7,
};

function deeper(outer: Unit, inner: Unit): boolean {
  const [high, low] = [ranks[outer], ranks[inner]];
  return high !== undefined && low !== undefined && low > high;
}

/** A unit that may follow after a comma: "Annex B, Part 1", "Article 6, section 2"; "Annex B, Schedule 1" is a list of two. */
function deeperAfterComma(outer: Unit, inner: Unit): boolean {
  return (deeper(outer, inner) && inner !== 'appendix' && inner !== 'schedule') || (outer === 'article' && inner === 'section');
}

/** The keys of a deeper unit under the one key of the outer. */
function merge(outer: Head, inner: Head): Head {
  const base = outer.keys[0]!.path;
  const keys = inner.keys.map((key) => ({ ...key, path: [...base, ...key.path] }));
  return {
    unit: outer.unit,
    keys,
    from: Math.min(outer.from, inner.from),
    to: Math.max(outer.to, inner.to),
    beside: outer.beside || inner.beside,
  };
}

/** The unit's word with its key or keys: "Articles 3, 4 and 7", "Annex No. 2", "sub-paragraph (b)". */
function readHead(tokens: readonly Token[], at: number): Head | null {
  const token = tokens[at];
  if (!token) return null;
  const many = Object.hasOwn(plural, token.word);
  const unit = many ? plural[token.word]! : Object.hasOwn(singular, token.word) ? singular[token.word]! : null;
  if (unit === null) return null;
  if (unit === 'plan') return planName(tokens, at);
  let i = at + 1;
  if (token.word === '§' && tokens[i]?.word === '§') i++;
  if (tokens[i]?.word === '.' && /^(?:arts?|paras?|pars?|secs?|lit)$/.test(token.word)) i++;
  if (/^(?:no|nos|number|numbers)$/.test(tokens[i]?.word ?? '')) i += tokens[i + 1]?.word === '.' ? 2 : 1;
  const first = readKey(tokens, i, unit, token);
  if (!first) return null;
  const keys: Key[] = [first];
  for (let n = 0; n < 60; n++) {
    const last = keys.at(-1)!;
    const range = /^(?:to|through|-|–|—)$/.test(tokens[last.to]?.word ?? '') ? readKey(tokens, last.to + 1, unit, token) : null;
    if (range && last.last === null && comparable(last, range)) {
      keys[keys.length - 1] = { ...last, last: range.path.at(-1)!, to: range.to };
      continue;
    }
    const join = skipJoin(tokens, last.to);
    if (join === last.to) break;
    const next = readKey(tokens, join, unit, token);
    if (!next || next.to === join || (!many && !endsReference(tokens, next.to)) || countsTime(tokens, next.to)) break;
    const inner = tokens[join]!.word === '(' && last.path.length > 1 && first.path.length > 1;
    keys.push(inner ? { ...next, path: [...last.path.slice(0, -1), ...next.path] } : next);
  }
  const to = keys.at(-1)!.to;
  const beside = (unit === 'paragraph' || unit === 'point') && /^(?:above|below)$/.test(tokens[to]?.word ?? '');
  return { unit, keys, from: at, to: beside ? to + 1 : to, beside };
}

function comparable(one: Key, other: Key): boolean {
  return /^\d/.test(one.path.at(-1)!) === /^\d/.test(other.path.at(-1)!);
}

/** "Article 5 or 6" only where nothing is counted by the second number. */
function endsReference(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    !token || token.kind === 'mark' || /^(?:of|above|below|and|or|shall|will|may|is|are|applies|apply|to|in)$/.test(token.word)
  );
}

function countsTime(tokens: readonly Token[], at: number): boolean {
  return /^(?:hours?|days?|weeks?|months?|years?|per|percent)$/.test(tokens[at]?.word ?? '');
}

/** Steps over ",", "and", "or", "and/or", "as well as". */
function skipJoin(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < at + 4 && /^(?:,|and|or|&|\/)$/.test(tokens[i]?.word ?? '')) i++;
  return i;
}

/** One key: "5", "5(2)(a)", "5.2", "16 bis", "IX", "ONE", "(b)", "A". */
function readKey(tokens: readonly Token[], at: number, unit: Unit, word: Token): Key | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.word === '(') {
    const inner = inParens(tokens, at);
    if (!inner || named.has(unit)) return null;
    return deepen(tokens, { key: inner.key, path: [inner.key], last: null, to: inner.to });
  }
  let raw = token.raw;
  let to = at + 1;
  if (token.word === "'" || token.word === '"') {
    if (!lettered.has(unit) || !/^[A-Z]$/.test(tokens[at + 1]?.raw ?? '') || tokens[at + 2]?.word !== token.word) return null;
    return { key: '', path: [tokens[at + 1]!.word], last: null, to: at + 3 };
  }
  if (!isKey(token, unit, word)) return null;
  const span = /^(\d{1,4})[-–](\d{1,4})$/.exec(token.word);
  if (span) return { key: span[1]!, path: [span[1]!], last: span[2]!, to };
  if (/^(?:bis|ter|quater|quinquies|sexies)$/.test(tokens[to]?.word ?? '')) raw += tokens[to++]!.word;
  else if (/^[A-Z]$/.test(tokens[to]?.raw ?? '') && tokens[to]!.start === token.end) raw += tokens[to++]!.word;
  const parts = /^\d+(?:\.\d+)+$/.test(raw) ? raw.split('.') : [raw];
  const path = parts.map((part) => fold(part, unit));
  return deepen(tokens, { key: path[0]!, path, last: null, to });
}

function fold(raw: string, unit: Unit): string {
  const value = /^[a-z]+-[a-z]+$/i.test(raw) ? numberInWord(raw.toLowerCase()) : null;
  if (value !== null) return String(value);
  const key = foldNumber(raw, folds[unit] ?? 'article');
  const spelt = /^[a-z]{3,}$/.test(key) ? numberInWord(key) : null;
  return spelt === null ? key : String(spelt);
}

function isKey(token: Token, unit: Unit, word: Token): boolean {
  if (token.kind === 'number') return /^\d{1,4}(?:\.\d{1,3})*(?:bis|ter|[a-z])?$|^\d{1,4}[-–]\d{1,4}$/.test(token.word);
  if (token.kind !== 'word') return false;
  if (/^[IVXLC]{1,7}$/.test(token.raw)) return token.raw !== 'I' || word.capital || unit !== 'point';
  if (/^[IVXLC]{1,6}(?:bis|[A-H])$/.test(token.raw)) return true;
  if (lettered.has(unit) && /^[A-Z]$/.test(token.raw)) return true;
  if (unit === 'point' && /^[a-z]$/.test(token.raw) && token.raw !== 'a') return true;
  const spelt = numberInWord(token.word);
  return spelt !== null && (word.capital || unit === 'article' || unit === 'paragraph') && (!named.has(unit) || word.capital);
}

/** "(2)", "(a)", "(iv)" from the opening parenthesis. */
function inParens(tokens: readonly Token[], at: number): { readonly key: string; readonly to: number } | null {
  if (tokens[at]?.word !== '(' || tokens[at + 2]?.word !== ')') return null;
  const inner = tokens[at + 1]!.word;
  if (/^\d{1,3}$/.test(inner) || /^[a-z]{1,2}$/.test(inner) || /^[ivxl]{1,6}$/.test(inner)) return { key: inner, to: at + 3 };
  return null;
}

/** Adds the parentheses that follow a key at once: "5(2)(a)"; "(2) to (4)" sets the end of a range. */
function deepen(tokens: readonly Token[], key: Key): Key {
  let { path, to } = key;
  for (let n = 0; n < 4; n++) {
    const inner = inParens(tokens, to);
    if (!inner || tokens[to]!.start - tokens[to - 1]!.end > 1) break;
    path = [...path, inner.key];
    to = inner.to;
  }
  return { ...key, path, to };
}

/** "Plan Bastion", "Plan No. 3", "Plan A": a plan with a name of its own. */
function planName(tokens: readonly Token[], at: number): Head | null {
  if (!tokens[at]!.capital) return null;
  let i = at + 1;
  if (tokens[i]?.word === 'no') i += tokens[i + 1]?.word === '.' ? 2 : 1;
  const token = tokens[i];
  const name = token?.kind === 'number' ? /^\d{1,3}$/.test(token.word) : token?.kind === 'word' && token.capital;
  const quoted = token && /^["']$/.test(token.word) && tokens[i + 1]?.capital && tokens[i + 2]?.word === token.word;
  if (!name && !quoted) return null;
  const key = quoted ? tokens[i + 1]!.word : token!.word;
  const to = quoted ? i + 3 : i + 1;
  return { unit: 'plan', keys: [{ key, path: [key], last: null, to }], from: at, to, beside: false };
}

/** "this Article", "the present Section", "the preceding paragraph" after "of": the index after it, or null. */
function ownUnit(tokens: readonly Token[], at: number): number | null {
  const i = tokens[at]?.word === 'the' ? at + 1 : at;
  if (!relatives.test(tokens[i]?.word ?? '')) return null;
  const unit = singular[tokens[i + 1]?.word ?? ''];
  if (!unit || unit === 'plan' || unit === 'protocol') return null;
  return readHead(tokens, i + 1) === null ? i + 2 : null;
}

/** "this Article", "the preceding paragraphs", "the following Article". */
function relative(tokens: readonly Token[], at: number): Reference[] | null {
  const i = tokens[at]!.word === 'the' ? at + 1 : at;
  const { word = '' } = tokens[i] ?? {};
  if (!relatives.test(word) || (i === at && !/^(?:this|that|such)$/.test(word)) || (i > at && word === 'this')) return null;
  const two = /^(?:two|three)$/.test(tokens[i + 1]?.word ?? '') ? i + 2 : i + 1;
  const noun = tokens[two];
  const unit = noun ? (singular[noun.word] ?? plural[noun.word]) : undefined;
  if (!noun || !unit || !/^(?:article|paragraph|point|section|chapter)$/.test(unit) || noun.word.length < 5) return null;
  if ((unit === 'section' || unit === 'chapter' || unit === 'point') && !noun.capital && !noun.word.includes('paragraph'))
    return null;
  const other = instrumentAfter(tokens, two + 1);
  return [
    {
      unit,
      path: [],
      last: null,
      target: other?.target === 'external' ? 'external' : 'relative',
      of: other?.of ?? '',
      from: at,
      to: Math.max(two + 1, other?.to ?? 0),
    },
  ];
}

/** "Resolution 2231 (2015)", "resolution 3314 (XXIX)": an instrument of its own. */
function resolution(tokens: readonly Token[], at: number): Reference[] | null {
  if (!/^resolutions?$/.test(tokens[at]!.word)) return null;
  let i = at + 1;
  if (tokens[i]?.word === 'no') i += tokens[i + 1]?.word === '.' ? 2 : 1;
  const number = tokens[i];
  if (number?.kind !== 'number' || !/^[\d/,]{1,7}$/.test(number.word)) return null;
  const to = tokens[i + 1]?.word === '(' && tokens[i + 3]?.word === ')' ? i + 4 : i + 1;
  return [
    {
      unit: 'instrument',
      path: [number.word],
      last: null,
      target: 'external',
      of: `${tokens[at]!.raw} ${number.raw}`,
      from: at,
      to,
    },
  ];
}

/** Article 51 and Chapter VII beside the Charter, self-defence or the Security Council are the Charter's. */
function implied(tokens: readonly Token[], head: Head): Instrument | null {
  const key = head.keys[0]?.path[0];
  // Sections of a code have numbers that no treaty reaches: "22 U.S.C. § 1928f".
  if (tokens[head.from]?.word === '§' && Number.parseInt(key ?? '', 10) >= 200)
    return { target: 'external', of: '', to: head.to };
  const charter =
    (head.unit === 'article' && key === '51') || (head.unit === 'chapter' && (key === '7' || key === '6' || key === '8'));
  if (!charter) return null;
  // A window keeps the reading linear in a sentence of any length.
  for (const token of tokens.slice(Math.max(0, head.from - 60), head.to + 60)) {
    if (/^(?:charter|self-defence|self-defense)$/.test(token.word)) return { target: 'external', of: 'Charter', to: head.to };
  }
  return null;
}
