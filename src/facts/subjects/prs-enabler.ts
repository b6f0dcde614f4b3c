import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { clauseAt, isForce, mayHoldForces } from '../presence.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { regulating } from '../watch.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Enabler {
  readonly id: string;
  readonly sentence: Sentence;
  readonly at: Range;
}

const nouns = sequences(`
(a|the|its|their|strategic|military|american|credible) backstop
backstop
(strategic|critical|key|necessary|the|such) enablers
enablers
strategic support
(strategic|critical|key|) enabling (capabilities|support|assets|means|forces)
(the|its|their|full|military) backing
(logistics|logistic|intelligence|transport|airlift|lift) and (logistics|logistic|intelligence|transport|airlift|lift)
(stands|stand) behind
(underpin|underpins|underpinned|undergird|undergirds) (the|this)
(logistic|logistical|logistics) (support|assistance)
`);
const named = wordSet('backstop enablers strategic enabling');
const helping = wordSet('support supports assist assists back backs supported assisted');
const elsewhere = wordSet(
  'loan loans bank fund credit currency budget deficit bond exercise exercises visit visits conference conferences meeting observers mission host-nation',
);
const quantified = wordSet('one two three four five six seven eight nine ten twelve twenty');
const pointing = wordSet('table annex schedule appendix list listed shown named');
const headed = wordSet('enabler enablers capability capabilities call');
const possible = wordSet('may might could can no not without consider explore');
const silent: ReadonlySet<Reading['kind']> = new Set([
  'monitoring',
  'force-status',
  'economic',
  'resolution',
  'amending',
  'non-aggression',
  'ceasefire',
]);

/** Support that is promised to the force without its means (PRS006). */
function enablersOf(reading: Reading): Enabler[] {
  if (silent.has(reading.kind) || !mayHoldForces(reading)) return [];
  const all = regulating(reading);
  // A table of means with numbers answers for the whole text.
  if (
    all.some(
      ({ block, context, tokens }) =>
        (block.kind === 'cell' || context === 'table') && findWord(tokens, { from: 0, to: tokens.length }, headed) >= 0,
    )
  )
    return [];
  const out: Enabler[] = [];
  for (const sentence of all) {
    if (sentence.block.kind === 'cell' || sentence.context === 'definition') continue;
    const at = enablerIn(sentence, reading);
    if (at) out.push({ id: `enabler:${out.length}`, sentence, at });
  }
  return out;
}

function enablerIn(sentence: Sentence, reading: Reading): Range | null {
  const { tokens, own } = sentence;
  const all = { from: own, to: tokens.length };
  const noun = findSequence(tokens, all, nouns);
  const at = noun ?? supportOfForce(tokens, own);
  if (!at || findWord(tokens, all, elsewhere) >= 0) return null;
  // Logistics for the beneficiary's own army are another matter (OBL007).
  if (noun && findWord(tokens, noun, named) < 0 && !forceIn(tokens, own, tokens.length)) return null;
  if (findWord(tokens, { from: Math.max(own, at.from - 8), to: at.from }, possible) >= 0) return null;
  const clause = clauseAt(sentence, at.from, reading);
  if (clause) {
    if (clause.polarity !== 'positive' && clause.polarity !== 'effect') return null;
    const { who } = clause.actor;
    if (who === 'aggressor' || (who === 'beneficiary' && !reading.roles.mutual)) return null;
  }
  return isSpecified(sentence) ? null : at;
}

/** "support the Force in the country by intelligence": the verb and the force. */
function supportOfForce(tokens: readonly Token[], own: number): Range | null {
  for (let i = own; i < tokens.length; i++) {
    if (!helping.has(tokens[i]!.word)) continue;
    const before = tokens[i - 1]?.word ?? '';
    if (!/^(?:to|shall|will|and|provide|give|its|their|us|american)$/.test(before) && !tokens[i - 1]?.capital) continue;
    for (let j = i + 1; j < Math.min(tokens.length, i + 5); j++) {
      if (isForce(tokens, j) && /^(?:force|contingent|garrison|corps)s?$/.test(tokens[j]!.word))
        return isOwnArmy(tokens, j) ? null : { from: i, to: j + 1 };
      if (!/^(?:the|to|of|for|a|this|multinational|european|reassurance)$/.test(tokens[j]!.word) && !tokens[j]!.capital) break;
    }
  }
  return null;
}

const isOwnArmy = (tokens: readonly Token[], noun: number): boolean =>
  /^(?:armed|security|police|defence)$/.test(tokens[noun - 1]?.word ?? '');

function forceIn(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isForce(tokens, i) && !isOwnArmy(tokens, i)) return true;
  return false;
}

/** Means with a number, or a place where they are listed. */
function isSpecified({ tokens, own, times, references }: Sentence): boolean {
  if (findWord(tokens, { from: own, to: tokens.length }, pointing) >= 0) return true;
  if (references.some(({ unit, target }) => target !== 'relative' && unit !== 'article' && unit !== 'paragraph')) return true;
  for (let i = own; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'number' && !quantified.has(tokens[i]!.word)) continue;
    if (times.some(({ from, to }) => i >= from && i < to) || references.some(({ from, to }) => i >= from && i < to)) continue;
    if (i > own && tokens[i + 1]?.kind === 'word') return true;
  }
  return false;
}

const enablerTrait: Trait<Enabler> = {
  name: 'enabler',
  facts: { kind: { type: 'text', doc: 'Kind of the document (A.1, decision 6).' } },
  marks: { enabler: 'The words that promise support and name no means.' },
  read: ({ sentence, at }, reading) => ({
    facts: { kind: reading.kind },
    marks: marks({ enabler: markOf(sentence, at) }),
  }),
};

/** Support to the force whose means are not named (PRS006). */
export const enablerKind: SubjectKind<Enabler> = {
  kind: 'enabler',
  doc: 'A backstop, enablers or support that are promised to the force without means, number and hour.',
  items: enablersOf,
  about: ({ id, sentence, at }) => ({
    id,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [enablerTrait],
};
