import { actorWithin } from '../actors.ts';
import { within } from '../deadlines.ts';
import { choicesOf } from '../discretion.ts';
import type { Actor, Duty, Reading } from '../model.ts';
import { isAnswer } from './group.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Words that make a choice one beyond a stated floor (0.7). */
const beyond = new Set(['further', 'additional', 'more', 'other', 'extra', 'supplementary', 'greater', 'stronger']);

/** True where the phrase or the words just before it speak of measures beyond the floor: "such further measures as it deems fit". */
function isExtra(duty: Duty, from: number, to: number): boolean {
  const { tokens } = duty.proposition.sentence;
  // "in concert with the other Parties, such action": "other" must stand with what is done.
  if (adding.has(duty.proposition.verb)) return true;
  for (let i = Math.max(duty.proposition.at.from, from - 4); i < to; i++)
    if (beyond.has(tokens[i]!.word) && (done.has(tokens[i + 1]?.word ?? '') || done.has(tokens[i + 2]?.word ?? ''))) return true;
  // "may do more, as it sees fit"
  for (let i = Math.max(duty.proposition.at.from, from - 4); i < from; i++)
    if (tokens[i]!.word === 'more' && /^(?:do|does|doing|undertake|contribute|give)$/.test(tokens[i - 1]?.word ?? ''))
      return true;
  return false;
}

/** "may add to that minimum whatever it judges useful". */
const adding = new Set(['add', 'exceed', 'supplement', 'surpass', 'increase']);

const done = new Set(
  'measure measures step steps action actions response responses support assistance aid help means contribution contributions forces force efforts'.split(
    ' ',
  ),
);

/** "such modifications as they may consider desirable", "such sums as he deems necessary": what is chosen is no response. */
function choosesSomethingElse(duty: Duty, from: number): boolean {
  const { tokens } = duty.proposition.sentence;
  const { word } = tokens[from]!;
  const such = word === 'such' ? from : findBack(tokens, from, Math.max(duty.proposition.at.from, from - 6));
  if (such < 0) return false;
  for (let i = such + 1; i < Math.min(tokens.length, such + 8) && tokens[i]!.word !== 'as'; i++)
    if (elsewhere.has(tokens[i]!.word)) return true;
  return false;
}

function findBack(tokens: Duty['proposition']['sentence']['tokens'], from: number, floor: number): number {
  for (let i = from - 1; i >= floor; i--) {
    if (tokens[i]!.kind === 'mark') return -1;
    if (tokens[i]!.word === 'such') return i;
  }
  return -1;
}

const elsewhere = new Set(
  `modification modifications amendment amendments change changes sums sum arrangements procedure procedures rules regulations documents
  document information reports conditions period periods time times place places date dates experts officials persons staff fees expenses
  costs adjustments exceptions provisions representatives facilities languages committees bodies powers`.split(/\s+/),
);

/** Who judges: the phrase's own slot, else the actor of the clause (catalogue L1, TRG001). */
function judgeOf(duty: Duty, slot: { readonly from: number; readonly to: number } | null, reading: Reading): Actor {
  const { proposition } = duty;
  const beside =
    proposition.actor.who === 'thing' || proposition.actor.who === 'none'
      ? reading.bySentence.get(proposition.sentence.id)?.find(({ actor }) => judgesItself.has(actor.who))?.actor
      : undefined;
  const owner = beside ?? proposition.actor;
  if (!slot) return owner;
  const { tokens } = proposition.sentence;
  // "its Government, having weighed the circumstances,": an organ of the one who owes it.
  const pronoun =
    /^(?:its|their|our|his)$/.test(tokens[slot.from]!.word) ||
    (slot.to - slot.from === 1 && /^(?:it|they|each|he|we|i|itself|themselves)$/.test(tokens[slot.from]!.word));
  if (pronoun) return owner;
  return actorWithin(tokens, slot, reading.roles, owner) ?? owner;
}

const judgesItself = new Set<Actor['who']>(['guarantor', 'party']);

/** What a force does in general (decision 61): a task without an event and without an hour. */
function isGeneralTask({ proposition: { actor, conditions }, deadline }: Duty): boolean {
  return actor.who === 'organ' && conditions.length === 0 && deadline.kind === 'none';
}

/** The clause leaves what it owes to choice, in words of its own or of its lead-in. */
function isChosen(duty: Duty): boolean {
  const { proposition } = duty;
  return proposition.sentence.hits.some(
    (hit) =>
      hit.lexicon === 'L1' &&
      hit.to <= proposition.at.to &&
      (within(hit, proposition.at) || hit.to <= proposition.sentence.own) &&
      !isExtra(duty, hit.from, hit.to) &&
      !choosesSomethingElse(duty, hit.from),
  );
}

/** Free choice of the response by the one who owes it (TRG001; L1, judge, direction). */
export const discretionTrait: Trait<Duty> = {
  name: 'discretion',
  facts: {
    discretion: {
      type: 'text',
      doc: 'Who judges what is to be done, where the clause leaves it open.',
      values: ['none', 'self', 'other', 'beyond-floor'],
    },
    groupFloor: {
      type: 'flag',
      doc: 'Another core duty of the group names its means with force 7 or more (specificity 2 or more).',
    },
  },
  marks: { choice: 'The words that leave the choice open.' },
  read: (duty, reading) => {
    const { proposition } = duty;
    let discretion = 'none';
    let at: { from: number; to: number } | null = null;
    for (const hit of choicesOf(duty)) {
      if (proposition.conditions.some((condition) => condition.opener === 'whenever' && within(hit, condition))) continue;
      const judge = judgeOf(duty, hit.slot, reading);
      const self = judgesItself.has(judge.who) || (judge.who === 'beneficiary' && reading.roles.mutual);
      if (choosesSomethingElse(duty, hit.from)) continue;
      const now = isExtra(duty, hit.from, hit.to) ? 'beyond-floor' : self ? 'self' : 'other';
      if (at === null || now === 'self') {
        discretion = now;
        at = { from: phraseHead(duty, hit.from), to: hit.to };
      }
    }
    const groupFloor =
      duty.group !== null &&
      (reading.dutiesByGroup.get(duty.group) ?? []).some(
        (other) =>
          other !== duty &&
          isAnswer(other) &&
          other.proposition.force >= 7 &&
          other.specificity >= 2 &&
          other.proposition.polarity !== 'permission' &&
          other.proposition.actionClass !== 'organise' &&
          // Forces that stand there and are trained there answer no attack by themselves.
          other.proposition.action !== 'station' &&
          other.proposition.action !== 'train' &&
          !isGeneralTask(other) &&
          // What is itself left to choice is no floor.
          !isChosen(other),
      );
    return {
      facts: { discretion, groupFloor },
      marks: marks({ choice: markOf(proposition.sentence, at, proposition.confidence) }),
    };
  },
};

/** "such action as it deems necessary" begins at "such", also where the entry only holds "as it deems necessary". */
function phraseHead(duty: Duty, from: number): number {
  const { tokens } = duty.proposition.sentence;
  for (let i = from - 1; i >= Math.max(duty.proposition.verbAt.to, from - 4); i--) {
    if (tokens[i]!.kind === 'mark') break;
    if (tokens[i]!.word === 'such' || tokens[i]!.word === 'whatever' || tokens[i]!.word === 'any') return i;
  }
  return from;
}

/** Heads that say nothing by themselves (catalogue L3; OBL003, decision 24). */
const vagueHeads = new Set(
  'measure measures step steps action actions response responses support assistance aid help means cooperation contribution contributions efforts reaction reactions arrangements solidarity backing reply answer counter-measures countermeasures relief succour succor hand dispositions intervention remedies'.split(
    ' ',
  ),
);
const pointing = new Set(['these', 'those', 'such', 'said', 'this', 'the-following', 'following']);
const carries = new Set([
  'listed',
  'following',
  'namely',
  'specified',
  'assigned',
  'allotted',
  'described',
  'enumerated',
  'below',
  'provided',
  'referred',
  'set',
]);

/** "come to the aid of": the head stands behind the first "to". */
function pastDirection(tokens: Duty['proposition']['sentence']['tokens'], from: number): number {
  return tokens[from]?.word === 'to' && /^(?:the|its|their|his|our)$/.test(tokens[from + 1]?.word ?? '') ? from + 1 : from;
}

/** "shall do what is needed", "will do everything that is necessary": the object is anything. */
function wholeOf({ verb, passive, complement, sentence: { tokens } }: Duty['proposition']): { from: number; to: number } | null {
  if (verb !== 'do' || passive) return null;
  const first = tokens[complement.from]?.word ?? '';
  if (!/^(?:what|whatever|everything|all|anything)$/.test(first)) return null;
  return {
    from: complement.from,
    to: Math.min(complement.to, complement.from + (first === 'what' || first === 'whatever' ? 3 : 1)),
  };
}

/** Content of the measure: a bare head, an escape qualifier, a menu (OBL002 to OBL004). */
export const contentTrait: Trait<Duty> = {
  name: 'content',
  facts: {
    vagueMeasure: {
      type: 'flag',
      doc: 'The object is a bare head ("measures", "support") that neither the clause nor its group specifies.',
    },
    escape: { type: 'flag', doc: 'An escape qualifier (L12) attaches to the duty.' },
    domestic: { type: 'flag', doc: 'A domestic-law phrase (L8) attaches to performance.' },
  },
  marks: {
    measure: 'The bare head, or the verb where it stands alone.',
    qualifier: 'The escape qualifier.',
    domesticWords: 'The domestic-law phrase.',
  },
  read: (duty, reading) => {
    const { proposition, specificity } = duty;
    const { sentence } = proposition;
    const { tokens } = sentence;
    const range = proposition.passive
      ? { from: proposition.subject.from, to: proposition.complement.to }
      : proposition.complement;
    let measure: { from: number; to: number } | null = null;
    const limit = Math.min(range.to, range.from + 22);
    if (specificity === 0) {
      measure = wholeOf(proposition);
      for (let i = pastDirection(tokens, range.from); i < limit && measure === null; i++) {
        const word = tokens[i]!.word;
        if (proposition.passive && i >= proposition.verbAt.from) break;
        if (word === ';' || word === 'to' || word === 'by' || word === 'if') break;
        if (!vagueHeads.has(word)) continue;
        if (tokens[i + 1]?.kind === 'word' && vagueHeads.has(tokens[i + 1]!.word)) continue;
        let from = i;
        while (
          from > range.from &&
          (tokens[from - 1]!.kind === 'word' || tokens[from - 1]!.word === ',') &&
          from > i - 5 &&
          !/^(?:to|of|by|the|its|their|with|in)$/.test(tokens[from - 1]!.word)
        )
          from--;
        const phrase = tokens.slice(Math.max(range.from, from - 1), Math.min(limit + 6, i + 6)).map((token) => token.word);
        if (
          phrase.some((w) => carries.has(w)) ||
          (tokens[i + 1]?.word !== 'as' &&
            (pointing.has(tokens[Math.max(from, 0)]!.word) || pointing.has(tokens[Math.max(0, from - 1)]!.word)))
        )
          break;
        measure = { from, to: i + 1 };
        break;
      }
    }
    const hit = (lexicon: string): { from: number; to: number } | null =>
      sentence.hits.find((one) => one.lexicon === lexicon && within(one, proposition.at) && attaches(duty, one)) ?? null;
    const hedge = hit('L12');
    const domestic = hit('L8');
    const named =
      duty.group !== null &&
      (reading.dutiesByGroup.get(duty.group) ?? []).some(
        (other) => other !== duty && isAnswer(other) && other.specificity >= 2 && other.proposition.force >= 7,
      );
    return {
      facts: {
        vagueMeasure: measure !== null && !named,
        escape: hedge !== null,
        domestic: domestic !== null,
      },
      marks: marks({
        // "shall respond": where there is no object at all, the verb itself is the bare head.
        measure: markOf(
          sentence,
          measure ?? { from: (proposition.modal ?? proposition.verbAt).from, to: proposition.verbAt.to },
          proposition.confidence,
        ),
        qualifier: markOf(sentence, hedge, proposition.confidence),
        domesticWords: markOf(sentence, domestic, proposition.confidence),
      }),
    };
  },
};

/** Attachment (0.6): after the subject, outside a condition's own clause and outside a relative clause that has its own verb. */
function attaches(duty: Duty, at: { readonly from: number; readonly to: number }): boolean {
  const { proposition } = duty;
  const { tokens } = proposition.sentence;
  for (const condition of proposition.conditions) {
    if (
      condition.kind === 'event' &&
      condition.opener !== 'if' &&
      at.from > condition.from + 1 &&
      at.to <= condition.to &&
      condition.from > proposition.verbAt.to
    )
      return false;
  }
  for (let i = at.from - 1; i > proposition.verbAt.to && i > at.from - 12; i--) {
    if (tokens[i]!.kind === 'mark') break;
    if (tokens[i]!.word === 'which' || tokens[i]!.word === 'who') return false;
  }
  return true;
}
