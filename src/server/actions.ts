import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { Finding, Span } from '#base';
import type { Drafted } from './desk.ts';
import { openOf } from './diagnostics.ts';
import type { Text } from './text.ts';

/** Command of the server that opens a rule's page. */
export const EXPLAIN = 'treatylint.explain';

/** What can be done about the findings at a place: each wording that would repair one, a waiver with its reason, the rule's page. */
export function actionsAt(
  { linted, reading }: Drafted,
  text: Text,
  at: Span,
  diagnostics: readonly Diagnostic[],
  edit: (edits: readonly TextEdit[]) => NonNullable<CodeAction['edit']>,
): CodeAction[] {
  const near = openOf(linted.findings).filter(({ start, end }) => start <= at.end && end >= at.start);
  const shownFor = (finding: Finding): Diagnostic[] =>
    diagnostics.filter((each) => (each.data as { fingerprint?: string } | undefined)?.fingerprint === finding.fingerprint);
  const wordings = near.flatMap((finding) =>
    finding.suggestions.map(
      (each): CodeAction => ({
        title: `${finding.code}: ${each.desc}`,
        kind: CodeActionKind.QuickFix,
        diagnostics: shownFor(finding),
        edit: edit([{ range: text.range(each), newText: each.text }]),
      }),
    ),
  );
  const notes = (linted.waiverNotes ?? []).flatMap(({ fix, start, end }): CodeAction[] =>
    fix && start <= at.end && end >= at.start
      ? [{ title: fix.desc, kind: CodeActionKind.QuickFix, edit: edit([{ range: text.range(fix), newText: fix.text }]) }]
      : [],
  );
  const others = near.flatMap((finding): CodeAction[] => [
    {
      title: `${finding.code}: accept here, with a reason`,
      kind: CodeActionKind.QuickFix,
      diagnostics: shownFor(finding),
      edit: edit([waiver(finding, text, reading?.parsed.text.length === text.text.length ? tableSpans(reading) : [])]),
    },
    { title: `${finding.code}: explain ${finding.name}`, kind: CodeActionKind.QuickFix, command: explain(finding.code) },
  ]);
  return [...wordings, ...notes, ...others];
}

function explain(code: string): NonNullable<CodeAction['command']> {
  return { title: 'Explain', command: EXPLAIN, arguments: [code] };
}

/** The words that stand where the reason belongs: whoever accepts a finding replaces them. */
const REASON = 'say here why this is accepted';

/** A comment at the end of the line of the words, in a table at the end of them; for the whole document at the end of the draft. */
function waiver(finding: Finding, text: Text, cells: readonly Span[]): TextEdit {
  const whole = finding.clause === null;
  const comment = `<!-- treatylint-disable-${whole ? 'file' : 'line'} ${finding.code}: ${REASON} -->`;
  if (whole) {
    const end = text.text.trimEnd().length;
    return { range: text.range({ start: end, end }), newText: `\n\n${comment}` };
  }
  const cell = cells.find(({ start, end }) => start <= finding.start && finding.end <= end);
  let end = finding.end;
  if (!cell) {
    while (end < text.text.length && text.text[end] !== '\n' && text.text[end] !== '\r') end++;
    while (end > finding.end && /\s/.test(text.text[end - 1]!)) end--;
  }
  return { range: text.range({ start: end, end }), newText: ` ${comment}` };
}

function tableSpans(reading: NonNullable<Drafted['reading']>): Span[] {
  return reading.outline.blocks
    .filter(({ kind }) => kind === 'cell')
    .map((block) => ({ start: block.source[0] ?? 0, end: block.source[block.text.length] ?? 0 }));
}
