import type { Token } from './types.ts';

/** The instrument a reference belongs to. */
export interface Instrument {
  readonly target: 'this' | 'external';
  /** Title as written, empty for this instrument. */
  readonly of: string;
  readonly to: number;
}

/** Bare, these name the text they stand in: "Article IX of the Treaty". */
const own = new Set(
  `treaty agreement memorandum pact declaration understanding arrangement framework instrument accord compact guarantee text
  document mou`.split(/\s+/),
);
/** Bare, these name another text: "Article 51 of the Charter". */
const foreign = new Set(
  `charter constitution convention statute covenant act code law protocol resolution directive regulation statutes rules
  additional-protocol nato un sofa mou decree annex treaties constitutions order bill charters conventions`.split(/\s+/),
);
const months = new Set('january february march april may june july august september october november december'.split(' '));
const joins = new Set(['of', 'the', 'on', 'and', 'for', 'in', 'to', 'between', 'concerning', 'with', 'against', 'as']);

/**
 * The instrument named after a reference that ends before `at`: "of the Charter of the United Nations", "of this Treaty",
 * "of Resolution 2231", "NATO". Gives null where none is named.
 */
export function instrumentAfter(tokens: readonly Token[], at: number): Instrument | null {
  const first = tokens[at];
  if (!first) return null;
  if (/^(?:thereof|hereof|hereto)$/.test(first.word))
    return { target: first.word === 'thereof' ? 'external' : 'this', of: '', to: at + 1 };
  const preposition = /^(?:of|to|in|under)$/.test(first.word);
  let i = preposition ? at + 1 : at;
  if (!preposition && !first.capital) return null;
  const pointer = tokens[i]?.word ?? '';
  if (/^(?:this|present)$/.test(pointer) || (pointer === 'the' && tokens[i + 1]?.word === 'present')) {
    const noun = pointer === 'the' ? i + 2 : i + 1;
    if (own.has(tokens[noun]?.word ?? '') || foreign.has(tokens[noun]?.word ?? ''))
      return { target: 'this', of: '', to: noun + 1 };
    return null;
  }
  const other = /^(?:that|such|its|their|his|said|those|other|another|each)$/.test(pointer);
  if (other || /^(?:the|a|an|any)$/.test(pointer)) i++;
  if (tokens[i]?.word === 'said' || tokens[i]?.word === 'same' || tokens[i]?.word === 'above-mentioned') i++;
  const end = nameEnd(tokens, i);
  if (end === i) {
    // "of its constitution", "of that treaty": no capitals, yet another text.
    const noun = tokens[i]?.word ?? '';
    if (preposition && (foreign.has(noun) || (other && own.has(noun))))
      return { target: 'external', of: tokens[i]!.raw, to: i + 1 };
    return null;
  }
  const nouns = tokens.slice(i, end);
  const known = nouns.some((token) => own.has(token.word) || foreign.has(token.word));
  if (!preposition && !(known || /^(?:nato|un|eu|teu|tfeu)$/.test(first.word))) return null;
  if (!preposition && nouns.length > 6) return null;
  if (!known && !/^(?:to|in|under)$/.test(first.word))
    return preposition && abbreviation(nouns) ? { target: 'external', of: text(nouns), to: end } : null;
  if (!known) return null;
  if (nouns.length === 1 && own.has(nouns[0]!.word) && !other && pointer !== 'a') {
    if (first.word !== 'of') return null;
    return { target: 'this', of: '', to: end };
  }
  if (nouns.length === 1 && /^(?:annex|protocol)$/.test(nouns[0]!.word) && first.word !== 'of') return null;
  return { target: 'external', of: text(nouns), to: end };
}

/** The instrument named before a reference: "NATO Article 5", "the Charter's Article 51", "the Constitution, in particular its Article 9". */
export function instrumentBefore(tokens: readonly Token[], at: number): Instrument | null {
  const [three, two, one] = [tokens[at - 3], tokens[at - 2], tokens[at - 1]];
  if (!one) return null;
  if (one.word === 'its' || one.word === 'whose') {
    for (let i = at - 2; i >= Math.max(0, at - 14); i--) {
      const { word, capital } = tokens[i]!;
      if (capital && (foreign.has(word) || own.has(word))) return { target: 'external', of: tokens[i]!.raw, to: at };
    }
    return null;
  }
  const noun = one.word === "'s" ? two : one.word === ',' ? two : one.word === 's' && two?.word === "'" ? three : one;
  if (!noun?.capital || !foreign.has(noun.word) || noun.word === 'annex' || noun.word === 'protocol') return null;
  if (one.word === ',' && !/^(?:charter|constitution|statute|code|law)$/.test(noun.word)) return null;
  return { target: 'external', of: noun.raw, to: at };
}

/** Index after a run of capitalised words joined by small ones: "Charter of the United Nations". */
function nameEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  for (let i = at; i < Math.min(at + 24, tokens.length); i++) {
    const token = tokens[i]!;
    if (endsName(tokens, i, end)) break;
    if (token.kind === 'word' && token.capital && !joins.has(token.word)) end = i + 1;
    else if (token.kind === 'number' && end > at && tokens[i]!.start - tokens[i - 1]!.end <= 1 && !joins.has(tokens[i - 1]!.word))
      end = i + 1;
    else if (!(end > at && token.kind === 'word' && joins.has(token.word)) && !(end > at && token.word === "'s")) break;
    else if (token.word === 'and' && !tokens[i + 1]?.capital) break;
    else if (
      token.word === 'and' &&
      /^(?:article|articles|annex|paragraph|chapter|part|protocol|section|each|the)$/.test(tokens[i + 1]?.word ?? '')
    )
      break;
  }
  return end;
}

/** A date after the title ("Treaty of 19 November") and a new reference are no part of it. */
function endsName(tokens: readonly Token[], at: number, end: number): boolean {
  return end > 0 && months.has(tokens[at]!.word) && (tokens[at + 1]?.kind === 'number' || tokens[at - 1]?.kind === 'number');
}

function abbreviation(nouns: readonly Token[]): boolean {
  return nouns.length === 1 && /^[A-Z]{2,6}$/.test(nouns[0]!.raw);
}

function text(nouns: readonly Token[]): string {
  return nouns.map((token, n) => (n > 0 && token.start > nouns[n - 1]!.end ? ' ' : '') + token.raw).join('');
}
