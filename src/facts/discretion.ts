import type { Range, Token } from '#phrases';
import type { Duty } from './model.ts';
import { findWord, wordSet } from './scan.ts';

/** A free choice of the answer: its words, and who makes it (null: the one who owes it). */
export interface Choice extends Range {
  readonly slot: Range | null;
}

const open = wordSet('whatever whichever what such');
const judging = wordSet(
  'judge judges deem deems consider considers think thinks find finds believe believes hold holds choose chooses prefer prefers decide decides select selects see sees regard regards',
);
const fitting = wordSet(
  'called right fit fitting proper appropriate necessary needful wise best suitable expedient opportune useful advisable just reasonable sufficient adequate warranted justified desirable good',
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
  const laid = leftTo(tokens, at);
  if (laid) found.push(laid);
  for (let i = proposition.verbAt.to; i < at.to; i++) {
    const { word } = tokens[i]!;
    if (!open.has(word) || (word === 'such' && tokens[i + 1]?.word === 'as')) continue;
    const choice = judgedFrom(tokens, i, at.to);
    if (choice) found.push(choice);
  }
  return found;
}

const leaving = wordSet('is are be rests rest lies left remains up falls');
const settling = wordSet('settle say decide determine choose judge fix appreciate select');
const extents = wordSet(
  'extent nature kind form means measures measure scope manner what which how whether help assistance response',
);

/** "the extent of the help is for each Guarantor to settle", "it rests with each Guarantor to say by what means". */
function leftTo(tokens: readonly Token[], at: Range): Choice | null {
  for (let i = at.from + 1; i < at.to; i++) {
    if (!/^(?:for|with|to)$/.test(tokens[i]!.word) || !leaving.has(tokens[i - 1]!.word)) continue;
    for (let j = i + 2; j < Math.min(at.to, i + 9); j++) {
      if (tokens[j]!.word !== 'to' || !settling.has(tokens[j + 1]?.word ?? '')) continue;
      const about =
        findWord(tokens, { from: at.from, to: i }, extents) >= 0 ||
        findWord(tokens, { from: j, to: Math.min(at.to, j + 8) }, extents) >= 0;
      return about ? { from: i - 1, to: j + 2, slot: { from: i + 1, to: j } } : null;
    }
  }
  return null;
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
