import { type Builder, type OpenClause, spanOf } from './builder.ts';
import type { CleanText } from './clean-text.ts';
import { type Marker, pointMarker } from './markers.ts';
import type { Piece } from './pieces.ts';
import type { Block } from './types.ts';

/** "Preamble", "Recitals", "Background". */
export const isPreambleTitle = (text: string): boolean =>
  /^(?:\d+[.)]\s*)?(?:the )?(?:preamble|recitals?|whereas|background|preambular)\b/i.test(text) ||
  // A statute's findings are its recitals (decision 4); "Findings" in a treaty is what a commission gives.
  /^(?:FINDINGS\.?$|(?:[Cc]ongressional [Ff]indings|[Ff]indings of [Cc]ongress|[Ff]indings and (?:[Pp]urposes?|[Dd]eclarations?|[Pp]olicy)))/.test(
    text,
  );
/** "Signatures", "Signature block". */
export const isSignatureTitle = (text: string): boolean => /^(?:signatures?|signatories|signature block)\b/i.test(text);

/** Depth of the heading an article was opened with; a run-in counts as deep. */
export function depthOf(clause: OpenClause): number {
  return clause.depth > 0 ? clause.depth : 6;
}

/** How far into a piece's words its title reaches. */
export function headEnd(piece: Piece, title: CleanText): number {
  const last = title.source[title.text.length];
  if (last === undefined || title.text.length === 0) return 0;
  let i = 0;
  while (i < piece.words.text.length && piece.words.source[i]! < last) i++;
  return i;
}

/** "SHORT TITLE.": a title in capitals may end in a full stop. */
const capitals = /^[\p{Lu}][\p{Lu} ,’'-]{2,}\.$/u;

/** A short line after "Article 5" that can only be its title. */
export function isTitleLine(piece: Piece, next: Piece | null): boolean {
  const { text } = piece.words;
  if (
    piece.kind !== 'paragraph' ||
    piece.marker !== null ||
    text.length > 80 ||
    !(/[^.;:,]$/.test(text) || capitals.test(text)) ||
    pointMarker(text)
  )
    return false;
  return next !== null && next.kind !== 'heading' && /^[\p{Lu}(]/u.test(text) && !/\b(?:shall|will|may|must)\b/.test(text);
}

/** A first line that can only be the title: bold, in capitals, or the name of an instrument without a full stop. */
export function isShortBold(piece: Piece): boolean {
  const { text, boldTo } = piece.words;
  if (
    text.length < 120 &&
    /^(?:(?:draft|the|joint) )*(?:treaty|agreement|convention|memorandum|protocol|pact|declaration|statement|charter|arrangement)\b/i.test(
      text,
    ) &&
    !/[.;:,]$/.test(text)
  )
    return true;
  return (
    (boldTo >= text.length - 1 && text.length < 160) ||
    (text.length < 160 && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text))
  );
}

/** The block that introduces a point: the nearest block before it in a clause above whose sentence is open. */
export function leadFor(point: OpenClause, text: string): Block | null {
  for (let above = point.parent; above; above = above.parent) {
    const own = above.blocks.filter((block) => block.kind !== 'heading' && block.kind !== 'cell');
    const last = own[own.length - 1];
    if (last) return isOpen(last.text) && !isTitleOver(last.text, text) && spanOf(last).end <= point.span.start + 1 ? last : null;
    if (above.rank <= 3) break;
  }
  return null;
}

/** "The answer" over "Each Guarantor shall …": a few words without a mark, and below them a whole sentence with a capital. */
function isTitleOver(words: string, point: string): boolean {
  return (
    !/[:,;—–-]$/.test(words) &&
    words.split(' ').length <= 6 &&
    !/\b(?:shall|will|may|must|is|are|agrees?|undertakes?|includes?|means?)\b/.test(words) &&
    /^\p{Lu}/u.test(point) &&
    /[.!]["')\]]*$/.test(point)
  );
}

/** A point that has only a title so far, "(b) Participation by civilian personnel": what follows without a number is its text. */
export function isTitledPoint(point: OpenClause): boolean {
  const [only, more] = point.blocks;
  return (
    point.rank >= 4 &&
    point.number !== null &&
    more === undefined &&
    point.children.length === 0 &&
    only !== undefined &&
    (only.kind === 'paragraph' || only.kind === 'item') &&
    only.lead === null &&
    only.text.length <= 110 &&
    /^\p{Lu}/u.test(only.text) &&
    /[\p{L}\p{N})"]$/u.test(only.text) &&
    !/\b(?:shall|will|may|must|is|are|has|have|should|and|or|of|the|to)$|\b(?:shall|will|must|may)\b/.test(only.text)
  );
}

/** "II: Confirmations", "A: Costs": a short line that heads what follows. */
export function colonHeading(text: string): Marker | null {
  const found = /^([IVX]{1,5}|[A-Z]):\s?(?=\p{Lu}\p{L})/u.exec(text);
  if (!found || text.length > 70 || /[.;:,]$/.test(text)) return null;
  return { unit: 'section', number: found[1]!, length: found[0].length, word: '', form: 'dotted' };
}

/** "ANNEX.", "Schedule": a line of its own that opens an annex without a number. */
export const isAnnexLine = (text: string): boolean => /^(?:annexe?|schedule|appendix|attachment|enclosure)\s?[.:]?$/i.test(text);

/** A name, an office or a line to sign on: what stands under the last sentence of a statement. */
export function isSignatureLine(piece: Piece): boolean {
  const { text } = piece.words;
  return (
    piece.kind === 'paragraph' &&
    piece.nesting === 0 &&
    text.length < 90 &&
    (!/\p{L}/u.test(text) || (/^[* ]*(?:\p{Lu}|_)/u.test(text) && /[\p{L}_)][* ]*$/u.test(text))) &&
    !/\b(?:shall|will|may|must|is|are|was|were|has|have)\b/.test(text)
  );
}

/** From which piece on a draft holds nothing but signatures; its length where there are none. */
export function signaturesFrom(pieces: readonly Piece[]): number {
  let from = pieces.length;
  while (from > 0 && isSignatureLine(pieces[from - 1]!)) from--;
  while (from < pieces.length && !/\p{L}/u.test(pieces[from]!.words.text)) from++;
  const lines = pieces.slice(from).filter((piece) => /\p{L}/u.test(piece.words.text));
  const signed = lines.some((piece) =>
    /^(?:for (?:the|its)\b|president|prime minister|minister|chancellor|emir|king|queen|secretary|ambassador|head of|chair|his majesty|her majesty)|_{4}/i.test(
      piece.words.text,
    ),
  );
  return lines.length >= 2 && signed ? from : pieces.length;
}

/** A sentence without an end: it waits for its points. */
export function isOpen(text: string): boolean {
  return !/[.;!?]["')\]]*$/.test(text);
}

/** A letter or a number is a unit's only where a unit can be: "I. Hereby" is, "A. Smith" and "5. 3 brigades" are not. */
export function plausible(marker: Marker, rest: string, builder: Builder): boolean {
  if (marker.form === 'decimal') return /^\D/.test(rest.slice(marker.length));
  if (marker.unit === 'point' && marker.form === 'dotted' && marker.number !== 'a' && marker.number !== 'A') {
    const before = String.fromCharCode(marker.number.charCodeAt(0) - 1);
    return builder.find((open) => open.number === before) !== null;
  }
  return true;
}
