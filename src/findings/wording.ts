import { type FactValue, type Span, trimEndOf } from '#base';
import type { Match } from '#rules';

const LONGEST = 80;

/** Words of the draft as a message quotes them: on one line, cut where they are long. */
export function quoteOf(text: string, { start, end }: Span): string {
  // A clause can be a page long: what is cut away need not be folded.
  const words = text
    .slice(start, Math.min(end, start + 4 * LONGEST))
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= LONGEST && end <= start + 4 * LONGEST) return words;
  const cut = words.slice(0, LONGEST - 1);
  const space = cut.lastIndexOf(' ');
  // Never half a character of two units.
  const whole = (space > LONGEST / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '');
  return `${trimEndOf(whole, ' ,;:')}…`;
}

/** How the words of a rule are filled. */
export interface Filling {
  readonly match: Match;
  /** Where the finding points. */
  readonly place: Span;
  readonly text: string;
  /** True: a mark's words stand bare and whole, as in a suggested clause; false: quoted. */
  readonly bare: boolean;
  /** Told of a name that the subject does not fill; the words of the place stand in for it. */
  readonly unfilled: (name: string) => void;
}

/** Fills `{name}` with the words of a mark or a fact, and `{clause}` with the clause's label. */
export function fill(template: string, { match, place, text, bare, unfilled }: Filling): string {
  const { subject } = match;
  const show = (span: Span): string => (bare ? text.slice(span.start, span.end) : `“${quoteOf(text, span)}”`);
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    if (name === 'clause') return subject.clause ?? 'the draft';
    const mark = subject.marks[name];
    if (mark && mark.end > mark.start) return show(mark);
    const value = subject.facts[name];
    const fact = value === undefined ? '' : printFact(value);
    if (fact !== '') return fact;
    const parameter = match.rule.parameters?.[name];
    if (parameter !== undefined) return String(parameter);
    // The finding points at the mark of that name or, where there is none, at the subject: so may its message.
    if (name !== match.case.at) unfilled(name);
    return show(place);
  });
}

function printFact(value: FactValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** Where words inserted after a clause begin: behind the sentence of the place, at the latest at the end of its paragraph. */
export function afterSentence(text: string, from: number): number {
  const limit = Math.min(text.length, from + 2000);
  // The place may end with the sentence.
  if (from > 0 && text[from - 1] === '.') return from;
  for (let i = from; i < limit; i++) {
    if (text[i] === '\n' && /^\n[ \t]*\r?(?:\n|$)/.test(text.slice(i, i + 40))) return i;
    if (text[i] === '.' && (i + 1 >= text.length || /[\s"”'’)]/.test(text[i + 1]!))) return i + 1;
  }
  return limit === text.length ? text.trimEnd().length : from;
}
