/** Longer openings of a line are no list marks. */
const FARTHEST = 60;

/**
 * A comment that begins a line would hide the words behind it from Markdown as raw HTML, or break the paragraph it stands in, and with it
 * the sentence. It is given to the parser as an empty tag of the same length instead, which stays among the words.
 */
export function keepInline(text: string): string {
  if (!text.includes('<!--')) return text;
  const lines = text.split('\n');
  let before = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const at = line.indexOf('<!--');
    if (at < 0 || at > FARTHEST || !opensLine.test(line.slice(0, at))) {
      before = line;
      continue;
    }
    const end = endOfComments(line, at);
    if (end < 0) {
      before = line;
      continue;
    }
    const alone = line.slice(end).trim() === '';
    if (alone && !(goesOn(before) && goesOn(nextWords(lines, i)))) before = '';
    else {
      lines[i] = masked(line, at, end);
      // A line of comments inside a paragraph is followed by the same paragraph.
      if (!alone) before = line.slice(end);
    }
  }
  return lines.join('\n');
}

const opensLine = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/;

/** Behind the last of the comments that follow each other from `at`; -1 where one does not end on the line. */
function endOfComments(line: string, at: number): number {
  let end = at;
  for (let next = at; next >= 0; ) {
    const close = line.indexOf('-->', next + 4);
    if (close < 0) return -1;
    end = close + 3;
    next = line.slice(end).trimStart().startsWith('<!--') ? line.indexOf('<!--', end) : -1;
  }
  return end;
}

/** The next line that is no comment; a few comments may follow each other. */
function nextWords(lines: readonly string[], from: number): string {
  for (let i = from + 1; i < Math.min(lines.length, from + 10); i++) if (!/^[ \t>]*<!--/.test(lines[i]!)) return lines[i]!;
  return '';
}

/** Whether a line is one of a paragraph's words: no blank line, heading, table, fence, rule, list item or HTML. */
function goesOn(line: string): boolean {
  const words = line.replace(/^[ \t>]*/, '').trimEnd();
  return words !== '' && !/^(?:#|\||<|```|~~~|(?:[-=]{2,}|(?:\*[ \t]*){3,})$)/.test(words);
}

function masked(line: string, from: number, to: number): string {
  let out = line.slice(0, from);
  for (let at = from; at < to; ) {
    const close = line.indexOf('-->', at + 4) + 3;
    out += `<a${' '.repeat(close - at - 3)}>`;
    const next = close < to ? line.indexOf('<!--', close) : to;
    out += line.slice(close, next);
    at = next;
  }
  return out + line.slice(to);
}
