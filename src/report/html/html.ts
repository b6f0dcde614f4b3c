import { articleOf, countLevels, LEVELS, open, plural, tally, waived } from '../counts.ts';
import { placer } from '../position.ts';
import type { Format, LintedDraft } from '../types.ts';
import { chainLines, type Verdict, verdictOf } from '../verdict.ts';
import { oneLine } from '../visible.ts';
import { drawChain } from './chain-drawing.ts';
import { draftView } from './draft-view.ts';
import { escapeHtml } from './escape-html.ts';
import type { Numbered } from './finding-card.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

/**
 * One page for a reader without the tool: the verdict, the response chains drawn, and each draft with its findings in the margin. Complete
 * in one file: it loads nothing, and runs from disk.
 */
export const html: Format = (drafts, options) => {
  const all = drafts.flatMap(open);
  const title = drafts.length === 1 ? titleOf(drafts[0]!) : `${plural(drafts.length, 'draft')}`;
  let number = 0;
  const sections = drafts.map((draft) => {
    const place = placer(draft.text);
    const findings = [...open(draft), ...waived(draft)]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((finding): Numbered => ({ number: ++number, finding, line: place(finding).start.line }));
    return section(draft, findings, options.relative(draft.path));
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

function section(draft: LintedDraft, findings: readonly Numbered[], path: string): string {
  const verdict = verdictOf(draft);
  const faults = draft.faults.map((fault) => `<p class="note">Could not be used: ${escapeHtml(fault.message)}</p>`).join('');
  return [
    `<section><h2 class="ui">${escapeHtml(path)}</h2>`,
    `<p class="counts ui">${tally(countLevels(open(draft)), true)}</p>`,
    faults,
    verdict ? verdictBox(verdict) : '',
    draftView(draft.text, findings),
    '</section>',
  ].join('\n');
}

function verdictBox(verdict: Verdict): string {
  const lines = chainLines(verdict);
  const chains =
    verdict.chains.length === 0
      ? `<p><span class="grade E">E</span> ${escapeHtml(lines[0]!)}</p>`
      : verdict.chains
          .map(
            (chain, n) =>
              `<p><span class="grade ${chain.grade}">${chain.grade}</span> ${escapeHtml(lines[n]!)}</p>${drawChain(chain)}`,
          )
          .join('');
  const layers = verdict.layers
    .map(([name, score]) => `<li>${escapeHtml(name)} <meter min="0" max="3" value="${score}"></meter> ${score} of 3</li>`)
    .join('');
  const repairs = verdict.repairs
    .map(
      ({ code, name, clauses, remedy }) =>
        `<li><b>${code} ${escapeHtml(name)}</b>${clauses.length > 0 ? ` (${escapeHtml(clauses.join(', '))})` : ''}: ${escapeHtml(remedy)}</li>`,
    )
    .join('');
  return [
    '<div class="verdict"><h3>If the beneficiary is attacked</h3>',
    chains,
    layers === '' ? '' : `<h3>Layers</h3><ul class="layers">${layers}</ul>`,
    repairs === '' ? '' : `<h3>What to repair first</h3><ol>${repairs}</ol>`,
    '</div>',
  ].join('');
}
