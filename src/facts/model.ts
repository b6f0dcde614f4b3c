import type { Confidence, Context, DocumentKind, DocumentStyle, FrontMatter, Role, Span } from '#base';
import type { Clause, Outline } from '#clauses';
import type { Definition, Modal, Phrases, Range, Sentence, TimePhrase } from '#phrases';
import type { ActionClass, ActionType } from './actions.ts';
import type { Chain } from './chain.ts';
import type { Gate } from './gates.ts';
import type { StyleVote } from './style.ts';

/** Who is meant by a noun phrase (catalogue A.2). */
export interface Actor {
  /**
   * party: a State of the text whose role is not told apart; organ: a body the text creates or tasks; third-body: UNSC, OSCE, NATO …;
   * outside: partners, Europe, the international community; thing: no actor at all ("assistance"); none: no words.
   */
  readonly who: 'guarantor' | 'beneficiary' | 'aggressor' | 'party' | 'organ' | 'third-body' | 'outside' | 'thing' | 'none';
  /** Name of the party or body, folded, when one is named: `poland`, `council`. Empty for a class. */
  readonly name: string;
  /** An organ of the party (its government, parliament, armed forces): its word, else empty. */
  readonly organ: string;
  readonly mode: 'individual' | 'each' | 'joint' | 'collective' | 'organ' | 'third-body' | 'unspecified';
  /** "the Parties" where the beneficiary is one of them, or "all Parties" with the aggressor among them. */
  readonly includesBeneficiary: boolean;
  readonly includesAggressor: boolean;
  readonly at: Range;
  readonly confidence: Confidence;
}

/** A subordinate clause or phrase on which something depends: "if …", "in the event of …", "subject to …", "upon …". */
export interface Condition extends Range {
  readonly opener: string;
  readonly kind: 'event' | 'proviso' | 'until' | 'after' | 'purpose';
}

/** One finite clause of the draft: one duty, power, characterisation or effect (catalogue A, first paragraph). */
export interface Proposition {
  readonly id: number;
  readonly sentence: Sentence;
  readonly clause: Clause;
  readonly context: Context;
  /** The clause with its fronted and trailing adverbials. */
  readonly at: Range;
  readonly actor: Actor;
  /** Noun phrase before the verb; empty range where there is none. */
  readonly subject: Range;
  readonly modal: Modal | null;
  /** After style, embedding, negation and tense (catalogue B): 0 to 9. */
  readonly force: number;
  readonly polarity: 'positive' | 'prohibition' | 'exemption' | 'permission' | 'effect' | 'definition';
  /** Lemma of the main verb, or empty. */
  readonly verb: string;
  readonly verbAt: Range;
  readonly passive: boolean;
  /** Words after the verb, up to the end of the clause. */
  readonly complement: Range;
  readonly action: ActionType;
  readonly actionClass: ActionClass;
  readonly conditions: readonly Condition[];
  /** In a relative clause ("which shall …"): the antecedent is the actor. */
  readonly relative: boolean;
  /** Inside an if-, where- or unless-clause of another proposition: no duty of its own. */
  readonly subordinate: boolean;
  /** A point that lists an item of its lead-in's measure rather than a clause of its own. */
  readonly item: boolean;
  /** Proposition whose measure this item belongs to, or whose modal and subject it shares. */
  readonly parent: number | null;
  readonly confidence: Confidence;
}

/** What a party of the text is called and does. */
export interface Party {
  readonly name: string;
  /** Folded names by which the text calls it. */
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
  /** Where the text first names it; null when only the front matter does. */
  readonly at: Span | null;
}

/** Roles of the text (catalogue 0.3). */
export interface Roles {
  readonly parties: readonly Party[];
  /** Folded class words: `guarantors`, `guaranteeing powers`, `participants` … → role. */
  readonly classes: ReadonlyMap<string, Role | 'party'>;
  /** Every party is guarantor and beneficiary at once (mutual defence). */
  readonly mutual: boolean;
  readonly guarantors: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly aggressors: readonly string[];
  /** Number of guarantors, at least the ones named; 0 when unknown. */
  readonly guarantorCount: number;
  /** Treaty organs the text creates or tasks: folded head word → name as written. */
  readonly organs: ReadonlyMap<string, string>;
}

export type TriggerClass = 'attack' | 'violation' | 'threat' | 'situation';

/** The event that starts a trigger group, as the text words it (catalogue A.5). */
export interface Trigger {
  readonly class: TriggerClass;
  readonly event: string;
  readonly sentence: Sentence;
  /** The noun phrase: "a significant armed attack on the Beneficiary". */
  readonly at: Range;
  /** The noun alone. */
  readonly noun: Range;
  readonly proposition: number | null;
}

/** All the clauses that answer one trigger event (catalogue 0.4). */
export interface TriggerGroup {
  readonly id: string;
  readonly class: TriggerClass;
  /** Label of the article that states the trigger. */
  readonly clause: Clause;
  readonly triggers: readonly Trigger[];
  readonly propositions: readonly Proposition[];
  readonly articles: readonly Clause[];
  readonly confidence: Confidence;
}

/** A proposition that owes something, with what the readers found about it. */
export interface Duty {
  readonly id: string;
  readonly proposition: Proposition;
  readonly group: TriggerGroup | null;
  /** Catalogue 0.5, decisions 1 and 2. */
  readonly core: boolean;
  readonly deadline: Deadline;
  readonly specificity: number;
}

/** How a duty is bound in time (catalogue A.7). */
export interface Deadline {
  readonly kind: 'hard' | 'soft' | 'vague' | 'auto' | 'continuous' | 'none';
  readonly time: TimePhrase | null;
  /** Token range of the vague word, the hedge, or the period. */
  readonly at: Range | null;
  readonly hedge: Range | null;
  readonly confidence: Confidence;
}

/** Everything that has been read of one draft before subjects are made of it. */
export interface Reading {
  readonly outline: Outline;
  readonly phrases: Phrases;
  readonly frontMatter: FrontMatter;
  readonly style: DocumentStyle;
  readonly kind: DocumentKind;
  readonly kindSure: boolean;
  readonly roles: Roles;
  readonly propositions: readonly Proposition[];
  /** Propositions by sentence id. */
  readonly bySentence: ReadonlyMap<number, readonly Proposition[]>;
  readonly groups: readonly TriggerGroup[];
  readonly duties: readonly Duty[];
  /** Duties of each trigger group, in the order of the text. */
  readonly dutiesByGroup: ReadonlyMap<TriggerGroup, readonly Duty[]>;
  readonly gates: readonly Gate[];
  /** The response chain of each trigger group that answers an attack or a violation (catalogue E). */
  readonly chains: readonly Chain[];
  /** Register by vote, with the words counted (B.4). */
  readonly vote: StyleVote;
  /** Units by kind and folded number: `article:5`, `annex:a`, `section:3`, `paragraph:4` (flat texts). */
  readonly units: ReadonlyMap<string, Clause>;
  /** Definitions by folded term. */
  readonly terms: ReadonlyMap<string, Definition>;
  /** Reading contexts only: operative, annex-operative, final-clause (catalogue 0.1). */
  readonly operative: readonly Sentence[];
}
