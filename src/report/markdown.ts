import { countLevels, grouped, open, plural, tally, waived } from './counts.ts';
import { placer } from './position.ts';
import type { Format, LintedDraft } from './types.ts';
import { chainLines, verdictOf } from './verdict.ts';
import { oneLine } from './visible.ts';

/** A report to paste into a note or a merge request: a table for each draft, each finding with why and what to do. */
export const markdown: Format = (drafts) => {
  const all = drafts.flatMap(open);
  const lines = ['# treatylint', '', `${tally(countLevels(all))} in ${plural(drafts.length, 'draft')}.`, ''];
  for (const draft of drafts) lines.push(...section(draft));
  if (all.length > 0) {
    lines.push('## By rule', '', '| rule | findings |', '|---|---|');
    for (const [rule, counts] of grouped(all, (finding) => `${finding.code} ${finding.name}`))
      lines.push(`| ${rule} | ${tally(counts, true)} |`);
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
};

function section(draft: LintedDraft): string[] {
  const lines = [`## ${cell(draft.path)}`, ''];
  const findings = open(draft);
  const place = placer(draft.text);
  for (const fault of draft.faults) lines.push(`Could not be used: ${cell(fault.message)}`, '');
  lines.push(...verdictLines(draft));
  if (findings.length === 0 && draft.document !== null) lines.push('Clean: nothing found.', '');
  for (const finding of findings) {
    const { start } = place(finding);
    lines.push(`### ${cell(finding.clause ?? 'Whole document')}: ${finding.code} ${finding.name} (${finding.severity})`, '');
    lines.push(`Line ${start.line}, column ${start.column}:`, '', `> ${cell(finding.quote)}`, '');
    lines.push(`**What.** ${cell(finding.message)}`, '');
    if (finding.why !== '') lines.push(`**Why.** ${cell(finding.why)}`, '');
    if (finding.remedy !== '') lines.push(`**What to do.** ${cell(finding.remedy)}`, '');
    for (const { file, clause, quote } of finding.elsewhere ?? [])
      lines.push(`**Against.** ${cell(file)}${clause ? `, ${cell(clause)}` : ''}: “${cell(quote)}”`, '');
    for (const each of finding.suggestions) lines.push(`- ${cell(each.desc)}: “${cell(each.text)}”`);
    if (finding.suggestions.length > 0) lines.push('');
  }
  const accepted = waived(draft);
  if (accepted.length > 0) {
    lines.push('### Waived', '', '| rule | clause | words | reason |', '|---|---|---|---|');
    for (const finding of accepted) {
      lines.push(
        `| ${finding.code} ${finding.name} | ${cell(finding.clause ?? 'whole document')} | ${cell(finding.quote)} | ${cell(finding.waived!.reason)} |`,
      );
    }
    lines.push('');
  }
  return lines;
}

/** Grade of each chain, layer scores, and the repairs that would change most. */
function verdictLines(draft: LintedDraft): string[] {
  const verdict = verdictOf(draft);
  if (verdict === null || (verdict.chains.length === 0 && verdict.repairs.length === 0 && verdict.layers.length === 0)) return [];
  const lines = ['### Verdict', '', ...chainLines(verdict).map((line) => `- ${cell(line)}`), ''];
  if (verdict.layers.length > 0)
    lines.push(`Layers: ${verdict.layers.map(([name, score]) => `${cell(name)} ${score} of 3`).join(', ')}.`, '');
  verdict.repairs.forEach(({ code, clauses, remedy }, n) => {
    lines.push(`${n + 1}. ${code}${clauses.length > 0 ? ` (${cell(clauses.join(', '))})` : ''}: ${cell(remedy)}`);
  });
  if (verdict.repairs.length > 0) lines.push('');
  return lines;
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Words of a draft as plain words of a Markdown line or table cell: no mark, link, tag or script of theirs takes effect. */
export function cell(text: string): string {
  return oneLine(text)
    .replace(/[&<>]/g, (mark) => MARKS[mark]!)
    .replace(/[\\`*_{}[\]|~#]/g, '\\$&')
    .replaceAll('@', '&#64;');
}
