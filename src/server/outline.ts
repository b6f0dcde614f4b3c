import { type DocumentLink, type DocumentSymbol, type FoldingRange, type InlayHint, SymbolKind } from 'vscode-languageserver';
import type { Clause, ClauseKind } from '#clauses';
import type { DraftReading } from '#lint';
import { mentionsOf } from './names.ts';
import type { Text } from './text.ts';

const KINDS: Partial<Record<ClauseKind, SymbolKind>> = {
  part: SymbolKind.Namespace,
  article: SymbolKind.Class,
  annex: SymbolKind.Module,
  section: SymbolKind.Namespace,
  paragraph: SymbolKind.Method,
  point: SymbolKind.Field,
  table: SymbolKind.Array,
};

/** Articles, paragraphs, points and annexes as a tree. */
export function symbolsOf({ outline }: DraftReading, text: Text): DocumentSymbol[] {
  const symbol = (clause: Clause): DocumentSymbol => {
    const range = text.range(clause.span);
    const block = clause.blocks[0];
    const own = block
      ? {
          start: Math.max(clause.span.start, block.source[0] ?? clause.span.start),
          end: block.source[block.text.length] ?? clause.span.start,
        }
      : { start: clause.span.start, end: clause.span.start };
    return {
      name: clause.label || clause.title || clause.kind,
      detail: clause.title,
      kind: KINDS[clause.kind] ?? SymbolKind.String,
      range,
      selectionRange: text.range({ start: own.start, end: Math.min(own.end, clause.span.end) }),
      children: clause.children.map(symbol),
    };
  };
  return outline.root.children.map(symbol);
}

/** Every unit that takes more than one line. */
export function foldsOf({ outline }: DraftReading, text: Text): FoldingRange[] {
  return outline.clauses
    .filter(({ kind }) => kind !== 'document')
    .map(({ span }) => ({ startLine: text.position(span.start).line, endLine: text.position(span.end).line }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}

/** A cross-reference leads to the unit that it names. */
export function linksOf(reading: DraftReading, text: Text): DocumentLink[] {
  return mentionsOf(reading).map(({ clause, ...span }) => ({
    range: text.range({ start: span.start, end: span.end }),
    target: `${text.uri}#L${text.position(clause.span.start).line + 1}`,
    tooltip: clause.title === '' ? clause.label : `${clause.label}. ${clause.title}`,
  }));
}

/** The grade of the response chain at the article of its trigger. */
export function hintsOf({ facts, outline }: DraftReading, text: Text): InlayHint[] {
  return facts.chains.flatMap((chain): InlayHint[] => {
    const clause = outline.clauses.find(({ label }) => label === chain.clause);
    if (!clause) return [];
    const line = /^[^\r\n]*/.exec(text.text.slice(clause.span.start))![0];
    const hours = chain.worstCase === null ? 'no limit' : `${chain.worstCase} hours at worst`;
    return [
      {
        position: text.position(clause.span.start + line.trimEnd().length),
        label: `grade ${chain.grade}: ${hours}, ${chain.vetoes} ${chain.vetoes === 1 ? 'veto' : 'vetoes'}`,
        tooltip: chain.toReachB.length > 0 ? `${chain.reason}. To reach B: ${chain.toReachB.join(', ')}` : chain.reason,
        paddingLeft: true,
      },
    ];
  });
}
