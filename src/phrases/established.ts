import type { Found } from './definitions.ts';
import { readQuoted } from './terms.ts';
import type { Range, Token } from './types.ts';

const made = /^(?:established|created|constituted|instituted|set|formed|founded)$/;
const makes = /^(?:establish|establishes|create|creates|constitute|institute|set|sets)$/;

/**
 * Bodies that the draft sets up (decision 42): "There is hereby established a Joint Council", "A Guarantee Council is hereby
 * established", "The Parties hereby establish a Verification Centre". Takes the tokens of a sentence; the name needs a capital and "a"
 * or "an" (or the passive), so that "establish the facts" names nothing. The meaning is what follows.
 */
export function readEstablished(tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    const up = tokens[i + 1]?.word === 'up' ? i + 2 : i + 1;
    if (word === 'set' && up === i + 1) continue;
    const passive = made.test(word) ? passiveFrom(tokens, i) : null;
    if (passive !== null) {
      const before = subjectBefore(tokens, passive);
      const after = before ? null : bodyAfter(tokens, up, false);
      const term = before ?? after;
      if (term) found.push({ term, meaning: rest(tokens, before ? up : term.to), form: 'established' });
      continue;
    }
    if (!makes.test(word) || tokens[i - 1]?.word === 'to') continue;
    const term = bodyAfter(tokens, up, true);
    if (term) found.push({ term, meaning: rest(tokens, term.to), form: 'established' });
  }
  return found;
}

/** Index of the auxiliary of "is hereby established", "shall be established", or null. */
function passiveFrom(tokens: readonly Token[], at: number): number | null {
  let i = at - 1;
  if (tokens[i]?.word === 'hereby' || tokens[i]?.word === 'also') i--;
  if (/^(?:is|are)$/.test(tokens[i]?.word ?? '')) return i;
  if (tokens[i]?.word === 'be' && /^(?:shall|will)$/.test(tokens[i - 1]?.word ?? '')) return i - 1;
  if (tokens[i]?.word === 'be' && tokens[i - 1]?.word === 'hereby' && /^(?:shall|will)$/.test(tokens[i - 2]?.word ?? ''))
    return i - 2;
  return null;
}

/** "A Guarantee Council is": the name right before the auxiliary, with "a" or "an" before it. */
function subjectBefore(tokens: readonly Token[], at: number): Range | null {
  let to = at;
  while (to > 0 && tokens[to - 1]!.word === ')') {
    let open = to - 1;
    while (open > 0 && tokens[open]!.word !== '(' && to - open < 16) open--;
    if (tokens[open]!.word !== '(') return null;
    to = open;
  }
  let from = to;
  while (from > 0 && to - from < 10) {
    const { capital, word, kind } = tokens[from - 1]!;
    if (/^an?$/.test(word)) return from < to && tokens[from]!.capital ? { from, to } : null;
    if (kind !== 'word' || (!capital && !/^(?:of|the|for|and|on)$/.test(word))) return null;
    from--;
  }
  return null;
}

/** "a Joint Council of Guarantors" after the verb. */
function bodyAfter(tokens: readonly Token[], at: number, active: boolean): Range | null {
  let i = at;
  if (tokens[i]?.word === ',') i = skipAside(tokens, i);
  if (/^(?:hereby|between|among)$/.test(tokens[i]?.word ?? '')) i++;
  const article = tokens[i]?.word ?? '';
  if (!/^an?$/.test(article) && !(!active && article === 'the')) return null;
  i++;
  while (
    i < tokens.length &&
    i - at < 8 &&
    !tokens[i]!.capital &&
    /^(?:permanent|standing|joint|new|single|special|common|multinational|independent|body|known|as|the|called)$/.test(
      tokens[i]!.word,
    )
  )
    i++;
  const quoted = readQuoted(tokens, i);
  if (quoted) return { from: quoted.from, to: quoted.to };
  if (!tokens[i]?.capital) return null;
  let end = i;
  for (let n = i; n < Math.min(tokens.length, i + 10); n++) {
    const { capital, word, kind } = tokens[n]!;
    if (kind === 'word' && capital) end = n + 1;
    else if (!/^(?:of|the|for|and|on)$/.test(word) || (word === 'and' && !tokens[n + 1]?.capital)) break;
  }
  return { from: i, to: end };
}

/** ", within 30 days of signature," between the verb and the name. */
function skipAside(tokens: readonly Token[], at: number): number {
  for (let i = at + 1; i < Math.min(tokens.length, at + 16); i++) if (tokens[i]!.word === ',') return i + 1;
  return at;
}

function rest(tokens: readonly Token[], from: number): Range | null {
  let start = from;
  while (start < tokens.length && tokens[start]!.kind === 'mark' && tokens[start]!.word !== '(') start++;
  if (tokens[start]?.word === '(') {
    let close = start;
    while (close < tokens.length && tokens[close]!.word !== ')') close++;
    start = Math.min(tokens.length, close + 1);
    while (tokens[start]?.word === ',') start++;
  }
  const end = /^[.;]$/.test(tokens.at(-1)?.word ?? '') ? tokens.length - 1 : tokens.length;
  return start < end ? { from: start, to: end } : null;
}
