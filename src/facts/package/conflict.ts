import type { Elsewhere } from '#base';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { marks, type SubjectKind, type Trait } from '../subjects/trait.ts';
import { type Claim, readClaims } from './claims.ts';
import { citeIn, type Package, type PackageDraft, type Seat } from './model.ts';

/** Two answers to one question. */
interface Conflict {
  readonly id: string;
  readonly claim: Claim;
  readonly other: Claim;
  readonly where: PackageDraft;
}

const ranking = sequences(`
(prevails|prevail|prevailing)
in (case|the event) of (a|any|) (conflict|inconsistency|contradiction|divergence|discrepancy|incompatibility)
(takes|take|has|have) (precedence|priority)
(supersedes|supersede|overrides|override)
`);
const ofTexts = wordSet('text texts language languages english french russian version versions interpretation translation');

const ranked = new WeakMap<Reading, boolean>();

/** A sentence says which text wins. "The English text prevails" ranks languages and nothing else (FIN004). */
function ranks(reading: Reading): boolean {
  const known = ranked.get(reading);
  if (known !== undefined) return known;
  const does = reading.operative.some(({ tokens }) => {
    const all = { from: 0, to: tokens.length };
    return findSequence(tokens, all, ranking) !== null && findWord(tokens, all, ofTexts) < 0;
  });
  ranked.set(reading, does);
  return does;
}

/** Kinds that promise security: a draft of another kind, linted alone, is not compared with itself. */
const securing: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'peace-settlement',
  'political-declaration',
  'operational-annex',
]);

const memory = new WeakMap<Package, ReadonlyMap<PackageDraft, readonly Conflict[]>>();

/** The conflicts of a package, each at the later place. */
function conflictsOf(pack: Package): ReadonlyMap<PackageDraft, readonly Conflict[]> {
  const known = memory.get(pack);
  if (known) return known;
  const found = new Map<PackageDraft, Conflict[]>();
  const judged = !pack.alone || securing.has(pack.lead.reading.kind);
  if (judged && !pack.drafts.some(({ reading }) => ranks(reading) || reading.frontMatter.completeness === 'articles-only')) {
    // Claims under one key only: a package of many drafts stays linear in what it says.
    const byKey = new Map<string, { readonly claim: Claim; readonly draft: PackageDraft }[]>();
    for (const draft of inOrder(pack))
      for (const claim of readClaims(draft.reading)) {
        const key = `${claim.about} ${claim.actor}`;
        const before = byKey.get(key) ?? [];
        const clash = before.slice(0, MOST).find((one) => conflicts(claim, draft, one.claim, one.draft));
        if (clash) {
          const list = found.get(draft) ?? [];
          list.push({ id: `conflict:${list.length}`, claim, other: clash.claim, where: clash.draft });
          found.set(draft, list);
        }
        byKey.set(key, [...before, { claim, draft }]);
      }
  }
  memory.set(pack, found);
  return found;
}

/** A claim is compared with so many earlier ones of its key. */
const MOST = 60;

/** The text that promises first: its sisters are the later ones, whatever the order of their files. */
function inOrder({ drafts, lead }: Package): readonly PackageDraft[] {
  return [lead, ...drafts.filter((draft) => draft !== lead)];
}

function conflicts(claim: Claim, draft: PackageDraft, other: Claim, where: PackageDraft): boolean {
  if (draft === where && claim.unit === other.unit) return false;
  switch (claim.about) {
    case 'hours':
      return sameStage(claim, other) && claim.value !== other.value && sameMatter(claim, other);
    case 'number':
      return claim.key === other.key && incompatible(claim, other) && sameMatter(claim, other);
    case 'notice':
      // Each instrument has its own notice; only one text can contradict itself.
      return draft === where && claim.value !== other.value;
    case 'event':
      return claim.key === other.key && claim.value !== other.value && sameMatter(claim, other);
    case 'arms':
      return claim.value !== other.value;
  }
}

/** Stage and action are the same; a row of a table names no verb, so that its stage alone counts. */
function sameStage({ key }: Claim, { key: other }: Claim): boolean {
  const [stage, act] = key.split(' ');
  const [otherStage, otherAct] = other.split(' ');
  return stage === otherStage && (act === otherAct || act === 'row' || otherAct === 'row');
}

/** Half of the content words, or more, are shared: the claims are about one thing. */
function sameMatter({ words, names, key }: Claim, { words: others, names: otherNames, key: otherKey }: Claim): boolean {
  if (names.size > 0 && otherNames.size > 0 && ![...names].some((name) => otherNames.has(name))) return false;
  const row = key.endsWith('row') || otherKey.endsWith('row');
  const shared = [...words].filter((word) => others.has(word)).length;
  const least = Math.min(words.size, others.size);
  return shared > 0 && shared * 2 >= least && (row || shared * 3 >= Math.max(words.size, others.size));
}

/** Numbers that cannot both be kept. A rounded form of a number is the same number. */
function incompatible(one: Claim, two: Claim): boolean {
  if (Math.abs(one.value - two.value) <= 0.03 * Math.max(one.value, two.value)) return false;
  if (one.bound === two.bound) return true;
  const [low, high] = one.value < two.value ? [one, two] : [two, one];
  // "at least 12,000" and "15,000" agree, and so do "up to 15,000" and "12,000".
  return !(low.bound === 'floor' || high.bound === 'ceiling');
}

const conflictTrait: Trait<Conflict, Seat> = {
  name: 'conflict',
  facts: {
    about: {
      type: 'text',
      doc: 'What the two texts answer differently.',
      values: ['hours', 'number', 'notice', 'event', 'arms'],
    },
    otherWords: { type: 'text', doc: 'The words of the other place.' },
    otherPlace: { type: 'text', doc: 'The other place, as cited.' },
    completeness: {
      type: 'text',
      doc: 'Whole text, excerpt, or articles only (decision 6).',
      values: ['full', 'excerpt', 'articles-only'],
    },
  },
  marks: { answer: 'The words of the later place.' },
  read: ({ claim, other, where }, seat) => ({
    facts: {
      about: claim.about,
      otherWords: quoteOf(other, where),
      otherPlace: citeIn(seat, where, other.clause ?? ''),
      completeness: seat.draft.reading.frontMatter.completeness ?? 'full',
    },
    marks: marks({ answer: claim.at }),
  }),
};

function quoteOf({ at }: Claim, { reading }: PackageDraft): string {
  return reading.outline.text.slice(at.start, at.end).replace(/\s+/g, ' ');
}

/** Every question that two texts of a package, or an article and its annex, answer differently without a rank (PKG004, decision 92). */
export const conflictKind: SubjectKind<Conflict, Seat> = {
  kind: 'conflict',
  doc: 'Words that answer a question of time, number, notice, event or arms otherwise than an earlier text of the package.',
  items: ({ draft, pack }) => conflictsOf(pack).get(draft) ?? [],
  about: ({ id, claim, other, where }) => {
    const elsewhere: Elsewhere = {
      file: where.path,
      clause: other.clause,
      quote: where.reading.outline.text.slice(other.at.start, other.at.end),
      start: other.at.start,
      end: other.at.end,
    };
    return { id, clause: claim.clause, group: null, span: claim.at, confidence: 'explicit', elsewhere: [elsewhere] };
  },
  traits: [conflictTrait],
};
