import type { DocumentKind, DocumentStyle, Severity } from '#base';

export type Level = 'off' | Severity;

/** Where in a configuration file something stands; 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a rule's entry says: its level, its options, or both. */
export type RuleEntry = Level | { readonly level?: Level; readonly options?: Readonly<Record<string, number>> };

/** A waiver by clause that stands in the configuration file (design 5). */
export interface WaiverEntry {
  readonly clause: string;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly by?: string;
  readonly until?: string;
  readonly files?: readonly string[];
}

/** What a draft is where its own front matter does not say. */
export interface DraftEntry {
  readonly kind?: DocumentKind;
  readonly style?: DocumentStyle;
  readonly status?: 'draft' | 'final' | 'signed' | 'in-force';
  readonly completeness?: 'full' | 'excerpt' | 'articles-only';
  readonly package?: string;
}

/** What holds for all drafts of a configuration, and what an override may change. */
export interface Section {
  readonly rules?: Readonly<Record<string, RuleEntry>>;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly draft?: DraftEntry;
  readonly waivers?: readonly WaiverEntry[];
  readonly failOn?: Severity | 'never';
  readonly minLevel?: Severity;
  readonly inlineConfig?: boolean;
}

/** A configuration file as data. */
export interface ConfigData extends Section {
  readonly $schema?: string;
  readonly extends?: string | readonly string[];
  readonly ruleFolders?: readonly string[];
  readonly lexicons?: Readonly<Record<string, readonly (string | { readonly text: string; readonly tag: string })[]>>;
  readonly baseline?: string;
  readonly overrides?: readonly (Section & {
    readonly files: string | readonly string[];
    readonly except?: string | readonly string[];
  })[];
}

/** One file of a configuration, read and checked; its paths are still as written. */
export interface Layer {
  readonly file: string;
  readonly data: ConfigData;
  /** Place of a key or, where `path` ends in a list, of an item; of the nearest thing above where there is none. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** A value with the place that set it. */
export interface Sourced<T> {
  readonly value: T;
  readonly from: Place;
}

/** What the configuration says for one draft. */
export interface Settings {
  readonly levels: Readonly<Record<string, Sourced<Level>>>;
  /** Code → parameter → value. */
  readonly options: Readonly<Record<string, Readonly<Record<string, Sourced<number>>>>>;
  readonly parameters: Readonly<Record<string, Sourced<number>>>;
  readonly draft: Readonly<Record<string, Sourced<string>>>;
  readonly waivers: readonly Sourced<WaiverEntry>[];
  readonly failOn?: Sourced<Severity | 'never'>;
  readonly minLevel?: Sourced<Severity>;
  readonly inlineConfig?: Sourced<boolean>;
}

/** What names in a configuration may be. */
export interface Vocabulary {
  readonly rules: readonly { readonly code: string; readonly name: string; readonly parameters: readonly string[] }[];
  readonly parameters: Readonly<Record<string, { readonly default: number; readonly least: number; readonly most: number }>>;
  readonly lexicons: readonly string[];
}
