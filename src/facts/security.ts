import type { FrontMatter } from '#base';
import type { Sentence } from '#phrases';
import type { Reading } from './model.ts';
import { wordSet } from './scan.ts';

const memory = new WeakMap<Reading, boolean>();

/** Kinds that concern security by what they are (decision 6). */
const kinds: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'ceasefire',
  'monitoring',
  'operational-annex',
  'peace-settlement',
]);

const arms =
  wordSet(`brigade brigades battalion battalions troops soldiers artillery ammunition missiles aggression ceasefire cease-fire
  air-defence caveats hostilities invasion airspace-defence warships squadrons corps skies`);

const titled =
  /guarant|assuranc|securit|defen[cs]e|alliance|neutral|cease-?fire|truce|armistice|hostilit|aggress|peace|mutual (?:assistance|aid)|recourse to war|consultation|forces|militar|weapon|nuclear|withdrawal/;

/**
 * True where a text is about war and peace by its declaration, its title or its words, before any clause of it was read: only there are an
 * "incident" or a "violation" events that a guarantee answers (catalogue A.5), and not a matter for an airline or a customs office.
 */
export function concernsWar(sentences: readonly Sentence[], title: string, frontMatter: FrontMatter): boolean {
  return (
    (frontMatter.kind !== undefined && kinds.has(frontMatter.kind)) ||
    frontMatter.parties !== undefined ||
    frontMatter.parent !== undefined ||
    titled.test(title) ||
    armedWords(sentences)
  );
}

/** Words of war at least once in four hundred of the operative text. */
function armedWords(operative: readonly Sentence[]): boolean {
  let words = 0;
  let hits = 0;
  for (const { tokens, own, context } of operative) {
    if (context === 'final-clause') continue;
    words += tokens.length - own;
    for (let i = own; i < tokens.length; i++) {
      const { word } = tokens[i]!;
      const next = tokens[i + 1]?.word ?? '';
      if (
        arms.has(word) ||
        (word === 'armed' && /^(?:attack|forces|force)$/.test(next)) ||
        (word === 'air' && /^defen[cs]e$/.test(next))
      )
        hits++;
    }
  }
  return hits > 0 && hits * 400 >= words;
}

/**
 * True where the text concerns security at all: a group that answers an attack or a violation, a kind that says so, or duties of arms and
 * forces. Rules that look at clauses outside trigger groups ask it first, so that a treaty on taxes or ferries stays unread.
 */
export function speaksOfSecurity(reading: Reading): boolean {
  const known = memory.get(reading);
  if (known !== undefined) return known;
  const armed = reading.duties.filter(
    ({ core, proposition }) =>
      core &&
      (proposition.actionClass === 'military' || proposition.actionClass === 'military-support') &&
      proposition.force >= 3,
  ).length;
  const answers =
    armedWords(reading.operative) ||
    kinds.has(reading.kind) ||
    reading.frontMatter.parent !== undefined ||
    reading.frontMatter.parties !== undefined ||
    armed > 0 ||
    reading.groups.some(
      (group) =>
        (group.class === 'attack' || group.class === 'violation') &&
        (reading.dutiesByGroup.get(group) ?? []).some((duty) => duty.core),
    );
  memory.set(reading, answers);
  return answers;
}
