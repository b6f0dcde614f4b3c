import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Fault, Finding, Severity } from '#base';
import { lineStarts, positionAt } from '#report';
import type { Desk, Drafted } from './desk.ts';
import type { Text } from './text.ts';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
const SOURCE = 'treatylint';

/** What is shown under the words of a draft: its findings, idle waivers, and what in it could not be used. */
export function diagnosticsOf(drafted: Drafted, text: Text, desk: Desk): Diagnostic[] {
  const { findings, faults, defects, waiverNotes = [] } = drafted.linted;
  return [
    ...faults.map((fault) => faultOf(fault, text)),
    ...defects.map((defect) => ({
      range: text.range({ start: 0, end: 0 }),
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      message: `A defect in treatylint (${defect.code}): ${defect.message}`,
    })),
    ...openOf(findings).map((finding) => findingOf(finding, text, desk)),
    ...waiverNotes.map((note) => ({
      range: text.range(note),
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      message: note.from === undefined ? note.message : `${note.from}: ${note.message}`,
    })),
  ];
}

/** Findings that nobody has accepted. */
export function openOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => !finding.waived);
}

function findingOf(finding: Finding, text: Text, desk: Desk): Diagnostic {
  const page = desk.page(finding.code);
  const related = [
    ...finding.further.map(({ clause, ...span }) => ({
      location: { uri: text.uri, range: text.range(span) },
      message: `the same in ${clause ?? 'the whole document'}`,
    })),
    ...(finding.elsewhere ?? []).map(({ file, clause, quote }) => ({
      location: { uri: uriOf(file), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      message: `${clause ?? 'there'}: “${quote}”`,
    })),
  ];
  return {
    range: text.range(finding),
    severity: SEVERITY[finding.severity],
    code: finding.code,
    ...(page === null ? {} : { codeDescription: { href: pathToFileURL(page).href } }),
    source: SOURCE,
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    data: { fingerprint: finding.fingerprint },
  };
}

/** A fault at its line, to the end of it. */
export function faultOf(fault: Fault, text: Text): Diagnostic {
  const starts = lineStarts(text.text);
  const line = Math.min(fault.line ?? 1, starts.length);
  const begin = starts[line - 1]! + (fault.column ?? 1) - 1;
  const next = starts[line] ?? text.text.length;
  const end = positionAt(starts, begin).line === line ? begin + text.text.slice(begin, next).trimEnd().length : begin;
  const message = fault.pointer === '' ? fault.message : `${fault.pointer}: ${fault.message}`;
  return { range: text.range({ start: begin, end }), severity: DiagnosticSeverity.Error, source: SOURCE, message };
}

/** URI of a draft; one that was never saved is known by its URI. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
