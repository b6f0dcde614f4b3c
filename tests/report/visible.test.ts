import { describe, expect, it } from 'vitest';
import { oneLine, visible } from '#report';
import { columnsOf, safeJson } from '../../src/report/visible.ts';

describe('characters that deceive', () => {
  it('are named: escapes, bidirectional marks, invisible separators, halves of pairs', () => {
    expect(visible('a\u001b[31mb\u202ec\u2066d\u200be\ud800f\u009bg\ufeffh')).toBe(
      'a<U+001B>[31mb<U+202E>c<U+2066>d<U+200B>e<U+D800>f<U+009B>g<U+FEFF>h',
    );
  });

  it('are not the letters of any script', () => {
    const text = 'Договір «про» 保障 ضمان ❤️‍🔥 naïve – “x”';
    expect(visible(text)).toBe(text);
  });

  it('leave one line of what was wrapped', () => {
    expect(oneLine(' such action\r\n   as it\tdeems ')).toBe('such action    as it deems');
  });

  it('are escaped in JSON, which still parses to the same words', () => {
    const value = ['\u202e\u001b\u009b\u2028', '🛡', '\n'];
    const json = safeJson(value, 2);
    expect(json).toBe('[\n  "\\u202e\\u001b\\u009b\\u2028",\n  "🛡",\n  "\\n"\n]');
    expect(JSON.parse(json)).toEqual(value);
  });

  it('take the columns a terminal gives them', () => {
    expect(['a', 'é', '\u0301', '保', '🛡', '\u200d', '가'].map((letter) => columnsOf(letter.codePointAt(0)!))).toEqual([
      1, 1, 0, 2, 2, 0, 2,
    ]);
  });
});
