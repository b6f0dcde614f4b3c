import type { Confidence, Span } from '#base';
import type { Match } from '#rules';
import type { Sighting } from './types.ts';

const DOUBT: readonly Confidence[] = ['explicit', 'inherited', 'inferred'];

/** Where a match points: the words of its mark, else the subject's own. Always inside the text, never blank at its ends. */
export function placeMatch(match: Match, text: string): Pick<Sighting, 'start' | 'end' | 'confidence'> {
  const { subject } = match;
  const mark = match.case.at === undefined ? undefined : subject.marks[match.case.at];
  const place = trimSpan(mark ?? subject.span, text);
  const confidence = DOUBT[Math.max(DOUBT.indexOf(subject.confidence), mark ? DOUBT.indexOf(mark.confidence) : 0)]!;
  return { ...(place.end > place.start ? place : firstLine(text)), confidence };
}

/** A span inside the text without white space at its ends. */
export function trimSpan(span: Span, text: string): Span {
  let start = Math.min(Math.max(span.start, 0), text.length);
  let end = Math.min(Math.max(span.end, start), text.length);
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The first words of a draft: where a finding without any words of its own points. */
function firstLine(text: string): Span {
  const start = text.search(/\S/);
  if (start < 0) return { start: 0, end: 0 };
  const end = text.indexOf('\n', start);
  return trimSpan({ start, end: end < 0 ? text.length : end }, text);
}

/** The article, annex or preamble of a clause's label: `Article 5(2)(a)` → `Article 5`, `Annex A, paragraph 2` → `Annex A`. */
export function articleOf(label: string | null): string {
  if (label === null) return '';
  const end = label.search(/[(,]/);
  return (end < 0 ? label : label.slice(0, end)).trim();
}
