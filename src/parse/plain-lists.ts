import type { List, ListItem, Paragraph } from 'mdast';
import { isHeading, type Line, markerEnd, opensWords, paragraphOf, pointOf } from './plain-words.ts';

/** An item whose list may go on. */
interface OpenItem {
  readonly list: List;
  readonly item: ListItem;
  /** Mark of the list: its bullet, or the sign behind its numbers. */
  readonly sign: number;
  /** Column, from 0, at which the item's words stand. */
  readonly column: number;
}

/** A stretch of the text as blocks, and where it ends: the start of the next line, its number. */
export interface PlainRegion {
  readonly blocks: readonly (Paragraph | List)[];
  readonly end: number;
  readonly line: number;
}

/**
 * Reads paragraphs and lists of plain words, however deeply nested, as CommonMark has them: from a line behind a blank one to where no list is
 * open any more. Null where something else than plain words stands among them; then the parser must read it.
 *
 * Linear in the text, which the parser is not for long lists.
 *
 * @param isPlain tells of a stretch whether it has no Markdown inside its lines.
 */
export function readPlainRegion(
  text: string,
  from: number,
  number: number,
  isPlain: (from: number, to: number) => boolean,
): PlainRegion | null {
  return new RegionReader(text, isPlain).read(from, number);
}

class RegionReader {
  private readonly text: string;
  private readonly isPlain: (from: number, to: number) => boolean;
  private readonly blocks: (Paragraph | List)[] = [];
  /** From the outermost to the innermost. */
  private readonly open: OpenItem[] = [];
  /** Lines of the paragraph that may go on, and whether a blank line stands before it. */
  private words: Line[] = [];
  private apart = false;
  /** The line before is blank. */
  private blank = false;

  constructor(text: string, isPlain: (from: number, to: number) => boolean) {
    this.text = text;
    this.isPlain = isPlain;
  }

  read(from: number, number: number): PlainRegion | null {
    const { text } = this;
    let at = from;
    let line = number;
    for (; at < text.length; line++) {
      let end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      let ink = at;
      while (ink < end && text.charCodeAt(ink) === 32) ink++;
      if (ink === end) {
        if (!this.closeWords()) return null;
        this.blank = true;
      } else {
        if (ink === at && (isHeading(text, at, end) || (this.blank && markerEnd(text, ink, end) < 0))) break;
        if (!this.take({ at, ink, end, number: line })) return null;
        this.blank = false;
      }
      at = end + 1;
    }
    if (!this.closeWords()) return null;
    this.close(0);
    return { blocks: this.blocks, end: at, line };
  }

  /** Takes a line of words; false where it is, or may be, anything else. */
  private take(line: Line): boolean {
    const { text, open } = this;
    if (!this.isPlain(line.ink, line.end)) return false;
    const indent = line.ink - line.at;
    let depth = 0;
    while (depth < open.length && indent >= open[depth]!.column) depth++;
    let column = depth === 0 ? 0 : open[depth - 1]!.column;
    const far = indent - column >= 4;
    // Code, unless it goes on with a paragraph.
    if (far && this.words.length === 0) return false;
    const marker = far ? -1 : markerEnd(text, line.ink, line.end);
    if (marker < 0 || !this.mayOpen(line, depth)) {
      // An empty mark may underline a heading.
      if (marker === line.end || (marker < 0 && !opensWords(text, line.ink, line.end))) return false;
      if (this.words.length === 0) this.close(depth);
      this.addWords(line);
      return true;
    }
    if (!this.closeWords()) return false;
    let at: Line = line;
    let end = marker;
    // An item may begin with an item.
    for (;;) {
      let ink = end;
      while (ink < line.end && text.charCodeAt(ink) === 32) ink++;
      // Empty items and code right behind the mark are the parser's.
      if (ink === line.end || ink - end > 4) return false;
      column = ink - line.at;
      this.openItem(at, end, column, depth);
      depth++;
      at = { ...line, ink };
      end = markerEnd(text, ink, line.end);
      if (end < 0) break;
    }
    if (!opensWords(text, at.ink, at.end)) return false;
    this.addWords(at);
    return true;
  }

  /** In the middle of a paragraph only a bullet or the number 1 opens a list. */
  private mayOpen({ ink }: Line, depth: number): boolean {
    if (this.words.length === 0 || depth < this.open.length) return true;
    const { text } = this;
    return isBullet(text.charCodeAt(ink)) || (text[ink] === '1' && !/\d/.test(text[ink + 1]!));
  }

  private openItem(line: Line, marker: number, column: number, depth: number): void {
    const { text, open } = this;
    const sign = text.charCodeAt(marker - 1);
    const ordered = !isBullet(sign);
    const before = open[depth];
    const known = before !== undefined && before.sign === sign ? before.list : null;
    if (before !== undefined) {
      // Blank lines between two items of a list make it a loose one.
      if (known !== null && this.blank) known.spread = true;
      this.close(depth);
    }
    const start = pointOf(line, line.ink);
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      checked: null,
      children: [],
      position: { start, end: start },
    };
    const list: List = known ?? {
      type: 'list',
      ordered,
      start: ordered ? Number(text.slice(line.ink, marker - 1)) : null,
      spread: false,
      children: [],
      position: { start: { ...start }, end: start },
    };
    if (known === null) this.put(list, this.blank);
    list.children.push(item);
    open.push({ list, item, sign, column });
  }

  /** A block goes into the innermost open item. */
  private put(block: Paragraph | List, apart: boolean): void {
    const { item } = this.open[this.open.length - 1] ?? { item: null };
    if (item === null) this.blocks.push(block);
    else {
      if (item.children.length > 0 && apart) item.spread = true;
      item.children.push(block);
    }
  }

  private addWords(line: Line): void {
    if (this.words.length === 0) this.apart = this.blank;
    this.words.push(line);
  }

  /** Ends the paragraph; false where the parser must read it. */
  private closeWords(): boolean {
    if (this.words.length === 0) return true;
    const block = paragraphOf(this.text, this.words);
    this.words = [];
    if (block === null) return false;
    this.put(block, this.apart);
    return true;
  }

  /** Closes items from the innermost outwards: each ends where its last block ends. */
  private close(depth: number): void {
    while (this.open.length > depth) {
      const { list, item } = this.open.pop()!;
      const end = item.children[item.children.length - 1]!.position!.end;
      item.position!.end = { ...end };
      list.position!.end = { ...end };
    }
  }
}

function isBullet(code: number): boolean {
  return code === 45 || code === 43 || code === 42;
}
