import type { DocumentKind } from '#base';
import { isCoreType } from './actions.ts';
import { readDeadline } from './deadlines.ts';
import { lendDeadlines } from './lent-deadlines.ts';
import type { Deadline, Duty, Proposition, Roles, TriggerGroup } from './model.ts';
import { findWord, wordSet } from './scan.ts';
import { readSpecificity } from './specificity.ts';

/** Classes whose duties are never core, also inside a trigger group (decision 1). */
const neverCore = new Set(['talk', 'legal-state', 'referral', 'decide', 'defer', 'exit', 'law', 'concession', 'other']);

/**
 * A clause that owes, permits, exempts or effects something in the reading contexts, as opposed to one that only describes.
 * `narrow`: the text has another purpose, and only what answers an attack or a violation is core.
 */
export function readDuties(
  propositions: readonly Proposition[],
  groups: readonly TriggerGroup[],
  roles: Roles,
  kind: DocumentKind,
  narrow = false,
): Duty[] {
  const groupOf = new Map<number, TriggerGroup>();
  for (const group of groups)
    for (const proposition of group.propositions) if (!groupOf.has(proposition.id)) groupOf.set(proposition.id, group);
  const duties: Duty[] = [];
  const byId = new Map<number, Duty>();
  for (const proposition of propositions) {
    if (proposition.subordinate || proposition.polarity === 'definition') continue;
    // "agree that …": the that-clause is the duty.
    if (proposition.modal?.opens === 'clause' && proposition.modal.force > 1) continue;
    if (
      proposition.context !== 'operative' &&
      proposition.context !== 'annex-operative' &&
      proposition.context !== 'final-clause'
    )
      continue;
    const group = groupOf.get(proposition.id) ?? null;
    const deadline = readDeadline(proposition);
    const duty: Duty = {
      id: `duty:${proposition.id}`,
      proposition,
      group,
      core: isCore(proposition, group, roles, kind) && (!narrow || group?.class === 'attack' || group?.class === 'violation'),
      deadline,
      specificity: readSpecificity(proposition, deadline.kind === 'hard').level,
    };
    duties.push(duty);
    byId.set(proposition.id, duty);
  }
  return lendDeadlines(duties.map((duty, index) => sharedDeadline(duty, index, byId, duties)));
}

/** Catalogue 0.5 with decisions 1 and 2: who owes it, and is it the kind of thing a guarantee is made of. */
function isCore(proposition: Proposition, group: TriggerGroup | null, roles: Roles, kind: DocumentKind): boolean {
  if (proposition.polarity === 'prohibition' || proposition.polarity === 'exemption') return false;
  if (proposition.context === 'final-clause') return false;
  if (
    (kind === 'ceasefire' || kind === 'monitoring') &&
    (proposition.actionClass === 'ceasefire' || proposition.action === 'withdraw' || proposition.action === 'grant-access')
  )
    return true;
  if (!owesAsGuarantor(proposition, roles)) return false;
  if (isPointer(proposition) || announces(proposition)) return false;
  if (neverCore.has(proposition.actionClass)) return false;
  if (proposition.action === 'cooperate') return false;
  if (proposition.action === 'establish-body' || proposition.action === 'appoint')
    return group !== null && proposition.actor.who !== 'organ';
  if (isCoreType(proposition.action)) return true;
  return group !== null && (group.class === 'attack' || group.class === 'violation' || proposition.conditions.length > 0);
}

/** "It makes no difference whether …", "Articles 4 and 5 apply": words about the text or the facts, by which nobody owes anything more. */
function isPointer({ actor, modal, subject, sentence, verb, complement }: Proposition): boolean {
  if (modal !== null) return false;
  const first = sentence.tokens[subject.from]?.word ?? '';
  const alone = first === 'it' && subject.to - subject.from === 1;
  if (alone && findWord(sentence.tokens, { from: complement.from, to: complement.from + 3 }, indifferent) >= 0) return true;
  if (actor.who !== 'thing') return false;
  if (alone) return true;
  return verb === 'apply' && textUnits.has(first);
}

/** "shall take the following measures:" owes what its points say. */
function announces({ actionClass, sentence, complement, item }: Proposition): boolean {
  const { tokens } = sentence;
  if (actionClass !== 'generic' || item || tokens[Math.min(complement.to, tokens.length) - 1]?.word !== ':') return false;
  return tokens.length === complement.to && findWord(tokens, complement, cataphora) >= 0;
}

const indifferent = wordSet('difference immaterial irrelevant matter indifferent account');
const cataphora = wordSet('following below');
const textUnits = wordSet(
  'article articles section sections paragraph paragraphs part parts chapter chapters annex annexes title titles',
);

/** A guarantor, one of its organs, a treaty organ, or nobody named in a passive (decision 2). */
export function owesAsGuarantor(proposition: Proposition, roles: Roles): boolean {
  switch (proposition.actor.who) {
    case 'guarantor':
    case 'organ':
    case 'outside':
      return true;
    case 'party':
      return !roles.beneficiaries.includes(proposition.actor.name) || roles.mutual;
    case 'none':
      return proposition.passive;
    case 'beneficiary':
      return roles.mutual;
    case 'thing':
      return (
        proposition.polarity === 'effect' ||
        proposition.polarity === 'permission' ||
        proposition.actionClass === 'generic' ||
        proposition.force >= 9
      );
    default:
      return false;
  }
}

/** "deliver weapons and deploy forces within 72 hours": the period at the end of a pair of verbs bounds both. */
function sharedDeadline(duty: Duty, index: number, byId: ReadonlyMap<number, Duty>, duties: readonly Duty[]): Duty {
  if (duty.deadline.kind !== 'none') return duty;
  const { proposition } = duty;
  const next = duties[index + 1];
  const sibling =
    next && next.proposition.sentence === proposition.sentence && next.proposition.parent === proposition.id ? next : null;
  const parent = proposition.parent === null ? null : byId.get(proposition.parent);
  // "shall within ten hours employ …, and shall bring …": a second modal opens a clause with a time of its own.
  const pair = sibling && !sharesModal(sibling, duty) ? null : sibling;
  const lender =
    pair?.deadline.kind === 'hard'
      ? pair
      : parent && fronts(parent) && (sharesModal(duty, parent) || leads(parent))
        ? parent
        : null;
  if (!lender) return duty;
  const deadline: Deadline = { ...lender.deadline, confidence: 'inherited' };
  return { ...duty, deadline };
}

/** Both verbs hang on one modal, or have none. */
function sharesModal({ proposition: a }: Duty, { proposition: b }: Duty): boolean {
  return a.modal === null || a.modal.from === b.modal?.from;
}

/** The time stands before the modal: it opens the sentence and governs all of it. */
function leads({ deadline, proposition: { modal } }: Duty): boolean {
  return deadline.at !== null && modal !== null && deadline.at.from < modal.from;
}

/** The parent's time stands before its verb, and so governs every verb after it: "shall within 24 hours notify and assist". */
function fronts(duty: Duty): boolean {
  return duty.deadline.at !== null && duty.deadline.at.to <= duty.proposition.verbAt.from && duty.deadline.kind !== 'none';
}
