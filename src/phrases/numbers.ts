import type { Token } from './types.ts';

/** A number as read from the words: `to` is the token after it. */
export interface NumberRead {
  readonly value: number;
  readonly to: number;
  /** "ninetieth", "30th": a place in a row, not an amount. */
  readonly ordinal: boolean;
}

const small =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`.split(/\s+/);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const irregular: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fifth: 5, eighth: 8, ninth: 9, twelfth: 12 };

interface Piece {
  readonly kind: 'small' | 'ten' | 'hundred' | 'thousand';
  readonly value: number;
  readonly ordinal: boolean;
}

const pieces: ReadonlyMap<string, Piece> = allPieces();

function allPieces(): Map<string, Piece> {
  const found = new Map<string, Piece>();
  small.forEach((word, value) => {
    found.set(word, { kind: 'small', value, ordinal: false });
    if (value > 3 && !(`${word}th` in irregular)) found.set(`${word}th`, { kind: 'small', value, ordinal: true });
  });
  for (const wrong of ['fiveth', 'eightth', 'nineth', 'twelveth']) found.delete(wrong);
  for (const [word, value] of Object.entries(irregular)) found.set(word, { kind: 'small', value, ordinal: true });
  tens.forEach((word, n) => {
    found.set(word, { kind: 'ten', value: 20 + 10 * n, ordinal: false });
    found.set(word.replace(/y$/, 'ieth'), { kind: 'ten', value: 20 + 10 * n, ordinal: true });
  });
  found.set('fourty', { kind: 'ten', value: 40, ordinal: false });
  for (const [word, value] of [
    ['hundred', 100],
    ['thousand', 1000],
  ] as const) {
    found.set(word, { kind: word, value, ordinal: false });
    found.set(`${word}th`, { kind: word, value, ordinal: true });
  }
  return found;
}

/**
 * Reads the number that begins at token `at`: figures ("72", "1,000", "2.5", "30th"), words up to the thousands ("ninety",
 * "one hundred and twenty", "twenty-first"), and the two together ("seventy-two (72)", "72 (seventy-two)").
 * Takes tokens and an index; gives the value with the index after it, or null. A time of day ("06.00") and a mere "a" are no numbers.
 */
export function readNumber(tokens: readonly Token[], at: number): NumberRead | null {
  const first = bare(tokens, at);
  if (!first) return null;
  const halved = half(tokens, first);
  if (tokens[halved.to]?.word === '(') {
    const again = bare(tokens, halved.to + 1);
    if (again && tokens[again.to]?.word === ')' && again.value === halved.value) {
      return { value: halved.value, to: again.to + 1, ordinal: halved.ordinal || again.ordinal };
    }
  }
  return halved;
}

/** The number written in one hyphenated or plain word ("forty-eight", "72", "1,000"), or null. */
export function numberInWord(word: string): number | null {
  const figure = figures(word);
  if (figure) return figure.value;
  const parts = word.split('-');
  const read = spell(parts, 0);
  return read && read.to === parts.length && !read.ordinal ? read.value : null;
}

/** A number may begin with this word: "seventy", "forty-eight". */
export function beginsNumber(word: string): boolean {
  return pieces.has(word.includes('-') ? word.slice(0, word.indexOf('-')) : word);
}

function bare(tokens: readonly Token[], at: number): NumberRead | null {
  const token = tokens[at];
  if (!token) return null;
  const figure = figures(token.word);
  if (figure) {
    const tail = tokens[at + 1];
    // "30th" may come as one token or as two that touch.
    if (!figure.ordinal && tail && tail.start === token.end && /^(?:st|nd|rd|th)$/.test(tail.word)) {
      return { value: figure.value, to: at + 2, ordinal: true };
    }
    return { value: figure.value, to: at + 1, ordinal: figure.ordinal };
  }
  return words(tokens, at);
}

function figures(word: string): { readonly value: number; readonly ordinal: boolean } | null {
  const found = /^(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(\.\d{1,3})?(st|nd|rd|th)?$/.exec(word);
  if (!found) return null;
  // "06.00" and "23.59" are times of day.
  if (found[2]?.length === 3 && found[1]!.length === 2) return null;
  return { value: Number(found[1]!.replaceAll(',', '') + (found[2] ?? '')), ordinal: found[3] !== undefined };
}

/** "and a half" after a number. */
function half(tokens: readonly Token[], read: NumberRead): NumberRead {
  const [and, a, word] = [tokens[read.to]?.word, tokens[read.to + 1]?.word, tokens[read.to + 2]?.word];
  if (and === 'and' && (a === 'a' || a === 'one') && word === 'half')
    return { ...read, value: read.value + 0.5, to: read.to + 3 };
  return read;
}

/** Longest number in words from `at`: at most twelve tokens, so that reading stays linear. */
function words(tokens: readonly Token[], at: number): NumberRead | null {
  const head = tokens[at]!.word;
  const article = head === 'a' || head === 'an';
  if (!article && !pieces.has(head.split('-')[0]!)) return null;
  if (article && !/^(?:hundred|thousand)$/.test(tokens[at + 1]?.word ?? '')) return null;
  const parts: string[] = [];
  const owner: number[] = [];
  for (let i = at; i < Math.min(at + 12, tokens.length); i++) {
    const split = i === at && article ? ['one'] : tokens[i]!.word.split('-');
    // A compound such as "ten-year" or "one-third" is no plain number.
    if (!split.every((part) => pieces.has(part) || part === 'and')) break;
    for (const part of split) {
      parts.push(part);
      owner.push(i);
    }
  }
  const read = spell(parts, 0);
  if (!read) return null;
  const last = owner[read.to - 1]!;
  // The number must end where a token ends: "two-three" is none.
  if (owner[read.to] === last) return null;
  return { value: read.value, to: last + 1, ordinal: read.ordinal };
}

/** Adds up number words from `at`; stops before a word that cannot continue the number ("two three" is 2). */
function spell(parts: readonly string[], at: number): NumberRead | null {
  let total = 0;
  let current = 0;
  let room: 'any' | 'below-hundred' | 'below-ten' | 'none' = 'any';
  let to = at;
  let ordinal = false;
  for (let i = at; i < parts.length && !ordinal; i++) {
    let piece = pieces.get(parts[i]!);
    let next = i;
    if (!piece && parts[i] === 'and' && to > at && room === 'below-hundred') {
      next = i + 1;
      piece = pieces.get(parts[next] ?? '');
    }
    if (!piece) break;
    if (piece.kind === 'thousand') {
      if (current === 0 || total > 0) break;
      total = current * 1000;
      current = 0;
      room = 'below-hundred';
    } else if (piece.kind === 'hundred') {
      if (current === 0 || current > 9) break;
      current *= 100;
      room = 'below-hundred';
    } else if (piece.kind === 'ten') {
      if (room !== 'any' && room !== 'below-hundred') break;
      current += piece.value;
      room = 'below-ten';
    } else {
      if (room === 'none' || (room === 'below-ten' && (piece.value > 9 || piece.value === 0))) break;
      current += piece.value;
      room = 'none';
    }
    ordinal = piece.ordinal;
    to = next + 1;
    i = next;
  }
  return to === at ? null : { value: total + current, to, ordinal };
}
