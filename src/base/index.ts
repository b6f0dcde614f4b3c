/**
 * Words only: the nouns that every room shares.
 *
 * Takes nothing. Gives the vocabulary of the glossary in the README. Never holds logic.
 */

/** A run of the draft: UTF-16 offsets into the draft's text (byte order mark removed), end-exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How grave a finding is (catalogue 0.10). */
export type Severity = 'error' | 'warning' | 'info';

/** How a fact was read: in the words, from the lead-in or the article, or by the reader's own inference (catalogue A.1). */
export type Confidence = 'explicit' | 'inherited' | 'inferred';

/** What a run of text is for (catalogue 0.1). */
export type Context =
  | 'title'
  | 'parties'
  | 'preamble'
  | 'definition'
  | 'operative'
  | 'final-clause'
  | 'annex-operative'
  | 'annex-informative'
  | 'heading'
  | 'testimonium'
  | 'quotation'
  | 'drafting-note'
  | 'table'
  | 'code';

/** Front matter a draft may carry, already validated (design 3). Every key optional. */
export interface FrontMatter {
  readonly title?: string;
  readonly kind?: DocumentKind;
  readonly style?: DocumentStyle;
  readonly status?: 'draft' | 'final' | 'signed' | 'in-force';
  readonly parties?: readonly { readonly name: string; readonly roles: readonly Role[] }[];
  readonly parent?: string;
  readonly completeness?: 'full' | 'excerpt' | 'articles-only';
  readonly presence?: string;
  readonly layers?: readonly string[];
  readonly numbering?: 'on' | 'off';
  readonly package?: string;
  readonly rules?: Readonly<Record<string, 'off' | Severity>>;
}

/** Catalogue A.1 and decision 6. */
export type DocumentKind =
  | 'framework-guarantee'
  | 'bilateral-guarantee'
  | 'neutrality-guarantee'
  | 'mutual-defence'
  | 'ceasefire'
  | 'monitoring'
  | 'force-status'
  | 'operational-annex'
  | 'economic'
  | 'peace-settlement'
  | 'political-declaration'
  | 'unilateral'
  | 'resolution'
  | 'non-aggression'
  | 'amending'
  | 'other';

export type DocumentStyle = 'treaty' | 'mou' | 'statement' | 'unknown';

/** Catalogue 0.3. */
export type Role = 'guarantor' | 'beneficiary' | 'aggressor' | 'organisation' | 'depositary' | 'mediator';

/** A place in a draft, perhaps another one than the finding's: "the other text says …" (PKG004, decision 92). */
export interface Elsewhere extends Span {
  /** Path of the draft, as it was given. */
  readonly file: string;
  readonly clause: string | null;
  readonly quote: string;
}

/** One value of a fact as the rule engine sees it: flat, no objects. */
export type FactValue = string | number | boolean | readonly string[];

/** The words that carry a fact: where a finding may point, and what `{name}` in a message quotes. */
export interface Mark extends Span {
  readonly confidence: Confidence;
}

/**
 * One thing a rule can judge: a duty, a gate, a trigger group, a document …
 * `facts` holds exactly the facts that the catalogue lists for its kind; `marks` the words behind them.
 */
export interface Subject {
  readonly kind: string;
  /** Unique within the draft, e.g. `duty:12`. */
  readonly id: string;
  /** Cited as a drafter cites it, e.g. `Article 5(2)`; null for the whole document. */
  readonly clause: string | null;
  /** Trigger group the subject belongs to, if any (catalogue 0.4). */
  readonly group: string | null;
  /** Where a finding about the subject points when its rule names no mark. */
  readonly span: Span;
  readonly confidence: Confidence;
  /** Facts may be read from the draft only when they are asked for: ask for no more than is needed. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly marks: Readonly<Record<string, Mark | undefined>>;
  /** A fact that costs nothing to know; undefined where it must first be read. Without `peek` every fact is known. */
  readonly peek?: (fact: string) => FactValue | undefined;
  /** Places in this or another draft that belong to what is said of the subject. */
  readonly elsewhere?: readonly Elsewhere[];
}

/** Something the user gave that cannot be used: exit 2 (design 4). */
export interface Fault {
  readonly file: string;
  /** JSON pointer, key path, or empty. */
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** A waiver comment of the draft (design 5): `<!-- treatylint-disable-next-line TRG001: reason -->`. */
export interface Waiver {
  readonly form: 'next-line' | 'line' | 'range' | 'file' | 'clause';
  readonly codes: readonly string[];
  readonly reason: string;
  readonly by?: string;
  readonly until?: string;
  /** The comment itself; null for a waiver that stands in the configuration. */
  readonly at: Span | null;
  /** The text it covers. */
  readonly covers: Span;
  /** Of a waiver that names its clause: the label as its author wrote it. */
  readonly clause?: string;
  /** The clause that it may have meant, where the draft has none of that label. */
  readonly near?: string;
  /** Where a waiver of the configuration stands: `treatylint.config.yaml:4:5`. */
  readonly from?: string;
}

/** One finding, complete: every report is written from these (design 4). */
export interface Finding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** What is wrong, quoting the draft. One sentence or two. */
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly clause: string | null;
  readonly confidence: Confidence;
  /** Codes of the rules that saw the same defect and gave way (catalogue 0.9). */
  readonly related: readonly string[];
  /** Further places of the same defect (decision 52). */
  readonly further: readonly { readonly clause: string | null; readonly start: number; readonly end: number }[];
  /** Places in another draft of the package, or in another part of this one, with which the words conflict. */
  readonly elsewhere?: readonly Elsewhere[];
  readonly suggestions: readonly { readonly desc: string; readonly start: number; readonly end: number; readonly text: string }[];
  readonly docsUrl: string;
  /** Stable over renumbering of lines: code, clause and words (design 3). */
  readonly fingerprint: string;
  /** Set when a waiver or the baseline covers it. */
  readonly waived?: {
    readonly reason: string;
    readonly by?: string;
    readonly until?: string;
    /** Where a waiver of the configuration stands; `baseline` for a finding that was known before. */
    readonly from?: string;
  };
}

/** What one fact or mark of a subject is; the fact catalogue is a list of these (catalogue A). */
export interface FactSpec {
  readonly type: 'text' | 'number' | 'flag' | 'list';
  /** One sentence: what the fact says. */
  readonly doc: string;
  /** Closed vocabulary of a text or list fact, where it has one. */
  readonly values?: readonly string[];
}

/** One kind of subject with its facts and marks: what a rule about it may ask, and where it may point. */
export interface SubjectSpec {
  readonly kind: string;
  readonly doc: string;
  readonly facts: Readonly<Record<string, FactSpec>>;
  /** Mark name → what its words are. */
  readonly marks: Readonly<Record<string, string>>;
}

export { endProfile, measured, measuredLater, type Spent, startProfile } from './profile.ts';
export { trimEndOf, trimOf } from './trim.ts';
