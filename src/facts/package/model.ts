import type { Reading } from '../model.ts';

/** One draft of a package, read. Its reading knows nothing of the sister drafts, so that one that changes is read alone. */
export interface PackageDraft {
  /** Path, as it was given. */
  readonly path: string;
  readonly reading: Reading;
}

/** The drafts that together make one guarantee, in the order given. A draft alone is a package of one. */
export interface Package {
  readonly drafts: readonly PackageDraft[];
  /** The text that promises: what is said of the package as a whole is said there. */
  readonly lead: PackageDraft;
  readonly alone: boolean;
}

/** A draft and the package in which it is judged. */
export interface Seat {
  readonly draft: PackageDraft;
  readonly pack: Package;
}

/** Kinds by how likely the text is the one that promises (A.1). */
const leading: readonly (readonly Reading['kind'][])[] = [
  ['framework-guarantee', 'bilateral-guarantee', 'neutrality-guarantee', 'mutual-defence'],
  ['peace-settlement'],
  ['political-declaration', 'unilateral'],
  ['ceasefire', 'non-aggression'],
];

/** Makes a package of drafts that were read one by one. */
export function makePackage(drafts: readonly PackageDraft[]): Package {
  const lead = leading.flatMap((kinds) => drafts.filter(({ reading }) => kinds.includes(reading.kind)))[0] ?? drafts[0];
  if (!lead) throw new Error('a package has at least one draft');
  return { drafts, lead, alone: drafts.length === 1 };
}

/** How a place in a draft is cited in a message: the clause, with the draft's title where it is another draft. */
export function citeIn(seat: Seat, other: PackageDraft, clause: string): string {
  if (other === seat.draft) return clause || 'another part of the draft';
  const title = other.reading.outline.title?.text ?? other.path;
  return clause ? `${clause} of “${title}”` : `“${title}”`;
}
