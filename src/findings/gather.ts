import type { Severity } from '#base';
import { articleOf } from './place.ts';
import type { Sighting } from './types.ts';

/** More of one rule in one article for the same reason are one finding (decision 52). */
const MANY = 5;

const GRAVITY: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The order of the text; at one place by code, then by subject: never by chance. */
export function inOrder(a: Sighting, b: Sighting): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    compare(a.match.rule.code, b.match.rule.code) ||
    compare(a.match.subject.id, b.match.subject.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two subjects can share the words that a rule points at: the graver finding stays. */
export function oncePerPlace(sightings: readonly Sighting[]): Sighting[] {
  return join(sightings, (each) => `${each.start} ${each.end}`);
}

/** At most one finding for each of what the rule's `once` says, then no more than five alike in an article; the rest are further places. */
export function gather(sightings: readonly Sighting[]): Sighting[] {
  const once = join(sightings, (each) => {
    const { rule, subject } = each.match;
    switch (rule.once) {
      case 'document':
        return '';
      case 'group':
        return subject.group === null ? each : subject.group;
      case 'article':
        return articleOf(subject.clause);
      default:
        return each;
    }
  });
  const counts = new Map<string, number>();
  const alike = (each: Sighting): string => `${cause(each)} ${articleOf(each.match.subject.clause)}`;
  for (const each of once) counts.set(alike(each), (counts.get(alike(each)) ?? 0) + 1);
  return join(once, (each) => (counts.get(alike(each))! > MANY ? alike(each) : each));
}

/** What makes two findings of a rule alike: they say the same, and equally loudly. */
function cause({ match, severity }: Sighting): string {
  return `${match.rule.code} ${severity} ${match.case.message ?? match.rule.message}`;
}

/** Joins the findings of a rule that share a key, waived ones apart: the gravest, then the first, stands for the others. */
function join(sightings: readonly Sighting[], keyOf: (each: Sighting) => string | Sighting): Sighting[] {
  const rows = new Map<string | Sighting, Sighting[]>();
  for (const each of [...sightings].sort(inOrder)) {
    const key = keyOf(each);
    const name =
      typeof key === 'string' ? `${each.match.rule.code} ${each.waived ? `waived ${each.waived.reason}` : ''} ${key}` : key;
    const row = rows.get(name);
    if (row) row.push(each);
    else rows.set(name, [each]);
  }
  return [...rows.values()].map((row) => (row.length === 1 ? row[0]! : joinRow(row))).sort(inOrder);
}

function joinRow(row: readonly Sighting[]): Sighting {
  const best = row.reduce((a, b) => (GRAVITY[b.severity] > GRAVITY[a.severity] ? b : a));
  const related = new Set(row.flatMap((each) => [...each.related]));
  const seen = new Set([`${best.start} ${best.end}`]);
  const further: Sighting['further'][number][] = [];
  for (const each of row)
    for (const place of [{ clause: each.match.subject.clause, start: each.start, end: each.end }, ...each.further]) {
      const key = `${place.start} ${place.end}`;
      if (!seen.has(key)) further.push(place);
      seen.add(key);
    }
  return { ...best, related, further };
}
