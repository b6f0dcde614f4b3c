import type { Span } from '#base';
import type { Clause } from '#clauses';
import type { DraftReading } from '#lint';
import type { Definition, Reference, Sentence, Token } from '#phrases';

/** A mention of a unit of this draft by its number. */
export interface Mention extends Span {
  readonly clause: Clause;
  /** The number alone. */
  readonly number: Span | null;
}

/** The defined term whose words stand at a place: the longest. */
export function termAt(reading: DraftReading, offset: number): Definition | null {
  const here = reading.phrases.definitions.filter((term) =>
    occurrencesOf(reading, term).some(({ start, end }) => start <= offset && offset <= end),
  );
  return here.sort((a, b) => b.term.length - a.term.length)[0] ?? null;
}

/** Every place where the words of a defined term stand as it writes them, in the singular or plural. */
export function occurrencesOf(reading: DraftReading, { term }: Definition): Span[] {
  const words = term.split(/\s+/).filter(Boolean);
  const last = words.length - 1;
  const found = new Map<number, Span>();
  if (words.length === 0) return [];
  for (const { tokens, own } of reading.phrases.sentences) {
    for (let i = own; i + last < tokens.length; i++) {
      const fits = words.every((word, n) => same(tokens[i + n]!, word, n === last));
      if (fits) found.set(tokens[i]!.start, { start: tokens[i]!.start, end: tokens[i + last]!.end });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** A word as the definition writes it; the last one may take the ending of the plural or lose it. */
function same({ raw }: Token, word: string, last: boolean): boolean {
  return raw === word || (last && (raw === `${word}s` || raw === `${word}es` || `${raw}s` === word));
}

/** Every reference to a unit of the draft itself. */
export function mentionsOf(reading: DraftReading): Mention[] {
  const found: Mention[] = [];
  for (const sentence of reading.phrases.sentences)
    for (const reference of sentence.references) {
      const mention = mentionOf(reading, sentence, reference);
      if (mention) found.push(mention);
    }
  return found;
}

function mentionOf(reading: DraftReading, sentence: Sentence, reference: Reference): Mention | null {
  const { units } = reading.facts.reading;
  const [first, ...path] = reference.path;
  if (reference.target !== 'this' || first === undefined || reference.from < sentence.own) return null;
  const unit = units.get(`${reference.unit}:${first}`);
  if (!unit) return null;
  let clause = unit;
  for (const key of path) clause = clause.children.find((child) => child.key === key) ?? clause;
  const tokens = sentence.tokens.slice(reference.from, reference.to);
  const number = tokens.find(({ word }) => word === first);
  const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  if (span.end <= span.start || sentence.block.kind === 'heading') return null;
  return { ...span, clause, number: number ? { start: number.start, end: number.end } : null };
}

/** The unit whose number stands at a place, in its heading or in a reference. */
export function unitAt(reading: DraftReading, offset: number): Clause | null {
  const mention = mentionsOf(reading).find(({ start, end }) => start <= offset && offset <= end);
  if (mention) return mention.clause;
  return (
    reading.outline.clauses.find((clause) => {
      const number = numberOf(reading, clause);
      return number !== null && clause.span.start <= offset && offset <= number.end;
    }) ?? null
  );
}

/** Where a unit has its own number. */
export function numberOf(reading: DraftReading, clause: Clause): Span | null {
  if (clause.number === null || clause.listNumber) return null;
  const { text } = reading.outline;
  const { start } = clause.span;
  const line = text.slice(start, start + 80).split(/[\r\n]/, 1)[0]!;
  const at = line.indexOf(clause.number);
  return at < 0 ? null : { start: start + at, end: start + at + clause.number.length };
}
