import type { Confidence, FactSpec, FactValue, Mark, Subject, SubjectSpec } from '#base';
import type { Range, Sentence } from '#phrases';
import type { Reading } from '../model.ts';

/** What one trait found about one item. */
export interface Found {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly marks?: Readonly<Record<string, Mark>>;
}

/**
 * Some facts about one kind of thing, read together: the unit in which the fact catalogue grows. A trait always gives every fact it
 * declares; marks only where there are words.
 */
export interface Trait<T, C = Reading> {
  readonly name: string;
  readonly facts: Readonly<Record<string, FactSpec>>;
  readonly marks: Readonly<Record<string, string>>;
  readonly read: (item: T, context: C) => Found;
}

/** One kind of subject: how to list its items and what is said of each. The context is the draft's reading, or its seat in a package. */
export interface SubjectKind<T, C = Reading> {
  readonly kind: string;
  readonly doc: string;
  readonly items: (context: C) => readonly T[];
  readonly about: (item: T, context: C) => Pick<Subject, 'id' | 'clause' | 'group' | 'span' | 'confidence' | 'elsewhere'>;
  readonly traits: readonly Trait<T, C>[];
}

/** The catalogue entry of a kind of subject. Two traits that declare one fact are a defect of ours. */
export function specOf<T, C>(kind: SubjectKind<T, C>): SubjectSpec {
  const facts: Record<string, FactSpec> = {};
  const marks: Record<string, string> = {};
  for (const trait of kind.traits) {
    for (const [name, spec] of Object.entries(trait.facts)) {
      if (facts[name]) throw new Error(`fact ${kind.kind}.${name} is declared twice (${trait.name})`);
      facts[name] = spec;
    }
    for (const [name, doc] of Object.entries(trait.marks)) {
      if (marks[name]) throw new Error(`mark ${kind.kind}.${name} is declared twice (${trait.name})`);
      marks[name] = doc;
    }
  }
  return { kind: kind.kind, doc: kind.doc, facts, marks };
}

/** Every subject of a kind in a draft. */
export function subjectsOf<T, C>(kind: SubjectKind<T, C>, context: C): Subject[] {
  return kind.items(context).map((item) => {
    const facts: Record<string, FactValue> = {};
    const marks: Record<string, Mark> = {};
    for (const trait of kind.traits) {
      const found = trait.read(item, context);
      Object.assign(facts, found.facts);
      if (found.marks) Object.assign(marks, found.marks);
    }
    return { kind: kind.kind, ...kind.about(item, context), facts, marks };
  });
}

/** The words of a token range as a mark: a point's own words where the range begins in its lead-in. Null for an empty range. */
export function markOf(sentence: Sentence, range: Range | null | undefined, confidence: Confidence = 'explicit'): Mark | null {
  if (!range || range.to <= range.from) return null;
  const { tokens, own } = sentence;
  let from = range.from;
  const inherited = from < own;
  if (inherited && range.to > own) from = own;
  let to = Math.min(range.to, tokens.length);
  if (inherited && range.to <= own) to = range.to;
  while (to > from + 1 && tokens[to - 1]!.kind === 'mark' && /^[,;:.]$/.test(tokens[to - 1]!.word)) to--;
  while (from < to - 1 && tokens[from]!.kind === 'mark' && /^[,;:.]$/.test(tokens[from]!.word)) from++;
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last || last.end < first.start) return null;
  return { start: first.start, end: last.end, confidence: inherited && confidence === 'explicit' ? 'inherited' : confidence };
}

/** Marks by name, without the empty ones. */
export function marks(entries: Readonly<Record<string, Mark | null>>): Record<string, Mark> {
  const out: Record<string, Mark> = {};
  for (const [name, mark] of Object.entries(entries)) if (mark) out[name] = mark;
  return out;
}
