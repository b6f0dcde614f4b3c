import type { Range, Sentence, Token } from '#phrases';
import { partyAt } from './actors.ts';
import type { Proposition, Reading } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';

/** What the beneficiary gives up in one clause (catalogue A.3 concession, L21; BUD007, BUD008, decision 74). */
export interface Concession {
  readonly id: number;
  readonly proposition: Proposition;
  readonly sentence: Sentence;
  /** Modal, verb and object. */
  readonly at: Range;
  /** Cannot be taken back: land, weapons, titles, claims, the constitution. */
  readonly final: boolean;
}

const weapons = wordSet(
  'weapon weapons missile missiles warhead warheads rocket rockets launcher launchers fleet ships vessels submarines aircraft bombers tanks artillery arsenal arsenals stockpile stockpiles stock stocks mines munitions systems batteries drones arms armament armaments weaponry fortifications fortresses',
);
const land = wordSet(
  'territory territories district districts region regions province provinces port ports harbour island islands peninsula city cities area areas zone zones land lands base bases town towns strip enclave reactor plant',
);
const own = wordSet(
  'forces troops army armies brigades units military personnel garrison garrisons navy guns artillery soldiers battalions contingents',
);
const loss = sequences(`
(loss|annexation|incorporation|cession|secession)
sovereignty (of|over)
(belong|belongs|belonging) to
(part|parts) of
title (of|to)
(line|front) (of|as)
as (a|the) (border|frontier|boundary)
(new|present|actual) (border|borders|frontier|frontiers|boundary|line)
`);
const weight = new Set([...weapons, ...land]);
const giving = wordSet('cede relinquish surrender give yield transfer hand deliver turn leave');
const destroying = wordSet('destroy eliminate dismantle scrap decommission disarm demilitarise demilitarize denuclearise');
const admitting = wordSet('recognise recognize accept acknowledge');
const dropping = wordSet('waive renounce abandon drop relinquish forgo discontinue withdraw forswear');
const claims = wordSet('claim claims proceedings reparations compensation suits complaints rights title');
const limiting = wordSet('limit reduce cap restrict exceed shrink demobilise demobilize disband cut');
const leaving = wordSet('withdraw evacuate pull remove leave vacate retire');
const neutral = sequences(`
(permanently|perpetually) neutral
(permanent|perpetual) neutrality
its neutrality
neutral (state|status|country)
`);
const joining = wordSet('join joining accede acceding membership member alliance alliances');
const constitution = wordSet('constitution constitutional');
const constituting = wordSet('amend enshrine write anchor insert lay embed include change revise');
const nominal = wordSet(
  'withdrawal disarmament demobilisation demobilization destruction transfer cession dismantling handover surrender evacuation demilitarisation demilitarization elimination reduction denuclearisation',
);
const reversibleNominal = wordSet('withdrawal evacuation reduction demobilisation demobilization');
const happening = wordSet('be complete take begin start end finish proceed occur follow carry effect happen');

const memory = new WeakMap<Reading, readonly Concession[]>();

/** Kinds in which the two columns of a bargain can stand. */
const bargaining: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'peace-settlement',
  'political-declaration',
  'other',
]);

/** Every clause in which the beneficiary gives something up. Linear in the text; read once for a draft. */
export function concessionsOf(reading: Reading): readonly Concession[] {
  const known = memory.get(reading);
  if (known) return known;
  const found: Concession[] = [];
  if (bargaining.has(reading.kind) && !isMutual(reading))
    for (const { proposition } of reading.duties) {
      const told = giveUp(proposition, reading);
      if (!told) continue;
      const { verbAt, modal, complement, sentence } = proposition;
      const from = proposition.passive || told.noun ? proposition.subject.from : Math.min((modal ?? verbAt).from, verbAt.from);
      const to = endOf(sentence.tokens, verbAt.to, complement.to);
      found.push({ id: found.length, proposition, sentence, at: { from, to }, final: told.final });
    }
  memory.set(reading, found);
  return found;
}

function endOf(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + 12); i++) if (/^[,;:]$/.test(tokens[i]!.word)) return i;
  return Math.max(from, Math.min(to, from + 12));
}

function giveUp(proposition: Proposition, reading: Reading): { final: boolean; noun: boolean } | null {
  const { polarity, verb, subject, complement, passive, sentence, force, action } = proposition;
  if (polarity === 'permission' || polarity === 'exemption' || polarity === 'definition') return null;
  // "recognises the loss" declares, and gives away by declaring.
  if (force < 3 && !admitting.has(verb) && !happening.has(verb)) return null;
  if (proposition.subordinate) return null;
  const { tokens } = sentence;
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 14) };
  const owner = ownerIs(proposition, reading);
  if (!owner) return null;
  const noun = findWord(tokens, subject, nominal);
  if (noun >= 0 && happening.has(verb) && polarity !== 'prohibition')
    return { final: !reversibleNominal.has(tokens[noun]!.word), noun: true };
  const object = passive ? subject : near;
  if (polarity === 'prohibition') {
    if (verb === 'exceed' || (verb === 'join' && findWord(tokens, near, joining) >= 0)) return { final: false, noun: false };
    return null;
  }
  if (findWord(tokens, near, constitution) >= 0 && constituting.has(verb)) return { final: true, noun: false };
  if (verb === 'grant' && findWord(tokens, near, wordSet('amnesty')) >= 0) return { final: true, noun: false };
  if (dropping.has(verb) && findWord(tokens, object, claims) >= 0) return { final: true, noun: false };
  if (dropping.has(verb) && findWord(tokens, object, weapons) >= 0 && verb !== 'withdraw') return { final: true, noun: false };
  if (admitting.has(verb) && findSequence(tokens, near, loss)) return { final: true, noun: false };
  if (verb === 'disarm' || verb === 'cede') return { final: true, noun: false };
  if (destroying.has(verb) && findWord(tokens, object, weight) >= 0) return { final: true, noun: false };
  if (
    verb === 'carry' ||
    verb === 'complete' ||
    verb === 'accept' ||
    verb === 'begin' ||
    verb === 'undertake' ||
    verb === 'effect'
  ) {
    const what = findWord(tokens, near, nominal);
    if (what >= 0) return { final: !reversibleNominal.has(tokens[what]!.word), noun: false };
  }
  if (leaving.has(verb) && (findWord(tokens, object, own) >= 0 || (!passive && verb === 'withdraw' && !dropsOut(tokens, near))))
    return { final: false, noun: false };
  if (/^(?:evacuate|vacate|quit|abandon|clear)$/.test(verb) && findWord(tokens, object, weight) >= 0)
    return { final: false, noun: false };
  if (verb === 'leave' && findWord(tokens, subject, weight) >= 0) return { final: false, noun: false };
  const rights =
    verb === 'give' &&
    findWord(tokens, { from: near.from, to: near.from + 6 }, wordSet('right rights permission leave access')) >= 0;
  if (giving.has(verb) && verb !== 'leave' && !rights && findWord(tokens, object, weight) >= 0 && !lends(tokens, near))
    return { final: true, noun: false };
  if (limiting.has(verb) && (findWord(tokens, object, own) >= 0 || findWord(tokens, object, weapons) >= 0))
    return { final: false, noun: false };
  if (findSequence(tokens, near, neutral)) return { final: false, noun: false };
  if (yielding.has(action) && !lends(tokens, near)) return { final: true, noun: false };
  return null;
}

/** Actions that give something up for good whatever the verb and its object are called ("raze the forts", "surrender the guns"). */
const yielding: ReadonlySet<string> = new Set([
  'cede',
  'disarm',
  'recognise-loss',
  'renounce-weapons',
  'amend-constitution',
  'waive-claims',
]);

const treatyWords = wordSet('treaty agreement pact convention party membership arrangement application');

function dropsOut(tokens: readonly Token[], near: Range): boolean {
  return findWord(tokens, { from: near.from, to: Math.min(near.to, near.from + 6) }, treatyWords) >= 0;
}

/** "hands over the command of its brigades to the Force", "transfers data on its stocks": lends, reports, and gives nothing away. */
const lent = wordSet('command control operational use access data information lists list report reports');

function lends(tokens: readonly Token[], near: Range): boolean {
  return findWord(tokens, near, lent) >= 0;
}

/** The beneficiary acts, or what is acted on is the beneficiary's: "the heavy weapons of Toldavia are to be dismantled". */
function ownerIs(proposition: Proposition, reading: Reading): boolean {
  const { actor, subject, sentence, passive, verbAt, complement } = proposition;
  if (actor.who === 'aggressor' || actor.who === 'guarantor' || actor.who === 'third-body') return false;
  if (isBeneficiary(actor, reading)) return true;
  if (actor.who !== 'thing' && actor.who !== 'none' && actor.who !== 'organ') return false;
  const { tokens } = sentence;
  if (namesBeneficiary(tokens, subject, reading)) return true;
  return (
    passive &&
    findWord(tokens, complement, new Set(['by'])) === verbAt.to &&
    namesBeneficiary(tokens, { from: verbAt.to, to: Math.min(complement.to, verbAt.to + 6) }, reading)
  );
}

/**
 * The beneficiary, by role or because the text promises security to one State named in its title or its clauses and has other guarantors:
 * "Karelby shall limit its army", in a treaty "on Karelby" with "the Guarantors".
 */
export function isBeneficiary(actor: Proposition['actor'], reading: Reading): boolean {
  const { roles } = reading;
  if (isMutual(reading)) return false;
  if (actor.who === 'beneficiary') return true;
  if (actor.who !== 'party' || actor.mode !== 'individual' || actor.name === '') return false;
  return roles.beneficiaries.length === 0 && !roles.guarantors.includes(actor.name) && othersPromise(reading);
}

/** A range names the beneficiary, by class, name or a State that can be no other. */
export function namesBeneficiary(tokens: readonly Token[], range: Range, reading: Reading): boolean {
  const { roles } = reading;
  for (let i = range.from; i < Math.min(range.to, tokens.length); i++) {
    const token = tokens[i]!;
    const role = roles.classes.get(token.word);
    if (role === 'beneficiary' || token.word === 'beneficiary' || token.word === 'recipient') return true;
    if (!token.capital) continue;
    const party = partyAt(tokens, i, roles);
    if (party) {
      if (roles.beneficiaries.includes(party.name)) return true;
      if (roles.beneficiaries.length > 0 || roles.guarantors.includes(party.name) || roles.aggressors.includes(party.name))
        continue;
      if (othersPromise(reading)) return true;
    } else if (
      roles.beneficiaries.length === 0 &&
      i > 0 &&
      /^(?:of|by|in|on|from)$/.test(tokens[i - 1]!.word) &&
      token.kind === 'word' &&
      !notStates.has(token.word) &&
      othersPromise(reading)
    )
      return true;
  }
  return false;
}

const notStates = wordSet(
  'article articles annex treaty agreement part section chapter schedule protocol charter council commission force forces centre secretariat guarantor guarantors alliance parties party participants january february march april may june july august september october november december north south east west eastern western northern southern',
);

/** Every party guards and is guarded: nobody gives anything up for a guarantee of others. */
export function isMutual(reading: Reading): boolean {
  return reading.kind === 'mutual-defence' || (reading.roles.mutual && !othersPromise(reading));
}

const promises = new WeakMap<Reading, boolean>();

/** Somebody else is called guarantor in the text, or it names States of which others owe help. */
function othersPromise(reading: Reading): boolean {
  const known = promises.get(reading);
  if (known !== undefined) return known;
  const answer =
    reading.roles.guarantors.length > 0 ||
    [...reading.roles.classes.values()].includes('guarantor') ||
    reading.propositions.some(({ actor }) => actor.who === 'guarantor') ||
    ((reading.kind === 'framework-guarantee' ||
      reading.kind === 'neutrality-guarantee' ||
      reading.kind === 'bilateral-guarantee') &&
      reading.duties.some((duty) => duty.core));
  promises.set(reading, answer);
  return answer;
}

const waiting = sequences(`
(only|not) (after|before|when|once|from|if|upon|until)
(only|solely) (from|on) the (day|date)
no (sooner|earlier) than
(provided|conditional|contingent|dependent) (that|on|upon)
on condition
(as|so) long as
subject to
falls due (before|until)
(after|once|when|until|upon|following) (the|article|articles|this|each|all) 
`);
const guaranteeWords = wordSet(
  'force forces guarantee guarantees guarantor guarantors article articles deployed deployment deployments brigades treaty ratified ratification operational garrison stationed certified certifies certificate contingent contingents squadrons battalions troops units',
);
const effective = wordSet(
  'force deployed stationed deployment operational ratified certified certifies certificate effect strength arrived stands stand complete completed place performed verified arrival presence effective reached taken manned ready occupied',
);
const duties = wordSet('duty duties obligation obligations concession concessions withdrawal handover part');
const released = wordSet('released released-from');

/** The concession waits for the guarantee, in its own clause or in a clause that points to it (BUD008 *Not*). */
export function isTied(concession: Concession, reading: Reading): boolean {
  const { tokens } = concession.sentence;
  if (waits(tokens, { from: 0, to: tokens.length })) return true;
  const article = topOf(concession.sentence.clause);
  return reading.operative.some((sentence) => {
    if (sentence === concession.sentence) return false;
    const all = { from: 0, to: sentence.tokens.length };
    if (!waits(sentence.tokens, all)) return false;
    const points = sentence.references.some(
      ({ unit, from }) =>
        unit === 'article' && from < 8 && topOf(concession.sentence.clause)?.key === sentence.tokens[from + 1]?.word,
    );
    const sameArticle = topOf(sentence.clause) === article && findWord(sentence.tokens, { from: 0, to: 14 }, pointingBack) >= 0;
    const general =
      /^(?:no|none)$/.test(sentence.tokens[sentence.own]?.word ?? '') &&
      findWord(sentence.tokens, { from: 0, to: 10 }, duties) >= 0;
    return (points || sameArticle || general) && findWord(sentence.tokens, all, released) < 0;
  });
}

const pointingBack = wordSet(
  'this that these such it they withdrawal transfer destruction handover cession disarmament step steps',
);

function topOf(clause: Sentence['clause']): Sentence['clause'] | null {
  let at: Sentence['clause'] | null = clause;
  while (at && at.kind !== 'article' && at.parent) at = at.parent;
  return at;
}

function waits(tokens: readonly Token[], range: Range): boolean {
  for (let from = range.from; from < range.to; ) {
    const at = findSequence(tokens, { from, to: range.to }, waiting);
    if (!at) return false;
    const rest = { from: at.to - 1, to: Math.min(range.to, at.to + 26) };
    if (findWord(tokens, rest, guaranteeWords) >= 0 && findWord(tokens, rest, effective) >= 0) return true;
    from = at.from + 1;
  }
  return false;
}
