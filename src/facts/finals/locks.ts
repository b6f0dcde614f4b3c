import type { Sentence, Token } from '#phrases';
import { wordSet } from '../scan.ts';
import { has, instruments, type Place, parties, wordsOf } from './words.ts';

const exitWords = wordsOf(
  'notice|notices|denunciation|denunciations|withdrawal|withdrawals|termination|withdraw|withdraws|denounce|denounces|denounced|terminate|terminates|terminated|leave|leaves|suspension|suspend|suspended|exit',
);
const leavingWords = wordsOf(
  'denunciation|denunciations|withdrawal|withdrawals|termination|withdraw|withdraws|denounce|denounces|denounced|terminate|terminates|terminated|leave|leaves|suspension|suspend|suspended|exit',
);
const troops = wordsOf('troops|units|battalion|battalions|brigade|brigades|contingent|contingents|personnel|weapons');
const crisis = wordsOf(
  'attack|attacks|attacked|finding|findings|hostilities|crisis|emergency|aggression|war|conflict|violation|threat|threatened|mobilisation|invasion|occupation|fighting|operations|response|peace|alert',
);
const whiles = wordsOf(
  'while|during|until|long|whilst|when|where|before|pending|throughout|if|after|whenever|unless|as-long-as|time|once|begun|given|made',
);
const going = wordsOf('began|begun|continues|stands|persists|lasts|progress|underway|before|arisen|occurred');
const holds = wordsOf(
  'deferred|suspended|stayed|postponed|frozen|extended|prolonged|interrupted|inoperative|ineffective|barred|excluded|prohibited|void|delayed|paused|tolled|survive|survives|null',
);
const lasting = /^(?:remains?|continues?|stays?|applies|apply|persists?)$/;
const notEvents = wordSet(
  'force forces mission council commission committee depositary republic kingdom federation union article articles annex presidency term government secretariat alliance commonwealth',
);
const floors = /^(?:less|fewer|later|earlier|more|only|exceeding)$/;
const measured = /^(?:less|fewer|under|shorter)$/;

/**
 * A clause that stays or forbids leaving while a crisis lasts: "A notice has no effect while a Finding stands", "Denunciation during an Armed
 * Attack takes effect only after peace …", "No Guarantor may withdraw while …" (DUR004). Duties that survive an exit for an attack that has begun are
 * one too.
 */
export function lockIn(sentence: Sentence, afterExit: boolean): Place | null {
  const { tokens, own } = sentence;
  const all = { from: 0, to: tokens.length };
  // Away from the clause of exit a notice may be one of an attack, and those who withdraw may be troops.
  const spoken = afterExit
    ? has(tokens, exitWords, all)
    : (has(tokens, leavingWords, all) && !has(tokens, troops, all)) ||
      tokens.some(({ word, capital }) => word === 'notice' && !capital);
  if ((!spoken && !afterExit) || !inCrisis(tokens)) return null;
  for (let i = own; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (!spoken && !running(tokens, i)) continue;
    const held =
      (word === 'no' && !measured.test(tokens[i + 1]?.word ?? '')) ||
      word === 'neither' ||
      word === 'nor' ||
      word === 'never' ||
      word === 'cannot' ||
      (word === 'not' && !floors.test(tokens[i + 1]?.word ?? '')) ||
      (word === 'without' && tokens[i + 1]?.word === 'effect') ||
      (word === 'only' && /^(?:after|when|once|if|from|upon)$/.test(tokens[i + 1]?.word ?? '')) ||
      holds.words.has(word) ||
      (lasting.test(word) &&
        has(tokens, wordsOf('force|bound|bind|binding|apply|effect|until|towards|to|obligations'), { from: i, to: i + 5 }));
    if (held) return { sentence, at: { from: i, to: Math.min(tokens.length, i + 4) } };
  }
  return null;
}

/** "the Treaty continues in force", "the period does not run": said of the exit in the sentence before. */
function running(tokens: readonly Token[], i: number): boolean {
  if (lasting.test(tokens[i]!.word)) return has(tokens, wordsOf('force|bound|binding|effect'), { from: i, to: i + 4 });
  return (
    /^(?:not|extended|suspended|interrupted|prolonged)$/.test(tokens[i]!.word) &&
    has(tokens, wordsOf('period|time|term|it|months|years'), { from: Math.max(0, i - 6), to: i })
  );
}

const lasts = /^(?:while|during|whilst|pending|throughout)$/;

/** A capital that is no party and no instrument: the text's own word for an attack ("during an Assault", "while an Incursion continues"). */
function isTerm(tokens: readonly Token[], i: number): boolean {
  const { word, kind, capital } = tokens[i]!;
  if (!capital || kind !== 'word' || parties.has(word) || instruments.has(word)) return false;
  return /^(?:an?|the|any|such|that|each)$/.test(tokens[i - 1]?.word ?? '') && !notEvents.has(word);
}

/** A word of time stands within a few words before a word of crisis. */
function inCrisis(tokens: readonly Token[]): boolean {
  for (let i = 0; i < tokens.length; i++) {
    if (crisis.words.has(tokens[i]!.word) && has(tokens, going, { from: i + 1, to: i + 7 })) return true;
    if (!whiles.words.has(tokens[i]!.word)) continue;
    for (let j = i + 1; j < Math.min(tokens.length, i + 13); j++) {
      if (!crisis.words.has(tokens[j]!.word) && !(lasts.test(tokens[i]!.word) && isTerm(tokens, j))) continue;
      if (tokens[j]!.word === 'response' && tokens[j - 1]?.word === 'in') continue;
      return true;
    }
  }
  return false;
}
