import type { Mark } from '#base';
import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type SubjectKind, type Trait } from '../subjects/trait.ts';
import { type Attached, annexOf, readShown, spellOut } from './annexes.ts';
import type { Seat } from './model.ts';

/** A document or annex to which a draft points, or that it contains, and what is wrong with it. */
interface Companion {
  readonly id: string;
  readonly defect: 'missing' | 'empty' | 'unnamed' | 'status' | 'orphan';
  /** As the text calls it. */
  readonly name: string;
  /** Hours, forces, measures or lists stand there. */
  readonly core: boolean;
  readonly clause: string | null;
  readonly at: Mark;
}

/** A mention that points somewhere. */
interface Pointer {
  readonly key: string;
  readonly name: string;
  readonly sentence: Sentence;
  readonly range: Range;
  readonly core: boolean;
  /** The sentence names another text as its home: "Annex A of the Treaty" in a protocol. */
  readonly foreign: boolean;
}

const units: Readonly<Record<string, string>> = {
  annex: 'Annex',
  appendix: 'Appendix',
  schedule: 'Schedule',
  protocol: 'Protocol',
};
const contexts = new Set(['operative', 'annex-operative', 'final-clause', 'definition', 'table']);
/** Kinds of text whose annexes carry a guarantee (A.1). */
const due: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'peace-settlement',
  'political-declaration',
  'ceasefire',
  'monitoring',
  'force-status',
  'operational-annex',
]);
/** Kinds in which the status of an annex decides whether help is owed. */
const bound: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'peace-settlement',
]);
const content = wordSet(
  `force forces measure measures task tasks unit units hours hour quantity quantities number numbers troops personnel sanctions weapons arms
   equipment ammunition list listed lists means contribution contributions deployment stationed station territory line area map payments sums
   rules plan operational engagement command schedule shall begin perform send defend forces assistance`,
);
const instrumentNouns = wordSet('treaty agreement memorandum pact convention framework declaration');
const completed = wordSet('completed adopted added agreed concluded attached drawn finalised finalized settled supplied filled');

/** Every mention of an annex of the package, in the order of the text. */
function pointersOf(reading: Reading): Pointer[] {
  const found: Pointer[] = [];
  const title = readShown(reading).title;
  for (const sentence of reading.phrases.sentences) {
    if (!contexts.has(sentence.context) || sentence.block.kind === 'heading') continue;
    for (const reference of sentence.references) {
      const unit = units[reference.unit];
      if (unit === undefined || reference.target === 'external' || reference.from < sentence.own) continue;
      if (reference.path.length === 0) continue;
      const { tokens } = sentence;
      const after = tokens.slice(reference.from, reference.to + 4);
      const home = after.findIndex(
        (token, n) => instrumentNouns.has(token.word) && /^(?:the|that)$/.test(after[n - 1]?.word ?? ''),
      );
      const foreign = (home >= 0 && !title.includes(after[home]!.word)) || bearsDate(sentence, reference.to);
      const core = findWord(tokens, { from: 0, to: tokens.length }, content) >= 0;
      for (const key of spellOut(reference.path[0]!, reference.last))
        found.push({
          key,
          name: `${unit} ${key.length < 3 ? key.toUpperCase() : key}`,
          sentence,
          range: reference,
          core,
          foreign,
        });
    }
  }
  return found;
}

/** "Protocol I of 8 June 1977": an instrument of its own. */
function bearsDate(sentence: Sentence, to: number): boolean {
  return sentence.times.some((time) => time.date !== null && time.from >= to && time.from - to <= 2);
}

/** The annex is promised by a date or within a period: OBL008 has looked at it. */
function isPromised(pointer: Pointer): boolean {
  const { sentence } = pointer;
  return (
    findWord(sentence.tokens, { from: 0, to: sentence.tokens.length }, completed) >= 0 &&
    sentence.times.some((time) => time.kind === 'limit')
  );
}

const separate = wordSet(
  'separate another confidential classified unpublished secret internal distinct parallel side restricted',
);
const papers = wordSet(
  `document documents protocol protocols instrument instruments annex annexes arrangement arrangements understanding understandings note notes
   paper papers letter letters plan plans schedule schedules memorandum text texts agreement agreements appendix appendices`,
);
const pointing = wordSet('in by under to through with');
const laterVerbs = wordSet(
  'conclude concluded conclusion negotiate negotiated enter agree sign without need needs require requires requiring may develop elaborate',
);

const ranking = wordSet(
  'conflict conflicts conflicting inconsistent inconsistency variance incompatible prevails prevail divergence',
);
const unwritten = sequences(
  '(to|which|that) (be|are|shall|will|is) (to|be|) (be|) (agreed|concluded|negotiated|made|drawn|signed|settled)',
);
const traders = wordSet('companies company enterprises undertakings firms manufacturers contractors banks operators');

/** "Operational details are in a separate document": a place without a name. */
function unnamed(sentence: Sentence): Range | null {
  const { tokens } = sentence;
  for (let i = sentence.own; i < tokens.length; i++) {
    if (!separate.has(tokens[i]!.word)) continue;
    const noun = findWord(tokens, { from: i + 1, to: i + 4 }, papers);
    if (noun < 0 || findWord(tokens, { from: Math.max(0, i - 3), to: i }, pointing) < 0) continue;
    if (findWord(tokens, { from: 0, to: i }, laterVerbs) >= 0 || names(sentence, noun + 1)) continue;
    // "in case of conflict with another instrument" ranks texts; "separate agreements between the companies", "to be agreed" are not written yet.
    if (tokens[i]!.word === 'another' && findWord(tokens, { from: 0, to: tokens.length }, ranking) >= 0) continue;
    if (findSequence(tokens, { from: noun + 1, to: Math.min(tokens.length, noun + 6) }, unwritten)) continue;
    if (findWord(tokens, { from: noun + 1, to: Math.min(tokens.length, noun + 7) }, traders) >= 0) continue;
    return { from: /^(?:a|an|the)$/.test(tokens[i - 1]?.word ?? '') ? i - 1 : i, to: noun + 1 };
  }
  return null;
}

/** A title, a number or a date follows: "a separate agreement of 3 May", "the separate Protocol on Air Defence". */
function names(sentence: Sentence, to: number): boolean {
  const { tokens } = sentence;
  if (bearsDate(sentence, to)) return true;
  const next = tokens[to];
  if (next?.kind === 'number') return true;
  return (
    /^(?:on|concerning|to|listed|called|entitled)$/.test(next?.word ?? '') &&
    tokens.slice(to + 1, to + 4).some(({ capital }) => capital)
  );
}

const places = sequences(`
(set|laid) (out|down) in
(set|laid) (out|down) by
(found|listed|specified|contained|described|shown|given|defined|fixed|stated|regulated|detailed|named|provided|enumerated|determined|recorded) in
(regulated|governed|determined|fixed|defined|described|set) by
in accordance with
(stand|stands|lie|appear|appears|follow|are|is) in
as (in|per)
`);
const titled = wordSet('protocol annex plan schedule arrangement appendix agreement instrument');

/** "found in the Operational Protocol": a document by its name, without a date. */
function titledPlace(sentence: Sentence): { range: Range; words: readonly string[] } | null {
  const { tokens } = sentence;
  let from = sentence.own;
  for (let n = 0; n < 6; n++) {
    const at = findSequence(tokens, { from, to: tokens.length }, places);
    if (!at) return null;
    from = at.to;
    const start = /^(?:the|its|their|an|a)$/.test(tokens[at.to]?.word ?? '') ? at.to + 1 : at.to;
    let end = start;
    while (end < start + 5 && tokens[end]?.capital && tokens[end]!.kind === 'word') end++;
    const onTopic = end - start === 1 && /^(?:appendix|annex|schedule)$/.test(tokens[start]!.word) && tokens[end]?.word === 'on';
    if (onTopic) {
      let topic = end + 1;
      while (topic < end + 5 && tokens[topic]?.capital && tokens[topic]!.kind === 'word') topic++;
      if (topic === end + 1 || bearsDate(sentence, topic)) continue;
      return { range: { from: start, to: topic }, words: tokens.slice(end + 1, topic).map(({ word }) => word) };
    }
    if (end - start < 2 || !titled.has(tokens[end - 1]!.word)) continue;
    if (sentence.references.some((reference) => reference.from < end && reference.to > start)) continue;
    if (names(sentence, end) || /^(?:of|on|between|with|to|for)$/.test(tokens[end]?.word ?? '')) continue;
    return { range: { from: start, to: end }, words: tokens.slice(start, end).map(({ word }) => word) };
  }
  return null;
}

/** The text defines the name, dates it, or establishes it elsewhere. */
function isKnown(words: readonly string[], seat: Seat): boolean {
  for (const { reading } of seat.pack.drafts) {
    const { title } = readShown(reading);
    if (words.every((word) => title.includes(word))) return true;
    if (reading.phrases.definitions.some(({ key }) => key === words.join(' '))) return true;
    for (const sentence of reading.phrases.sentences) {
      const at = sequenceAt(sentence.tokens, words);
      if (at >= 0 && (bearsDate(sentence, at + words.length) || sentence.block.kind === 'heading')) return true;
    }
  }
  return false;
}

function sequenceAt(tokens: readonly Token[], words: readonly string[]): number {
  for (let i = 0; i + words.length <= tokens.length; i++) if (words.every((word, n) => tokens[i + n]!.word === word)) return i;
  return -1;
}

function companionsOf(seat: Seat): Companion[] {
  const { reading } = seat.draft;
  if (!isDue(reading)) return [];
  const found: Companion[] = [];
  const add = (defect: Companion['defect'], name: string, core: boolean, sentence: Sentence, range: Range): void => {
    const at = markOf(sentence, range);
    if (at) found.push({ id: `companion:${found.length}`, defect, name, core, clause: sentence.clause.label || null, at });
  };
  const all = seat.pack.drafts.flatMap((draft) => readShown(draft.reading).attached);
  const byKey = new Map<string, Attached[]>();
  for (const one of all) for (const key of new Set([one.key, one.letter])) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  const rows = new Map<string, Pointer[]>();
  for (const pointer of pointersOf(reading)) rows.set(pointer.key, [...(rows.get(pointer.key) ?? []), pointer]);
  for (const [key, pointers] of rows) {
    const first = pointers.find((one) => one.core) ?? pointers[0]!;
    const shown = byKey.get(key) ?? [];
    if (shown.length === 0) {
      const away = pointers.every((one) => one.foreign) && seat.pack.alone;
      if (
        away ||
        reading.frontMatter.parent !== undefined ||
        pointers.some(isPromised) ||
        pointers.some((one) => bearsDate(one.sentence, one.range.to))
      )
        continue;
      add('missing', first.name, first.core, first.sentence, first.range);
    } else if (shown.every((one) => one.empty)) add('empty', first.name, first.core, first.sentence, first.range);
    else if (statusOpen(key, shown, seat)) add('status', first.name, first.core, first.sentence, first.range);
  }
  for (const sentence of reading.operative) {
    const place = unnamed(sentence);
    if (place) add('unnamed', words(sentence, place), true, sentence, place);
    const titled_ = place ? null : titledPlace(sentence);
    if (titled_ && !isKnown(titled_.words, seat)) add('missing', words(sentence, titled_.range), true, sentence, titled_.range);
  }
  orphans(seat, found);
  return found;
}

const words = ({ tokens }: Sentence, { from, to }: Range): string =>
  tokens
    .slice(from, to)
    .map(({ raw }) => raw)
    .join(' ');

/** The kind of text has annexes that count, and it is given whole (decisions 81 and 90). */
function isDue({ kind, kindSure, frontMatter }: Reading): boolean {
  return (frontMatter.completeness ?? 'full') === 'full' && due.has(kind) && kindSure;
}

/** The annex counts, and no sentence of the package says that it is part of the treaty. */
function statusOpen(key: string, shown: readonly Attached[], { draft, pack }: Seat): boolean {
  const { reading } = draft;
  if (reading.style === 'statement' || reading.style === 'mou' || !shown.some((one) => one.weighs)) return false;
  if (!bound.has(reading.kind)) return false;
  return !pack.drafts.some((each) => {
    const { integral } = readShown(each.reading);
    return integral.has(key) || integral.has('*');
  });
}

/** Annexes of this draft to which no text of the package points. */
function orphans({ draft, pack }: Seat, found: Companion[]): void {
  const mentioned = new Set(pack.drafts.flatMap(({ reading }) => [...readShown(reading).mentioned]));
  if (mentioned.has('*')) return;
  for (const one of readShown(draft.reading).attached) {
    if (one.key === '' || mentioned.has(one.key) || mentioned.has(one.letter) || annexOf(one.clause?.parent ?? null)) continue;
    if (one.clause === null && pack.alone) continue;
    const span = headingOf(one, draft.reading);
    if (span)
      found.push({
        id: `companion:${found.length}`,
        defect: one.empty ? 'empty' : 'orphan',
        name: one.label,
        core: false,
        clause: one.clause?.label ?? null,
        at: { ...span, confidence: 'explicit' },
      });
  }
}

function headingOf(one: Attached, { outline }: Reading): { start: number; end: number } | null {
  const block = one.clause ? one.clause.blocks[0] : outline.title;
  if (!block) return one.clause ? { start: one.clause.span.start, end: one.clause.span.end } : null;
  return { start: block.source[0]!, end: block.source[block.text.length]! };
}

const companionTrait: Trait<Companion, Seat> = {
  name: 'companion',
  facts: {
    defect: {
      type: 'text',
      doc: 'What is wrong: it is not there, is empty, has no name, is not said to be part of the treaty, or nothing points to it.',
      values: ['missing', 'empty', 'unnamed', 'status', 'orphan'],
    },
    name: { type: 'text', doc: 'What the text calls it.' },
    core: { type: 'flag', doc: 'Hours, forces, measures or lists are said to stand there.' },
    kind: { type: 'text', doc: 'Kind of the document that points to it.' },
    alone: { type: 'flag', doc: 'The draft was linted without sister documents.' },
  },
  marks: { pointer: 'The words that point to it, else its heading.' },
  read: ({ defect, name, core, at }, { draft, pack }) => ({
    facts: { defect, name, core, kind: draft.reading.kind, alone: pack.alone },
    marks: marks({ pointer: at }),
  }),
};

/** Every annex or document of the package with something wrong about it, once for each text that points to it (PKG005, decision 43). */
export const companionKind: SubjectKind<Companion, Seat> = {
  kind: 'companion',
  doc: 'An annex, protocol or other document of the package that is missing, empty, unnamed, of open status, or that nothing points to.',
  items: companionsOf,
  about: ({ id, clause, at }) => ({ id, clause, group: null, span: at, confidence: 'explicit' }),
  traits: [companionTrait],
};
