import type { List, ListItem, Nodes, PhrasingContent, Root } from 'mdast';
import { type CleanText, cleanSource, cleanText, slice } from './clean-text.ts';

/** One run of the draft before anyone asks what unit it belongs to. */
export interface Piece {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'quote' | 'footnote' | 'comment' | 'code' | 'html';
  readonly words: CleanText;
  readonly start: number;
  readonly end: number;
  /** Heading depth, else 0. */
  readonly depth: number;
  /** How many lists the piece stands in. */
  readonly nesting: number;
  /** Number of an ordered list item as the author wrote it, or null; `bullet` for an unordered one. */
  readonly marker: string | null;
  /** The list renumbers by itself: every item is written with one number. */
  readonly automatic: boolean;
  /** First paragraph of its list item. */
  readonly first: boolean;
  readonly quoted: boolean;
  readonly cell: {
    readonly table: number;
    readonly row: number;
    readonly column: number;
    readonly header: string;
  } | null;
}

type Frame = {
  readonly node: Nodes;
  readonly nesting: number;
  readonly quoted: boolean;
  readonly item: ItemPlace | null;
  readonly footnote: boolean;
};
interface ItemPlace {
  marker: string | null;
  automatic: boolean;
  used: boolean;
}

/** Lines that begin a unit of their own inside one Markdown paragraph: "(b) …", "2. …", "Article 3". */
const lineMarker =
  /^(?:\((?:[a-z]{1,4}|\d{1,3}|[ivxlc]{1,6})\)|\d{1,3}(?:\.\d{1,3}){1,3}\.?(?=\s)|(?:\d{1,3}|[a-z])[.)](?=\s|$|\p{Lu})|(?:article|section|§)\s+[\divxlc]+\b)/iu;

/** Flattens the Markdown tree into pieces in the order of the draft. An explicit stack: 10,000 nested points must not overflow. */
export function readPieces(tree: Root, draft: string): Piece[] {
  const pieces: Piece[] = [];
  const stack: Frame[] = [{ node: tree, nesting: 0, quoted: false, item: null, footnote: false }];
  let tables = 0;
  while (stack.length > 0) {
    const frame = stack.pop()!;
    const { node, nesting, quoted, item, footnote } = frame;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const base = {
      start,
      end,
      depth: 0,
      nesting,
      marker: null,
      automatic: false,
      first: false,
      quoted,
      cell: null,
    };
    switch (node.type) {
      case 'yaml':
      case 'thematicBreak':
      case 'definition':
        break;
      case 'heading':
        pushComments(pieces, draft, base, node.children);
        pieces.push({
          ...base,
          kind: 'heading',
          words: cleanText(node.children, draft),
          depth: node.depth,
        });
        break;
      case 'paragraph': {
        const comment = node.children.length === 1 && node.children[0]!.type === 'html';
        if (comment) {
          pushHtml(pieces, draft, base, start, end);
          break;
        }
        pushComments(pieces, draft, base, node.children);
        const words = cleanText(node.children, draft);
        const fresh = item !== null && !item.used;
        if (item) item.used = true;
        const kind = footnote ? 'footnote' : quoted ? 'quote' : nesting > 0 ? 'item' : 'paragraph';
        splitLines(words).forEach((part, n) => {
          pieces.push({
            ...base,
            kind,
            words: part,
            start: part.source[0] ?? start,
            marker: n === 0 && fresh ? item.marker : null,
            automatic: n === 0 && fresh ? item.automatic : false,
            first: n === 0 && fresh,
          });
        });
        break;
      }
      case 'html':
        pushHtml(pieces, draft, base, start, end);
        break;
      case 'code':
        // An indented paragraph of a pasted treaty is no program: only a fence makes code.
        if (draft[start] === '`' || draft[start] === '~')
          pieces.push({
            ...base,
            kind: 'code',
            words: cleanSource(draft, start, end),
          });
        else
          pieces.push({
            ...base,
            kind: quoted ? 'quote' : nesting > 0 ? 'item' : 'paragraph',
            words: cleanSource(draft, start, end),
          });
        break;
      case 'table': {
        const table = tables++;
        const headers = (node.children[0]?.children ?? []).map((cell) => cleanText(cell.children, draft).text);
        node.children.forEach((row, r) => {
          row.children.forEach((cell, c) => {
            pushComments(pieces, draft, base, cell.children);
            pieces.push({
              ...base,
              kind: 'cell',
              words: cleanText(cell.children, draft),
              start: cell.position?.start.offset ?? start,
              end: cell.position?.end.offset ?? end,
              cell: { table, row: r, column: c, header: headers[c] ?? '' },
            });
          });
        });
        break;
      }
      case 'list': {
        const items = itemPlaces(node, draft);
        for (let i = node.children.length - 1; i >= 0; i--) {
          stack.push({
            node: node.children[i]!,
            nesting: nesting + 1,
            quoted,
            item: items[i]!,
            footnote,
          });
        }
        break;
      }
      case 'listItem': {
        const place = item ?? { marker: null, automatic: false, used: false };
        if (node.children[0]?.type !== 'paragraph') {
          pieces.push({
            ...base,
            kind: 'item',
            words: cleanSource(draft, start, start),
            marker: place.marker,
            automatic: place.automatic,
            first: true,
          });
          place.used = true;
        }
        for (let i = node.children.length - 1; i >= 0; i--)
          stack.push({
            node: node.children[i]!,
            nesting,
            quoted,
            item: place,
            footnote,
          });
        break;
      }
      default:
        if ('children' in node) {
          const isQuote = node.type === 'blockquote';
          const isNote = node.type === 'footnoteDefinition';
          for (let i = node.children.length - 1; i >= 0; i--) {
            stack.push({
              node: node.children[i] as Nodes,
              nesting,
              quoted: quoted || isQuote,
              item: isQuote ? null : item,
              footnote: footnote || isNote,
            });
          }
        }
    }
  }
  return pieces;
}

/** The comments inside a run of words, however deep in its marks. */
function pushComments(
  pieces: Piece[],
  draft: string,
  base: Omit<Piece, 'kind' | 'words'>,
  nodes: readonly PhrasingContent[],
): void {
  // Marks may be nested by the thousand: no call within a call.
  const open: PhrasingContent[] = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'html' && draft.startsWith('<!--', node.position?.start.offset))
      pushHtml(pieces, draft, base, node.position?.start.offset ?? base.start, node.position?.end.offset ?? base.end);
    else if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
}

/** A run of HTML; several comments on one line are one piece each. */
function pushHtml(pieces: Piece[], draft: string, base: Omit<Piece, 'kind' | 'words'>, start: number, end: number): void {
  for (let from = start; from < end; ) {
    const comment = draft.startsWith('<!--', from);
    const close = comment ? draft.indexOf('-->', from + 4) + 3 : 0;
    const next = close > 3 && close < end ? draft.indexOf('<!--', close) : -1;
    const more = next >= 0 && next < end;
    // What stands behind a comment on its line is HTML, not words of the draft.
    const to = comment && close > 3 && close <= end ? close : end;
    pieces.push({ ...base, start: from, end: to, kind: comment ? 'comment' : 'html', words: cleanSource(draft, from, to) });
    from = more ? next : end;
  }
}

/** The numbers of a list as the author wrote them; a list written with one number throughout is counted. */
function itemPlaces(list: List, draft: string): ItemPlace[] {
  const written = list.children.map(
    (item: ListItem) =>
      /^\d{1,9}/.exec(draft.slice(item.position?.start.offset ?? 0, (item.position?.start.offset ?? 0) + 10))?.[0] ?? null,
  );
  // A way back to other pages, or a table of contents: its numbers count nothing of the draft.
  const links = list.children.length > 1 && list.children[0]?.children[0] !== undefined && isLink(list.children[0].children[0]);
  const automatic = list.ordered === true && written.length > 1 && written.every((number) => number === written[0]);
  return list.children.map((_, i) => ({
    marker:
      list.ordered && !links
        ? automatic || written[i] === null
          ? String((list.start ?? 1) + i)
          : String(Number(written[i]))
        : 'bullet',
    automatic: automatic,
    used: false,
  }));
}

/** A paragraph of which every word is a link. */
function isLink(node: Nodes): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.length > 0 &&
    node.children.every((child) => child.type === 'link' || (child.type === 'text' && child.value.trim() === ''))
  );
}

/** Splits a paragraph at lines that begin a unit, when the line before has come to an end. */
function splitLines(words: CleanText): CleanText[] {
  const cuts = words.lineStarts.filter(
    (at) =>
      lineMarker.test(words.text.slice(at, at + 24)) &&
      /(?:[.;:,—–]|\band|\bor)\s*$/i.test(words.text.slice(Math.max(0, at - 8), at)),
  );
  if (cuts.length === 0) return words.text.length > 0 ? [words] : [];
  const parts: CleanText[] = [];
  let from = 0;
  for (const cut of [...cuts, words.text.length]) {
    const part = slice(words, from, cut);
    if (part.text.length > 0) parts.push(part);
    from = cut;
  }
  return parts;
}
