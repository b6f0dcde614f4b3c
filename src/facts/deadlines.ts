import type { Range, Sentence } from '#phrases';
import type { Deadline, Proposition } from './model.ts';

const none: Deadline = { kind: 'none', time: null, at: null, hedge: null, confidence: 'explicit' };

/** Words that make a duty continuous: it is never late. */
const continuous: readonly (readonly string[])[] = [
  ['at', 'all', 'times'],
  ['continuously'],
  ['continuous'],
  ['permanently'],
  ['day', 'and', 'night'],
  ['around', 'the', 'clock'],
  ['constantly'],
  ['at', 'no', 'time'],
  ['on', 'standing', 'orders'],
  ['each', 'year'],
  ['every', 'year'],
  ['annually'],
  ['each', 'calendar', 'year'],
  ['throughout'],
  ['from', 'entry', 'into', 'force'],
  ['from', 'the', 'entry', 'into', 'force'],
];

/** Moments at which an effect falls by itself: "from the Trigger Time", "at the Trigger Time". */
const automatic: readonly (readonly string[])[] = [
  ['from', 'the', 'trigger', 'time'],
  ['at', 'the', 'trigger', 'time'],
  ['upon', 'the', 'trigger', 'time'],
  ['as', 'of', 'the', 'trigger', 'time'],
  ['from', 'that', 'moment'],
  ['by', 'operation', 'of', 'this'],
];

/** Vague words that are adjectives of something else, or no time of acting at all. */
const notTimeOfActing = new Set(['early-warning', 'warning', 'retirement']);

/**
 * How a clause is bound in time (catalogue A.7, 0.6): a period or date in its own words, else a hedge, else a vague word, else the
 * moment of an event. Takes a proposition; looks at the words of its own clause only.
 */
export function readDeadline(proposition: Proposition): Deadline {
  const { sentence, at } = proposition;
  const limits = sentence.times.filter((time) => within(time, at) && isLimit(time) && !inForeignCondition(time, proposition));
  if (limits.length > 0) {
    const outer = limits.find((time) => time.outer) ?? limits[0]!;
    const hedge = limits.some((time) => time.outer) ? null : hedgeOf(sentence, outer, at);
    return { kind: hedge ? 'soft' : 'hard', time: outer, at: outer, hedge, confidence: 'explicit' };
  }
  const shared = sequence(sentence, at, automatic);
  if (proposition.force >= 9 || shared) return { ...none, kind: 'auto', at: shared ?? proposition.verbAt };
  const vague = vagueWord(sentence, proposition);
  if (vague) return { ...none, kind: 'vague', at: vague };
  const always = sequence(sentence, at, continuous);
  if (always || sentence.times.some((time) => within(time, at) && time.kind === 'recurrence'))
    return { ...none, kind: 'continuous', at: always };
  return none;
}

/** The times of a clause that bound its action from above. */
function isLimit(time: { readonly kind: string; readonly ceiling: boolean }): boolean {
  return time.kind === 'limit' && time.ceiling;
}

/** "after ten years …": a period inside a condition bounds the condition's event, not the action, unless it starts its clock. */
function inForeignCondition(time: Range, proposition: Proposition): boolean {
  return proposition.conditions.some(
    (condition) =>
      (condition.kind === 'event' || condition.kind === 'until') &&
      time.from > condition.from &&
      time.to <= condition.to &&
      condition.to < proposition.at.to &&
      condition.from >= proposition.at.from &&
      hasFiniteBetween(condition, proposition),
  );
}

function hasFiniteBetween(condition: Range, proposition: Proposition): boolean {
  return condition.to <= proposition.verbAt.from || condition.from >= proposition.verbAt.to;
}

/** A hedge just before or after a period: "where possible within 24 hours" (L5). */
function hedgeOf(sentence: Sentence, time: Range, at: Range): Range | null {
  for (const hit of sentence.hits) {
    if (hit.lexicon !== 'L5' || !within(hit, at)) continue;
    const near =
      (hit.to <= time.from && time.from - hit.to <= 4) ||
      (hit.from >= time.to && hit.from - time.to <= 3) ||
      (hit.from >= time.from && hit.to <= time.to);
    if (near) return hit;
  }
  return null;
}

/** A vague word of time that modifies the action (L4), not a noun ("prompt corrective action plan", "early warning"). */
function vagueWord(sentence: Sentence, proposition: Proposition): Range | null {
  const { tokens } = sentence;
  for (const hit of sentence.hits) {
    if (hit.lexicon !== 'L4' || !within(hit, proposition.at)) continue;
    if (hit.entry === 'automatically' || hit.entry === 'in principle immediately') continue;
    if (
      proposition.conditions.some(
        (condition) =>
          hit.from >= condition.from && hit.to <= condition.to && condition.kind === 'event' && condition.from < hit.from - 1,
      )
    )
      continue;
    const word = tokens[hit.from]!.word;
    const next = tokens[hit.to]?.word ?? '';
    if (hit.to - hit.from === 1 && (word === 'early' || word === 'prompt' || word === 'swift' || word === 'timely')) {
      if (
        !/^(?:assistance|aid|help|support|response|action|measures|delivery|deployment|reaction|steps)$/.test(next) ||
        notTimeOfActing.has(next)
      )
        continue;
    }
    if (hit.entry === 'eventually' || hit.entry === 'over time' || hit.entry === 'when appropriate') continue;
    return hit;
  }
  return null;
}

function sequence(sentence: Sentence, at: Range, list: readonly (readonly string[])[]): Range | null {
  const { tokens } = sentence;
  for (let i = at.from; i < at.to; i++) {
    for (const words of list) {
      if (words[0] === tokens[i]!.word && words.every((word, n) => tokens[i + n]?.word === word))
        return { from: i, to: i + words.length };
    }
  }
  return null;
}

/** True where one token range lies inside another. */
export function within(inner: Range, outer: Range): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
