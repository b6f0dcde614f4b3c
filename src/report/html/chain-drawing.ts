import type { ChainCard, StepCard } from '../types.ts';
import { hoursInWords } from '../verdict.ts';
import { escapeHtml } from './escape-html.ts';

const WIDTH = 760;
const ROW = 30;
const TOP = 34;
/** Where the axis begins and ends, and where a step without a limit runs to. */
const LEFT = 250;
const RIGHT = 690;

/**
 * The response chain as a time line (catalogue E.3): a bar a step from the attack to its last hour, on a logarithmic axis; a step
 * without a limit runs off the right edge in the colour of alarm.
 */
export function drawChain(chain: ChainCard): string {
  const steps = chain.steps;
  const longest = Math.max(24, ...steps.map((step) => step.hours ?? 0));
  const x = (hours: number): number => Math.round(LEFT + ((RIGHT - LEFT) * Math.log1p(hours)) / Math.log1p(longest));
  const ticks = [0, 1, 6, 24, 72, 168, 720].filter((hours) => hours <= longest);
  const height = TOP + Math.max(1, steps.length) * ROW + 12;
  const rows = steps.map((step, n) => row(step, TOP + n * ROW, x));
  const none = steps.some((step) => step.kind === 'action')
    ? ''
    : `<text class="alarm" x="${LEFT}" y="${height - 4}">no action is owed</text>`;
  return [
    `<svg class="chain" viewBox="0 0 ${WIDTH} ${height + 12}" role="img" aria-label="${escapeHtml(`Response chain of ${chain.clause}, grade ${chain.grade}`)}">`,
    ...ticks.map(
      (hours) =>
        `<line class="tick" x1="${x(hours)}" y1="22" x2="${x(hours)}" y2="${height}"/><text class="axis" x="${x(hours)}" y="14" text-anchor="middle">${hours === 0 ? 'attack' : `H+${hours}`}</text>`,
    ),
    ...rows,
    none,
    '</svg>',
  ].join('');
}

function row(step: StepCard, y: number, x: (hours: number) => number): string {
  const stops = step.kind === 'gate' || step.discretion === 'full';
  const endless = step.hours === null && step.bound !== 'auto';
  const kind = stops ? 'stop' : endless ? 'endless' : step.kind === 'action' ? 'action' : 'plain';
  const end = endless ? RIGHT : Math.max(x(step.hours ?? 0), LEFT + 5);
  const words = `${step.label}${step.owner ? ` (${step.owner})` : ''}`;
  const name = `${step.kind}${step.implicit ? ' (not written)' : ''}`;
  const when = step.kind === 'trigger' ? '' : endless ? 'no limit' : hoursInWords(step.hours);
  return [
    `<g class="${kind}"><title>${escapeHtml(`${words}${step.clause ? `, ${step.clause}` : ''}`)}</title>`,
    stops ? `<path d="${octagon(6, y + 10)}"/>` : '',
    `<text class="name" x="${stops ? 18 : 0}" y="${y + 14}">${escapeHtml(name)}</text>`,
    `<text class="clause" x="146" y="${y + 14}">${escapeHtml(step.clause && step.kind !== 'trigger' ? step.clause : '')}</text>`,
    `<rect x="${LEFT}" y="${y + 4}" width="${Math.max(4, end - LEFT)}" height="14" rx="3"/>`,
    when === '' ? '' : `<text class="when" x="${end + 6}" y="${y + 15}">${escapeHtml(when)}</text>`,
    '</g>',
  ].join('');
}

/** The sign of a stop: somebody may hold the response here. */
function octagon(x: number, y: number): string {
  return `M${x - 2} ${y - 6}h5l3 3v5l-3 3h-5l-3-3v-5z`;
}
