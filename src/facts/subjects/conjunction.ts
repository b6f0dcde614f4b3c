import type { Range, Sentence } from '#phrases';
import { actionClasses } from '../actions.ts';
import type { Proposition, Reading } from '../model.ts';
import { wordSet } from '../scan.ts';
import { isResponse } from './duty.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

interface Joint {
  readonly id: string;
  readonly form: 'and-or' | 'strong-or-weak' | 'open-list' | 'attachment';
  readonly sentence: Sentence;
  readonly at: Range;
  readonly core: boolean;
  /** The sentence names a trigger or holds a core duty. */
  readonly weighty: boolean;
}

const unread = new Set(['quotation', 'drafting-note', 'code', 'title', 'heading', 'testimonium', 'parties']);
const strongClasses = new Set(['military', 'military-support', 'economic']);
const weakVerbs = new Set([
  'express',
  'condemn',
  'deplore',
  'regret',
  'consider',
  'discuss',
  'consult',
  'examine',
  'issue',
  'note',
  'voice',
  'call',
  'urge',
  'appeal',
  'protest',
  'explore',
  'study',
  'utter',
  'lodge',
  'summon',
  'denounce',
]);
const weakObjects = new Set([
  'concern',
  'concerns',
  'statement',
  'statements',
  'declaration',
  'regret',
  'solidarity',
  'condemnation',
  'views',
  'protest',
  'situation',
  'sympathy',
  'support',
  'options',
  'question',
  'matter',
  'appeal',
]);
const classByAction = new Map<string, string>(
  Object.entries(actionClasses).flatMap(([name, types]) => types.map((type): [string, string] => [type, name])),
);

/** Every place where it is unclear whether things are joint or alternative (DRF006, decision 47). */
function jointsOf(reading: Reading): Joint[] {
  const joints: Joint[] = [];
  const inGroup = new Set<number>();
  const duties = new Set<number>();
  for (const duty of reading.duties) if (duty.core) duties.add(duty.proposition.sentence.id);
  const isWeighty = (sentence: Sentence): boolean =>
    duties.has(sentence.id) || sentence.hits.some((hit) => hit.lexicon === 'L13');
  for (const group of reading.groups)
    if (isResponse(group)) for (const proposition of group.propositions) inGroup.add(proposition.sentence.id);
  for (const sentence of reading.phrases.sentences) {
    if (unread.has(sentence.context) || sentence.block.kind === 'footnote') continue;
    const core = inGroup.has(sentence.id);
    const push = (form: Joint['form'], at: Range): void => {
      joints.push({ id: `joint:${joints.length}`, form, sentence, at, core, weighty: isWeighty(sentence) });
    };
    const { tokens } = sentence;
    for (let i = sentence.own; i + 2 < tokens.length; i++) {
      if (tokens[i]!.word === 'and' && tokens[i + 1]!.word === '/' && tokens[i + 2]!.word === 'or')
        push('and-or', { from: i, to: i + 3 });
    }
    if (sentence.context === 'preamble' || sentence.context === 'definition') continue;
    const propositions = reading.bySentence.get(sentence.id) ?? [];
    const choice = strongOrWeak(sentence, propositions);
    if (choice) push('strong-or-weak', choice);
    const loose = looseRelative(sentence, propositions, core);
    if (loose) push('attachment', loose);
  }
  for (const clause of reading.outline.clauses) {
    const open = openConditions(clause, reading);
    if (open)
      joints.push({
        id: `joint:${joints.length}`,
        form: 'open-list',
        sentence: open.sentence,
        at: open.at,
        core: inGroup.has(open.sentence.id),
        weighty: isWeighty(open.sentence),
      });
  }
  return joints;
}

/** "deploy forces or issue a statement": one duty whose verbs differ in weight, joined by "or". */
function strongOrWeak(sentence: Sentence, propositions: readonly Proposition[]): Range | null {
  for (let n = 1; n < propositions.length; n++) {
    const weak = propositions[n]!;
    if (weak.polarity !== 'positive' || weak.parent === null || !weakVerbs.has(weak.verb)) continue;
    const first = propositions.find((one) => one.id === weak.parent);
    if (first?.polarity !== 'positive' || first.force < 6) continue;
    const { from } = weak.at;
    const before = sentence.tokens[from]?.word === ',' ? from + 1 : from;
    if (sentence.tokens[before]?.word !== 'or') continue;
    const talk = weak.actionClass === 'talk' || nextWords(sentence, weak.complement, 4).some((word) => weakObjects.has(word));
    if (!talk) continue;
    const siblings = propositions.filter((one) => one.id === first.id || one.parent === first.id);
    if (!siblings.some((one) => one !== weak && strongClasses.has(classByAction.get(one.action) ?? ''))) continue;
    return { from: first.verbAt.from, to: weak.complement.to };
  }
  return null;
}

function nextWords(sentence: Sentence, range: Range, most: number): string[] {
  return sentence.tokens.slice(range.from, Math.min(range.to, range.from + most)).map((token) => token.word);
}

/** "an act of aggression or an object of a threat in which …": the relative clause may belong to either side of the "or" in a trigger. */
function looseRelative(sentence: Sentence, propositions: readonly Proposition[], core: boolean): Range | null {
  const { tokens } = sentence;
  for (const proposition of propositions) {
    for (const condition of proposition.conditions) {
      if (condition.kind !== 'event') continue;
      const triggers = sentence.hits.filter(
        (hit) => hit.lexicon === 'L13' && hit.from >= condition.from && hit.to <= condition.to,
      );
      for (let i = condition.from + 1; i + 1 < condition.to; i++) {
        if (tokens[i]!.word !== 'in' || (tokens[i + 1]!.word !== 'which' && tokens[i + 1]!.word !== 'whom')) continue;
        let or = -1;
        for (let k = i - 1; k > condition.from && k > i - 14; k--) {
          if (tokens[k]!.word === ',') break;
          if (tokens[k]!.word === 'or') {
            or = k;
            break;
          }
        }
        if (or < 0) continue;
        const nouns = ['act', 'attack', 'threat', 'aggression', 'object', 'situation', 'incident', 'violation', 'operation'];
        const left = tokens.slice(condition.from, or).some((token) => nouns.includes(token.word));
        const right = tokens.slice(or, i).some((token) => nouns.includes(token.word));
        if (left && right && (core || triggers.length > 0)) return { from: or, to: i + 2 };
      }
    }
  }
  return null;
}

const joined = /(?:\b(?:and|or|either)|;\s*(?:and|or))\s*$/i;
const told = /\b(?:all of|any of|any one|one of|each of|both of|either|the following|cumulative|alternative|together)\b/i;
const interpretation = /\botherwise requires?\b|\bmeans?\b/i;

const conditionOpeners = wordSet('if where when whenever once unless provided condition conditions only');
/** Openers of a phrase that becomes a condition only with a "that" behind what is found: "after notice has been given that:". */
const momentOpeners = wordSet('after following upon until till before on subject');
const borders = wordSet('shall will may must should ; .');
/** How far the opener of the condition may stand before the colon. */
const LEAD_REACH = 24;

/** "if:", "where the following has happened:", "within 12 hours after the Centre has found that:": the points go on a condition. */
function endsInCondition({ tokens, own }: Sentence): boolean {
  let last = tokens.length - 1;
  while (last > own && tokens[last]!.kind === 'mark') last--;
  const that = tokens[last]!.word === 'that';
  for (let i = last; i >= Math.max(own, last - LEAD_REACH); i--) {
    const { word } = tokens[i]!;
    if (borders.has(word)) return false;
    if (word === ',' && !that) return false;
    if (conditionOpeners.has(word) && (word !== 'only' || tokens[i + 1]?.word === 'if')) return true;
    if (that && momentOpeners.has(word)) return true;
  }
  return false;
}

/** Three or more lettered conditions and no word to say whether all or any must be met. */
function openConditions(clause: Reading['outline']['root'], reading: Reading): { sentence: Sentence; at: Range } | null {
  const points = clause.children.filter((child) => child.kind === 'point' && child.key !== null);
  if (points.length < 3) return null;
  const lead = points[0]!.blocks[0]?.lead;
  if (!lead || told.test(lead.text) || interpretation.test(lead.text)) return null;
  const texts = points.map((point) => point.blocks[0]?.text ?? '');
  if (texts.slice(0, -1).some((text) => joined.test(text)) || /^(?:and|or)\b/i.test(texts[texts.length - 1]!)) return null;
  const sentence = reading.phrases.sentences.find((one) => one.block === lead);
  if (!sentence || unread.has(sentence.context) || !endsInCondition(sentence)) return null;
  return { sentence, at: { from: Math.max(sentence.own, sentence.tokens.length - 8), to: sentence.tokens.length } };
}

const jointTrait: Trait<Joint> = {
  name: 'joint',
  facts: {
    form: { type: 'text', doc: 'What is unclear.', values: ['and-or', 'strong-or-weak', 'open-list', 'attachment'] },
    inResponse: { type: 'flag', doc: 'The words stand in a group that answers an attack or a violation.' },
    weighty: { type: 'flag', doc: 'The sentence names a trigger or holds a core duty.' },
    context: { type: 'text', doc: 'Context of the clause (0.1).' },
  },
  marks: { words: 'The words that can be read two ways.' },
  read: ({ form, sentence, at, core, weighty }) => ({
    facts: { form, inResponse: core, weighty, context: sentence.context },
    marks: marks({ words: markOf(sentence, at) }),
  }),
};

/** Words that join, where it is unclear whether both or one is meant (DRF006). */
export const jointKind: SubjectKind<Joint> = {
  kind: 'joint',
  doc: 'Words that join conditions or measures, where it is unclear whether all or one is meant.',
  items: jointsOf,
  about: ({ id, sentence, at }) => ({
    id,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [jointTrait],
};
