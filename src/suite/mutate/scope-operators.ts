import type { Sentence } from '#phrases';
import { beside, homeSentences, once } from './make-operators.ts';
import { added, dropped, replaced, spanOf } from './places.ts';
import type { Draft, Mutation, Operator } from './types.ts';

/** Operators on the trigger and on what it covers. */
export const scopeOperators: readonly Operator[] = [
  once('raised-threshold', 'only a large-scale and sustained attack counts', ['SCP001'], ({ reading }, { attack }) =>
    raise(reading, attack, 'large-scale and sustained '),
  ),
  once('unprovoked', 'only an unprovoked attack counts', ['SCP001'], ({ reading }, { attack }) =>
    raise(reading, attack, 'serious and unprovoked '),
  ),
  beside(
    'carve-out',
    'occupied territory is left out',
    ['SCP006', 'SCP005'],
    ({ beneficiary, instrument }) =>
      `This ${instrument} does not apply to those parts of the territory of ${beneficiary} that are not under its control on the date of signature.`,
  ),
  beside(
    'moving-front',
    'cover ends at the line of contact',
    ['SCP006', 'SCP005'],
    () => 'This Article applies only to the territory west of the line of contact as it stands from time to time.',
  ),
  once('regular-forces-only', 'only open attack by regular forces counts', ['SCP003', 'SCP001'], (draft, { attack }) => {
    // Where lower classes of violation have steps of their own, what leaves the highest one falls into them (SCP003 *Not*).
    if (isLadder(draft)) return null;
    const found = definitionOf(draft, attack);
    if (!found) return null;
    const rest = homeSentences(draft, found).filter(
      (each) =>
        each !== found &&
        (WIDE.test(wordsOf(draft, each)) || each.block.lead === found.block || /\bincludes:$/.test(wordsOf(draft, each))),
    );
    return [
      replaced(found, `"${attack}" means an attack by the regular armed forces of a State across an international frontier.`),
      ...dropped(draft, rest),
    ];
  }),
  afterDefinition(
    'hybrid-excluded',
    'cyber operations and sabotage do not count',
    ['SCP003', 'SCP001'],
    (attack) => `Cyber operations, sabotage and the acts of irregular forces are not ${attack}.`,
  ),
  afterDefinition(
    'incidents-excluded',
    'small attacks do not count',
    ['SCP004', 'SCP001'],
    (attack) => `Isolated or limited incidents are not ${attack}.`,
  ),
  afterDefinition(
    'forces-excluded',
    'an attack on the forces in the country does not count',
    ['SCP007', 'SCP003', 'SCP005'],
    (attack) => `An attack on forces of another State stationed in the territory is not, by itself, ${attack}.`,
  ),
];

/** Adjectives before the trigger, in the sentences that start the response; and before the same words in its definition. */
function raise(reading: Draft['reading'], attack: string, words: string): Mutation {
  const trigger = reading.groups.find((group) => group.class === 'attack' || group.class === 'violation')?.triggers[0];
  if (!trigger) return [];
  const definition = reading.phrases.sentences.find(({ tokens }) => {
    const at = tokens.findIndex(
      ({ word }, n) => word === 'any' && tokens[n + 1]?.word === 'use' && tokens[n + 3]?.word === 'armed',
    );
    return at >= 0 && tokens.some(({ raw }) => attack.includes(raw));
  });
  if (definition) {
    const at = definition.tokens.findIndex(({ word }, n) => word === 'any' && definition.tokens[n + 1]?.word === 'use');
    return [{ start: definition.tokens[at + 1]!.start, end: definition.tokens[at + 1]!.start, text: words }];
  }
  const { start } = spanOf(trigger.sentence, trigger.noun);
  return [{ start, end: start, text: words }];
}

const WIDE = /\b(?:irregular|unmarked|proxy|cyber|sabotage|blockade|unmanned|missile|third State|together|Class)\b/;

function wordsOf({ text }: Draft, { span }: Sentence): string {
  return text.slice(span.start, span.end);
}

/** The sentence that says what the attack is. */
function definitionOf(draft: Draft, attack: string): Sentence | undefined {
  const noun = attack.split(' ').at(-1)!;
  const defines = (events: RegExp): Sentence | undefined =>
    draft.reading.phrases.sentences.find((sentence) => {
      if (/^(?:title|heading|preamble)$/.test(sentence.context)) return false;
      const words = wordsOf(draft, sentence);
      return (
        sentence.tokens.some(({ raw }) => raw === noun) &&
        /\b(?:means|signifies|is any|is an Armed|comprises)\b/.test(words) &&
        events.test(words)
      );
    });
  return defines(/\b(?:use of armed force|attack across)\b/i) ?? defines(/\bany act\b/i);
}

/** The text grades its violations, and answers each class. */
function isLadder({ reading }: Draft): boolean {
  return reading.phrases.sentences.some(({ tokens }) =>
    tokens.some(({ word }, n) => /^(?:class|grade|level)$/.test(word) && tokens[n + 1]?.word === '1'),
  );
}

/** A sentence behind the paragraph that says what the attack is. */
function afterDefinition(name: string, doc: string, expects: readonly string[], words: (attack: string) => string): Operator {
  return once(name, doc, expects, (draft, { attack }) => {
    const found = definitionOf(draft, attack);
    if (!found || isLadder(draft)) return null;
    const last = draft.reading.phrases.sentences.filter(({ block }) => block === found.block).at(-1)!;
    return [added(last, words(`${/^[AEIOU]/i.test(attack) ? 'an' : 'a'} ${attack}`))];
  });
}
