import type { Fault } from '#base';
import type { DraftReading } from '#lint';
import type { LintedDraft, RuleCard } from '#report';

/** A draft as an editor has it open; what is on the disk does not count. */
export interface OpenDraft {
  /** Absolute path, also of a draft that was never saved. */
  readonly path: string;
  readonly text: string;
}

/** A draft with all that was read and found. */
export interface Drafted {
  readonly linted: LintedDraft;
  /** Null where it could not be read. */
  readonly reading: DraftReading | null;
}

/** What the server asks of the program. Everything is kept by content: asking again for what has not changed costs nothing. */
export interface Desk {
  readonly version: string;
  /** Lints a draft, with its sisters where it belongs to a package; faults of its configuration are told beside. */
  lint(path: string): Promise<Drafted & { readonly faults: readonly Fault[] }>;
  /** Every draft under the folders of the workspace. */
  drafts(): Promise<readonly string[]>;
  /** Sets or, with null, forgets what an editor has open. */
  open(path: string, text: string | null): void;
  /** Folders of the workspace. */
  folders(paths: readonly string[]): void;
  /** Something that drafts are judged by has changed. */
  renew(): void;
  cards(): readonly RuleCard[];
  /** File of a rule's page, absolute; null where it has none. */
  page(code: string): string | null;
}
