import type { Mark } from '#base';
import { markOf, marks, type SubjectKind, type Trait } from '../subjects/trait.ts';
import { elementsOf, layerElements, layerNames, layersOf } from './layers.ts';
import type { Seat } from './model.ts';
import { holesOf } from './tasks.ts';

/** The title of the draft, or its first words. */
function titleMark({ draft }: Seat): Mark | null {
  const { outline, phrases } = draft.reading;
  const sentence = outline.title ? phrases.sentences.find((one) => one.block === outline.title) : phrases.sentences[0];
  return sentence ? markOf(sentence, { from: 0, to: sentence.tokens.length }) : null;
}

const allied = /guarant|assuranc|defen[cs]e|assistance|alliance|security|atlanti/;

/**
 * The text promises security, whatever its kind was guessed from: its author declares a kind of guarantee, it answers an attack, owes
 * arms, or undertakes to defend. A charter or a treaty of peace that only speaks of attacks promises none.
 */
function promisesSecurity({ pack }: Seat): boolean {
  const { reading } = pack.lead;
  const title = reading.outline.title?.text.toLowerCase() ?? '';
  const declaration = reading.kind === 'political-declaration' || reading.kind === 'unilateral';
  if (!declaration && reading.frontMatter.kind !== undefined) return true;
  if (declaration && (!pack.alone || /guarant|assuranc/.test(title))) return true;
  if (reading.kind === 'mutual-defence' && !allied.test(title)) return false;
  if (reading.kind === 'peace-settlement') return reading.roles.guarantors.length > 0;
  const answers = reading.groups.some(
    (group) =>
      group.class === 'attack' &&
      (reading.dutiesByGroup.get(group) ?? []).some(({ core, proposition }) => core && proposition.force >= 4),
  );
  if (answers || reading.duties.some(({ core, proposition }) => core && proposition.actionClass === 'military' && !declaration))
    return true;
  return reading.operative.some(({ tokens }) =>
    tokens.some(({ word }, i) => word === 'defend' && /^(?:to|shall|will)$/.test(tokens[i - 1]?.word ?? '')),
  );
}

/** The four layers over all drafts (PKG001, decision 75). */
const layerTrait: Trait<Seat, Seat> = {
  name: 'layers',
  facts: {
    kind: { type: 'text', doc: 'Kind of the text that promises.' },
    kindSure: { type: 'flag', doc: 'The kind is declared or plain from title and content.' },
    alone: { type: 'flag', doc: 'The draft was linted without sister documents.' },
    completeness: {
      type: 'text',
      doc: 'Whole text, excerpt, or articles only (decision 6).',
      values: ['full', 'excerpt', 'articles-only'],
    },
    declaredLayers: { type: 'flag', doc: 'The front matter says which layers the package is to have.' },
    promises: {
      type: 'flag',
      doc: 'The text promises security: it answers an attack, or owes arms, or its title speaks of a guarantee.',
    },
    layered: { type: 'flag', doc: 'The text is of a kind of which layers can be asked.' },
    political: { type: 'number', doc: 'Score of the political layer, 0 to 3.' },
    legal: { type: 'number', doc: 'Score of the legal layer, 0 to 3.' },
    operational: { type: 'number', doc: 'Score of the operational layer, 0 to 3.' },
    economic: { type: 'number', doc: 'Score of the economic layer, 0 to 3.' },
    thin: { type: 'list', doc: 'Layers with a score under 2.', values: [...layerNames] },
    missing: {
      type: 'list',
      doc: 'Elements that the thin layers lack.',
      values: layerNames.flatMap((name) => [...layerElements[name]]),
    },
  },
  marks: { title: 'The title.' },
  read: (seat) => {
    const { reading } = seat.pack.lead;
    const scores = layersOf(seat.pack) ?? { political: 3, legal: 3, operational: 3, economic: 3 };
    const has = elementsOf(seat.pack);
    const thin = layerNames.filter((name) => scores[name] < 2);
    return {
      facts: {
        kind: reading.kind,
        kindSure: reading.kindSure,
        alone: seat.pack.alone,
        completeness: reading.frontMatter.completeness ?? 'full',
        declaredLayers: reading.frontMatter.layers !== undefined,
        promises: promisesSecurity(seat),
        layered: layersOf(seat.pack) !== null,
        ...scores,
        thin,
        missing: thin.flatMap((name) => layerElements[name].filter((element) => !has.has(element))),
      },
      marks: marks({ title: titleMark(seat) }),
    };
  },
};

/** Who does what over all drafts (PKG003). */
const taskTrait: Trait<Seat, Seat> = {
  name: 'tasks',
  facts: {
    holes: { type: 'list', doc: 'What the package leaves open about who does what.' },
    holeCount: { type: 'number', doc: 'How many of them.' },
  },
  marks: { hole: 'The words that leave it open, else the title.' },
  read: (seat) => {
    const holes = holesOf(seat.pack);
    const here = holes.find(({ draft, at }) => at !== null && draft === seat.draft);
    return {
      facts: { holes: holes.map(({ text }) => text), holeCount: holes.length },
      marks: marks({ hole: here?.at ?? titleMark(seat) }),
    };
  },
};

/** The package as a whole: one subject, in the text that promises. */
export const wholeKind: SubjectKind<Seat, Seat> = {
  kind: 'package',
  doc: 'The drafts that are linted together, as a whole; said in the text that promises.',
  items: (seat) => (seat.draft === seat.pack.lead ? [seat] : []),
  about: (seat) => {
    const at = titleMark(seat);
    return { id: 'package', clause: null, group: null, span: at ?? { start: 0, end: 1 }, confidence: 'explicit' };
  },
  traits: [layerTrait, taskTrait],
};
