import type { Block } from '#clauses';
import { readEstablished } from './established.ts';
import { readInline } from './inline-terms.ts';
import { foldTerm, rawText, readQuoted } from './terms.ts';
import type { Definition, Range, Sentence, Token } from './types.ts';

/** A definition as token ranges of its sentence. */
export interface Found {
  readonly term: Range;
  readonly meaning: Range | null;
  readonly form: Definition['form'];
}

/**
 * Every term that the draft defines, in the order of the sentences (DRF001, decision 42): articles of definitions ("'X' means …"),
 * inline parentheses ("(hereinafter "the Parties")"), and bodies that are established. Takes all sentences of the draft; words of a
 * lead-in are read in their own sentence only. A meaning that ends with a colon goes on over the points under it.
 */
export function readDefinitions(sentences: readonly Sentence[]): Definition[] {
  const found: Definition[] = [];
  for (const [n, sentence] of sentences.entries()) {
    const { context } = sentence;
    if (context === 'drafting-note' || context === 'code' || context === 'quotation') continue;
    const taken = new Set<string>();
    const add = (each: Found): void => {
      if (each.term.from < sentence.own || each.term.to <= each.term.from) return;
      const definition = build(sentences, n, each);
      // "'Party' or 'Parties'", "(the "Parties", each a "Party")": one term of one sentence.
      if (definition.key === '' || taken.has(definition.key)) return;
      taken.add(definition.key);
      found.push(definition);
    };
    for (const each of readArticle(sentence)) add(each);
    for (const each of readInline(sentence.tokens)) add(each);
    if (context !== 'title' && context !== 'heading') for (const each of readEstablished(sentence.tokens)) add(each);
  }
  return found;
}

function build(sentences: readonly Sentence[], n: number, found: Found): Definition {
  const sentence = sentences[n]!;
  const { tokens, block } = sentence;
  const term = rawText(block, tokens, withoutArticle(tokens, found.term));
  const at = spanOf(tokens, withoutArticle(tokens, found.term));
  const meaning = found.meaning && found.meaning.to > found.meaning.from ? found.meaning : null;
  const parts: string[] = meaning ? [rawText(block, tokens, meaning)] : [];
  let span = meaning ? spanOf(tokens, meaning) : null;
  if (meaning ? tokens[meaning.to - 1]!.word === ':' || listOpen(tokens, meaning) : opensList(tokens, found)) {
    for (let i = n + 1; i < sentences.length && under(sentences[i]!.block, sentence.block); i++) {
      const { tokens: points, own, block: point } = sentences[i]!;
      if (own >= points.length) continue;
      parts.push(rawText(point, points, { from: own, to: points.length }));
      span = { start: span?.start ?? points[own]!.start, end: points.at(-1)!.end };
    }
  }
  return {
    term,
    key: foldTerm(term),
    at,
    meaning: span,
    meaningText: parts.join(' '),
    clause: sentence.clause,
    form: found.form,
    sentence: sentence.id,
  };
}

/** The block is a point, or a point of a point, of the lead-in. */
function under(block: Block, lead: Block): boolean {
  let above = block.lead;
  for (let n = 0; n < 6 && above && above !== lead; n++) above = above.lead;
  return above === lead;
}

function listOpen(tokens: readonly Token[], meaning: Range): boolean {
  return meaning.to === tokens.length && /^[,—–-]$/.test(tokens[meaning.to - 1]!.word);
}

function opensList(tokens: readonly Token[], found: Found): boolean {
  return found.form === 'article' && /^[:,—–-]$/.test(tokens.at(-1)?.word ?? '');
}

function withoutArticle(tokens: readonly Token[], range: Range): Range {
  const first = tokens[range.from]!.word;
  return range.to - range.from > 1 && /^(?:the|an?)$/.test(first) ? { from: range.from + 1, to: range.to } : range;
}

function spanOf(tokens: readonly Token[], range: Range): { start: number; end: number } {
  return { start: tokens[range.from]!.start, end: tokens[range.to - 1]!.end };
}

/** Words that join a term to its meaning, longest first; `strict` ones count only in an article of definitions. */
const verbs: readonly (readonly [string, strict: boolean])[] = [
  ['shall be understood to mean', false],
  ['shall be understood as', false],
  ['shall be construed as', false],
  ['shall have the meaning', false],
  ['is to be understood as', false],
  ['is understood to mean', false],
  ['shall be taken to mean', false],
  ['is used to mean', false],
  ['is understood as', false],
  ['has the meaning', false],
  ['have the meaning', false],
  ['is defined as', false],
  ['are defined as', false],
  ['shall refer to', false],
  ['shall be deemed to mean', false],
  ['shall include', true],
  ['does not include', true],
  ['shall denote', false],
  ['shall mean', false],
  ['will mean', false],
  ['means', false],
  ['mean', false],
  ['refers to', false],
  ['refer to', false],
  ['denotes', false],
  ['denote', false],
  ['designates', false],
  ['signifies', false],
  ['stands for', false],
  ['comprises', true],
  ['covers', true],
  ['includes', true],
  ['include', true],
  ['is', true],
  ['are', true],
  ['shall be', true],
];
const verbWords = verbs.map(([words, strict]) => ({ words: words.split(' '), strict }));

/** "'X' means …", "the term "X" refers to …", and unquoted "X means …" where the sentence or its context shows a definition. */
function readArticle(sentence: Sentence): Found[] {
  const { tokens, own } = sentence;
  const defines = sentence.context === 'definition';
  const found: Found[] = [];
  const open: Range[] = [];
  for (let i = own; i < tokens.length; i++) {
    const quoted = readQuoted(tokens, i);
    if (!quoted) continue;
    open.push({ from: quoted.from, to: quoted.to });
    const after = asideEnd(tokens, quoted.after);
    // "'Party' or 'Parties' means": both terms wait for the verb.
    if (/^(?:or|and|,)$/.test(tokens[after]?.word ?? '') && followedByQuote(tokens, after)) {
      i = quoted.after - 1;
      continue;
    }
    const verb = verbAt(tokens, after);
    const colon = defines && /^[:—–]$/.test(tokens[after]?.word ?? '') && i === own ? after + 1 : null;
    const meaningFrom = verb && (!verb.strict || defines) ? verb.to : colon;
    if (meaningFrom !== null) {
      const start = /^[:,—–]$/.test(tokens[meaningFrom]?.word ?? '') ? meaningFrom + 1 : meaningFrom;
      const to = meaningEnd(tokens, start);
      for (const term of open) found.push({ term, meaning: { from: start, to }, form: 'article' });
      i = Math.max(i, to - 1);
    } else i = quoted.after - 1;
    open.length = 0;
  }
  if (found.length > 0) return found;
  const plain = unquoted(sentence);
  return plain ? [plain] : [];
}

function followedByQuote(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 5; i++) {
    if (readQuoted(tokens, i)) return true;
    if (!/^(?:or|and|,|the|term|terms|expression|an?)$/.test(tokens[i]?.word ?? '')) return false;
  }
  return false;
}

/** Steps over ", in relation to a State," and "(in the singular)" between a term and its verb. */
function asideEnd(tokens: readonly Token[], at: number): number {
  const close = tokens[at]?.word === ',' ? ',' : tokens[at]?.word === '(' ? ')' : '';
  if (close === '' || verbAt(tokens, at + 1)) return close === ',' ? at + 1 : at;
  for (let i = at + 1; i < Math.min(tokens.length, at + 16); i++)
    if (tokens[i]!.word === close) return verbAt(tokens, i + 1) ? i + 1 : at;
  return at;
}

function verbAt(tokens: readonly Token[], at: number): { readonly to: number; readonly strict: boolean } | null {
  for (const { words, strict } of verbWords) {
    if (!words.every((word, n) => tokens[at + n]?.word === word)) continue;
    return { to: at + words.length, strict };
  }
  return null;
}

/** The next definition in one sentence ends this one: "'X' means …; 'Y' means …". */
function meaningEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.word !== ';') continue;
    const quoted = readQuoted(tokens, pastOpening(tokens, i + 1));
    if (quoted && verbAt(tokens, quoted.after)) return i;
  }
  const last = tokens.at(-1)?.word ?? '';
  const end = /^[.;]$/.test(last) ? tokens.length - 1 : tokens.length;
  return tokens[end - 1]?.word === 'and' && tokens[end - 2]?.word === ';' ? Math.max(from, end - 2) : Math.max(from, end);
}

/** Past what may stand before the next term of a list: "and", "(b)", "the term". */
function pastOpening(tokens: readonly Token[], at: number): number {
  let i = at;
  if (/^(?:and|or)$/.test(tokens[i]?.word ?? '')) i++;
  if (tokens[i]?.word === '(' && tokens[i + 2]?.word === ')') i += 3;
  while (i < at + 8 && /^(?:and|the|an?|term|terms|expression|word)$/.test(tokens[i]?.word ?? '')) i++;
  return i;
}

/** "Armed Attack means …" without marks: two capitals and more anywhere, one only in an article of definitions. */
function unquoted(sentence: Sentence): Found | null {
  const { tokens, own } = sentence;
  const defines = sentence.context === 'definition';
  let from = own;
  const intro = introduction(tokens, own);
  if (intro !== null) from = intro;
  if (/^(?:the|an?)$/.test(tokens[from]?.word ?? '')) from++;
  if (/^(?:term|expression|word)$/.test(tokens[from]?.word ?? '')) from++;
  let capitals = 0;
  for (let i = from; i < Math.min(tokens.length, from + 9); i++) {
    const token = tokens[i]!;
    if (i > from) {
      const verb = verbAt(tokens, i);
      const bare =
        token.word === 'mean' ||
        token.word === 'include' ||
        token.word === 'are' ||
        token.word === 'refer' ||
        token.word === 'denote';
      const weak =
        /^(?:is|are|covers|comprises|includes|include|does)$/.test(token.word) || (token.word === 'shall' && verb?.strict);
      if (verb && !(bare && !defines)) {
        const enough = capitals >= 2 || (defines && (capitals >= 1 || (!verb.strict && i - from <= 3)));
        if (!enough || (verb.strict && !defines) || (weak && !allCapital(tokens, from, i))) return null;
        return { term: { from, to: i }, meaning: { from: verb.to, to: meaningEnd(tokens, verb.to) }, form: 'article' };
      }
      if (
        defines &&
        i - from <= 6 &&
        /^[:—–]$/.test(token.word) &&
        capitals > 0 &&
        i + 1 < tokens.length &&
        allCapital(tokens, from, i)
      )
        return { term: { from, to: i }, meaning: { from: i + 1, to: meaningEnd(tokens, i + 1) }, form: 'article' };
    }
    if (token.kind === 'mark' && token.word !== '/' && token.word !== "'") return null;
    if (token.capital) {
      if (/^(?:this|that|it|which|nothing|these|those|there|each|any|no|all)$/.test(token.word)) return null;
      capitals++;
    } else if (token.kind === 'word' && !/^(?:of|the|and|to|in|for|on|or|'s|an?)$/.test(token.word) && !defines) return null;
  }
  return null;
}

function allCapital(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind === 'word' && !token.capital && !/^(?:of|the|and|to|in|for|on|or|'s)$/.test(token.word)) return false;
  }
  return true;
}

/** "For the purposes of this Treaty," and "In this Annex:" at the beginning: the index after them. */
function introduction(tokens: readonly Token[], own: number): number | null {
  if (!/^(?:for|in)$/.test(tokens[own]?.word ?? '')) return null;
  for (let i = own + 1; i < Math.min(tokens.length, own + 14); i++) {
    if (tokens[i]!.word === ',' || tokens[i]!.word === ':') return i + 1;
    if (tokens[i]!.word === ';' || tokens[i]!.word === '.') return null;
  }
  return null;
}
