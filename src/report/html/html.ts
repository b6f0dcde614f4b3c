import { articleOf, countLevels, LEVELS, open, plural, tally, waived } from '../counts.ts';
import { shownBefore } from '../matrix.ts';
import { placer } from '../position.ts';
import type { Format, LintedDraft, ReportOptions } from '../types.ts';
import { verdictOf } from '../verdict.ts';
import { oneLine } from '../visible.ts';
import { draftView } from './draft-view.ts';
import { escapeHtml } from './escape-html.ts';
import type { Numbered } from './finding-card.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { gradeLine, verdictBox } from './verdict-box.ts';

/**
 * One page for a reader without the tool: each draft with its findings in the margin, then the verdict with the response chains drawn. Complete
 * in one file: it loads nothing, and runs from disk.
 */
export const html: Format = (drafts, options) => {
  const all = drafts.flatMap(open);
  const title = drafts.length === 1 ? titleOf(drafts[0]!) : `${plural(drafts.length, 'draft')}`;
  let number = 0;
  const before = shownBefore(drafts);
  const sections = drafts.map((draft, n) => {
    const place = placer(draft.text);
    const findings = [...open(draft), ...waived(draft)]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((finding): Numbered => ({ number: ++number, finding, line: place(finding).start.line }));
    return section(draft, n + 1, findings, before.get(draft), options);
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>treatylint: ${escapeHtml(title)}</title>
<style>${pageStyle}
</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="counts">${tally(countLevels(all))} in ${plural(drafts.length, 'draft')}</p>
</header>
<main>
${all.length > 0 ? filters(drafts) : ''}
${sections.join('\n')}
</main>
<footer>treatylint ${escapeHtml(options.version)}</footer>
<script>${pageScript}
</script>
</body>
</html>
`;
};

function titleOf(draft: LintedDraft): string {
  const heading = /^#\s+(.+)$/m.exec(draft.text)?.[1];
  return heading ? oneLine(heading) : draft.path;
}

/** Level, family and article; hidden until the script can make them work. */
function filters(drafts: readonly LintedDraft[]): string {
  const findings = drafts.flatMap((draft) => draft.findings);
  const families = [...new Set(findings.map((finding) => finding.code.slice(0, 3)))].sort();
  const articles = [...new Set(findings.map((finding) => articleOf(finding.clause)))];
  const choices = (name: string, all: string, values: readonly string[]): string =>
    `<label>${name[0]!.toUpperCase()}${name.slice(1)} <select name="${name}"><option value="">${all}</option>${values.map((value) => `<option>${escapeHtml(value)}</option>`).join('')}</select></label>`;
  return [
    '<nav hidden aria-label="Filters">',
    ...LEVELS.map((level) => `<label><input type="checkbox" value="${level}" checked> ${level}</label>`),
    choices('family', 'all families', families),
    choices('article', 'all articles', articles),
    '<output></output>',
    '</nav>',
  ].join('');
}

/** A draft: its grades, the text with its findings, and the verdict. `before`: a draft whose verdict has shown the same package. */
function section(
  draft: LintedDraft,
  number: number,
  findings: readonly Numbered[],
  before: LintedDraft | undefined,
  options: ReportOptions,
): string {
  const path = options.relative(draft.path);
  const verdict = verdictOf(draft);
  const faults = draft.faults.map((fault) => `<p class="note">Could not be used: ${escapeHtml(fault.message)}</p>`).join('');
  return [
    `<section><h2 class="ui">${escapeHtml(path)}</h2>`,
    `<p class="counts ui">${tally(countLevels(open(draft)), true)}</p>`,
    faults,
    verdict ? gradeLine(verdict, number) : '',
    draftView(draft.text, findings),
    verdict ? verdictBox(verdict, number, before, options) : '',
    '</section>',
  ].join('\n');
}
