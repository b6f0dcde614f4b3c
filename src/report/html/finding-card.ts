import type { Finding } from '#base';
import { articleOf } from '../counts.ts';
import { escape } from './escape.ts';

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
    `<p class="what">${escape(finding.message)}</p>`,
    finding.why === '' ? '' : `<p><b>Why.</b> ${escape(finding.why)}</p>`,
    finding.remedy === '' ? '' : `<p><b>What to do.</b> ${escape(finding.remedy)}</p>`,
    ...finding.suggestions.map(
      (each) =>
        `<p class="try"><b>Try.</b> ${escape(each.desc)}${each.text.trim() === '' ? '' : `: <q>${escape(each.text.trim())}</q>`}</p>`,
    ),
    finding.further.length > 0
      ? `<p>Also in ${escape([...new Set(finding.further.map((each) => each.clause ?? 'the whole document'))].join(', '))}.</p>`
      : '',
  ];
  return [
    `<article class="card ${finding.severity}" id="f${number}" data-number="${number}" data-level="${finding.severity}" data-family="${family}" data-article="${escape(articleOf(finding.clause))}">`,
    `<h4><span class="level">${finding.severity}</span> ${escape(finding.clause ?? 'Whole document')} <small>${finding.code} ${escape(finding.name)}, line ${line}</small></h4>`,
    ...rows,
    finding.waived ? `<p class="waived"><b>Waived.</b> ${escape(finding.waived.reason)}</p>` : '',
    '</article>',
  ].join('');
}
