import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStarts, offsetAt, placer, positionAt } from '#report';

describe('positions', () => {
  it('count from 1, in UTF-16 units, a tab as one', () => {
    const text = 'ab\n\t🛡x';
    expect(placer(text)({ start: 4, end: 7 })).toEqual({ start: { line: 2, column: 2 }, end: { line: 2, column: 5 } });
  });

  it('take CRLF as one line end, and a lone CR as one', () => {
    expect(lineStarts('a\r\nb\rc\n')).toEqual([0, 3, 5, 7]);
    expect(positionAt(lineStarts('a\r\nb'), 2)).toEqual({ line: 1, column: 3 });
  });

  it('end a text after its last line end on the next line', () => {
    expect(positionAt(lineStarts('a\n'), 2)).toEqual({ line: 2, column: 1 });
  });

  it('lead back to the offset they came from', () => {
    const letters = fc.constantFrom('a', ' ', '\t', '\n', '\r', '🛡', 'é');
    fc.assert(
      fc.property(
        fc.array(letters).map((each) => each.join('')),
        fc.nat(),
        (text, seed) => {
          const offset = seed % (text.length + 1);
          const starts = lineStarts(text);
          expect(offsetAt(starts, positionAt(starts, offset))).toBe(offset);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});
