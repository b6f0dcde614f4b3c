import { describe, expect, test } from 'vitest';
import { readNumber } from '../../src/phrases/numbers.ts';
import { words } from './words.ts';

describe('readNumber', () => {
  const rows: readonly (readonly [text: string, value: number, to: number, ordinal?: boolean])[] = [
    ['72 hours', 72, 1],
    ['1,000 men', 1000, 1],
    ['1,250,000 euros', 1250000, 1],
    ['2.5 per cent', 2.5, 1],
    ['30th day', 30, 1, true],
    ['zero hour', 0, 1],
    ['ninety days', 90, 1],
    ['forty-eight hours', 48, 1],
    ['one hundred and twenty days', 120, 4],
    ['a hundred days', 100, 2],
    ['two thousand five hundred men', 2500, 4],
    ['three hundred and sixty-five days', 365, 4],
    ['ninetieth day', 90, 1, true],
    ['twenty-first day', 21, 1, true],
    ['one hundred and eightieth day', 180, 4, true],
    ['twelfth month', 12, 1, true],
    ['fortieth day', 40, 1, true],
    ['seventy-two (72) hours', 72, 4],
    ['72 (seventy-two) hours', 72, 4],
    ['twelve (6) months', 12, 1],
    ['two and a half years', 2.5, 4],
    ['two three', 2, 1],
    ['one and all', 1, 1],
    ['ten and five', 10, 1],
    ['second month', 2, 1, true],
  ];
  test.each(rows.map(([text, value, to, ordinal = false]) => ({ text, value, to, ordinal })))(
    '$text',
    ({ text, value, to, ordinal }) => {
      expect(readNumber(words(text), 0)).toEqual({ value, to, ordinal });
    },
  );

  test.each(['a dozen', 'a day', 'an hour', '06.00 hours', '06:00', 'many', 'hundred', 'ten-year', 'and two', ''])(
    'no number: %s',
    (text) => {
      expect(readNumber(words(text), 0)).toBeNull();
    },
  );
});
