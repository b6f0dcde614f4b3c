import type { Context, Span } from '#base';
import type { ParsedDraft } from '#parse';
import type { OpenClause } from './builder.ts';
import { clauseNamed, nearestClause } from './clause-named.ts';
import { type CleanText, slice } from './clean-text.ts';
import {
  isDefinition,
  isDraftingNote,
  isFinalOpening,
  isFormula,
  isPartiesOpening,
  isRecital,
  isTestimonium,
  withdrawsForces,
} from './contexts.ts';
import { headingMarker, shapeOf } from './heading-marker.ts';
import { labelClauses } from './labels.ts';
import { pointMarker } from './markers.ts';
import { type Piece, readPieces } from './pieces.ts';
import { isAnnexLine, isOpen, isShortBold, isTitleLine, leadFor, plausible, signaturesFrom } from './title-lines.ts';
import type { Clause, Outline } from './types.ts';
import { UnitOpener } from './unit-opener.ts';
import { type Cover, readWaivers } from './waivers.ts';

/**
 * Builds the clause tree of a draft (design 3): every unit with its label, context (catalogue 0.1) and exact span.
 *
 * Takes the parsed draft. Any text gives an outline; a draft without units is one of counted paragraphs.
 */
export function outlineDraft(parsed: ParsedDraft): Outline {
  const pieces = readPieces(parsed.tree, parsed.text);
  const shape = shapeOf(pieces);
  const reader = new OutlineReader(parsed.text, shape);
  const signatures = shape.units ? pieces.length : signaturesFrom(pieces);
  pieces.forEach((piece, i) => {
    if (i === signatures) reader.openTestimonium(piece.start);
    reader.read(piece, pieces[i + 1] ?? null);
  });
  return reader.finish();
}

/** Reads the pieces of a draft one after the other into blocks of words under the units they open. */
class OutlineReader extends UnitOpener {
  private readonly comments: { readonly text: string; readonly at: Span }[] = [];
  private readonly covers: Cover[] = [];
  private readonly englishColumns = new Map<number, number>();
  private readonly starts = new Map<number, OpenClause>();

  read(piece: Piece, next: Piece | null): void {
    switch (piece.kind) {
      case 'comment':
        this.comments.push({
          text: this.text.slice(piece.start, piece.end),
          at: { start: piece.start, end: piece.end },
        });
        return;
      case 'html':
        return;
      case 'code':
        this.builder.add('code', 'code', piece.words);
        return;
      case 'footnote':
        this.cover(piece);
        this.builder.add('footnote', 'drafting-note', piece.words);
        return;
      case 'quote':
        this.cover(piece);
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
      (label) => clauseNamed(clauses, label)?.span ?? nearestClause(clauses, label),
      this.text,
    );
    return {
      text: this.text,
      root: clauses[0]!,
      clauses,
      blocks: builder.blocks,
      title: this.title,
      flat,
      comments: this.comments,
      waivers,
    };
  }

  /** A list item is covered with its points. */
  private withPoints(cover: Cover): Cover {
    const owner = this.starts.get(cover.span.start);
    return owner && owner.span.end > cover.span.end
      ? { ...cover, span: { start: cover.span.start, end: owner.span.end } }
      : cover;
  }

  private readCell(piece: Piece): void {
    const { table, row, header } = piece.cell!;
    const english = /^(?:english|text in english|english text|version anglaise)\b/i.test(header);
    if (english && row === 0) this.englishColumns.set(table, piece.cell!.column);
    const bilingual = this.englishColumns.has(table);
    const annex = this.builder.find((clause) => clause.kind === 'annex');
    const context: Context =
      row === 0
        ? 'heading'
        : bilingual
          ? english
            ? this.shape.units
              ? this.bodyContext()
              : 'operative'
            : 'quotation'
          : annex?.context === 'annex-operative'
            ? 'annex-operative'
            : this.phase === 'testimonium'
              ? 'testimonium'
              : 'table';
    if (piece.words.text.length === 0) return;
    this.cover(piece);
    this.builder.add('cell', context, piece.words, {
      row: piece.cell!,
      state: this.brackets.read(piece.words.text),
    });
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
      else if (this.isSentence(words.text)) this.readText(piece, words, true);
      else this.openHeading(piece);
      return;
    }
    if (this.awaitsTitle === this.builder.top && isTitleLine(piece, next)) {
      this.giveTitle(words);
      return;
    }
    this.awaitsTitle = null;
    if (isAnnexLine(words.text) && piece.kind === 'paragraph' && this.builder.clauses.length > 1) {
      this.openHeading(piece);
      return;
    }
    if (this.title === null && this.builder.blocks.length === 0 && isShortBold(piece)) {
      this.title = this.builder.add('heading', 'title', words);
      return;
    }
    this.readText(piece, words, false);
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
        this.openPoint(
          piece,
          {
            unit: 'paragraph',
            number: piece.marker,
            length: 0,
            word: '',
            form: 'dotted',
          },
          'list',
        );
        opened = true;
      }
    }
    // A dash before a number, or joined to the first word, is an ornament of the printer.
    const dash = /^[—–-]\s?(?=(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)])|^—(?=\p{Lu})/u.exec(rest.text);
    if (dash) rest = slice(rest, dash[0].length);
    for (let n = 0; n < 4; n++) {
      const marker = pointMarker(rest.text);
      if (!marker || (marker.form === 'dotted' && marker.unit === 'point' && this.phase === 'opening')) break;
      // Under "Done at …" an initial is part of a name.
      if (this.phase === 'testimonium' && !/^\d/.test(marker.number)) break;
      if (!plausible(marker, rest.text, builder)) break;
      this.openPoint(piece, marker, 'words');
      opened = true;
      rest = slice(rest, marker.length);
    }
    if (!opened && !runIn && /[\p{L}\p{N}]/u.test(rest.text)) this.settleUnnumbered(piece, rest);
    if (rest.text.length === 0) return;
    const context = this.contextOf(rest.text, piece);
    if (context === 'final-clause') this.settleFinal();
    const state = this.brackets.read(rest.text);
    const kind = piece.kind === 'item' ? 'item' : 'paragraph';
    const isPoint = builder.top.rank >= 4 && opened;
    if (isPoint) this.starts.set(piece.start, builder.top);
    builder.add(kind, context, rest, {
      lead: isPoint ? leadFor(builder.top, rest.text) : null,
      state,
    });
    if (isFormula(rest.text) && this.phase === 'opening') this.phase = 'body';
  }

  /** An article without a title whose first words are a final clause is one. */
  private settleFinal(): void {
    const { builder } = this;
    const article = builder.find((open) => open.kind === 'article');
    if (article === null || article.title !== '' || article.blocks.some((block) => block.kind !== 'heading')) return;
    const { top } = builder;
    if (top !== article && !(article.children.length === 1 && top === article.children[0] && top.blocks.length === 0)) return;
    article.context = 'final-clause';
    top.context = 'final-clause';
  }

  /** A heading that is a sentence or goes on with one: its words are read. */
  private isSentence(text: string): boolean {
    if (this.title === null) return false;
    if (text.length > 80 && /[:;]$/.test(text)) return true;
    const last = this.builder.blocks[this.builder.blocks.length - 1];
    return /^articles? [\divxlc]{1,8} of\b/i.test(text) && last?.kind === 'paragraph' && isOpen(last.text);
  }

  private contextOf(text: string, piece: Piece): Context {
    if (isDraftingNote(text)) return 'drafting-note';
    const unit = this.builder.find((clause) => clause.rank >= 1 && clause.rank <= 3 && clause.kind !== 'document');
    if (unit?.context === 'final-clause' && withdrawsForces(unit.title, text)) unit.context = 'operative';
    const base = this.bodyContext();
    if (base === 'preamble' && this.phase === 'opening')
      return isPartiesOpening(text) && !isRecital(text) ? 'parties' : 'preamble';
    if (base === 'operative' || base === 'final-clause') {
      if (isDefinition(text)) return 'definition';
      if (isTestimonium(text) && this.shape.units && piece.nesting === 0 && /^(?:done|in witness|in faith)/i.test(text))
        return 'testimonium';
      if (!this.shape.units && isRecital(text) && !/\b(?:shall|will|agree[ds]?|undertakes?|must)\b/.test(text)) return 'preamble';
      if (base === 'operative' && isFinalOpening(text)) return 'final-clause';
    }
    return base;
  }

  private cover(piece: Piece): void {
    const last = this.covers[this.covers.length - 1];
    const span = { start: piece.start, end: piece.end };
    if (piece.kind === 'cell' && last && piece.cell!.column > 0)
      this.covers[this.covers.length - 1] = {
        span: { start: last.span.start, end: span.end },
        label: '',
      };
    else if (last && last.span.start <= span.start && last.span.end >= span.end && piece.kind !== 'item') return;
    else this.covers.push({ span, label: '' });
  }
}
