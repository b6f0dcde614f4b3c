import type { Finding } from '#base';
import { articleOf } from '../counts.ts';
import { escapeHtml } from './escape-html.ts';

/** A finding with its number on the page. */
export interface Numbered {
  readonly number: number;
  readonly finding: Finding;
  /** Line of the draft it begins on. */
  readonly line: number;
}

/** A finding as a card in the margin: what, why, what to do, wording to take. */
export function findingCard({ number, finding, line }: Numbered): string {
  const family = finding.code.slice(0, 3);
  const rows = [
    `<p class="what">${escapeHtml(finding.message)}</p>`,
    finding.why === '' ? '' : `<p><b>Why.</b> ${escapeHtml(finding.why)}</p>`,
    finding.remedy === '' ? '' : `<p><b>What to do.</b> ${escapeHtml(finding.remedy)}</p>`,
    ...finding.suggestions.map(
      (each) =>
        `<p class="try"><b>Try.</b> ${escapeHtml(each.desc)}${each.text.trim() === '' ? '' : `: <q>${escapeHtml(each.text.trim())}</q>`}</p>`,
    ),
    finding.further.length > 0
      ? `<p>Also in ${escapeHtml([...new Set(finding.further.map((each) => each.clause ?? 'the whole document'))].join(', '))}.</p>`
      : '',
    ...(finding.elsewhere ?? []).map(
      ({ file, clause, quote }) =>
        `<p>Against ${escapeHtml(file)}${clause ? `, ${escapeHtml(clause)}` : ''}: <q>${escapeHtml(quote)}</q></p>`,
    ),
  ];
  return [
    `<article class="card ${finding.severity}" id="f${number}" data-number="${number}" data-level="${finding.severity}" data-family="${family}" data-article="${escapeHtml(articleOf(finding.clause))}">`,
    `<h4><span class="level">${finding.severity}</span> ${escapeHtml(finding.clause ?? 'Whole document')} <small>${finding.code} ${escapeHtml(finding.name)}, line ${line}</small></h4>`,
    ...rows,
    finding.waived ? `<p class="waived"><b>Waived.</b> ${escapeHtml(finding.waived.reason)}</p>` : '',
    '</article>',
  ].join('');
}
