import type { Block } from '#clauses';
import type { Range, Token } from './types.ts';

/**
 * Folds a term for comparison: lower case, single spaces, no article, the last word singular ("the Guarantor States" is
 * `guarantor state`). Takes the term as written; two spellings of one term give one key.
 */
export function foldTerm(term: string): string {
  const words = term
    .toLowerCase()
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '');
  if (words.length > 1 && /^(?:the|an?)$/.test(words[0]!)) words.shift();
  const last = words.length - 1;
  if (last >= 0) words[last] = singularOf(words[last]!);
  return words.join(' ');
}

function singularOf(word: string): string {
  const plain = word.replace(/'s?$/, '');
  if (plain.length < 4 || /(?:ss|us|is|ics|series|species)$/.test(plain)) return plain;
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes)$/.test(plain)) return plain.slice(0, -2);
  return plain.endsWith('s') ? plain.slice(0, -1) : plain;
}

/** The words of a token range as they stand in its block, without Markdown; tokens of a lead-in, which is another block, by themselves. */
export function rawText(block: Pick<Block, 'text' | 'source'>, tokens: readonly Token[], range: Range): string {
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  if (!first || !last || range.to <= range.from) return '';
  if (first.inherited || last.inherited) {
    const own = tokens.slice(range.from, range.to);
    return own.map((token, n) => (n > 0 && token.start > own[n - 1]!.end ? ' ' : '') + token.raw).join('');
  }
  return block.text.slice(placeOf(block.source, first.start), placeOf(block.source, last.end));
}

/** Index of the first character that stands at or after an offset of the draft. */
function placeOf(source: Uint32Array, offset: number): number {
  let low = 0;
  let high = source.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (source[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A term in quotation marks: its words without the marks, and the index after the closing one. */
export interface Quoted extends Range {
  readonly after: number;
}

const longest = 14;

/**
 * The quoted term that begins with the mark at `at`, or null: straight or single marks around one to fourteen tokens. A single mark
 * opens only where no word stands right before it, so that "Guarantors' Council" opens none.
 */
export function readQuoted(tokens: readonly Token[], at: number): Quoted | null {
  const open = tokens[at];
  if (!open || !/^["'“‘«]$/.test(open.word)) return null;
  const single = open.word === "'" || open.word === '‘';
  const prior = tokens[at - 1];
  const next = tokens[at + 1];
  if (!next || next.kind === 'mark') return null;
  if (single && prior && prior.end === open.start && prior.kind !== 'mark') return null;
  const closing = open.word === '“' ? '”' : open.word === '‘' ? '’' : open.word === '«' ? '»' : open.word;
  for (let i = at + 2; i < Math.min(tokens.length, at + 2 + longest); i++) {
    const token = tokens[i]!;
    if (token.word === closing) {
      // "'Guarantors' Council'": an apostrophe with a capitalised word after it, and a closing mark still to come, is inside the term.
      if (single && insideTerm(tokens, i, closing, at + 2 + longest)) continue;
      const comma = tokens[i - 1]!.word === ',' ? i - 1 : i;
      return { from: at + 1, to: comma, after: i + 1 };
    }
    if (/^[;:?!]$/.test(token.word)) return null;
  }
  return null;
}

function insideTerm(tokens: readonly Token[], at: number, closing: string, limit: number): boolean {
  const next = tokens[at + 1];
  if (!next?.capital || tokens[at - 1]?.word.at(-1) !== 's' || tokens[at - 1]!.end !== tokens[at]!.start) return false;
  for (let i = at + 2; i < Math.min(limit, at + 5); i++)
    if (tokens[i]?.word === closing && tokens[i - 1]!.end === tokens[i]!.start) return true;
  return false;
}
