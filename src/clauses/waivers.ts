import type { Span, Waiver } from '#base';

export type ReadWaiver = Waiver & { readonly fault?: string };

/** A block a waiver may cover: paragraph, list item with its points, table row, heading. */
export interface Cover {
  readonly span: Span;
  readonly label: string;
}

const form = /^<!--\s*treatylint-(disable(?:-next-line|-line|-file|-clause)?|enable)\b([\s\S]*?)-->$/;

/**
 * Waiver comments of a draft (design 5, catalogue 0.11). Takes the comments, the blocks in order, and a look-up from a clause's label to
 * its span. Gives every waiver, an ill-formed one with its fault.
 */
export function readWaivers(
  comments: readonly { readonly text: string; readonly at: Span }[],
  covers: readonly Cover[],
  clauseSpan: (label: string) => Span | null,
  draft: string,
): ReadWaiver[] {
  const out: ReadWaiver[] = [];
  const open: { index: number; codes: readonly string[] }[] = [];
  for (const comment of comments) {
    const found = form.exec(comment.text);
    if (!found) continue;
    const verb = found[1]!;
    let rest = found[2]!.trim();
    let clause: string | null = null;
    if (verb === 'disable-clause') {
      const named = /^"([^"]{1,80})"\s*/.exec(rest);
      clause = named?.[1] ?? null;
      rest = named ? rest.slice(named[0].length) : rest;
    }
    const { codes, reason, by, until, fault } = readBody(rest, verb === 'enable');
    if (verb === 'enable') {
      for (let i = open.length - 1; i >= 0; i--) {
        const started = open[i]!;
        if (codes.length > 0 && !started.codes.some((code) => codes.includes(code))) continue;
        const waiver = out[started.index]!;
        out[started.index] = {
          ...waiver,
          covers: { start: waiver.covers.start, end: comment.at.start },
        };
        open.splice(i, 1);
      }
      continue;
    }
    const place = coverOf(verb, comment.at, covers, draft, clause === null ? null : clauseSpan(clause));
    const wrong =
      fault ??
      (verb === 'disable-clause' && clause === null
        ? 'name the clause in quotes: treatylint-disable-clause "Article 5" CODE: reason'
        : place === null
          ? 'nothing follows that it could cover'
          : undefined);
    const waiver: ReadWaiver = {
      form:
        verb === 'disable-next-line'
          ? 'next-line'
          : verb === 'disable-line'
            ? 'line'
            : verb === 'disable-file'
              ? 'file'
              : 'range',
      codes,
      reason,
      at: comment.at,
      covers: place ?? comment.at,
      ...(by ? { by } : {}),
      ...(until ? { until } : {}),
      ...(wrong ? { fault: wrong } : {}),
    };
    if (verb === 'disable') open.push({ index: out.length, codes });
    out.push(waiver);
  }
  return out;
}

function readBody(
  rest: string,
  bare: boolean,
): {
  codes: string[];
  reason: string;
  by?: string;
  until?: string;
  fault?: string;
} {
  const colon = rest.indexOf(':');
  const head = colon < 0 ? rest : rest.slice(0, colon);
  const codes = head.split(/[\s,]+/).filter(Boolean);
  const wrong = codes.filter((code) => !/^[A-Z]{3}\d{3}$/.test(code));
  if (bare) return { codes, reason: '' };
  let reason =
    colon < 0
      ? ''
      : rest
          .slice(colon + 1)
          .replace(/\s+/g, ' ')
          .trim();
  const until = /\s*\buntil (\d{4}-\d{2}-\d{2})\b/.exec(reason);
  if (until) reason = reason.replace(until[0], '').trim();
  const by = /\s*\[by ([^\]]{1,80})\]|\s+\bby ([^,;]{1,60})$/.exec(reason);
  if (by) reason = reason.replace(by[0], '').trim();
  const fault =
    codes.length === 0
      ? 'name the rule: treatylint-disable-next-line CODE: reason'
      : wrong.length > 0
        ? `"${wrong[0]}" is no rule code`
        : reason === ''
          ? 'give the reason after a colon'
          : undefined;
  return {
    codes,
    reason,
    ...(by ? { by: (by[1] ?? by[2])!.trim() } : {}),
    ...(until ? { until: until[1]! } : {}),
    ...(fault ? { fault } : {}),
  };
}

function coverOf(verb: string, at: Span, covers: readonly Cover[], draft: string, clause: Span | null): Span | null {
  switch (verb) {
    case 'disable-file':
      return { start: 0, end: draft.length };
    case 'disable':
      return { start: at.end, end: draft.length };
    case 'disable-clause':
      return clause;
    case 'disable-line': {
      const inside = covers.find((cover) => cover.span.start <= at.start && cover.span.end >= at.end);
      const before = covers.findLast((cover) => cover.span.start <= at.start);
      return inside?.span ?? before?.span ?? null;
    }
    default: {
      const next = covers.find((cover) => cover.span.start >= at.end);
      return next?.span ?? null;
    }
  }
}
