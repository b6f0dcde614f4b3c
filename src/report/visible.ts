/**
 * A draft may carry characters that make a terminal, a log or a page show something else than it says: escape sequences,
 * bidirectional overrides, invisible separators. Reports show them as `<U+202E>`.
 */

/** Marks that reorder or hide text. U+200C and U+200D stay: scripts and emoji need them, and they deceive nobody here. */
function deceives(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0x61c ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    code === 0xfffe ||
    code === 0xffff ||
    (code >= 0xd800 && code <= 0xdfff)
  );
}

/** Hexadecimal name of a character: `<U+001B>`. */
function nameOf(code: number): string {
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** The text with every deceiving character named instead of printed; tabs and line ends too. Linear, and free where there is none. */
export function visible(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) {
      i++;
      continue;
    }
    if (!deceives(code)) continue;
    out += text.slice(from, i) + nameOf(code);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** One line of prose: white space folded to single spaces, everything else as `visible` shows it. */
export function oneLine(text: string): string {
  return visible(text.replace(/[\t\n\r\f\v]+/g, ' ').trim());
}

/** JSON that a terminal may show: the characters `visible` names are written as `\uXXXX` and still parse to themselves. */
export function safeJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  let out = '';
  let from = 0;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    // Line ends are the report's own layout: inside a string JSON has already escaped them. Pairs of surrogates are letters.
    if (code === 10 || (code >= 0xd800 && code <= 0xdfff) || !deceives(code)) continue;
    out += `${json.slice(from, i)}\\u${code.toString(16).padStart(4, '0')}`;
    from = i + 1;
  }
  return from === 0 ? json : out + json.slice(from);
}

/** Columns a character takes on a terminal: 0 for combining marks and joiners, 2 for wide letters and pictures, else 1. */
export function columnsOf(code: number): number {
  if (code < 0x300) return 1;
  if (code === 0x200c || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  if (COMBINING.test(String.fromCodePoint(code))) return 0;
  return WIDE.some(([low, high]) => code >= low && code <= high) ? 2 : 1;
}

const COMBINING = /^\p{Mn}|^\p{Me}/u;

/** Blocks of East Asian wide letters and of pictures. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];
