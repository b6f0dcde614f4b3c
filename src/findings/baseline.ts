import type { Finding } from '#base';
import { foldWords, hashOf } from './fingerprint.ts';

/** Form of the file; another one is a fault. */
export const BASELINE_VERSION = 1;

/** A finding that was known when the baseline was written. */
export interface BaselineEntry {
  /** Path of the draft from the folder of the baseline, with `/`. */
  readonly file: string;
  readonly clause: string | null;
  readonly code: string;
  /** On one line, without what an editor changes. */
  readonly words: string;
  /** Of the sentence around the words: it knows them again where clauses are renumbered or text is moved. */
  readonly passage: string;
}

/** A draft with its findings, under the name that the baseline knows it by. */
export interface BaselineDraft {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** The entries of findings, in the order of the text; waived ones are accepted already. */
export function entriesOf({ file, text, findings }: BaselineDraft): BaselineEntry[] {
  return findings
    .filter((finding) => !finding.waived)
    .map(({ clause, code, quote, start, end }) => ({
      file,
      clause,
      code,
      words: foldKey(quote).slice(0, 300),
      passage: hashOf(foldKey(sentenceAround(text, start, end))),
    }));
}

/** What a baseline says of drafts: which findings it knows, and which of its entries are found no more. */
export interface BaselineMatch {
  /** For each draft, for each open finding in order, whether it is known. */
  readonly known: readonly (readonly boolean[])[];
  /** Entries of these drafts, and of drafts that are gone, that nothing matched. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * Matches findings with a baseline as a multiset: an entry knows one finding, so that a repaired clause never excuses a new one. The
 * surest likeness first: the same sentence in the same clause; the same sentence elsewhere (renumbered, moved); the same words in the same
 * clause (the sentence around them was edited); a finding about the whole draft (its title was edited); the same sentence in another draft.
 *
 * @param gone whether the draft of an entry is no longer there.
 */
export function matchBaseline(
  entries: readonly BaselineEntry[],
  drafts: readonly BaselineDraft[],
  gone: (file: string) => boolean,
): BaselineMatch {
  const files = new Set(drafts.map((draft) => draft.file));
  const open = new Set(entries.filter((entry) => files.has(entry.file) || gone(entry.file)));
  const found = drafts.map((draft) => entriesOf(draft));
  const known = found.map((row) => row.map(() => false));
  const keys: readonly ((entry: BaselineEntry) => string | null)[] = [
    (one) => `${one.file}\n${one.clause}\n${one.code}\n${one.words}\n${one.passage}`,
    (one) => `${one.file}\n${one.code}\n${one.words}\n${one.passage}`,
    (one) => `${one.file}\n${one.clause}\n${one.code}\n${one.words}`,
    (one) => (one.clause === null ? `${one.file}\n${one.code}` : null),
    (one) => `${one.code}\n${one.words}\n${one.passage}`,
  ];
  for (const key of keys) {
    const waiting = new Map<string, BaselineEntry[]>();
    for (const entry of open) {
      const name = key(entry);
      if (name === null) continue;
      const row = waiting.get(name);
      if (row) row.push(entry);
      else waiting.set(name, [entry]);
    }
    found.forEach((row, d) => {
      row.forEach((one, f) => {
        const name = key(one);
        const entry = known[d]![f] || name === null ? undefined : waiting.get(name)?.shift();
        if (!entry) return;
        known[d]![f] = true;
        open.delete(entry);
      });
    });
  }
  return { known, stale: [...open] };
}

/** The text of a baseline file: one entry a line, so that a change is read as one. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "tool": "treatylint",\n  "version": ${BASELINE_VERSION},\n  "findings": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`;
}

/** Reads a baseline file; a message where it is none. */
export function readBaseline(text: string): { readonly entries: readonly BaselineEntry[] } | { readonly fault: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { fault: `not a baseline: ${(error as Error).message}; write it anew with --update-baseline` };
  }
  const { tool, version, findings } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (tool !== 'treatylint') return { fault: 'not a baseline of treatylint' };
  if (version !== BASELINE_VERSION)
    return {
      fault: `a baseline of version ${JSON.stringify(version) ?? 'none'}: this treatylint reads version ${BASELINE_VERSION}`,
    };
  if (!Array.isArray(findings)) return { fault: 'not a baseline: its list of findings is missing' };
  const odd = findings.findIndex((entry: unknown) => !isEntry(entry));
  return odd < 0
    ? { entries: findings as BaselineEntry[] }
    : { fault: `not a baseline: entry ${odd + 1} of its findings is none` };
}

function isEntry(entry: unknown): entry is BaselineEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { file, clause, code, words, passage } = entry as Readonly<Record<string, unknown>>;
  return (
    [file, code, words, passage].every((each) => typeof each === 'string') && (clause === null || typeof clause === 'string')
  );
}

/** Numbers of clauses, and marks of Markdown, change without the words changing. */
function foldKey(words: string): string {
  return foldWords(words.replace(/^[ \t]*[>|#]+[ \t]?/gm, ' ').replace(/[*_`]/g, ''))
    .replace(
      /\b(articles?|paragraphs?|sections?|annex(?:es)?|chapters?|parts?|protocols?|points?|art\.) (?:[ivxlc]{1,8}|\d{1,4}|[a-z])\b(?:\([^() ]{1,6}\)){0,6}/g,
      '$1 #',
    )
    .replace(/^(?:\(?(?:\d{1,3}|[abd-hjkm-uwyz]|[ivxlc]{1,5})[.)])+ /, '');
}

const FAR = 1000;

/** The sentence that holds a run of words, at most a thousand characters to each side. */
function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < FAR && !isBorder(text, from)) from--;
  let to = end;
  while (to < text.length && to - end < FAR && !isBorder(text, to + 1)) to++;
  return text.slice(from, Math.min(to + 1, text.length));
}

/** Whether a sentence ends just before `at`: with a stop and a space, or with a blank line or a new list item. */
function isBorder(text: string, at: number): boolean {
  const before = text[at - 1];
  const next = text[at];
  if (
    (before === '.' || before === ';' || before === ':') &&
    (next === undefined || next === ' ' || next === '\n' || next === '\r')
  )
    return true;
  return before === '\n' && /^(?:[ \t]*\r?\n|[ \t]*(?:[-*+#|]|\(?\w{1,3}[.)]) ?)/.test(text.slice(at, at + 12));
}
