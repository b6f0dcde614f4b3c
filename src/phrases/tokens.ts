import { splitWord } from './lexicon-entry.ts';
import type { Lexeme, Token } from './types.ts';
import { classCount, classesOf } from './word-classes.ts';

const word =
  /\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?:-\p{L}+)*|(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\d]*(?:['’](?!s\b)\p{L}+)?(?:-[\p{L}\d]+)*|['’]s\b|\S/gu;

/** Every word met in this run, so that what is asked of a word is asked once. Emptied where a text has too many. */
const vocabulary = new Map<string, Lexeme>();
const MOST_WORDS = 200_000;
let classesKnown = 0;

function lexemeOf(raw: string): Lexeme {
  const known = vocabulary.get(raw);
  if (known) return known;
  const first = raw.charCodeAt(0);
  const number = first >= 48 && first <= 57;
  const lower = raw.toLowerCase();
  const letter = !number && (raw.length > 1 || lower !== raw.toUpperCase());
  // The word as a key of its own: a slice would keep the whole draft in memory.
  const key = unslice(lower);
  const own = lower === raw ? key : unslice(raw);
  const lexeme: Lexeme = {
    word: key,
    raw: own,
    kind: number ? 'number' : letter ? 'word' : 'mark',
    capital: letter && raw[0] !== raw[0]!.toLowerCase(),
    classes: classesOf(key),
    parts: splitWord(key),
    answers: 0,
  };
  vocabulary.set(own, lexeme);
  return lexeme;
}

/** The same characters as the one text that the engine keeps for them: compared by identity, and no slice that keeps the draft in memory. */
function unslice(text: string): string {
  const keys = Object.create(null) as Record<string, true>;
  keys[text] = true;
  return Object.keys(keys)[0]!;
}

/**
 * Splits clean text into words, numbers and marks. Takes a block's text and its map into the draft. Hyphenated words, initials ("U.S.") and
 * clock times are one token; `'s` stands alone.
 */
export function tokenize(text: string, source: Uint32Array, inherited = false): Token[] {
  if (classesKnown !== classCount() || vocabulary.size > MOST_WORDS) {
    vocabulary.clear();
    classesKnown = classCount();
  }
  const tokens: Token[] = [];
  word.lastIndex = 0;
  for (let hit = word.exec(text); hit !== null; hit = word.exec(text)) {
    const lexeme = lexemeOf(hit[0]);
    const at = hit.index;
    const last = at + lexeme.raw.length - 1;
    tokens.push({
      word: lexeme.word,
      raw: lexeme.raw,
      start: source[at]!,
      end: Math.max((source[last] ?? 0) + 1, source[at]! + 1),
      kind: lexeme.kind,
      capital: lexeme.capital,
      inherited,
      lexeme,
    });
  }
  return tokens;
}

let questions = 0;

/**
 * A question about a word that is answered once for each word of a run, whatever the number of its places.
 *
 * @param answer depends on the word as written alone. At most 15 questions, made when a room is loaded.
 */
export function askOnce(answer: (lexeme: Lexeme) => boolean): (token: Token) => boolean {
  const known = 1 << (2 * questions);
  const yes = 2 << (2 * questions);
  questions++;
  return ({ lexeme }) => {
    if ((lexeme.answers & known) === 0) lexeme.answers |= answer(lexeme) ? known | yes : known;
    return (lexeme.answers & yes) !== 0;
  };
}
