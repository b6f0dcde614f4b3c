import { type Confidence, type FactSpec, type FactValue, type Mark, measured, type Subject, type SubjectSpec } from '#base';
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
  /** It only tells again what the reading holds already, so that a rule may look at it before anything is read for it. */
  readonly plain?: true;
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

/** Every subject of a kind in a draft. Its traits are read when one of their facts or marks is first asked for. */
export function subjectsOf<T, C>(kind: SubjectKind<T, C>, context: C): Subject[] {
  const views = viewsOf(kind as SubjectKind<unknown, unknown>);
  return kind.items(context).map((item) => {
    const said = new Said(kind.kind, kind.traits as readonly Trait<unknown, unknown>[], item, context);
    const facts = new views.facts(said) as unknown as Subject['facts'];
    const marks = new views.marks(said) as unknown as Subject['marks'];
    const peek = (fact: string): FactValue | undefined => (views.plain.has(fact) ? facts[fact] : undefined);
    return { kind: kind.kind, ...kind.about(item, context), facts, marks, peek };
  });
}

/** A subject read to the end, as plain data: without this its facts and marks are not its own properties. */
export function plainSubject({ peek: _, facts, marks, ...subject }: Subject) {
  return { ...subject, facts: readWhole(facts), marks: readWhole(marks) };
}

/** The subject with some facts told otherwise. */
export function withFacts(subject: Subject, told: Readonly<Record<string, FactValue>>): Subject {
  const facts = Object.create(subject.facts) as Record<string, FactValue>;
  for (const [name, value] of Object.entries(told)) Object.defineProperty(facts, name, { value, enumerable: true });
  return { ...subject, facts, peek: (fact) => (Object.hasOwn(told, fact) ? told[fact] : subject.peek?.(fact)) };
}

function readWhole<V>(view: Readonly<Record<string, V | undefined>>): Record<string, V> {
  const whole: Record<string, V> = {};
  for (const name in view) {
    const value = view[name];
    if (value !== undefined) whole[name] = value;
  }
  return whole;
}

const SAID = Symbol('said');
type Viewed = { readonly [SAID]: Said };

/** What the traits of one subject say, each read once. */
class Said {
  private readonly found: (Found | undefined)[] = [];
  private readonly kind: string;
  private readonly traits: readonly Trait<unknown, unknown>[];
  private readonly item: unknown;
  private readonly context: unknown;

  constructor(kind: string, traits: readonly Trait<unknown, unknown>[], item: unknown, context: unknown) {
    this.kind = kind;
    this.traits = traits;
    this.item = item;
    this.context = context;
  }

  of(trait: number): Found {
    let found = this.found[trait];
    if (found === undefined) {
      const { name, read } = this.traits[trait]!;
      found = measured('reader', `${this.kind}: ${name}`, () => read(this.item, this.context));
      this.found[trait] = found;
    }
    return found;
  }
}

/** How a kind's facts and marks look from outside: a property for each, which reads its trait. */
interface Views {
  readonly facts: ReturnType<typeof newView>;
  readonly marks: ReturnType<typeof newView>;
  /** Facts of plain traits. */
  readonly plain: ReadonlySet<string>;
}

const viewsByKind = new WeakMap<SubjectKind<unknown, unknown>, Views>();

function viewsOf(kind: SubjectKind<unknown, unknown>): Views {
  const known = viewsByKind.get(kind);
  if (known) return known;
  const views = { facts: newView(), marks: newView(), plain: new Set<string>() };
  for (const [index, trait] of kind.traits.entries()) {
    for (const name of Object.keys(trait.facts)) {
      show(views.facts.prototype, name, (said) => said.of(index).facts[name]);
      if (trait.plain) views.plain.add(name);
    }
    for (const name of Object.keys(trait.marks)) show(views.marks.prototype, name, (said) => said.of(index).marks?.[name]);
  }
  viewsByKind.set(kind, views);
  return views;
}

/** A class without any property: a fact may have any name. */
function newView() {
  class View {
    readonly [SAID]: Said;
    constructor(said: Said) {
      this[SAID] = said;
    }
  }
  Object.setPrototypeOf(View.prototype, null);
  delete (View.prototype as { constructor?: unknown }).constructor;
  return View;
}

function show(view: object, name: string, read: (said: Said) => unknown): void {
  Object.defineProperty(view, name, {
    enumerable: true,
    get(this: Viewed) {
      return read(this[SAID]);
    },
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
