import type { Sentence } from '#phrases';
import type { Reading } from '../model.ts';
import { concernsForce, isForce, mayHoldForces, type Presence, readPresence } from '../presence.ts';
import { readSize } from '../presence-size.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { homeArticle } from '../triggers.ts';
import { regulating } from '../watch.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Item extends Presence {
  readonly id: string;
  readonly lacks: readonly string[];
  readonly personnel: number;
  readonly relevant: boolean;
}

/** Before a force of which the text has spoken. */
const anaphoric = /^(?:the|its|their|these|those|such|this|that|said)$/;

/** Forces that are promised, one subject for each article that places some (PRS002). */
function itemsOf(reading: Reading): Item[] {
  if (!concernsForce(reading)) return [];
  const seen = new Set<unknown>();
  const named = new Set<string>();
  const out: Item[] = [];
  for (const presence of readPresence(reading)) {
    if (presence.sort === 'service' || presence.where === 'home') continue;
    const home = homeArticle(presence.sentence.clause);
    const { tokens } = presence.sentence;
    const noun = tokens[presence.noun.from]!;
    const name = noun.word.replace(/s$/, '');
    const again = named.has(name) && (noun.capital || anaphoric.test(tokens[presence.noun.from - 1]?.word ?? ''));
    named.add(name);
    if (seen.has(home) || again) continue;
    seen.add(home);
    out.push(weigh(presence, out.length, reading));
  }
  return out;
}

function weigh(presence: Presence, index: number, reading: Reading): Item {
  const { stance, sentence } = presence;
  const size = readSize(presence, reading);
  const lacks: string[] = [];
  if (!size.number) lacks.push('how many');
  if (stance !== 'response') {
    if (!size.place) lacks.push('where');
    if (!size.date) lacks.push('from when');
    if (!size.task) lacks.push('with what task');
  }
  const total =
    size.personnel * (sentence.tokens.some(({ word }) => word === 'each') ? Math.max(2, reading.roles.guarantorCount) : 1);
  const home = homeArticle(sentence.clause);
  return {
    ...presence,
    id: `presence:${index}`,
    lacks,
    personnel: total > 0 && stance !== 'response' ? total : -1,
    relevant: stance === 'response' || reading.groups.some((group) => group.class === 'attack' && group.articles.includes(home)),
  };
}

const presenceTrait: Trait<Item> = {
  name: 'presence',
  facts: {
    stance: {
      type: 'text',
      doc: 'How the force is promised: it is there or comes, comes after an attack, could come, or may be stationed by a right.',
      values: ['standing', 'response', 'readiness', 'right'],
    },
    lacks: {
      type: 'list',
      doc: 'What is not said of the force (PRS002).',
      values: ['how many', 'where', 'from when', 'with what task'],
    },
    lacksCount: { type: 'number', doc: 'How many of the four are not said.' },
    personnel: {
      type: 'number',
      doc: 'Personnel that are counted, of all guarantors together; -1 where none are, or they come only after an attack.',
    },
    relevant: { type: 'flag', doc: 'The force answers an attack.' },
    kind: { type: 'text', doc: 'Kind of the document (A.1, decision 6).' },
  },
  marks: { presence: 'The verb and the force.' },
  read: ({ stance, lacks, personnel, relevant, sentence, at }, reading) => ({
    facts: { stance, lacks, lacksCount: lacks.length, personnel, relevant, kind: reading.kind },
    marks: marks({ presence: markOf(sentence, at) }),
  }),
};

/** A force that is or comes to the country (PRS002). */
export const presenceKind: SubjectKind<Item> = {
  kind: 'presence',
  doc: 'A force that the text places in the country, or sends there.',
  items: itemsOf,
  about: ({ id, sentence, at }) => ({
    id,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [presenceTrait],
};

const none = sequences(`
no (forces|troops|soldiers|contingents)
no foreign (forces|troops|soldiers)
(none|neither) of (the|their) forces
`);
const regulated = wordSet('governs governed regulates regulated described set established concerns contains');
const military = wordSet('troops brigades deter deters deterrence deterrent soldiers deploy deployment');

/** Presence in the text as a whole (PRS001). */
export const presenceDocumentTrait: Trait<Reading> = {
  name: 'presence-document',
  facts: {
    present: {
      type: 'flag',
      doc: 'Forces of the guarantors stand in the country, are to stand there, or may by a right; or the text points to where that is ruled.',
    },
    absenceStated: { type: 'flag', doc: 'The text or its front matter says that there are to be no forces.' },
    observersOnly: { type: 'flag', doc: 'Only observers, instructors or the like are in the country.' },
    speaksOfForces: { type: 'flag', doc: 'The operative words speak of forces or of deterrence.' },
    forcesOwed: {
      type: 'text',
      doc: 'Whether forces are owed at all: none, after an attack only, or in the country before.',
      values: ['none', 'response', 'presence'],
    },
  },
  marks: { weakPresence: 'Words that come nearest to a presence, and give none.' },
  read: (reading) => {
    const all = readPresence(reading);
    const forces = all.filter(({ sort }) => sort === 'force');
    const there = forces.some(({ stance, where }) => where === 'country' && (stance === 'standing' || stance === 'right'));
    const present = there || (mayHoldForces(reading) && regulating(reading).some((sentence) => pointsToForce(sentence)));
    const near = forces.find(({ stance }) => stance !== 'response') ?? all.find(({ sort }) => sort === 'service') ?? forces[0];
    return {
      facts: {
        present,
        absenceStated:
          reading.frontMatter.presence !== undefined ||
          (mayHoldForces(reading) &&
            reading.operative.some(({ tokens }) => findSequence(tokens, { from: 0, to: tokens.length }, none) !== null)),
        observersOnly: !present && all.some(({ sort }) => sort === 'service'),
        speaksOfForces: reading.operative.some(
          ({ tokens }) =>
            findWord(tokens, { from: 0, to: tokens.length }, military) >= 0 ||
            tokens.some(({ word }, i) => (word === 'forces' || word === 'force') && tokens[i - 1]?.word === 'armed'),
        ),
        forcesOwed: there
          ? 'presence'
          : forces.some(({ stance, where }) => stance === 'response' && where === 'country')
            ? 'response'
            : 'none',
      },
      marks: marks({ weakPresence: near ? markOf(near.sentence, near.at) : null }),
    };
  },
};

/** "Part V governs the Force", "the Force established by the Protocol of 3 May": it is ruled elsewhere. */
function pointsToForce({ tokens, references }: Sentence): boolean {
  if (!references.some(({ unit, target }) => target !== 'relative' && unit !== 'article' && unit !== 'paragraph')) return false;
  return (
    tokens.some(({ capital }, i) => capital && isForce(tokens, i)) &&
    findWord(tokens, { from: 0, to: tokens.length }, regulated) >= 0
  );
}
