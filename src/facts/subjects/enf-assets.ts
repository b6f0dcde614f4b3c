import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { homeArticle } from '../triggers.ts';
import { markOf, marks, type Trait } from './trait.ts';

const states = wordSet('frozen immobilised immobilized blocked sovereign');
const assets = wordSet('assets asset reserves');
const crime = wordSet(
  'offence offences criminal crime laundering accused confiscation prosecution narcotic corruption terrorist',
);
const conditions = wordSet('until unless');
const holding = wordSet('remain remains held hold holds stay stays kept keep keeps retained immobilised immobilized frozen');
const releasing = wordSet('release released releases unfreeze unfrozen returned return unblocked lifting');
const deciding = wordSet(
  'consent decision decide decided decides thirds majority unanimous unanimity concurring agreement vote approval needs requires certifies certified authorised order',
);
const using = wordSet(
  'used use purpose purposes finance financed reconstruction compensation compensate reparation reparations invested proceeds profits rebuild serve repay',
);
const asLong = sequences('as long as\nso long as\nfor as long');

/** Immobilised assets as the operative words mention them; null where they do not (ENF004). */
function mention({ tokens }: Sentence, heading: string): Range | null {
  const all = { from: 0, to: tokens.length };
  if (findWord(tokens, all, crime) >= 0) return null;
  for (let i = 0; i < tokens.length; i++) {
    if (!assets.has(tokens[i]!.word)) continue;
    const before = findWord(tokens, { from: Math.max(0, i - 3), to: i }, states);
    if (before >= 0) return { from: before, to: i + 1 };
    const after = findWord(tokens, { from: i + 1, to: Math.min(tokens.length, i + 14) }, states);
    if (after >= 0) return { from: i, to: after + 1 };
    if (/(?:frozen|immobili[sz]ed|sovereign|blocked) (?:sovereign )?(?:assets|reserves)/.test(heading))
      return { from: i, to: i + 1 };
  }
  return null;
}

const lackNames = {
  hold: 'until when they are held',
  release: 'who may release them, and by what majority',
  use: 'what they are used for',
} as const;

/** What the text rules on immobilised assets (ENF004). */
export const assetsTrait: Trait<Reading> = {
  name: 'assets',
  facts: {
    assetsMentioned: { type: 'flag', doc: 'Operative words speak of frozen or immobilised assets of a State.' },
    assetLacks: {
      type: 'list',
      doc: 'What the text does not rule on them (ENF004); empty where none are mentioned.',
      values: Object.values(lackNames),
    },
    assetRules: { type: 'number', doc: 'How many of the three rules stand: hold, release, use.' },
  },
  marks: { assets: 'The assets.' },
  read: (reading) => {
    let first: { sentence: Sentence; at: Range } | null = null;
    const homes = new Set<unknown>();
    for (const sentence of reading.operative) {
      if (sentence.block.kind === 'cell') continue;
      const home = homeArticle(sentence.clause);
      const at = mention(sentence, home.title.toLowerCase());
      if (!at) continue;
      first ??= { sentence, at };
      homes.add(home);
    }
    if (!first) return { facts: { assetsMentioned: false, assetLacks: [], assetRules: 0 } };
    const rules = { hold: false, release: false, use: false };
    for (const sentence of reading.operative) {
      if (!homes.has(homeArticle(sentence.clause))) continue;
      read(sentence.tokens, rules);
    }
    const lacks = (['hold', 'release', 'use'] as const).filter((name) => !rules[name]).map((name) => lackNames[name]);
    return {
      facts: { assetsMentioned: true, assetLacks: lacks, assetRules: 3 - lacks.length },
      marks: marks({ assets: markOf(first.sentence, first.at) }),
    };
  },
};

function read(tokens: readonly Token[], rules: { hold: boolean; release: boolean; use: boolean }): void {
  const all = { from: 0, to: tokens.length };
  const ends = findWord(tokens, all, conditions) >= 0 || findSequence(tokens, all, asLong) !== null;
  if (ends && findWord(tokens, all, holding) >= 0) rules.hold = true;
  if (findWord(tokens, all, releasing) >= 0 && findWord(tokens, all, deciding) >= 0) rules.release = true;
  if (findWord(tokens, all, using) >= 0) rules.use = true;
}
