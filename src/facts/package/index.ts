import type { Subject, SubjectSpec } from '#base';
import type { Reading } from '../model.ts';
import { type SubjectKind, specOf, subjectsOf } from '../subjects/trait.ts';
import { companionKind } from './companion.ts';
import { conflictKind } from './conflict.ts';
import { joinSisters } from './join.ts';
import { type Layers, layersOf } from './layers.ts';
import { makePackage, type Package, type Seat } from './model.ts';
import { substituteKind } from './substitute.ts';
import { type Matrix, matrixOf } from './tasks.ts';
import { wholeKind } from './whole.ts';

/** Kinds of subject that are made of a draft and its sisters. */
const kinds: readonly SubjectKind<never, Seat>[] = [
  wholeKind,
  companionKind,
  substituteKind,
  conflictKind,
] as unknown as readonly SubjectKind<never, Seat>[];

/** What rules may ask of these kinds. */
export const packageCatalogue: readonly SubjectSpec[] = kinds.map((kind) => specOf(kind));

/** What the drafts of a package come to together. */
export interface PackageFacts {
  /** All subjects of each draft, in the order of the drafts: its own, joined with what its sisters provide, and those of the package. */
  readonly subjects: readonly (readonly Subject[])[];
  readonly layers: Layers | null;
  readonly matrix: Matrix | null;
}

/** What a draft gives to its package. */
interface Gathered {
  readonly path: string;
  readonly facts: { readonly reading: Reading; readonly subjects: readonly Subject[] };
}

/** Joins drafts that were read one by one. Reads no draft again: what it needs of each is kept with its reading. */
export function gatherPackage(gathered: readonly Gathered[]): PackageFacts {
  const pack = makePackage(gathered.map(({ path, facts }) => ({ path, reading: facts.reading })));
  const own = joinSisters(
    gathered.map(({ facts }) => facts.subjects),
    pack,
  );
  return {
    subjects: own.map((subjects, n) => [...subjects, ...subjectsAt({ draft: pack.drafts[n]!, pack })]),
    layers: layersOf(pack),
    matrix: matrixOf(pack),
  };
}

function subjectsAt(seat: Seat): Subject[] {
  return kinds.flatMap((kind) => subjectsOf(kind, seat));
}

export type { Package, Seat };
