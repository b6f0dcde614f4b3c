import type { Range, Token } from '#phrases';
import { type EventPlace, readCover } from '../cover.ts';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { determiners, prepositions } from '../words.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** An event that the text answers, where it is named or defined, with the words that raise its threshold. */
interface Event {
  readonly id: number;
  readonly place: EventPlace;
  readonly thresholds: readonly Range[];
  readonly judged: boolean;
}

const scales = wordSet('scale gravity magnitude intensity proportions duration extent severity');
const quantities = sequences(`
mass casualties
(large|heavy|substantial|significant) (casualties|losses)
(more|fewer) than
at least
not (less|fewer) than
`);
const counted = wordSet(
  'casualties persons people dead deaths soldiers killed injured civilians victims brigades battalions kilometres hours days rounds shells',
);
const judging = wordSet('regards regard considers consider deems deem judges judge finds qualifies');
const stems = (word: string): string => (word.endsWith('ly') ? word.slice(0, -2) : word);

function eventsOf(reading: Reading): Event[] {
  return readCover(reading).events.map((place, id) => {
    const thresholds = thresholdsOf(place);
    const { tokens } = place.sentence;
    const at = findWord(tokens, place.zone, judging);
    const judged = at > place.noun.to && thresholds.some((one) => one.from > at && one.from - at < 5);
    return { id, place, thresholds, judged };
  });
}

/** Words that lift the trigger: adjectives before the noun, relative clauses and quantities after it (SCP001, L6). */
function thresholdsOf({ sentence, noun, zone }: EventPlace): Range[] {
  const { tokens } = sentence;
  const listed = new Set<string>();
  for (const hit of sentence.hits) if (hit.lexicon === 'L6') for (let i = hit.from; i < hit.to; i++) listed.add(tokens[i]!.word);
  const raises = (i: number): boolean => {
    const { word } = tokens[i]!;
    return ((!plain.has(word) && listed.has(word)) || raising.has(stems(word))) && !widened(tokens, i);
  };
  const found: Range[] = [];
  let i = noun.to - 1;
  while (i >= Math.max(0, noun.from - 14)) {
    const token = tokens[i]!;
    if (i < noun.from && (determiners.has(token.word) || prepositions.has(token.word) || /^[;:.]$/.test(token.word))) break;
    if (i < noun.from && /^(?:if|when|shall|will|is|are|means|has|have)$/.test(token.word) && !/^(?:is|are)$/.test(token.word))
      break;
    if (raises(i)) found.unshift({ from: i, to: i + 1 });
    i--;
  }
  let relative = false;
  for (let j = noun.to; j < Math.min(zone.to, noun.to + 24); j++) {
    const { word } = tokens[j]!;
    if (word === ';') break;
    if (/^(?:which|that|is|are|being|as|regards|considers|deems)$/.test(word)) relative = true;
    const scaled = scales.has(tokens[j + 1]?.word ?? '');
    if (raises(j) && (relative || scaled) && !nounAfter(tokens, j, scaled)) found.push({ from: j, to: j + (scaled ? 2 : 1) });
  }
  const quantity = findSequence(tokens, { from: noun.to, to: zone.to }, quantities);
  if (quantity) {
    const end = Math.min(zone.to, quantity.to + 5);
    const what = findWord(tokens, { from: quantity.from, to: end }, counted);
    if (what >= 0) found.push({ from: quantity.from, to: what + 1 });
  }
  return found;
}

/** Words of the list that tell one kind of attack from another, or how often, and lift nothing by themselves. */
const plain = wordSet(
  'military external conventional nuclear open clear continuous continuing repeated recurrent kinetic cross-border across the agreed line armistice of contact on a scale',
);
const raising = wordSet(
  'significant large-scale full-scale major sustained deliberate serious flagrant unprovoked manifest substantial prolonged systematic grave massive extensive large wide-ranging considerable severe intense wholesale premeditated planned',
);

/** "direct or indirect", "large or small", "whether large": no threshold but its opposite. */
function widened(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.word ?? '';
  const after = tokens[i + 1]?.word ?? '';
  return after === 'or' || before === 'or' || before === 'whether' || before === 'however' || before === 'not';
}

/** "significant forces": the adjective of another noun. */
function nounAfter(tokens: readonly Token[], i: number, scaled: boolean): boolean {
  if (scaled) return false;
  const next = tokens[i + 1];
  return (
    next !== undefined && next.kind === 'word' && !/^(?:and|or|in|on|by|when|,|to|over|against|enough|across)$/.test(next.word)
  );
}

/** Threshold of a trigger (SCP001, decision 60). */
const thresholdTrait: Trait<Event> = {
  name: 'threshold',
  facts: {
    thresholds: { type: 'number', doc: 'Words that lift the trigger.' },
    judged: { type: 'flag', doc: 'A guarantor judges whether the threshold is reached.' },
    laddered: { type: 'flag', doc: 'The adjective defines a higher step; a lower one has a duty of its own.' },
    promising: { type: 'flag', doc: 'The event belongs to a trigger group, or the text has one that answers an attack.' },
  },
  marks: { threshold: 'The words that lift the trigger, with its noun.' },
  read: ({ place, thresholds, judged }, reading) => {
    const first = thresholds[0];
    const last = thresholds[thresholds.length - 1];
    return {
      facts: {
        thresholds: thresholds.length,
        judged,
        laddered: thresholds.length > 0 && lowerStep(place, reading) && !beyondTerm(place, thresholds, reading),
        promising:
          place.group !== null || reading.groups.some((group) => group.class === 'attack' || group.class === 'violation'),
      },
      marks:
        first && last
          ? marks({
              threshold: markOf(place.sentence, {
                from: Math.min(first.from, place.noun.to),
                to: Math.max(last.to, first.from < place.noun.from ? place.noun.to : last.to),
              }),
            })
          : {},
    };
  },
};

/** The trigger is a defined step ("Grave Violation") with further words on it: these lift the step, and define none (decision 60). */
function beyondTerm({ sentence: { tokens }, noun }: EventPlace, thresholds: readonly Range[], reading: Reading): boolean {
  const before = tokens[noun.to - 2]?.word ?? '';
  const term = `${before} ${tokens[noun.to - 1]!.word}`;
  return reading.terms.has(term) && thresholds.some(({ to }) => to < noun.to - 1);
}

/** Another trigger without a threshold is answered too: the adjective defines a step. */
function lowerStep(place: EventPlace, reading: Reading): boolean {
  const head = place.sentence.tokens[place.noun.to - 1]!.word;
  // "any Violation entails step 1": the plain event is answered as well.
  const plainly = reading.operative.some(({ tokens }) =>
    tokens.some(
      ({ word }, i) =>
        word === head &&
        /^(?:any|each|every)$/.test(tokens[i - 1]?.word ?? '') &&
        (findWord(tokens, { from: i + 1, to: i + 6 }, answering) >= 0 ||
          findWord(tokens, { from: i - 4, to: i - 1 }, following) >= 0),
    ),
  );
  if (plainly) return true;
  return readCover(reading).events.some((other) => {
    if (other.sentence === place.sentence && other.noun.from === place.noun.from) return false;
    if (thresholdsOf(other).length > 0) return false;
    // "after the attack has begun" points back to the event, and is none of its own.
    if (/^(?:the|that|this|such|said)$/.test(other.sentence.tokens[other.noun.from - 1]?.word ?? '')) return false;
    if (other.sentence === place.sentence && (place.defines || !other.defines)) return false;
    // A definition and the trigger that uses its term are one event; a moment ("the Trigger Time") is none.
    if (place.defines !== other.defines || !other.sentence.hits.some((hit) => hit.lexicon === 'L13' && hit.to === other.noun.to))
      return false;
    if (other.defines) return other.sentence.clause === place.sentence.clause && /\d/.test(other.sentence.clause.label);
    return reading.duties.some(({ proposition }) => proposition.sentence === other.sentence && proposition.force >= 6);
  });
}

const answering = wordSet('entails triggers leads obliges starts brings : is');
/** "the steps follow each Violation", "the measures apply to every Violation". */
const following = wordSet('follow follows attach attaches apply applies answer answers');

/** Every event that the text answers, where it is named or defined. */
export const eventKind: SubjectKind<Event> = {
  kind: 'event',
  doc: 'An event that the text answers, where it is named in a trigger or defined (catalogue A.5).',
  items: eventsOf,
  about: ({ id, place }) => ({
    id: `event:${id}`,
    clause: place.sentence.clause.label || null,
    group: place.group?.id ?? null,
    span: markOf(place.sentence, place.noun) ?? place.sentence.span,
    confidence: 'explicit',
  }),
  traits: [thresholdTrait],
};
