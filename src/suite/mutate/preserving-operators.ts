import type { Span } from '#base';
import { added, coreDuties, lineOf, shallOf, spanOf } from './places.ts';
import type { Draft, Edit, Mutation, Operator } from './types.ts';
import { namesOf } from './words.ts';

/** An operator that says the same in other words or another form. */
function same(name: string, doc: string, make: (draft: Draft) => Mutation): Operator {
  return {
    name,
    doc,
    expects: [],
    places: (draft) => {
      const mutation = make(draft);
      return mutation.length === 0 ? [] : [mutation];
    },
  };
}

/** Where the draft's own text begins: behind the front matter. */
function bodyStart(text: string): number {
  return /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
}

/** Matches in the words of the draft: not in its front matter, not in its comments. */
function inWords({ text, reading }: Draft, find: RegExp, words: (found: RegExpExecArray) => string | null): Edit[] {
  const from = bodyStart(text);
  const edits: Edit[] = [];
  for (const found of text.matchAll(find)) {
    const start = found.index;
    const end = start + found[0].length;
    if (start < from || reading.outline.comments.some(({ at }) => at.start < end && start < at.end)) continue;
    const to = words(found);
    if (to !== null && to !== found[0]) edits.push({ start, end, text: to });
  }
  return edits;
}

/** Every "shall" of a core duty worded otherwise, after the number of its subject. */
function modality(name: string, singular: string, plural: string | null): Operator {
  return same(name, `“shall” becomes “${singular}” in every core duty`, ({ reading }) =>
    coreDuties(reading).flatMap(({ proposition }) => {
      const { sentence, subject, modal } = proposition;
      const words = sentence.tokens.slice(subject.from, subject.to);
      const many = /s$/.test(words.at(-1)?.word ?? '') && !/ss$/.test(words.at(-1)?.word ?? '');
      const text = many ? plural : singular;
      // "shall begin …, and complete …": a second verb would hang on the first.
      if (text === null || words.length === 0 || modal!.to - modal!.from > 1) return [];
      return [{ ...shallOf(proposition)!, text }];
    }),
  );
}

const SPELLING: Readonly<Record<string, string>> = {
  authorised: 'authorized',
  authorise: 'authorize',
  authorisation: 'authorization',
  recognised: 'recognized',
  immobilised: 'immobilized',
  harbour: 'harbor',
  harbours: 'harbors',
  defence: 'defense',
  Defence: 'Defense',
  centre: 'center',
  Centre: 'Center',
  favourable: 'favorable',
  manoeuvres: 'maneuvers',
};

const NUMBERS: Readonly<Record<string, string>> = {
  2: 'two',
  6: 'six',
  8: 'eight',
  10: 'ten',
  12: 'twelve',
  24: 'twenty-four',
  48: 'forty-eight',
  60: 'sixty',
  72: 'seventy-two',
};
const DAYS: Readonly<Record<string, string>> = { 24: 'one day', 48: 'two days', 72: 'three days' };
const ROMAN = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
  'XXI',
  'XXII',
  'XXIII',
  'XXIV',
  'XXV',
];

/** A run of plain prose lines: no heading, list, table, quotation, comment or front matter. */
const PLAIN = /^(?![#>|\-*<\s]|\d|\([a-z]\)|\*\*)(?=.{90,})[^\n|]+$/gm;

/** The lines of two blocks change places. */
function exchange(text: string, a: Span, b: Span): Mutation {
  return [
    { ...a, text: text.slice(b.start, b.end) },
    { ...b, text: text.slice(a.start, a.end) },
  ];
}

/** Ways to write the same guarantee: none may change a finding. */
export const preservingOperators: readonly Operator[] = [
  same('rewrap', 'paragraphs are wrapped at 70 columns', (draft) =>
    inWords(draft, PLAIN, ([line]) => {
      let column = 0;
      return line
        .split(' ')
        .map((word, n) => {
          const breaks = column + word.length > 70 && n > 0 && !/^(?:[-+*>#|]|\d+[.)]|\()/.test(word);
          column = breaks ? word.length : column + word.length + 1;
          return `${n === 0 ? '' : breaks ? '\n' : ' '}${word}`;
        })
        .join('');
    }),
  ),
  same('windows-line-ends', 'CRLF ends every line', ({ text }) =>
    [...text.matchAll(/\n/g)].map(({ index }) => ({ start: index, end: index + 1, text: '\r\n' })),
  ),
  same('curly-quotes', 'quotes and apostrophes are curly', (draft) => [
    ...inWords(draft, /"([^"\n]{1,80})"/g, ([, words]) => `“${words}”`),
    ...inWords(draft, /(?<=\w)'(?=\w|\s)/g, () => '’'),
  ]),
  same('no-break-spaces', 'numbers hold on to their units', (draft) =>
    inWords(draft, /(?<=\d) (?=(?:hours|days|years|personnel|million|kilometres)\b)/g, () => '\u00a0'),
  ),
  same('bold-terms', 'a term is printed in bold', (draft) =>
    inWords(
      draft,
      /\b(?:Armed Attack|Assault|Attack|Trigger Time|H-Hour)\b(?=[^\n#|]{20})(?<!#[^\n]*)(?<!")/g,
      ([word]) => `**${word}**`,
    ),
  ),
  same('deeper-headings', 'headings go one level down', (draft) => inWords(draft, /^##+(?= )/gm, ([marks]) => `${marks}#`)),
  same('comment', 'a comment is added', ({ text }) => [
    { start: text.length, end: text.length, text: '\n<!-- Version of Monday. -->\n' },
  ]),
  same('american-spelling', 'American spelling', (draft) => inWords(draft, /\b\w+\b/g, ([word]) => SPELLING[word] ?? null)),
  modality('shall-to-obliged', 'is obliged to', 'are obliged to'),
  // Everywhere: a text that says "must" here and "shall" there is told so (DRF005).
  same('shall-to-must', 'every “shall” becomes “must”', (draft) => inWords(draft, /\bshall\b(?! mean| not)/g, () => 'must')),
  modality('shall-to-undertakes', 'undertakes to', 'undertake to'),
  same('number-words', 'hours are written in words', (draft) =>
    inWords(draft, /\b(\d+)(?= hours (?:after|of)\b)/g, ([, digits]) => NUMBERS[digits!] ?? null),
  ),
  same('hours-to-days', '24 hours are one day', (draft) =>
    // Only where the draft says which days it means.
    /"day" means a calendar day/i.test(draft.text)
      ? inWords(draft, /\b(24|48|72) hours(?= after\b)/g, ([, digits]) => DAYS[digits!]!)
      : [],
  ),
  same('not-later-than', '“within” a period becomes “not later than”', (draft) =>
    inWords(draft, /\bwithin (?=\d+ hours after\b)/g, () => 'not later than '),
  ),
  same('every', '“each” becomes “every”', (draft) =>
    inWords(draft, /\b(E|e)ach (?=(?:Guarantor|Guaranteeing Power|Party) shall\b)/g, ([, letter]) =>
      letter === 'E' ? 'Every ' : 'every ',
    ),
  ),
  same('present-treaty', '“this Treaty” becomes “the present Treaty”', (draft) => {
    const { instrument } = namesOf(draft);
    return inWords(draft, new RegExp(`\\b([Tt])his (?=${instrument}\\b)`, 'g'), ([, letter]) =>
      letter === 'T' ? 'The present ' : 'the present ',
    );
  }),
  same('roman-articles', 'articles are numbered in Roman numerals', (draft) => {
    const { reading } = draft;
    const roman = (digits: string): string => ROMAN[Number(digits)] ?? digits;
    const headings = reading.outline.clauses.filter(({ kind, number }) => kind === 'article' && /^\d+$/.test(number ?? ''));
    if (headings.length === 0 || headings.length >= ROMAN.length) return [];
    const own = reading.phrases.sentences.flatMap((sentence) =>
      sentence.references
        .filter(({ unit, target }) => unit === 'article' && target === 'this')
        .map((reference) => spanOf(sentence, reference)),
    );
    const titles = headings.map(({ blocks, span }) => ({ start: lineOf(draft.text, blocks[0]!).start, end: span.start + 14 }));
    return [...titles, ...own].flatMap(({ start, end }) =>
      [...draft.text.slice(start, end).matchAll(/(?<=\bArticles? |\b(?:to|and) |, )\d+(?!\d*\))/g)].map((found) => ({
        start: start + found.index,
        end: start + found.index + found[0].length,
        text: roman(found[0]),
      })),
    );
  }),
  same('bracketed-numbers', 'paragraphs are numbered (1) instead of 1.', (draft) =>
    inWords(draft, /^(\d+)\. (?=[A-Z])/gm, ([, digits]) => `(${digits}) `),
  ),
  same('list-to-sentence', 'a list becomes a sentence', (draft) => {
    const items = draft.reading.outline.blocks.filter(
      ({ lead, clause, context }) =>
        lead !== null && clause.kind === 'point' && context === 'operative' && !/^"/.test(clause.blocks[0]?.text ?? ''),
    );
    const first = items.find(({ lead }) => lead!.text.endsWith(':'));
    if (!first) return [];
    const list = items.filter(({ lead }) => lead === first.lead);
    return list.map((block) => {
      const { start } = lineOf(draft.text, block);
      const before = draft.text.slice(0, start);
      return { start: before.trimEnd().length, end: start + (/^\s*/.exec(draft.text.slice(start))?.[0].length ?? 0), text: ' ' };
    });
  }),
  same('rows-exchanged', 'two rows of a table change places', ({ text, reading }) => {
    const cells = reading.outline.blocks.filter(({ kind, row }) => kind === 'cell' && row?.column === 0 && row.row > 0);
    const a = cells[0];
    const b = cells.find((cell) => a && cell.row!.table === a.row!.table && cell.row!.row === a.row!.row + 1);
    return a && b ? exchange(text, withoutEnd(lineOf(text, a)), withoutEnd(lineOf(text, b))) : [];
  }),
  same('annex-items-exchanged', 'two measures of an annex change places', ({ text, reading }) => {
    const items = reading.outline.blocks.filter(
      ({ context, clause, kind, text: words }) =>
        context === 'annex-operative' &&
        clause.kind !== 'annex' &&
        kind !== 'cell' &&
        /^(?:A ban|The freezing|The exclusion|The purchase|The sale)/.test(words) &&
        !/\bto it\b/.test(words),
    );
    const [a, b] = items;
    if (!a || !b) return [];
    const words = (block: typeof a): Span => ({ start: block.source[0]!, end: block.source[block.text.length]! });
    // "Morvania" stands in the first item, and the second says "it".
    return /\bthe (?:Federation|Reich|Dominion|Union)\b/.test(text.slice(words(a).start, words(a).end)) && items.length < 3
      ? []
      : exchange(text, words(a), words(b));
  }),
  same('term-renamed', 'a defined term has another name', (draft) => {
    if (!draft.reading.terms.has('beneficiary')) return [];
    return inWords(draft, /\bBeneficiary\b/g, () => 'Protected State');
  }),
  same('clock-renamed', 'the moment that starts the hours has another name', (draft) => {
    const clock = draft.reading.phrases.definitions.find(({ meaningText }) =>
      /^(?:signifies |means )?the moment\b/.test(meaningText),
    );
    return clock && clock.term.length > 3
      ? inWords(draft, new RegExp(`\\b${clock.term.replace(/[^\w ]/g, '\\$&')}\\b`, 'g'), () => 'Opening Moment')
      : [];
  }),
  same('passive', 'registration in the passive', (draft) => {
    const { instrument } = namesOf(draft);
    return inWords(
      draft,
      new RegExp(`\\b(?:The Depositary|It) shall register (this ${instrument}|it)\\b`, 'g'),
      ([, object]) =>
        `${object === 'it' ? `This ${instrument}` : `${object![0]!.toUpperCase()}${object!.slice(1)}`} shall be registered by the Depositary`,
    );
  }),
  same('recital', 'a recital is added', ({ text, reading }) => {
    const before = reading.outline.blocks.find(({ text: words }) => /^(?:Have|have) (?:agreed|resolved)/.test(words));
    const start = before ? lineOf(text, before).start : -1;
    return start < 0 ? [] : [{ start, end: start, text: 'Desiring to live in peace with all peoples,\n\n' }];
  }),
  same('saving-clause', 'the right of self-defence is saved', ({ reading }) => {
    const charter = reading.operative.find(({ tokens }) =>
      tokens.some(({ word }) => word === 'self-defence' || word === 'collective'),
    );
    return charter ? [added(charter, 'Nothing in the Charter impairs that right.')] : [];
  }),
];

function withoutEnd({ start, end }: Span): Span {
  return { start, end: end - 1 };
}
