import type { Range, Sentence, Token } from '#phrases';
import { exclusionsOf, readCover } from '../cover.ts';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { regulating } from '../watch.ts';
import { markOf, marks, type Trait } from './trait.ts';

const present = wordSet(
  'force forces corps squadron squadrons garrison garrisons contingent contingents personnel troops brigade brigades battalion battalions observers monitors mission vessels aircraft ships soldiers units',
);
const attacked = sequences(`
(attack|attacks|attacked|aggression) (on|against|upon)
(attack|attacks) (one|any|a|the|it|them)
`);
const covering = wordSet('includes including include comprises or also');
const rights = sequences(`
right to (station|deploy|dispose|base)
(grants|accepts) the right to
`);

/** Forces of the guarantors that stand in the country, and whether an attack on them counts (SCP007, decision 31). */
export const forcesTrait: Trait<Reading> = {
  name: 'deployed-forces',
  facts: {
    deploys: { type: 'flag', doc: 'The text stations forces in the country, or gives a right to.' },
    coversForces: { type: 'flag', doc: 'An attack on these forces is an event that the text answers.' },
    answersForces: { type: 'flag', doc: 'The text answers an attack at all, here or in its package.' },
  },
  marks: { forcesWords: 'The duty or right to station.' },
  read: (reading) => {
    const place = presence(reading);
    const covers = place !== null && coversForces(reading);
    return {
      facts: {
        deploys: place !== null,
        coversForces: covers,
        answersForces:
          reading.groups.some((group) => group.class === 'attack') ||
          reading.frontMatter.package !== undefined ||
          readCover(reading).events.length > 0,
      },
      marks: marks({ forcesWords: place ? markOf(place.sentence, place.at) : null }),
    };
  },
};

/** A duty to keep forces in the country before any attack, or a right to station them there. */
function presence(reading: Reading): { sentence: Sentence; at: Range } | null {
  for (const { proposition, group } of reading.duties) {
    if (proposition.polarity === 'prohibition' || proposition.polarity === 'exemption') continue;
    if (proposition.actor.who === 'aggressor' || proposition.actor.who === 'beneficiary') continue;
    const stands =
      proposition.action === 'station' ||
      (proposition.action === 'deploy-forces' && (group === null || group.class === 'situation'));
    if (!stands || proposition.force < 4) continue;
    return {
      sentence: proposition.sentence,
      at: {
        from: (proposition.modal ?? proposition.verbAt).from,
        to: Math.min(proposition.complement.to, proposition.verbAt.to + 6),
      },
    };
  }
  for (const sentence of regulating(reading)) {
    const at = findSequence(sentence.tokens, { from: 0, to: sentence.tokens.length }, rights);
    if (at && findWord(sentence.tokens, { from: at.from, to: at.to + 14 }, present) >= 0)
      return { sentence, at: { from: at.from, to: at.to + 1 } };
  }
  return null;
}

/** Forces among the objects of the attack: "or against the Force", "whoever attacks one of these brigades". */
function coversForces(reading: Reading): boolean {
  if (exclusionsOf(reading).some(({ sentence, left }) => findWord(sentence.tokens, left, stationed) >= 0)) return false;
  for (const { sentence, noun, defines } of readCover(reading).events) {
    if (!defines) continue;
    const { tokens } = sentence;
    for (let i = noun.to; i < tokens.length; i++)
      if (present.has(tokens[i]!.word) && findWord(tokens, { from: Math.max(noun.to, i - 3), to: i }, objectOpeners) >= 0)
        return true;
  }
  if (readCover(reading).wording.some(({ tokens }) => amongObjects(tokens))) return true;
  for (const sentence of [...readCover(reading).scope, ...regulating(reading)]) {
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      const at = findSequence(tokens, { from: i, to: tokens.length }, attacked);
      if (!at) break;
      i = at.from;
      let shall = tokens.length;
      for (let j = at.to; j < tokens.length; j++)
        if (/^(?:shall|will|;|by)$/.test(tokens[j]!.word)) {
          shall = j;
          break;
        }
      const object = { from: at.to, to: Math.min(shall, at.to + 40) };
      const force = findWord(tokens, object, present);
      if (force >= 0 && (force - at.to <= 5 || findWord(tokens, object, covering) >= 0)) return true;
    }
    const includes = findWord(tokens, { from: 0, to: tokens.length }, including);
    if (
      includes >= 0 &&
      sentence.hits.some((hit) => hit.lexicon === 'L13') &&
      findWord(tokens, { from: includes, to: includes + 30 }, objects) >= 0
    )
      return true;
  }
  return false;
}

const means = wordSet('attack attacks force arms violence aggression blow');
const ends = wordSet('is are was shall will means by irrespective whatever whether when where if');

/** "use of force against the Area, the Standing Force or the Centre is an attack": forces in the list of what is attacked. */
function amongObjects(tokens: readonly Token[]): boolean {
  for (let i = 1; i < tokens.length; i++) {
    if (!/^(?:against|on|upon)$/.test(tokens[i]!.word)) continue;
    if (findWord(tokens, { from: Math.max(0, i - 12), to: i }, means) < 0) continue;
    for (let j = i + 1; j < Math.min(tokens.length, i + 48) && !ends.has(tokens[j]!.word); j++)
      if (present.has(tokens[j]!.word) && tokens[j - 1]!.word !== 'armed') return true;
  }
  return false;
}

const stationed = wordSet('contingent contingents stationed personnel troops deployed observers mission');
const objectOpeners = wordSet('against on upon or including includes its their');
const including = wordSet('includes including include');
const objects = wordSet('contingent contingents force personnel mission observers monitors brigades');
