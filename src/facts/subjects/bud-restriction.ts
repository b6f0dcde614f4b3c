import type { Range, Sentence, Token } from '#phrases';
import { partyAt } from '../actors.ts';
import { isBeneficiary, namesBeneficiary } from '../concessions.ts';
import type { Proposition, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { speaksOfSecurity } from '../security.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** A ban, or a need of somebody's leave, on a means of the guarantee (BUD009). */
interface Restriction {
  readonly id: number;
  readonly sentence: Sentence;
  readonly proposition: Proposition;
  readonly banned: 'forces' | 'exercises' | 'arms' | 'training' | 'range' | 'bases';
  readonly form: 'ban' | 'leave';
  readonly at: Range;
}

const foreign = wordSet(
  'foreign allied outside external third-country third-state international multinational guarantor coalition western',
);
const military = wordSet('armed military naval air land ground combat peacekeeping and or forces');
const forces = wordSet(
  'soldier unit brigade battalion troop warship warships squadron squadrons forces force troops contingents contingent soldiers personnel units brigades advisers advisors servicemen battalions garrison garrisons military',
);
const bases = wordSet('bases base installations');
const exercises = wordSet('exercises exercise manoeuvres maneuvers');
const training = wordSet('training trained train instruction instructors');
const arms = wordSet('arms weapons weapon ammunition armaments munitions aircraft artillery missiles tanks deliveries systems');
const incoming = wordSet(
  'receive received acquire acquired import imported accept accepted supply supplied deliver delivered provide provided deliveries supplies transfer transferred purchase buy',
);
const abroad = wordSet('abroad foreign third outside guarantors guarantor partners allies alliance');
const ranged = wordSet('missile missiles weapons weapon rockets rocket drones artillery systems');
const stationing = wordSet(
  'station stationed deploy deployed base based host hosted send sent keep kept maintain maintained admit admitted place placed quarter quartered garrison establish established permit permitted allow allowed set exercise present introduce introduced enter stay remain',
);
const horrors = wordSet('nuclear chemical biological radiological toxin mass');
const equalSides = wordSet('both each sides side belligerents line buffer demarcation');
const barred = wordSet('prohibited forbidden banned excluded barred impermissible inadmissible closed ruled');
const exempting = sequences(`
other than
(except|excepting|save|excepted|unless|apart)
with the exception
(excluding|exclusive) of
without prejudice
not apply to
no effect on
(does|do|shall) not (include|affect|concern|apply|extend)
`);
const excepted = wordSet(
  'guarantor guarantors guarantee guarantees treaty force forces article articles agreement annex parliament invited beneficiary protocol',
);
const leaves = wordSet('consent leave approval agreement permission authorisation authorization concurrence assent endorsement');
const requiring = wordSet('require requires required need needs only subject with without unless conditional');
const hostile = wordSet('hostile enemy aggressor attacking occupying');
const place = wordSet('territory soil airspace waters land borders ports airfields country');
const general = sequences(`
nothing in this
nothing (here|herein)
no (provision|article|clause) of this
`);
const limits = wordSet('limits limit restricts affects prevents restrict affect prevent precludes preclude prejudices impairs');
const means = wordSet('presence exercises exercise equipment stationing deployment forces arms');

/** Kinds of text that promise security to somebody; statutes, exchanges on contingents and status of forces regulate their own forces. */
const guaranteeing: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'peace-settlement',
  'political-declaration',
]);

function restrictionsOf(reading: Reading): Restriction[] {
  const found: Restriction[] = [];
  if (!speaksOfSecurity(reading) && !aboutSomebody(reading)) return found;
  if (!guaranteeing.has(reading.kind) && !(reading.kind === 'other' && aboutSomebody(reading))) return found;
  if (exceptsAll(reading)) return found;
  const seen = new Set<string>();
  for (const { proposition } of reading.duties) {
    const { sentence } = proposition;
    if (proposition.context === 'final-clause') continue;
    const told = restricts(proposition, reading);
    if (!told) continue;
    const key = `${sentence.id}:${told.banned === 'bases' ? 'forces' : told.banned}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ id: found.length, sentence, proposition, ...told });
  }
  return found;
}

/** "Nothing in this Treaty limits the presence, the exercises or the equipment of the forces of the Guarantors". */
function exceptsAll(reading: Reading): boolean {
  return reading.operative.some(({ tokens }) => {
    const all = { from: 0, to: tokens.length };
    return (
      findSequence(tokens, { from: 0, to: 8 }, general) !== null &&
      findWord(tokens, all, limits) >= 0 &&
      findWord(tokens, all, means) >= 0
    );
  });
}

/** A text on one State: kind and roles, or a title that names it. */
function aboutSomebody({ roles, kind }: Reading): boolean {
  return (
    roles.beneficiaries.length > 0 ||
    roles.parties.length === 1 ||
    roles.classes.has('beneficiary') ||
    kind === 'peace-settlement'
  );
}

function restricts(proposition: Proposition, reading: Reading): Pick<Restriction, 'banned' | 'form' | 'at'> | null {
  const { sentence, actor, at, verbAt, complement } = proposition;
  if (actor.who === 'aggressor' || proposition.polarity === 'definition') return null;
  const { tokens } = sentence;
  const whole = { from: Math.max(at.from, sentence.own), to: Math.min(at.to, tokens.length) };
  const form = formOf(proposition, whole, reading);
  if (!form) return null;
  const what = meansIn(tokens, whole, proposition);
  if (
    !what ||
    belowVerb(tokens, verbAt.to, what.at.from) ||
    proposition.conditions.some(({ from, to }) => what.at.from >= from && what.at.from < to)
  )
    return null;
  if (findWord(tokens, whole, horrors) >= 0 || findWord(tokens, whole, hostile) >= 0) return null;
  if (findWord(tokens, whole, equalSides) >= 0 && form === 'ban') return null;
  if (isExcepted(tokens, { from: 0, to: tokens.length })) return null;
  if (!concernsBeneficiary(proposition, whole, what, reading)) return null;
  if (namesAggressorForces(tokens, whole, reading)) return null;
  const from =
    proposition.passive || actor.who === 'thing'
      ? Math.max(proposition.subject.from, whole.from)
      : Math.min((proposition.modal ?? verbAt).from, verbAt.from);
  const end = endOf(tokens, Math.max(what.at.to, verbAt.to), Math.min(complement.to, tokens.length));
  return { banned: what.banned, form, at: { from: Math.min(from, what.at.from), to: end } };
}

/** The means stands in a clause of its own behind the verb: "cannot be concluded while your garrison is there". */
function belowVerb(tokens: readonly Token[], verb: number, at: number): boolean {
  for (let i = at - 1; i > verb - 1; i--) {
    const { word } = tokens[i]!;
    if (word === ',') return false;
    if (/^(?:while|whilst|when|if|because|until|as)$/.test(word)) return true;
  }
  return false;
}

function endOf(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + 8); i++) if (/^[,;:]$/.test(tokens[i]!.word)) return i;
  return Math.max(from, Math.min(to, from + 8));
}

/** A ban in any of its forms, or leave that somebody other than the beneficiary has to give. */
function formOf(proposition: Proposition, whole: Range, reading: Reading): 'ban' | 'leave' | null {
  const { sentence, polarity, complement, subject, verb, passive } = proposition;
  const { tokens } = sentence;
  const leave = findWord(tokens, whole, leaves);
  if (leave >= 0 && findWord(tokens, { from: Math.max(whole.from, leave - 6), to: leave }, requiring) >= 0) {
    const holder = { from: Math.max(whole.from, leave - 5), to: Math.min(whole.to, leave + 8) };
    if (findWord(tokens, { from: Math.max(whole.from, leave - 5), to: leave }, wordSet('no')) >= 0) return null;
    if (polarity === 'exemption') return null;
    if (namesBeneficiary(tokens, holder, reading) || findWord(tokens, holder, wordSet('parliament host act law its')) >= 0)
      return null;
    return 'leave';
  }
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 8) };
  if (polarity === 'prohibition') {
    // "shall not prevent exercises": a ban on banning.
    return /^(?:prevent|obstruct|hinder|limit|restrict|oppose|prohibit|delay|impede|block|refuse|interfere|affect)$/.test(verb)
      ? null
      : 'ban';
  }
  if (polarity === 'permission' && !/^(?:no|neither|none)$/.test(tokens[subject.from]?.word ?? '')) {
    return findWord(tokens, { from: proposition.verbAt.from - 3, to: proposition.verbAt.from + 1 }, wordSet('not')) >= 0
      ? 'ban'
      : null;
  }
  if (/^(?:no|neither|none)$/.test(tokens[subject.from]?.word ?? '') && subject.to > subject.from) return 'ban';
  if (
    /^(?:agree|undertake|pledge|commit|promise|engage|decide)$/.test(verb) &&
    findWord(tokens, { from: near.from, to: near.from + 2 }, wordSet('not never')) >= 0
  )
    return 'ban';
  if (/^(?:refrain|abstain|renounce|forgo|desist|exclude|forswear)$/.test(verb)) return 'ban';
  if (/^(?:prohibit|forbid|ban|bar)$/.test(verb)) return 'ban';
  if (passive && barred.has(tokens[proposition.verbAt.to - 1]?.word ?? '')) return 'ban';
  if (verb === 'be' && findWord(tokens, { from: near.from, to: near.from + 3 }, barred) >= 0) return 'ban';
  // "shall host no foreign forces", "will be free of foreign troops"
  if (findWord(tokens, { from: near.from, to: near.from + 3 }, wordSet('no neither free')) >= 0) return 'ban';
  return null;
}

/** The means of the guarantee that is taken away, with its words. */
function meansIn(
  tokens: readonly Token[],
  whole: Range,
  { verb, verbAt }: Proposition,
): { banned: Restriction['banned']; at: Range } | null {
  const range = findWord(tokens, whole, wordSet('range ranges'));
  if (range >= 0 && findWord(tokens, { from: Math.max(whole.from, range - 6), to: Math.min(whole.to, range + 6) }, ranged) >= 0)
    return { banned: 'range', at: { from: range, to: range + 1 } };
  const far = findWord(tokens, whole, distances);
  if (
    far >= 0 &&
    findWord(tokens, whole, ranged) >= 0 &&
    findWord(tokens, { from: Math.max(whole.from, far - 7), to: far }, farther) >= 0
  )
    return { banned: 'range', at: { from: findWord(tokens, whole, ranged), to: far + 1 } };
  const long = findSequence(tokens, whole, longRange);
  if (long) return { banned: 'range', at: long };
  const stations = findWord(tokens, whole, stationing);
  for (let i = whole.from; i < whole.to; i++) {
    const { word } = tokens[i]!;
    if (!forces.has(word) && !bases.has(word)) continue;
    const alien = isForeign(tokens, whole, i);
    const other = bases.has(word) ? 'bases' : 'forces';
    if (word === 'military' && !(bases.has(tokens[i + 1]?.word ?? '') && stations >= 0)) continue;
    if (alien || (stations >= 0 && Math.abs(stations - i) < 9)) {
      const exercise = findWord(tokens, whole, exercises);
      if (exercise >= 0 && exercise < i && !alien) return { banned: 'exercises', at: { from: exercise, to: exercise + 1 } };
      return { banned: other, at: { from: alien ? Math.max(whole.from, alien.from) : i, to: i + 1 } };
    }
  }
  const exercise = findWord(tokens, verb === 'exercise' ? { from: verbAt.to, to: whole.to } : whole, exercises);
  if (exercise >= 0 && !/^(?:of|the|in|their|its)$/.test(tokens[exercise]!.word) && isMilitaryExercise(tokens, whole, exercise))
    return { banned: 'exercises', at: { from: exercise, to: exercise + 1 } };
  const train = findWord(tokens, whole, training);
  if (train >= 0 && findWord(tokens, whole, foreignOrForces) >= 0)
    return { banned: 'training', at: { from: train, to: train + 1 } };
  const arm = findWord(tokens, whole, arms);
  if (arm >= 0 && findWord(tokens, whole, incoming) >= 0 && findWord(tokens, whole, abroad) >= 0)
    return { banned: 'arms', at: { from: arm, to: arm + 1 } };
  return null;
}

const foreignOrForces = new Set([...foreign, ...forces, 'abroad', 'army', 'guarantors']);
const distances = wordSet('kilometres kilometers km miles');
const farther = wordSet('further farther beyond more over exceeding reach reaches above longer');
const longRange = sequences(`
(long-range|medium-range|intermediate-range|deep-strike) (missiles|missile|weapons|rockets|drones|systems|artillery)
`);

/** "exercises", the noun, of forces; not "exercises its rights", "the exercise of the right". */
function isMilitaryExercise(tokens: readonly Token[], whole: Range, i: number): boolean {
  if (/^(?:of|its|their|the|any|all|such)$/.test(tokens[i + 1]?.word ?? '') && !/^(?:of)$/.test(tokens[i + 1]?.word ?? ''))
    return false;
  if (tokens[i]!.word === 'exercise' && tokens[i + 1]?.word === 'of') return false;
  const near = { from: Math.max(whole.from, i - 4), to: Math.min(whole.to, i + 6) };
  return (
    tokens[i]!.word !== 'exercise' ||
    findWord(tokens, near, wordSet('military joint international naval combined multinational territory soil')) >= 0
  );
}

/** "foreign armed forces", "forces of other States", "troops from third countries". */
function isForeign(tokens: readonly Token[], whole: Range, head: number): Range | null {
  for (let i = head - 1; i >= Math.max(whole.from, head - 5); i--) {
    const { word } = tokens[i]!;
    if (foreign.has(word)) return { from: i, to: head };
    if (!military.has(word) && !bases.has(word) && word !== ',') break;
  }
  const after = { from: head + 1, to: Math.min(whole.to, head + 6) };
  const states = findWord(
    tokens,
    after,
    wordSet('states state countries country powers alliance nato guarantors guarantor allies'),
  );
  return states >= 0 && findWord(tokens, { from: head + 1, to: states }, wordSet('of from')) === head + 1
    ? { from: head, to: states }
    : null;
}

/** An exception for the guarantee, or for what the beneficiary itself admits. */
function isExcepted(tokens: readonly Token[], range: Range): boolean {
  for (let from = range.from; from < range.to; ) {
    const at = findSequence(tokens, { from, to: range.to }, exempting);
    if (!at) return false;
    if (
      findWord(tokens, { from: at.from, to: Math.min(range.to, at.to + 14) }, excepted) >= 0 ||
      excepted.has(tokens[at.from - 1]?.word ?? '')
    ) {
      // "unless all Guarantors agree": leave, and no exception.
      if (
        !(
          tokens[at.from]!.word === 'unless' &&
          findWord(tokens, { from: at.to, to: Math.min(range.to, at.to + 8) }, agreeing) >= 0
        )
      )
        return true;
    }
    from = at.from + 1;
  }
  return false;
}

const agreeing = wordSet('agree agrees agreed consent consents approve approves approved decide decides');

/** The one restricted is the beneficiary, or what is banned is banned in its territory. */
function concernsBeneficiary(
  { actor, sentence, passive }: Proposition,
  whole: Range,
  what: { readonly banned: Restriction['banned'] },
  reading: Reading,
): boolean {
  if (isBeneficiary(actor, reading)) return true;
  const { tokens } = sentence;
  if (
    actor.who === 'party' &&
    actor.mode === 'individual' &&
    !(reading.roles.mutual && reading.kind === 'mutual-defence') &&
    reading.roles.beneficiaries.length === 0
  ) {
    // A State by its name, in a text without roles: "is Toldavia allowed to take part in exercises on its own soil".
    return findWord(tokens, whole, place) >= 0 || what.banned === 'range';
  }
  if (namesBeneficiary(tokens, whole, reading)) return actor.who !== 'beneficiary' || passive;
  if (
    actor.who === 'guarantor' ||
    actor.who === 'third-body' ||
    actor.who === 'outside' ||
    actor.who === 'organ' ||
    isAlliance(tokens, whole)
  )
    return namesState(tokens, whole, reading);
  return (actor.who === 'none' || actor.who === 'thing' || passive) && namesState(tokens, whole, reading);
}

function isAlliance(tokens: readonly Token[], whole: Range): boolean {
  return findWord(tokens, { from: whole.from, to: whole.from + 4 }, wordSet('alliance nato coalition')) >= 0;
}

const notPlaces = wordSet(
  'article articles annex treaty agreement part january february march april may june july august september october november december',
);

/** "in Karelby", "by Lorn", "of Toldavia": a State that is no guarantor. */
function namesState(tokens: readonly Token[], whole: Range, { roles }: Reading): boolean {
  for (let i = whole.from + 1; i < whole.to; i++) {
    const token = tokens[i]!;
    if (!token.capital || token.kind !== 'word' || notPlaces.has(token.word)) continue;
    const party = partyAt(tokens, i, roles);
    if (!party && !/^(?:in|on|by|of|to|into)$/.test(tokens[i - 1]!.word)) continue;
    if (party && (roles.guarantors.includes(party.name) || roles.aggressors.includes(party.name))) continue;
    if (roles.beneficiaries.length > 0 && !(party && roles.beneficiaries.includes(party.name))) continue;
    if (!roles.classes.has(token.word) && !/^(?:guarantors?|parties|party|alliance|council|force)$/.test(token.word)) return true;
  }
  return false;
}

/** "shall admit no forces of Morvania": nobody's means but the aggressor's. */
function namesAggressorForces(tokens: readonly Token[], whole: Range, { roles }: Reading): boolean {
  for (let i = whole.from; i < whole.to; i++) {
    const party = tokens[i]!.capital ? partyAt(tokens, i, roles) : null;
    if (!party || !roles.aggressors.includes(party.name)) continue;
    if (/^(?:of|from|by)$/.test(tokens[i - 1]?.word ?? '') || tokens[i - 1]?.word === 'the') {
      const leave = findWord(tokens, { from: Math.max(whole.from, i - 6), to: i }, leaves);
      if (leave < 0) return true;
    }
  }
  return false;
}

const present: ReadonlySet<string> = new Set([
  'deploy-forces',
  'station',
  'use-armed-force',
  'air-defence',
  'close-airspace',
  'intercept',
  'strike',
  'naval-protect',
  'mobilise',
  'transfer-command',
  'pre-position',
  'exercise',
  'train',
  'grant-basing',
]);
const supplied: ReadonlySet<string> = new Set(['provide-arms', 'use-armed-force', 'strike', 'logistics', 'maintain']);

/** What the restriction takes away, and whether the text promises it elsewhere (BUD009). */
const restrictionTrait: Trait<Restriction> = {
  name: 'restriction',
  facts: {
    banned: {
      type: 'text',
      doc: 'The means that is taken away.',
      values: ['forces', 'exercises', 'arms', 'training', 'range', 'bases'],
    },
    form: { type: 'text', doc: 'A ban, or the leave of somebody other than the beneficiary.', values: ['ban', 'leave'] },
    conflicts: { type: 'flag', doc: 'The text promises the very thing that it bans.' },
  },
  marks: { restricted: 'The words of the ban.' },
  read: ({ sentence, at, banned, form, proposition }, reading) => {
    const wanted = banned === 'arms' || banned === 'range' ? supplied : present;
    return {
      facts: {
        banned,
        form,
        conflicts: reading.duties.some(
          (duty) =>
            duty.core &&
            duty.proposition.sentence !== sentence &&
            duty.proposition.polarity !== 'prohibition' &&
            duty.proposition.force >= 3 &&
            wanted.has(duty.proposition.action),
        ),
      },
      marks: marks({ restricted: markOf(sentence, at, proposition.confidence) }),
    };
  },
};

/** Every place where the text takes away a means of its own guarantee. */
export const restrictionKind: SubjectKind<Restriction> = {
  kind: 'restriction',
  doc: 'A ban, or a need of leave, on a means of the guarantee: foreign forces, exercises, arms, training, range (BUD009).',
  items: restrictionsOf,
  about: ({ id, sentence, at, proposition }) => ({
    id: `restriction:${id}`,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: proposition.confidence,
  }),
  traits: [restrictionTrait],
};
