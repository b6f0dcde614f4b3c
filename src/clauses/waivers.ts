import { type Span, trimEndOf, trimOf, type Waiver } from '#base';

export type ReadWaiver = Waiver & { readonly fault?: string };

/** A block a waiver may cover: paragraph, list item with its points, table row, heading. */
export interface Cover {
  readonly span: Span;
  readonly label: string;
}

/** A comment that waives: its verb and what stands behind it. Null for any other comment. */
function verbOf(comment: string): readonly [verb: string, rest: string] | null {
  if (!comment.startsWith('<!--') || !comment.endsWith('-->')) return null;
  const inner = comment.slice(4, -3).trimStart();
  if (!inner.startsWith('treatylint-')) return null;
  const verb = /^\S*/.exec(inner.slice(11))![0];
  return verb === '' ? null : [verb, inner.slice(11 + verb.length)];
}

type Verb = 'disable' | 'disable-next-line' | 'disable-line' | 'disable-file' | 'disable-clause' | 'enable';
const forms: Readonly<Record<Verb, Waiver['form']>> = {
  disable: 'range',
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  'disable-file': 'file',
  'disable-clause': 'clause',
  enable: 'range',
};

/** Words that may have been meant as a rule's code or name. */
const code = /^(?:[A-Z]{2,4}-?\d{1,4}|[a-z]+(?:-[a-z]+)+)$/i;

/**
 * Waiver comments of a draft (design 5, catalogue 0.11). Takes the comments, the blocks in order, and a look-up from a clause's label to
 * its span, or to the label that is nearest. Gives every waiver, an ill-formed one with its fault.
 */
export function readWaivers(
  comments: readonly { readonly text: string; readonly at: Span }[],
  covers: readonly Cover[],
  clauseSpan: (label: string) => Span | string | null,
  draft: string,
): ReadWaiver[] {
  const out: ReadWaiver[] = [];
  const open = new Set<number>();
  for (const { text, at } of comments) {
    const found = verbOf(text);
    if (!found) continue;
    const verb = found[0].replace(/:$/, '');
    if (!Object.hasOwn(forms, verb)) {
      out.push(
        faulty(
          'range',
          at,
          `there is no treatylint-${verb}: disable-next-line, disable-line, disable … enable, disable-file, disable-clause`,
        ),
      );
      continue;
    }
    const body = readBody(found[1].trim(), verb as Verb);
    if (verb === 'enable') {
      if (!close(out, open, body.codes, at)) out.push(faulty('range', at, 'nothing that it names is disabled before it'));
      continue;
    }
    const named = body.clause === undefined ? null : clauseSpan(body.clause);
    const place = coverOf(verb as Verb, at, covers, draft, typeof named === 'string' ? null : named);
    const fault =
      body.fault ??
      (place || body.clause !== undefined
        ? undefined
        : verb === 'disable-line'
          ? 'nothing stands on its line'
          : 'nothing follows that it could cover');
    if (verb === 'disable') open.add(out.length);
    const { fault: _, ...given } = body;
    const near = typeof named === 'string' ? { near: named } : {};
    out.push({
      form: forms[verb as Verb],
      ...given,
      ...near,
      at,
      covers: place ?? { start: at.end, end: at.end },
      ...(fault ? { fault } : {}),
    });
  }
  return out;
}

function faulty(form: Waiver['form'], at: Span, fault: string): ReadWaiver {
  return { form, codes: [], reason: '', at, covers: at, fault };
}

/** Ends the open ranges of these codes, or all where none is named; a range of several codes goes on for the others. */
function close(out: ReadWaiver[], open: Set<number>, codes: readonly string[], at: Span): boolean {
  let closed = false;
  for (const index of [...open]) {
    const range = out[index]!;
    const ended = codes.length === 0 ? range.codes : range.codes.filter((each) => codes.includes(each));
    if (codes.length > 0 && ended.length === 0) continue;
    closed = true;
    open.delete(index);
    const rest = range.codes.filter((each) => !ended.includes(each));
    out[index] = { ...range, codes: ended, covers: { start: range.covers.start, end: at.start } };
    if (rest.length > 0) {
      open.add(out.length);
      out.push({ ...range, codes: rest });
    }
  }
  return closed;
}

type Body = Pick<ReadWaiver, 'codes' | 'reason' | 'by' | 'until' | 'clause' | 'fault'>;

/** `[clause] CODE, CODE: reason by NAME until DATE`. */
function readBody(rest: string, verb: Verb): Body {
  const colon = rest.indexOf(':');
  const words = (colon < 0 ? rest : rest.slice(0, colon)).split(/[\s,]+/).filter(Boolean);
  const given =
    colon < 0
      ? ''
      : rest
          .slice(colon + 1)
          .replace(/\s+/g, ' ')
          .trim();
  let clause: string | undefined;
  let codes = words;
  if (verb === 'disable-clause') {
    // The codes stand last: what stands before them is the clause, with or without quotes.
    const head = colon < 0 ? rest : rest.slice(0, colon);
    codes = words.slice(words.findLastIndex((word) => !code.test(word)) + 1);
    const label = codes.length === 0 ? head : head.slice(0, head.lastIndexOf(codes[0]!));
    clause = trimOf(label, ' \t\r\n\u00a0"“”\',');
  }
  if (verb === 'enable') return { codes, reason: '' };
  const { reason, by, until, fault } = readReason(given);
  const wrong =
    clause === ''
      ? 'name the clause: treatylint-disable-clause Article 5 CODE: reason'
      : codes.length === 0
        ? `name the rule: treatylint-${verb} ${clause === undefined ? '' : `${clause} `}CODE: reason`
        : reason === ''
          ? 'give the reason after a colon'
          : fault;
  return {
    codes,
    reason,
    ...(by === undefined ? {} : { by }),
    ...(until === undefined ? {} : { until }),
    ...(clause ? { clause } : {}),
    ...(wrong === undefined ? {} : { fault: wrong }),
  };
}

/** `agreed in Geneva by the Legal Directorate until 2027-12-31` → reason, who, until when. The name begins with a capital. */
function readReason(given: string): { reason: string; by?: string; until?: string; fault?: string } {
  let reason = given;
  const until = /\buntil (\d{4}-\d{2}-\d{2})\b[)]?/.exec(reason);
  if (until) reason = `${trimEndOf(reason.slice(0, until.index), ' ,(')}${reason.slice(until.index + until[0].length)}`.trim();
  const other = until ? null : /\buntil (\d\S*)/.exec(reason);
  const by = /(?:^|[ ,])(?:\[by ([^\]]{1,80})\]|by ((?:the )?\p{Lu}[^,;:]{0,60}?))[,.]?$/u.exec(reason);
  if (by) reason = reason.slice(0, by.index).trim();
  // A placeholder of ours is no reason.
  if (/^\[?(?:reason|why)\]?$/i.test(reason)) reason = '';
  reason = trimEndOf(reason, ' ,;');
  return {
    reason,
    ...(by ? { by: (by[1] ?? by[2])!.trim() } : {}),
    ...(until ? { until: until[1]! } : {}),
    ...(other ? { fault: `"until ${other[1]}" is no date: write it as until 2027-12-31` } : {}),
  };
}

function coverOf(verb: Verb, at: Span, covers: readonly Cover[], draft: string, clause: Span | null): Span | null {
  switch (verb) {
    case 'disable-file':
      return { start: 0, end: draft.length };
    case 'disable':
      return { start: at.end, end: draft.length };
    case 'disable-clause':
      return clause;
    case 'disable-line': {
      // The innermost block around it, else the block that begins or ends on its line.
      const inside = covers.findLast((cover) => cover.span.start <= at.start && cover.span.end >= at.end);
      if (inside) return inside.span;
      const next = covers.find((cover) => cover.span.start >= at.end);
      if (next && !draft.slice(at.end, next.span.start).includes('\n')) return next.span;
      const before = covers.findLast((cover) => cover.span.end <= at.start);
      return before && !draft.slice(before.span.end, at.start).includes('\n') ? before.span : null;
    }
    default:
      return covers.find((cover) => cover.span.start >= at.end)?.span ?? null;
  }
}
