import type { Found } from './definitions.ts';
import { type Quoted, readQuoted } from './terms.ts';
import type { Range, Token } from './types.ts';

const herein = /^(?:hereinafter|hereafter|hereinbelow|henceforth|hereunder|herein)$/;
/** Between "hereinafter" and its term. */
const between = new Set(
  `hereinafter hereafter henceforth hereunder herein hereinbelow referred to as called the collectively together jointly
  individually each a an and or also known named termed styled respectively it being as either any of them severally`.split(
    /\s+/,
  ),
);
const calling: readonly (readonly string[])[] = [
  ['referred', 'to', 'as'],
  ['to', 'be', 'known', 'as'],
  ['to', 'be', 'called'],
  ['known', 'as'],
];

/**
 * Terms defined in passing: `(the "Guarantors")`, `(hereinafter "the Parties")`, "hereinafter referred to as the Force", "a body known
 * as the Council". Takes the tokens of a sentence. The meaning is the words before, back to the border of their clause.
 */
export function readInline(tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  let border = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (word === '(') {
      const close = closing(tokens, i);
      if (close === null) continue;
      const terms = inParenthesis(tokens, i + 1, close);
      const meaning = terms.length > 0 ? meaningBefore(tokens, border, i) : null;
      for (const term of terms) found.push({ term, meaning, form: 'inline' });
      if (terms.length > 0) border = close + 1;
      i = close;
      continue;
    }
    if (herein.test(word)) {
      const term = afterHerein(tokens, i + 1);
      if (!term) continue;
      const comma = tokens[i - 1]?.word === ',' ? i - 1 : i;
      found.push({ term, meaning: meaningBefore(tokens, border, comma), form: 'inline' });
      border = term.to;
      i = term.to - 1;
      continue;
    }
    const lead = calling.find((words) => words.every((part, n) => tokens[i + n]?.word === part));
    if (!lead) continue;
    const term = named(tokens, i + lead.length, lead[0] === 'referred');
    if (!term) continue;
    const qualifier = /^(?:collectively|together|jointly|,)$/.test(tokens[i - 1]?.word ?? '') ? i - 1 : i;
    found.push({ term, meaning: meaningBefore(tokens, border, qualifier), form: 'inline' });
    border = term.to;
    i = term.to - 1;
  }
  return found;
}

function closing(tokens: readonly Token[], at: number): number | null {
  for (let i = at + 1; i < Math.min(tokens.length, at + 26); i++) {
    if (tokens[i]!.word === ')') return i;
    if (tokens[i]!.word === '(') return null;
  }
  return null;
}

/** Terms in a parenthesis that holds nothing else: quoted ones, or unquoted capitals after "hereinafter". */
function inParenthesis(tokens: readonly Token[], from: number, to: number): Range[] {
  const terms: Range[] = [];
  let told = false;
  for (let i = from; i < to; ) {
    const quoted: Quoted | null = readQuoted(tokens, i);
    if (quoted && quoted.after <= to) {
      terms.push({ from: quoted.from, to: quoted.to });
      i = quoted.after;
      continue;
    }
    const { word, kind, capital } = tokens[i]!;
    if (herein.test(word) || word === 'called' || (word === 'as' && /^(?:to|known)$/.test(tokens[i - 1]?.word ?? '')))
      told = true;
    if (told && capital && !between.has(word)) {
      const end = nameEnd(tokens, i, to);
      terms.push({ from: i, to: end });
      i = end;
      continue;
    }
    if (kind === 'word' ? !between.has(word) : word !== ',' && word !== ':') return [];
    i++;
  }
  return terms;
}

function afterHerein(tokens: readonly Token[], at: number): Range | null {
  for (let i = at; i < Math.min(tokens.length, at + 10); i++) {
    const quoted = readQuoted(tokens, i);
    if (quoted) return { from: quoted.from, to: quoted.to };
    const { word, capital } = tokens[i]!;
    if (capital && !/^(?:the|an?)$/.test(word)) return { from: i, to: nameEnd(tokens, i, tokens.length) };
    if (!between.has(word) && word !== ',') return null;
  }
  return null;
}

/** The name after "known as": "the Council", "the "Council"". */
function named(tokens: readonly Token[], at: number, quotedOnly: boolean): Range | null {
  const i = /^(?:the|an?)$/.test(tokens[at]?.word ?? '') ? at + 1 : at;
  const quoted = readQuoted(tokens, i) ?? readQuoted(tokens, at);
  if (quoted) return { from: quoted.from, to: quoted.to };
  if (quotedOnly && i === at) return null;
  return tokens[i]?.capital ? { from: i, to: nameEnd(tokens, i, tokens.length) } : null;
}

/** End of a run of capitals joined by "of the", "and", "for". */
function nameEnd(tokens: readonly Token[], at: number, limit: number): number {
  let end = at;
  for (let i = at; i < Math.min(limit, at + 10); i++) {
    const { capital, word, kind } = tokens[i]!;
    if (capital && kind === 'word') end = i + 1;
    else if (!/^(?:of|the|for|on|'s)$/.test(word)) break;
  }
  return end;
}

const modals = /^(?:shall|will|may|must|should|is|are|means|has|have|between|agree|agrees|establish|establishes|deploy|deploys)$/;

/** The words before a parenthesis that it names: back to a stop, a modal, "between", or the last term of the sentence. */
function meaningBefore(tokens: readonly Token[], border: number, to: number): Range | null {
  let from = Math.max(border, 0);
  for (let i = to - 1; i >= border; i--) {
    const { word } = tokens[i]!;
    const oneHand = (word === 'hand' || word === 'part') && /^(?:one|other|first|second)$/.test(tokens[i - 1]?.word ?? '');
    if (/^[;:—–]$/.test(word) || modals.test(word) || (oneHand && i < to - 1)) {
      from = i + 1;
      break;
    }
  }
  while (
    from < to &&
    /^(?:,|and|on|of|the|one|other|part|hand|side|another|both|;|by)$/.test(tokens[from]!.word) &&
    !tokens[from]!.capital
  )
    from++;
  // The article of the name itself belongs to it.
  if (from > border && tokens[from - 1]?.word === 'the') from--;
  while (to > from && tokens[to - 1]!.word === ',') to--;
  return from < to ? { from, to } : null;
}
