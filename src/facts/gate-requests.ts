import type { Range } from '#phrases';
import { actorWithin } from './actors.ts';
import type { Actor, Proposition, Roles } from './model.ts';
import { findWord, wordSet } from './scan.ts';

/** A request that a clause waits for, told by a verb. */
export interface FoundRequest {
  readonly at: Range;
  readonly holder: Actor | null;
}

const passive = wordSet('asked requested invited called summoned');
const active = wordSet(
  'request requests requested requesting ask asks asked asking appeal appeals appealed appealing call calls invite invites inviting applied applies',
);
const auxiliaries = wordSet('is are be been being was were when if once unless only so');
const determiner = wordSet('the a an its their such that this any each no official formal written');

/** "only when asked to do so by the ministry", "should its Government so request": requests told by a verb (catalogue A.6, TRG005). */
export function requestsIn(proposition: Proposition, roles: Roles): FoundRequest[] {
  const { tokens } = proposition.sentence;
  const found: FoundRequest[] = [];
  for (const condition of proposition.conditions) {
    if (condition.kind === 'purpose' || condition.kind === 'until') continue;
    for (let i = condition.from; i < Math.min(condition.to, condition.from + 24); i++) {
      const { word } = tokens[i]!;
      const before = tokens[i - 1]?.word ?? '';
      if (passive.has(word) && auxiliaries.has(before) && (word !== 'called' || tokens[i + 1]?.word === 'upon')) {
        const by = findWord(tokens, { from: i + 1, to: Math.min(condition.to, i + 8) }, new Set(['by']));
        const to = by < 0 ? i + 1 : Math.min(condition.to, by + 6);
        found.push({
          at: { from: condition.from, to: i + 1 },
          holder: by < 0 ? null : actorWithin(tokens, { from: by + 1, to }, roles, null),
        });
        break;
      }
      if (active.has(word) && i > condition.from + 1 && !determiner.has(before)) {
        const holder = actorWithin(tokens, { from: condition.from, to: i }, roles, null);
        if (!holder) continue;
        found.push({ at: { from: condition.from, to: i + 1 }, holder });
        break;
      }
    }
  }
  return found;
}
