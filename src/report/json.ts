import type { Fault, Finding } from '#base';
import { countLevels, open, waived } from './counts.ts';
import { type Place, placer } from './position.ts';
import type { Format, LintedDraft } from './types.ts';
import { safeJson } from './visible.ts';

/** ESLint's shape with more in it (design 4): one object for each draft, in the order given. */
export const json: Format = (drafts, options) => {
  const files = drafts.map((draft) => {
    const place = placer(draft.text);
    const findings = open(draft);
    const counts = countLevels(findings);
    const notes = draft.waiverNotes ?? [];
    const fatal = [...draft.faults.map(fatalOf), ...draft.defects.map(defectOf)];
    return {
      filePath: options.absolute(draft.path),
      messages: [
        ...fatal,
        ...findings.map((finding) => messageOf(finding, place(finding), options.absolute)),
        ...notes.map((note) => noteOf(note, place(note))),
      ],
      suppressedMessages: waived(draft).map((finding) => ({
        ...messageOf(finding, place(finding), options.absolute),
        suppressions: [
          {
            kind: finding.waived!.from === undefined ? 'directive' : finding.waived!.from === 'baseline' ? 'baseline' : 'config',
            justification: finding.waived!.reason,
          },
        ],
      })),
      errorCount: counts.error + fatal.length,
      warningCount: counts.warning,
      infoCount: counts.info + notes.length,
      fatalErrorCount: fatal.length,
      fixableErrorCount: 0,
      fixableWarningCount: 0,
      document: draft.document,
    };
  });
  return `${safeJson(files)}\n`;
};

/** A finding as ESLint's adapters read it. Suggestions are offered, never applied by themselves: there is no `fix`. */
function messageOf(finding: Finding, place: Place, absolute: (path: string) => string): object {
  return {
    ruleId: finding.code,
    ruleName: finding.name,
    severity: finding.severity === 'error' ? 2 : 1,
    level: finding.severity,
    message: finding.message,
    line: place.start.line,
    column: place.start.column,
    endLine: place.end.line,
    endColumn: place.end.column,
    offset: finding.start,
    endOffset: finding.end,
    quote: finding.quote,
    clause: finding.clause,
    confidence: finding.confidence,
    related: finding.related,
    ...(finding.elsewhere
      ? {
          elsewhere: finding.elsewhere.map(({ file, clause, quote, start, end }) => ({
            filePath: absolute(file),
            clause,
            quote,
            offset: start,
            endOffset: end,
          })),
        }
      : {}),
    docsUrl: finding.docsUrl,
    fingerprint: finding.fingerprint,
    suggestions: finding.suggestions.map((each) => ({
      desc: each.desc,
      fix: { range: [each.start, each.end], text: each.text },
    })),
  };
}

/** A waiver that does not do what its author thinks, with the change that mends it. No rule found it: `ruleId` is null, as ESLint has it. */
function noteOf(note: NonNullable<LintedDraft['waiverNotes']>[number], place: Place): object {
  return {
    ruleId: null,
    severity: 1,
    level: 'info',
    message: note.from === undefined ? note.message : `${note.from}: ${note.message}`,
    line: place.start.line,
    column: place.start.column,
    endLine: place.end.line,
    endColumn: place.end.column,
    suggestions: note.fix ? [{ desc: note.fix.desc, fix: { range: [note.fix.start, note.fix.end], text: note.fix.text } }] : [],
  };
}

/** Something the user gave that cannot be used: adapters show it at its line. */
function fatalOf(fault: Fault): object {
  const message = fault.pointer === '' ? fault.message : `${fault.pointer}: ${fault.message}`;
  return { ruleId: null, severity: 2, level: 'error', fatal: true, message, line: fault.line ?? 1, column: fault.column ?? 1 };
}

/** Something treatylint did wrong: the other findings stand. */
function defectOf(defect: { readonly code: string; readonly message: string }): object {
  const message = `A defect in treatylint (${defect.code}): ${defect.message}`;
  return { ruleId: null, severity: 2, level: 'error', fatal: true, message, line: 1, column: 1 };
}
