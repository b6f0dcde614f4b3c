import type { Finding } from '#base';
import { escapeHtml } from './escape-html.ts';
import { findingCard, type Numbered } from './finding-card.ts';

/** A run of lines of the draft that stands together on the page, with the findings that begin in it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly tag: 'h1' | 'h2' | 'h3' | 'p' | 'pre';
}

/** The draft as a page: each paragraph beside its findings, the words of each finding marked. */
export function draftView(text: string, findings: readonly Numbered[]): string {
  const stretches = stretchesOf(text);
  const whole = findings.filter(({ finding }) => finding.clause === null).sort((a, b) => gravity(b.finding) - gravity(a.finding));
  const placed = findings.filter(({ finding }) => finding.clause !== null);
  const rows: string[] = [];
  if (whole.length > 0)
    rows.push(`<h3 class="ui">On the draft as a whole</h3><div class="whole">${whole.map(findingCard).join('')}</div>`);
  let next = 0;
  for (const stretch of stretches) {
    const here: Numbered[] = [];
    while (next < placed.length && placed[next]!.finding.start < stretch.end) here.push(placed[next++]!);
    const touching = findings.filter(({ finding }) => finding.start < stretch.end && finding.end > stretch.start);
    rows.push(row(words(text, stretch, touching), here.map(findingCard).join('')));
  }
  return rows.join('\n');
}

function row(left: string, right: string): string {
  return `<div class="row"><div class="words">${left}</div><div class="margin">${right}</div></div>`;
}

/** Stretches between blank lines; front matter is one stretch. */
function stretchesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  const head = /^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/.exec(text);
  if (head) {
    found.push({ start: 0, end: head[0].length, tag: 'pre' });
    from = head[0].length;
  }
  let start = -1;
  let at = from;
  const close = (end: number): void => {
    if (start < 0) return;
    const marks = /^#{1,6}/.exec(text.slice(start, start + 7))?.[0].length ?? 0;
    const plain = /^\s*(?:\||<!--)/.test(text.slice(start, end));
    const tag = marks === 1 ? 'h1' : marks === 2 ? 'h2' : marks > 2 ? 'h3' : plain ? 'pre' : 'p';
    found.push({ start, end, tag });
    start = -1;
  };
  while (at < text.length) {
    const cut = text.indexOf('\n', at);
    const end = cut < 0 ? text.length : cut + 1;
    const blank = text.slice(at, end).trim() === '';
    if (blank) close(at);
    else {
      if (start >= 0 && /^#{1,6}\s/.test(text.slice(at, at + 8))) close(at);
      if (start < 0) start = at;
      else if (/^#{1,6}\s/.test(text.slice(start, start + 8))) {
        close(at);
        start = at;
      }
    }
    at = end;
  }
  close(text.length);
  return found;
}

/** The words of a stretch with the findings in it marked; where two overlap, the graver one colours the words. */
function words(text: string, { start, end, tag }: Stretch, findings: readonly Numbered[]): string {
  const from = tag.startsWith('h') ? start + (/^#{1,6}\s*/.exec(text.slice(start, end))?.[0].length ?? 0) : start;
  const last = start + text.slice(start, end).trimEnd().length;
  const cuts = new Set([from, last]);
  for (const { finding } of findings) {
    cuts.add(Math.min(Math.max(finding.start, from), last));
    cuts.add(Math.min(Math.max(finding.end, from), last));
  }
  const places = [...cuts].sort((a, b) => a - b);
  let html = '';
  for (let i = 0; i + 1 < places.length; i++) {
    const [a, b] = [places[i]!, places[i + 1]!];
    const covering = findings.filter(({ finding }) => finding.start <= a && finding.end >= b && finding.clause !== null);
    const piece = escapeHtml(text.slice(a, b));
    const top = covering.sort((one, two) => gravity(two.finding) - gravity(one.finding) || length(one) - length(two))[0];
    html += top
      ? `<mark class="${top.finding.severity}" data-of="${covering.map(({ number }) => number).join(' ')}"><a href="#f${top.number}">${piece}</a></mark>`
      : piece;
  }
  // Hard-wrapped prose flows; a list keeps its lines.
  const lines = tag === 'p' && /\n[^\S\n]*(?:[-*•]|\(?\w{1,4}[.)])\s/.test(text.slice(from, last)) ? ' class="lines"' : '';
  return `<${tag}${lines}>${html}</${tag}>`;
}

function gravity(finding: Finding): number {
  return finding.severity === 'error' ? 2 : finding.severity === 'warning' ? 1 : 0;
}

function length({ finding }: Numbered): number {
  return finding.end - finding.start;
}
