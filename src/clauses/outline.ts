import type { Context, Span } from '#base';
import type { ParsedDraft } from '#parse';
import { BracketReader } from './brackets.ts';
import { Builder, type OpenClause, spanOf } from './builder.ts';
import { type CleanText, slice } from './clean-text.ts';
import {
  isDefinition,
  isDefinitionTitle,
  isDraftingNote,
  isFinalOpening,
  isFinalTitle,
  isFormula,
  isInformative,
  isPartiesOpening,
  isRecital,
  isTestimonium,
} from './contexts.ts';
import { labelClauses } from './labels.ts';
import { foldNumber, type Marker, plainHeading, pointMarker, unitMarker } from './markers.ts';
import { type Piece, readPieces } from './pieces.ts';
import { readNumbered, siblingOf } from './shapes.ts';
import type { Block, Clause, Outline } from './types.ts';
import { type Cover, readWaivers } from './waivers.ts';

/** Where in the instrument the reader stands. */
type Phase = 'opening' | 'body' | 'testimonium';

/** What is known of the draft before its units are built. */
interface Shape {
  /** It has articles, sections or numbered headings. */
  readonly units: boolean;
  /** It has headings or run-ins called Article. */
  readonly articles: boolean;
  /** Its paragraphs carry numbers of their own. */
  readonly numbered: boolean;
  /** A formula ("have agreed as follows") stands before the first unit. */
  readonly formula: boolean;
}

/**
 * Builds the clause tree of a draft (design 3): every unit with its label, context (catalogue 0.1) and exact span.
 *
 * Takes the parsed draft. Any text gives an outline; a draft without units is one of counted paragraphs.
 */
export function outlineDraft(parsed: ParsedDraft): Outline {
  const pieces = readPieces(parsed.tree, parsed.text);
  const reader = new OutlineReader(parsed.text, shapeOf(pieces));
  pieces.forEach((piece, i) => {
    reader.read(piece, pieces[i + 1] ?? null);
  });
  return reader.finish();
}

function shapeOf(pieces: readonly Piece[]): Shape {
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
  return { units, articles, numbered: !units && digits >= 2 && digits * 2 >= plain - 3, formula };
}

/** The unit a piece opens as a heading, a bold run-in, or a line of its own. */
function headingMarker(piece: Piece): { readonly marker: Marker; readonly runIn: boolean; readonly title: CleanText; readonly rest: CleanText | null } | null {
  const { words } = piece;
  if (piece.kind === 'heading') {
    const marker = unitMarker(words.text) ?? numberedHeading(words.text);
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
      return { marker, runIn: body.text.length > 0, title: slice(words, Math.min(marker.length, words.boldTo), words.boldTo), rest: body.text.length > 0 ? body : null };
    }
    return null;
  }
  const line = words.lineStarts[0];
  if (line !== undefined) {
    const head = plainHeading(words.text.slice(0, line).trim());
    if (head && !head.runIn) return { marker: head.marker, runIn: true, title: slice(words, head.marker.length, line), rest: slice(words, line) };
  }
  const plain = plainHeading(words.text);
  if (!plain) return null;
  const after = slice(words, plain.marker.length);
  return { marker: plain.marker, runIn: plain.runIn, title: plain.runIn ? slice(words, 0, 0) : after, rest: plain.runIn ? after : null };
}

/** `1. Preamble`, `II. Security`, `A. Forces`: a heading that carries a bare number. */
function numberedHeading(text: string): Marker | null {
  const marker = pointMarker(text);
  if (!marker || marker.length >= text.length + 1 || marker.form === 'half') return null;
  if (marker.form === 'parenthesis' && !/^\d/.test(marker.number)) return null;
  return { ...marker, unit: 'section' };
}

class OutlineReader {
  private readonly builder: Builder;
  private readonly brackets = new BracketReader();
  private readonly comments: { readonly text: string; readonly at: Span }[] = [];
  private readonly covers: Cover[] = [];
  private readonly englishColumns = new Map<number, number>();
  private readonly starts = new Map<number, OpenClause>();
  private phase: Phase = 'opening';
  private title: Block | null = null;
  private titleDepth = 1;
  private awaitsTitle: OpenClause | null = null;

  constructor(
    private readonly text: string,
    private readonly shape: Shape,
  ) {
    this.builder = new Builder(text.length);
  }

  read(piece: Piece, next: Piece | null): void {
    switch (piece.kind) {
      case 'comment':
        this.comments.push({ text: this.text.slice(piece.start, piece.end), at: { start: piece.start, end: piece.end } });
        return;
      case 'html':
        return;
      case 'code':
        this.builder.add('code', 'code', piece.words);
        return;
      case 'footnote':
        this.builder.add('footnote', 'drafting-note', piece.words);
        return;
      case 'quote':
        this.builder.add('quote', 'quotation', piece.words);
        return;
      case 'cell':
        this.readCell(piece);
        return;
      default:
        this.readWords(piece, next);
    }
  }

  finish(): Outline {
    const { builder } = this;
    const flat = !this.shape.units;
    labelClauses(builder.root, flat);
    const clauses = builder.clauses as unknown as Clause[];
    const waivers = readWaivers(
      this.comments,
      this.covers.map((cover) => this.withPoints(cover)),
      (label) => clauses.find((clause) => clause.label === label)?.span ?? null,
      this.text,
    );
    return { text: this.text, root: clauses[0]!, clauses, blocks: builder.blocks, title: this.title, flat, comments: this.comments, waivers };
  }

  /** A list item is covered with its points. */
  private withPoints(cover: Cover): Cover {
    const owner = this.starts.get(cover.span.start);
    return owner && owner.span.end > cover.span.end ? { ...cover, span: { start: cover.span.start, end: owner.span.end } } : cover;
  }

  private readCell(piece: Piece): void {
    const { table, row, header } = piece.cell!;
    const english = /^(?:english|text in english|english text|version anglaise)\b/i.test(header);
    if (english && row === 0) this.englishColumns.set(table, piece.cell!.column);
    const bilingual = this.englishColumns.has(table);
    const annex = this.builder.find((clause) => clause.kind === 'annex');
    const context: Context =
      row === 0 ? 'heading' : bilingual ? (english ? (this.shape.units ? this.bodyContext() : 'operative') : 'quotation') : annex?.context === 'annex-operative' ? 'annex-operative' : this.phase === 'testimonium' ? 'testimonium' : 'table';
    if (piece.words.text.length === 0) return;
    this.cover(piece);
    this.builder.add('cell', context, piece.words, { row: piece.cell!, state: this.brackets.read(piece.words.text) });
  }

  private readWords(piece: Piece, next: Piece | null): void {
    const { words } = piece;
    if (piece.kind === 'heading' && words.text.length === 0) return;
    this.cover(piece);
    const unit = headingMarker(piece);
    if (unit) {
      this.openUnit(piece, unit.marker, unit.title);
      if (unit.rest) this.readText(piece, unit.rest, true);
      return;
    }
    if (piece.kind === 'heading') {
      if (this.awaitsTitle && this.awaitsTitle === this.builder.top) this.giveTitle(words);
      else this.openHeading(piece);
      return;
    }
    if (this.awaitsTitle === this.builder.top && isTitleLine(piece, next)) {
      this.giveTitle(words);
      return;
    }
    this.awaitsTitle = null;
    if (this.title === null && this.builder.blocks.length === 0 && isShortBold(piece)) {
      this.title = this.builder.add('heading', 'title', words);
      return;
    }
    this.readText(piece, words, false);
  }

  /** Opens an article, section, part or annex. */
  private openUnit(piece: Piece, marker: Marker, title: CleanText): void {
    const { builder } = this;
    if (this.title === null && builder.blocks.length === 0 && (marker.unit === 'annex' || marker.unit === 'part') && title.text.length > 0) {
      const words = piece.words;
      this.title = builder.add('heading', 'title', words);
      this.titleDepth = piece.depth || 1;
      return;
    }
    const article = marker.word === '' && this.shape.articles ? builder.find((open) => open.kind === 'article') : null;
    if (article) {
      // "A. General provisions", "1. Scope" inside an article: a subheading; a figure numbers a paragraph.
      builder.closeWhile((open) => open.rank > 3);
      if (/^\d/.test(marker.number)) this.openPoint(piece, marker, 'words');
      builder.add('heading', 'heading', piece.words);
      return;
    }
    this.brackets.reset();
    const rank = marker.unit === 'annex' ? 1 : marker.unit === 'part' ? 2 : marker.unit === 'section' && this.shape.articles ? 2.5 : 3;
    builder.closeWhile((open) => open.rank >= rank);
    if (marker.unit === 'annex') this.phase = 'body';
    else if (this.phase !== 'body') this.phase = 'body';
    const key = foldNumber(marker.number, marker.unit === 'article' ? 'article' : marker.unit);
    const titleText = title.text;
    const clause = builder.open(
      {
        kind: marker.unit === 'paragraph' || marker.unit === 'point' ? 'section' : marker.unit,
        rank,
        shape: marker.word,
        nesting: 0,
        number: marker.number,
        key,
        label: '',
        title: titleText,
        context: this.unitContext(marker.unit, titleText),
        listNumber: false,
      },
      piece.words.source[0] ?? piece.start,
    );
    clause.depth = piece.depth;
    const whole = piece.kind === 'heading' || piece.words.text.length === marker.length + title.text.length ? piece.words : slice(piece.words, 0, Math.max(marker.length, headEnd(piece, title)));
    builder.add('heading', 'heading', whole);
    this.awaitsTitle = titleText.length === 0 ? clause : null;
  }

  private giveTitle(words: CleanText): void {
    const clause = this.awaitsTitle!;
    this.awaitsTitle = null;
    clause.title = words.text;
    clause.context = this.unitContext(clause.kind === 'article' ? 'article' : clause.kind === 'annex' ? 'annex' : clause.kind === 'part' ? 'part' : 'section', words.text);
    this.builder.add('heading', 'heading', words);
  }

  /** A heading without a number: the title of the draft, its preamble, or an unnumbered section. */
  private openHeading(piece: Piece): void {
    const { builder } = this;
    const { text } = piece.words;
    if (this.title === null && builder.blocks.every((block) => block.kind === 'comment')) {
      this.title = builder.add('heading', 'title', piece.words);
      this.titleDepth = piece.depth;
      return;
    }
    const started = builder.clauses.length > 1;
    if (!started && this.shape.units && this.phase === 'opening' && !isPreambleTitle(text) && builder.blocks.every((block) => block.kind === 'heading')) {
      builder.add('heading', 'title', piece.words);
      return;
    }
    const annex = /^(?:annex|annexe|protocol|schedule|appendix|attachment|enclosure|addendum)\b/i.test(text) && started && text.length < 90;
    const instrument = started && piece.depth <= this.titleDepth && this.shape.units && !isPreambleTitle(text) && this.phase !== 'opening';
    const annexOpen = builder.find((clause) => clause.kind === 'annex');
    const article = builder.find((clause) => clause.rank === 3);
    if (article && !annex && !instrument && piece.depth > depthOf(article) && !isPreambleTitle(text)) {
      // A subheading inside an article: its words head the paragraphs that follow, and open no unit.
      builder.closeWhile((open) => open.rank > 3);
      builder.add('heading', 'heading', piece.words);
      return;
    }
    builder.closeWhile((open) => open.rank >= (annex || instrument ? 1 : 2));
    this.brackets.reset();
    if (isPreambleTitle(text)) this.phase = 'opening';
    else if (this.phase === 'opening' && !this.shape.formula && !this.shape.units) this.phase = 'body';
    if (annex) this.phase = 'body';
    builder.open(
      {
        kind: annex || instrument ? 'annex' : 'part',
        rank: annex || instrument ? 1 : 2,
        shape: 'heading',
        nesting: 0,
        number: null,
        key: null,
        label: '',
        title: text,
        context: isPreambleTitle(text) ? 'preamble' : isSignatureTitle(text) ? 'testimonium' : this.unitContext(annex || instrument ? 'annex' : annexOpen ? 'section' : 'part', text),
        listNumber: false,
      },
      piece.words.source[0] ?? piece.start,
    );
    builder.add('heading', 'heading', piece.words);
  }

  private unitContext(unit: Marker['unit'], title: string): Context {
    if (unit === 'annex') return isInformative(title) ? 'annex-informative' : 'annex-operative';
    const annex = this.builder.find((clause) => clause.kind === 'annex');
    if (annex) return annex.context;
    if (isDefinitionTitle(title)) return 'definition';
    if (unit !== 'part' && isPreambleTitle(title)) return 'preamble';
    if (isFinalTitle(title) && title.length < (unit === 'part' ? 60 : 120)) return 'final-clause';
    const part = this.builder.find((clause) => clause.rank === 2 || clause.rank === 2.5);
    return part && (part.context === 'final-clause' || part.context === 'definition') ? part.context : 'operative';
  }

  /** A paragraph or list item: its own number or letters open units; what is left is its words. */
  private readText(piece: Piece, words: CleanText, runIn: boolean): void {
    const { builder } = this;
    let rest = words;
    let opened = false;
    if (piece.first && piece.marker !== null && !runIn) {
      if (piece.marker === 'bullet') {
        if (!pointMarker(rest.text)) {
          this.openPoint(piece, null, 'bullet');
          opened = true;
        }
      } else {
        this.openPoint(piece, { unit: 'paragraph', number: piece.marker, length: 0, word: '', form: 'dotted' }, 'list');
        opened = true;
      }
    }
    const dash = /^[—–-]\s?(?=\d{1,3}[.)])/.exec(rest.text);
    if (dash) rest = slice(rest, dash[0].length);
    for (let n = 0; n < 4; n++) {
      const marker = pointMarker(rest.text);
      if (!marker || (marker.form === 'dotted' && marker.unit === 'point' && this.phase === 'opening')) break;
      if (!plausible(marker, rest.text, builder)) break;
      this.openPoint(piece, marker, 'words');
      opened = true;
      rest = slice(rest, marker.length);
    }
    if (!opened && !runIn) this.settleUnnumbered(piece, rest);
    if (rest.text.length === 0) return;
    const context = this.contextOf(rest.text, piece);
    if (context === 'final-clause' && builder.top.kind === 'article' && builder.top.title === '' && builder.top.blocks.every((block) => block.kind === 'heading')) builder.top.context = 'final-clause';
    const state = this.brackets.read(rest.text);
    const kind = piece.kind === 'item' ? 'item' : 'paragraph';
    const isPoint = builder.top.rank >= 4 && opened;
    if (isPoint) this.starts.set(piece.start, builder.top);
    builder.add(kind, context, rest, { lead: isPoint ? leadFor(builder.top) : null, state });
    if (isFormula(rest.text) && this.phase === 'opening') this.phase = 'body';
  }

  private openPoint(piece: Piece, marker: Marker | null, from: 'bullet' | 'list' | 'words'): void {
    const { builder } = this;
    if (marker && this.phase === 'opening' && /^\d/.test(marker.number) && !this.shape.units) this.phase = 'body';
    if (marker && this.phase === 'opening' && !this.shape.formula && !this.shape.units) this.phase = 'body';
    const nesting = piece.nesting;
    const start = piece.words.source[0] ?? piece.start;
    if (marker === null) {
      const shape = `bullet${nesting}`;
      builder.closeWhile((open) => open.shape === shape || (open.rank > 3 && open.nesting > nesting) || (open.nesting === nesting && open.rank >= 7));
      builder.open({ kind: 'point', rank: 7 + nesting, shape, nesting, number: null, key: null, label: '', title: '', context: this.bodyContext(), listNumber: false }, piece.start);
      return;
    }
    const numbered = readNumbered(marker, builder);
    const shape = from === 'list' ? `list${nesting}` : numbered.shape;
    const sibling = siblingOf({ ...numbered, shape }, nesting, builder) ?? (from === 'list' ? siblingOf({ ...numbered, shape: 'digit-dotted' }, nesting, builder) : shape === 'digit-dotted' ? siblingOf({ ...numbered, shape: 'list1' }, nesting, builder) : null);
    if (sibling) {
      builder.closeWhile((open) => open !== sibling);
      builder.closeWhile((open) => open === sibling);
    } else if (numbered.rank === 4 && from === 'words' && nesting === 0) builder.closeWhile((open) => open.rank > 3);
    else builder.closeWhile((open) => open.rank >= 7 && open.nesting >= nesting);
    if (builder.top.kind === 'paragraph' && builder.top.shape === 'counted' && nesting === 0) builder.closeWhile((open) => open.shape === 'counted' && this.shape.numbered);
    builder.open(
      {
        kind: (numbered.rank >= 5 && !numbered.shape.startsWith('decimal')) || builder.find((open) => open.rank >= 4) !== null ? 'point' : 'paragraph',
        rank: Math.max(numbered.rank, builder.top.rank >= 4 ? builder.top.rank + 0.1 : 4),
        shape,
        nesting,
        number: marker.number,
        key: numbered.key,
        label: '',
        title: '',
        context: this.bodyContext(),
        listNumber: from === 'list' && piece.automatic,
      },
      start,
    );
  }

  /** A paragraph without a number: flush text of what is open, a recital, or a counted paragraph of a flat text. */
  private settleUnnumbered(piece: Piece, words: CleanText): void {
    const { builder } = this;
    if (builder.top.rank >= 4 && builder.top.blocks.length === 0) {
      // "1." alone on its line: what follows is its text, indented or not.
      builder.top.nesting = piece.nesting;
      return;
    }
    if (piece.nesting > 0) {
      builder.closeWhile((open) => open.rank > 3 && open.nesting > piece.nesting);
      return;
    }
    builder.closeWhile((open) => (open.rank > 3 && open.nesting > 0) || open.rank >= 5 || open.kind === 'recital' || open.shape === 'counted');
    if (this.phase === 'testimonium') return;
    if (isTestimonium(words.text) && builder.find((open) => open.rank >= 3) !== null) {
      this.phase = 'testimonium';
      builder.closeWhile((open) => open.rank >= 2);
      builder.open({ kind: 'testimonium', rank: 3, shape: 'testimonium', nesting: 0, number: null, key: null, label: '', title: '', context: 'testimonium', listNumber: false }, words.source[0] ?? piece.start);
      return;
    }
    if (this.phase === 'opening' && (this.shape.units || this.shape.formula || this.shape.numbered)) {
      if (isRecital(words.text) && !isPartiesOpening(words.text)) {
        builder.open({ kind: 'recital', rank: 4, shape: 'recital', nesting: 0, number: null, key: null, label: '', title: '', context: 'preamble', listNumber: false }, words.source[0] ?? piece.start);
      }
      return;
    }
    if (this.phase === 'opening') this.phase = 'body';
    if (!this.shape.units && !this.shape.numbered && this.phase === 'body') {
      builder.open({ kind: 'paragraph', rank: 4, shape: 'counted', nesting: 0, number: null, key: null, label: '', title: '', context: 'operative', listNumber: false }, words.source[0] ?? piece.start);
    }
  }

  private bodyContext(): Context {
    if (this.phase === 'opening') return 'preamble';
    if (this.phase === 'testimonium') return 'testimonium';
    const unit = this.builder.find((clause) => clause.rank >= 1 && clause.rank <= 3 && clause.kind !== 'document');
    return unit ? unit.context : 'operative';
  }

  private contextOf(text: string, piece: Piece): Context {
    if (isDraftingNote(text)) return 'drafting-note';
    const base = this.bodyContext();
    if (base === 'preamble' && this.phase === 'opening') return isPartiesOpening(text) && !isRecital(text) ? 'parties' : 'preamble';
    if (base === 'operative' || base === 'final-clause') {
      if (isDefinition(text)) return 'definition';
      if (isTestimonium(text) && this.shape.units && piece.nesting === 0 && /^(?:done|in witness|in faith)/i.test(text)) return 'testimonium';
      if (!this.shape.units && isRecital(text) && !/\b(?:shall|will|agree[ds]?|undertakes?|must)\b/.test(text)) return 'preamble';
      if (base === 'operative' && isFinalOpening(text)) return 'final-clause';
    }
    return base;
  }

  private cover(piece: Piece): void {
    const last = this.covers[this.covers.length - 1];
    const span = { start: piece.start, end: piece.end };
    if (piece.kind === 'cell' && last && piece.cell!.column > 0) this.covers[this.covers.length - 1] = { span: { start: last.span.start, end: span.end }, label: '' };
    else if (last && last.span.start <= span.start && last.span.end >= span.end && piece.kind !== 'item') return;
    else this.covers.push({ span, label: '' });
  }
}

const isPreambleTitle = (text: string): boolean => /^(?:\d+[.)]\s*)?(?:the )?(?:preamble|recitals?|whereas|background|preambular)\b/i.test(text);
const isSignatureTitle = (text: string): boolean => /^(?:signatures?|signatories|signature block)\b/i.test(text);

/** Depth of the heading an article was opened with; a run-in counts as deep. */
function depthOf(clause: OpenClause): number {
  return clause.depth > 0 ? clause.depth : 6;
}

function headEnd(piece: Piece, title: CleanText): number {
  const last = title.source[title.text.length];
  if (last === undefined || title.text.length === 0) return 0;
  let i = 0;
  while (i < piece.words.text.length && piece.words.source[i]! < last) i++;
  return i;
}

/** A short line after "Article 5" that can only be its title. */
function isTitleLine(piece: Piece, next: Piece | null): boolean {
  const { text } = piece.words;
  if (piece.kind !== 'paragraph' || piece.marker !== null || text.length > 80 || /[.;:,]$/.test(text) || pointMarker(text)) return false;
  return next !== null && next.kind !== 'heading' && /^[\p{Lu}(]/u.test(text) && !/\b(?:shall|will|may|must)\b/.test(text);
}

/** A first line that can only be the title: bold, in capitals, or the name of an instrument without a full stop. */
function isShortBold(piece: Piece): boolean {
  const { text, boldTo } = piece.words;
  if (text.length < 120 && /^(?:(?:draft|the|joint) )*(?:treaty|agreement|convention|memorandum|protocol|pact|declaration|statement|charter|arrangement)\b/i.test(text) && !/[.;:,]$/.test(text)) return true;
  return (boldTo >= text.length - 1 && text.length < 160) || (text.length < 160 && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text));
}

/** The block that introduces a point: the nearest block before it in a clause above whose sentence is open. */
function leadFor(point: OpenClause): Block | null {
  for (let above = point.parent; above; above = above.parent) {
    const own = above.blocks.filter((block) => block.kind !== 'heading');
    const last = own[own.length - 1];
    if (last) return isOpen(last.text) && spanOf(last).end <= point.span.start + 1 ? last : null;
    if (above.rank <= 3) break;
  }
  return null;
}

/** A sentence without an end: it waits for its points. */
function isOpen(text: string): boolean {
  return !/[.;!?]["')\]]*$/.test(text);
}

/** A letter or a number is a unit's only where a unit can be: "I. Hereby" is, "A. Smith" and "5. 3 brigades" are not. */
function plausible(marker: Marker, rest: string, builder: Builder): boolean {
  if (marker.form === 'decimal') return /^\D/.test(rest.slice(marker.length));
  if (marker.unit === 'point' && marker.form === 'dotted' && marker.number !== 'a' && marker.number !== 'A') {
    const before = String.fromCharCode(marker.number.charCodeAt(0) - 1);
    return builder.find((open) => open.number === before) !== null;
  }
  return true;
}
