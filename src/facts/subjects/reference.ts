import type { Reference, Sentence } from '#phrases';
import type { Reading } from '../model.ts';
import { homeOf, type Resolved, UnitFinder } from '../resolve.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Pointed {
  readonly id: string;
  readonly sentence: Sentence;
  readonly reference: Reference;
  readonly resolved: Resolved;
  readonly nearest: string;
}

const units = new Set(['article', 'paragraph', 'section']);
/** Nouns of other instruments, whose articles a sentence may mean. */
const instruments = new Set(
  'convention charter treaty protocol agreement act law code regulation regulations constitution statute statutes directive covenant annex resolution decision'.split(
    ' ',
  ),
);
const unread = new Set(['quotation', 'drafting-note', 'code', 'title', 'heading', 'testimonium']);

function pointed(reading: Reading): Pointed[] {
  const finder = new UnitFinder(reading.outline);
  const articles = reading.outline.clauses.filter((clause) => clause.kind === 'article' && clause.key !== null);
  const out: Pointed[] = [];
  for (const sentence of reading.phrases.sentences) {
    if (unread.has(sentence.context) || sentence.block.kind === 'footnote') continue;
    sentence.references.forEach((reference, n) => {
      if (reference.from < sentence.own || reference.target === 'external' || !units.has(reference.unit)) return;
      const resolved = finder.resolve(reference, sentence.clause);
      if (!resolved.known) return;
      if (resolved.clause === null && reference.target !== 'relative' && namesOther(sentence, reference.unit)) return;
      out.push({
        id: `reference:${sentence.id}.${n}`,
        sentence,
        reference,
        resolved,
        nearest: nearestOf(reference, articles, sentence),
      });
    });
  }
  // A text most of whose references lead nowhere speaks of another instrument, or is an extract of one.
  const lost = out.filter((one) => one.resolved.clause === null).length;
  return lost > 3 && lost * 5 > out.length ? [] : out;
}

/** Another instrument is named in the sentence: a capitalised noun without "this" or "the present" before it. */
function namesOther(sentence: Sentence, unit: string): boolean {
  const { tokens } = sentence;
  return tokens.some(
    (token, i) =>
      token.capital &&
      instruments.has(token.word) &&
      !(unit !== 'article' && token.word === 'annex') &&
      tokens[i - 1]?.word !== 'this' &&
      tokens[i - 1]?.word !== 'present',
  );
}

/** The last unit of the draft that could be meant, for the remedy. */
function nearestOf(
  reference: Reference,
  articles: readonly { readonly label: string; readonly key: string | null }[],
  sentence: Sentence,
): string {
  if (reference.unit !== 'article') return homeOf(sentence.clause).label || 'none';
  const wanted = Number(reference.path[0]);
  let best = '';
  let gap = Number.POSITIVE_INFINITY;
  for (const article of articles) {
    const distance = Math.abs(Number(article.key) - wanted);
    if (distance < gap) {
      gap = distance;
      best = article.label;
    }
  }
  return best || 'none';
}

const targetTrait: Trait<Pointed> = {
  name: 'target',
  facts: {
    unit: { type: 'text', doc: 'Unit that is named.', values: ['article', 'paragraph', 'section'] },
    resolves: { type: 'flag', doc: 'The unit, and every unit of a range, exists in the draft.' },
    nearest: { type: 'text', doc: 'The nearest unit that exists, as cited; empty where none does.' },
    completeness: {
      type: 'text',
      doc: 'Whole text, excerpt, or articles only (decision 6).',
      values: ['full', 'excerpt', 'articles-only'],
    },
    annexed: { type: 'flag', doc: 'The text names a parent instrument, whose articles it may mean.' },
  },
  marks: { reference: 'The reference.' },
  read: ({ sentence, reference, resolved, nearest }, reading) => ({
    facts: {
      unit: reference.unit,
      resolves: resolved.clause !== null && resolved.holes.length === 0,
      nearest,
      completeness: reading.frontMatter.completeness ?? 'full',
      annexed: reading.frontMatter.parent !== undefined,
    },
    marks: marks({ reference: markOf(sentence, reference) }),
  }),
};

/** Every reference to an article, paragraph or point of the draft itself (DRF002, decision 43). */
export const referenceKind: SubjectKind<Pointed> = {
  kind: 'reference',
  doc: 'A reference to an article, paragraph or point of the draft itself.',
  items: pointed,
  about: ({ id, sentence, reference }) => ({
    id,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, reference) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [targetTrait],
};
