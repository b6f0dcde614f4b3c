import type { Token } from '#phrases';
import type { Frame } from './frames.ts';
import { wordSet } from './scan.ts';
import { verbAt } from './verbs.ts';
import { adverbs, prepositions } from './words.ts';

const lightVerbs = wordSet(
  'begin start commence complete effect make undertake carry conduct perform initiate launch ensure secure arrange accelerate expedite organise organize continue resume provide execute proceed cease stop increase intensify sustain boost expand step scale',
);
/** What helps and is given: "commit to continued military assistance", "continue our security support". */
const givenNouns = wordSet(
  'assistance aid support help training equipment ammunition weapons intelligence reconstruction funding financing',
);
/** Nouns that hold a verb: "begin delivery of", "effect the transfer of", "the deployment of two brigades begins". */
const verbOfNoun = new Map(
  Object.entries({
    delivery: 'deliver',
    deliveries: 'deliver',
    supply: 'supply',
    provision: 'provide',
    deployment: 'deploy',
    redeployment: 'deploy',
    dispatch: 'dispatch',
    despatch: 'dispatch',
    transfer: 'transfer',
    shipment: 'ship',
    imposition: 'impose',
    reimposition: 'reimpose',
    reinstatement: 'reinstate',
    payment: 'pay',
    disbursement: 'disburse',
    withdrawal: 'withdraw',
    evacuation: 'evacuate',
    mobilisation: 'mobilise',
    mobilization: 'mobilise',
    interception: 'intercept',
    closure: 'close',
    release: 'release',
    stationing: 'station',
    seizure: 'seize',
    verification: 'verify',
    attribution: 'attribute',
    defence: 'defend',
    defense: 'defend',
    protection: 'protect',
    reconstruction: 'reconstruct',
  }),
);

/** The act a noun holds: the verb it stands for, and the words that may be its object. */
export interface HeldAct {
  readonly verb: string;
  readonly words: readonly string[];
}

/** "begin delivery of the munitions": the act is the noun's, and its object stands behind "of". Null where no noun holds one. */
export function heldAct(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'verbAt' | 'subject' | 'complement' | 'passive'>,
): HeldAct | null {
  // "are committed to the delivery of …": a noun where others have the verb.
  const bare = verbAt(frame.verb) === null;
  if (!lightVerbs.has(frame.verb) && !bare) return null;
  const { to } = frame.complement;
  const from = bare ? frame.verbAt.from : frame.complement.from;
  const ranges = frame.passive ? [frame.subject] : [{ from, to: Math.min(to, from + 6) }, frame.subject];
  for (const range of ranges) {
    for (let i = range.from; i < Math.min(range.to, range.from + 6); i++) {
      const given = range !== frame.subject && givenAt(tokens, range.from, i);
      const verb = given ? 'provide' : verbOfNoun.get(tokens[i]!.word);
      if (prepositions.has(tokens[i]!.word) && tokens[i]!.word !== 'for') break;
      if (!verb) continue;
      const end = range === frame.subject ? range.to : Math.min(to, i + 14);
      const words: string[] = [];
      for (let j = i + 1; j < end && tokens[j]!.word !== ';' && tokens[j]!.word !== 'to'; j++) words.push(tokens[j]!.word);
      // "air defence deliveries": the object may stand before the noun.
      for (let j = range.from; j < (given ? i + 1 : i); j++) words.push(tokens[j]!.word);
      return { verb, words };
    }
  }
  return null;
}

/** The noun at `i` heads its phrase and is something given, by a verb that only says that it goes on. */
function givenAt(tokens: readonly Token[], from: number, i: number): boolean {
  if (!givenNouns.has(tokens[i]!.word)) return false;
  const next = tokens[i + 1];
  if (
    next?.kind === 'word' &&
    !prepositions.has(next.word) &&
    next.word !== 'and' &&
    next.word !== 'as' &&
    !adverbs.has(next.word)
  )
    return false;
  return aspectVerbs.has(verbAt(tokens[from - 1]?.word ?? '') ?? '') || verbAt(tokens[from]!.word) === null;
}

const aspectVerbs = wordSet('continue increase intensify sustain boost expand step scale resume accelerate maintain begin start');
