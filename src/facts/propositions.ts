import type { Confidence, DocumentStyle } from '#base';
import type { Sentence, Token } from '#phrases';
import { actionClass } from './actions.ts';
import { agentOf, resolveActor } from './actors.ts';
import { gradeForce } from './force.ts';
import { type Frame, readFrames } from './frames.ts';
import type { Actor, Proposition, Roles } from './model.ts';
import { readAction } from './read-action.ts';

const noOne: Actor = {
  who: 'none',
  name: '',
  organ: '',
  mode: 'unspecified',
  includesBeneficiary: false,
  includesAggressor: false,
  at: { from: 0, to: 0 },
  confidence: 'inferred',
};

/** Contexts in which propositions are read at all; the rules choose among them (catalogue 0.1, DRF008). */
const readable = new Set([
  'operative',
  'annex-operative',
  'final-clause',
  'preamble',
  'definition',
  'annex-informative',
  'table',
]);

/**
 * Every finite clause of the draft with its actor, force and action (catalogue A.2, A.3, B). Takes the sentences, the roles and the
 * style. Gives propositions in the order of the text; `id` is the index. Linear in the text.
 */
export function readPropositions(sentences: readonly Sentence[], roles: Roles, style: DocumentStyle): Proposition[] {
  const out: Proposition[] = [];
  let before: Actor | null = null;
  let article: unknown = null;
  for (const sentence of sentences) {
    if (!readable.has(sentence.context) || sentence.block.kind === 'heading') continue;
    const home = homeOf(sentence);
    if (home !== article) {
      before = null;
      article = home;
    }
    const frames = readFrames(sentence);
    const base = out.length;
    for (const frame of frames) {
      const proposition = makeProposition(out.length, sentence, frame, frames, base, out, roles, style, before);
      out.push(proposition);
      if (proposition.actor.who !== 'thing' && proposition.actor.who !== 'none' && !frame.subordinate) before = proposition.actor;
    }
  }
  return out;
}

function homeOf(sentence: Sentence): unknown {
  let clause = sentence.clause;
  while (clause.parent && clause.kind !== 'article' && clause.kind !== 'annex' && clause.parent.kind !== 'document')
    clause = clause.parent;
  return clause;
}

function makeProposition(
  id: number,
  sentence: Sentence,
  frame: Frame,
  frames: readonly Frame[],
  base: number,
  done: readonly Proposition[],
  roles: Roles,
  style: DocumentStyle,
  before: Actor | null,
): Proposition {
  const { tokens } = sentence;
  const shared = frame.shares === null ? null : (done[base + frame.shares] ?? null);
  const theme = frame.antecedent ?? frame.subject;
  const subject = resolveActor(tokens, theme, roles, fronted(tokens, frame, roles) ?? before ?? beside(done, sentence), {
    from: frame.at.from,
    to: Math.min(frame.verbAt.to + 14, frame.at.to),
  });
  const earlier = done[done.length - 1];
  const action = isCharacterising(frame)
    ? 'declare'
    : doesSo(tokens, frame) && earlier?.sentence === sentence
      ? earlier.action
      : readAction(tokens, frame);
  // "may be called upon by Brenn and shall answer": the agent of the passive is not who answers.
  let actor =
    shared &&
    !(shared.passive && !frame.passive) &&
    theme.from === (frames[frame.shares!]?.antecedent ?? frames[frame.shares!]?.subject)?.from
      ? shared.actor
      : subject;
  if (frame.passive || (subject.who === 'thing' && !frame.modal)) {
    actor =
      (frame.passive ? agentOf(tokens, frame.complement, roles, before) : null) ??
      (frame.passive ? passiveActor(frame.verb, subject) : subject);
  }
  const inherited = frame.verbAt.from < sentence.own || (frame.modal !== null && frame.modal.from < sentence.own);
  const { force, polarity } = gradeForce(frame, frames, tokens, style, actor, action);
  const confidence: Confidence = inherited || actor.confidence === 'inherited' ? 'inherited' : 'explicit';
  return {
    id,
    sentence,
    clause: sentence.clause,
    context: sentence.context,
    at: frame.at,
    actor,
    subject: theme,
    modal: frame.modal,
    force,
    polarity,
    verb: frame.verb,
    verbAt: frame.verbAt,
    passive: frame.passive,
    complement: frame.complement,
    action,
    actionClass: actionClass(action),
    conditions: frame.conditions,
    relative: frame.relative,
    subordinate: frame.subordinate,
    item: frame.item,
    parent: frame.shares === null ? null : base + frame.shares,
    confidence,
  };
}

/** "As soon as the Council is satisfied …, it will": the subject of a condition that stands in front. */
function fronted(tokens: readonly Token[], frame: Frame, roles: Roles): Actor | null {
  const word = tokens[frame.subject.from]?.word;
  if ((word !== 'it' && word !== 'they') || frame.subject.to - frame.subject.from > 2) return null;
  for (const condition of frame.conditions) {
    if (condition.to > frame.subject.from) continue;
    const from = condition.from + condition.opener.split(' ').length;
    const actor = resolveActor(tokens, { from, to: Math.min(condition.to, from + 10) }, roles, null);
    if (actor.who !== 'thing' && actor.who !== 'none') return actor;
  }
  return null;
}

/** "If a Party alleges …, it shall": who acts in the clause beside, where none came before. */
function beside(done: readonly Proposition[], sentence: Sentence): Actor | null {
  for (let i = done.length - 1; i >= 0 && done[i]!.sentence === sentence; i--) {
    const { actor } = done[i]!;
    if (actor.who !== 'thing' && actor.who !== 'none') return actor;
  }
  return null;
}

/** "and shall do so at the earliest moment": the act of the clause before. */
function doesSo(tokens: Sentence['tokens'], frame: Frame): boolean {
  return frame.verb === 'do' && tokens[frame.complement.from]?.word === 'so';
}

/** "shall be considered an attack on all": a name for the event, and nothing done. */
function isCharacterising(frame: Frame): boolean {
  return frame.modal?.kind === 'effect' && /\b(?:deemed|considered|regarded|treated)\b/.test(frame.modal.form);
}

/** "The Force is authorised to …", "the Parties are bound to": the grammatical subject stays the actor of some passives. */
function passiveActor(verb: string, subject: Actor): Actor {
  const own = new Set([
    'bind',
    'oblige',
    'require',
    'authorise',
    'authorize',
    'entitle',
    'commit',
    'determine',
    'resolve',
    'prepare',
    'prohibit',
    'forbid',
    'represent',
    'compose',
    'permit',
    'allow',
    'release',
    'equip',
  ]);
  return own.has(verb) ? subject : { ...noOne, at: subject.at };
}
