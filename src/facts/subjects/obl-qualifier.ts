import type { Range } from '#phrases';
import { within } from '../deadlines.ts';
import type { Duty } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { qualifierPhrases } from './qualifier-phrases.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Qualifiers that take words between their parts, beside the entries of L12. */
const openers = sequences(`
  insofar as
  in so far as
  so far as
  to the extent that
  to the extent
  as far as`);
const closers = wordSet(
  'possible practicable feasible available able appropriate reasonable affordable permits allows permit allow practical',
);
const limited = sequences(`
  within available (means|resources|capabilities|capacities|stocks)
  within the limits of (its|their)
  within (its|their) (means|resources|possibilities|capabilities|capacity|capacities|ability)
  as (are|is) available
  as (may|might) be (available|appropriate|possible|practicable|feasible|necessary|required)
  subject to availability
  subject to (its|their) availability
  if available
  where available
  to the best of (its|their) ability
  as (circumstances|conditions|resources|capabilities) (permit|allow)
  (where|if) (circumstances|conditions|resources) (permit|allow)
  (where|wherever|when|whenever|if|as) practicable
  (wherever|whenever) (possible|feasible|appropriate|necessary)
  when (appropriate|necessary|possible|feasible)
  to the extent (feasible|practicable|possible|appropriate)
  to the (greatest|fullest|maximum) extent (possible|practicable|feasible)`);

/** Means of transport or ways of doing: "as appropriate" spreads the duty over them and takes nothing away. */
const ways = wordSet('sea rail air land road ship train aircraft pipeline');
const modesOfWork = wordSet('coordination consultation cooperation accordance concert agreement conjunction');
const moneyWords = wordSet('budget budgets budgetary appropriations funds funding finances');
const aims = wordSet('restore repel reach secure defend stop end');

/** The qualifier that hands the degree of performance to the performer (OBL002). */
function qualifierOf(duty: Duty): Range | null {
  const { proposition, deadline } = duty;
  const { sentence, at } = proposition;
  const { tokens } = sentence;
  const candidates: Range[] = sentence.hits
    .filter((hit) => hit.lexicon === 'L12' && within(hit, at))
    .map(({ from, to }) => ({ from, to }));
  const fixed = findSequence(tokens, at, limited);
  if (fixed) candidates.push(fixed);
  const opener = findSequence(tokens, at, openers);
  if (opener) {
    const close = findWord(tokens, { from: opener.to, to: Math.min(at.to, opener.to + 6) }, closers);
    if (close >= 0) candidates.push({ from: opener.from, to: close + 1 });
  }
  candidates.push(...qualifierPhrases(tokens, at));
  candidates.sort((a, b) => a.from - b.from || b.to - a.to);
  return (
    candidates.find((range) => {
      if (sentence.hits.some((hit) => hit.lexicon === 'L4' && range.from >= hit.from && range.to <= hit.to)) return false;
      if (sentence.hits.some((hit) => hit.lexicon === 'L8' && range.from < hit.to && hit.from < range.to)) return false;
      // "within the limits of its defence budget" is about money (DUR003).
      if (findWord(tokens, { from: range.from, to: range.to + 3 }, moneyWords) >= 0) return false;
      if (deadline.hedge && range.from < deadline.hedge.to && deadline.hedge.from < range.to) return false;
      if (deadline.kind === 'vague' && deadline.at && range.from < deadline.at.to && deadline.at.from < range.to) return false;
      return attaches(duty, range);
    }) ?? null
  );
}

/** The words stand in the duty itself and limit whether or how much, not the way it is done or who is spoken to (0.6, OBL002 *Not*). */
function attaches(duty: Duty, range: Range): boolean {
  const { proposition } = duty;
  const { tokens } = proposition.sentence;
  const words = tokens.slice(range.from, range.to).map((token) => token.word);
  for (let i = range.from - 1; i > proposition.verbAt.to && i > range.from - 14; i--) {
    const word = tokens[i]!.word;
    if (word === 'which' || word === 'who' || word === ';') return false;
    if (word === 'to' && /^(?:restore|maintain|ensure|protect)$/.test(tokens[i + 1]?.word ?? '') && words.includes('necessary'))
      return false;
  }
  if (words[0] === 'as') {
    for (let i = Math.max(proposition.verbAt.to, range.from - 8); i < range.from; i++)
      if (ways.has(tokens[i]!.word)) return false;
  }
  // "where appropriate, in coordination with the Union": the qualifier is the coordination's.
  let next = range.to;
  while (tokens[next]?.word === ',') next++;
  if (
    /^(?:in|by|with)$/.test(tokens[next]?.word ?? '') &&
    (modesOfWork.has(tokens[next + 1]?.word ?? '') || modesOfWork.has(tokens[next + 2]?.word ?? ''))
  )
    return false;
  // "as necessary to restore the territory": an objective aim.
  if (
    /^(?:necessary|needed|required)$/.test(words[words.length - 1] ?? '') &&
    tokens[range.to]?.word === 'to' &&
    aims.has(tokens[range.to + 1]?.word ?? '')
  )
    return false;
  return true;
}

/** Escape qualifiers on a duty (OBL002). */
export const qualifierTrait: Trait<Duty> = {
  name: 'qualifier',
  facts: { qualified: { type: 'flag', doc: 'A qualifier (L12) leaves whether or how much to the one who owes.' } },
  marks: { escapeWords: 'The qualifier that leaves whether or how much to the one who owes.' },
  read: (duty) => {
    const at = qualifierOf(duty);
    return {
      facts: { qualified: at !== null },
      marks: marks({ escapeWords: markOf(duty.proposition.sentence, at, duty.proposition.confidence) }),
    };
  },
};
