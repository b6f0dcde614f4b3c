import type { Range, Token } from '#phrases';
import { actorWithin } from './actors.ts';
import type { Actor, Condition, Proposition, Roles } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';

/** A finding of fact that a clause waits for. */
export interface FoundFinding {
  readonly at: Range;
  /** Null where nobody is named. */
  readonly holder: Actor | null;
}

const found = wordSet(
  'established determined confirmed verified ascertained found proved proven recognised recognized attributed demonstrated shown',
);
const satisfied = wordSet('satisfied convinced persuaded');
const judges = wordSet(
  'determine determines find finds consider considers conclude concludes judge judges deem deems believe believes ascertain ascertains establish establishes confirm confirms verify verifies',
);
const opinions = sequences(`
in (its|their|his|her|the) (own|sole|) (opinion|judgment|judgement|view|assessment|estimation|appreciation)
(as|if) (judged|assessed|appreciated) by
`);
const ended = wordSet('ended ceased over stopped withdrawn ceasing subsided');
const weighing = wordSet('evaluate assess review examine consider investigate verify appraise');
const alleged = wordSet('alleged claimed reported suspected purported claim claims allegation allegations complaint complaints');
/** What a finding of fact is about. */
export const events = wordSet(
  'breach breaches violation violations attack attacks infringement incident aggression broken violated breached',
);

/**
 * Findings of fact on which the act of a clause hangs: "if it is established that", "once it is satisfied that", "where the Parties jointly
 * find", "in its judgment" (catalogue A.6 `determination`, TRG003); and the weighing of claims before anything is done.
 */
export function findingsIn(proposition: Proposition, roles: Roles): FoundFinding[] {
  const out: FoundFinding[] = [];
  for (const condition of proposition.conditions) {
    if (condition.kind === 'until' || condition.kind === 'purpose') continue;
    const finding = inCondition(proposition, condition, roles);
    if (finding) out.push(finding);
  }
  const weighed = weighsClaims(proposition);
  if (weighed) out.push({ at: weighed, holder: holderOf(proposition) });
  return out;
}

function holderOf({ actor }: Proposition): Actor | null {
  return actor.who === 'thing' || actor.who === 'none' ? null : actor;
}

function inCondition(proposition: Proposition, condition: Condition, roles: Roles): FoundFinding | null {
  const { tokens } = proposition.sentence;
  const range = { from: condition.from + 1, to: condition.to };
  if (findWord(tokens, range, ended) >= 0) return null;
  const opinion = findSequence(tokens, range, opinions);
  if (opinion) {
    // "in the opinion of any of them": one may start it, which is a strength.
    if (tokens[opinion.to]?.word !== 'of') return { at: opinion, holder: holderOf(proposition) };
    if (/^(?:any|either|one)$/.test(tokens[opinion.to + 1]?.word ?? '')) return null;
    const holder = actorWithin(tokens, { from: opinion.to + 1, to: Math.min(condition.to, opinion.to + 8) }, roles, null);
    return { at: opinion, holder };
  }
  for (let i = range.from; i < range.to; i++) {
    const { word } = tokens[i]!;
    if (satisfied.has(word) || (judges.has(word) && i > range.from + 1 && assertsFact(tokens, i + 1, range.to))) {
      const subject = { from: range.from, to: i };
      const named = actorWithin(tokens, subject, roles, null);
      if (findWord(tokens, subject, anyOne) >= 0) return null;
      return { at: { from: condition.from, to: i + 1 }, holder: named ?? holderOf(proposition) };
    }
    if (!found.has(word)) continue;
    let aux = i - 1;
    while (aux > range.from && /^(?:so|jointly|finally|duly|not)$/.test(tokens[aux]!.word)) aux--;
    const joint = tokens[i - 1]!.word === 'jointly';
    const auxiliary = tokens[aux]!.word;
    const subject = { from: range.from, to: aux };
    if (/^(?:is|are|been|be|was|were)$/.test(auxiliary)) {
      const holder = agentAfter(tokens, i + 1, Math.min(range.to, i + 14), roles);
      return { at: { from: condition.from, to: i + 1 }, holder };
    }
    if (/^(?:has|have|had)$/.test(auxiliary) || joint)
      return { at: { from: condition.from, to: i + 1 }, holder: actorWithin(tokens, subject, roles, null) };
  }
  return null;
}

const anyOne = wordSet('any either one');

/** "finds that …", "finds an attack": the object is an event or a that-clause, and no measure. */
function assertsFact(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens[from]?.word === 'that' || findWord(tokens, { from, to: Math.min(to, from + 8) }, events) >= 0;
}

function agentAfter(tokens: readonly Token[], from: number, to: number, roles: Roles): Actor | null {
  for (let i = from; i < to; i++) {
    if (tokens[i]!.word === 'that' || tokens[i]!.word === ',') return null;
    if (tokens[i]!.word === 'by') return actorWithin(tokens, { from: i + 1, to: Math.min(tokens.length, i + 9) }, roles, null);
  }
  return null;
}

/** A clause that weighs a claim before anything is done: "will evaluate any claimed breach before measures are considered", "claims … will be assessed by a joint mechanism before". */
export function weighsClaims(proposition: Proposition): Range | null {
  const { tokens } = proposition.sentence;
  if (!weighing.has(proposition.verb) || proposition.polarity === 'permission' || proposition.polarity === 'prohibition')
    return null;
  const theme = proposition.passive ? proposition.subject : proposition.complement;
  const claim = findWord(tokens, theme, alleged);
  if (claim < 0 || findWord(tokens, theme, events) < 0) return null;
  const after = { from: proposition.verbAt.to, to: Math.min(tokens.length, proposition.complement.to + 30) };
  const first = findWord(tokens, after, beforeWords);
  return first < 0 ? null : { from: (proposition.modal ?? proposition.verbAt).from, to: proposition.verbAt.to };
}

const beforeWords = wordSet('before prior');
