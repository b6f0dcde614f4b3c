import type { DocumentKind } from '#base';

/** Absences that are no more than information in a general alliance (decision 8, and the table of absences in the decisions). */
const alliance = [
  'SCP002',
  'SCP003',
  'SCP004',
  'SCP006',
  'SCP007',
  'MON001',
  'MON002',
  'MON004',
  'MON005',
  'ENF001',
  'ENF006',
  'PRS001',
  'PKG003',
  'FIN003',
  'FIN005',
  'RAT005',
];

/** What a ceasefire text need not have, by the same table; an attack on forces in the country is one of its violations (SCP007), and assets are the matter of other texts (ENF004 *Sev/Scope*). */
const ceasefire = [
  'RAT001',
  'SCP007',
  'DUR001',
  'ENF004',
  'ENF006',
  'PRS001',
  'PRS005',
  'PRS006',
  'PRS007',
  'PKG001',
  'PKG003',
  'FIN001',
  'FIN002',
  'FIN003',
  'FIN004',
  'FIN005',
  'FIN006',
];

const undue: Partial<Record<DocumentKind, ReadonlySet<string>>> = {
  'mutual-defence': new Set(alliance),
  ceasefire: new Set(ceasefire),
};

/**
 * The rule that a change is counted for, the first, may raise more than an information in a text of that kind. Where the catalogue asks
 * for no such clause, taking it out weakens nothing that a rule could name.
 */
export function isDue([first]: readonly string[], kind: DocumentKind): boolean {
  return first === undefined || !undue[kind]?.has(first);
}
