import type { Range, Token } from '#phrases';
import type { ActionType } from './actions.ts';
import type { Frame } from './frames.ts';
import { findWord, wordSet } from './scan.ts';
import { prepositions } from './words.ts';

const consultations = wordSet('consultation consultations talks discussions exchange');
const answers = wordSet('response responses answer reaction reply consequences');
const meetings = wordSet('meeting meetings session summit conference');

/** "There shall be consultations among the three": what takes place is the act. */
export function heldThere(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject' | 'complement' | 'passive'>,
): ActionType | null {
  const there = tokens[frame.subject.from]?.word === 'there' && frame.verb === 'be';
  const near =
    there || causes(tokens, frame)
      ? { from: frame.complement.from, to: Math.min(frame.complement.to, frame.complement.from + 7) }
      : /^(?:take|follow|occur|ensue)$/.test(frame.verb)
        ? frame.subject
        : null;
  if (!near) return null;
  if (findWord(tokens, near, consultations) >= 0) return 'consult';
  if (findWord(tokens, near, meetings) >= 0) return 'meet';
  // "there will be a firm response": an answer, whoever gives it.
  return there && tokens[near.from]?.word !== 'no' && findWord(tokens, near, answers) >= 0 ? 'assist-generic' : null;
}

/** "An attack shall give rise to consultations", "shall be followed by a meeting": the event leads to the act. */
function causes(
  tokens: readonly Token[],
  { verb, complement, passive }: Pick<Frame, 'verb' | 'complement' | 'passive'>,
): boolean {
  const next = tokens[complement.from]?.word;
  if (passive) return verb === 'follow' && next === 'by';
  if (verb === 'give') return next === 'rise' || next === 'occasion';
  if (verb === 'call') return next === 'for';
  return /^(?:entail|occasion|prompt|lead|result|trigger|require|involve|produce)$/.test(verb);
}

const touches = wordSet('contact touch communication communications');
const reaching = wordSet('place put get be keep remain enter establish take make come stay maintain bring');

/** "shall place themselves in contact", "will be in touch with one another": talk, whatever the verb. */
export function getsInTouch(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'complement' | 'passive'>): boolean {
  if (!reaching.has(frame.verb) || frame.passive) return false;
  for (let i = frame.complement.from; i < Math.min(frame.complement.to, frame.complement.from + 7); i++) {
    const { word, kind } = tokens[i]!;
    if (kind === 'mark' || word === 'of') return false;
    if (touches.has(word)) return tokens[i + 1]?.word !== 'of';
  }
  return false;
}

/** "We are determined to help": a state of mind, and no decision taken on the day. */
export function isResolve(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'verbAt'>): boolean {
  const { from, to } = frame.verbAt;
  if (!/^(?:determine|resolve|decide)$/.test(frame.verb) || !/^(?:are|is|remain|remains|be)$/.test(tokens[from]!.word))
    return false;
  return tokens[to]?.word === 'to' || tokens[to - 1]?.word === 'to';
}

/** "would meet that danger", "will be met with a firm answer": no meeting. */
export function meetsDanger(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'complement' | 'passive'>): boolean {
  if (frame.verb !== 'meet') return false;
  if (frame.passive) return /^(?:with|by)$/.test(tokens[frame.complement.from]?.word ?? '');
  let from = frame.complement.from;
  // "to meet by all means in their power any attack": how it is met may stand before what is met.
  if (/^(?:by|with)$/.test(tokens[from]?.word ?? '') && /^(?:all|every|any|force|armed)$/.test(tokens[from + 1]?.word ?? ''))
    while (
      from < Math.min(frame.complement.to, frame.complement.from + 10) &&
      !/^(?:an?|any|such|every)$/.test(tokens[from]!.word)
    )
      from++;
  for (let i = from; i < Math.min(frame.complement.to, from + 5); i++) {
    if (prepositions.has(tokens[i]!.word)) return false;
    if (/^(?:danger|dangers|threat|threats|attack|attacks|aggression)$/.test(tokens[i]!.word)) return true;
  }
  return false;
}

export const sanctionWords = wordSet('sanction sanctions embargo embargoes tariffs');
const responses = wordSet('response responses answer reaction reply counter-measures countermeasures retaliation action');
const forceWords = wordSet(
  `force forces troops brigade brigades battalion battalions contingent contingents unit units squadron squadrons personnel soldiers
  garrison garrisons company companies army armies fleet regiment regiments detachment detachments men weapons artillery tanks`,
);
const leaving = wordSet('out away home back off');

/** "recall its personnel", "shall be moved out of Brenn", "bring the garrison home", "keeps its troops out of": forces leave or stay away. */
export function movesAway(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject' | 'complement' | 'passive'>,
): ActionType | null {
  const { verb, complement } = frame;
  const object = frame.passive || verb === 'leave' || verb === 'depart' || verb === 'go' ? frame.subject : complement;
  if (verb === 'recall') return findWord(tokens, object, forceWords) >= 0 ? 'withdraw' : null;
  if (/^(?:leave|depart)$/.test(verb)) return heads(tokens, object, forceWords) ? 'withdraw' : null;
  if (!/^(?:move|bring|take|send|march|keep|transfer|draw|pull|fly|ship|carry|go|hold|stay|remain)$/.test(verb)) return null;
  const found = findWord(tokens, object, forceWords);
  if (found < 0) return null;
  for (let i = complement.from; i < Math.min(complement.to, complement.from + 12); i++) {
    const { word, kind } = tokens[i]!;
    if (kind === 'mark') return null;
    if (!leaving.has(word)) continue;
    const next = tokens[i + 1]?.word ?? '';
    if (word === 'out' ? next === 'of' : word === 'home' || word === 'away' || (word === 'back' && next !== 'to'))
      return 'withdraw';
  }
  return null;
}

/** The words stand in the noun phrase itself, and not in a phrase behind a preposition. */
function heads(tokens: readonly Token[], at: Range, words: ReadonlySet<string>): boolean {
  for (let i = at.from; i < at.to; i++) {
    if (prepositions.has(tokens[i]!.word)) return false;
    if (words.has(tokens[i]!.word)) return true;
  }
  return false;
}

/** "a military response follows", "every sanction comes back into force": what comes about is the act, and nobody is named. */
export function comesAbout(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'subject' | 'complement'>): ActionType | null {
  if (/^(?:follow|ensue)$/.test(frame.verb)) {
    if (heads(tokens, frame.subject, responses)) return 'assist-generic';
    return heads(tokens, frame.subject, sanctionWords) ? 'sanction-impose' : null;
  }
  if (!/^(?:come|snap|return|go|revive|enter|be)$/.test(frame.verb) || !heads(tokens, frame.subject, sanctionWords)) return null;
  if (frame.verb === 'revive' || frame.verb === 'return') return 'sanction-snapback';
  const next = tokens[frame.complement.from]?.word ?? '';
  return next === 'back' || next === 'again' || next === 'anew' ? 'sanction-snapback' : null;
}

const saying = new Set([
  'state',
  'report',
  'declare',
  'say',
  'announce',
  'conclude',
  'confirm',
  'rule',
  'inform',
  'publish',
  'advise',
]);

/** "shall state within six hours whether an attack has occurred": a finding, whatever the verb. */
export function saysWhether(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'complement'>): boolean {
  if (!saying.has(frame.verb)) return false;
  for (let i = frame.complement.from; i < Math.min(frame.complement.to, frame.complement.from + 40); i++)
    if (tokens[i]!.word === 'whether' && tokens[i + 1]?.word !== 'or') return true;
  return false;
}
