import { said } from '#phrases';
import type { Facts } from './index.ts';
import type { Actor, Duty, Proposition, Reading } from './model.ts';
import { plainSubject } from './subjects/trait.ts';

/** One finite clause as a person or a program checks it: who, how bindingly, does what, on which condition, by when. */
export interface ClauseReading {
  readonly clause: string | null;
  readonly context: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly actor: string;
  readonly actorWords: string;
  readonly mode: string;
  readonly modal: string;
  readonly force: number;
  readonly polarity: string;
  readonly verb: string;
  readonly action: string;
  readonly actionClass: string;
  readonly conditions: readonly { readonly kind: string; readonly words: string }[];
  readonly deadline: { readonly kind: string; readonly hours: number | null; readonly clock: string; readonly words: string };
  readonly core: boolean;
  readonly group: string | null;
  /** Reads as part of another clause: relative, subordinate or an item of a list. */
  readonly role: 'main' | 'relative' | 'subordinate' | 'item';
  readonly confidence: string;
}

/** Everything read of one draft, as plain data (`inspect --after facts --format json`). */
export function factsData({ reading, subjects, chains }: Facts) {
  return {
    kind: reading.kind,
    kindSure: reading.kindSure,
    style: reading.style,
    styleScore: reading.vote.score,
    parties: reading.roles.parties.map(({ name, aliases, roles }) => ({ name, aliases, roles })),
    mutual: reading.roles.mutual,
    clauses: clauseReadings(reading),
    groups: reading.groups.map((group) => ({
      id: group.id,
      clause: group.clause.label,
      articles: group.articles.map((article) => article.label),
      triggers: group.triggers.map((trigger) => ({
        event: trigger.event,
        clause: trigger.sentence.clause.label,
        words: said(trigger.sentence, trigger.at),
      })),
    })),
    gates: reading.gates.map((gate) => ({
      type: gate.type,
      clause: gate.proposition.clause.label,
      words: said(gate.sentence, gate.at),
      holder: gate.holder ? actorOf(gate.holder) : null,
      quorum: gate.quorum,
      controls: gate.controls,
      silence: gate.silence,
      bounded: gate.bounded,
      group: gate.group?.id ?? null,
    })),
    subjects: subjects.map(plainSubject),
    chains,
  };
}

/** Every finite clause of the draft in the order of the text. */
export function clauseReadings(reading: Reading): ClauseReading[] {
  const duties = new Map<Proposition, Duty>(reading.duties.map((duty) => [duty.proposition, duty]));
  return reading.propositions.map((proposition) => readingOf(proposition, duties.get(proposition) ?? null));
}

function readingOf(proposition: Proposition, duty: Duty | null): ClauseReading {
  const { sentence, at, actor, modal } = proposition;
  const own = { from: Math.max(at.from, proposition.item ? sentence.own : at.from), to: at.to };
  const deadline = duty?.deadline;
  return {
    clause: proposition.clause.label === '' ? null : proposition.clause.label,
    context: proposition.context,
    words: said(sentence, own),
    start: sentence.tokens[own.from]?.start ?? sentence.span.start,
    end: sentence.tokens[own.to - 1]?.end ?? sentence.span.end,
    actor: actorOf(actor),
    actorWords: said(sentence, actor.at),
    mode: actor.mode,
    modal: modal ? said(sentence, modal) : '',
    force: proposition.force,
    polarity: proposition.polarity,
    verb: proposition.verb,
    action: proposition.action,
    actionClass: proposition.actionClass,
    conditions: proposition.conditions.map((condition) => ({ kind: condition.kind, words: said(sentence, condition) })),
    deadline: {
      kind: deadline?.kind ?? 'none',
      hours: deadline?.time?.hours ?? null,
      clock: deadline?.time?.clock ?? '',
      words: deadline?.at ? said(sentence, deadline.at) : '',
    },
    core: duty?.core ?? false,
    group: duty?.group?.id ?? null,
    role: proposition.subordinate ? 'subordinate' : proposition.relative ? 'relative' : proposition.item ? 'item' : 'main',
    confidence: proposition.confidence,
  };
}

function actorOf(actor: Actor): string {
  return `${actor.who}${actor.name ? `: ${actor.name}` : ''}${actor.organ ? ` (${actor.organ})` : ''}`;
}
