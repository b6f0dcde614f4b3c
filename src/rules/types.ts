import type { Severity, Subject } from '#base';

/** A json-rules-engine condition: a fact, an operator and a value, or a group of them. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly fact: string;
      readonly operator: string;
      /** In a book that is ready to judge it is always there. */
      readonly value?: unknown;
      /** Name of a parameter of the book that gives the value: a configuration may change it. */
      readonly parameter?: string;
    };

/** One way a rule can speak. For one subject the first case that holds speaks, the others are silent. */
export interface RuleCase {
  /** Kind of subject judged: `duty`, `gate`, `group`, `document` … (the fact catalogue lists them). */
  readonly subject: string;
  readonly when: Condition;
  /** Default: the rule's. `none` silences the subject: an exception written as a case that stands first. */
  readonly severity?: Severity | 'none';
  /** Name of the mark a finding points at; default: the subject's own span. */
  readonly at?: string;
  /** Default: the rule's. `{name}` quotes the mark or prints the fact of that name; `{clause}` cites the clause. */
  readonly message?: string;
  readonly why?: string;
  readonly remedy?: string;
}

/** A rule of the book: data only (design 2). */
export interface Rule {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly scope: 'clause' | 'group' | 'document' | 'package';
  readonly severity: Severity;
  readonly status: 'draft' | 'stable' | 'retired';
  readonly since: string;
  readonly cases: readonly RuleCase[];
  /** Values of the parameters that its conditions name; filled in when the book is read. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
  /** Wordings that repair the fault, strongest first; `{name}` as in a message; replaces the words at `at`, or inserts after the clause. */
  readonly suggestions: readonly { readonly desc: string; readonly text: string; readonly mode: 'replace' | 'insert-after' }[];
  /** At most one finding for each of these; default `words` (one for each place). */
  readonly once: 'words' | 'article' | 'group' | 'document';
  readonly sources: readonly string[];
  readonly related: readonly string[];
}

/** A rule held for a subject. */
export interface Match {
  readonly rule: Rule;
  readonly case: RuleCase;
  readonly subject: Subject;
  readonly severity: Severity;
}
