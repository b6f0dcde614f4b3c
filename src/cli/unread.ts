import type { Fault } from '#base';
import type { LintedDraft } from '#report';

/** A path that gave no text, in the shape of a draft: so that every format tells of it. */
export function unread(fault: Fault): LintedDraft {
  return { path: fault.file, text: '', findings: [], faults: [fault], defects: [], document: null };
}

/** Faults in that shape, those of one file together. */
export function unreadAll(faults: readonly Fault[]): LintedDraft[] {
  const files = new Map<string, Fault[]>();
  for (const fault of faults) files.set(fault.file, [...(files.get(fault.file) ?? []), fault]);
  return [...files.values()].map((own) => ({ ...unread(own[0]!), faults: own }));
}
