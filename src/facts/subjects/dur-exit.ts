import { type Exit, finalClausesOf } from '../final-clauses.ts';
import type { Reading } from '../model.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** A way out of the text by one of those who owe something under it. */
interface WayOut {
  readonly id: number;
  readonly exit: Exit;
  /** Shortest notice that any sentence of the text attaches to leaving; null where none is stated. */
  readonly notice: number | null;
}

/** Kinds in which a guarantor is bound to something that it may leave (A.1). */
const guarding: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'unilateral',
  'operational-annex',
]);

function waysOut(reading: Reading): WayOut[] {
  const { exits } = finalClausesOf(reading).exits;
  const stated = exits.map((exit) => exit.noticeMonths).filter((months) => months !== null);
  const common = stated.length > 0 ? Math.min(...stated) : null;
  return exits
    .filter((exit) => !exit.joint && !exit.guarded && !isBeneficiary(exit, reading))
    .map((exit, id) => ({ id, exit, notice: exit.noticeMonths ?? common }));
}

/** "Lorn may denounce", "The Beneficiary may withdraw": the protected State is free to go. */
function isBeneficiary({ subject }: Exit, { roles }: Reading): boolean {
  if (subject === '' || roles.mutual) return false;
  if (/\bbeneficiary\b/.test(subject)) return !/guarantor|part(?:y|ies)|state/.test(subject);
  return roles.beneficiaries.some((name) => subject.includes(name)) && !roles.guarantors.some((name) => subject.includes(name));
}

/** Some trigger group of the text has a core duty: where the kind is only guessed, that alone makes it a guarantee. */
function answersAttack({ groups, dutiesByGroup }: Reading): boolean {
  return groups.some((group) => group.class === 'attack' && (dutiesByGroup.get(group) ?? []).some(({ core }) => core));
}

/** A ceasefire or a settlement whose guarantors owe arms against a violation: as much a guarantee as one by that name. */
function armsAgainst({ kind, duties }: Reading): boolean {
  if (kind !== 'ceasefire' && kind !== 'peace-settlement') return false;
  return duties.some(
    ({ core, group, proposition }) =>
      core &&
      (group?.class === 'attack' || group?.class === 'violation') &&
      proposition.actor.who === 'guarantor' &&
      proposition.polarity === 'positive' &&
      proposition.force >= 7 &&
      (proposition.action === 'use-armed-force' || proposition.action === 'deploy-forces'),
  );
}

/** How fast one can leave, and whether leaving waits for the end of a crisis (DUR002, DUR004). */
const exitTrait: Trait<WayOut> = {
  name: 'exit',
  facts: {
    way: { type: 'text', doc: 'How the text is left.', values: ['withdraw', 'terminate', 'suspend'] },
    noticeMonths: {
      type: 'number',
      doc: 'Months of notice; 0 at any time or without any notice; -1 where the text states none.',
    },
    closedMonths: { type: 'number', doc: 'Months during which nobody may leave at first.' },
    locked: { type: 'flag', doc: 'A clause stays leaving while an attack, a finding or a crisis lasts.' },
    kind: { type: 'text', doc: 'Kind of the document.' },
    guarding: { type: 'flag', doc: 'The text is of a kind that promises help against an attack.' },
    annexed: { type: 'flag', doc: 'The text names a parent instrument, which may have the lock.' },
  },
  marks: { exit: 'The words by which one leaves.', notice: 'The period of notice.' },
  read: ({ exit, notice }, reading) => ({
    facts: {
      way: exit.kind,
      noticeMonths: notice ?? -1,
      closedMonths: exit.closedMonths,
      locked: finalClausesOf(reading).exits.lock !== null,
      kind: reading.kind,
      guarding: guarding.has(reading.kind)
        ? reading.kindSure || answersAttack(reading)
        : (reading.kind === 'political-declaration' && reading.style === 'mou' && answersAttack(reading)) || armsAgainst(reading),
      annexed: reading.frontMatter.parent !== undefined,
    },
    marks: marks({
      exit: markOf(exit.place.sentence, exit.place.at),
      notice: exit.noticeAt ? markOf(exit.noticeAt.sentence, exit.noticeAt.at) : null,
    }),
  }),
};

/** Every way out that a party has alone: withdrawal, denunciation, termination, suspension. */
export const exitKind: SubjectKind<WayOut> = {
  kind: 'exit',
  doc: 'A way in which a party that owes something may leave or suspend the text alone.',
  items: waysOut,
  about: ({ id, exit }) => ({
    id: `exit:${id}`,
    clause: exit.place.sentence.clause.label || null,
    group: null,
    span: markOf(exit.place.sentence, exit.place.at) ?? exit.place.sentence.span,
    confidence: 'explicit',
  }),
  traits: [exitTrait],
};
