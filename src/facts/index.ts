/**
 * Facts: who owes what to whom, on which trigger, after whose decision and by when.
 *
 * Takes the outline and the phrases of a draft. Gives its reading, the subjects with their flat facts that rules judge, and the response
 * chain of each trigger group (catalogue A, B, E). Never judges; never sees Markdown.
 */
import type { FrontMatter, Subject } from '#base';
import type { Outline } from '#clauses';
import type { Phrases } from '#phrases';
import type { Chain } from './chain.ts';

import type { Reading } from './model.ts';
import { readDraft } from './read.ts';
import { makeSubjects } from './subjects/index.ts';

export { type ActionClass, type ActionType, actionClasses } from './actions.ts';
export type { Chain, ChainStep } from './chain.ts';
export { type ClauseReading, clauseReadings, factsData } from './facts-data.ts';
export { type FinalClauses, finalClausesOf, type Place } from './final-clauses.ts';
export type { Gate } from './gates.ts';
export type { Actor, Condition, Deadline, Duty, Party, Proposition, Reading, Roles, Trigger, TriggerGroup } from './model.ts';
export { gatherPackage, type PackageFacts } from './package/index.ts';
export { type Layers, layerNames } from './package/layers.ts';
export type { Matrix } from './package/tasks.ts';
export { printChains } from './print-chain.ts';
export { printFacts } from './print-facts.ts';
export { factCatalogue } from './subjects/index.ts';

/** What the room gives. */
export interface Facts {
  readonly reading: Reading;
  readonly subjects: readonly Subject[];
  readonly chains: readonly Chain[];
}

/** Reads the facts of one draft. Pure and deterministic; linear in the text. */
export function gatherFacts(outline: Outline, phrases: Phrases, frontMatter: FrontMatter): Facts {
  const reading = readDraft(outline, phrases, frontMatter);
  return { reading, subjects: makeSubjects(reading), chains: reading.chains };
}
