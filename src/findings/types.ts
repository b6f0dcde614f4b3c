import type { Confidence, Finding, Severity, Span, Waiver } from '#base';
import type { Match } from '#rules';

/** Which of two rules speaks where both see one defect (catalogue 0.9): data, `rules/precedence.json`. */
export interface Precedence {
  readonly chains: readonly PrecedenceChain[];
}

export interface PrecedenceChain {
  /** Codes; each gives way to all before it. */
  readonly order: readonly string[];
  /**
   * When two findings are one defect: `words` they overlap; `subject` they are about one duty, gate …, or overlap; `clause`, `group`,
   * `document` they lie in the same one.
   */
  readonly where: 'words' | 'subject' | 'clause' | 'group' | 'document';
  /** Only where the subject of the rule that gives way has one of these values of a fact. */
  readonly about?: { readonly fact: string; readonly in: readonly string[] };
}

/** What a draft's findings are settled by. */
export interface Settings {
  /** The draft. */
  readonly text: string;
  /** As read; one with a `fault` waives nothing. */
  readonly waivers: readonly (Waiver & { readonly fault?: string })[];
  /** Level of single rules, over the book's. */
  readonly levels: Readonly<Record<string, 'off' | Severity>>;
  readonly precedence: Precedence;
  /** A rule's code is appended. */
  readonly docsUrl: string;
  /** ISO date. */
  readonly today: string;
  /** Codes of the rule book. */
  readonly codes: readonly string[];
  /** Name of a rule → its code, for a waiver that gives the name. */
  readonly names?: ReadonlyMap<string, string>;
}

/** A waiver that does not do what its author thinks. */
export interface WaiverNote extends Span {
  readonly kind: 'unused' | 'unknown' | 'expired' | 'faulty';
  readonly message: string;
  /** Where it stands, if in the configuration. */
  readonly from?: string;
  /** A change of the draft that mends it. */
  readonly fix?: Span & { readonly desc: string; readonly text: string };
}

/** A match on its way to a finding: placed, but not worded. */
export interface Sighting extends Span {
  readonly match: Match;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Codes of rules that gave way to it. */
  readonly related: ReadonlySet<string>;
  readonly further: readonly { readonly clause: string | null; readonly start: number; readonly end: number }[];
  readonly waived?: NonNullable<Finding['waived']>;
}
