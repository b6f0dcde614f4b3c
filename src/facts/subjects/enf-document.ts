import type { Mark } from '#base';
import type { Range, Sentence, Token } from '#phrases';
import type { Duty, Reading } from '../model.ts';
import { severalGuarantors } from '../roles.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { isResponse } from './duty.ts';
import { isAnswer } from './group.ts';
import { markOf, marks, type Trait } from './trait.ts';

const pronounBreach = sequences('if it does\nif they do\nshould it do\nif either does\nif he does');
const claimsForce = sequences(`
fully implemented and enforced
fully enforced
mandatory (legal|binding) force
(legally|juridically) binding
binding (legal|in) (force|law)
legal force
strictly observed
binding under international law
binding force
`);
const breach = wordSet(
  'violation violations violates violate violated breach breaches breached break breaks broken infringe contravene contravenes disregard disregards attack attacks attacked aggression invasion non-compliance infringement infringes finding invades',
);
const consequences = sequences(`
(release|releases|released) (the|its|from|at|it)
is released
(apply|applies) again
in force again
take effect
takes effect
snapped back
(reinstated|reimposed|restored|resumed)
(start|starts|entail|entails|triggers) (annex|step|the|part|a)
(starts|triggers|activates|entails)
return fire
(drives|drive) the
(repels|repel|repelled|intercepts|intercept|defend|defends)
(seized|confiscated|forfeited)
(compensate|compensates|compensated|pays|pay|liable)
(send|sends|deploy|deploys|dispatch) (the|its|a|two|one|three|not)
(obliges|oblige) (the|each|it|every|all)
(bound|obliged) to
`);
const annexes = wordSet('annex table schedule step steps');
const moving = wordSet('apply applies begin begins start starts enter operate operates executed');

/** Something listed or hard follows on a breach: in a trigger group, on a clock of attack, or in one sentence (ENF001). */
function hasConsequence(reading: Reading): boolean {
  if (reading.duties.some((duty) => isHardAnswer(duty))) return true;
  const terms = eventTerms(reading);
  for (const sentence of reading.operative) {
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    // "Morvania shall not fire. If it does, …": the breach is named by the pronoun, behind an "if"
    const event =
      findWord(tokens, all, breach) >= 0 ||
      findSequence(tokens, all, pronounBreach) !== null ||
      tokens.some(({ word, capital }) => capital && terms.has(word));
    if (event && !loose(tokens)) {
      const done = findSequence(tokens, all, consequences);
      if (done) return true;
      if (findWord(tokens, all, annexes) >= 0 && findWord(tokens, all, moving) >= 0) return true;
    }
  }
  return false;
}

const violent = wordSet('attack attacks aggression invasion incursion violation violations breach');
const armed = sequences('armed force\nuse of force');

/** One-word terms that the text defines as an attack, or by such a term: "Assault", and "Zero", which is the hour of a call about one. */
function eventTerms({ phrases }: Reading): ReadonlySet<string> {
  const terms = new Set<string>();
  for (let round = 0; round < 3; round++)
    for (const definition of phrases.definitions) {
      if (!definition.meaning || definition.key.includes(' ') || terms.has(definition.key)) continue;
      const tokens = phrases.sentences[definition.sentence]?.tokens ?? [];
      const inside = tokens.filter(({ start, end }) => start >= definition.meaning!.start && end <= definition.meaning!.end);
      const all = { from: 0, to: inside.length };
      if (
        findWord(inside, all, violent) >= 0 ||
        findSequence(inside, all, armed) ||
        inside.some(({ word, capital }) => capital && terms.has(word))
      )
        terms.add(definition.key);
    }
  return terms;
}

function loose(tokens: readonly Token[]): boolean {
  return (
    findWord(
      tokens,
      { from: 0, to: tokens.length },
      wordSet('may might consider consult condemn condemned condemns deplore deplores deplored views refrain prevent deter'),
    ) >= 0
  );
}

function isHardAnswer(duty: Duty): boolean {
  const { proposition } = duty;
  if (!isAnswer(duty) || proposition.polarity === 'permission' || proposition.force < 7) return false;
  const clock = duty.deadline.time?.clock;
  const answers =
    isResponse(duty.group) || clock === 'attack' || clock === 'trigger-time' || clock === 'finding' || clock === 'notice';
  if (!answers) return false;
  switch (proposition.actionClass) {
    case 'military':
    case 'military-support':
    case 'economic':
      return true;
    case 'generic':
      return duty.specificity >= 3 && proposition.action !== 'cooperate';
    default:
      return false;
  }
}

const defaults = sequences(`
default
defaults
defaulting
(fails|fail|failed|failure|failing) to (perform|begin|fulfil|fulfill|carry|provide|comply|act|deliver|discharge|meet|do|start|contribute|pay|supply)
non-performance
(has|have) not (begun|performed|done|fulfilled|acted|delivered|provided|started|carried|discharged|met|paid)
not have (begun|performed|done|fulfilled|acted|delivered|provided|started|carried)
not been (begun|performed|fulfilled|delivered|started|carried)
not (begun|performed|fulfilled|delivered) (its|by|within|the)
`);
const remedies = sequences(`
substitute
substitutes
(takes|take) over
(takes|take) its place
(steps|step) in
(bears|bear) the (cost|costs|expense)
(pays|pay)
(release|releases|released)
(loses|lose|forfeits) (its|the) (vote|seat|votes)
penalty
compensation
in its (place|stead)
(replaces|replace|replaced)
(reports|report) (to|within)
(begin|begins|perform|performs|carry|carries|provides|provide) it
(is|are) suspended
`);
const traders = wordSet('supplier suppliers contractor contractors bank banks borrower debtor tenant bidder carrier insurer');

/** A clause on what happens when a guarantor does not perform, or a column of substitutes (ENF006). */
function defaultPlace(reading: Reading): { sentence: Sentence; at: Range } | null {
  for (const sentence of reading.operative) {
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    if (findWord(tokens, all, traders) >= 0) continue;
    const at = findSequence(tokens, all, defaults);
    if (at && findSequence(tokens, all, remedies)) return { sentence, at };
  }
  return null;
}

function hasSubstitutes(reading: Reading): boolean {
  return (
    reading.outline.blocks.some((block) => block.row !== undefined && /^substitutes?$/i.test(block.row.header.trim())) ||
    reading.operative.some(({ tokens }) =>
      tokens.some(
        ({ word }, i) => /^substitutes?$/.test(word) && /^(?:the|a|its|as|each|listed)$/.test(tokens[i - 1]?.word ?? ''),
      ),
    )
  );
}

/** Two or more owe the response, named or not: "Brenn and Sund shall each send". */
function severalOwe(reading: Reading): boolean {
  if (reading.kind === 'bilateral-guarantee' && reading.roles.guarantors.length < 2) return false;
  if (severalGuarantors(reading.roles)) return true;
  if (reading.kind === 'bilateral-guarantee' || reading.roles.guarantorCount === 1) return false;
  return reading.duties.some(
    ({ core, proposition }) =>
      core &&
      (proposition.actor.mode === 'each' ||
        proposition.sentence.tokens
          .slice(proposition.subject.from, proposition.subject.to)
          .some(({ word }, i, all) => word === 'and' && all[i - 1]?.capital === true && all[i + 1]?.capital === true)),
  );
}

/** The text forbids, renounces or promises something in matters of peace. */
function hasPeaceDuties(reading: Reading): boolean {
  return reading.operative.some(({ tokens }) => {
    const all = { from: 0, to: tokens.length };
    return findWord(tokens, all, forswears) >= 0 && findWord(tokens, all, warlike) >= 0;
  });
}

const forswears = wordSet('renounce renounces refrain refrains abstain prohibited respect respects not');
const warlike = wordSet('war force aggression attack hostilities integrity independence threaten nuclear');

/** What follows on a breach, and on the default of a guarantor (ENF001, ENF006). True flags may be joined over sister documents. */
export const enforcementTrait: Trait<Reading> = {
  name: 'enforcement',
  facts: {
    consequenceProvided: { type: 'flag', doc: 'A breach or an attack entails something listed, hard or automatic.' },
    claimsLegalForce: { type: 'flag', doc: 'The text says of itself that it binds.' },
    peaceDuties: { type: 'flag', doc: 'The text forbids or renounces force, or owes respect for a territory.' },
    defaultProvided: { type: 'flag', doc: 'The text says what happens when a guarantor does not perform.' },
    severalOwe: { type: 'flag', doc: 'Two or more owe the response.' },
  },
  marks: {
    legalForce: 'The words that claim legal force.',
    needsConsequence: 'The words that claim legal force, else the title.',
  },
  read: (reading) => {
    let claim: Mark | null = null;
    for (const sentence of reading.operative) {
      const at = findSequence(sentence.tokens, { from: 0, to: sentence.tokens.length }, claimsForce);
      if (!at || findWord(sentence.tokens, { from: Math.max(0, at.from - 4), to: at.from }, wordSet('not no nor')) >= 0) continue;
      claim = markOf(sentence, at);
      break;
    }
    return {
      facts: {
        consequenceProvided: hasConsequence(reading),
        claimsLegalForce: claim !== null,
        peaceDuties: hasPeaceDuties(reading),
        defaultProvided: defaultPlace(reading) !== null || hasSubstitutes(reading),
        severalOwe: severalOwe(reading),
      },
      marks: marks({ legalForce: claim, needsConsequence: claim }),
    };
  },
};
