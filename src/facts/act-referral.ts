import type { Range, Token } from '#phrases';
import type { ActionType } from './actions.ts';
import type { Frame } from './frames.ts';
import { findWord, wordSet } from './scan.ts';
import { verbAt } from './verbs.ts';
import { determiners } from './words.ts';

/** Last words of the bodies to which a matter is taken. */
const bodies = wordSet('council nations osce league assembly court organization organisation un');
const bringing = wordSet(
  'lay put place bring take carry refer submit raise remit transmit move report seise seize apprise table introduce',
);
const turning = wordSet('appeal apply turn address petition resort invoke press have approach call ask request urge');
const voting = wordSet('support vote promote advocate work speak seek sponsor table introduce back');
const hinges = wordSet('before to in with at of on from');
const troops = wordSet('forces force troops disposal contingents units army command');
const resolutions = wordSet('resolution resolutions action decision measures draft steps');

/**
 * A matter taken to a body that others control (catalogue A.3 `refer-body`, `seek-unsc-action`): "shall lay the matter before the Security
 * Council", "shall have recourse to the Council", "shall seize the Council of it", "will vote in the Security Council for a resolution".
 * Null where the clause does something else.
 */
export function refersTo(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject' | 'complement' | 'passive'>,
): ActionType | null {
  const { verb, complement, passive } = frame;
  if (!bringing.has(verb) && !turning.has(verb) && !voting.has(verb)) return null;
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 16) };
  const body = bodyIn(tokens, near);
  if (body < 0) return null;
  const before = { from: near.from, to: body };
  if (findWord(tokens, before, troops) >= 0 || (passive && findWord(tokens, frame.subject, troops) >= 0)) return null;
  if (verb === 'seise' || verb === 'seize') return 'refer-body';
  if (verb === 'report' || verb === 'apprise' || verb === 'transmit') return null;
  if (voting.has(verb) && !passive && findWord(tokens, near, resolutions) >= 0) return 'seek-unsc-action';
  if (turning.has(verb)) {
    if (verb === 'have' && findWord(tokens, before, recourse) < 0) return null;
    return /^(?:request|ask|call|urge|press)$/.test(verb) && !passive && opensWith(tokens, near, body)
      ? 'seek-unsc-action'
      : behind(tokens, near.from, body)
        ? 'seek-unsc-action'
        : null;
  }
  return bringing.has(verb) && behind(tokens, near.from, body) ? 'refer-body' : null;
}

const recourse = wordSet('recourse resort');

/** The body stands behind a preposition that leads to it. */
function behind(tokens: readonly Token[], from: number, body: number): boolean {
  for (let i = body - 1; i >= Math.max(from, body - 6); i--) if (hinges.has(tokens[i]!.word)) return true;
  return false;
}

/** "shall request the Security Council to act": the body is the object itself. */
function opensWith(tokens: readonly Token[], near: Range, body: number): boolean {
  for (let i = near.from; i < body; i++) {
    const { word, kind } = tokens[i]!;
    if (
      kind === 'mark' ||
      (!determiners.has(word) && !tokens[i]!.capital && verbAt(word) !== null && word !== 'on' && word !== 'upon')
    )
      return false;
  }
  return true;
}

/** The last word of the name of a body of the world: "the Security Council", "the United Nations", "the OSCE"; -1 where none is named. */
function bodyIn(tokens: readonly Token[], range: Range): number {
  for (let i = range.from; i < range.to; i++) {
    const { word, capital } = tokens[i]!;
    if (!bodies.has(word) || !capital) continue;
    const before = tokens[i - 1]?.word ?? '';
    if (word === 'council' && before !== 'security' && tokens[i + 3]?.word !== 'league') continue;
    if (word === 'nations' && before !== 'united') continue;
    if (word === 'assembly' && before !== 'general') continue;
    if (word === 'court' && tokens[i + 1]?.word !== 'of') continue;
    if (/^organi[sz]ation$/.test(word) && !/^(?:for|of)$/.test(tokens[i + 1]?.word ?? '')) continue;
    return i;
  }
  return -1;
}
