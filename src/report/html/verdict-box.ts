import { foldChains, placesInWords } from '../fold.ts';
import { taskRows } from '../matrix.ts';
import type { ChainCard, LintedDraft, MatrixCard, ReportOptions } from '../types.ts';
import { chainLine, NO_CHAIN, type Verdict } from '../verdict.ts';
import { drawChain } from './chain-drawing.ts';
import { escapeHtml } from './escape-html.ts';

/** The grades above a draft, for a reader who does not turn the page: they lead to the verdict. */
export function gradeLine({ chains }: Verdict, number: number): string {
  const grades = [...new Set(chains.length === 0 ? ['E'] : chains.map(({ grade }) => grade))].sort();
  return `<p class="ui grades">Response to an attack: ${grades.map(badge).join(' ')} <a href="#verdict${number}">the verdict</a></p>`;
}

/**
 * The verdict below a draft: the chain of each trigger article drawn, the layers, who bears which task, and what to repair first. Long lists
 * are folded by article, to be opened by hand; `before` names a draft whose verdict has shown the same package.
 */
export function verdictBox(verdict: Verdict, number: number, before: LintedDraft | undefined, options: ReportOptions): string {
  const layers = verdict.layers
    .map(([name, score]) => `<li>${escapeHtml(name)} <meter min="0" max="3" value="${score}"></meter> ${score} of 3</li>`)
    .join('');
  const repairs = verdict.repairs
    .map(
      ({ code, name, clauses, remedy }) =>
        `<li><b>${code} ${escapeHtml(name)}</b>${clauses.length > 0 ? ` (${escapeHtml(placesInWords(clauses, options.all))})` : ''}: ${escapeHtml(remedy)}</li>`,
    )
    .join('');
  return [
    `<div class="verdict" id="verdict${number}"><h3>If the beneficiary is attacked</h3>`,
    chains(verdict.chains, options.all),
    layers === '' ? '' : `<h3>Layers</h3><ul class="layers">${layers}</ul>`,
    verdict.matrix === null ? '' : tasks(verdict.matrix, before, options),
    repairs === '' ? '' : `<h3>What to repair first</h3><ol>${repairs}</ol>`,
    '</div>',
  ].join('');
}

function badge(grade: string): string {
  return `<span class="grade ${grade}">${grade}</span>`;
}

function chains(all: readonly ChainCard[], whole: boolean): string {
  if (all.length === 0) return `<p>${badge('E')} ${escapeHtml(NO_CHAIN)}</p>`;
  const { shown, rest } = foldChains(all, whole);
  return [
    ...shown.map(({ chain, others }) => `${drawn(chain)}${fold('in this article', others)}`),
    fold('in other articles', rest),
  ].join('');
}

function drawn(chain: ChainCard): string {
  return `<p>${badge(chain.grade)} ${escapeHtml(chainLine(chain))}</p>${chain.steps.length === 0 ? '' : drawChain(chain)}`;
}

/** Chains that a reader opens. */
function fold(where: string, hidden: readonly ChainCard[]): string {
  if (hidden.length === 0) return '';
  return `<details><summary>${hidden.length} more ${hidden.length === 1 ? 'trigger' : 'triggers'} ${where}</summary>${hidden.map(drawn).join('')}</details>`;
}

function tasks(matrix: MatrixCard, before: LintedDraft | undefined, { relative }: ReportOptions): string {
  if (before) return `<h3>Tasks</h3><p>As in ${escapeHtml(relative(before.path))}, which is of the same package.</p>`;
  const rows = taskRows(matrix, relative).map(
    ({ task, bearers }) =>
      `<tr><th scope="row">${escapeHtml(task)}</th>${bearers === null ? '<td class="nobody">nobody</td>' : `<td>${escapeHtml(bearers)}</td>`}</tr>`,
  );
  return `<h3>Tasks</h3><table class="tasks"><tbody>${rows.join('')}</tbody></table>`;
}
