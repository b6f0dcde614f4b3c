import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/report/frame.ts';
import { columnsOf } from '../../src/report/visible.ts';

const paint = { gutter: (text: string) => text, caret: (text: string) => text };

function frame(text: string, quote: string, width = 100): string[] {
  const start = text.indexOf(quote);
  return codeFrame(text)({ start, end: start + quote.length }, width, paint);
}

describe('the code frame', () => {
  it('puts carets under the exact words', () => {
    expect(frame('one\ntwo three four\n', 'three')).toEqual(['  2 │ two three four', '    │     ^^^^^']);
  });

  it('shows a tab as four spaces and counts wide letters twice', () => {
    expect(frame('\t保障 weak', 'weak')).toEqual(['  1 │     保障 weak', '    │          ^^^^']);
  });

  it('shows every line of wrapped words, without their indentation', () => {
    expect(frame('1. shall take\n   such steps.', 'take\n   such steps')).toEqual([
      '  1 │ 1. shall take',
      '    │          ^^^^',
      '  2 │    such steps.',
      '    │    ^^^^^^^^^^',
    ]);
  });

  it('shows four lines of longer words and says that there are more', () => {
    const text = 'a\nb\nc\nd\ne\nf';
    expect(frame(text, text)).toEqual([
      '  1 │ a',
      '    │ ^',
      '  2 │ b',
      '    │ ^',
      '  3 │ c',
      '    │ ^',
      '  4 │ d',
      '    │ ^',
      '    │ …',
    ]);
  });

  it('cuts a long line to a window around the words', () => {
    const text = `${'before '.repeat(200)}WEAK WORDS${' after'.repeat(200)}`;
    const [line, carets] = frame(text, 'WEAK WORDS', 60) as [string, string];
    expect(line).toBe('  1 │ …before before before WEAK WORDS after after after af…');
    expect(carets).toBe('    │                       ^^^^^^^^^^');
    expect([...line].reduce((sum, letter) => sum + columnsOf(letter.codePointAt(0)!), 0)).toBeLessThanOrEqual(60);
  });

  it('cuts words that are longer than the line', () => {
    const text = 'w'.repeat(500);
    const [line, carets] = frame(text, text, 40) as [string, string];
    expect(line).toBe(`  1 │ ${'w'.repeat(32)}…`);
    expect(carets).toBe(`    │ ${'^'.repeat(32)}`);
  });

  it('marks one column where there are no words', () => {
    expect(codeFrame('# Title\n')({ start: 7, end: 7 }, 80, paint)).toEqual(['  1 │ # Title', '    │        ^']);
  });

  it('shows no escape sequence of a draft', () => {
    expect(frame('a\u001b[2Jb weak', 'weak')).toEqual(['  1 │ a<U+001B>[2Jb weak', '    │               ^^^^']);
  });

  it('takes no longer for a line of a megabyte', () => {
    const text = `${'x '.repeat(500_000)}weak ${'y '.repeat(500_000)}`;
    const show = codeFrame(text);
    const start = text.indexOf('weak');
    const began = performance.now();
    for (let i = 0; i < 1000; i++) show({ start, end: start + 4 }, 100, paint);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
