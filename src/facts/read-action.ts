import type { Token } from '#phrases';
import { heldAct } from './act-nouns.ts';
import { refersTo } from './act-referral.ts';
import {
  comesAbout,
  getsInTouch,
  heldThere,
  isResolve,
  meetsDanger,
  movesAway,
  sanctionWords,
  saysWhether,
} from './act-shapes.ts';
import { type ActionRow, type ActionType, actionTable } from './actions.ts';
import type { Frame } from './frames.ts';
import { findWord, wordSet } from './scan.ts';
import { adverbs } from './words.ts';

const rowsByVerb = new Map<string, ActionRow[]>();
for (const row of actionTable) for (const verb of row.verbs) rowsByVerb.set(verb, [...(rowsByVerb.get(verb) ?? []), row]);
const objectSets = new Map<ActionRow, ReadonlySet<string>>();
const subjectSets = new Map<ActionRow, ReadonlySet<string>>();
for (const row of actionTable) {
  if (row.objects) objectSets.set(row, new Set(row.objects));
  if (row.subjects) subjectSets.set(row, new Set(row.subjects));
}

/** Farthest an object word may stand from its verb. */
const OBJECT_REACH = 28;

/** What the verb and its object do (catalogue A.3). */
export function readAction(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject' | 'complement' | 'passive' | 'conditions' | 'verbAt'>,
): ActionType {
  if (saysWhether(tokens, frame)) return 'determine';
  // "This Treaty applies to the forces of …": scope, and no act.
  if (frame.verb === 'apply' && !frame.passive && tokens[frame.complement.from]?.word === 'to') return 'other';
  if (isResolve(tokens, frame)) return 'reaffirm';
  const referred = refersTo(tokens, frame);
  if (referred) return referred;
  if (getsInTouch(tokens, frame)) return 'consult';
  // "shall do what is needed": help of any kind.
  if (frame.verb === 'do' && /^(?:what|whatever|everything|all|anything)$/.test(tokens[frame.complement.from]?.word ?? ''))
    return 'assist-generic';
  const meeting = heldThere(tokens, frame);
  if (meeting) return meeting;
  if (/^(?:come|sit|get|call|bring|summon)$/.test(frame.verb)) {
    for (let i = frame.complement.from; i < Math.min(frame.complement.to, frame.complement.from + 3); i++)
      if (tokens[i]!.word === 'together') return 'meet';
  }
  if (meetsDanger(tokens, frame)) {
    const near = { from: frame.complement.from, to: Math.min(frame.complement.to, frame.complement.from + 6) };
    return findWord(tokens, near, sanctionWords) >= 0 ? 'sanction-impose' : 'assist-generic';
  }
  const moved = movesAway(tokens, frame) ?? comesAbout(tokens, frame);
  if (moved) return moved;
  const kept = keptSupplied(tokens, frame);
  if (kept) return kept;
  const held = heldAct(tokens, frame);
  const heldRows = held && rowsByVerb.get(held.verb);
  if (heldRows) {
    const type = byRows(tokens, { verb: held.verb, subject: frame.subject }, heldRows, held.words);
    if (type !== 'other') return type;
  }
  const rows = rowsByVerb.get(frame.verb);
  if (!rows) return 'other';
  const words = objectWords(tokens, frame);
  return byRows(tokens, frame, rows, words);
}

const suppliedForms = wordSet('supplied equipped armed furnished provided stocked provisioned');

/** "keep the army supplied with ammunition": the participle behind the object says what is done. */
function keptSupplied(
  tokens: readonly Token[],
  { verb, complement, passive }: Pick<Frame, 'verb' | 'complement' | 'passive'>,
): ActionType | null {
  if (passive || !/^(?:keep|hold|maintain|have)$/.test(verb)) return null;
  const at = findWord(tokens, { from: complement.from, to: Math.min(complement.to, complement.from + 14) }, suppliedForms);
  return at > complement.from && tokens[at + 1]?.word === 'with' ? 'provide-arms' : null;
}

/** The first row of the table whose objects and subjects stand in the words. */
function byRows(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject'>,
  rows: readonly ActionRow[],
  words: readonly string[],
): ActionType {
  // "Funds for drones will be made available": the head of what is made available decides.
  if (frame.verb === 'make') {
    for (const word of words) {
      const row = rows.find((each) => objectSets.get(each)?.has(word));
      if (row) return row.type;
    }
  }
  for (const row of rows) {
    const objects = objectSets.get(row);
    const subjects = subjectSets.get(row);
    if (subjects && findWord(tokens, frame.subject, subjects) < 0) continue;
    if (!objects) return row.type;
    // "shall be made by the authorities of the force" makes nothing available.
    if (frame.verb === 'make' && !words.includes('available')) continue;
    for (const word of words) if (objects.has(word)) return row.type;
  }
  return 'other';
}

/** Words of the object: the complement outside its conditions, or the subject of a passive; "air defence" also as one word. */
function objectWords(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject' | 'complement' | 'passive' | 'conditions'>,
): string[] {
  const ranges = frame.passive
    ? [frame.subject, { from: frame.complement.from, to: Math.min(frame.complement.to, frame.complement.from + 8) }]
    : [{ from: frame.complement.from, to: Math.min(frame.complement.to, frame.complement.from + OBJECT_REACH) }];
  const words: string[] = [];
  if (!frame.passive) skipRecipient(tokens, ranges);
  for (const range of ranges) {
    for (let i = range.from; i < range.to; i++) {
      if (tokens[i]!.word === ';') break;
      if (!frame.passive && i > range.from && isRecipient(tokens, i)) break;
      if (frame.conditions.some((condition) => i >= condition.from && i < condition.to)) continue;
      // "shall keep them in force": no force is kept.
      if (tokens[i]!.word === 'force' && /^(?:in|into)$/.test(tokens[i - 1]?.word ?? '') && !entering(frame)) continue;
      words.push(tokens[i]!.word);
      const next = tokens[i + 1]?.word;
      if (next && (next === 'defence' || next === 'defense' || next === 'picture')) words.push(`${tokens[i]!.word}-${next}`);
    }
  }
  return words;
}

const entering = ({ verb }: Pick<Frame, 'verb'>): boolean => /^(?:enter|come|put|bring|go)$/.test(verb);

/** "support to the armed forces of the Beneficiary": from here on the words name who receives. */
function isRecipient(tokens: readonly Token[], i: number): boolean {
  if (adverbs.has(tokens[i - 1]!.word)) return false;
  if (tokens[i]!.word !== 'to' || /^(?:access|disposal|end|up|amounting|equal|equivalent|close|next)$/.test(tokens[i - 1]!.word))
    return false;
  const next = tokens[i + 1];
  return (
    next !== undefined &&
    (next.word === 'the' || next.word === 'its' || next.word === 'their' || next.capital) &&
    tokens[i - 1]!.kind === 'word'
  );
}

/** "provide the armed forces of Ukraine with ammunition": the object comes after "with". */
function skipRecipient(tokens: readonly Token[], ranges: { from: number; to: number }[]): void {
  const range = ranges[0]!;
  if (!/^(?:provide|supply|furnish|equip)/.test(tokens[range.from - 1]?.word ?? '')) return;
  for (let i = range.from + 1; i < Math.min(range.to, range.from + 14); i++) {
    if (tokens[i]!.kind === 'mark') return;
    if (tokens[i]!.word === 'with') {
      range.from = i + 1;
      return;
    }
  }
}
