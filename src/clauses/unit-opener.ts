import type { Context } from '#base';
import { BracketReader } from './brackets.ts';
import { Builder, type OpenClause } from './builder.ts';
import { type CleanText, slice } from './clean-text.ts';
import {
  isClosing,
  isDateLine,
  isDefinitionTitle,
  isFinalTitle,
  isFormula,
  isInformative,
  isPartiesOpening,
  isRecital,
  isTestimonium,
} from './contexts.ts';
import type { Shape } from './heading-marker.ts';
import { foldNumber, type Marker } from './markers.ts';
import type { Piece } from './pieces.ts';
import { readNumbered, siblingOf } from './shapes.ts';
import { depthOf, headEnd, isAnnexLine, isPreambleTitle, isSignatureTitle, isTitledPoint } from './title-lines.ts';
import type { Block } from './types.ts';

/** Where in the instrument the reader stands. */
type Phase = 'opening' | 'body' | 'testimonium';

/** "Annex on forces", "Secret Additional Protocol". */
const annexTitle =
  /^(?:(?:secret|additional|confidential|supplementary|optional|military|technical|financial|final|joint|the)\s{1,9}){0,3}(?:annexe?|protocol|schedule|appendix|attachment|enclosure|addendum)\b/i;

/** `ANNEX.` → `Annex`: how a unit without a number is cited. */
const bareTitle = (text: string): string => {
  const word = text.replace(/[^\p{L}]/gu, '');
  return word[0]!.toUpperCase() + word.slice(1).toLowerCase();
};

/** Opens the units of a draft: articles, sections, annexes, paragraphs and points, each with its context (catalogue 0.1). */
export class UnitOpener {
  protected readonly builder: Builder;
  protected readonly brackets = new BracketReader();
  protected phase: Phase = 'opening';
  protected title: Block | null = null;
  protected titleDepth = 1;
  protected awaitsTitle: OpenClause | null = null;

  constructor(
    protected readonly text: string,
    protected readonly shape: Shape,
  ) {
    this.builder = new Builder(text.length);
  }

  /** Opens an article, section, part or annex. */
  protected openUnit(piece: Piece, marker: Marker, title: CleanText): void {
    const { builder } = this;
    if (
      this.title === null &&
      builder.blocks.length === 0 &&
      (marker.unit === 'annex' || marker.unit === 'part') &&
      title.text.length > 0
    ) {
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
    const rank =
      marker.unit === 'annex' ? 1 : marker.unit === 'part' ? 2 : marker.unit === 'section' && this.shape.articles ? 2.5 : 3;
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
        number: marker.number,
        key,
        title: titleText,
        context: this.unitContext(marker.unit, titleText),
      },
      piece.words.source[0] ?? piece.start,
    );
    clause.depth = piece.depth;
    const whole =
      piece.kind === 'heading' || piece.words.text.length === marker.length + title.text.length
        ? piece.words
        : slice(piece.words, 0, Math.max(marker.length, headEnd(piece, title)));
    builder.add('heading', 'heading', whole);
    this.awaitsTitle = titleText.length === 0 ? clause : null;
  }

  protected giveTitle(words: CleanText): void {
    const clause = this.awaitsTitle!;
    this.awaitsTitle = null;
    clause.title = words.text;
    clause.context = this.unitContext(
      clause.kind === 'article' ? 'article' : clause.kind === 'annex' ? 'annex' : clause.kind === 'part' ? 'part' : 'section',
      words.text,
    );
    this.builder.add('heading', 'heading', words);
  }

  /** A heading without a number: the title of the draft, its preamble, or an unnumbered section. */
  protected openHeading(piece: Piece): void {
    const { builder } = this;
    const { text } = piece.words;
    if (this.title === null && builder.blocks.every((block) => block.kind === 'comment')) {
      this.title = builder.add('heading', 'title', piece.words);
      this.titleDepth = piece.depth;
      return;
    }
    const started = builder.clauses.length > 1;
    if (
      !started &&
      this.shape.units &&
      this.phase === 'opening' &&
      !isPreambleTitle(text) &&
      builder.blocks.every((block) => block.kind === 'heading')
    ) {
      builder.add('heading', 'title', piece.words);
      return;
    }
    const annex = annexTitle.test(text) && started && text.length < 90;
    const equal =
      started && piece.depth <= this.titleDepth && this.shape.units && !isPreambleTitle(text) && this.phase !== 'opening';
    const behind = this.phase === 'testimonium' && !isSignatureTitle(text) && !isTestimonium(text);
    // What is appended behind the signatures, a resolution or a letter, informs; an annex or another treaty binds.
    const appended = behind && this.shape.units && !annex && !equal;
    const instrument = appended || equal;
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
    // After a preamble with a heading of its own, any other heading opens the body.
    else if (
      this.phase === 'opening' &&
      builder.clauses.some((clause) => clause.context === 'preamble' && clause.kind === 'part')
    )
      this.phase = 'body';
    if (annex || behind) this.phase = 'body';
    const bare = annex && isAnnexLine(text);
    const opened = builder.open(
      {
        kind: annex || instrument ? 'annex' : 'part',
        rank: annex || instrument ? 1 : 2,
        shape: bare ? bareTitle(text) : 'heading',
        title: bare ? '' : text,
        context: isPreambleTitle(text)
          ? 'preamble'
          : isSignatureTitle(text)
            ? 'testimonium'
            : appended
              ? 'annex-informative'
              : this.unitContext(annex || instrument ? 'annex' : annexOpen ? 'section' : 'part', text),
      },
      piece.words.source[0] ?? piece.start,
    );
    builder.add('heading', 'heading', piece.words);
    if (bare) this.awaitsTitle = opened;
  }

  protected unitContext(unit: Marker['unit'], title: string): Context {
    if (unit === 'annex') return isInformative(title) ? 'annex-informative' : 'annex-operative';
    const annex = this.builder.find((clause) => clause.kind === 'annex');
    if (annex) return annex.context;
    if (isDefinitionTitle(title)) return 'definition';
    if (unit !== 'part' && isPreambleTitle(title)) return 'preamble';
    if (isFinalTitle(title) && title.length < (unit === 'part' ? 60 : 120)) return 'final-clause';
    const part = this.builder.find((clause) => clause.rank === 2 || clause.rank === 2.5);
    return part && (part.context === 'final-clause' || part.context === 'definition') ? part.context : 'operative';
  }

  protected openPoint(piece: Piece, marker: Marker | null, from: 'bullet' | 'list' | 'words'): void {
    const { builder } = this;
    if (marker && this.phase === 'opening' && /^\d/.test(marker.number) && !this.shape.units) this.phase = 'body';
    if (marker && this.phase === 'opening' && !this.shape.formula && !this.shape.units) this.phase = 'body';
    if (marker && /^\d/.test(marker.number)) builder.closeWhile((open) => open.kind === 'recital');
    const nesting = piece.nesting;
    const start = piece.words.source[0] ?? piece.start;
    if (marker === null) {
      // A plan of bullets has no formula: its first point that is no recital opens the body (decision 4).
      const { units, formula, numbered } = this.shape;
      if (this.phase === 'opening' && !units && !formula && !numbered && !isRecital(piece.words.text)) this.phase = 'body';
      const shape = `bullet${nesting}`;
      builder.closeWhile(
        (open) =>
          open.shape === shape || (open.rank > 3 && open.nesting > nesting) || (open.nesting === nesting && open.rank >= 7),
      );
      builder.open(
        {
          kind: 'point',
          rank: 7 + nesting,
          shape,
          nesting,
          context: this.bodyContext(),
        },
        piece.start,
      );
      return;
    }
    const numbered = readNumbered(marker, builder);
    const shape = from === 'list' ? `list${nesting}` : numbered.shape;
    const sibling =
      siblingOf({ ...numbered, shape }, nesting, builder) ??
      (from === 'list'
        ? siblingOf({ ...numbered, shape: 'digit-dotted' }, nesting, builder)
        : shape === 'digit-dotted'
          ? siblingOf({ ...numbered, shape: 'list1' }, nesting, builder)
          : null);
    if (sibling) {
      builder.closeWhile((open) => open !== sibling);
      builder.closeWhile((open) => open === sibling);
    } else if (numbered.rank === 4 && from === 'words' && nesting === 0) builder.closeWhile((open) => open.rank > 3);
    else builder.closeWhile((open) => open.rank >= 7 && open.nesting >= nesting);
    if (builder.top.kind === 'paragraph' && builder.top.shape === 'counted' && nesting === 0)
      builder.closeWhile((open) => open.shape === 'counted' && this.shape.numbered);
    builder.open(
      {
        kind:
          (numbered.rank >= 5 && !numbered.shape.startsWith('decimal')) || builder.find((open) => open.rank >= 4) !== null
            ? 'point'
            : 'paragraph',
        rank: Math.max(numbered.rank, builder.top.rank >= 4 ? builder.top.rank + 0.1 : 4),
        shape,
        nesting,
        number: marker.number,
        key: numbered.key,
        context: this.bodyContext(),
        listNumber: from === 'list' && piece.automatic,
      },
      start,
    );
  }

  /** A paragraph without a number: flush text of what is open, a recital, or a counted paragraph of a flat text. */
  protected settleUnnumbered(piece: Piece, words: CleanText): void {
    const { builder } = this;
    if (builder.top.rank >= 4 && builder.top.blocks.length === 0) {
      // "1." alone on its line: what follows is its text, indented or not.
      builder.top.nesting = piece.nesting;
      return;
    }
    if (isTitledPoint(builder.top)) return;
    if (piece.nesting > 0) {
      builder.closeWhile((open) => open.rank > 3 && open.nesting > piece.nesting);
      return;
    }
    builder.closeWhile(
      (open) => (open.rank > 3 && open.nesting > 0) || open.rank >= 5 || open.kind === 'recital' || open.shape === 'counted',
    );
    if (this.phase === 'testimonium') return;
    const ends = this.shape.units
      ? (isTestimonium(words.text) || isDateLine(words.text)) && builder.find((open) => open.rank >= 3) !== null
      : isClosing(words.text) && builder.clauses.length > 2;
    if (ends) {
      this.openTestimonium(words.source[0] ?? piece.start);
      return;
    }
    if (this.phase === 'opening' && (this.shape.units || this.shape.formula || this.shape.numbered)) {
      if (isRecital(words.text) && !isPartiesOpening(words.text) && !(words.text.length < 160 && isFormula(words.text))) {
        builder.open(
          {
            kind: 'recital',
            rank: 4,
            shape: 'recital',
            context: 'preamble',
          },
          words.source[0] ?? piece.start,
        );
      }
      return;
    }
    if (this.phase === 'opening') this.phase = 'body';
    if (!this.shape.units && !this.shape.numbered && this.phase === 'body') {
      builder.open(
        {
          kind: 'paragraph',
          rank: 4,
          shape: 'counted',
          context: 'operative',
        },
        words.source[0] ?? piece.start,
      );
    }
  }

  /** From here on: places, days and signatures. */
  openTestimonium(start: number): void {
    this.phase = 'testimonium';
    this.builder.closeWhile((open) => open.rank >= 2);
    this.builder.open({ kind: 'testimonium', rank: 3, shape: 'testimonium', context: 'testimonium' }, start);
  }

  protected bodyContext(): Context {
    if (this.phase === 'opening') return 'preamble';
    if (this.phase === 'testimonium') return 'testimonium';
    const unit = this.builder.find((clause) => clause.rank >= 1 && clause.rank <= 3 && clause.kind !== 'document');
    return unit ? unit.context : 'operative';
  }
}
