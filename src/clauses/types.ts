import type { Context, Span, Waiver } from '#base';

/** What a unit of the draft is. `document` is the root. */
export type ClauseKind =
  | 'document'
  | 'part'
  | 'article'
  | 'section'
  | 'paragraph'
  | 'point'
  | 'recital'
  | 'annex'
  | 'table'
  | 'testimonium';

/** One unit of the draft: an article, a paragraph, a point, an annex … */
export interface Clause {
  /** Index in `Outline.clauses`, document order. */
  readonly id: number;
  readonly kind: ClauseKind;
  /** As written, without marks: `5`, `V`, `16 bis`, `19A`, `ONE`, `a`; null where the unit has no number. */
  readonly number: string | null;
  /** The number the author wrote, folded to a comparable form: `5`, `16bis`, `19a`, `1`, `a`; null as above. */
  readonly key: string | null;
  /** True where the number comes from a Markdown list, which renumbers by itself (decision 99). */
  readonly listNumber: boolean;
  /** As a drafter cites it: `Article 5(2)(a)`, `Annex A, paragraph 2`, `Preamble, recital 3`, `paragraph 4`. */
  readonly label: string;
  /** Title of the unit without its number: `Assistance`; empty where it has none. */
  readonly title: string;
  readonly parent: Clause | null;
  readonly children: readonly Clause[];
  /** The unit's own blocks in order, heading first; a child's blocks are the child's. */
  readonly blocks: readonly Block[];
  readonly context: Context;
  /** From the first to the last character of the unit, children included. */
  readonly span: Span;
}

/** A run of text with one purpose: a paragraph, a heading, a list item's own words, a table cell. */
export interface Block {
  readonly clause: Clause;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'quote' | 'footnote' | 'comment' | 'code';
  readonly context: Context;
  /**
   * The words without Markdown: marks removed, white space folded to single spaces, quotes and apostrophes straight,
   * no-break spaces plain, Unicode NFC, the unit's own number removed. Re-wrapping a paragraph leaves it unchanged.
   */
  readonly text: string;
  /** Source offset of `text[i]`; `source.length === text.length + 1`, the last is the end. Strictly ascending. */
  readonly source: Uint32Array;
  /** The block that introduces this one ("Each Guarantor shall:"), when its sentence is left open. */
  readonly lead: Block | null;
  /** Where the block is a table cell. */
  readonly row?: {
    readonly table: number;
    readonly row: number;
    readonly column: number;
    readonly header: string;
  };
  /** Square brackets of unagreed text, alternatives and attributions around the block or parts of it (decision 86). */
  readonly state: 'agreed' | 'bracketed' | 'alternative' | 'attributed';
}

/** What the room gives. */
export interface Outline {
  readonly text: string;
  readonly root: Clause;
  /** Every clause, document order; `clauses[i].id === i`. */
  readonly clauses: readonly Clause[];
  /** Every block, document order. */
  readonly blocks: readonly Block[];
  /** First title, or null. */
  readonly title: Block | null;
  /** True where the draft has no articles: paragraphs or points only (catalogue 0.1). */
  readonly flat: boolean;
  /** Every HTML comment, document order (DRF004 reads notes of what is still open in them). */
  readonly comments: readonly { readonly text: string; readonly at: Span }[];
  /** Waiver comments (design 5), well-formed or not: `fault` says what is wrong with one. */
  readonly waivers: readonly (Waiver & { readonly fault?: string })[];
}
