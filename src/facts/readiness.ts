import type { Range, Sentence } from '#phrases';
import type { Reading } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';
import { regulating } from './watch.ts';

/** What makes a force come in time, and what a text may lack of it (PRS007). */
export const readinessItems = [
  'bases and overflight',
  'stocks in place',
  'the status of the forces',
  'a plan with its review',
  'a yearly exercise',
] as const;
export type ReadinessItem = (typeof readinessItems)[number];

const places = wordSet(
  `airfield airfields aerodrome aerodromes base bases basing overflight transit harbour harbours harbor harbors port ports barracks railways passage
   airspace berths installations facilities garrisons`,
);
const granting = wordSet(
  `grant grants granted use uses may open opens opened permit permits allow allows allowed admit access free leave right rights disposal
   available cross fly facilitate`,
);
const stationing = sequences('right to (station|deploy|keep|dispose|base|maintain)\nright of (stationing|basing)');
const stores = wordSet('stocks stock stockpile stockpiles magazines pre-positioned prepositioned depots pre-position stored');
const supplies = wordSet('shells ammunition fuel rounds munitions supplies missiles interceptors equipment');
const storing = wordSet(
  'keep keeps kept store stores stored hold held maintain maintained lie lies stand stands pre-positioned pre-position',
);
const standing = wordSet('status jurisdiction courts immunity immunities amenable sofa status-of-forces');
const members = wordSet(
  'force forces members member personnel soldiers troops contingent contingents crews corps garrison squadron units their its that there',
);
const planning = wordSet('plan plans');
const planned = wordSet(
  'review reviews reviewed revise revised revises update updated updates test tested exercised exercise year yearly annually annual standing',
);
const building = wordSet('reconstruction recovery development economic peace marshall point');
const drilling = wordSet(
  'exercise exercises exercised exercising manoeuvres maneuvers manoeuvre drill drills rehearse rehearsed rehearsal tested try tried',
);
const yearly = wordSet(
  'year years yearly annual annually twice january february march april may june july august september october november december spring summer autumn winter months',
);
const rightOf = sequences(
  'exercise of (the|their|its) (inherent|right|rights)\nexercise of (individual|collective)\nexercise the right',
);
const later = sequences(`
seek to (conclude|negotiate|agree)
(endeavour|strive|intend|aim) to
(negotiate|conclude) (agreements|arrangements|an|a|the|such|further)
(shall|will) be (agreed|negotiated|concluded|settled)
to be (agreed|negotiated|concluded|settled|determined)
`);

const memory = new WeakMap<Reading, ReadonlySet<ReadinessItem>>();

/** The items a text gives, or points to by the title of where they are. Linear in the text. */
export function readReadiness(reading: Reading): ReadonlySet<ReadinessItem> {
  const known = memory.get(reading);
  if (known) return known;
  const has = new Set<ReadinessItem>();
  for (const sentence of regulating(reading)) {
    if (has.size === readinessItems.length) break;
    const { tokens, own } = sentence;
    const all = { from: own, to: tokens.length };
    if (findSequence(tokens, all, later)) continue;
    const cell = sentence.block.kind === 'cell';
    const word = (words: ReadonlySet<string>): number => findWord(tokens, all, words);
    const pointed = sentence.references.length > 0 || sentence.times.some(({ date }) => date !== null);
    if (word(places) >= 0 && (word(granting) >= 0 || pointed) && !cell) has.add('bases and overflight');
    if (findSequence(tokens, all, stationing)) has.add('bases and overflight');
    if (word(stores) >= 0 || (word(supplies) >= 0 && word(storing) >= 0 && !cell)) has.add('stocks in place');
    if (word(standing) >= 0 && (word(members) >= 0 || pointed)) has.add('the status of the forces');
    const plan = word(planning);
    if (plan >= 0 && (word(planned) >= 0 || pointed) && word(building) < 0) has.add('a plan with its review');
    if (drills(sentence, all)) has.add('a yearly exercise');
  }
  memory.set(reading, has);
  return has;
}

/** Military exercises with a rhythm; "in exercise of the right" is none. */
function drills({ tokens, references }: Sentence, all: Range): boolean {
  const at = findWord(tokens, all, drilling);
  if (at < 0 || findSequence(tokens, all, rightOf)) return false;
  for (let i = Math.max(all.from, at - 8); i < Math.min(tokens.length, at + 16); i++) {
    if (!yearly.has(tokens[i]!.word)) continue;
    if (tokens[i]!.word !== 'may' || tokens[i]!.capital) return true;
  }
  return references.length > 0 && /^exercises$/.test(tokens[at]!.word);
}
