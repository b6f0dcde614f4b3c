import type { View } from './loop.ts';

/** What a screen needs of a terminal. */
export interface Terminal {
  readonly input: {
    readonly isTTY?: boolean;
    setRawMode?(raw: boolean): unknown;
    on(event: 'data', listener: (keys: Buffer | string) => void): unknown;
    off(event: 'data', listener: (keys: Buffer | string) => void): unknown;
    resume(): unknown;
    pause(): unknown;
  };
  readonly output: {
    readonly rows?: number;
    readonly columns?: number;
    write(text: string): unknown;
    on(event: 'resize', listener: () => void): unknown;
    off(event: 'resize', listener: () => void): unknown;
  };
}

const ESC = '\u001B[';
/** The other screen, no cursor, no wrapping; and back. */
const OPEN = `${ESC}?1049h${ESC}?25l${ESC}?7l`;
const CLOSE = `${ESC}?7h${ESC}?25h${ESC}?1049l`;
const KEYS = 'arrows, Page Up, Page Down move; n and p go from finding to finding; q ends';

/**
 * The whole screen: the state on the first line, the report below it. After a run it stays at the finding at which the reader was, wherever
 * that has moved.
 *
 * @param notes lines that were told beside the report since the last call: faults of the drafts and the configuration.
 * @param stop ends the watch.
 */
export function screenView({ input, output }: Terminal, notes: () => readonly string[], stop: () => void): View {
  let state = '';
  let lines: readonly string[] = [];
  let top = 0;
  const room = (): number => Math.max(1, (output.rows ?? 24) - 2);
  const draw = (): void => {
    top = Math.min(Math.max(0, top), Math.max(0, lines.length - room()));
    const shown = Array.from({ length: room() }, (_, n) => lines[top + n] ?? '');
    const foot = lines.length > room() ? `${top + 1}–${Math.min(lines.length, top + room())} of ${lines.length}; ${KEYS}` : KEYS;
    const rows = [`${ESC}7m${state}${ESC}0m`, ...shown, `${ESC}2m${foot}${ESC}0m`];
    output.write(`${ESC}H${rows.map((row) => `${row}${ESC}0m${ESC}K`).join('\r\n')}`);
  };
  const press = (data: Buffer | string): void => {
    const keys = String(data);
    if (keys === 'q' || keys === '\u0003') {
      stop();
      return;
    }
    const steps: Record<string, number> = {
      [`${ESC}A`]: -1,
      k: -1,
      [`${ESC}B`]: 1,
      j: 1,
      [`${ESC}5~`]: -room(),
      b: -room(),
      [`${ESC}6~`]: room(),
      ' ': room(),
      [`${ESC}H`]: -lines.length,
      g: -lines.length,
      [`${ESC}F`]: lines.length,
      G: lines.length,
    };
    if (keys === 'n') top = lines.findIndex((line, n) => n > top && keyOf(line) !== null);
    else if (keys === 'p') top = lines.findLastIndex((line, n) => n < top && keyOf(line) !== null);
    else if (keys in steps) top += steps[keys]!;
    else return;
    draw();
  };
  output.write(OPEN);
  input.setRawMode?.(true);
  input.resume();
  input.on('data', press);
  output.on('resize', draw);
  return {
    begin(_, line) {
      state = line;
      draw();
    },
    end(_, line, { report }) {
      state = line;
      const told = notes();
      const next = [...told, ...(told.length > 0 ? [''] : []), ...report.trimEnd().split('\n')];
      top = followed(lines, top, next);
      lines = next;
      draw();
    },
    close() {
      input.off('data', press);
      output.off('resize', draw);
      input.setRawMode?.(false);
      input.pause();
      output.write(CLOSE);
    },
  };
}

/** Where the line at the top has gone: as far below the same finding as before; where that is repaired, the same line number. */
export function followed(before: readonly string[], top: number, after: readonly string[]): number {
  for (let at = top; at >= 0; at--) {
    const key = keyOf(before[at] ?? '');
    if (key === null) continue;
    const nth = before.slice(0, at).filter((line) => keyOf(line) === key).length;
    const places = after.flatMap((line, n) => (keyOf(line) === key ? [n] : []));
    const place = places[Math.min(nth, places.length - 1)];
    return place === undefined ? top : place + (top - at);
  }
  return top;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one.
const COLORS = /\u001B\[[0-9;]*m/g;
const HEADLINE = /^(?:error|warning|info) {2}\S/;

/** What a finding is known by on the screen: its headline without line and column; null for every other line. */
function keyOf(line: string): string | null {
  const plain = line.replace(COLORS, '');
  return HEADLINE.test(plain) ? plain.replace(/:\d+:\d+$/, '') : null;
}
