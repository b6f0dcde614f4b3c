import type { Modal, Range, Token } from '#phrases';
import type { Frame } from './frames.ts';
import { findWord, wordSet } from './scan.ts';
import { verbAt } from './verbs.ts';
import { adverbs } from './words.ts';

const dutyNouns = wordSet(
  'duty duties obligation obligations task tasks responsibility responsibilities burden charge function mission engagement',
);
/** Verbs by which a duty comes to rest on somebody: "it falls to", "the duty rests on". */
const resting = wordSet('fall lie rest devolve belong attach');
const restsOn = wordSet('to on upon with');
const having = wordSet('have bear assume accept carry owe take undertake');
const charging = wordSet('charge entrust task burden');

/** Farthest the act stands behind the words that name who owes it. */
const OWNER_REACH = 14;

type Act = Pick<Frame, 'subject' | 'verb' | 'verbAt' | 'complement' | 'passive'>;

/**
 * The clause whose grammar hides who does what (catalogue B.1): "it shall be incumbent on the Parties to consult", "it falls to each
 * Guarantor to defend", "the duty to close the airspace rests on the Guarantors", "shall bear the responsibility for defending", "is charged
 * with defending". Gives the frame with the act as its verb and its bearer as its subject; any other frame as it is.
 */
export function impersonal(tokens: readonly Token[], frame: Frame): Frame {
  const bound = obliged(tokens, frame);
  if (bound) return bound;
  const act = expletive(tokens, frame) ?? dutyAsSubject(tokens, frame);
  if (act) return { ...frame, ...act, modal: dutyModal(tokens, frame) };
  const owed = dutyAsObject(tokens, frame);
  return owed ? { ...frame, ...owed, modal: dutyModal(tokens, frame) } : frame;
}

/** "Every Armed Attack obliges each Guarantor to place a brigade": the event obliges, and the Guarantor acts. */
function obliged(tokens: readonly Token[], frame: Frame): Frame | null {
  if (!obliging.has(frame.verb) || frame.passive) return null;
  if (frame.modal !== null && frame.modal.form !== 'shall' && frame.modal.form !== 'will') return null;
  const { from, to } = frame.complement;
  if (!eventHeads.has(tokens[frame.subject.from]?.word ?? '') || findWord(tokens, frame.subject, blows) < 0) return null;
  for (let i = from + 1; i < Math.min(to, from + 10); i++) {
    if (tokens[i]!.kind === 'mark') return null;
    const lemma = tokens[i]!.word === 'to' ? verbAt(tokens[i + 1]?.word ?? '') : null;
    if (!lemma) continue;
    return {
      ...frame,
      subject: { from, to: i },
      verb: lemma,
      verbAt: { from: i + 1, to: i + 2 },
      complement: { from: i + 2, to },
      conditions: [{ from: frame.subject.from, to: frame.subject.to, opener: 'upon', kind: 'event' }],
    };
  }
  return null;
}

const obliging = wordSet('oblige bind require compel commit obligate');
const eventHeads = wordSet('every any an a each such the this');
const blows = wordSet('attack aggression invasion incursion breach violation hostilities');

/** "It is the duty of …": the words state a duty although no modal does. */
function dutyModal(tokens: readonly Token[], { modal, verbAt: at }: Frame): Modal | null {
  if (modal) return modal.opens === 'verb' ? modal : { ...modal, opens: 'verb' };
  return tokens[at.from]?.word === 'would'
    ? null
    : { from: at.from, to: at.to, form: 'is to', force: 7, kind: 'duty', negated: false, opens: 'verb' };
}

/** "It shall be for the attacked Party alone to determine", "it falls to the Guarantors to defend": who stands before "to" does what follows it. */
function expletive(tokens: readonly Token[], frame: Frame): Act | null {
  const { from, to } = frame.complement;
  if (tokens[frame.subject.from]?.word !== 'it') return null;
  const open = frame.verb === 'be' ? bearerBehindBe(tokens, from) : resting.has(frame.verb) ? bearerAfter(tokens, from) : -1;
  if (open < 0) return null;
  for (let i = open + 1; i < Math.min(to, open + OWNER_REACH); i++) {
    if (tokens[i]!.word !== 'to') continue;
    const at = pastAdverbs(tokens, i + 1, to);
    const lemma = verbAt(tokens[at]?.word ?? '');
    if (lemma)
      return {
        subject: { from: open, to: i },
        verb: lemma,
        verbAt: { from: at, to: at + 1 },
        complement: { from: at + 1, to },
        passive: false,
      };
  }
  return null;
}

/** Where the bearer begins behind "be": "for X", "up to X", "incumbent on X", "the duty of X"; -1 if nowhere. */
function bearerBehindBe(tokens: readonly Token[], from: number): number {
  const at = pastAdverbs(tokens, from, from + 3);
  const word = tokens[at]?.word ?? '';
  if (word === 'for' || word === 'upto') return at + 1;
  if (word === 'up') return at + 2;
  if (word === 'incumbent' || word === 'binding') return bearerAfter(tokens, at + 1);
  for (let i = at; i < at + 4; i++)
    if (dutyNouns.has(tokens[i]?.word ?? '') && /^(?:of|for)$/.test(tokens[i + 1]?.word ?? '')) return i + 2;
  return -1;
}

function bearerAfter(tokens: readonly Token[], at: number): number {
  const next = pastAdverbs(tokens, at, at + 2);
  return restsOn.has(tokens[next]?.word ?? '') ? next + 1 : -1;
}

/** "The duty to defend the Beneficiary rests on each Guarantor": the act stands in the subject, its bearer behind the verb. */
function dutyAsSubject(tokens: readonly Token[], frame: Frame): Act | null {
  const { subject, complement } = frame;
  const rests = resting.has(frame.verb) || (frame.passive && /^(?:impose|lay|confer|place)$/.test(frame.verb));
  const bearer = rests
    ? bearerAfter(tokens, complement.from)
    : frame.verb === 'be' && tokens[complement.from]?.word === 'incumbent'
      ? bearerAfter(tokens, complement.from + 1)
      : -1;
  if (bearer < 0) return null;
  const act = actOfDuty(tokens, subject);
  if (!act) return null;
  let end = bearer;
  while (end < complement.to && tokens[end]!.kind !== 'mark') end++;
  return {
    subject: { from: bearer, to: end },
    verb: act.verb,
    verbAt: { from: act.at, to: act.at + 1 },
    complement: { from: act.at + 1, to: subject.to },
    passive: false,
  };
}

/** "shall bear the responsibility for defending", "is charged with defending": the act is the noun's, and the subject stays. */
function dutyAsObject(tokens: readonly Token[], frame: Frame): Act | null {
  const { complement, subject } = frame;
  const head = { from: complement.from, to: Math.min(complement.to, complement.from + 12) };
  const act =
    frame.passive && charging.has(frame.verb) && tokens[complement.from]?.word === 'with'
      ? gerund(tokens, complement.from + 1, complement.to)
      : !frame.passive && having.has(frame.verb)
        ? actOfDuty(tokens, head)
        : null;
  if (!act) return null;
  return {
    subject,
    verb: act.verb,
    verbAt: { from: act.at, to: act.at + 1 },
    complement: { from: act.at + 1, to: complement.to },
    passive: false,
  };
}

/** The act that a duty noun opens within four words of the range: "the duty to defend", "the task of defending". */
function actOfDuty(tokens: readonly Token[], range: Range): { readonly verb: string; readonly at: number } | null {
  for (let i = range.from; i < Math.min(range.to, range.from + 4); i++) {
    const { word, kind } = tokens[i]!;
    if (kind === 'mark' || word === 'no') return null;
    if (!dutyNouns.has(word)) continue;
    const next = tokens[i + 1]?.word;
    if (next === 'of' || next === 'for') return gerund(tokens, i + 2, range.to);
    if (next !== 'to') return null;
    const at = pastAdverbs(tokens, i + 2, range.to);
    const verb = verbAt(tokens[at]?.word ?? '');
    return verb && verb === tokens[at]!.word ? { verb, at } : null;
  }
  return null;
}

function gerund(tokens: readonly Token[], from: number, to: number): { readonly verb: string; readonly at: number } | null {
  const at = pastAdverbs(tokens, from, to);
  const word = tokens[at]?.word ?? '';
  const verb = at < to && word.endsWith('ing') ? verbAt(word) : null;
  // "responsibility for making arrangements": a light verb names no act.
  return verb && verb !== 'make' && verb !== 'take' ? { verb, at } : null;
}

function pastAdverbs(tokens: readonly Token[], from: number, to: number): number {
  let i = from;
  while (i < to && adverbs.has(tokens[i]?.word ?? '')) i++;
  return i;
}
