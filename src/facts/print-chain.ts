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

/** What repairs a chain, in a few words; the code leads to the rule's page. */
const repairs: Readonly<Record<string, string>> = {
  BUD002: 'promise an act',
  BUD003: 'add a duty to act beside the talk',
  BUD004: 'add a duty that needs no Security Council',
  BUD005: 'take the aggressor out of the decision',
  BUD006: 'let no single guarantor block',
  TRG001: 'name a minimum that each must do',
  TRG003: 'say who finds the facts, by when, and what holds if nobody does',
  TRG004: 'make silence mean action',
  DUR003: 'make the money a duty',
  RAT003: 'settle home law before the attack, not after it',
  TIM001: 'add hours',
  TIM002: 'replace the vague word by hours',
  TIM005: 'put hours on the act, not only on the talk',
  OBL001: 'say “shall”',
};

/** Columns of the axis of hours. */
const WIDTH = 28;
const TEXT = 62;

/**
 * The response chain as a picture in text that one could show a minister (catalogue E.3): an axis of hours with one bar a step, steps that
 * can stop everything marked ✋, steps the text leaves out marked ?. Takes the chains of one draft.
 */
export function printChains(path: string, chains: readonly Chain[], paint: ChainPaint = plain): string {
  if (chains.length === 0)
    return `${path}: no trigger, grade ${paint.stop('E')}: no clause says what happens when the beneficiary is attacked.\n`;
  return chains.map((chain) => printChain(path, chain, paint)).join('\n');
}

function printChain(path: string, chain: Chain, paint: ChainPaint): string {
  const dress = chain.grade <= 'B' ? paint.good : paint.stop;
  const head = chain.steps.length > 0 ? `${path}: ${chain.clause} (${chain.trigger})` : path;
  const lines = [`${head}    grade ${dress(paint.bold(chain.grade))}: ${chain.reason}`, ''];
  if (chain.steps.length > 0) {
    const most = Math.max(0, ...chain.steps.map((step) => (step.kind === 'gate' && !step.critical ? 0 : (step.hours ?? 0))));
    lines.push(...axis(most).map(paint.dim));
    for (const step of chain.steps) lines.push(...printStep(step, most, paint));
    if (!chain.steps.some((step) => step.kind === 'action' && step.critical))
      lines.push(paint.stop(`  none   ${' '.repeat(WIDTH + 1)}✋ action        no act is owed`));
    lines.push('');
  }
  const hours = (value: number | null, absent: string): string => (value === null ? absent : `${value} h`);
  lines.push(
    `  guaranteed first action: ${hours(chain.guaranteedFirstAction, 'none')} · first military action: ${hours(chain.guaranteedFirstMilitaryAction, 'none')} · worst case: ${hours(chain.worstCase, 'unbounded')}${chain.dominatedBy ? ` (dominated by: ${chain.dominatedBy})` : ''}`,
    `  gates of free choice: ${chain.gates} · vetoes: ${chain.vetoes} · vetoes of the aggressor: ${chain.aggressorVetoes}`,
  );
  if (chain.toReachB.length > 0)
    lines.push(`  to reach B: ${chain.toReachB.map((code) => (repairs[code] ? `${repairs[code]} (${code})` : code)).join(', ')}`);
  return `${lines.join('\n')}\n`;
}

/** The scale above the bars: hours from the trigger to the last bound, or an open end where nothing is bounded. */
function axis(most: number): string[] {
  if (most === 0) return [];
  const marks = [0, 1, 2, 3, 4].map((n) => ({ at: Math.round((n * WIDTH) / 4), text: scale((most * n) / 4) }));
  const labels = Array.from({ length: WIDTH + 8 }, () => ' ');
  const line = Array.from({ length: WIDTH + 1 }, () => '─');
  for (const { at, text } of marks) {
    line[at] = at === 0 ? '├' : at === WIDTH ? '┤' : '┼';
    for (let i = 0; i < text.length; i++) labels[at + i] = text[i]!;
  }
  return [`  hours  ${labels.join('').trimEnd()}`, `         ${line.join('')}`];
}

function scale(hours: number): string {
  return String(Number.isInteger(hours) ? hours : Math.round(hours * 10) / 10);
}

function printStep(step: ChainStep, most: number, paint: ChainPaint): string[] {
  const stops = (step.kind === 'gate' && step.critical) || (step.discretion === 'full' && !step.implicit && step.critical);
  const when = step.implicit
    ? '?'
    : step.kind === 'trigger'
      ? 'H+0'
      : step.hours !== null
        ? `H+${step.hours}`
        : step.bound === 'vague'
          ? '“soon”'
          : 'no end';
  const note = step.implicit
    ? ' [not in the text]'
    : step.critical
      ? step.bound === 'soft'
        ? ' [hedged]'
        : ''
      : step.kind === 'action'
        ? ' [intention only]'
        : ' [in parallel]';
  const owner = step.owner && step.kind !== 'trigger' ? ` — ${step.owner}` : '';
  const place = step.clause && step.kind !== 'trigger' ? `  ${step.clause}` : '';
  const sign = stops ? '✋' : step.kind === 'action' && step.critical ? '▶ ' : step.kind === 'trigger' ? '● ' : '  ';
  const label = `${clip(step.label)}${owner}${note}`;
  const line = `  ${when.padEnd(6)} ${bar(step, most, stops)}${sign} ${names[step.kind].padEnd(12)}  ${label}`;
  const dressed = stops ? paint.stop(line) : step.implicit || !step.critical ? paint.dim(line) : line;
  return [dressed + paint.dim(place)];
}

/** From the trigger to the step's bound; a broken line to the end of the axis where it has none. */
function bar(step: ChainStep, most: number, stops: boolean): string {
  if (step.kind === 'trigger') return ' '.repeat(WIDTH + 1);
  if (step.implicit) return `${'·'.repeat(WIDTH)} `;
  if (step.hours === null) return `${'╌'.repeat(WIDTH)}${stops ? '╳' : '→'}`;
  const length = most === 0 ? 0 : Math.round((step.hours / most) * WIDTH);
  const end = stops ? '╳' : step.critical ? '┃' : '╎';
  return `${(step.critical ? '━' : '─').repeat(Math.min(length, WIDTH))}${end}`.padEnd(WIDTH + 1);
}

function clip(label: string): string {
  if (label.length <= TEXT) return label;
  return `${label.slice(0, label.lastIndexOf(' ', TEXT - 1))} …`;
}
