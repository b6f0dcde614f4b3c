import type { Nodes, PhrasingContent } from 'mdast';

/** Words without Markdown, each character with its offset in the draft. */
export interface CleanText {
  readonly text: string;
  readonly source: Uint32Array;
  /** Indices of `text` at which a line of the draft begins, the first left out. */
  readonly lineStarts: readonly number[];
  /** Length of the bold words the text opens with; 0 where it opens plain. */
  readonly boldTo: number;
}

class Collector {
  chars: string[] = [];
  at: number[] = [];
  lines: number[] = [];
  end = 0;

  push(char: string, offset: number): void {
    this.chars.push(char);
    this.at.push(offset);
  }
}

const quotes: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ʼ: "'",
  '′': "'",
};

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const space = /\s/;

/**
 * The words of one block (contract of `Block.text`): marks removed, white space folded, quotes straight, NFC. Re-wrapping changes
 * nothing. Takes the inline nodes and the draft's text.
 */
export function cleanText(nodes: readonly PhrasingContent[], draft: string): CleanText {
  const clean = nodes.length === 1 ? alreadyClean(nodes[0]!, draft) : null;
  if (clean !== null) return clean;
  const out = new Collector();
  let boldTo = 0;
  nodes.forEach((node, index) => {
    collect(node, draft, out);
    if (index === 0 && node.type === 'strong') boldTo = out.chars.length;
  });
  return fold(out, boldTo);
}

/** Letters, marks and single blanks in a row, none of which is folded but quotes, one for one. */
const plain = /^[!-~¡-¬®-ſ‐-―‘-„‟…′″ʼ]+(?: [!-~¡-¬®-ſ‐-―‘-„‟…′″ʼ]+)*$/;
const anyQuote = /[“”„‟«»″‘’‚‛ʼ′]/g;

/** One run of words that stands in the draft as it is: most paragraphs are such, and need not be folded sign by sign. */
function alreadyClean(node: PhrasingContent, draft: string): CleanText | null {
  const start = node.position?.start.offset;
  if (node.type !== 'text' || start === undefined) return null;
  const { value } = node;
  if (!plain.test(value) || !draft.startsWith(value, start) || node.position?.end.offset !== start + value.length) return null;
  const source = new Uint32Array(value.length + 1);
  for (let i = 0; i <= value.length; i++) source[i] = start + i;
  return { text: value.replace(anyQuote, (quote) => quotes[quote]!), source, lineStarts: [], boldTo: 0 };
}

/** Words of a verbatim run of the draft (code, HTML): only white space is folded. */
export function cleanSource(draft: string, start: number, end: number): CleanText {
  const out = new Collector();
  for (let i = start; i < end; i++) out.push(draft[i]!, i);
  out.end = end;
  return fold(out, 0);
}

/** The words under a node, in the order of the text. Marks can be nested deeper than functions can be called, so it keeps its own stack. */
function collect(root: Nodes, draft: string, out: Collector): void {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
    else collectLeaf(node, draft, out);
    out.end = Math.max(out.end, node.position?.end.offset ?? 0);
  }
}

function collectLeaf(node: Nodes, draft: string, out: Collector): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      align(node.value, draft, start, end, out);
      break;
    case 'break':
      out.lines.push(out.chars.length + 1);
      out.push(' ', start);
      break;
  }
}

/** Pairs each character of a text node with its place: escapes, entities and the marks of a continued line are stepped over. */
function align(value: string, draft: string, start: number, end: number, out: Collector): void {
  let i = start;
  for (let j = 0; j < value.length; j++) {
    const char = value[j]!;
    while (i < end && draft[i] !== char) {
      if (draft[i] === '&') {
        const close = draft.indexOf(';', i);
        if (close > 0 && close < end && close - i < 34) {
          out.push(char, i);
          i = close + 1;
          break;
        }
      }
      if (char === '\n' && draft[i] === '\r') break;
      i++;
    }
    if (i < end && (draft[i] === char || (char === '\n' && draft[i] === '\r'))) {
      if (char === '\n') out.lines.push(out.chars.length + 1);
      out.push(char, i);
      i += char === '\n' && draft[i] === '\r' && draft[i + 1] === '\n' ? 2 : 1;
    }
  }
}

/** Folds white space, quotes and composition, keeping the map. */
function fold(from: Collector, boldTo: number): CleanText {
  const text: string[] = [];
  const source: number[] = [];
  const lineStarts: number[] = [];
  let line = 0;
  let bold = 0;
  let last = ' ';
  for (let i = 0; i < from.chars.length; i++) {
    if (from.lines[line] === i) {
      if (text.length > 0) lineStarts.push(text.length);
      line++;
    }
    let char = from.chars[i]!;
    // What a keyboard has needs no table.
    if (char < '!' || char > '~') {
      if (invisible.test(char)) continue;
      if (space.test(char)) char = ' ';
      else char = quotes[char] ?? char;
    }
    if (i <= boldTo) bold = text.length;
    if (char === ' ' && last === ' ') continue;
    if (char >= '\u0300' && char <= '\u036f' && text.length > 0) {
      const whole = (text[text.length - 1]! + char).normalize('NFC');
      if (whole.length === 1) {
        text[text.length - 1] = whole;
        last = whole;
        continue;
      }
    }
    text.push(char);
    source.push(from.at[i]!);
    last = char;
  }
  if (boldTo >= from.chars.length) bold = text.length;
  while (text.length > 0 && text[text.length - 1] === ' ') {
    text.pop();
    source.pop();
  }
  const tail = source.length > 0 ? Math.min(from.end, nextOffset(from, source[source.length - 1]!)) : from.end;
  const map = new Uint32Array(source.length + 1);
  map.set(source);
  map[source.length] = tail;
  const joined = text.join('');
  return {
    text: joined,
    source: map,
    lineStarts: lineStarts.filter((n) => n < joined.length),
    boldTo: boldTo > 0 ? Math.min(bold, joined.length) : 0,
  };
}

/** The offset just behind a character, combining marks included. */
function nextOffset(from: Collector, offset: number): number {
  const at = from.at.lastIndexOf(offset);
  let next = offset + 1;
  for (let i = at + 1; i < from.chars.length && from.chars[i]! >= '\u0300' && from.chars[i]! <= '\u036f'; i++)
    next = from.at[i]! + 1;
  return next;
}

/** A piece of a clean text, from and to as indices of its text. */
export function slice(clean: CleanText, from: number, to = clean.text.length): CleanText {
  let start = from;
  let end = to;
  while (start < end && clean.text[start] === ' ') start++;
  while (end > start && clean.text[end - 1] === ' ') end--;
  const source = new Uint32Array(end - start + 1);
  source.set(clean.source.subarray(start, end));
  source[end - start] = end < clean.text.length ? clean.source[end - 1]! + 1 : clean.source[clean.text.length]!;
  return {
    text: clean.text.slice(start, end),
    source,
    lineStarts: clean.lineStarts.filter((n) => n > start && n < end).map((n) => n - start),
    boldTo: Math.max(0, Math.min(clean.boldTo, end) - start),
  };
}
