import type { Clause } from '#clauses';
import type { Range, Sentence } from '#phrases';
import type { Proposition } from './model.ts';
import { prepositions } from './words.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Adjectives that name the class of an aid (specificity 1). */
const classWords = list(
  'military armed defensive economic financial humanitarian technical logistic logistical medical diplomatic intelligence naval aerial air material materiel defence defense security cyber',
);

/** Means that have a name of their own (specificity 2). */
const namedMeans = list(
  `brigade brigades battalion battalions squadron squadrons battery batteries tanker tankers drones missiles rockets ammunition artillery
   radar radars satellite satellites imagery aircraft fighters interceptors launchers air-defence air-defense tanks mines vessels frigates frigate
   airspace blockade instructors training embargo sanctions troops contingent contingents airlift sealift overflight bases basing
   no-fly howitzers shells rounds weapons equipment loans munitions reconnaissance headquarters hospital hospitals generators engineers`,
);

/** "the measures assigned to it in Annex A", "the means listed in the Schedule": the reference carries the content. */
const carriers = list(
  'listed assigned allotted set stated specified shown described contained provided laid named enumerated in under of',
);

/**
 * How exactly a duty says what is to be done (catalogue A.3): 0 bare ("measures"), 1 class ("military assistance", or all in one's
 * power), 2 named means or a list, 3 number, unit or annex, 4 number with a time and one responsible actor.
 */
export function readSpecificity(proposition: Proposition, timed: boolean): { level: number; at: Range | null } {
  const { sentence } = proposition;
  const { tokens } = sentence;
  const ranges = proposition.passive ? [proposition.subject, proposition.complement] : [proposition.complement];
  let level = 0;
  let at: Range | null = null;
  const raise = (to: number, from: number, end: number): void => {
    if (to <= level) return;
    level = to;
    at = { from, to: end };
  };
  if (listed(proposition.clause, sentence)) raise(2, proposition.verbAt.to, proposition.at.to);
  for (const range of ranges) {
    // No word says more than a number: the rest of a long clause need not be read.
    for (let i = range.from; i < range.to && level < 3; i++) {
      if (inCondition(i, proposition)) continue;
      const word = tokens[i]!.word;
      if (namedMeans.has(word) && !(word === 'training' && level > 0)) raise(2, i, i + 1);
      else if (classWords.has(word) && qualifies(tokens[i + 1], word)) raise(1, i, i + 2);
      else if (word === 'force' && tokens[i - 1]?.word === 'armed') raise(2, i - 1, i + 1);
      else if (word === 'power' && (tokens[i - 1]?.word === 'its' || tokens[i - 1]?.word === 'their')) raise(1, i - 1, i + 1);
      if (tokens[i]!.kind === 'number' && countsThings(sentence, i)) raise(3, i, Math.min(i + 2, range.to));
    }
  }
  for (const reference of level < 3 ? sentence.references : []) {
    if (reference.target === 'external' || !ranges.some((range) => reference.from >= range.from && reference.to <= range.to))
      continue;
    if (inCondition(reference.from, proposition)) continue;
    const before = tokens[reference.from - 1]?.word ?? '';
    const carries = carriers.has(before) || (reference.unit !== 'article' && reference.unit !== 'paragraph');
    if (!carries) continue;
    if (
      reference.unit === 'annex' ||
      reference.unit === 'schedule' ||
      reference.unit === 'appendix' ||
      reference.unit === 'plan' ||
      reference.unit === 'part'
    )
      raise(3, reference.from, reference.to);
    else raise(2, reference.from, reference.to);
  }
  if (level === 3 && timed && (proposition.actor.mode === 'each' || proposition.actor.mode === 'individual')) level = 4;
  return { level, at };
}

/** Class words that are as often nouns: "the security of", "defence and". */
const nounLike = list('security defence defense intelligence air cyber');

/** The class word stands before the noun it qualifies. */
function qualifies(next: Sentence['tokens'][number] | undefined, word: string): boolean {
  if (next?.kind !== 'word' || prepositions.has(next.word)) return false;
  return !(
    nounLike.has(word) &&
    (next.word === 'and' || next.word === 'or' || next.word === 'shall' || next.word === 'will' || next.word === 'is')
  );
}

/** The number counts men or things, and is no time, article or year. */
function countsThings(sentence: Sentence, index: number): boolean {
  if (sentence.times.some((time) => index >= time.from && index < time.to)) return false;
  if (sentence.references.some((reference) => index >= reference.from && index < reference.to)) return false;
  const before = sentence.tokens[index - 1]?.word ?? '';
  const value = Number(sentence.tokens[index]!.word.replace(/,/g, ''));
  if (before === 'resolution' || before === 'article' || before === 'no.' || (value >= 1900 && value <= 2100)) return false;
  if (
    /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
      sentence.tokens[index + 1]?.word ?? '',
    )
  )
    return false;
  return sentence.tokens[index + 1]?.kind === 'word' || sentence.tokens[index + 1]?.word === '%';
}

/** The clause ends with a colon and has points under it, or "the following" before them. */
function listed(clause: Clause, sentence: Sentence): boolean {
  const last = sentence.tokens[sentence.tokens.length - 1]?.word;
  return (last === ':' || last === '—' || last === '–') && clause.children.length > 0 && sentence.own === 0;
}

function inCondition(i: number, proposition: Proposition): boolean {
  return proposition.conditions.some((condition) => i >= condition.from && i < condition.to);
}
