import type { Precedence, PrecedenceChain, Sighting } from './types.ts';

/**
 * One finding for one defect (catalogue 0.9): where two rules see it, the one that stands earlier in a chain speaks and names the other as
 * related. What gives way to a rule that itself gives way belongs to the winner of that one.
 */
export function giveWay(sightings: readonly Sighting[], precedence: Precedence): Sighting[] {
  const winner = new Map<Sighting, Sighting>();
  for (const chain of precedence.chains) {
    const ranks = new Map(chain.order.map((code, index) => [code, index]));
    const involved = sightings.filter((each) => ranks.has(each.match.rule.code));
    for (const [strong, weak] of pairs(involved, chain.where)) {
      const order = ranks.get(strong.match.rule.code)! - ranks.get(weak.match.rule.code)!;
      if (order === 0) continue;
      const [first, second] = order < 0 ? [strong, weak] : [weak, strong];
      if (isAbout(second, chain.about) && !winner.has(second)) winner.set(second, first);
    }
  }
  const related = new Map<Sighting, Set<string>>();
  for (const loser of winner.keys()) {
    let top = loser;
    // The chains are checked to have no circle.
    for (let next = winner.get(top); next; next = winner.get(next)) top = next;
    const codes = related.get(top) ?? new Set(top.related);
    codes.add(loser.match.rule.code);
    related.set(top, codes);
  }
  return sightings.filter((each) => !winner.has(each)).map((each) => ({ ...each, related: related.get(each) ?? each.related }));
}

function isAbout({ match }: Sighting, about: PrecedenceChain['about']): boolean {
  if (!about) return true;
  const value = match.subject.facts[about.fact];
  return typeof value === 'string' && about.in.includes(value);
}

/** Two findings that may be one defect, each pair once. */
function* pairs(sightings: readonly Sighting[], where: PrecedenceChain['where']): Generator<readonly [Sighting, Sighting]> {
  if (where === 'words' || where === 'subject') yield* overlaps(sightings);
  if (where === 'words') return;
  const rows = new Map<string, Sighting[]>();
  for (const each of sightings) {
    const { subject } = each.match;
    const key = where === 'subject' ? subject.id : where === 'clause' ? subject.clause : where === 'group' ? subject.group : '';
    if (key === null) continue;
    const row = rows.get(key) ?? [];
    for (const other of row) yield [other, each];
    // Of one rule in one place of this kind one is enough to win or to be compared with: the first; but each must be able to lose.
    row.push(each);
    rows.set(key, row);
  }
}

/** Pairs whose words overlap, by a sweep over the text. */
function* overlaps(sightings: readonly Sighting[]): Generator<readonly [Sighting, Sighting]> {
  const sorted = [...sightings].sort((a, b) => a.start - b.start || a.end - b.end);
  let open: Sighting[] = [];
  for (const each of sorted) {
    open = open.filter((other) => other.end > each.start || (other.start === each.start && other.end === each.end));
    for (const other of open) yield [other, each];
    open.push(each);
  }
}
