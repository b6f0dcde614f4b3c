import type { Fault, Finding, Severity } from '#base';

/** What the linter read of a whole draft (design 4, JSON). */
export interface DocumentCard {
  readonly kind: string;
  readonly style: string;
  readonly roles: unknown;
  /** One entry for each trigger group (catalogue E). */
  readonly chain: readonly ChainCard[];
  /** Layer scores, 0 to 3 each (PKG001), where they were computed. */
  readonly layers?: Readonly<Record<string, number>>;
  /** Guarantors and tasks with their holes (PKG003), where a guarantee of several is promised. */
  readonly matrix?: MatrixCard;
}

/** Who bears which task, over all drafts of a package (PKG003). */
export interface MatrixCard {
  readonly guarantors: readonly string[];
  readonly rows: readonly {
    readonly task: string;
    /** Nobody: the task is not given to anyone. */
    readonly bearers: readonly { readonly name: string; readonly file: string; readonly clause: string | null }[];
  }[];
  /** What is missing, one sentence for each. */
  readonly holes: readonly string[];
}

/** What a report tells of one response chain (catalogue E.3). Hours; null: no limit. */
export interface ChainCard {
  readonly clause: string;
  readonly trigger: string;
  readonly grade: string;
  readonly reason: string;
  readonly worstCase: number | null;
  readonly guaranteedFirstAction: number | null;
  readonly guaranteedFirstMilitaryAction: number | null;
  readonly vetoes: number;
  readonly aggressorVetoes: number;
  readonly toReachB: readonly string[];
  readonly steps: readonly StepCard[];
}

/** One step of a chain as a report shows it. */
export interface StepCard {
  readonly kind: string;
  readonly label: string;
  readonly owner: string;
  readonly hours: number | null;
  readonly bound: string;
  readonly implicit: boolean;
  readonly critical: boolean;
  readonly discretion: string;
  readonly clause: string | null;
}

/**
 * One draft with everything said about it. The room `lint` gives this shape; a path that could not be read has the same
 * shape with an empty text, its fault, and no document.
 */
export interface LintedDraft {
  /** As the user wrote it. */
  readonly path: string;
  /** The text that the offsets of the findings count in: byte order mark removed. */
  readonly text: string;
  /** Waived ones have `waived` set. */
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
  readonly defects: readonly { readonly code: string; readonly message: string }[];
  readonly document: DocumentCard | null;
  /** The baseline that its findings were compared with, as messages name it. */
  readonly baseline?: string;
  /** Waivers that do not do what their author thinks; `from` says where one of the configuration stands. */
  readonly waiverNotes?: readonly {
    readonly message: string;
    readonly start: number;
    readonly end: number;
    readonly from?: string;
    readonly fix?: { readonly desc: string; readonly start: number; readonly end: number; readonly text: string };
  }[];
}

/** What a report says of a rule beside the finding: SARIF wants every rule described. */
export interface RuleCard {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly remedy: string;
}

export interface ReportOptions {
  /** ANSI colours. */
  readonly color: boolean;
  /** Columns of the terminal, at least 40. */
  readonly width: number;
  /** Only the findings: no summary, no word about clean drafts. */
  readonly quiet: boolean;
  /** Long lists in full; otherwise they are folded by article. */
  readonly all: boolean;
  /** Of treatylint. */
  readonly version: string;
  /** Absolute form of a draft's path; the report itself knows no disk. */
  readonly absolute: (path: string) => string;
  /** Form of a draft's path from the working directory, with `/` and without `./`. */
  readonly relative: (path: string) => string;
  /** The rule book, in any order. */
  readonly rules: readonly RuleCard[];
}

/** A report: pure, from the same drafts always the same text, ending in a line end. */
export type Format = (drafts: readonly LintedDraft[], options: ReportOptions) => string;
