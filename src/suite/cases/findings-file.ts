import type { Finding } from '#base';
import { hint } from '#rules';

/** One approved finding: `Article 5(2) | TRG001 error | words`. Clause, code, words and `nth` are its key; no line number is. */
export interface ApprovedFinding {
  /** As cited, or `document`. */
  readonly clause: string;
  readonly code: string;
  /** `error`, `warning` or `info`; ` waived` after it where a waiver covers the finding. */
  readonly level: string;
  /** On one line. */
  readonly words: string;
  /** 1, or more where the clause raises the same code on the same words again. */
  readonly nth: number;
}

/** Something in a findings file that is not as `--approve` writes it. */
export interface LineFault {
  readonly line: number;
  readonly message: string;
  /** Named, and read all the same. */
  readonly harmless?: true;
}

/** What approved findings may speak of: the codes of the rule book and the clauses of the draft, as cited. */
export interface Known {
  readonly codes: readonly string[];
  readonly clauses: readonly string[];
}

/** What stands between the clause and the words of a line. */
const MIDDLE = / \| ([A-Z]{3}\d{3}) ((?:error|warning|info)(?: waived)?)(?: #(\d{1,3}))? \|(?= |$)/;

/** The whole text of a draft that raises nothing: an emptied file is not mistaken for it. */
const NONE = 'none';

/** The findings of a draft as a `.findings` file holds them: each on a line, in the order of the text; `none` without any. */
export function writeFindings(findings: readonly Finding[]): string {
  const lines = approvedForm(findings).map(writeLine);
  return `${(lines.length > 0 ? lines : [NONE]).join('\n')}\n`;
}

/** Findings reduced to what is approved. */
export function approvedForm(findings: readonly Finding[]): ApprovedFinding[] {
  const seen = new Map<string, number>();
  return findings.map(({ clause, code, severity, waived, quote }) => {
    const one = { clause: clause ?? 'document', code, words: quote.replace(/\s+/g, ' ').trim() };
    const key = keyOf(one);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { ...one, level: waived ? `${severity} waived` : severity, nth };
  });
}

/** One line, without its end. */
export function writeLine({ clause, code, level, words, nth }: ApprovedFinding): string {
  return `${clause} | ${code} ${level}${nth > 1 ? ` #${nth}` : ''} | ${words}`.trimEnd();
}

/**
 * Reads a `.findings` file. Every line that cannot be used is a fault with its number: another form, an unknown code, a key that stands
 * twice, a clause that the draft does not have. Windows line ends are named once and read all the same.
 */
export function readFindings(
  text: string,
  known: Known | null,
): { readonly findings: readonly ApprovedFinding[]; readonly faults: readonly LineFault[] } {
  const findings: ApprovedFinding[] = [];
  const faults: LineFault[] = [];
  const lines = new Map<string, number>();
  const windows = text.split('\n').findIndex((line) => line.endsWith('\r'));
  if (windows >= 0) faults.push({ line: windows + 1, message: 'Windows line ends; --approve writes plain ones', harmless: true });
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    if (raw.trim() === '' || raw.trim() === NONE) continue;
    const told = raw.trimEnd();
    const found = MIDDLE.exec(told);
    if (!found || found.index === 0) {
      faults.push({ line, message: 'not of the form "clause | CODE level | words"' });
      continue;
    }
    const [middle, code, level, nth] = found as unknown as [string, string, string, string?];
    const clause = told.slice(0, found.index);
    const words = told.slice(found.index + middle.length).trim();
    const one: ApprovedFinding = { clause, code, level, words, nth: Number(nth ?? 1) };
    if (known && !known.codes.includes(code)) faults.push({ line, message: `unknown rule "${code}"${hint(code, known.codes)}` });
    if (known && clause !== 'document' && !known.clauses.includes(clause))
      faults.push({ line, message: `the draft has no clause "${clause}"` });
    const key = `${keyOf(one)} | ${one.nth}`;
    const before = lines.get(key);
    if (before !== undefined) {
      faults.push({ line, message: `the same clause, code and words as line ${before}` });
      continue;
    }
    lines.set(key, line);
    findings.push(one);
  }
  return { findings, faults };
}

/** What a finding is recognised by: not its level, not its line. */
export function keyOf({ clause, code, words }: Pick<ApprovedFinding, 'clause' | 'code' | 'words'>): string {
  return `${clause} | ${code} | ${words}`;
}
