import type { Mark, Span } from '#base';
import { type Definition, foldTerm, type Sentence, type Token } from '#phrases';
import type { Reading } from '../model.ts';
import type { SubjectKind, Trait } from './trait.ts';

interface Term {
  readonly id: string;
  readonly state: 'unused' | 'twice' | 'undefined';
  readonly term: string;
  readonly uses: number;
  readonly core: boolean;
  readonly mark: Mark;
  readonly clause: string | null;
}

/** Heads of the terms on which a guarantee turns: undefined, they decide whether anything happens (DRF001). */
const coreHeads = new Set(
  'event attack aggression trigger response incident violation breach threshold notice determination finding'.split(' '),
);
/** Heads of the terms that texts of this kind define: anything else in capitals may be a name. */
const heads = new Set([
  ...coreHeads,
  ...'plan time zone area mechanism period line phase level package fund status condition conditions measure measures procedure programme list lists territory infrastructure date requirement requirements commitment commitments milestone milestones corridor option options standard standards contribution contributions asset assets element elements arrangement arrangements'.split(
    ' ',
  ),
]);
const openers = new Set('a an the each any every such that this no its their of in upon under by to for with'.split(' '));
const unread = new Set(['quotation', 'drafting-note', 'code', 'title', 'heading', 'testimonium', 'parties', 'table']);

/** Terms that are defined and not used, defined twice, or used as if defined (DRF001, decision 42). */
function termsOf(reading: Reading): Term[] {
  const out: Term[] = [];
  const { definitions, sentences } = reading.phrases;
  const uses = countUses(definitions, sentences);
  const first = new Map<string, Definition>();
  for (const definition of definitions) {
    const known = first.get(definition.key);
    const make = (state: Term['state']): void => {
      out.push({
        id: `term:${out.length}`,
        state,
        term: definition.term,
        uses: uses.get(definition.key) ?? 0,
        core: false,
        mark: { ...definition.at, confidence: 'explicit' },
        clause: definition.clause.label || null,
      });
    };
    if (!known) {
      first.set(definition.key, definition);
      if (
        definition.form === 'article' &&
        isTerm(definition.term) &&
        definition.clause.context !== 'annex-informative' &&
        (uses.get(definition.key) ?? 0) === 0
      )
        make('unused');
    } else if (
      isTerm(definition.term) &&
      definition.form === 'article' &&
      known.form === 'article' &&
      definition.meaningText !== known.meaningText &&
      sameInstrument(definition, known)
    )
      make('twice');
  }
  out.push(...undefinedTerms(reading, new Set(first.keys()), out.length));
  return out;
}

/** A term in capitals and of few words; a phrase in quotation marks is no term. */
const isTerm = (term: string): boolean => /^\p{Lu}/u.test(term) && term.split(' ').length <= 5 && !/['"*/]/.test(term);

function sameInstrument(one: Definition, other: Definition): boolean {
  return annexLabel(one) === annexLabel(other);
}

function annexLabel(definition: Definition): string {
  for (let at: typeof definition.clause | null = definition.clause; at; at = at.parent) if (at.kind === 'annex') return at.label;
  return '';
}

/** How often each defined term stands outside the sentences that define it. One pass over the tokens. */
function countUses(definitions: readonly Definition[], sentences: readonly Sentence[]): Map<string, number> {
  const byFirst = new Map<string, { key: string; words: string[] }[]>();
  const own = new Map<string, Map<number, Span>>();
  const inSentence = new Map<number, number>();
  for (const definition of definitions) {
    inSentence.set(definition.sentence, (inSentence.get(definition.sentence) ?? 0) + 1);
    const words = definition.key.split(' ');
    const list = byFirst.get(words[0]!) ?? [];
    if (!list.some((one) => one.key === definition.key)) list.push({ key: definition.key, words });
    byFirst.set(words[0]!, list);
    const places = own.get(definition.key) ?? new Map<number, Span>();
    own.set(definition.key, places.set(definition.sentence, wholeOf(definition)));
  }
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    const { tokens } = sentence;
    for (let i = sentence.own; i < tokens.length; i++) {
      if (tokens[i]!.kind !== 'word') continue;
      for (const { key, words } of byFirst.get(foldTerm(tokens[i]!.word)) ?? byFirst.get(tokens[i]!.word) ?? []) {
        // In a sentence that defines several terms, one may be used in the meaning of another.
        const home = own.get(key)!.get(sentence.id);
        if (home && (inSentence.get(sentence.id) === 1 || (tokens[i]!.start >= home.start && tokens[i]!.start < home.end)))
          continue;
        if (words.every((word, n) => same(tokens[i + n], word))) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** From the first to the last character of a definition, whichever of term and meaning stands first. */
function wholeOf({ at, meaning }: Definition): Span {
  return { start: Math.min(at.start, meaning?.start ?? at.start), end: Math.max(at.end, meaning?.end ?? at.end) };
}

const same = (token: Token | undefined, word: string): boolean =>
  token !== undefined && (token.word === word || foldTerm(token.word) === word);

/** "upon a Qualifying Event": a capitalised phrase of common words that nothing defines. */
function undefinedTerms(reading: Reading, defined: ReadonlySet<string>, offset: number): Term[] {
  if (reading.style === 'statement') return [];
  const seen = new Map<string, { count: number; mark: Mark; clause: string | null; term: string; head: string }>();
  const lower = new Set<string>();
  const named = new Set<string>();
  for (const sentence of reading.phrases.sentences) {
    for (const token of sentence.tokens) if (token.kind === 'word' && !token.capital) lower.add(token.word);
    for (const name of namedInQuotes(sentence.tokens)) named.add(name);
    if (sentence.context === 'heading' || sentence.context === 'title')
      named.add(foldTerm(sentence.tokens.map((token) => token.word).join(' ')));
  }
  for (const sentence of reading.phrases.sentences) {
    if (unread.has(sentence.context) || sentence.block.kind === 'footnote') continue;
    const { tokens } = sentence;
    for (let i = Math.max(sentence.own, 1); i < tokens.length; i++) {
      if (!tokens[i]!.capital || !openers.has(tokens[i - 1]!.word) || tokens[i]!.raw === tokens[i]!.raw.toUpperCase()) continue;
      let to = i;
      while (to < tokens.length && tokens[to]!.capital && tokens[to]!.kind === 'word' && to - i < 4) to++;
      if (to - i < 2 || to - i > 3) {
        i = Math.max(i, to - 1);
        continue;
      }
      const head = tokens[to - 1]!.word;
      const words = tokens.slice(i, to).map((token) => token.word);
      const next = tokens[to];
      const key = foldTerm(words.join(' '));
      const skip =
        !heads.has(head) ||
        (next !== undefined && (next.word === 'of' || next.kind === 'number' || next.word === '(' || next.raw.length === 1)) ||
        words.slice(0, -1).some((word) => !isCommon(word, lower)) ||
        defined.has(key) ||
        partOfDefined(key, defined) ||
        [...named].some((title) => title.includes(key)) ||
        reading.terms.has(key);
      if (!skip) {
        const known = seen.get(key);
        if (known) known.count++;
        else
          seen.set(key, {
            count: 1,
            mark: { start: tokens[i]!.start, end: tokens[to - 1]!.end, confidence: 'explicit' },
            clause: sentence.clause.label || null,
            term: tokens
              .slice(i, to)
              .map((token) => token.raw)
              .join(' '),
            head: foldTerm(head),
          });
      }
      i = to - 1;
    }
  }
  return [...seen.values()]
    .filter((one) => one.count >= 2 || coreHeads.has(one.head))
    .map((one, n) => ({
      id: `term:${offset + n}`,
      state: 'undefined' as const,
      term: one.term,
      uses: one.count,
      core: coreHeads.has(one.head),
      mark: one.mark,
      clause: one.clause,
    }));
}

const calls = new Set(['is', 'are', 'called', 'named', 'termed', 'as', 'be', 'the']);

/** "The zone so cleared is the "Separation Zone"": a name in quotation marks behind a verb of naming. */
function namedInQuotes(tokens: readonly Token[]): string[] {
  const names: string[] = [];
  for (let i = 1; i < tokens.length; i++) {
    if (!/^["“”]$/.test(tokens[i]!.raw) || !calls.has(tokens[i - 1]!.word)) continue;
    let to = i + 1;
    while (to < tokens.length && to < i + 6 && tokens[to]!.kind === 'word') to++;
    if (!/^["“”]$/.test(tokens[to]?.raw ?? '')) continue;
    names.push(
      foldTerm(
        tokens
          .slice(i + 1, to)
          .map(({ word }) => word)
          .join(' '),
      ),
    );
  }
  return names;
}

/** A word of the language rather than a name: the draft writes it small elsewhere, or it is built like a common word. */
function isCommon(word: string, lower: ReadonlySet<string>): boolean {
  return (
    lower.has(word) ||
    /(?:ing|ed|tion|sion|ment|ive|al|ary|ory|ance|ence|able|ible|ity|ous)$/.test(word) ||
    /^(?:trigger|response|guarantee|safe|buffer|monitoring|snapback|crisis|core|joint|special|agreed|annual|initial|final)$/.test(
      word,
    )
  );
}

function partOfDefined(key: string, defined: ReadonlySet<string>): boolean {
  const last = key.split(' ').slice(1).join(' ');
  return defined.has(last);
}

const termTrait: Trait<Term> = {
  name: 'term',
  facts: {
    state: { type: 'text', doc: 'What is wrong with the term.', values: ['unused', 'twice', 'undefined'] },
    term: { type: 'text', doc: 'The term as written.' },
    uses: { type: 'number', doc: 'How often it is used.' },
    coreTerm: { type: 'flag', doc: 'The term names the trigger or the response.' },
    completeness: {
      type: 'text',
      doc: 'Whole text, excerpt, or articles only (decision 6).',
      values: ['full', 'excerpt', 'articles-only'],
    },
    annexed: { type: 'flag', doc: 'The text names a parent instrument, which may define it.' },
  },
  marks: { words: 'The term.' },
  read: ({ state, term, uses, core, mark }, reading) => ({
    facts: {
      state,
      term,
      uses,
      coreTerm: core,
      completeness: reading.frontMatter.completeness ?? 'full',
      annexed: reading.frontMatter.parent !== undefined,
    },
    marks: { words: mark },
  }),
};

/** A defined or capitalised term whose definition and use do not fit (DRF001). */
export const termKind: SubjectKind<Term> = {
  kind: 'term',
  doc: 'A term whose definition and use do not fit together.',
  items: termsOf,
  about: ({ id, mark, clause }) => ({ id, clause, group: null, span: mark, confidence: 'explicit' }),
  traits: [termTrait],
};
