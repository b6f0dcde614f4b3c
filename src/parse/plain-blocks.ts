import type { Heading, List, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { readPlainRegion } from './plain-lists.ts';
import { isHeading, type Line, markerEnd, plainJudge, pointOf, wordsOf } from './plain-words.ts';

type Plain = Paragraph | Heading | List;

/**
 * Most of a treaty is prose without any Markdown in it. Such paragraphs, lists and headings are cut out before the parser runs and put back
 * after it: the tree is the same, in a fraction of the time. What the parser sees instead of a run of them is the paragraph `x`, which opens
 * and closes the same lists and quotations; where one does not come back (a fence or a comment was open), the whole text is parsed.
 */

/** A run of plain blocks: its place in the text, and the offset of its `x` in the short text. */
interface Run {
  readonly blocks: Plain[];
  readonly at: number;
}

/** A stretch of the short text that stands in the text elsewhere. */
interface Stretch {
  /** First offset in the short text. */
  readonly from: number;
  readonly offset: number;
  readonly line: number;
}

const STAND_IN = 'x\n\n';

/**
 * The tree of a text, with the parser asked only for what may be more than plain words. Gives what `parse` would give for the whole text.
 *
 * @param parse reads Markdown; called once or twice.
 */
export function parseSparingly(text: string, parse: (text: string) => Root): Root {
  // Other line ends and tabs have rules of their own, and so has a byte order mark.
  if (text.charCodeAt(0) === 0xfeff || /[\r\t]/.test(text)) return parse(text);
  // Behind front matter that never ends the parser opens no list.
  if (/^---+ *\n/.test(text) && !/\n--- *(?:\n|$)/.test(text)) return parse(text);
  const { short, runs, stretches } = shorten(text);
  if (runs.length === 0) return parse(text);
  const tree = parse(short);
  const children = restore(tree.children, runs, stretches);
  if (children === null) return parse(text);
  const lines = lineEndsIn(text);
  const end = { line: lines + 1, column: text.length - text.lastIndexOf('\n'), offset: text.length };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Cuts the text at blank lines and headings, and takes the plain pieces out. What stands between two of them stays as it is. */
class Shortener {
  readonly runs: Run[] = [];
  readonly stretches: Stretch[] = [];
  private readonly parts: string[] = [];
  private readonly text: string;
  private length = 0;
  private line = 1;
  private run: Run | null = null;
  /** The stretch that is being kept. */
  private from = -1;
  private to = -1;
  private fromLine = 1;

  constructor(text: string) {
    this.text = text;
  }

  keep(from: number, to: number, line: number): void {
    if (this.from < 0) {
      const opens = this.runs.length === 0;
      // Front matter is such only at the very beginning: blank lines before it count.
      this.from = opens ? 0 : from;
      this.fromLine = opens ? 1 : line;
    }
    this.to = to;
    this.run = null;
  }

  cut(block: Plain): void {
    this.flush(block.position!.start.offset!);
    if (this.run === null) {
      this.run = { blocks: [], at: this.length };
      this.runs.push(this.run);
      this.push(STAND_IN);
    }
    this.run.blocks.push(block);
  }

  end(): string {
    this.flush(this.text.length);
    return this.parts.join('');
  }

  /** Blank lines behind what is kept are kept too: they may belong to it. A stand-in always has one before it. */
  private flush(to: number): void {
    if (this.from < 0) return;
    this.stretches.push({ from: this.length, offset: this.from - this.length, line: this.fromLine - this.line });
    this.push(this.text.slice(this.from, to));
    if (to < this.text.length && lineEndsIn(this.text.slice(this.to, to)) < 2) this.push('\n');
    this.from = -1;
  }

  private push(part: string): void {
    this.parts.push(part);
    this.length += part.length;
    this.line += lineEndsIn(part);
  }
}

function shorten(text: string) {
  const out = new Shortener(text);
  const isPlain = plainJudge(text);
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    if (firstInk(text, at, end) === end) {
      at = end + 1;
      line++;
    } else if (isHeading(text, at, end)) {
      const heading = plainHeading(text, at, end, line, isPlain);
      if (heading) out.cut(heading);
      else out.keep(at, end, line);
      at = end + 1;
      line++;
    } else {
      const region = readPlainRegion(text, at, line, isPlain) ?? endOfUnknown(text, at, line);
      if ('blocks' in region) for (const block of region.blocks) out.cut(block);
      else out.keep(at, region.ink, line);
      at = region.end;
      line = region.line;
    }
  }
  return { short: out.end(), runs: out.runs, stretches: out.stretches };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function firstInk(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && text.charCodeAt(i) === 32) i++;
  return i;
}

/**
 * Where Markdown that only the parser can read ends for certain: before a line at the margin behind a blank one. Where lists stand in it, the
 * line must not be another item.
 */
function endOfUnknown(text: string, from: number, number: number) {
  let ink = from;
  let lists = false;
  let blank = false;
  let line = number;
  let at = from;
  for (; at < text.length; line++) {
    const end = lineEnd(text, at);
    const first = firstInk(text, at, end);
    if (first === end) blank = true;
    else {
      const item = markerEnd(text, first, end) >= 0;
      if (blank && first === at && !(lists && item)) break;
      // Right behind code the parser reads as words what elsewhere begins a list.
      lists ||= item || first - at >= 4;
      blank = false;
      ink = end;
    }
    at = end + 1;
  }
  return { ink, end: at, line };
}

function plainHeading(
  text: string,
  from: number,
  to: number,
  line: number,
  isPlain: (from: number, to: number) => boolean,
): Heading | null {
  let depth = 0;
  while (text.charCodeAt(from + depth) === 35) depth++;
  let start = from + depth;
  while (start < to && text.charCodeAt(start) === 32) start++;
  let end = to;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  // A trailing # may close the heading, and spaces at its end are told differently: the parser knows.
  if (start === end || end !== to || text.slice(start, end).includes('#') || !isPlain(start, end)) return null;
  const at: Line = { at: from, ink: start, end, number: line };
  const children = wordsOf(text, at);
  return (
    children && {
      type: 'heading',
      depth: depth as Heading['depth'],
      children,
      position: { start: pointOf(at, from), end: pointOf(at, to) },
    }
  );
}

/** Puts the plain blocks back and moves the others to where they stand in the text; null where a stand-in did not come back as itself. */
function restore(found: readonly RootContent[], runs: readonly Run[], stretches: readonly Stretch[]): RootContent[] | null {
  const children: RootContent[] = [];
  let run = 0;
  let stretch = 0;
  for (const child of found) {
    const at = child.position?.start.offset ?? -1;
    const awaited = runs[run];
    if (awaited && at === awaited.at) {
      if (child.type !== 'paragraph' || child.position?.end.offset !== at + 1) return null;
      for (const block of awaited.blocks) children.push(block);
      run++;
      continue;
    }
    if (awaited && at > awaited.at) return null;
    while (stretch + 1 < stretches.length && stretches[stretch + 1]!.from <= at) stretch++;
    move(child, stretches[stretch]!);
    children.push(child);
  }
  return run === runs.length ? children : null;
}

/** Moves a block and all that is in it. */
function move(block: RootContent, { offset, line }: Stretch): void {
  const open: Nodes[] = [block];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.position) {
      for (const place of [node.position.start, node.position.end]) {
        place.offset! += offset;
        place.line += line;
      }
    }
    if ('children' in node) for (const child of node.children) open.push(child);
  }
}
