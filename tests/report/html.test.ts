import { describe, expect, test } from 'vitest';
import { html } from '../../src/report/html/html.ts';
import { draftOf, RESPONSE as FINDING, OPTIONS, UNREAD, REMARK as WHOLE } from './sample.ts';

const page = html([draftOf([FINDING, WHOLE])], OPTIONS);

describe('the page', () => {
  test('marks the words of a finding and links them to its card', () => {
    const mark = new RegExp(`<mark class="${FINDING.severity}" data-of="\\d+"><a href="#f(\\d+)">([^<]*)</a></mark>`).exec(page)!;
    expect(mark[2]).toBe(FINDING.quote);
    const card = page.slice(page.indexOf(`id="f${mark[1]}"`));
    expect(card.slice(0, card.indexOf('</article>'))).toContain(
      `<p class="what">${FINDING.message.replaceAll('"', '&quot;')}</p>`,
    );
  });

  test('puts what is said of the whole draft above the text', () => {
    expect(page.indexOf(WHOLE.message)).toBeLessThan(page.indexOf('<div class="row">'));
    expect(page.indexOf(WHOLE.message)).toBeGreaterThan(0);
  });

  test('loads nothing', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/url\(|@import|fetch\(|XMLHttpRequest/);
  });

  test('shows what a draft writes as words, never as marks of the page', () => {
    const text = '# <script>alert(1)</script>\n\nThe Parties "consult" <img src=x onerror=alert(1)> \u202egnorw\n';
    const nasty = html([{ ...draftOf([]), path: '<b>.md', text }], OPTIONS);
    expect(nasty).not.toContain('<script>alert');
    expect(nasty).not.toContain('<img');
    expect(nasty).not.toContain('<b>.md');
    expect(nasty).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(nasty).toContain('&lt;U+202E&gt;gnorw');
  });

  test('draws the chain with the words of its steps escaped', () => {
    expect(page).toContain('shall deploy &lt;b&gt;');
    expect(page).toContain('aria-label="Response chain of Article 3, grade D"');
  });

  test('tells of a draft that could not be read', () => {
    expect(html([UNREAD], OPTIONS)).toContain('Could not be used: no such file or folder');
  });
});
