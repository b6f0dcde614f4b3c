import type { FrontMatter } from '#base';
import type { Clause, Outline } from '#clauses';
import type { Definition, Phrases } from '#phrases';
import { readChains } from './chain.ts';
import { readDuties } from './duties.ts';
import { readGates } from './gates.ts';
import type { Duty, Proposition, Reading, TriggerGroup } from './model.ts';
import { readPropositions } from './propositions.ts';
import { readRoles } from './roles.ts';
import { concernsWar } from './security.ts';
import { type KindEvidence, readKind, readStyle } from './style.ts';
import { readGroups, readTriggers } from './triggers.ts';

const reads = new Set(['operative', 'annex-operative', 'final-clause']);

/**
 * Reads a draft to the end: register, parties, finite clauses, trigger groups, duties and gates (catalogue 0 and A). Takes what the
 * rooms before gave; gives one `Reading` that every fact is made from. Judges nothing.
 */
export function readDraft(outline: Outline, phrases: Phrases, frontMatter: FrontMatter): Reading {
  const vote = readStyle(outline, phrases.sentences, frontMatter);
  const title = outline.title?.text.toLowerCase() ?? '';
  const mutualTitle =
    frontMatter.kind === 'mutual-defence' ||
    (frontMatter.kind === undefined &&
      /\b(?:mutual|collective) (?:defen[cs]e|assistance|security)\b|\balliance\b|\bnorth atlantic\b/.test(title));
  const roles = readRoles(phrases.sentences, phrases.definitions, frontMatter, mutualTitle);
  const propositions = readPropositions(phrases.sentences, roles, vote.style);
  const units = readUnits(outline);
  const operative = phrases.sentences.filter((sentence) => reads.has(sentence.context) && sentence.block.kind !== 'heading');
  const ofWar = concernsWar(operative, title, frontMatter);
  const groups = readGroups(readTriggers(propositions, ofWar, roles), propositions, units);
  const draftKind = frontMatter.kind ?? 'other';
  let duties = readDuties(propositions, groups, roles, draftKind);
  const { kind, sure } = readKind(outline, vote.style, evidence(propositions, groups, duties, roles, title, ofWar), frontMatter);
  // In a text of another purpose (a status of forces, a loan, an air service) only what answers an attack is a guarantor's core duty.
  const narrow = kind === 'force-status' || kind === 'other' || (kind === 'economic' && frontMatter.kind === undefined);
  if (kind !== draftKind || narrow) duties = readDuties(propositions, groups, roles, kind, narrow);
  const dutiesByGroup = new Map<TriggerGroup, Duty[]>();
  for (const duty of duties) if (duty.group) dutiesByGroup.set(duty.group, [...(dutiesByGroup.get(duty.group) ?? []), duty]);
  const gates = readGates(duties, roles);
  const bySentence = new Map<number, Proposition[]>();
  for (const proposition of propositions) {
    const list = bySentence.get(proposition.sentence.id);
    if (list) list.push(proposition);
    else bySentence.set(proposition.sentence.id, [proposition]);
  }
  const terms = new Map<string, Definition>();
  for (const definition of phrases.definitions) if (!terms.has(definition.key)) terms.set(definition.key, definition);
  return {
    outline,
    phrases,
    frontMatter,
    style: vote.style,
    vote,
    kind,
    kindSure: sure,
    roles,
    propositions,
    bySentence,
    groups,
    duties,
    dutiesByGroup,
    gates,
    chains: readChains({ groups, duties, dutiesByGroup, gates, roles, kind }),
    units,
    terms,
    operative,
  };
}

/** Articles, sections, annexes and flat paragraphs by folded number. */
function readUnits(outline: Outline): Map<string, Clause> {
  const units = new Map<string, Clause>();
  for (const clause of outline.clauses) {
    if (clause.key === null) continue;
    if (clause.kind === 'paragraph' && clause.parent && clause.parent.kind !== 'document' && clause.parent.kind !== 'part')
      continue;
    if (clause.kind === 'point') continue;
    const key = `${clause.kind}:${clause.key}`;
    if (!units.has(key)) units.set(key, clause);
  }
  return units;
}

function evidence(
  propositions: readonly Proposition[],
  groups: readonly TriggerGroup[],
  duties: readonly Duty[],
  roles: Reading['roles'],
  title: string,
  ofWar: boolean,
): KindEvidence {
  const own = propositions.filter(
    (proposition) => proposition.context === 'operative' || proposition.context === 'annex-operative',
  );
  return {
    attackGroup: groups.some((group) => group.class === 'attack'),
    violationGroup: groups.some((group) => group.class === 'violation'),
    ofWar,
    ceasefireDuties: own.filter((proposition) => proposition.actionClass === 'ceasefire' || proposition.action === 'withdraw')
      .length,
    monitorDuties: own.filter((proposition) => proposition.action === 'monitor' || proposition.action === 'verify').length,
    coreDuties: duties.filter((duty) => duty.core).length,
    refrainDuties: own.filter((proposition) => proposition.action === 'refrain').length,
    securityPromise:
      duties.some(
        (duty) =>
          duty.core && (duty.proposition.actionClass === 'military' || duty.proposition.actionClass === 'military-support'),
      ) || /guarant|assuranc/.test(title),
    statute:
      /\bact\b/.test(title) &&
      own.some(({ sentence }) => sentence.tokens.some((token) => token.word === 'congress' || token.word === 'parliament')),
    parties: roles.parties.length,
    guarantorsKnown: roles.guarantors.length > 0 || [...roles.classes.values()].includes('guarantor'),
    beneficiaryKnown: roles.beneficiaries.length > 0 || [...roles.classes.values()].includes('beneficiary'),
    mutual: roles.mutual,
    neutrality: /neutral/.test(title),
  };
}
