import type { Spent } from '#base';

const titles: Readonly<Record<string, string>> = { room: 'room', rule: 'rule', reader: 'fact reader (kind: name)' };
/** Rows of one table: what takes less is summed up. */
const MOST_ROWS = 25;

/** The profile as tables: rooms, rules, fact readers, each with its own time, its share and how often it was called. */
export function printProfile(spent: readonly Spent[]): string {
  const whole = spent.reduce((sum, { own }) => sum + own, 0);
  const lines = [`profile: ${whole.toFixed(0)} ms measured; each line without what it called`];
  for (const [kind, title] of Object.entries(titles)) {
    const rows = spent.filter((each) => each.kind === kind);
    lines.push('', `${'ms'.padStart(9)} ${'share'.padStart(7)} ${'calls'.padStart(8)}  ${title}`);
    for (const { name, own, calls } of rows.slice(0, MOST_ROWS)) lines.push(row(own, whole, calls, name));
    const rest = rows.slice(MOST_ROWS);
    if (rest.length > 0)
      lines.push(
        row(
          rest.reduce((sum, { own }) => sum + own, 0),
          whole,
          rest.reduce((sum, { calls }) => sum + calls, 0),
          `${rest.length} others`,
        ),
      );
  }
  return lines.join('\n');
}

function row(own: number, whole: number, calls: number, name: string): string {
  const share = whole === 0 ? 0 : (100 * own) / whole;
  return `${own.toFixed(1).padStart(9)} ${`${share.toFixed(1)} %`.padStart(7)} ${String(calls).padStart(8)}  ${name}`;
}
