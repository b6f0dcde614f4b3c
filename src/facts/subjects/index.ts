import type { Subject, SubjectSpec } from '#base';
import type { Reading } from '../model.ts';
import { packageCatalogue } from '../package/index.ts';
import { turnKind } from './bud-concession.ts';
import { handKind } from './bud-hand.ts';
import { restrictionKind } from './bud-restriction.ts';
import { jointKind } from './conjunction.ts';
import { documentKind } from './document.ts';
import { exitKind } from './dur-exit.ts';
import { dutyKind } from './duty.ts';
import { disputeKind } from './enf-dispute.ts';
import { reliefKind } from './enf-relief.ts';
import { sanctionKind } from './enf-sanction.ts';
import { unwrittenKind } from './fin-charter.ts';
import { gapKind } from './gap.ts';
import { gateKind } from './gate.ts';
import { groupKind } from './group.ts';
import { misplacedKind } from './misplaced.ts';
import { blockKind } from './mon-block.ts';
import { numberKind } from './numbering.ts';
import { ceilingKind } from './prs-ceiling.ts';
import { enablerKind } from './prs-enabler.ts';
import { presenceKind } from './prs-presence.ts';
import { removalKind } from './prs-removal.ts';
import { referenceKind } from './reference.ts';
import { carveOutKind } from './scp-carve-out.ts';
import { eventKind } from './scp-trigger.ts';
import { termKind } from './term.ts';
import { type SubjectKind, specOf, subjectsOf } from './trait.ts';

/** Every kind of subject a rule may judge. A new kind or trait is one line here or in its kind's file. */
const kinds: readonly SubjectKind<never>[] = [
  unwrittenKind,
  dutyKind,
  gateKind,
  groupKind,
  documentKind,
  referenceKind,
  termKind,
  eventKind,
  carveOutKind,
  numberKind,
  misplacedKind,
  jointKind,
  gapKind,
  blockKind,
  sanctionKind,
  reliefKind,
  disputeKind,
  exitKind,
  turnKind,
  restrictionKind,
  handKind,
  presenceKind,
  enablerKind,
  removalKind,
  ceilingKind,
] as unknown as readonly SubjectKind<never>[];

/** The fact catalogue: what rules may ask of each kind of subject (catalogue A). */
export const factCatalogue: readonly SubjectSpec[] = [...kinds.map((kind) => specOf(kind)), ...packageCatalogue];

/** All subjects of a draft, kind by kind, each in the order of the text. */
export function makeSubjects(reading: Reading): Subject[] {
  return kinds.flatMap((kind) => subjectsOf(kind, reading));
}
