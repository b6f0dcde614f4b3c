import type { Modal, Range, Token } from '#phrases';
import { REACH } from './frame-subjects.ts';
import { passiveParticiple, verbAt } from './verbs.ts';
import { adverbs, conditionals, determiners, nounVerbs, parenthesisOpeners, prepositions, relatives } from './words.ts';

/** The main verb of a finite clause: its lemma and its words. */
export interface Verb {
  readonly verb: string;
  readonly verbAt: Range;
  readonly passive: boolean;
}

/** What a finite clause is hung on: its modal, or the place of a verb that has none. */
export interface Anchor {
  readonly from: number;
  readonly to: number;
  readonly modal: Modal | null;
  /** The main verb of a sentence whose subject carries a relative clause before it. */
  readonly behind?: boolean;
}

/** "is, wherever possible, to be closed": the modal "is to" with a parenthesis in it. */
export function heldApart(tokens: readonly Token[], at: number): Anchor | null {
  if (!/^(?:is|are)$/.test(tokens[at]!.word) || tokens[at + 1]?.word !== ',') return null;
  const close = nextComma(tokens, at + 2, 10);
  if (close < 0 || tokens[close + 1]?.word !== 'to' || !tokens[close + 2] || !verbAt(tokens[close + 2]!.word)) return null;
  return {
    from: at,
    to: close + 2,
    modal: { from: at, to: close + 2, form: 'is to', force: 7, kind: 'duty', negated: false, opens: 'verb' },
  };
}

/** "If an attack occurs, this Article applies": the main verb, where all that was found before the comma is the condition's; -1 else. */
export function mainAfterCondition(
  tokens: readonly Token[],
  own: number,
  anchors: readonly Anchor[],
  quoted: readonly boolean[] | null,
): number {
  const last = anchors[anchors.length - 1];
  if (!last || last.from < own || !conditionals.has(tokens[own]?.word ?? '')) return -1;
  const comma = nextComma(tokens, last.to + 1, REACH);
  if (comma < 0) return -1;
  for (let i = own; i < last.from; i++) if (tokens[i]!.word === ',') return -1;
  return presentVerb(tokens, comma, quoted);
}

/** The verb an anchor governs. Null where the sentence breaks off before one ("Each Guarantor shall:"). */
export function mainVerb(tokens: readonly Token[], anchor: Anchor, end: number): Verb | null {
  if (anchor.modal && anchor.modal.opens !== 'verb') {
    const last = lastVerb(tokens, anchor.from, anchor.to);
    return { verb: last.verb, verbAt: { from: anchor.from, to: anchor.to }, passive: false };
  }
  if (anchor.modal?.kind === 'effect') {
    const own = effectVerb(tokens, anchor);
    if (own) return own;
  }
  let i = verbAfter(tokens, anchor.to);
  const from = anchor.modal ? /\b(refrain|abstain|desist) from$/.exec(anchor.modal.form) : null;
  if (from && (i < 0 || !tokens[i]!.word.endsWith('ing')))
    return { verb: from[1]!, verbAt: { from: anchor.from, to: anchor.to }, passive: false };
  if (i < 0 || i >= Math.max(end, anchor.to + 1) || i >= tokens.length) return null;
  const word = tokens[i]!.word;
  if (word === 'be' || word === 'been' || word === 'is' || word === 'are' || word === 'was' || word === 'were') {
    let j = i + 1;
    while (j < tokens.length && (adverbs.has(tokens[j]!.word) || tokens[j]!.word === 'be' || tokens[j]!.word === 'been')) j++;
    const participle = j < tokens.length && j < end ? passiveParticiple(tokens[j]!.word) : null;
    // "an attack on them is Armed Aggression": the name of a thing.
    // "hopes to be able to send": the act stands behind "able to".
    const able = tokens[j]?.word === 'able' && tokens[j + 1]?.word === 'to' ? verbAt(tokens[j + 2]?.word ?? '') : null;
    if (able && j + 2 < end && anchor.modal !== null && /to$/.test(anchor.modal.form))
      return { verb: able, verbAt: { from: j + 2, to: j + 3 }, passive: false };
    const named = participle && tokens[j]!.capital && tokens[j + 1]?.capital && !tokens[i]!.capital;
    if (participle && !named) return { verb: participle, verbAt: { from: i, to: j + 1 }, passive: true };
    if (j < end && /^(?:payable|due|owing)$/.test(tokens[j]?.word ?? ''))
      return { verb: 'pay', verbAt: { from: i, to: j + 1 }, passive: true };
    // "are renewing our commitment": what goes on now.
    const going = anchor.modal === null && j < end && tokens[j]!.word.endsWith('ing') ? verbAt(tokens[j]!.word) : null;
    if (going && tokens[j + 1]?.word !== 'of') return { verb: going, verbAt: { from: i, to: j + 1 }, passive: false };
    return { verb: 'be', verbAt: { from: i, to: i + 1 }, passive: false };
  }
  if (word === 'have' || word === 'has' || word === 'had') {
    const j = i + 1;
    const participle = j < end ? passiveParticiple(tokens[j]?.word ?? '') : null;
    // "shall have adopted the legislation", but "shall have limited authority".
    const next = tokens[j + 1];
    const finishes = !next || next.kind === 'mark' || determiners.has(next.word) || prepositions.has(next.word);
    if (participle && (word !== 'have' || finishes)) return { verb: participle, verbAt: { from: i, to: j + 1 }, passive: false };
  }
  if (word === 'do' || word === 'does') {
    let j = i + 1;
    while (j < end && (adverbs.has(tokens[j]?.word ?? '') || tokens[j]!.word === 'not')) j++;
    const lemma = verbAt(tokens[j]?.word ?? '');
    if (j > i + 1 && j < end && lemma === tokens[j]!.word) return { verb: lemma, verbAt: { from: i, to: j + 1 }, passive: false };
  }
  // "shall next send": an adverb that the closed list does not hold.
  const nextWord = tokens[i + 1]?.word ?? '';
  if (
    anchor.modal?.opens === 'verb' &&
    tokens[i]!.kind === 'word' &&
    !tokens[i]!.capital &&
    !verbAt(word) &&
    !determiners.has(word) &&
    i + 1 < end &&
    verbAt(nextWord) === nextWord &&
    !nounVerbs.has(nextWord)
  )
    i++;
  const lemma = verbAt(tokens[i]!.word) ?? word;
  const ahead = complementVerb(tokens, i, lemma, end);
  if (ahead) return ahead;
  if (
    i + 1 < end &&
    tokens[i + 1]!.word === 'to' &&
    (lemma === 'continue' || lemma === 'begin' || lemma === 'start' || lemma === 'help')
  ) {
    const next = tokens[i + 2];
    if (next && verbAt(next.word)) i += 2;
  }
  return { verb: verbAt(tokens[i]!.word) ?? tokens[i]!.word, verbAt: { from: i, to: i + 1 }, passive: false };
}

/** "shall enter into force", "is reinstated": the verb is part of the construction. */
function effectVerb(tokens: readonly Token[], anchor: Anchor): Verb | null {
  for (let i = anchor.from; i < anchor.to; i++) {
    const lemma = verbAt(tokens[i]!.word);
    if (!lemma || /^(?:shall|will|be|have)$/.test(lemma)) continue;
    return { verb: lemma, verbAt: { from: anchor.from, to: anchor.to }, passive: false };
  }
  return null;
}

/** Verbs and particles that only say that something goes on or begins: "go on training", "keep delivering", "resume training". */
const aspects: ReadonlyMap<string, readonly string[]> = new Map([
  ['go', ['on']],
  ['carry', ['on']],
  ['keep', ['on', '']],
  ['continue', ['']],
  ['begin', ['']],
  ['start', ['']],
  ['resume', ['']],
]);

/** The verb that a verb of aspect or of letting hands over to: "go on training the army", "let you have such equipment"; null if none. */
function complementVerb(tokens: readonly Token[], at: number, lemma: string, end: number): Verb | null {
  if (lemma === 'let') {
    // "let them pass" is their act; "let them have equipment" is a gift.
    const have = tokens.findIndex((token, n) => n > at && n < Math.min(end, at + 7) && token.word === 'have');
    return have > 0 ? { verb: 'give', verbAt: { from: at, to: have + 1 }, passive: false } : null;
  }
  const particles = aspects.get(lemma);
  if (!particles) return null;
  const particle = particles.find((each) => each !== '' && tokens[at + 1]?.word === each);
  if (particle === undefined && !particles.includes('')) return null;
  let i = at + (particle === undefined ? 1 : 2);
  while (i < end && adverbs.has(tokens[i]!.word)) i++;
  const token = tokens[i];
  if (!token || i >= end || token.kind !== 'word' || !token.word.endsWith('ing') || tokens[i + 1]?.word === 'of') return null;
  const verb = verbAt(token.word);
  return verb && verb !== token.word ? { verb, verbAt: { from: at, to: i + 1 }, passive: false } : null;
}

function lastVerb(tokens: readonly Token[], from: number, to: number): { verb: string } {
  for (let i = to - 1; i >= from; i--) {
    const lemma = verbAt(tokens[i]!.word);
    if (lemma && tokens[i]!.word !== 'to') return { verb: lemma };
  }
  return { verb: tokens[from]?.word ?? '' };
}

/** Index of the first word after a modal that can be its verb, past adverbs, marks and a parenthesis between commas; -1 if none. */
export function verbAfter(tokens: readonly Token[], from: number): number {
  let i = from;
  for (let hops = 0; hops < 8 && i < tokens.length; hops++) {
    while (i < tokens.length && (adverbs.has(tokens[i]!.word) || tokens[i]!.word === 'to' || isSoftMark(tokens[i]!))) {
      if (tokens[i]!.word === ',') break;
      i++;
    }
    if (i >= tokens.length) return -1;
    if (tokens[i]!.word === ',') {
      // "shall: promptly, use arms, with …": the comma closes the adverb, and opens nothing.
      if (i > from && adverbs.has(tokens[i - 1]!.word) && isBare(tokens[i + 1])) return i + 1;
      const opened = parenthesisOpeners.has(tokens[i + 1]?.word ?? '') || tokens[i + 1]?.word === 'provided';
      let close = nextComma(tokens, i + 1, 40);
      // "shall, as appropriate: (a) deploy …": the colon of a list closes the parenthesis too.
      if (close < 0 && opened) close = nextColon(tokens, i + 1, 40);
      i = close < 0 ? i + 1 : close + 1;
      continue;
    }
    const word = tokens[i]!.word;
    // "will each of them come": the quantifier belongs to the subject.
    if (word === 'of' && /^(?:them|us|these|those)$/.test(tokens[i + 1]?.word ?? '')) {
      i += 2;
      continue;
    }
    if (
      tokens[i]!.kind === 'word' &&
      !verbAt(word) &&
      (parenthesisOpeners.has(word) || word === 'at' || (word === 'later' && /^(?:not|no)$/.test(tokens[i - 1]?.word ?? '')))
    ) {
      // "shall at all times keep", "shall within 24 hours begin": step over the phrase to the verb
      const next = nextBareVerb(tokens, i + 1, 30);
      if (next >= 0) return next;
      // "will, by the end of the third day: (a) render …"
      const colon = nextColon(tokens, i + 1, 40);
      if (colon < 0) return -1;
      i = colon + 1;
      continue;
    }
    return tokens[i]!.kind === 'word' ? i : -1;
  }
  return -1;
}

function isBare(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && verbAt(token.word) === token.word && !parenthesisOpeners.has(token.word);
}

function isSoftMark(token: Token): boolean {
  return (
    token.kind === 'mark' &&
    (token.word === ':' || token.word === '—' || token.word === '–' || token.word === '-' || token.word === ',')
  );
}

export function nextComma(tokens: readonly Token[], from: number, most: number): number {
  for (let i = from; i < tokens.length && i < from + most; i++) {
    const word = tokens[i]!.word;
    if (word === ',') return i;
    if (word === ';' || word === ':') return -1;
  }
  return -1;
}

function nextColon(tokens: readonly Token[], from: number, most: number): number {
  for (let i = from; i < tokens.length && i < from + most; i++) {
    if (tokens[i]!.word === ':') return i;
    if (tokens[i]!.word === ';') return -1;
  }
  return -1;
}

export function nextBareVerb(tokens: readonly Token[], from: number, most: number): number {
  for (let i = from; i < tokens.length && i < from + most; i++) {
    const token = tokens[i]!;
    if (token.word === ';' || token.word === ':') return -1;
    if (token.kind !== 'word') continue;
    const before = tokens[i - 1]!.word;
    if (determiners.has(before) || before === 'of' || (nounVerbs.has(token.word) && before !== ',')) continue;
    // "through the diplomatic channel, use arms": a noun behind its adjective, and the verb behind the comma.
    if (determiners.has(tokens[i - 2]?.word ?? '') && tokens[i + 1]?.word === ',' && isBare(tokens[i + 2])) continue;
    if (token.word === 'be') return i;
    if (verbAt(token.word) === token.word) return i;
  }
  return -1;
}

/** First finite verb of a sentence without a modal: "It meets within 24 hours"; -1 if none. */
export function presentVerb(
  tokens: readonly Token[],
  from: number,
  quoted: readonly boolean[] | null,
  end = tokens.length,
): number {
  const opener = tokens[from]?.word ?? '';
  const startsWithPhrase = prepositions.has(opener) || opener === 'following' || opener === 'not';
  const comma = startsWithPhrase ? nextComma(tokens, from, 30) : -1;
  const firstComma = comma < 0 ? from : comma;
  for (let i = from + 1; i < end && i < from + 400; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || token.capital || quoted?.[i]) continue;
    const word = token.word;
    const before = tokens[i - 1]!;
    // "A Party that is the victim of aggression receives": the relative clause has a verb of its own.
    if (relatives.has(before.word) && !/^(?:it|they)$/.test(before.word)) continue;
    if (word === 'is' || word === 'are') return i;
    // "The strength and the tasks remain to be agreed".
    if ((word === 'remain' || word === 'remains') && tokens[i + 1]?.word === 'to' && tokens[i + 2]?.word === 'be') return i;
    // "Within 24 hours after an attack has begun, each": the verb of a fronted phrase.
    if ((word === 'has' || word === 'have') && startsWithPhrase && i < firstComma) continue;
    const lemma = verbAt(word);
    // "This leaves untouched …": the determiner stands alone.
    const alone =
      i === from + 1 &&
      /^(?:this|that)$/.test(before.word) &&
      lemma !== null &&
      lemma !== word &&
      word.endsWith('s') &&
      !nounVerbs.has(lemma);
    if (alone) return i;
    if (determiners.has(before.word) || before.word === 'of' || before.word === 'to') continue;
    if (lemma && nounVerbs.has(lemma) && plainlyVerb(tokens, i, lemma)) return i;
    if (!lemma || nounVerbs.has(lemma) || word.endsWith('ing') || (word !== lemma && !word.endsWith('s'))) continue;
    if (
      word === lemma &&
      !(
        (before.word.endsWith('s') && !/(?:ous|ss|us)$/.test(before.word)) ||
        before.word === 'they' ||
        before.word === 'we' ||
        before.kind === 'number' ||
        adverbs.has(before.word) ||
        // "The measures in Annex II take effect": the name of an annex ends the subject.
        (before.capital && units.has(tokens[i - 2]?.word ?? '')) ||
        joined(tokens, from, i)
      )
    )
      continue;
    return i;
  }
  return -1;
}

const units = new Set(['annex', 'annexes', 'table', 'schedule', 'appendix', 'part', 'list']);
/** "The strength and the command of the Force remain to be agreed": a plural verb behind a subject joined by "and". */
function joined(tokens: readonly Token[], from: number, i: number): boolean {
  const next = tokens[i + 1]?.word ?? '';
  if (next !== 'to' && !determiners.has(next) && !prepositions.has(next) && next !== 'agreement') return false;
  for (let n = i - 1; n > from && n > i - 14; n--) {
    if (tokens[n]!.word === 'and') return true;
    if (tokens[n]!.kind === 'mark' && tokens[n]!.word !== ',') return false;
  }
  return false;
}

/** "The Panel reports on it", "The Council meets within": a noun-like verb in the third person between a name and what no noun is followed by. */
function plainlyVerb(tokens: readonly Token[], i: number, lemma: string): boolean {
  const { word } = tokens[i]!;
  const before = tokens[i - 1];
  if (!before || word === lemma || !word.endsWith('s')) return false;
  // "The decision to use force rests with the Council."
  if (/^(?:rests|remains)$/.test(word) && /^(?:with|solely|exclusively|entirely)$/.test(tokens[i + 1]?.word ?? '')) return true;
  if (!(before.capital && before.kind === 'word' && !determiners.has(before.word)) && before.word !== 'it') return false;
  const next = tokens[i + 1]?.word ?? '';
  return next !== 'of' && (prepositions.has(next) || determiners.has(next) || adverbs.has(next));
}

/** "where appropriate", "if necessary": a qualifier, not a clause. */
export function qualifierWhere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? '';
  // "if any of the Parties is attacked" is a condition; "measures, if any," is none.
  if (next === 'any' && tokens[at + 2]?.kind === 'word') return false;
  return /^(?:appropriate|necessary|possible|feasible|practicable|relevant|applicable|needed|required|requested|so|any|not|need)$/.test(
    next,
  );
}
