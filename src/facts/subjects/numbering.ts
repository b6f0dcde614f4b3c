import type { Mark } from '#base';
import type { Clause } from '#clauses';
import type { Reading } from '../model.ts';
import type { SubjectKind, Trait } from './trait.ts';

interface Step {
  readonly id: string;
  readonly clause: Clause;
  readonly step: 'gap' | 'repeat' | 'back';
  readonly unit: 'article' | 'paragraph' | 'point' | 'annex';
  readonly missing: readonly string[];
  readonly before: string;
}

/** Numbers of one sequence, in the order of the text. */
interface Sequence {
  readonly unit: Step['unit'];
  readonly members: Clause[];
}

const reserved = /\b(?:reserved|deleted|omitted|repealed|intentionally left blank|not used|suppressed)\b/i;

/** A number as a count: `3`, `c`, `iv`, `16bis` (16). Null where it is none. */
function countOf(key: string, letters: boolean): { readonly n: number; readonly inserted: boolean } | null {
  const last = key.slice(key.lastIndexOf('.') + 1);
  const digits = /^(\d{1,4})([a-z]{0,9})$/.exec(last);
  if (digits) return { n: Number(digits[1]), inserted: digits[2] !== '' };
  if (letters && /^[a-z]$/.test(last)) return { n: last.charCodeAt(0) - 96, inserted: false };
  const roman = /^[ivx]{1,6}$/.test(last)
    ? [
        'i',
        'ii',
        'iii',
        'iv',
        'v',
        'vi',
        'vii',
        'viii',
        'ix',
        'x',
        'xi',
        'xii',
        'xiii',
        'xiv',
        'xv',
        'xvi',
        'xvii',
        'xviii',
        'xix',
        'xx',
      ].indexOf(last)
    : -1;
  return !letters && roman >= 0 ? { n: roman + 1, inserted: false } : null;
}

/** Every numbered sequence the author wrote: the articles of the text and of each annex, the paragraphs and the points of each clause. */
function sequencesOf(reading: Reading): Sequence[] {
  const articles = new Map<Clause | null, Clause[]>();
  const out: Sequence[] = [];
  for (const clause of reading.outline.clauses) {
    if (clause.context === 'testimonium') continue;
    if (clause.kind === 'article' && clause.key !== null) {
      const home = annexOf(clause);
      const list = articles.get(home);
      if (list) list.push(clause);
      else articles.set(home, [clause]);
    }
    const paragraphs = clause.children.filter((child) => child.key !== null && child.kind === 'paragraph' && !child.listNumber);
    const points = clause.children.filter((child) => child.key !== null && child.kind === 'point' && !child.listNumber);
    if (paragraphs.length >= 2 && clause.kind !== 'document' && clause.kind !== 'part' && clause.kind !== 'annex')
      out.push({ unit: 'paragraph', members: paragraphs });
    if (points.length >= 3) out.push({ unit: 'point', members: points });
  }
  const annexes = reading.outline.clauses.filter((clause) => clause.kind === 'annex' && clause.key !== null);
  if (annexes.length >= 2 && new Set(annexes.map(({ label }) => label.split(' ')[0])).size === 1)
    out.push({ unit: 'annex', members: annexes });
  for (const members of articles.values()) if (members.length >= 3) out.push({ unit: 'article', members });
  return out;
}

function annexOf(clause: Clause): Clause | null {
  for (let at: Clause | null = clause; at; at = at.parent) if (at.kind === 'annex') return at;
  return null;
}

/** Places where a sequence leaves its order. A sequence that starts again at its beginning is a new one. */
function stepsOf(reading: Reading): Step[] {
  if (reading.frontMatter.numbering === 'off') return [];
  const steps: Step[] = [];
  for (const { unit, members } of sequencesOf(reading)) {
    const letters = /^[a-z]$/.test(members[0]!.key!) && members[0]!.key === 'a';
    if (unit !== 'article' && unit !== 'annex' && members.some((member) => fromList(member))) continue;
    let previous: { n: number; inserted: boolean } | null = null;
    let before = '';
    const found: Step[] = [];
    let read = 0;
    for (const clause of members) {
      const now = countOf(clause.key!, letters);
      if (!now) continue;
      read++;
      if (previous && !now.inserted) {
        const make = (step: Step['step'], missing: readonly string[]): Step => ({
          id: `number:${clause.id}`,
          clause,
          step,
          unit,
          missing,
          before,
        });
        if (unit === 'annex' && now.n <= previous.n) continue;
        if (now.n === previous.n && !previous.inserted) found.push(make('repeat', []));
        else if (now.n < previous.n && now.n !== 1) found.push(make('back', []));
        else if (now.n > previous.n + 1 && now.n <= previous.n + 4) {
          const missing = Array.from({ length: Math.min(6, now.n - previous.n - 1) }, (_, k) =>
            letters ? String.fromCharCode((unit === 'annex' ? 65 : 97) + previous!.n + k) : String(previous!.n + 1 + k),
          );
          if (unit !== 'annex' || !missing.some((key) => annexNamed(reading, key.toLowerCase())))
            found.push(make('gap', missing));
        }
      }
      if (!now.inserted || !previous) previous = now;
      before = clause.label;
    }
    // A text whose numbers are broken throughout was read wrong, or is an excerpt: its numbers prove nothing.
    if (read === members.length && found.length <= 3) steps.push(...found.filter((step) => !isReserved(step.clause, members)));
  }
  return steps.sort((a, b) => a.clause.id - b.clause.id);
}

/** An annex that the text refers to stands in another file, or is missed by PKG005. */
function annexNamed(reading: Reading, key: string): boolean {
  return reading.phrases.sentences.some(({ references }) =>
    references.some(
      ({ unit, path, last }) =>
        unit === 'annex' && path[0] !== undefined && (path[0] === key || (last !== null && path[0] < key && key < last)),
    ),
  );
}

function fromList(clause: Clause): boolean {
  const first = clause.blocks[0];
  return first !== undefined && first.kind === 'item';
}

/** A note beside the gap says that the number is kept free. */
function isReserved(clause: Clause, members: readonly Clause[]): boolean {
  const at = members.indexOf(clause);
  const before = members[at - 1];
  return [before, clause].some(
    (one) => one?.blocks.some((block) => block.text.length < 200 && reserved.test(block.text)) ?? false,
  );
}

const stepTrait: Trait<Step> = {
  name: 'step',
  facts: {
    step: { type: 'text', doc: 'How the number leaves its sequence.', values: ['gap', 'repeat', 'back'] },
    unit: { type: 'text', doc: 'Unit that is numbered.', values: ['article', 'paragraph', 'point', 'annex'] },
    label: { type: 'text', doc: 'The unit as cited.' },
    before: { type: 'text', doc: 'The unit before it, as cited.' },
    missing: { type: 'text', doc: 'Numbers that are missing, joined by commas; empty where none is.' },
    completeness: {
      type: 'text',
      doc: 'Whole text, excerpt, or articles only (decision 6).',
      values: ['full', 'excerpt', 'articles-only'],
    },
  },
  marks: { number: 'The number with its unit.' },
  read: ({ clause, step, unit, missing, before }, reading) => ({
    facts: {
      step,
      unit,
      label: clause.label,
      before,
      missing: missing.join(', '),
      completeness: reading.frontMatter.completeness ?? 'full',
    },
    marks: { number: numberMark(clause, reading) },
  }),
};

/** The number as it stands in the draft: "Article 7", "(c)", "3." */
function numberMark(clause: Clause, reading: Reading): Mark {
  const { text } = reading.outline;
  const end = clause.blocks[0]?.source[0] ?? clause.span.end;
  const heading = clause.blocks[0]?.kind === 'heading' ? clause.blocks[0] : null;
  if (heading) {
    const length = clause.title === '' ? heading.text.length : Math.max(1, heading.text.indexOf(clause.title));
    let stop = length;
    while (stop > 1 && /[\s.:—–-]/.test(heading.text[stop - 1]!)) stop--;
    return { start: heading.source[0]!, end: heading.source[stop - 1]! + 1, confidence: 'explicit' };
  }
  let stop = Math.max(end, clause.span.start + 1);
  while (stop > clause.span.start + 1 && /\s/.test(text[stop - 1]!)) stop--;
  return { start: clause.span.start, end: stop, confidence: 'explicit' };
}

/** A number that leaves its sequence (DRF003, decisions 44 and 99). */
export const numberKind: SubjectKind<Step> = {
  kind: 'number',
  doc: 'A number of an article, paragraph, point or annex that leaves its sequence.',
  items: stepsOf,
  about: (step) => ({
    id: step.id,
    clause: step.clause.label || null,
    group: null,
    span: { start: step.clause.span.start, end: Math.max(step.clause.span.start + 1, step.clause.span.end) },
    confidence: 'explicit',
  }),
  traits: [stepTrait],
};
