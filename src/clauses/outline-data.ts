import type { Span } from '#base';
import type { Block, Clause, Outline } from './types.ts';

/** A clause as `inspect --after clauses --format json` shows it. */
export interface ClauseData {
  readonly label: string | null;
  readonly kind: Clause['kind'];
  readonly number: string | null;
  readonly title: string;
  readonly context: Clause['context'];
  readonly span: Span;
  readonly blocks: readonly {
    readonly kind: Block['kind'];
    readonly context: Block['context'];
    readonly state: Block['state'];
    readonly lead: boolean;
    readonly text: string;
    readonly span: Span;
  }[];
  readonly children: readonly ClauseData[];
}

/** The outline as plain data: the tree of clauses with labels, contexts and spans, for programs. */
export function outlineData(outline: Outline): ClauseData {
  const made = new Map<Clause, ClauseData & { children: ClauseData[] }>();
  for (const clause of outline.clauses) {
    const data = { ...own(clause), children: [] as ClauseData[] };
    made.set(clause, data);
    if (clause.parent) made.get(clause.parent)?.children.push(data);
  }
  return made.get(outline.root)!;
}

function own(clause: Clause): Omit<ClauseData, 'children'> {
  return {
    label: clause.label === '' ? null : clause.label,
    kind: clause.kind,
    number: clause.number,
    title: clause.title,
    context: clause.context,
    span: clause.span,
    blocks: clause.blocks.map((block) => ({
      kind: block.kind,
      context: block.context,
      state: block.state,
      lead: block.lead !== null,
      text: block.text,
      span: { start: block.source[0] ?? clause.span.start, end: block.source[block.text.length] ?? clause.span.end },
    })),
  };
}
