import type { Range, Token } from '#phrases';
import type { Duty } from './model.ts';
import { wordSet } from './scan.ts';

/** A free choice of the answer: its words, and who makes it (null: the one who owes it). */
export interface Choice extends Range {
  readonly slot: Range | null;
}

const open = wordSet('whatever whichever what such');
const judging = wordSet(
  'judge judges deem deems consider considers think thinks find finds believe believes hold holds choose chooses prefer prefers decide decides select selects see sees regard regards',
);
const fitting = wordSet(
  'right fit fitting proper appropriate necessary needful wise best suitable expedient opportune useful advisable just reasonable sufficient adequate warranted justified desirable good',
);
/** Verbs of choosing that need no word of fitness behind them. */
const choosing = wordSet('choose chooses prefer prefers decide decides select selects');

const pronouns = wordSet('it they he she we i each');

/** Farthest the judging stands behind the open word, and the word of fitness behind the judging. */
const JUDGE_REACH = 16;
const FIT_REACH = 18;

/**
 * Free choices that the lexicon does not spell out, since words stand between judge, verb and measure: "whatever action we judge, at the
 * time and in the light of all the facts, to be right" (catalogue L1, TRG001). Gives the lexicon's and these.
 */
export function choicesOf({ proposition }: Duty): Choice[] {
  const { sentence, at } = proposition;
  const found: Choice[] = sentence.hits.filter((hit) => hit.lexicon === 'L1' && hit.from >= at.from && hit.to <= at.to);
  if (found.length > 0) return found;
  const { tokens } = sentence;
  for (let i = proposition.verbAt.to; i < at.to; i++) {
    const { word } = tokens[i]!;
    if (!open.has(word) || (word === 'such' && tokens[i + 1]?.word === 'as')) continue;
    const choice = judgedFrom(tokens, i, at.to);
    if (choice) found.push(choice);
  }
  return found;
}

/** From "whatever" or "such … as" to the word of fitness; null where nobody judges or nothing is called fit. */
function judgedFrom(tokens: readonly Token[], from: number, end: number): Choice | null {
  let subject = tokens[from]!.word === 'what' || tokens[from]!.word === 'whatever' ? from + 1 : -1;
  for (let i = from + 1; i < Math.min(end, from + JUDGE_REACH); i++) {
    const { word } = tokens[i]!;
    if (word === ';' || word === ':') return null;
    if (word === 'as' || word === 'that' || word === 'which') subject = i + 1;
    if (!judging.has(word) || subject < 0 || i <= subject) continue;
    // "whatever is deemed fit by the Council": somebody else's judgement has its agent.
    if (/^(?:is|are|be|been|was|were)$/.test(tokens[i - 1]!.word)) return null;
    const slot = pronouns.has(tokens[i - 1]!.word) ? { from: i - 1, to: i } : { from: subject, to: i };
    if (choosing.has(word)) return { from, to: i + 1, slot };
    for (let j = i + 1; j < Math.min(end, i + FIT_REACH); j++) {
      if (tokens[j]!.word === ';') return null;
      if (fitting.has(tokens[j]!.word)) return { from, to: j + 1, slot };
    }
    return null;
  }
  return null;
}
