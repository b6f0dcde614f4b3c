import { lineStarts, positionAt } from './position.ts';
import { columnsOf, visible } from './visible.ts';

/** One source line of a frame: what is shown, and the columns under it that carry the words. */
interface Row {
  readonly number: number;
  readonly shown: string;
  readonly from: number;
  readonly columns: number;
}

/** At most so many source lines of one finding are shown. */
const MAX_ROWS = 4;
const TAB = '    ';

/**
 * The source lines of a finding with carets under its exact words.
 * Long lines are cut to a window around the words; tabs are shown as four spaces; wide letters count two columns.
 */
export function codeFrame(
  text: string,
): (span: { readonly start: number; readonly end: number }, width: number, paint: FramePaint) => string[] {
  const starts = lineStarts(text);
  return (span, width, paint) => {
    const first = positionAt(starts, span.start).line;
    // An end at the first column of a line belongs to the line before.
    const last = positionAt(starts, Math.max(span.start, span.end - 1)).line;
    const digits = String(last).length;
    const room = Math.max(20, width - digits - 5);
    const rows: Row[] = [];
    for (let line = first; line <= last && rows.length < MAX_ROWS; line++) {
      const begin = starts[line - 1]!;
      const row = rowOf(text, begin, lineEnd(text, begin, starts[line] ?? text.length), span, line, room);
      if (row) rows.push(row);
    }
    const gutter = (label: string): string => paint.gutter(`${label.padStart(digits)} │`);
    const lines = rows.flatMap((row) => [
      `  ${gutter(String(row.number))} ${row.shown}`,
      `  ${gutter('')} ${' '.repeat(row.from)}${paint.caret('^'.repeat(row.columns))}`,
    ]);
    if (rows.length > 0 && rows[rows.length - 1]!.number < last) lines.push(`  ${gutter('')} …`);
    return lines;
  };
}

/** Colours of a frame. */
export interface FramePaint {
  readonly gutter: (text: string) => string;
  readonly caret: (text: string) => string;
}

/** End of a line's words: its line end is not shown. */
function lineEnd(text: string, begin: number, next: number): number {
  let end = next;
  while (end > begin && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return end;
}

/** A line cut to the room there is; null for a line of the span that holds only white space. */
function rowOf(
  text: string,
  begin: number,
  end: number,
  span: { start: number; end: number },
  number: number,
  room: number,
): Row | null {
  let from = Math.min(Math.max(span.start, begin), end);
  let to = Math.min(span.end, end);
  // The indentation of a continued line carries no words.
  if (span.start < begin) while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (span.start < begin && from >= to) return null;
  // One code unit takes at least no column and at most two: nothing farther than the room can be shown.
  const near = Math.max(begin, pairStart(text, from - room));
  const far = Math.min(end, pairStart(text, to + room));
  const covered = cells(text.slice(from, Math.min(to, pairStart(text, from + room * 2))));
  const before = cells(text.slice(near, from));
  const after = cells(text.slice(Math.max(to, from), far));
  return window(before, covered, after, near > begin, far < end, number, room, to - from > room * 2);
}

/** Chooses what of a line is shown: all of it, or the words with as much around them as fits. */
function window(
  before: readonly string[],
  covered: readonly string[],
  after: readonly string[],
  cutBefore: boolean,
  cutAfter: boolean,
  number: number,
  room: number,
  long: boolean,
): Row {
  const total = widthOf(before) + widthOf(covered) + widthOf(after);
  if (total <= room && !cutBefore && !cutAfter && !long) {
    const shown = [...before, ...covered, ...after].join('');
    return { number, shown, from: widthOf(before), columns: Math.max(1, widthOf(covered)) };
  }
  const own = Math.min(widthOf(covered), room - 2);
  const spare = room - 2 - own;
  const wantAfter = widthOf(after);
  const left = takeEnd(before, Math.max(Math.floor(spare / 2), spare - wantAfter));
  const middle = takeStart(covered, own);
  const right = takeStart(after, spare - widthOf(left));
  const opens = left.length < before.length || cutBefore ? '…' : '';
  const closes = middle.length < covered.length || long || right.length < after.length || cutAfter ? '…' : '';
  const shown = opens + left.join('') + middle.join('') + (middle.length < covered.length || long ? '' : right.join('')) + closes;
  return { number, shown, from: opens.length + widthOf(left), columns: Math.max(1, widthOf(middle)) };
}

/** What each character of a line looks like on the terminal. */
function cells(text: string): string[] {
  return Array.from(text, (letter) => (letter === '\t' ? TAB : visible(letter)));
}

function widthOf(shown: readonly string[]): number {
  let width = 0;
  for (const cell of shown) for (const letter of cell) width += columnsOf(letter.codePointAt(0)!);
  return width;
}

/** The first cells that fit into a width. */
function takeStart(shown: readonly string[], width: number): readonly string[] {
  let used = 0;
  let count = 0;
  while (count < shown.length) {
    used += widthOf([shown[count]!]);
    if (used > width) break;
    count++;
  }
  return shown.slice(0, count);
}

/** The last cells that fit into a width. */
function takeEnd(shown: readonly string[], width: number): readonly string[] {
  return takeStart([...shown].reverse(), width)
    .slice()
    .reverse();
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0xa0;
}

/** The offset, moved off the middle of a surrogate pair. */
function pairStart(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
