import picocolors from 'picocolors';
import type { Elsewhere, Finding, Severity } from '#base';
import { articleOf, type Counts, countLevels, grouped, open, plural, tally, waived } from './counts.ts';
import { placesInWords } from './fold.ts';
import { codeFrame, type FramePaint } from './frame.ts';
import { type Place, placer } from './position.ts';
import type { Format, LintedDraft, ReportOptions } from './types.ts';
import { chainLines, speaks, verdictOf } from './verdict.ts';
import { columnsOf, oneLine } from './visible.ts';

/** Rows of a table before the rest is only counted. */
const MAX_ROWS = 20;

type Paint = ReturnType<typeof picocolors.createColors>;

/** For a reader at a terminal: every finding with its words underlined, why it matters and what to write instead; then a summary. */
export const pretty: Format = (drafts, options) => {
  const paint = picocolors.createColors(options.color);
  const lines: string[] = [];
  for (const draft of drafts) {
    const findings = open(draft);
    if (findings.length === 0) {
      if (!options.quiet && draft.document !== null)
        lines.push(`${paint.green('✓')} ${oneLine(draft.path)}: ${cleanWords(waived(draft).length)}`, '');
      continue;
    }
    const place = placer(draft.text);
    const frame = codeFrame(draft.text);
    const framePaint: FramePaint = { gutter: paint.dim, caret: (text) => paint.bold(paint.red(text)) };
    lines.push(paint.bold(paint.underline(oneLine(draft.path))), '');
    for (const finding of findings) {
      lines.push(headline(finding, place(finding), draft.path, paint));
      lines.push(...frame(finding, options.width, framePaint));
      lines.push(...words(finding, options.width, paint), '');
    }
  }
  if (!options.quiet) {
    lines.push(...tables(drafts, options.all, paint));
    for (const draft of drafts) lines.push(...verdictLines(draft, drafts.length > 1, options, paint));
    lines.push(total(drafts, paint));
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
};

function cleanWords(count: number): string {
  return count === 0 ? 'clean, nothing found' : `clean, nothing found beside ${plural(count, 'waived finding')}`;
}

/** `error  Article 5(1)  TRG001 discretionary-response  drafts/a.md:12:33` */
function headline(finding: Finding, place: Place, path: string, paint: Paint): string {
  const clause = oneLine(finding.clause ?? 'Whole document');
  const at = `${oneLine(path)}:${place.start.line}:${place.start.column}`;
  return `${levelPaint(paint)[finding.severity](finding.severity)}  ${paint.bold(clause)}  ${finding.code} ${finding.name}  ${paint.dim(at)}`;
}

/** The other place of a conflict: `guarantee.md, Article 3: “within 24 hours”`. */
function elsewhereLine({ file, clause, quote }: Elsewhere): string {
  return `${file}${clause ? `, ${clause}` : ''}: “${quote}”`;
}

/** What, why, what to do, and the wordings that would repair it. */
function words(finding: Finding, width: number, paint: Paint): string[] {
  const rows: (readonly [string, string])[] = [
    ['What', finding.message],
    ['Why', finding.why],
    ['What to do', finding.remedy],
    ...finding.suggestions.map(
      (each) => ['Try', each.text.trim() === '' ? each.desc : `${each.desc}: “${oneLine(each.text)}”`] as const,
    ),
  ];
  if (finding.further.length > 0) {
    const places = [...new Set(finding.further.map((each) => each.clause ?? 'the whole document'))];
    rows.push(['Also in', places.join(', ')]);
  }
  for (const each of finding.elsewhere ?? []) rows.push(['Against', elsewhereLine(each)]);
  if (finding.related.length > 0) rows.push(['See also', finding.related.join(', ')]);
  return rows.filter(([, text]) => text !== '').flatMap(([label, text]) => paragraph(label, oneLine(text), width, paint));
}

/** The verdict on a draft of a guarantee: what the response is worth, how strong each layer is, who bears what, what to repair first. */
function verdictLines(draft: LintedDraft, many: boolean, { width, all }: ReportOptions, paint: Paint): string[] {
  const verdict = verdictOf(draft);
  if (verdict === null || !speaks(verdict)) return [];
  const lines = [paint.bold(many ? `Verdict on ${oneLine(draft.path)}` : 'Verdict')];
  const tell = (label: string, text: string): void => {
    lines.push(...paragraph(label, oneLine(text), width, paint));
  };
  for (const [n, line] of chainLines(verdict, all).entries()) tell(n === 0 ? 'If attacked' : '', line);
  if (verdict.layers.length > 0) tell('Layers', verdict.layers.map(([name, score]) => `${name} ${score} of 3`).join(', '));
  const free = verdict.matrix?.rows.filter(({ bearers }) => bearers.length === 0).map(({ task }) => task) ?? [];
  if (free.length > 0) tell('Tasks', `nobody bears ${free.join(', ')}`);
  verdict.repairs.forEach(({ code, clauses, remedy }, n) => {
    const where = clauses.length > 0 ? ` in ${placesInWords(clauses, all)}` : '';
    tell(n === 0 ? 'Repair' : '', `${code}${where}: ${remedy}`);
  });
  return [...lines, ''];
}

const INDENT = 14;

/** A labelled paragraph with a hanging indent, broken at spaces. */
function paragraph(label: string, text: string, width: number, paint: Paint): string[] {
  const room = Math.max(24, width - INDENT);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const size = sizeOf(word);
    if (used > 0 && used + 1 + size > room) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      line = used > 0 ? `${line} ${word}` : word;
      used += size + (used > 0 ? 1 : 0);
    }
  }
  lines.push(line);
  return lines.map((each, index) => `  ${index === 0 ? paint.cyan(label.padEnd(INDENT - 2)) : ' '.repeat(INDENT - 2)}${each}`);
}

function sizeOf(word: string): number {
  let size = 0;
  for (const letter of word) size += columnsOf(letter.codePointAt(0)!);
  return size;
}

/** Tables by rule and by article. */
function tables(drafts: readonly LintedDraft[], whole: boolean, paint: Paint): string[] {
  const all = drafts.flatMap(open);
  if (all.length === 0) return [];
  const byRule = grouped(all, (finding) => `${finding.code} ${finding.name}`);
  const many = drafts.filter((draft) => open(draft).length > 0).length > 1;
  const keys = new Map(
    drafts.flatMap((draft) => open(draft).map((finding) => [finding, articleKey(finding, many ? draft.path : '')] as const)),
  );
  const byArticle = grouped(all, (finding) => keys.get(finding)!);
  return [...table('By rule', byRule, whole, paint), '', ...table('By article', byArticle, whole, paint), ''];
}

/** `2 errors, 8 warnings, 1 info in 1 draft, 1 waived` */
function total(drafts: readonly LintedDraft[], paint: Paint): string {
  const counts = countLevels(drafts.flatMap(open));
  const read = drafts.filter((draft) => draft.document !== null);
  const hidden = read.reduce((sum, draft) => sum + waived(draft).length, 0);
  const color = counts.error > 0 ? paint.red : counts.warning > 0 ? paint.yellow : paint.green;
  return paint.bold(color(`${tally(counts)} in ${plural(read.length, 'draft')}${hidden > 0 ? `, ${hidden} waived` : ''}`));
}

function articleKey(finding: Finding, path: string): string {
  const article = oneLine(articleOf(finding.clause));
  return path === '' ? article : `${oneLine(path)}: ${article}`;
}

function table(title: string, rows: readonly (readonly [string, Counts])[], whole: boolean, paint: Paint): string[] {
  const shown = whole ? rows : rows.slice(0, MAX_ROWS);
  const wide = Math.max(...shown.map(([key]) => sizeOf(key)));
  const lines = shown.map(([key, counts]) => `  ${key}${' '.repeat(wide - sizeOf(key))}  ${tally(counts, true)}`);
  if (rows.length > shown.length) lines.push(paint.dim(`  and ${rows.length - shown.length} more; --all lists them`));
  return [paint.bold(title), ...lines];
}

function levelPaint(paint: Paint): Record<Severity, (text: string) => string> {
  return {
    error: (text) => paint.red(paint.bold(text)),
    warning: (text) => paint.yellow(paint.bold(text)),
    info: (text) => paint.blue(paint.bold(text)),
  };
}
