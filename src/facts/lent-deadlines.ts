import type { Sentence } from '#phrases';
import type { Deadline, Duty } from './model.ts';
import { findWord, wordSet } from './scan.ts';
import { homeArticle } from './triggers.ts';

/** How many clauses further on a period may stand that an undated duty borrows. */
const reach = 8;

/** Verbs that say when a thing owed begins or is done, not what it is. */
const timing =
  wordSet(`begin start commence complete finish conclude end perform do make give provide deliver carry execute fulfil fulfill
  follow arrive be take effect render happen occur discharge accomplish achieve implement furnish`);
const phases = wordSet('begin start commence complete finish conclude end');
/** Nouns for what a duty owes: "the tasks in Table 1", "this assistance". */
const owed =
  wordSet(`task tasks measure measures assistance aid help support action actions response duty duties obligation obligations step steps
  operation operations performance mission missions delivery deliveries contribution contributions service services act acts these this`);
const pronouns = wordSet('it they this these all both each');

/**
 * The period of a duty may stand in the points of its list or in a clause further on: "Each Side shall withdraw: (a) … within 48 hours", "… shall
 * repel it. It shall begin within 12 hours after the Signal", "The tasks in Table 1 begin within 12 hours". Gives the same duties in the same
 * order; an undated one then has the other's period, without words of its own. Looks at a few neighbours of each duty.
 */
export function lendDeadlines(duties: readonly Duty[]): Duty[] {
  return duties.map((duty, index) => {
    if (!duty.core || duty.deadline.kind !== 'none' || duty.proposition.polarity === 'prohibition') return duty;
    const lender = fromPoints(duty, index, duties) ?? fromLater(duty, index, duties);
    if (!lender) return duty;
    const deadline: Deadline = { ...lender.deadline, at: null, hedge: null, confidence: 'inherited' };
    return { ...duty, deadline };
  });
}

function isBound({ deadline }: Duty): boolean {
  return deadline.kind === 'hard' || deadline.kind === 'auto';
}

/** A point of the duty's own list with a period: the others are judged where they stand. */
function fromPoints(duty: Duty, index: number, duties: readonly Duty[]): Duty | null {
  const lead = duty.proposition.sentence;
  for (let i = index + 1; i < duties.length; i++) {
    const { sentence } = duties[i]!.proposition;
    if (sentence === lead) continue;
    if (sentence.own <= lead.own || sentence.tokens[0]!.start !== lead.tokens[0]!.start) break;
    if (isBound(duties[i]!)) return duties[i]!;
  }
  return null;
}

/** A clause soon after in the same article that says by when what was owed is begun or done. */
function fromLater(duty: Duty, index: number, duties: readonly Duty[]): Duty | null {
  const { proposition } = duty;
  const article = homeArticle(proposition.clause);
  let next: Sentence | null = null;
  for (let i = index + 1; i < Math.min(duties.length, index + 1 + reach); i++) {
    const other = duties[i]!;
    const { sentence } = other.proposition;
    if (sentence === proposition.sentence) continue;
    if (homeArticle(other.proposition.clause) !== article) break;
    next ??= sentence;
    if (!isBound(other) || other.proposition.polarity === 'prohibition') continue;
    if (speaksOf(duty, other, sentence === next)) return other;
  }
  return null;
}

/** The later clause is about the earlier duty: its pronoun right after it, a noun for what is owed, or the verb made a noun. */
function speaksOf(duty: Duty, later: Duty, adjacent: boolean): boolean {
  const { at, sentence, verb, verbAt, complement, actor } = later.proposition;
  const { tokens } = sentence;
  // "The tasks in Table 1 begin": a number before the verb is the end of a name.
  const named = tokens[later.proposition.subject.from]?.kind === 'number';
  const subject = named ? { from: at.from, to: verbAt.from } : later.proposition.subject;
  const length = subject.to - subject.from;
  if (length <= 0) return adjacent && timing.has(verb) && actor.who === duty.proposition.actor.who;
  const first = tokens[subject.from]!.word;
  const stem = duty.proposition.verb.slice(0, 5);
  for (let i = subject.from; i < Math.min(subject.to, subject.from + 6); i++) {
    const { word } = tokens[i]!;
    if (stem.length >= 3 && word.startsWith(stem) && word.length > stem.length) return true;
    if (/^(?:of|in|under|for|to|that|which)$/.test(word)) break;
  }
  if (!timing.has(verb)) return false;
  if (adjacent && pronouns.has(first) && length === 1) return actor.who !== 'thing' || !duty.proposition.passive;
  if (findWord(tokens, { from: subject.from, to: Math.min(subject.to, subject.from + 5) }, owed) >= 0) return true;
  return (
    phases.has(verb) &&
    sameBearer(duty, later) &&
    findWord(tokens, { from: complement.from, to: Math.min(complement.to, complement.from + 6) }, owed) >= 0
  );
}

function sameBearer({ proposition: a }: Duty, { proposition: b }: Duty): boolean {
  return a.actor.who === b.actor.who && a.actor.name === b.actor.name;
}
