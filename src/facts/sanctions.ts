import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';

/** Nouns that mean economic pressure on a State by themselves, in sequence (ENF002, ENF003). */
const nouns = sequences(`
sanction
sanctions
embargo
embargoes
restrictive measures
economic measures
economic penalties
export controls
export-controls
(economic|financial) and other costs
(economic|financial) costs
costs on
trade restrictions
(prohibitions|restrictions) of (commerce|trade)
economic restrictions
`);
/** "penal sanctions", "disciplinary sanctions": punishment of persons. */
const ofPersons = wordSet(
  'penal criminal disciplinary administrative appropriate legal civil effective adequate without judicial',
);

/** Goods and channels whose listing makes an annex one of sanctions. */
const economic = wordSet(
  'embargo oil gas coal steel imports import exports export banks bank banking payment payments freeze freezing tariff tariffs luxury diamonds',
);

/** Words that name economic pressure on a State; null where there are none. */
export function sanctionNoun(tokens: readonly Token[]): Range | null {
  let from = 0;
  while (from < tokens.length) {
    const at = findSequence(tokens, { from, to: tokens.length }, nouns);
    if (!at) return null;
    if (at.to - at.from > 1 || !ofPersons.has(tokens[at.from - 1]?.word ?? '')) return at;
    from = at.to;
  }
  return null;
}

const memory = new WeakMap<Reading, ReadonlySet<string>>();

/** Keys of the annexes and tables that list economic measures: `s`, `1`. */
export function sanctionAnnexes(reading: Reading): ReadonlySet<string> {
  const known = memory.get(reading);
  if (known) return known;
  const keys = new Set<string>();
  for (const sentence of reading.phrases.sentences) {
    let clause: Sentence['clause'] | null = sentence.clause;
    while (clause && clause.kind !== 'annex' && clause.kind !== 'table') clause = clause.parent;
    if (!clause?.key) continue;
    const all = { from: 0, to: sentence.tokens.length };
    if (findWord(sentence.tokens, all, economic) >= 0 || sanctionNoun(sentence.tokens)) keys.add(clause.key);
  }
  memory.set(reading, keys);
  return keys;
}

/** Economic measures, named as such or by the annex that lists them ("the measures in Annex S"). */
export function sanctionWords(sentence: Sentence, reading: Reading): Range | null {
  const { tokens, references } = sentence;
  const noun = sanctionNoun(tokens);
  if (noun) return noun;
  const measures = tokens.findIndex(({ word }) => word === 'measures');
  if (measures < 0) return null;
  const annexes = sanctionAnnexes(reading);
  const listed = references.some(
    ({ unit, path, from }) =>
      (unit === 'annex' || unit === 'schedule') && annexes.has(path[0] ?? '') && from > measures && from - measures < 12,
  );
  if (listed) return { from: measures, to: measures + 1 };
  // "The measures in Table 3 apply …"
  for (let i = measures + 1; i < Math.min(tokens.length - 1, measures + 5); i++)
    if (tokens[i]!.word === 'table' && annexes.has(tokens[i + 1]!.word)) return { from: measures, to: measures + 1 };
  return null;
}
