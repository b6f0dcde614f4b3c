import type { Fault } from '#base';
import { oneLine } from '#report';

/** What a command says of itself when it is done (design 4): the worst of them wins. */
export const EXIT = { clean: 0, findings: 1, faults: 2, defects: 70 } as const;

/** Writes to standard output. The program must end by itself afterwards: `process.exit` would cut what a pipe has not read. */
export function say(text: string): void {
  if (text !== '') process.stdout.write(text);
}

let sink: ((line: string) => void) | null = null;

/** Takes the lines that are meant for standard error, where they would spoil a screen; null gives them back. */
export function divert(taker: ((line: string) => void) | null): void {
  sink = taker;
}

/** Writes a line to standard error. */
export function note(line: string): void {
  if (sink) sink(line);
  else process.stderr.write(`${line}\n`);
}

/** Faults on standard error, one line each: what and where. */
export function complain(faults: readonly Fault[]): void {
  for (const fault of faults) note(faultLine(fault));
}

/** `treatylint: drafts/a.md:3:1: /kind: unknown kind "pact"` */
export function faultLine(fault: Fault): string {
  const place = fault.line === undefined ? '' : `:${fault.line}${fault.column === undefined ? '' : `:${fault.column}`}`;
  const pointer = fault.pointer === '' ? '' : ` ${oneLine(fault.pointer)}:`;
  return `treatylint: ${oneLine(fault.file)}${place}:${pointer} ${oneLine(fault.message)}`;
}

/** A mistake of ours: says so, and what to send. */
export function confess(error: unknown, version: string): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  note('treatylint: a defect in treatylint itself, not in your draft:');
  note(stack);
  note(
    `Please report it with the lines above, the command you ran and, if you may share it, the draft (treatylint ${version}, Node ${process.version}, ${process.platform}).`,
  );
}

/** Whether to colour: flags first, then NO_COLOR (set and not empty), FORCE_COLOR, TERM=dumb, then whether a terminal reads. */
export function wantsColor(flag: boolean | undefined, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
