import type { Context, Span } from '#base';
import type { CleanText } from './clean-text.ts';
import type { Block, Clause, ClauseKind } from './types.ts';

/** A clause while the outline is being built. */
export interface OpenClause {
  id: number;
  kind: ClauseKind;
  number: string | null;
  key: string | null;
  listNumber: boolean;
  label: string;
  title: string;
  parent: OpenClause | null;
  children: OpenClause[];
  blocks: Block[];
  context: Context;
  span: { start: number; end: number };
  /** 0 document, 1 annex, 2 part, 2.5 section above articles, 3 article, 4 and more: paragraphs and points. */
  rank: number;
  /** Shape of a paragraph's or point's number: items of one shape are siblings. */
  shape: string;
  /** How many Markdown lists it stands in. */
  nesting: number;
  /** Depth of the heading that opened it, 0 for a run-in. */
  depth: number;
}

/** What a clause is opened with; one that carries no number or title leaves them out. */
export type ClauseFields = Pick<OpenClause, 'kind' | 'rank' | 'shape' | 'context'> &
  Partial<Pick<OpenClause, 'nesting' | 'number' | 'key' | 'title' | 'listNumber' | 'depth'>>;

/** The clause tree under construction: a stack of open clauses, the innermost last. */
export class Builder {
  readonly clauses: OpenClause[] = [];
  readonly blocks: Block[] = [];
  readonly stack: OpenClause[] = [];

  constructor(length: number) {
    this.stack.push(this.make({ kind: 'document', rank: 0, shape: '', context: 'operative' }, null, 0));
    this.clauses[0]!.span.end = length;
  }

  get root(): OpenClause {
    return this.clauses[0]!;
  }

  get top(): OpenClause {
    return this.stack[this.stack.length - 1]!;
  }

  /** Closes every open clause for which `closes` holds, from the innermost outwards, and stops at the first that stays. */
  closeWhile(closes: (clause: OpenClause) => boolean): void {
    while (this.stack.length > 1 && closes(this.top)) this.stack.pop();
  }

  open(fields: ClauseFields, start: number): OpenClause {
    const clause = this.make(fields, this.top, start);
    this.top.children.push(clause);
    this.stack.push(clause);
    return clause;
  }

  add(
    kind: Block['kind'],
    context: Context,
    words: CleanText,
    extra: {
      lead?: Block | null;
      row?: Block['row'];
      state?: Block['state'];
    } = {},
  ): Block {
    const clause = this.top;
    const block: Block = {
      clause: clause as unknown as Clause,
      kind,
      context,
      text: words.text,
      source: words.source,
      lead: extra.lead ?? null,
      ...(extra.row ? { row: extra.row } : {}),
      state: extra.state ?? 'agreed',
    };
    clause.blocks.push(block);
    this.blocks.push(block);
    const end = words.source[words.text.length] ?? 0;
    for (let i = this.stack.length - 1; i > 0; i--) {
      const open = this.stack[i]!;
      if (open.span.end < end) open.span.end = end;
    }
    return block;
  }

  /** The innermost open clause for which `holds`. */
  find(holds: (clause: OpenClause) => boolean): OpenClause | null {
    for (let i = this.stack.length - 1; i >= 0; i--) if (holds(this.stack[i]!)) return this.stack[i]!;
    return null;
  }

  private make(fields: ClauseFields, parent: OpenClause | null, start: number): OpenClause {
    const clause: OpenClause = {
      id: this.clauses.length,
      nesting: 0,
      number: null,
      key: null,
      label: '',
      title: '',
      listNumber: false,
      depth: 0,
      ...fields,
      parent,
      children: [],
      blocks: [],
      span: { start, end: start },
    };
    this.clauses.push(clause);
    return clause;
  }
}

/** From the first to the last character of a block. */
export function spanOf(block: Block): Span {
  return {
    start: block.source[0] ?? 0,
    end: block.source[block.text.length] ?? 0,
  };
}
