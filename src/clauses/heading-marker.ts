import { type CleanText, slice } from './clean-text.ts';
import { isFormula } from './contexts.ts';
import { type Marker, plainHeading, pointMarker, unitMarker } from './markers.ts';
import type { Piece } from './pieces.ts';
import { colonHeading } from './title-lines.ts';

/** What is known of the draft before its units are built. */
export interface Shape {
  /** It has articles, sections or numbered headings. */
  readonly units: boolean;
  /** It has headings or run-ins called Article. */
  readonly articles: boolean;
  /** Its paragraphs carry numbers of their own. */
  readonly numbered: boolean;
  /** A formula ("have agreed as follows") stands before the first unit. */
  readonly formula: boolean;
}

/** Looks over the whole draft once: its units, articles, numbers and formula. */
export function shapeOf(pieces: readonly Piece[]): Shape {
  let units = false;
  let articles = false;
  let formula = false;
  let digits = 0;
  let plain = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'heading' && piece.kind !== 'paragraph' && piece.kind !== 'item') continue;
    const marker = headingMarker(piece)?.marker ?? null;
    if (marker !== null && marker.unit !== 'annex' && marker.unit !== 'part') {
      units = true;
      if (marker.word === 'Article') articles = true;
      continue;
    }
    if (piece.kind === 'heading') continue;
    if (!units && isFormula(piece.words.text)) formula = true;
    const number = piece.marker !== null && piece.marker !== 'bullet' ? piece.marker : pointMarker(piece.words.text)?.number;
    if (number !== undefined && /^(?:\d|[IVX]+$)/.test(number)) {
      if (piece.nesting <= 1) digits++;
    } else if (piece.nesting === 0) plain++;
  }
  return {
    units,
    articles,
    numbered: !units && digits >= 2 && digits * 2 >= plain - 3,
    formula,
  };
}

/** The unit a piece opens as a heading, a bold run-in, or a line of its own. */
export function headingMarker(piece: Piece): {
  readonly marker: Marker;
  readonly runIn: boolean;
  readonly title: CleanText;
  readonly rest: CleanText | null;
} | null {
  const { words } = piece;
  if (piece.kind === 'heading') {
    const marker = unitMarker(words.text) ?? numberedHeading(words.text) ?? colonHeading(words.text);
    // "Article 102 of the Charter" names an article of another text.
    if (marker?.form === 'word' && /^of (?:the|that|its)\b/i.test(words.text.slice(marker.length))) return null;
    return marker ? { marker, runIn: false, title: slice(words, marker.length), rest: null } : null;
  }
  if (piece.kind !== 'paragraph' || words.text.length === 0) return null;
  if (words.boldTo > 0) {
    const bold = words.text.slice(0, words.boldTo).trim();
    const marker = unitMarker(bold) ?? (bold.length < 100 ? numberedHeading(bold) : null);
    if (marker && marker.length <= words.boldTo + 4) {
      const rest = slice(words, Math.max(words.boldTo, marker.length));
      const plain = /^[.:—–-]\s*/.exec(rest.text);
      const body = plain ? slice(rest, plain[0].length) : rest;
      return {
        marker,
        runIn: body.text.length > 0,
        title: slice(words, Math.min(marker.length, words.boldTo), words.boldTo),
        rest: body.text.length > 0 ? body : null,
      };
    }
    return null;
  }
  const colon = colonHeading(words.text);
  if (colon) return { marker: colon, runIn: false, title: slice(words, colon.length), rest: null };
  const line = words.lineStarts[0];
  if (line !== undefined) {
    const head = plainHeading(words.text.slice(0, line).trim());
    if (head && !head.runIn)
      return {
        marker: head.marker,
        runIn: true,
        title: slice(words, head.marker.length, line),
        rest: slice(words, line),
      };
  }
  const plain = plainHeading(words.text);
  if (!plain) return null;
  const after = slice(words, plain.marker.length);
  return {
    marker: plain.marker,
    runIn: plain.runIn,
    title: plain.runIn ? slice(words, 0, 0) : after,
    rest: plain.runIn ? after : null,
  };
}

/** `1. Preamble`, `II. Security`, `A. Forces`: a heading that carries a bare number. */
function numberedHeading(text: string): Marker | null {
  const marker = pointMarker(text);
  if (!marker || marker.length >= text.length + 1 || marker.form === 'half') return null;
  if (marker.form === 'parenthesis' && !/^\d/.test(marker.number)) return null;
  return { ...marker, unit: 'section' };
}
