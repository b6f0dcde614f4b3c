import type { Range, Token } from '#phrases';
import { qualifierWhere } from './frame-verbs.ts';
import type { Condition } from './model.ts';
import { findWord, wordSet } from './scan.ts';
import { verbAt } from './verbs.ts';
import { conditionals, determiners, nounVerbs } from './words.ts';

/** Multi-word openers of a condition, longest first, with what they make of it. */
const openers: readonly { readonly words: readonly string[]; readonly kind: Condition['kind'] }[] = [
  { words: ['in', 'the', 'event', 'of'], kind: 'event' },
  { words: ['in', 'the', 'event', 'that'], kind: 'event' },
  { words: ['in', 'the', 'event'], kind: 'event' },
  { words: ['in', 'the', 'case', 'of'], kind: 'event' },
  { words: ['in', 'the', 'face', 'of'], kind: 'event' },
  { words: ['in', 'response', 'to'], kind: 'event' },
  { words: ['in', 'case', 'of'], kind: 'event' },
  { words: ['in', 'any', 'case', 'of'], kind: 'event' },
  { words: ['in', 'case'], kind: 'event' },
  { words: ['in', 'that', 'event'], kind: 'event' },
  { words: ['in', 'such', 'event'], kind: 'event' },
  { words: ['in', 'such', 'case'], kind: 'event' },
  { words: ['in', 'that', 'case'], kind: 'event' },
  { words: ['in', 'those', 'circumstances'], kind: 'event' },
  { words: ['on', 'the', 'occurrence', 'of'], kind: 'event' },
  { words: ['upon', 'the', 'occurrence', 'of'], kind: 'event' },
  { words: ['as', 'soon', 'as'], kind: 'after' },
  { words: ['only', 'while'], kind: 'proviso' },
  { words: ['only', 'so', 'long', 'as'], kind: 'proviso' },
  { words: ['only', 'as', 'long', 'as'], kind: 'proviso' },
  { words: ['on', 'condition', 'that'], kind: 'proviso' },
  { words: ['provided', 'that'], kind: 'proviso' },
  { words: ['so', 'long', 'as'], kind: 'proviso' },
  { words: ['as', 'long', 'as'], kind: 'proviso' },
  { words: ['subject', 'to'], kind: 'proviso' },
  { words: ['conditional', 'on'], kind: 'proviso' },
  { words: ['conditional', 'upon'], kind: 'proviso' },
  { words: ['contingent', 'on'], kind: 'proviso' },
  { words: ['contingent', 'upon'], kind: 'proviso' },
  { words: ['depending', 'on'], kind: 'proviso' },
  { words: ['on', 'receipt', 'of'], kind: 'after' },
  { words: ['upon', 'receipt', 'of'], kind: 'after' },
  { words: ['upon'], kind: 'after' },
  { words: ['following'], kind: 'after' },
  { words: ['after'], kind: 'after' },
  { words: ['pursuant', 'to'], kind: 'after' },
  { words: ['should'], kind: 'event' },
  { words: ['were'], kind: 'event' },
  { words: ['had'], kind: 'event' },
  { words: ['whensoever'], kind: 'event' },
  { words: ['in', 'the', 'eventuality', 'of'], kind: 'event' },
  { words: ['in', 'the', 'contingency', 'of'], kind: 'event' },
  { words: ['in', 'consequence', 'of'], kind: 'event' },
  { words: ['by', 'reason', 'of'], kind: 'event' },
  { words: ['in', 'the', 'presence', 'of'], kind: 'event' },
  { words: ['when', 'faced', 'with'], kind: 'event' },
  { words: ['immediately', 'upon'], kind: 'after' },
];

/** Verbs that open a condition where they stand before their subject: "should an attack occur", "were Lorn to be attacked". */
const inverted = wordSet('should were had');

const byFirst = new Map<string, typeof openers>();
for (const opener of openers) byFirst.set(opener.words[0]!, [...(byFirst.get(opener.words[0]!) ?? []), opener]);

/**
 * Conditions inside a clause: before its subject and after its verb (catalogue 0.6, A.8). A condition runs to the comma
 * before the subject, or, behind the verb, to the next comma, semicolon or condition.
 */
export function findConditions(
  tokens: readonly Token[],
  frame: {
    readonly at: Range;
    readonly subject: Range;
    readonly verbAt: Range;
    readonly complement: Range;
    readonly subordinate: boolean;
  },
): Condition[] {
  const found: Condition[] = [];
  const absolute = frame.subordinate ? null : absoluteEvent(tokens, frame);
  if (absolute) found.push(absolute);
  for (let i = frame.at.from; i < frame.at.to; i++) {
    const opener = openerAt(tokens, i, frame.at.to);
    if (!opener) continue;
    if (frame.subordinate && i === frame.at.from) continue;
    const front = i < frame.verbAt.from;
    if (inverted.has(opener.words[0]!) && (!front || i !== frame.at.from)) continue;
    const close = front
      ? fronted(tokens, i, frame)
      : trailing(tokens, i + opener.words.length, frame.at.to, conditionals.has(opener.words[0]!));
    found.push({ from: i, to: close, opener: opener.words.join(' '), kind: opener.kind });
    i = Math.max(i + opener.words.length - 1, opener.words.length > 1 || front ? i : close - 1);
  }
  return found;
}

/** "An Armed Attack having occurred, the Guarantors shall": a participle with a subject of its own in front. */
function absoluteEvent(tokens: readonly Token[], frame: { readonly at: Range; readonly subject: Range }): Condition | null {
  for (let i = frame.at.from + 1; i < Math.min(frame.subject.from, frame.at.from + 14); i++) {
    if (tokens[i]!.word === ',') return null;
    if (tokens[i]!.word !== 'having') continue;
    for (let j = i + 1; j < Math.min(frame.subject.from + 1, i + 12); j++)
      if (tokens[j]!.word === ',') return { from: frame.at.from, to: j, opener: 'having', kind: 'event' };
    return null;
  }
  return null;
}

function openerAt(
  tokens: readonly Token[],
  i: number,
  end: number,
): { words: readonly string[]; kind: Condition['kind'] } | null {
  const word = tokens[i]!.word;
  for (const opener of byFirst.get(word) ?? []) {
    if (i + opener.words.length > end || !opener.words.every((part, n) => tokens[i + n]!.word === part)) continue;
    if (opener.words.length === 3 && possible.has(tokens[i + 3]?.word ?? '')) return null;
    // "the following measures:" announces them.
    if (word === 'following' && (determiners.has(tokens[i - 1]?.word ?? '') || tokens[i + 1]?.word === ':')) return null;
    // "an armed attack upon a Party": where it strikes.
    if (word === 'upon' && struck(tokens, i)) return null;
    if (
      word === 'upon' &&
      /^(?:call|called|calls|calling|agreed|based|rely|relied|depends?|incumbent|binding|imposed|conferred|laid|placed|bestowed|falls?|rests?|devolves?|lies?|pronounces?|decides?|rules?|votes?)$/.test(
        tokens[i - 1]?.word ?? '',
      )
    )
      return null;
    return opener;
  }
  // "at once" is no condition, nor is "as soon as possible".
  if (word === 'once' && /^(?:at|only|more|than)$/.test(tokens[i - 1]?.word ?? '')) return null;
  if (!conditionals.has(word) || word === 'provided' || word === 'should' || qualifierWhere(tokens, i)) return null;
  if (
    word === 'where' &&
    tokens[i - 1]?.kind === 'word' &&
    ['place', 'places', 'area', 'areas', 'cases', 'territory'].includes(tokens[i - 1]!.word)
  )
    return null;
  return { words: [word], kind: word === 'until' || word === 'till' ? 'until' : 'event' };
}

const blows = wordSet('attack attacks assault assaults aggression strike strikes invasion incursion raid raids soil war');

/** The noun of a blow stands in the few words before "upon", in one noun phrase with it. */
function struck(tokens: readonly Token[], upon: number): boolean {
  for (let i = upon - 1; i >= 0 && i >= upon - 5; i--) {
    if (tokens[i]!.kind === 'mark') return false;
    if (blows.has(tokens[i]!.word)) return true;
  }
  return false;
}

function fronted(tokens: readonly Token[], from: number, frame: { readonly subject: Range; readonly verbAt: Range }): number {
  const stop = frame.subject.from > from ? frame.subject.from : frame.verbAt.from;
  for (let i = stop - 1; i > from; i--) if (tokens[i]!.word === ',') return i;
  return stop;
}

/** "as soon as possible": a word of time, and nothing that must happen first. */
const possible = wordSet('possible practicable feasible practical reasonably conditions circumstances');

const auxiliaries = wordSet('is are was were has have had does do did shall will may can must should would');

function auxiliaryIn(tokens: readonly Token[], from: number, to: number): boolean {
  return findWord(tokens, { from, to }, auxiliaries) >= 0;
}

/** A verb stands in the range that could be the finite verb of the clause. */
function finiteIn(tokens: readonly Token[], from: number, to: number): boolean {
  if (auxiliaryIn(tokens, from, to)) return true;
  for (let i = from; i < to; i++) {
    const { word, kind } = tokens[i]!;
    const lemma = kind === 'word' ? verbAt(word) : null;
    if (!lemma || word.endsWith('ing') || determiners.has(tokens[i - 1]?.word ?? '')) continue;
    if (!nounVerbs.has(lemma) || (word !== lemma && !word.endsWith('s'))) return true;
  }
  return to - from < 2;
}

function commaAfter(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + 14); i++) {
    if (tokens[i]!.word === ',') return i;
    if (tokens[i]!.word === ';') return -1;
  }
  return -1;
}

function trailing(tokens: readonly Token[], from: number, end: number, clause: boolean): number {
  for (let i = from; i < end; i++) {
    const word = tokens[i]!.word;
    if (word === ';' || word === ':') return i;
    if (word === ',' && i >= from) {
      const next = tokens[i + 1]?.word ?? '';
      // "once the Conference, by the majority of its members, has authorised it"
      if (
        clause &&
        /^(?:by|acting|voting|deciding|sitting|on|through|after|having)$/.test(next) &&
        !auxiliaryIn(tokens, from, i)
      ) {
        const close = commaAfter(tokens, i + 1, end);
        if (close > 0 && auxiliaries.has(tokens[close + 1]?.word ?? '')) {
          i = close;
          continue;
        }
      }
      // "whenever, in the opinion of any of them, the security … is threatened": the parenthesis belongs to the condition
      if (next === 'or' || next === 'including') continue;
      // "unless the Council by a majority of two thirds, the Beneficiary concurring, decides": no verb yet, so the clause goes on.
      if (clause && i - from < 40 && !finiteIn(tokens, from, i)) continue;
      if (next === 'in') {
        const close = commaAfter(tokens, i + 1, end);
        if (close > 0) i = close;
        continue;
      }
      return i;
    }
  }
  return end;
}
