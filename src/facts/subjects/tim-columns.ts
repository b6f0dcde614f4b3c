import type { Block, Clause } from '#clauses';
import type { Duty, Reading } from '../model.ts';

interface Column {
  /** Beginnings of the words that say what the column lists. */
  readonly stems: ReadonlySet<string>;
  readonly timed: boolean;
}

const time = /\b(?:hours?|days?|date|dates|begins?|ready|deadline|when|time)\b|\b\d{1,2} \w{3,9} \d{4}\b/i;
const plainWords =
  /^(?:hours?|days?|dates?|begins?|ready|deadline|when|time|trigger|after|from|until|with|each|state|party|guarantor|place)$/;
const memory = new WeakMap<Reading, Map<Clause, readonly Column[]>>();

const stemsOf = (words: readonly string[]): Set<string> =>
  new Set(words.filter((word) => /^[a-z-]{4,}$/.test(word) && !plainWords.test(word)).map((word) => word.slice(0, 5)));

/** The columns of the tables in a unit and below it. */
function columnsOf(clause: Clause, reading: Reading): readonly Column[] {
  const known = memory.get(reading) ?? new Map<Clause, readonly Column[]>();
  memory.set(reading, known);
  const before = known.get(clause);
  if (before) return before;
  const byColumn = new Map<string, Block[]>();
  for (const block of reading.outline.blocks) {
    if (!block.row || !isUnder(block.clause, clause)) continue;
    const key = `${block.row.table} ${block.row.column}`;
    byColumn.set(key, [...(byColumn.get(key) ?? []), block]);
  }
  const columns = [...byColumn.values()].map((blocks): Column => {
    const header = blocks[0]!.row!.header;
    return {
      stems: stemsOf(header.toLowerCase().split(/[^a-z-]+/)),
      timed: time.test(header) || blocks.some(({ text }) => time.test(text)),
    };
  });
  known.set(clause, columns);
  return columns;
}

function isUnder(clause: Clause, home: Clause): boolean {
  for (let at: Clause | null = clause; at; at = at.parent) if (at === home) return true;
  return false;
}

/**
 * The tables of a unit have a column for what the duty owes, and neither it nor a column of hours says when: the hours of other columns
 * bound other duties. False where no column can be told to be the duty's.
 */
export function isUntimedColumn({ proposition }: Duty, unit: Clause, reading: Reading): boolean {
  const { tokens } = proposition.sentence;
  const words = tokens.slice(proposition.verbAt.from, proposition.at.to).map(({ word }) => word);
  const owed = stemsOf(words);
  const columns = columnsOf(unit, reading);
  const shared = columns.map(({ stems }) => [...stems].filter((stem) => owed.has(stem)).length);
  const most = Math.max(0, ...shared);
  if (most === 0) return false;
  const own = columns.filter((_, n) => shared[n] === most);
  return !own.some(({ timed }) => timed) && !columns.some(({ stems, timed }) => timed && stems.size === 0);
}
