import type { Range, Token } from '#phrases';
import { participleOf, verbAt } from './verbs.ts';
import {
  adverbs,
  conditionals,
  coordinators,
  determiners,
  nounVerbs,
  parenthesisOpeners,
  prepositions,
  quantifiers,
  relatives,
  subordinators,
} from './words.ts';

/** Farthest a subject's head may stand before its verb. */
export const REACH = 60;

/** Token range of a subject, and the word that ended the search for it (-1: none). */
export interface SubjectPart {
  start: number;
  end: number;
  stop: number;
}

/** Noun phrase before an anchor, with the index of the word that ended the search. */
export function subjectBefore(tokens: readonly Token[], anchor: number, floor: number, opened: boolean): SubjectPart {
  let end = anchor;
  let bottom = floor;
  // "each Guarantor: (a) shall …": the lead-in's subject goes on behind its colon.
  while (end > bottom && /^[:—–]$/.test(tokens[end - 1]!.word)) end--;
  let settled = end;
  for (let hops = 0; hops < 4; hops++) {
    const behind = end;
    while (
      end > bottom &&
      (adverbs.has(tokens[end - 1]!.word) ||
        (coordinators.has(tokens[end - 1]!.word) && end < behind && end - 2 >= bottom && adverbs.has(tokens[end - 2]!.word)))
    )
      end--;
    if (end < behind && end > bottom && behind < anchor && tokens[end - 1]!.word === ',') {
      // "the Parties, separately and jointly, by means of …, will": adverbs between commas.
      end--;
      settled = end;
      continue;
    }
    if (end <= bottom || tokens[end - 1]!.word !== ',') break;
    let open = -1;
    for (let p = end - 2; p >= Math.max(0, end - REACH); p--) {
      const word = tokens[p]!.word;
      if (word === ';' || word === ':') break;
      if (word !== ',' || !tokens[p + 1]) continue;
      if (
        parenthesisOpeners.has(tokens[p + 1]!.word) ||
        /(?:ing|ed)$/.test(tokens[p + 1]!.word) ||
        (adverbs.has(tokens[p + 1]!.word) &&
          (!quantifiers.has(tokens[p + 1]!.word) || prepositions.has(tokens[p + 2]?.word ?? '')))
      ) {
        open = p;
        break;
      }
    }
    if (open <= 0) {
      end = settled;
      break;
    }
    if (open < bottom) bottom = 0;
    settled = open;
    // ", if such an attack occurs, and in exercise of the right …," is two parentheses in a row.
    end = coordinators.has(tokens[open + 1]!.word) ? open + 1 : open;
  }
  let i = end - 1;
  while (i >= bottom && i >= end - REACH) {
    const token = tokens[i]!;
    const word = token.word;
    if (word === ')') {
      while (i > bottom && tokens[i]!.word !== '(') i--;
      i--;
      continue;
    }
    if (token.kind === 'mark' && word !== ',' && word !== "'" && word !== '"' && word !== '-' && word !== '/') break;
    if (word === ',' && !listComma(tokens, i, end)) break;
    // "if that Republic should …": a determiner, and no pronoun.
    if (
      word === 'that' &&
      i > bottom &&
      i < end - 1 &&
      (subordinators.has(tokens[i - 1]!.word) ||
        prepositions.has(tokens[i - 1]!.word) ||
        tokens[i - 1]!.word === 'as' ||
        tokens[i - 1]!.word === 'than')
    ) {
      i--;
      continue;
    }
    if ((subordinators.has(word) && !(word === 'once' && tokens[i - 1]?.word === 'at')) || relatives.has(word)) {
      const antecedent =
        (word !== 'that' || nounBefore(tokens, i)) && relatives.has(word) && i < end - 1 && finiteWithin(tokens, i + 1, end);
      if (!antecedent) break;
      i--;
      while (i > bottom && (tokens[i]!.word === ',' || tokens[i]!.word === 'of' || tokens[i]!.word === 'in')) i--;
      continue;
    }
    if (coordinators.has(word) && !joinsNouns(tokens, i, bottom, floor > 0 && !opened)) break;
    i--;
  }
  let start = i + 1;
  while (
    start < end &&
    (adverbs.has(tokens[start]!.word) || tokens[start]!.word === ',') &&
    tokens[start]!.word !== 'each' &&
    tokens[start]!.word !== 'all' &&
    tokens[start]!.word !== 'both'
  )
    start++;
  start = pastAdverbial(tokens, start, end);
  const main =
    i >= 0 && conditionals.has(tokens[i]!.word) && tokens[end]?.word !== 'should' ? afterFronted(tokens, start, end) : -1;
  return main > 0 ? { start: main, end, stop: main - 1 } : { start, end, stop: i };
}

/** "Until the Council has decided on it the Powers shall": without a comma the subject is the noun phrase behind the fronted clause's own verb. */
function afterFronted(tokens: readonly Token[], start: number, end: number): number {
  let finite = -1;
  for (let i = start + 1; i < end; i++) if (finiteAt(tokens, i) && !relatives.has(tokens[i - 1]!.word)) finite = i;
  if (finite < 0) return -1;
  for (let i = end - 1; i > finite + 1; i--) {
    const { word, capital } = tokens[i]!;
    const before = tokens[i - 1]!;
    if (!determiners.has(word) && !(capital && before.kind === 'word' && !before.capital)) continue;
    if (before.kind === 'mark' || before.word === 'of' || prepositions.has(before.word) || determiners.has(before.word)) continue;
    if (coordinators.has(before.word)) continue;
    return i;
  }
  // "If Lorn attacks Brenn, Sarovia and Veldania shall": the comma ends the condition, and opens no list.
  for (let i = finite + 1; i < end - 1; i++) if (tokens[i]!.word === ',') return i + 1;
  return -1;
}

/** "suffers an attack", "attacks Lorn", "hostilities break out": an auxiliary, or a verb between its subject and what no noun is followed by. */
function finiteAt(tokens: readonly Token[], i: number): boolean {
  const { word, kind, capital } = tokens[i]!;
  if (/^(?:is|are|has|have)$/.test(word)) return true;
  const lemma = kind === 'word' && !capital ? verbAt(word) : null;
  if (!lemma) return false;
  const before = tokens[i - 1]!;
  if (determiners.has(before.word) || prepositions.has(before.word) || before.kind === 'mark' || coordinators.has(before.word))
    return false;
  const next = tokens[i + 1];
  if (word === lemma) return before.word.endsWith('s') && (next?.word === 'out' || (!nounVerbs.has(lemma) && opensPhrase(next)));
  if (!word.endsWith('s')) return false;
  return nounVerbs.has(lemma) ? before.capital && opensPhrase(next) : true;
}

function opensPhrase(next: Token | undefined): boolean {
  return next !== undefined && (determiners.has(next.word) || next.capital);
}

/** "In the event of an Armed Attack each Guarantor shall": without a comma the subject is the last noun phrase that no preposition governs. */
function pastAdverbial(tokens: readonly Token[], start: number, end: number): number {
  const first = tokens[start]?.word ?? '';
  const later = /^(?:no|not)$/.test(first) && /^(?:later|more)$/.test(tokens[start + 1]?.word ?? '');
  if (start >= end || !(prepositions.has(first) || first === 'following' || later) || first === 'of') return start;
  const last = tokens[end - 1]!;
  const prior = tokens[end - 2];
  if (
    end - 2 > start &&
    last.capital &&
    prior &&
    !prior.capital &&
    prior.kind !== 'mark' &&
    !prepositions.has(prior.word) &&
    !determiners.has(prior.word) &&
    !coordinators.has(prior.word)
  )
    return end - 1;
  // "To this end we will": a pronoun in the nominative is the subject.
  if (/^(?:we|i|they)$/.test(last.word) && end - 2 > start) return end - 1;
  for (let i = end - 1; i > start + 1; i--) {
    const word = tokens[i]!.word;
    if (!determiners.has(word) && word !== 'it' && word !== 'they') continue;
    const before = tokens[i - 1]!;
    if (before.kind === 'mark' || prepositions.has(before.word) || determiners.has(before.word) || coordinators.has(before.word))
      continue;
    return i;
  }
  return start;
}

/** "A Party that is attacked": what stands before "that" is a noun, not a verb of saying. */
function nounBefore(tokens: readonly Token[], that: number): boolean {
  const before = tokens[that - 1];
  // "Claims that the ceasefire has been broken will be assessed": nothing before it could make it a verb.
  if (that === 1 && before?.kind === 'word' && nounVerbs.has(verbAt(before.word) ?? '')) return true;
  return before?.kind === 'word' && (before.capital || determiners.has(tokens[that - 2]?.word ?? '')) && !verbAt(before.word);
}

function finiteWithin(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = tokens[i]!.word;
    if (
      word === 'is' ||
      word === 'are' ||
      word === 'has' ||
      word === 'have' ||
      word === 'was' ||
      word === 'were' ||
      word === 'do' ||
      word === 'does' ||
      participleOf(word)
    )
      return true;
    if (word.endsWith('s') && verbAt(word) && !nounVerbs.has(verbAt(word)!)) return true;
  }
  return false;
}

/** A comma inside a list of names: "France, Poland and Brava shall". */
function listComma(tokens: readonly Token[], comma: number, end: number): boolean {
  let sawAnd = false;
  for (let i = comma + 1; i < end; i++) {
    const token = tokens[i]!;
    if (token.word === 'and' || token.word === 'or') sawAnd = true;
    else if (
      token.kind === 'word' &&
      !token.capital &&
      !determiners.has(token.word) &&
      token.word !== 'of' &&
      token.word !== 'as' &&
      token.word !== 'well'
    )
      return false;
  }
  const before = tokens[comma - 1];
  return sawAnd && before?.capital === true && end - comma > 2;
}

/** "France and Poland": what stands before the coordinator is a bare noun phrase that opens the clause. */
function joinsNouns(tokens: readonly Token[], at: number, floor: number, later: boolean): boolean {
  let i = at - 1;
  for (; i >= floor && i >= at - 14; i--) {
    const token = tokens[i]!;
    if (token.word === ';' || token.word === ':' || relatives.has(token.word) || subordinators.has(token.word)) return i < at - 1;
    if (token.word === ',') return i < at - 1 && (tokens[i + 1]!.capital || determiners.has(tokens[i + 1]!.word));
    if (token.word === 'is' || token.word === 'are' || token.word === 'be') return false;
    const verb = verbAt(token.word);
    const adjective = /(?:ing|ed)$/.test(token.word) && determiners.has(tokens[i - 1]?.word ?? '');
    if (verb && !nounVerbs.has(verb) && !token.capital && !adjective) return false;
  }
  return !later && i < floor;
}

/** Where a clause begins: at its subordinator, after the last coordinator or semicolon, with its fronted adverbials. */
export function clauseStart(tokens: readonly Token[], subject: SubjectPart, floor: number, dependent: boolean, base = 0): number {
  if (dependent) return Math.max(subject.stop, 0);
  let start = subject.start;
  // A sentence that opens with an adverbial belongs to its first clause whole, whatever is coordinated in it.
  const opener = tokens[base]?.word ?? '';
  const fronted = floor <= base && (parenthesisOpeners.has(opener) || conditionals.has(opener)) && !coordinators.has(opener);
  for (let i = subject.start - 1; i >= Math.max(floor, base) && i >= subject.start - 3 * REACH; i--) {
    const word = tokens[i]!.word;
    if (word === ';') return i + 1;
    // The colon that ends a lead-in opens its points: "Within 48 hours:" fronts each of them.
    if (word === ':' && !tokens[i]!.inherited) return floor <= base ? start : i + 1;
    if (coordinators.has(word) && !fronted) {
      const next = tokens[i + 1]!;
      if (
        i + 1 >= start ||
        parenthesisOpeners.has(next.word) ||
        next.word === ',' ||
        adverbs.has(next.word) ||
        conditionals.has(next.word)
      )
        return i;
    }
    if (i === Math.max(floor, base) && floor <= base) start = base;
  }
  return floor <= base ? Math.min(start, subject.start) : start;
}

/** "…, which shall": the noun phrase that "which" stands for. */
export function antecedentBefore(tokens: readonly Token[], pronoun: number): Range {
  let end = pronoun;
  while (
    end > 0 &&
    (tokens[end - 1]!.word === ',' ||
      tokens[end - 1]!.word === 'of' ||
      tokens[end - 1]!.word === 'each' ||
      tokens[end - 1]!.word === 'all')
  )
    end--;
  let start = end;
  while (start > 0 && start > end - 12) {
    const word = tokens[start - 1]!.word;
    if (tokens[start - 1]!.kind === 'mark' || relatives.has(word) || subordinators.has(word)) break;
    if (
      word === 'on' ||
      word === 'by' ||
      word === 'to' ||
      word === 'with' ||
      word === 'against' ||
      word === 'from' ||
      word === 'for'
    )
      break;
    start--;
    if (determiners.has(word) && word !== 'all' && start > 0 && tokens[start - 1]!.word !== 'of') break;
  }
  return { from: start, to: end };
}
