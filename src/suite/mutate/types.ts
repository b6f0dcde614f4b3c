import type { Span } from '#base';
import type { Reading } from '#facts';

/** Words of a draft replaced by others; an empty span inserts, an empty text deletes. */
export interface Edit extends Span {
  readonly text: string;
}

/** Edits that change one thing, however many words it stands in. They do not overlap. */
export type Mutation = readonly Edit[];

/** A way to change one fact of a draft, whoever wrote it. */
export interface Operator {
  /** `shall-to-may`. */
  readonly name: string;
  /** What it does, in a few words. */
  readonly doc: string;
  /** Catalogue F.2: codes one of which must appear; the first is the rule the operator is counted for. Empty: nothing may change. */
  readonly expects: readonly string[];
  /** Every place where the draft can be changed so, in the order of the text. */
  readonly places: (draft: Draft) => readonly Mutation[];
}

/** A draft as operators see it. */
export interface Draft {
  readonly text: string;
  readonly reading: Reading;
}
