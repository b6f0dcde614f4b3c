import type { Mark } from '#base';
import { foldTerm, type Range } from '#phrases';
import type { Proposition, Reading } from '../model.ts';
import { wordSet } from '../scan.ts';
import { homeArticle } from '../triggers.ts';
import { isResponse } from './duty.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Nouns that texts take for the attack itself; "occupation" and the like describe where, not what. */
const triggerHeads = /(?:attack|aggression|incursion|invasion|intrusion|offensive|hostilities|breach|violation)s?$/;

/** One name of the trigger, where it first stands. */
interface Name {
  readonly name: string;
  readonly mark: Mark | null;
  readonly article: number;
}

/** Names for the trigger and for the guarantors (DRF007, decision 48). */
export const driftTrait: Trait<Reading> = {
  name: 'drift',
  facts: {
    triggerNames: {
      type: 'number',
      doc: 'Names for one class of trigger in different articles, none of them told apart by a definition.',
    },
    triggerWords: { type: 'text', doc: 'Those names.' },
    guarantorNames: { type: 'number', doc: 'Names for the guarantors as the subjects of duties.' },
    guarantorWords: { type: 'text', doc: 'Those names.' },
  },
  marks: { secondTrigger: 'The second name of the trigger.', secondName: 'The second name of the guarantors.' },
  read: (reading) => {
    const attack = attackNames(reading);
    const names = attack.length >= 2 ? attack : violationNames(reading);
    const known = guarantorNames(reading);
    return {
      facts: {
        triggerNames: names.length,
        triggerWords: names.map(({ name }) => name).join(', '),
        guarantorNames: known.length,
        guarantorWords: known.map(([name]) => name).join(', '),
      },
      marks: marks({ secondTrigger: names[1]?.mark ?? null, secondName: known[1]?.[1] ?? null }),
    };
  },
};

/** The names under which articles answer an attack: undefined ones, and beside them the defined term that they leave aside. */
function attackNames(reading: Reading): readonly Name[] {
  const names: Name[] = [];
  for (const group of reading.groups) {
    if (!isResponse(group) || group.class !== 'attack') continue;
    for (const trigger of group.triggers) {
      const { sentence, noun, at } = trigger;
      const name = foldTerm(
        sentence.tokens
          .slice(noun.from, noun.to)
          .map((token) => token.word)
          .join(' '),
      );
      const listed = sentence.hits.filter((hit) => hit.lexicon === 'L13' && hit.from >= at.from && hit.to <= at.to).length > 1;
      // "An attack on them is Armed Aggression": the term takes the name in.
      const folded = sentence.tokens.map((token) => token.word).join(' ');
      if (
        listed ||
        [...reading.terms.keys()].some((key) => triggerHeads.test(key) && folded.includes(key)) ||
        !triggerHeads.test(name) ||
        reading.terms.has(name) ||
        [...reading.terms.keys()].some((key) => key.includes(name))
      )
        continue;
      if (!names.some((one) => one.name === name))
        names.push({ name, mark: markOf(sentence, noun), article: homeArticle(sentence.clause).id });
    }
  }
  if (names.length === 0) return names;
  const dropped = droppedTerm(reading, names);
  if (dropped) return [dropped, names.find(({ name }) => headOf(name) !== headOf(dropped.name))!];
  const distinct = names.filter(({ article }, n) => names.findIndex((other) => other.article === article) === n);
  return new Set(names.map(({ name }) => headOf(name))).size >= 2 ? distinct : [];
}

const headOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** "'Armed Attack' means …" and then "after an invasion": the defined name of the event, where an article answers another. */
function droppedTerm(reading: Reading, names: readonly Name[]): Name | null {
  for (const [key, definition] of reading.terms) {
    if (!/(?:attack|aggression|invasion)$/.test(key) || definition.form !== 'article') continue;
    if (!names.some(({ name }) => headOf(name) !== headOf(key))) continue;
    return { name: key, mark: { ...definition.at, confidence: 'explicit' }, article: homeArticle(definition.clause).id };
  }
  return null;
}

const breaking = wordSet('violation violations breach breaches infringement infringements infraction infractions contravention');
const determined = wordSet('a an any each every the no all of');
const ofText = wordSet(
  'this present treaty agreement article articles paragraph paragraphs section obligation obligations provision provisions law rule rules annex duty',
);
const answering: ReadonlySet<Reading['kind']> = new Set(['ceasefire', 'monitoring', 'peace-settlement']);

/** "each violation" here and "a breach" there, for the same thing: the names under which a cease-fire answers what breaks it. */
function violationNames(reading: Reading): readonly Name[] {
  if (!answering.has(reading.kind)) return [];
  const byObject = new Map<string, Name[]>();
  for (const proposition of reading.propositions) {
    if (proposition.context !== 'operative' && proposition.context !== 'annex-operative') continue;
    for (const at of eventRanges(proposition)) {
      const { tokens } = proposition.sentence;
      for (let i = at.from; i < Math.min(at.to, tokens.length); i++) {
        const { word } = tokens[i]!;
        if (!breaking.has(word) || !determined.has(tokens[i - 1]?.word ?? 'a')) continue;
        const name = foldTerm(word);
        if ([...reading.terms.keys()].some((key) => key.includes(name))) continue;
        const object =
          tokens[i + 1]?.word === 'of' && (ofText.has(tokens[i + 2]?.word ?? '') || ofText.has(tokens[i + 3]?.word ?? ''));
        const list = byObject.get(object ? 'text' : 'fire') ?? [];
        if (!list.some((one) => one.name === name))
          list.push({
            name,
            mark: markOf(proposition.sentence, { from: i, to: i + 1 }),
            article: homeArticle(proposition.clause).id,
          });
        byObject.set(object ? 'text' : 'fire', list);
        break;
      }
    }
  }
  for (const list of byObject.values()) {
    const distinct = list.filter(({ article }, n) => list.findIndex((other) => other.article === article) === n);
    if (distinct.length >= 2) return distinct;
  }
  return [];
}

/** Where a clause names the event it answers: its conditions, and the subject of a verb that something follows from. */
function eventRanges(proposition: Proposition): readonly Range[] {
  const conditions = proposition.conditions.filter(({ kind }) => kind === 'event' || kind === 'after');
  return proposition.actor.who === 'thing' || proposition.passive ? [...conditions, proposition.subject] : conditions;
}

function guarantorNames(reading: Reading): readonly (readonly [string, Mark | null])[] {
  const guarantors = new Map<string, Mark | null>();
  for (const { proposition } of reading.duties) {
    if (
      proposition.actor.who !== 'guarantor' ||
      proposition.actor.name !== '' ||
      proposition.polarity !== 'positive' ||
      proposition.relative
    )
      continue;
    const words = proposition.sentence.tokens
      .slice(proposition.actor.at.from, proposition.actor.at.to)
      .filter((token) => token.capital || /^(?:power|powers|state|states|guarantor|guarantors)$/.test(token.word));
    const name = foldTerm(
      words
        .map((token) => token.word)
        .filter((word) => !/^(?:each|every|all|any|the|no|other|both|those|these|one)$/.test(word))
        .join(' '),
    );
    if (name !== '' && !guarantors.has(name)) guarantors.set(name, markOf(proposition.sentence, proposition.actor.at));
  }
  return [...guarantors].filter(([name]) => /guarant|power|state|participant|signator|partner/.test(name));
}
