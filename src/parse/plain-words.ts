import type { Paragraph, PhrasingContent } from 'mdast';

type Position = NonNullable<Paragraph['position']>;
type Point = Position['start'];

/** A line of words: where it begins in the text, where its words begin, and where it ends, without its line end. */
export interface Line {
  readonly at: number;
  readonly ink: number;
  readonly end: number;
  /** 1-based. */
  readonly number: number;
}

export function point(line: number, column: number, offset: number): Point {
  return { line, column, offset };
}

/** Marks that may mean something inside a line; brackets are judged apart, and so are stars. */
const marks = /[\\`_<&~|\0]/;

/**
 * Tells for a text which of its stretches have no Markdown inside their lines. A bracket means something only where it has an address
 * behind it, or where the text defines what it stands for.
 */
export function plainJudge(text: string): (from: number, to: number) => boolean {
  const defines = text.includes(']:');
  return (from, to) => {
    const words = text.slice(from, to);
    return !marks.test(words) && (defines ? !/[[\]]/.test(words) : !words.includes(']('));
  };
}

/**
 * Whether a line of words may be one of a paragraph and nothing else: no heading, list, quotation, rule, underline, fence, HTML, table row or
 * definition, whatever stands around it.
 */
export function opensWords(text: string, ink: number, end: number): boolean {
  const code = text.charCodeAt(ink);
  if (isLetter(code) || code > 0xa0) return true;
  switch (code) {
    case 35: // #
    case 60: // <
    case 62: // >
    case 96: // `
    case 124: // |
    case 126: // ~
      return false;
    case 43: // +
    case 45: // -
    case 58: // :
    case 61: // =
      return ink + 1 < end && isLetterOrDigit(text.charCodeAt(ink + 1));
    case 42: // *
      return /^\*\*?[^*\s]/.test(text.slice(ink, ink + 3));
    default:
      return markerEnd(text, ink, end) < 0;
  }
}

/** Behind the mark of a list item that stands at `ink` ("12." or "-"); -1 where none does. */
export function markerEnd(text: string, ink: number, end: number): number {
  let at = ink;
  const code = text.charCodeAt(at);
  if (code === 45 || code === 43 || code === 42) at++;
  else {
    while (at < end && at - ink < 9 && isDigit(text.charCodeAt(at))) at++;
    if (at === ink) return -1;
    const sign = text.charCodeAt(at);
    if (at === end || (sign !== 46 && sign !== 41)) return -1;
    at++;
  }
  return at === end || text.charCodeAt(at) === 32 ? at : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** `## Article 5`, at the margin. */
export function isHeading(text: string, from: number, to: number): boolean {
  let i = from;
  while (i < to && text.charCodeAt(i) === 35) i++;
  return i > from && i - from <= 6 && (i === to || text.charCodeAt(i) === 32);
}

/** The paragraph of plain lines, as the parser tells it; null where its stars are not plainly pairs. */
export function paragraphOf(text: string, lines: readonly Line[]): Paragraph | null {
  const children = new WordsReader(text).read(lines);
  const [first, last] = [lines[0]!, lines[lines.length - 1]!];
  return (
    children && { type: 'paragraph', children, position: { start: pointOf(first, first.ink), end: pointOf(last, last.end) } }
  );
}

/** Reads the words of lines: spaces around a line fall away, two at its end break it; `*words*` and `**words**` are emphasis. */
class WordsReader {
  private readonly text: string;
  private readonly children: PhrasingContent[] = [];
  /** Where words go now: the children, or those of the emphasis that is open. */
  private into: PhrasingContent[] = this.children;
  /** Stars that opened the emphasis. */
  private stars = 0;
  private value = '';
  private start: Point | null = null;

  constructor(text: string) {
    this.text = text;
  }

  read(lines: readonly Line[]): PhrasingContent[] | null {
    const { text } = this;
    for (const [n, line] of lines.entries()) {
      let end = line.end;
      while (end > line.ink && text.charCodeAt(end - 1) === 32) end--;
      if (!this.readLine(line, end)) return null;
      const next = lines[n + 1];
      if (next === undefined) this.flush(pointOf(line, end));
      else if (line.end - end < 2) this.add('\n', line, line.end);
      else {
        this.flush(pointOf(line, end));
        const at = { start: pointOf(line, end), end: point(next.number, 1, line.end + 1) };
        this.into.push({ type: 'break', position: at });
      }
    }
    return this.stars > 0 ? null : this.children;
  }

  private readLine(line: Line, end: number): boolean {
    const { text } = this;
    let at = line.ink;
    for (let star = text.indexOf('*', at); star >= 0 && star < end; star = text.indexOf('*', at)) {
      let after = star + 1;
      while (after < end && text[after] === '*') after++;
      if (star > at) this.add(text.slice(at, star), line, at);
      const before = star === line.ink ? '' : text.slice(at, star).at(-1)!;
      if (!this.readStars(line, star, after, kindOf(before), kindOf(after === end ? '' : text[after]!))) return false;
      at = after;
    }
    if (end > at) this.add(text.slice(at, end), line, at);
    return true;
  }

  /** Stars open before words and close behind them; where they might do both, or are more than two, the parser must decide. */
  private readStars(line: Line, from: number, to: number, before: Kind, after: Kind): boolean {
    const opens = after !== 'blank' && (after === 'word' || before !== 'word');
    const closes = before !== 'blank' && (before === 'word' || after !== 'word');
    const count = to - from;
    if (opens === closes || count > 2 || opens !== (this.stars === 0)) return false;
    // Words that end with a line end there, before the spaces of the next line.
    this.flush(this.value.endsWith('\n') ? point(line.number, 1, line.at) : pointOf(line, from));
    if (opens) {
      const type = count === 1 ? 'emphasis' : 'strong';
      const start = pointOf(line, from);
      const children: PhrasingContent[] = [];
      this.into.push({ type, children, position: { start, end: start } });
      this.into = children;
      this.stars = count;
      return true;
    }
    if (count !== this.stars) return false;
    this.children[this.children.length - 1]!.position!.end = pointOf(line, to);
    this.into = this.children;
    this.stars = 0;
    return true;
  }

  private add(words: string, line: Line, at: number): void {
    this.start ??= pointOf(line, at);
    this.value += words;
  }

  private flush(end: Point): void {
    if (this.start === null) return;
    this.into.push({ type: 'text', value: this.value, position: { start: this.start, end } });
    this.value = '';
    this.start = null;
  }
}

type Kind = 'word' | 'mark' | 'blank';

function kindOf(character: string): Kind {
  if (/^[\p{L}\p{N}]/u.test(character)) return 'word';
  return /^\s?$/.test(character) ? 'blank' : 'mark';
}

/** The words of a heading. */
export function wordsOf(text: string, line: Line): PhrasingContent[] | null {
  return new WordsReader(text).read([line]);
}

/** A place on a line as Markdown's trees tell it. */
export function pointOf(line: Line, offset: number): Point {
  return point(line.number, offset - line.at + 1, offset);
}
