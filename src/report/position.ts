/** A place as editors count it: both from 1, columns in UTF-16 code units, a tab is one (design 4). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Offsets of the first character of every line. LF, CRLF and a lone CR end a line, as Markdown and the language server
 * protocol count them; CRLF is one line end.
 */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Place of an offset. An offset outside the text is taken to the nearest end; one between CR and LF stays on its line. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - starts[low]!) + 1 };
}

/** Offset of a place: the inverse of `positionAt` for every offset inside the text. A column behind the line's end counts on. */
export function offsetAt(starts: readonly number[], position: Position): number {
  const line = Math.min(Math.max(position.line, 1), starts.length);
  return starts[line - 1]! + Math.max(position.column, 1) - 1;
}

/** Both ends of a run of text. */
export interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** Places of offsets in one text: the lines are counted once. */
export function placer(text: string): (span: { readonly start: number; readonly end: number }) => Place {
  const starts = lineStarts(text);
  return (span) => ({ start: positionAt(starts, span.start), end: positionAt(starts, span.end) });
}
