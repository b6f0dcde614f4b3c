import type { Range, Sentence } from '#phrases';
import type { Duty, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { isAnswer } from './group.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** What a menu is a menu of. */
const responses =
  wordSet(`measure measures response responses assistance aid help support step steps action actions reaction reactions
  protection relief contribution contributions package`);
const including = wordSet('include comprise contain consist cover encompass involve embrace extend range span run');

/** Openers of examples: every item after them is optional (OBL004). */
const examples = sequences(`
  such as
  inter alia
  for example
  for instance
  including where appropriate
  including as appropriate
  including if appropriate
  including , where appropriate
  including , as appropriate
  including possibly
  which (may|might|could|can) include
  which (may|might|could|can) comprise`);
const notExamples = wordSet('deems considers necessary appropriate may are is were it they the a an is');

/** Guarantee content beside the core types: what readiness or intention empties (OBL001). */
const content = new Set(['military', 'military-support', 'economic', 'generic', 'enable', 'find']);

/** True where items are joined: at least one "and", "or" or comma between two nouns, or a unit that lists them. */
function hasItems(sentence: Sentence, at: Range): boolean {
  const { tokens } = sentence;
  let items = 0;
  for (let i = at.from; i < Math.min(at.to, tokens.length); i++) {
    const word = tokens[i]!.word;
    if (word === ';') break;
    if (word === 'and' || word === 'or' || word === ',' || (word === 'to' && sentence.tokens[at.from]?.word === 'from')) items++;
  }
  if (items > 0) return true;
  return sentence.references.some(
    (reference) =>
      reference.from >= at.from && reference.to <= at.to && reference.unit !== 'article' && reference.unit !== 'paragraph',
  );
}

/** "These measures may include …", "… such as …": a list of which nothing is owed. */
function menuOf(duty: Duty): Range | null {
  const { proposition } = duty;
  const { sentence } = proposition;
  const { tokens } = sentence;
  if (proposition.polarity === 'permission' || (proposition.force > 0 && proposition.force <= 4)) {
    const choice = choosesAmong(proposition);
    if (choice) return choice;
    if (!proposition.passive && listsOf(proposition) && optional(proposition.modal?.form ?? '')) {
      const near = { from: Math.max(0, proposition.at.from - 6), to: proposition.verbAt.from };
      const about =
        findWord(tokens, proposition.subject, responses) >= 0 || findWord(tokens, near, responses) >= 0 || pronoun(duty);
      const rest = { from: proposition.verbAt.to, to: Math.min(tokens.length, proposition.complement.to + 40) };
      const open = tokens[tokens.length - 1]?.word === ':';
      if (about && (open || hasItems(sentence, rest)))
        return { from: proposition.modal!.from, to: Math.max(proposition.verbAt.to, proposition.modal!.to) };
    }
    return null;
  }
  const options = optionsAre(proposition);
  if (options) return options;
  if (!duty.core || proposition.force < 4) return null;
  const found = findSequence(tokens, proposition.complement, examples);
  if (
    !found ||
    (notExamples.has(tokens[found.to]?.word ?? '') === true && tokens[found.to]?.word !== 'the' && tokens[found.to]?.word !== 'a')
  )
    return null;
  const before = { from: Math.max(proposition.verbAt.to, found.from - 6), to: found.from };
  if (findWord(tokens, before, responses) < 0) return null;
  return hasItems(sentence, { from: found.to, to: proposition.complement.to }) ? found : null;
}

/** "may include", "may take the form of", "may range from … to", "may be by way of": the verb opens a list. */
function listsOf({ verb, complement, sentence: { tokens } }: Duty['proposition']): boolean {
  if (including.has(verb)) return true;
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 4) };
  if (verb === 'take' || verb === 'be' || verb === 'assume' || verb === 'have') return findWord(tokens, near, forms) >= 0;
  return verb === 'go' && (tokens[near.from]?.word === 'from' || tokens[near.from]?.word === 'as');
}

const forms = wordSet('form forms shape way kind');
const choosing = wordSet('choose select opt pick elect');
const possible = wordSet('possible conceivable potential available optional options option open could might may can');

/** "may choose among the following": one is enough, and nobody says which. */
function choosesAmong(proposition: Duty['proposition']): Range | null {
  const { verb, complement, sentence, verbAt, modal } = proposition;
  if (!choosing.has(verb) || !modal) return null;
  const { tokens } = sentence;
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 3) };
  if (findWord(tokens, near, amongWords) < 0) return null;
  const open = tokens[tokens.length - 1]?.word === ':' || sentence.own > 0;
  const items = hasItems(sentence, { from: near.from, to: Math.min(tokens.length, complement.to + 40) });
  return open || items
    ? { from: modal.from, to: Math.min(complement.to, near.from + 1, Math.max(verbAt.to + 1, modal.to)) }
    : null;
}

const amongWords = wordSet('among amongst between from one');

/** "Possible measures are …", "among the measures that could be taken are …": the list is one of what could be done. */
function optionsAre(proposition: Duty['proposition']): Range | null {
  const { verb, modal, complement, sentence, at, verbAt } = proposition;
  if (modal !== null || (verb !== 'be' && !including.has(verb))) return null;
  const { tokens } = sentence;
  const subject = { from: at.from, to: verbAt.from };
  const head = findWord(tokens, subject, responses);
  const may = findWord(tokens, subject, possible);
  if (may < 0 || (head < 0 && !/^options?$/.test(tokens[may]!.word)) || Math.abs(may - head) > 4) return null;
  return hasItems(sentence, complement) ? { from: Math.min(may, head < 0 ? may : head), to: verbAt.to } : null;
}

function optional(form: string): boolean {
  return /^(?:may|might|could|can)\b/.test(form) || /\b(?:may|might|could|can)$/.test(form);
}

/** "It may include", "They could comprise": the measures of the clause before. */
function pronoun({ proposition }: Duty): boolean {
  const { tokens } = proposition.sentence;
  return (
    proposition.subject.to - proposition.subject.from === 1 &&
    /^(?:it|they|these|this|which|that)$/.test(tokens[proposition.subject.from]!.word)
  );
}

/** Another clause of the group, or the same sentence, makes at least one item mandatory (OBL004 *Fires*). */
function hasFloor(duty: Duty, reading: Reading): boolean {
  const { proposition } = duty;
  const siblings = reading.bySentence.get(proposition.sentence.id) ?? [];
  if (
    siblings.some(
      (other) =>
        other !== proposition &&
        other.force >= 7 &&
        (including.has(other.verb) || other.polarity === 'definition') &&
        !other.subordinate,
    )
  )
    return true;
  if (!duty.group) return false;
  return (reading.dutiesByGroup.get(duty.group) ?? []).some(
    (other) =>
      other !== duty &&
      isAnswer(other) &&
      other.proposition.force >= 7 &&
      other.specificity >= 2 &&
      other.proposition.polarity !== 'permission',
  );
}

const bareVerbs = wordSet('respond react act answer intervene assist aid help support back stand succour succor rally side');

/** "shall respond within 24 hours": no measure, and no means with which. */
function isBare({ proposition, specificity }: Duty): boolean {
  if (specificity > 0 || proposition.passive || !bareVerbs.has(proposition.verb)) return false;
  const { tokens } = proposition.sentence;
  for (let i = proposition.verbAt.to; i < Math.min(proposition.complement.to, proposition.verbAt.to + 12); i++) {
    const word = tokens[i]!.word;
    // "stand by the Beneficiary", "stand with it": the particle of the verb, and no means.
    if (i === proposition.verbAt.to && (proposition.verb === 'stand' || proposition.verb === 'side')) continue;
    if (
      word === 'with' ||
      word === 'by' ||
      word === 'militarily' ||
      word === 'as' ||
      word === 'under' ||
      word === 'in' ||
      word === 'through'
    )
      return false;
  }
  return true;
}

/** How firmly the clause is worded beyond its grade, and whether its list binds (OBL001, OBL004). */
export const effortTrait: Trait<Duty> = {
  name: 'effort',
  facts: {
    modalHead: { type: 'text', doc: 'First word of the modal or performative; empty in a bare present.' },
    styledDown: { type: 'flag', doc: 'Only the register lowers the force: "will" in an MoU or a statement (B.2).' },
    securityContent: { type: 'flag', doc: 'The action is of a class that a guarantee is made of, in a clause of its own.' },
    bareAnswer: {
      type: 'flag',
      doc: 'The verb alone is the answer ("shall respond", "shall act") and the group names no means.',
    },
    menu: {
      type: 'text',
      doc: 'A list of which nothing is owed ("may include", "such as").',
      values: ['none', 'open', 'above-floor'],
    },
    menuMilitary: { type: 'flag', doc: 'The list has a military item.' },
    aboutSupport: { type: 'flag', doc: 'The list is one of support, assistance or measures.' },
  },
  marks: { menu: 'The words that make the list optional.' },
  read: (duty, reading) => {
    const { proposition } = duty;
    const menu = menuOf(duty);
    const raw = proposition.modal?.force ?? 0;
    const rest = {
      from: proposition.verbAt.to,
      to: Math.min(proposition.sentence.tokens.length, proposition.complement.to + 40),
    };
    return {
      facts: {
        modalHead: proposition.modal?.form.split(' ')[0] ?? '',
        styledDown: (raw >= 7 || toldOnce(duty, reading)) && proposition.force < raw && proposition.force >= 3,
        securityContent: content.has(proposition.actionClass) && !proposition.relative,
        bareAnswer: isBare(duty) && !hasFloor(duty, reading),
        menu: menu === null ? 'none' : hasFloor(duty, reading) ? 'above-floor' : 'open',
        menuMilitary: menu !== null && findWord(proposition.sentence.tokens, rest, militaryWords) >= 0,
        aboutSupport: menu !== null,
      },
      marks: marks({ menu: markOf(proposition.sentence, menu, proposition.confidence) }),
    };
  },
};

/** "will continue its efforts to supply" in a statement: "will" is told of the instrument as a whole. */
function toldOnce({ proposition }: Duty, reading: Reading): boolean {
  return reading.style === 'statement' && proposition.modal?.form === 'will';
}

const militaryWords =
  wordSet(`force forces troops brigade brigades airspace air-defence strike strikes naval blockade deployment military
  defence aircraft squadrons patrols interception`);
