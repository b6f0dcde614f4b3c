import type { Modal, Range, Token } from '#phrases';
import { heldAct } from './act-nouns.ts';
import type { Verb } from './frame-verbs.ts';
import { wordSet } from './scan.ts';
import { verbAt } from './verbs.ts';
import { adverbs, prepositions } from './words.ts';

/**
 * Nouns in which a promise is held, with the force of their verbs (catalogue B.3): "our commitment to provide" commits to provide, "the
 * intention of the Guarantors to deploy" intends to.
 */
const promiseNouns: ReadonlyMap<string, number> = new Map(
  (
    [
      [8, 'undertaking undertakings'],
      [6, 'commitment commitments pledge pledges promise promises engagement vow assurance assurances word'],
      [5, 'effort efforts endeavour endeavours endeavor endeavors'],
      [4, 'readiness willingness preparedness'],
      [
        3,
        'intention intentions intent ambition ambitions aim aims goal goals plan plans aspiration aspirations objective policy',
      ],
      [2, 'desire wish hope hopes'],
      [1, 'determination resolve'],
    ] as const
  ).flatMap(([force, nouns]) => nouns.split(' ').map((noun) => [noun, force] as const)),
);

/** Verbs by which a promise held in a noun is given. Those that only recall one ("reaffirm") give none. */
const giving = wordSet('announce make give renew express declare state assume offer extend undertake enter have share proclaim');
/** Verbs under a modal whose object may hold the act: "will continue its efforts to supply". */
const pursuing = wordSet('continue pursue make intensify redouble increase maintain sustain undertake step keep');
const denying = wordSet('no not without neither never');

/** Farthest the noun of a promise stands behind its verb, and its "to" behind the noun. */
const NOUN_REACH = 7;
const OWNER_REACH = 9;

/** The clause read through the noun: the act's own verb under a modal of the noun's force, and the subject where the noun names whose promise it is. */
export interface Promised {
  readonly modal: Modal;
  readonly main: Verb;
  readonly subject: Range | null;
}

/**
 * Reads through a noun that holds a promise: "commit to a shared ambition to support", "announce our commitment to consult", "it is the
 * intention of the Guarantors to deploy", "the aim is to deliver". Null where the verb has no such noun.
 */
export function throughPromise(
  tokens: readonly Token[],
  modal: Modal | null,
  main: Verb,
  subject: Range,
  end: number,
): Promised | null {
  if (main.passive) return null;
  const head = subjectPromise(tokens, modal, main, subject) ?? arisingDuty(tokens, modal, main, subject);
  if (head) return head;
  const expletive = main.verb === 'be' && tokens[subject.from]?.word === 'it' && subject.to - subject.from <= 2;
  // After "commit to" a noun may stand where others have a verb.
  const bare = modal?.opens === 'verb' && verbAt(tokens[main.verbAt.from]?.word ?? '') === null;
  const carries = modal === null || modal.opens === 'noun' ? giving : pursuing;
  if (!expletive && !bare && !carries.has(main.verb)) return null;
  const from = bare ? main.verbAt.from : main.verbAt.to;
  const noun = nounOf(tokens, from, end);
  const act = noun < 0 ? null : actBehind(tokens, noun, end);
  // "remain committed to diplomacy": a cause, and no act.
  const cause = bare && !act && /committed to$/.test(modal.form);
  if (cause && !heldAct(tokens, { ...main, subject: { from: 0, to: 0 }, complement: { from: main.verbAt.to, to: end } }))
    return { modal: { ...modal, force: 1, kind: 'declaration', opens: 'noun' }, main, subject: null };
  if (!act) return null;
  const own = promiseNouns.get(tokens[noun]!.word)!;
  const governs = modal?.opens === 'verb' && modal.kind !== 'prohibition' ? modal : null;
  return {
    modal: {
      from: modal?.from ?? main.verbAt.from,
      to: act.to + 1,
      form: governs?.form ?? `${tokens[noun]!.word} to`,
      force: governs ? Math.min(governs.force, own) : own,
      kind: governs?.kind ?? 'duty',
      negated: act.negated,
      opens: 'verb',
    },
    main: { verb: act.verb, verbAt: { from: act.at, to: act.at + 1 }, passive: false },
    subject: expletive ? ownerOf(tokens, from, noun, act.to) : null,
  };
}

/** "The intention of the Guarantors is to deploy": the subject holds the promise. */
function subjectPromise(tokens: readonly Token[], modal: Modal | null, main: Verb, subject: Range): Promised | null {
  if (modal?.form !== 'is to' && modal?.form !== 'are to') return null;
  const noun = nounOf(tokens, subject.from, subject.to);
  if (noun < 0) return null;
  const { word } = tokens[noun]!;
  return {
    modal: { ...modal, form: `${word} to`, force: Math.min(modal.force, promiseNouns.get(word)!) },
    main,
    subject: ownerOf(tokens, subject.from, noun, subject.to),
  };
}

const dutyNouns = wordSet('duty obligation responsibility undertaking commitment');
const arising = wordSet('arise begin start commence apply exist come take fall follow');

/** "The duty of a Guarantor to send its forces arises when …": the duty is what its infinitive says, under the condition of its beginning. */
function arisingDuty(tokens: readonly Token[], modal: Modal | null, main: Verb, subject: Range): Promised | null {
  if (!arising.has(main.verb) || (modal !== null && modal.kind !== 'duty' && modal.kind !== 'effect')) return null;
  for (let i = subject.from; i < Math.min(subject.to, subject.from + 4); i++) {
    const { word } = tokens[i]!;
    if (denying.has(word) || prepositions.has(word)) return null;
    if (!dutyNouns.has(word)) continue;
    const act = actBehind(tokens, i, subject.to);
    if (!act || act.negated) return null;
    return {
      modal: { from: i, to: act.to + 1, form: `${word} to`, force: 8, kind: 'duty', negated: false, opens: 'verb' },
      main: { verb: act.verb, verbAt: { from: act.at, to: act.at + 1 }, passive: false },
      subject: tokens[i + 1]?.word === 'of' ? { from: i + 2, to: act.to } : { from: subject.from, to: i },
    };
  }
  return null;
}

/** The promise noun that heads the noun phrase; -1 where there is none or it is denied. */
function nounOf(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + NOUN_REACH); i++) {
    const { word, kind } = tokens[i]!;
    if (denying.has(word) || (kind === 'mark' && word !== "'") || prepositions.has(word)) return -1;
    if (promiseNouns.has(word) && tokens[i + 1]?.word !== "'s") return i;
  }
  return -1;
}

/** The act that a promise noun opens: behind "to", at once or past its owner ("of the Guarantors"). */
function actBehind(
  tokens: readonly Token[],
  noun: number,
  end: number,
): { readonly to: number; readonly at: number; readonly verb: string; readonly negated: boolean } | null {
  let to = noun + 1;
  if (tokens[to]?.word === 'of') while (to < Math.min(end, noun + OWNER_REACH) && tokens[to]!.word !== 'to') to++;
  const negated = tokens[to]?.word === 'not';
  if (negated) to++;
  if (to >= end || tokens[to]?.word !== 'to') return null;
  let at = to + 1;
  while (at < end && adverbs.has(tokens[at]!.word)) at++;
  const word = tokens[at]?.word ?? '';
  const verb = at < end ? verbAt(word) : null;
  return verb && (word === verb || word.endsWith('ing')) ? { to, at, verb, negated } : null;
}

/** Whose promise it is: "of the Guarantors" behind the noun, else what stands before it ("our", "Brenn's"). */
function ownerOf(tokens: readonly Token[], from: number, noun: number, to: number): Range {
  return tokens[noun + 1]?.word === 'of' ? { from: noun + 2, to } : { from, to: noun };
}
