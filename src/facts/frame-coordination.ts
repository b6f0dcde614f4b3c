import type { Modal, Range, Token } from '#phrases';
import { REACH } from './frame-subjects.ts';
import { nextBareVerb, nextComma, type Verb } from './frame-verbs.ts';
import { wordSet } from './scan.ts';
import { participleOf, verbAt } from './verbs.ts';
import { adverbs, coordinators, determiners, nounVerbs, parenthesisOpeners, prepositions } from './words.ts';

/** A verb coordinated with the one before it, and where its clause begins. */
export interface Cut extends Omit<Verb, 'verbAt' | 'passive'> {
  /** Where the coordinated clause begins. */
  readonly at: number;
  readonly index: number;
  readonly subject: Range | null;
}

/** "undertakes to", "is obliged to": the verb is an infinitive, and so are those coordinated with it. */
export function infinitival(modal: Modal | null): boolean {
  return modal !== null && /\bto$/.test(modal.form);
}

/** Verbs coordinated with the main one: "shall consult and assist", "be ratified and its provisions carried out". */
export function coordinated(
  tokens: readonly Token[],
  from: number,
  end: number,
  passive: boolean,
  own: number,
  infinitive: boolean,
  present: boolean,
): Cut[] {
  const cuts: Cut[] = [];
  for (let i = from; i < end && cuts.length < 30; i++) {
    const word = tokens[i]!.word;
    if (i < own) continue;
    if (word !== 'and' && word !== 'or' && word !== ',' && word !== ';') continue;
    let j = i + 1;
    while (j < end && (coordinators.has(tokens[j]!.word) || adverbs.has(tokens[j]!.word) || tokens[j]!.word === 'to')) j++;
    if (j < end && tokens[j]!.word === ',' && word !== ',') {
      const close = nextComma(tokens, j + 1, 25);
      if (close > 0 && close + 1 < end) j = close + 1;
    } else if (j < end && parenthesisOpeners.has(tokens[j]!.word) && word !== ',') {
      // "and, within 48 hours, deliver" is above; "and within 48 hours deliver" here
      const next = nextBareVerb(tokens, j + 1, 10);
      if (next > 0 && next < end && !passive && (tokens[j]!.word === 'within' || tokens[j]!.word === 'at')) j = next;
    }
    if (j >= end) break;
    // "and to refrain" goes on only where the modal itself took "to"; elsewhere it is a purpose.
    if (!infinitive && !passive && tokens[j - 1]!.word === 'to') continue;
    if (passive) {
      const found = participleAhead(tokens, j, end, word === ',');
      if (found) {
        cuts.push({ at: i, index: found.index, verb: found.verb, subject: found.subject });
        i = found.index;
      }
      continue;
    }
    // "to restore and maintain": both verbs are the purpose.
    if (!infinitive && i >= 2 && tokens[i - 2]!.word === 'to' && verbAt(tokens[i - 1]!.word)) continue;
    const candidate = tokens[j]!;
    const third = present && word !== ';' ? thirdPerson(tokens, j, word) : null;
    if (third) {
      cuts.push({ at: i, index: j, verb: third, subject: null });
      i = j;
      continue;
    }
    if (candidate.kind !== 'word' || verbAt(candidate.word) !== candidate.word) continue;
    const next = tokens[j + 1];
    // "lead and support international efforts": verb beside verb, whatever it could be elsewhere.
    const beside = i === from && word !== ',' && next?.kind === 'word' && !prepositions.has(next.word);
    if (
      nounVerbs.has(candidate.word) &&
      !beside &&
      !(next && (determiners.has(next.word) || next.word === 'it' || next.word === 'them'))
    )
      continue;
    if (next && (next.word === 'of' || next.word === ',' || next.word === 'and') && nounVerbs.has(candidate.word)) continue;
    if (word === ',' && !listGoesOn(tokens, j, end)) continue;
    // "firm and appropriate action", "free and open waters": an adjective before its noun.
    if (adjectival.has(candidate.word) && next?.kind === 'word' && !determiners.has(next.word) && !pronouns.has(next.word))
      continue;
    cuts.push({ at: i, index: j, verb: candidate.word, subject: null });
    i = j;
  }
  return cuts;
}

/** Adjectives that are verbs elsewhere. */
const adjectival = wordSet(
  'appropriate open secure present direct complete separate clean free correct adequate equal clear live',
);
const pronouns = wordSet('it them him us itself themselves');

/** "meets within 12 hours, and votes within 48": a present-tense verb coordinated with one; after a bare comma a list must go on. */
function thirdPerson(tokens: readonly Token[], i: number, joint: string): string | null {
  const { word, kind, capital } = tokens[i]!;
  const lemma = verbAt(word);
  if (kind !== 'word' || capital || !lemma || lemma === word || !word.endsWith('s') || joint === ',') return null;
  const next = tokens[i + 1]?.word ?? '';
  if (next === 'of') return null;
  if (nounVerbs.has(lemma) && !(prepositions.has(next) || determiners.has(next) || adverbs.has(next))) return null;
  return lemma;
}

/** After a comma a bare verb continues a list of verbs only when a later "and" closes it, or an adverb or coordinator preceded. */
function listGoesOn(tokens: readonly Token[], from: number, end: number): boolean {
  if (coordinators.has(tokens[from - 1]!.word)) return true;
  for (let i = from; i < end && i < from + REACH; i++) if (tokens[i]!.word === 'and' || tokens[i]!.word === 'or') return true;
  return false;
}

function participleAhead(
  tokens: readonly Token[],
  from: number,
  end: number,
  comma: boolean,
): { index: number; verb: string; subject: Range | null } | null {
  for (let i = from; i < end && i < from + 7; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') return null;
    const verb = participleOf(token.word);
    if (!verb) continue;
    const next = tokens[i + 1];
    if (i === from) {
      // "exchanged and deposited": a participle straight after the coordinator, not an adjective before a noun
      const adjective =
        next?.kind === 'word' && !parenthesisOpeners.has(next.word) && !coordinators.has(next.word) && next.word !== 'out';
      return comma || adjective ? null : { index: i, verb, subject: null };
    }
    if (comma || !determiners.has(tokens[from]!.word)) return null;
    const before = tokens[i - 1]!.word;
    if (determiners.has(before)) continue;
    return { index: i, verb, subject: { from, to: i } };
  }
  return null;
}
