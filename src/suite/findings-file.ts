import type { Finding } from '#base';

/** One approved finding: `Article 5(2) | TRG001 error | words`. */
export interface ApprovedFinding {
  /** As cited, or `document`. */
  readonly clause: string;
  readonly code: string;
  /** `error`, `warning` or `info`; ` waived` after it where a waiver covers the finding. */
  readonly level: string;
  /** On one line. */
  readonly words: string;
}

const LINE = /^(.+?) \| ([A-Z]{3}\d{3}) ((?:error|warning|info)(?: waived)?) \|(?: (.*))?$/;

/** The findings of a draft as a `.findings` file holds them: each on a line, in the order of the text; empty for none. */
export function writeFindings(findings: readonly Finding[]): string {
  return approvedForm(findings)
    .map(writeLine)
    .map((line) => `${line}\n`)
    .join('');
}

/** Findings reduced to what is approved. */
export function approvedForm(findings: readonly Finding[]): ApprovedFinding[] {
  return findings.map(({ clause, code, severity, waived, quote }) => ({
    clause: clause ?? 'document',
    code,
    level: waived ? `${severity} waived` : severity,
    words: quote.replace(/\s+/g, ' ').trim(),
  }));
}

/** One line, without its end. */
export function writeLine({ clause, code, level, words }: ApprovedFinding): string {
  return `${clause} | ${code} ${level} | ${words}`;
}

/** Reads a `.findings` file. A line of another form is a fault, with its number. */
export function readFindings(text: string): {
  readonly findings: readonly ApprovedFinding[];
  readonly faults: readonly { readonly line: number; readonly message: string }[];
} {
  const findings: ApprovedFinding[] = [];
  const faults: { line: number; message: string }[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const found = LINE.exec(line);
    if (found) findings.push({ clause: found[1]!, code: found[2]!, level: found[3]!, words: (found[4] ?? '').trim() });
    else faults.push({ line: index + 1, message: 'not of the form "clause | CODE level | words"' });
  });
  return { findings, faults };
}
