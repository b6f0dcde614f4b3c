import type { Range, Token } from '#phrases';
import { findWord, wordSet } from '../scan.ts';

/** Words that begin a clause or phrase of degree or condition. */
const openers = wordSet(
  'as so insofar to in within if where wherever when whenever unless having taking bearing according depending subject',
);
/** What a duty must not depend on, said by a predicate: "as far as proves feasible", "unless this is impracticable". */
const able = wordSet(
  'possible practicable feasible practical appropriate reasonable affordable opportune expedient convenient advisable desirable suitable fitting workable prudent available able may',
);
const unable = wordSet('impracticable impossible unfeasible infeasible inexpedient inadvisable impractical unable inconvenient');
const enough = wordSet(
  'permit permits allow allows suffice suffices permitting allowing admit admits spare afford enable enables',
);
/** What the one who owes has in hand, and measures its duty by. */
const own = wordSet(
  `means resources stocks possibilities capabilities capability capacities capacity ability abilities commitments interests needs situation
  circumstances requirements obligations priorities constraints limitations readiness strength armaments budgets inventories reserves security`,
);
const possessives = wordSet('its their his our own');
const measuring = wordSet(
  'measure limits limit bounds compass degree extent framework proportion light accordance conformity line keeping',
);
const positions = wordSet('position able capable');

const regarding = wordSet('regard account mind consideration');
const cans = wordSet('can');
const doing = wordSet('done so spare');

/** Farthest the telling word stands behind the opener. */
const REACH = 9;

/**
 * Qualifiers that are clauses or phrases of their own, whatever their words (L12 beside its entries): "so far as its stocks suffice", "in the
 * measure of its possibilities", "if it is in a position to do so", "resources permitting", "unless this proves impracticable", "having
 * regard to its other commitments". Ranges in the order of the text.
 */
export function qualifierPhrases(tokens: readonly Token[], at: Range): Range[] {
  const found: Range[] = [];
  for (let i = at.from; i < Math.min(at.to, tokens.length); i++) {
    const { word } = tokens[i]!;
    const end = word === 'permitting' || word === 'allowing' ? i + 1 : openers.has(word) ? phraseEnd(tokens, i, at.to) : -1;
    if (end < 0) continue;
    const from = end === i + 1 ? absoluteStart(tokens, i, at.from) : i;
    if (from < 0) continue;
    found.push({ from, to: end });
    i = end - 1;
  }
  return found;
}

/** "its own security needs permitting": from the mark before it, or from the head of the clause. */
function absoluteStart(tokens: readonly Token[], at: number, floor: number): number {
  for (let i = at - 1; i >= Math.max(floor, at - 7); i--) {
    if (tokens[i]!.kind === 'mark') return i + 1 < at ? i + 1 : -1;
    if (i === floor) return i;
  }
  return -1;
}

/** End of the qualifier that begins at `at`; -1 if none begins there. */
function phraseEnd(tokens: readonly Token[], at: number, end: number): number {
  const { word } = tokens[at]!;
  const next = tokens[at + 1]?.word ?? '';
  const to = markAfter(tokens, at, Math.min(end, at + 14));
  const rest = { from: at + 1, to: Math.min(to, at + 1 + REACH) };
  switch (word) {
    case 'as':
      if (next === 'far' || next === 'and') return telling(tokens, rest, able, enough);
      if (next === 'may' || next === 'it' || next === 'they') return next === 'may' ? -1 : within(findWord(tokens, rest, enough));
      return possessives.has(next) || own.has(next) ? within(findWord(tokens, { from: at + 1, to }, enough)) : -1;
    case 'so':
      return next === 'far' ? telling(tokens, rest, able, enough) : -1;
    case 'insofar':
      return telling(tokens, rest, able, enough);
    case 'to':
      return degree(tokens, at, to);
    case 'in':
    case 'within':
      if (next === 'so' && tokens[at + 2]?.word === 'far') return telling(tokens, rest, able, enough);
      return measured(tokens, at, to);
    case 'according':
    case 'depending':
      return ownedBehind(tokens, at + 2, to);
    case 'having':
    case 'taking':
    case 'bearing':
      return regards(tokens, at, to);
    case 'unless':
      return within(findWord(tokens, rest, unable));
    case 'subject':
      return -1;
    default:
      return condition(tokens, at, to);
  }
}

function within(index: number): number {
  return index < 0 ? -1 : index + 1;
}

function markAfter(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from; i < end; i++) if (tokens[i]!.kind === 'mark' && tokens[i]!.word !== '-' && tokens[i]!.word !== "'") return i;
  return Math.min(end, tokens.length);
}

function telling(tokens: readonly Token[], range: Range, ...sets: readonly ReadonlySet<string>[]): number {
  let last = -1;
  for (const set of sets) last = Math.max(last, findWord(tokens, range, set));
  // "so far as may be", "as far as it may be able": up to the predicate.
  if (last >= 0 && tokens[last]!.word === 'may' && tokens[last + 1]?.word === 'be')
    last = able.has(tokens[last + 2]?.word ?? '') ? last + 2 : last + 1;
  return within(last);
}

/** "to such extent as may prove feasible", "to the degree that it finds this practicable". */
function degree(tokens: readonly Token[], at: number, to: number): number {
  const noun = findWord(tokens, { from: at + 1, to: Math.min(to, at + 4) }, measuring);
  if (noun < 0 || !/^(?:extent|degree)$/.test(tokens[noun]!.word)) return -1;
  if (tokens[noun + 1]?.word === 'of') return ownedBehind(tokens, noun + 2, to);
  return /^(?:that|as|to|which|it|they)$/.test(tokens[noun + 1]?.word ?? '')
    ? telling(tokens, { from: noun + 1, to: Math.min(to, noun + 1 + REACH) }, able, enough)
    : -1;
}

/** "in the measure of its possibilities", "in accordance with their capabilities", "in so far as". */
function measured(tokens: readonly Token[], at: number, to: number): number {
  const noun = findWord(tokens, { from: at + 1, to: Math.min(to, at + 4) }, measuring);
  if (noun < 0) return -1;
  const next = tokens[noun + 1]?.word ?? '';
  if (next === 'of' || next === 'with' || next === 'to') return ownedBehind(tokens, noun + 2, to);
  return (tokens[noun]!.word === 'measure' || tokens[noun]!.word === 'degree') && /^(?:that|as|which)$/.test(next)
    ? telling(tokens, { from: noun + 1, to }, able, enough)
    : -1;
}

/** "its own possibilities": what the performer has, behind a possessive. */
function ownedBehind(tokens: readonly Token[], from: number, to: number): number {
  const whose = findWord(tokens, { from, to: Math.min(to, from + 3) }, possessives);
  return whose < 0 ? -1 : within(findWord(tokens, { from: whose + 1, to: Math.min(to, whose + 5) }, own));
}

/** "having regard to its other commitments", "bearing in mind its own needs". */
function regards(tokens: readonly Token[], at: number, to: number): number {
  const about = findWord(tokens, { from: at + 1, to: Math.min(to, at + 4) }, regarding);
  return about < 0 ? -1 : ownedBehind(tokens, about + 1, to);
}

/** "if it is in a position to do so", "wherever this can reasonably be done", "when opportune", "where it cannot be avoided". */
function condition(tokens: readonly Token[], at: number, to: number): number {
  const next = tokens[at + 1]?.word ?? '';
  if (able.has(next) && next !== 'may') return at + 2;
  if (!/^(?:it|this|that|they|these|such|its|their)$/.test(next)) return -1;
  const rest = { from: at + 2, to: Math.min(to, at + 2 + REACH) };
  const position = findWord(tokens, rest, positions);
  if (position >= 0 && !/^(?:the|its|their)$/.test(tokens[position - 1]?.word ?? '')) return position + 1;
  const stated = findWord(tokens, rest, able);
  if (stated >= 0 && tokens[stated]!.word !== 'may') return stated + 1;
  const done = findWord(tokens, rest, cans);
  if (done >= 0) return within(findWord(tokens, { from: done, to: Math.min(to, done + 4) }, doing));
  return /^(?:its|their)$/.test(next) ? within(findWord(tokens, rest, enough)) : -1;
}
