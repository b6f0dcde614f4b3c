import type { Context, Span } from '#base';
import type { Block, Clause } from '#clauses';

/** What is known of a word wherever it stands. */
export interface Lexeme {
  /** Lower case. */
  readonly word: string;
  /** As written. */
  readonly raw: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital. */
  readonly capital: boolean;
  /** The classes that list it (`classesOf`). */
  readonly classes: readonly number[];
  /** As lexicon entries see it: a hyphenated word in its parts, in British spelling. */
  readonly parts: readonly string[];
  /** Answers that readers keep: two bits for each question (`askOnce`). */
  answers: number;
}

/** One word, number or mark, with its place in the draft. Hyphenated words are one token; an apostrophe-s is split off (`'s`). */
export interface Token {
  /** Lower case. */
  readonly word: string;
  /** As written. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital. */
  readonly capital: boolean;
  /** From the lead-in of a list: its words count for the point but are not the point's own. */
  readonly inherited: boolean;
  readonly lexeme: Lexeme;
}

/** Token indices of one sentence, end-exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A hit of a lexicon entry (catalogue C). */
export interface Hit extends Range {
  /** `L1` … `L22`. */
  readonly lexicon: string;
  /** The entry as written in the lexicon. */
  readonly entry: string;
  /** Sub-list, e.g. `weak` of L10, `military` of L14, rank `1` of L4; empty where there is none. */
  readonly tag: string;
  /** Token range of the `<self>` or `<party>` slot: the judge, when the entry has one. */
  readonly slot: Range | null;
}

export type TimeUnit = 'hour' | 'day' | 'calendar-day' | 'working-day' | 'week' | 'month' | 'year' | 'minute';

/** Event that starts a clock (catalogue A.7), `event` where the words name something else. */
export type ClockStart =
  | 'attack'
  | 'trigger-time'
  | 'notice'
  | 'request'
  | 'finding'
  | 'decision'
  | 'meeting'
  | 'signature'
  | 'entry-into-force'
  | 'deposit'
  | 'date'
  | 'ceasefire'
  | 'event'
  | 'none'
  | 'ambiguous';

/** A time expression: "within 72 hours after the Trigger Time", "for ten years", "on the ninetieth day", "H+24", "by 1 June 2026". */
export interface TimePhrase extends Range {
  /**
   * limit: must be done by then ("within", "not later than", "by", "at H+24", "24 hours after", "in N hours");
   * duration: "for a period of ten years"; recurrence: "every six months", "twice a year", "each calendar year";
   * date: a bare date; notice: "by six months' notice"; age: anything else with a number and a unit.
   */
  readonly kind: 'limit' | 'duration' | 'recurrence' | 'date' | 'notice' | 'other';
  readonly value: number | null;
  readonly unit: TimeUnit | null;
  /** Worst case in hours (catalogue E.1.4); null for dates. */
  readonly hours: number | null;
  /** ISO date of a fixed date, else null. */
  readonly date: string | null;
  readonly clock: ClockStart;
  /** Words that name the start. */
  readonly clockAt: Range | null;
  /** "in any event", "at the latest", "and no later than": closes a vague word or an earlier soft target. */
  readonly outer: boolean;
  /** "not later than", "within", "at most": an upper bound; false for "not less than" and "at least" (a floor). */
  readonly ceiling: boolean;
}

/** A reference to a unit of this or another instrument (DRF002, PKG005). */
export interface Reference extends Range {
  readonly unit:
    | 'article'
    | 'paragraph'
    | 'point'
    | 'section'
    | 'part'
    | 'chapter'
    | 'annex'
    | 'protocol'
    | 'schedule'
    | 'appendix'
    | 'plan'
    | 'instrument';
  /** Folded keys, ranges expanded at their ends only: "Articles 4 to 6" is first `4`, last `6`; "Article 5(2)(a)" is path ['5','2','a']. */
  readonly path: readonly string[];
  readonly last: string | null;
  /** this: same instrument; external: another one ("of the Charter of the United Nations"); relative: "this Article", "the preceding paragraph". */
  readonly target: 'this' | 'external' | 'relative';
  /** Title of the other instrument as written, or empty. */
  readonly of: string;
}

/** What a modal or performative does (catalogue B.3). */
export type ModalKind =
  | 'duty'
  | 'prohibition'
  | 'permission'
  | 'exemption'
  | 'effect'
  | 'right'
  | 'declaration'
  | 'definition'
  | 'process';

/** A modal or performative as found in the words, before style correction. */
export interface Modal extends Range {
  readonly form: string;
  /** Catalogue B, treaty style: 0 to 9. */
  readonly force: number;
  readonly kind: ModalKind;
  readonly negated: boolean;
  /** The force comes from a complement that has its own modal ("agree that each shall"): the embedded one decides. */
  readonly opens: 'verb' | 'clause' | 'noun';
}

/** One sentence, or one point together with its lead-in. */
export interface Sentence {
  readonly id: number;
  readonly clause: Clause;
  readonly block: Block;
  readonly context: Context;
  readonly tokens: readonly Token[];
  /** Index of the first own token; inherited tokens stand before it. */
  readonly own: number;
  readonly times: readonly TimePhrase[];
  readonly references: readonly Reference[];
  readonly hits: readonly Hit[];
  readonly modals: readonly Modal[];
  readonly span: Span;
}

/** A term the draft defines: "'Trigger Time' means …", "(the "Guarantors")", "hereinafter referred to as …". */
export interface Definition {
  readonly term: string;
  /** Folded for comparison: lower case, singular. */
  readonly key: string;
  readonly at: Span;
  /** The words that define it. */
  readonly meaning: Span | null;
  readonly meaningText: string;
  readonly clause: Clause;
  readonly form: 'article' | 'inline' | 'established';
  readonly sentence: number;
}

/** What the room gives. */
export interface Phrases {
  readonly sentences: readonly Sentence[];
  readonly definitions: readonly Definition[];
}
