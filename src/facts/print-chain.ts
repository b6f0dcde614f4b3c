import type { Chain, ChainStep } from './chain.ts';

/** How words are dressed for a terminal; the identity where there are no colours. */
export interface ChainPaint {
  readonly stop: (text: string) => string;
  readonly good: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

const plain: ChainPaint = { stop: (t) => t, good: (t) => t, dim: (t) => t, bold: (t) => t };

const names: Record<ChainStep['kind'], string> = {
  trigger: 'attack',
  notice: 'notice',
  attribution: 'attribution',
  finding: 'finding',
  consultation: 'consultation',
  gate: 'GATE',
  action: 'action',
};

/**
 * The response chain as a picture in text that one could show a minister (catalogue E.3): one line a step on an axis of hours, gates
 * that can stop it marked with ✋, steps the text leaves out with ?. Takes the chains of one draft.
 */
export function printChains(path: string, chains: readonly Chain[], paint: ChainPaint = plain): string {
  if (chains.length === 0)
    return `${path}: no trigger, grade ${paint.stop('E')}: no clause says what happens when the beneficiary is attacked.\n`;
  return chains.map((chain) => printChain(path, chain, paint)).join('\n');
}

function printChain(path: string, chain: Chain, paint: ChainPaint): string {
  const dress = chain.grade <= 'B' ? paint.good : paint.stop;
  const lines = [`${path}: ${chain.clause} (${chain.trigger})    grade ${dress(paint.bold(chain.grade))}: ${chain.reason}`, ''];
  for (const step of chain.steps) {
    const when = step.implicit
      ? '  ?  '
      : step.kind === 'trigger'
        ? 'H+0  '
        : step.hours === null
          ? step.bound === 'vague'
            ? 'soon?'
            : '  ∞  '
          : `H+${step.hours}`.padEnd(5);
    const sign =
      step.kind === 'gate' || step.discretion === 'full' ? '✋' : step.kind === 'action' ? '→ ' : step.critical ? '│ ' : '┊ ';
    const owner = step.owner ? ` (${step.owner})` : '';
    const place = step.clause && step.kind !== 'trigger' ? paint.dim(`  ${step.clause}`) : '';
    const line = `  ${when} ${sign} ${names[step.kind].padEnd(12)} ${step.label}${owner}${step.critical || step.kind === 'action' ? '' : ' [in parallel]'}`;
    lines.push(
      (step.kind === 'gate' || step.discretion === 'full' ? paint.stop(line) : step.implicit ? paint.dim(line) : line) + place,
    );
  }
  if (!chain.steps.some((step) => step.kind === 'action')) lines.push(paint.stop('  ∞     ✋ action       none is owed'));
  const hours = (value: number | null, absent: string): string => (value === null ? absent : `${value} h`);
  lines.push(
    '',
    `  guaranteed first action: ${hours(chain.guaranteedFirstAction, 'none')} · first military action: ${hours(chain.guaranteedFirstMilitaryAction, 'none')} · worst case: ${hours(chain.worstCase, 'unbounded')}${chain.dominatedBy ? ` (dominated by: ${chain.dominatedBy})` : ''}`,
    `  gates ${chain.gates} · vetoes ${chain.vetoes} · aggressor vetoes ${chain.aggressorVetoes}`,
  );
  if (chain.toReachB.length > 0) lines.push(`  to reach B: ${chain.toReachB.join(', ')}`);
  return `${lines.join('\n')}\n`;
}
