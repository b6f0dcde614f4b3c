import type { Token } from './types.ts';

/** Words before a full stop that do not end a sentence. */
const abbreviations = new Set(
  'art arts para paras sec secs no nos mr mrs ms dr prof gen col lt capt st ste vs v cf e.g i.e etc inc ltd co dept fig vol pp p op cit approx ca max min jan feb mar apr jun jul aug sept sep oct nov dec ch cl sub subpara viz ibid hon amb res doc gov rep sen'.split(
    ' ',
  ),
);
const lettered = new Set(
  'annex appendix schedule table part section group class category list point chapter exhibit attachment map zone'.split(' '),
);
const closers = new Set(['"', "'", ')', ']']);

/**
 * Where sentences end: token indices just behind the last token of each. A full stop ends one when a capital, a bracket or a quote follows
 * and no abbreviation, initial or number precedes; a semicolon never does, since points lean on their lead-in. "peoples.They" ends at the stop.
 */
export function sentenceEnds(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (word === '(' || word === '[') depth++;
    else if ((word === ')' || word === ']') && depth > 0) depth--;
    else if (word === '"') quoted = !quoted;
    if (word !== '.' && word !== '!' && word !== '?') continue;
    let next = i + 1;
    while (next < tokens.length && closers.has(tokens[next]!.word) && tokens[next]!.start === tokens[next - 1]!.end) next++;
    if (next >= tokens.length) continue;
    if (word === '.' && !stops(tokens, i, next)) continue;
    if (depth > 0 && depth < 3 && closesSoon(tokens, next)) continue;
    ends.push(next);
    depth = 0;
    if (quoted && tokens[next - 1]!.word !== '"' && !closesQuote(tokens, next)) quoted = false;
  }
  ends.push(tokens.length);
  return ends.filter((end, n) => n === 0 || end > ends[n - 1]!);
}

function stops(tokens: readonly Token[], dot: number, next: number): boolean {
  const before = tokens[dot - 1];
  const after = tokens[next]!;
  if (!before) return false;
  const joined = after.start === tokens[next - 1]!.end;
  const afterOpens =
    after.capital ||
    after.word === '"' ||
    after.word === '(' ||
    after.word === '[' ||
    after.word === "'" ||
    after.kind === 'number';
  if (!afterOpens) return false;
  if (abbreviations.has(before.word) && before.end === tokens[dot]!.start) {
    if (before.word === 'no' && after.kind !== 'number') return true;
    return false;
  }
  const initial = before.kind === 'word' && before.raw.length === 1 && before.capital && after.capital;
  // "listed in Annex B. They …": a letter that names a part of the text is no initial.
  if (initial && !lettered.has(tokens[dot - 2]?.word ?? '')) return false;
  if (after.kind === 'number' && (joined || before.kind === 'number')) return false;
  if (joined && after.kind === 'word') return before.word.length > 2 && after.capital;
  return true;
}

/** The bracket closes within a few words: the stop stands inside it. */
function closesSoon(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 40; i++) {
    const { word } = tokens[i]!;
    if (word === ')' || word === ']') return true;
    if (word === '(' || word === '[') return false;
  }
  return false;
}

function closesQuote(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 80; i++) if (tokens[i]!.word === '"') return true;
  return false;
}
