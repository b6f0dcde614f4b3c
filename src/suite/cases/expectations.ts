import type { Finding, Span } from '#base';
import type { Outline } from '#clauses';
import { hint } from '#rules';
import type { LineFault } from './findings-file.ts';

/** What the author of a case wrote into it: `<!-- expect TRG001 -->` or `<!-- expect none -->`, before a clause. */
export interface Expectation {
  readonly line: number;
  /** Codes that must be raised in the clause; empty: no error and no warning may be. */
  readonly codes: readonly string[];
  /** The clause as cited; `the draft` where the comment stands before the title. */
  readonly clause: string;
  readonly covers: Span;
}

const FORM = /^<!--\s*expect\b:?([\s\S]*)-->$/;
const CODE = /^[A-Za-z]{2,4}\d{1,4}$/;

/**
 * The expectations of a draft, from the comments of its outline. A comment covers the clause that begins next, or the paragraph where
 * no clause begins; one before the title covers the whole draft. A comment that only begins with the word "expect" is no expectation.
 */
export function readExpectations(
  outline: Outline,
  codes: readonly string[],
): { readonly expectations: readonly Expectation[]; readonly faults: readonly LineFault[] } {
  const expectations: Expectation[] = [];
  const faults: LineFault[] = [];
  for (const { text, at } of outline.comments) {
    const found = FORM.exec(text);
    if (!found) continue;
    const words = found[1]!.split(/[\s,]+/).filter(Boolean);
    if (words.length > 1 && !words.every((word) => CODE.test(word) || word === 'none')) continue;
    const line = outline.text.slice(0, at.start).split('\n').length;
    const fault = (message: string): void => {
      faults.push({ line, message });
    };
    const none = words.includes('none');
    const unknown = words.filter((word) => word !== 'none' && !codes.includes(word));
    if (words.length === 0) fault('an expectation names codes, or none: <!-- expect TRG001 -->');
    else if (none && words.length > 1) fault('an expectation names codes or none, not both');
    else if (unknown.length > 0)
      for (const word of unknown) fault(`unknown rule "${word}" is expected${hint(word, [...codes, 'none'])}`);
    else {
      const place = placeAfter(outline, at);
      if (place === null) fault('no clause follows this expectation');
      else expectations.push({ line, codes: none ? [] : words, ...place });
    }
  }
  return { expectations, faults };
}

/** The clause or paragraph that begins after a comment. */
function placeAfter(outline: Outline, comment: Span): Pick<Expectation, 'clause' | 'covers'> | null {
  const next = outline.blocks.find((block) => block.kind !== 'comment' && block.source[0]! >= comment.end);
  if (!next) return null;
  if (next === outline.title) return { clause: 'the draft', covers: { start: 0, end: outline.text.length } };
  const own = { start: next.source[0]!, end: next.source[next.text.length]! };
  const begins = next.clause.blocks[0] === next && next.clause.kind !== 'document';
  return { clause: next.clause.label || 'the paragraph', covers: begins ? next.clause.span : own };
}

/** The expectations that the findings of the draft do not meet, each as a sentence with its line. */
export function unmet(expectations: readonly Expectation[], findings: readonly Finding[]): LineFault[] {
  return expectations.flatMap(({ line, codes, clause, covers }) => {
    const inside = findings.filter(
      ({ start, waived, clause: cited }) =>
        !waived && (clause === 'the draft' || (cited !== null && start >= covers.start && start < covers.end)),
    );
    const raised = inside.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
    const met = codes.filter((code) => inside.some((finding) => finding.code === code));
    if (codes.length === 0)
      return raised.length === 0
        ? []
        : [{ line, message: `nothing is expected in ${clause}, which raises ${[...new Set(raised)].join(', ')}` }];
    return codes.filter((code) => !met.includes(code)).map((code) => ({ line, message: `${code} is expected in ${clause}` }));
  });
}
