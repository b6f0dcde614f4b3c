import type { Builder, OpenClause } from './builder.ts';
import { foldNumber, type Marker } from './markers.ts';

/** Shape of a paragraph's or point's number, and its folded key. Items of one shape are siblings. */
export interface Numbered {
  readonly shape: string;
  readonly key: string;
  readonly rank: number;
}

const romanOrder = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];

/**
 * Reads what kind of number a marker carries where it stands: `(i)` after `(h)` is a letter, after nothing a Roman number.
 */
export function readNumbered(marker: Marker, builder: Builder): Numbered {
  if (marker.form === 'decimal') {
    const depth = marker.number.split('.').length;
    return { shape: `decimal${depth}`, key: marker.number, rank: 3 + depth };
  }
  if (/^\d/.test(marker.number))
    return {
      shape: `digit-${marker.form}`,
      key: foldNumber(marker.number, 'paragraph'),
      rank: marker.form === 'parenthesis' ? 4.5 : 4,
    };
  const low = marker.number.toLowerCase();
  const upper = marker.number !== low;
  const roman = romanOrder.indexOf(low);
  if (upper) {
    const before = builder.find((clause) => clause.shape === 'upper-letter');
    if (low.length === 1 && before?.key?.length === 1 && low.charCodeAt(0) === before.key.charCodeAt(0) + 1)
      return { shape: 'upper-letter', key: low, rank: 4.2 };
    if (marker.form === 'dotted' && marker.unit === 'paragraph')
      return {
        shape: 'upper-roman',
        key: foldNumber(low, 'paragraph'),
        rank: 4,
      };
    return { shape: 'upper-letter', key: low, rank: 4.2 };
  }
  const letters = builder.find((clause) => clause.shape === `letter-${marker.form}`);
  const romans = builder.find((clause) => clause.shape === `roman-${marker.form}`);
  if (roman < 0) return { shape: `letter-${marker.form}`, key: low, rank: 5 };
  if (low.length > 1) return { shape: `roman-${marker.form}`, key: low, rank: 6 };
  const nextLetter =
    letters !== null && letters.key !== null && letters.key.length === 1 && low.charCodeAt(0) === letters.key.charCodeAt(0) + 1;
  const nextRoman = romans !== null && romans.key === romanOrder[roman - 1];
  if (nextRoman && !(nextLetter && letters.nesting >= romans.nesting && builder.top === letters))
    return { shape: `roman-${marker.form}`, key: low, rank: 6 };
  if (nextLetter) return { shape: `letter-${marker.form}`, key: low, rank: 5 };
  if (low === 'i') return { shape: `roman-${marker.form}`, key: low, rank: 6 };
  return { shape: `letter-${marker.form}`, key: low, rank: 5 };
}

/** The open clause whose sibling a new number becomes, or null where it opens a level of its own. */
export function siblingOf(numbered: Numbered, nesting: number, builder: Builder): OpenClause | null {
  for (let i = builder.stack.length - 1; i > 0; i--) {
    const open = builder.stack[i]!;
    if (open.rank <= 3) return null;
    if (open.shape !== numbered.shape) continue;
    const restarts = (numbered.key === '1' || numbered.key === 'a' || numbered.key === 'i') && open.key !== null;
    if (restarts && nesting > open.nesting) return null;
    return open;
  }
  return null;
}
