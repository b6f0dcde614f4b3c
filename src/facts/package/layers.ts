import { finalClausesOf } from '../final-clauses.ts';
import type { Reading } from '../model.ts';
import { sanctionWords } from '../sanctions.ts';
import { findSequence, findWord, type Sequences, sequences, wordSet } from '../scan.ts';
import { isAnswer } from '../subjects/group.ts';
import { readWatch, regulating } from '../watch.ts';
import type { Package } from './model.ts';

/** The four layers of a guarantee (decision 75), in the order in which they are shown. */
export const layerNames = ['political', 'legal', 'operational', 'economic'] as const;
export type LayerName = (typeof layerNames)[number];
/** Scores, 0 to 3 each. */
export type Layers = Readonly<Record<LayerName, number>>;

/** Elements of each layer as a finding names them; a layer with all of three or with four is full. */
export const layerElements = {
  political: ['a named commitment', 'a body that convenes the guarantors', 'the parties by name'],
  legal: [
    'consent to be bound',
    'a core duty with the force of an obligation',
    'a duration',
    'a way out with notice or a lock in a crisis',
  ],
  operational: ['a presence', 'command', 'enablers', 'bases or plans', 'monitoring'],
  economic: ['a duty of sanctions', 'automatic snapback', 'an amount of funding', 'assets', 'industry'],
} as const satisfies Readonly<Record<LayerName, readonly string[]>>;

export type LayerElement = (typeof layerElements)[LayerName][number];

const memory = new WeakMap<Reading, ReadonlySet<LayerElement>>();

const committing = wordSet(
  'guarantee guarantees defend defends protect protects assist assists repel repels pledge support supports',
);
const titled = /guarant|assuranc|security|defen[cs]e|assistance|alliance|protection/;
const bodies = wordSet('council committee commission secretariat conference board mechanism assembly group');
const convening = wordSet(
  'meets meet convene convenes convened convoke established establishes establish sits assembles assemble set created secretariat conferring meeting meetings',
);
const command = sequences(`
(force|supreme|joint|combined|overall) (commander|command)
(commander|command) of
commander
operational control
(under|under the) (command|orders)
headquarters
commanded (from|by)
command (structure|arrangements|of|passes|is)
unified command
combined forces command`);
const enablers = wordSet(
  `intelligence satellite satellites airlift sealift logistics logistic refuelling refueling tanker tankers surveillance reconnaissance radar
   radars imagery stocks stockpiles ammunition supplied transport early-warning pre-positioned awacs maintenance`,
);
const basing = wordSet('airfields airfield bases basing overflight ports berths depots barracks');
const planning = sequences(`
(defence|operational|operations|contingency|common|joint|defense) (plan|plans|planning)
plan (in|is|for)
(joint|annual|common|yearly|regular|combined) exercises
exercised each
exercises`);
const snapping = wordSet('snapback snap-back reinstated reimposed re-imposed reinstate reimpose restored again');
const operating = sequences(`
take effect
takes effect
(apply|applies) (again|from|at|on|against|24|within|automatically|upon|to)
enter into force`);
const events = wordSet('attack attacks aggression violation breach trigger finding attacks whoever');
const currencies = wordSet('eur euro euros usd dollar dollars gbp pounds sterling chf kroner crowns us$ $ € £');
const scaleWords = wordSet('million billion thousand');
const assets = sequences(`
(immobilised|immobilized|frozen|blocked|sovereign|seized) (sovereign|state|russian|) (assets|reserves)
(immobilised|immobilized|frozen|sovereign|blocked) assets
assets (remain|stay|are) (frozen|immobilised|immobilized|blocked)
(keep|keeps) (the|its) assets
(remain|remains|stay|are) (sequestered|immobilised|immobilized)
(sequestered|immobilised|immobilized) in
state assets`);
const industry = sequences(`
(joint|licensed|common) (production|manufacture|ventures)
(defence|defense|arms|armaments) (industry|industries|industrial)
industrial (cooperation|base|capacity)
(arms|defence) and industry
(production|manufacture) of (arms|ammunition|missiles|drones|weapons)`);
const stationing = wordSet('station stations stationed deployed garrison garrisoned based');
const keeping = wordSet('keep keeps maintain maintains kept maintained stand stands place places');
const troops = wordSet(
  'contingent contingents brigade brigades battalion battalions force troops soldiers garrison personnel units division divisions battlegroup regiment',
);
const pointed = sequences(`
multinational force
(stabilisation|stabilization|reassurance|guarantee|standing) force
protocol on (the|a|forces|presence)
force protocol
annex (on|of) (forces|presence)`);

/** Which elements of the layers a draft has. Read once, linear in the text. */
export function readElements(reading: Reading): ReadonlySet<LayerElement> {
  const known = memory.get(reading);
  if (known) return known;
  const has = new Set<LayerElement>();
  const finals = finalClausesOf(reading);
  if (titled.test(reading.outline.title?.text.toLowerCase() ?? '') && reading.kind !== 'economic') has.add('a named commitment');
  if (reading.groups.some((group) => group.class === 'attack')) has.add('a named commitment');
  if (reading.roles.parties.length >= 2) has.add('the parties by name');
  if (finals.consent.mode !== 'none') has.add('consent to be bound');
  const strongest = reading.duties.reduce(
    (most, duty) =>
      isAnswer(duty) && duty.proposition.polarity !== 'permission' ? Math.max(most, duty.proposition.force) : most,
    -1,
  );
  if (strongest >= 7 && reading.style !== 'statement' && reading.style !== 'mou')
    has.add('a core duty with the force of an obligation');
  if (finals.exits.duration.kind !== 'none') has.add('a duration');
  if (finals.exits.lock !== null || finals.exits.exits.length > 0) has.add('a way out with notice or a lock in a crisis');
  if (readWatch(reading).watched) has.add('monitoring');
  for (const sentence of regulating(reading)) {
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    const word = (words: ReadonlySet<string>): boolean => findWord(tokens, all, words) >= 0;
    const phrase = (list: Sequences): boolean => findSequence(tokens, all, list) !== null;
    if (!has.has('a named commitment') && word(committing) && reading.kind !== 'economic') has.add('a named commitment');
    if (!has.has('a body that convenes the guarantors') && ownBody(tokens) && word(convening))
      has.add('a body that convenes the guarantors');
    if (!has.has('a presence') && (isPresence(sentence.tokens) || phrase(pointed))) has.add('a presence');
    if (!has.has('command') && phrase(command)) has.add('command');
    if (!has.has('enablers') && word(enablers)) has.add('enablers');
    if (!has.has('bases or plans') && (word(basing) || phrase(planning))) has.add('bases or plans');
    if (!has.has('a duty of sanctions') || !has.has('automatic snapback')) {
      if (sanctionWords(sentence, reading) && !word(wordSet('may might could'))) {
        has.add('a duty of sanctions');
        if (word(snapping) || (phrase(operating) && (word(events) || sentence.times.length > 0))) has.add('automatic snapback');
      }
    }
    if (!has.has('an amount of funding') && isAmount(tokens)) has.add('an amount of funding');
    if (!has.has('assets') && phrase(assets)) has.add('assets');
    if (!has.has('industry') && phrase(industry)) has.add('industry');
  }
  if ((reading.outline.title?.text ?? '').toLowerCase().includes('snapback')) has.add('automatic snapback');
  memory.set(reading, has);
  return has;
}

/** A body that is not the Security Council, which nobody convenes for the guarantee. */
function ownBody(tokens: Parameters<typeof findWord>[0]): boolean {
  return tokens.some(({ word }, i) => bodies.has(word) && tokens[i - 1]?.word !== 'security');
}

/** Forces that stand in the country. */
function isPresence(tokens: Parameters<typeof findWord>[0]): boolean {
  const all = { from: 0, to: tokens.length };
  if (findWord(tokens, all, troops) < 0) return false;
  if (findWord(tokens, all, stationing) >= 0) return true;
  const verb = findWord(tokens, all, keeping);
  return verb >= 0 && tokens.slice(verb, verb + 14).some(({ word }) => word === 'in' || word === 'at' || word === 'on');
}

/** A sum of money: a currency and a number. */
function isAmount(tokens: Parameters<typeof findWord>[0]): boolean {
  const at = findWord(tokens, { from: 0, to: tokens.length }, currencies);
  if (at < 0) return false;
  return tokens.slice(Math.max(0, at - 4), at + 5).some(({ kind, word }) => kind === 'number' || scaleWords.has(word));
}

/** Elements that some draft of the package has. */
export function elementsOf(pack: Package): ReadonlySet<LayerElement> {
  return new Set(pack.drafts.flatMap(({ reading }) => [...readElements(reading)]));
}

const promises: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'peace-settlement',
  'political-declaration',
  'unilateral',
]);

/** True where the package is one of which layers can be asked. */
export function promisesGuarantee({ lead }: Package): boolean {
  return promises.has(lead.reading.kind);
}

/** The scores (decision 75): none 0, one 1, two or three 2, all of three or four and more 3. Null where no guarantee is promised. */
export function layersOf(pack: Package): Layers | null {
  if (!promisesGuarantee(pack)) return null;
  const has = elementsOf(pack);
  const score = (layer: LayerName): number => {
    const count = layerElements[layer].filter((element) => has.has(element)).length;
    if (count >= 4 || count === layerElements[layer].length) return 3;
    return Math.min(count, 2);
  };
  return { political: score('political'), legal: score('legal'), operational: score('operational'), economic: score('economic') };
}
