import type { Finding } from '#base';
import { articleOf, countLevels, grouped, open, plural, tally, waived } from './counts.ts';
import { placesInWords } from './fold.ts';
import { shownBefore, taskRows } from './matrix.ts';
import { type Place, placer } from './position.ts';
import type { Format, LintedDraft, ReportOptions } from './types.ts';
import { chainLines, speaks, verdictOf } from './verdict.ts';
import { oneLine } from './visible.ts';

/** Findings of a draft from which on they are folded by article. */
const MANY = 40;

/** A report to paste into a note or a merge request: each finding with why and what to do, a table by rule, and the verdict. */
export const markdown: Format = (drafts, options) => {
  const all = drafts.flatMap(open);
  const lines = ['# treatylint', '', `${tally(countLevels(all))} in ${plural(drafts.length, 'draft')}.`, ''];
  for (const draft of drafts) lines.push(...section(draft, options));
  if (all.length > 0) {
    lines.push('## By rule', '', '| rule | findings |', '|---|---|');
    for (const [rule, counts] of grouped(all, (finding) => `${finding.code} ${finding.name}`))
      lines.push(`| ${rule} | ${tally(counts, true)} |`);
    lines.push('');
  }
  const before = shownBefore(drafts);
  for (const draft of drafts) lines.push(...verdictLines(draft, drafts.length > 1, before.get(draft), options));
  return `${lines.join('\n').trimEnd()}\n`;
};

function section(draft: LintedDraft, { all }: ReportOptions): string[] {
  const lines = [`## ${cell(draft.path)}`, ''];
  const findings = open(draft);
  const place = placer(draft.text);
  for (const fault of draft.faults) lines.push(`Could not be used: ${cell(fault.message)}`, '');
  if (findings.length === 0 && draft.document !== null) lines.push('Clean: nothing found.', '');
  if (all || findings.length <= MANY) lines.push(...findings.flatMap((finding) => findingLines(finding, place(finding))));
  else lines.push(...folded(findings, (finding) => findingLines(finding, place(finding))));
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

function findingLines(finding: Finding, { start }: Place): string[] {
  const lines = [`### ${cell(finding.clause ?? 'Whole document')}: ${finding.code} ${finding.name} (${finding.severity})`, ''];
  lines.push(`Line ${start.line}, column ${start.column}:`, '', `> ${cell(finding.quote)}`, '');
  lines.push(`**What.** ${cell(finding.message)}`, '');
  if (finding.why !== '') lines.push(`**Why.** ${cell(finding.why)}`, '');
  if (finding.remedy !== '') lines.push(`**What to do.** ${cell(finding.remedy)}`, '');
  for (const { file, clause, quote } of finding.elsewhere ?? [])
    lines.push(`**Against.** ${cell(file)}${clause ? `, ${cell(clause)}` : ''}: “${cell(quote)}”`, '');
  for (const each of finding.suggestions) lines.push(`- ${cell(each.desc)}: “${cell(each.text)}”`);
  if (finding.suggestions.length > 0) lines.push('');
  return lines;
}

/** A long list by article, each closed until a reader opens it; nothing is left out. */
function folded(findings: readonly Finding[], tell: (finding: Finding) => string[]): string[] {
  const byArticle = new Map<string, Finding[]>();
  for (const finding of findings) {
    const article = articleOf(finding.clause);
    byArticle.set(article, [...(byArticle.get(article) ?? []), finding]);
  }
  return [...byArticle].flatMap(([article, own]) => [
    `<details><summary>${html(article)}: ${tally(countLevels(own), true)}</summary>`,
    '',
    ...own.flatMap(tell),
    '</details>',
    '',
  ]);
}

/** Grade of each chain, layer scores, who bears which task, and the repairs that would change most. */
function verdictLines(
  draft: LintedDraft,
  many: boolean,
  before: LintedDraft | undefined,
  { all, relative }: ReportOptions,
): string[] {
  const verdict = verdictOf(draft);
  if (verdict === null || !speaks(verdict)) return [];
  const lines = [many ? `## Verdict on ${cell(draft.path)}` : '## Verdict', ''];
  lines.push(...chainLines(verdict, all).map((line) => `- ${cell(line)}`), '');
  if (verdict.layers.length > 0)
    lines.push(`Layers: ${verdict.layers.map(([name, score]) => `${cell(name)} ${score} of 3`).join(', ')}.`, '');
  if (verdict.matrix && before) lines.push(`Tasks: as in ${cell(before.path)}, which is of the same package.`, '');
  else if (verdict.matrix) {
    lines.push('| task | who bears it |', '|---|---|');
    for (const { task, bearers } of taskRows(verdict.matrix, relative))
      lines.push(`| ${task} | ${bearers === null ? '**nobody**' : cell(bearers)} |`);
    lines.push('');
  }
  if (verdict.repairs.length > 0) lines.push('What to repair first:', '');
  verdict.repairs.forEach(({ code, clauses, remedy }, n) => {
    lines.push(`${n + 1}. ${code}${clauses.length > 0 ? ` (${cell(placesInWords(clauses, all))})` : ''}: ${cell(remedy)}`);
  });
  if (verdict.repairs.length > 0) lines.push('');
  return lines;
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Words of a draft inside a tag of HTML. */
function html(text: string): string {
  return oneLine(text).replace(/[&<>]/g, (mark) => MARKS[mark]!);
}

/** Words of a draft as plain words of a Markdown line or table cell: no mark, link, tag or script of theirs takes effect. */
export function cell(text: string): string {
  return oneLine(text)
    .replace(/[&<>]/g, (mark) => MARKS[mark]!)
    .replace(/[\\`*_{}[\]|~#]/g, '\\$&')
    .replaceAll('@', '&#64;');
}
