/**
 * Clauses: a Markdown tree becomes a tree of clauses.
 *
 * Takes a parsed draft. Gives every unit with its label, context and exact span, the words of every block without Markdown, and the
 * waiver comments. Never decides what a clause means.
 */
export { clauseNamed, nearestClause } from './clause-named.ts';
export { foldNumber } from './markers.ts';
export { outlineDraft } from './outline.ts';
export { outlineData } from './outline-data.ts';
export { printOutline } from './print-outline.ts';
export type { Block, Clause, ClauseKind, Outline } from './types.ts';
