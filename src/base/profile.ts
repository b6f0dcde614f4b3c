/**
 * Where the time goes: rooms, rules and fact readers. Off unless a clock is given; the rooms themselves never look at one.
 * Each name has the time of its own, without what was measured inside it.
 */

/** What one name took. */
export interface Spent {
  /** `room`, `rule` or `reader`. */
  readonly kind: string;
  readonly name: string;
  readonly calls: number;
  /** In the clock's unit, without what was measured inside. */
  readonly own: number;
}

interface Entry {
  readonly kind: string;
  readonly name: string;
  calls: number;
  own: number;
}

let clock: (() => number) | null = null;
const entries = new Map<string, Entry>();
const open: Entry[] = [];
let since = 0;

/** Begins to measure, with a clock of milliseconds. */
export function startProfile(now: () => number): void {
  clock = now;
  entries.clear();
  open.length = 0;
}

/** Ends measuring; what took most first. */
export function endProfile(): Spent[] {
  clock = null;
  return [...entries.values()].sort((a, b) => b.own - a.own || (a.name < b.name ? -1 : 1));
}

/** Does some work under a name. */
export function measured<T>(kind: string, name: string, work: () => T): T {
  if (clock === null) return work();
  enter(kind, name);
  try {
    return work();
  } finally {
    leave();
  }
}

/** The same for work that waits. One at a time: what overlaps would be counted to the wrong name. */
export async function measuredLater<T>(kind: string, name: string, work: () => Promise<T>): Promise<T> {
  if (clock === null) return work();
  enter(kind, name);
  try {
    return await work();
  } finally {
    leave();
  }
}

function enter(kind: string, name: string): void {
  const key = `${kind} ${name}`;
  let entry = entries.get(key);
  if (!entry) {
    entry = { kind, name, calls: 0, own: 0 };
    entries.set(key, entry);
  }
  entry.calls++;
  stop();
  open.push(entry);
}

function leave(): void {
  stop();
  open.pop();
}

/** Gives the time since the last change to the name that had it. */
function stop(): void {
  const now = clock?.() ?? since;
  const last = open.at(-1);
  if (last) last.own += now - since;
  since = now;
}
