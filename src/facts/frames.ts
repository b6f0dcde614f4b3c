import type { Modal, Range, Sentence, Token } from '#phrases';
import { findConditions } from './conditions.ts';
import type { Condition } from './model.ts';
import { participleOf, verbAt } from './verbs.ts';
import {
  adverbs,
  conditionals,
  coordinators,
  determiners,
  nounVerbs,
  parenthesisOpeners,
  prepositions,
  quantifiers,
  relatives,
  subordinators,
} from './words.ts';

/**
 * One finite clause as the words give it, before anyone asks who is meant (catalogue A, first paragraph; 0.6).
 * All ranges are token indices of the sentence.
 */
export interface Frame {
  readonly at: Range;
  readonly subject: Range;
  /** Antecedent of "which" where the pronoun is the subject. */
  readonly antecedent: Range | null;
  readonly modal: Modal | null;
  readonly verb: string;
  readonly verbAt: Range;
  readonly passive: boolean;
  readonly complement: Range;
  readonly conditions: readonly Condition[];
  readonly relative: boolean;
  readonly subordinate: boolean;
  readonly item: boolean;
  /** Index of the frame whose subject and modal this one shares. */
  readonly shares: number | null;
  /** Frame whose that-clause this one stands in ("agree that …", "recognise that …"). */
  readonly under: number | null;
}

/** Most finite clauses one sentence is split into; the rest stay with the last. */
const MOST_FRAMES = 400;
/** Farthest a subject's head may stand before its verb. */
const REACH = 60;

interface Anchor {
  readonly from: number;
  readonly to: number;
  readonly modal: Modal | null;
}

interface SubjectPart {
  start: number;
  end: number;
  stop: number;
}

/**
 * Splits a sentence into finite clauses. Linear in the sentence's length: every step looks back or ahead at most `REACH` tokens.
 * Takes a sentence with its modals. Gives frames in order of their verbs.
 */
export function readFrames(sentence: Sentence): Frame[] {
  const { tokens } = sentence;
  const quoted = quotedTokens(tokens);
  const modals = sentence.modals.filter((modal, n) => !quoted?.[modal.from] && !governed(tokens, sentence.modals[n - 1], modal));
  const anchors: Anchor[] = modals.slice(0, MOST_FRAMES).map((modal) => ({ from: modal.from, to: modal.to, modal }));
  if (!anchors.some((anchor) => anchor.from >= sentence.own)) {
    const present = presentVerb(tokens, sentence.own, quoted);
    const leadReaches = anchors.length > 0 && verbAfter(tokens, anchors[anchors.length - 1]!.to) >= sentence.own;
    if (present >= 0 && !leadReaches) {
      anchors.push(heldApart(tokens, present) ?? { from: present, to: present, modal: null });
      // "the Council meets within …; the squadrons are sent …": each part between semicolons has its verb.
      for (let i = present + 1; i < tokens.length && anchors.length < MOST_FRAMES; i++) {
        if (tokens[i]!.word !== ';') continue;
        const next = presentVerb(tokens, i, quoted);
        if (next < 0) break;
        anchors.push({ from: next, to: next, modal: null });
        i = next;
      }
    }
  }
  const main = mainAfterCondition(tokens, sentence.own, anchors, quoted);
  if (main >= 0) anchors.push({ from: main, to: main, modal: null });
  const frames: Frame[] = [];
  const starts: number[] = [];
  const parts: {
    anchor: Anchor;
    subject: SubjectPart;
    start: number;
    relative: boolean;
    subordinate: boolean;
    empty: boolean;
  }[] = [];
  for (let k = 0; k < anchors.length; k++) {
    const anchor = anchors[k]!;
    const floor = k > 0 ? anchors[k - 1]!.to : 0;
    const subject = subjectBefore(tokens, anchor.from, floor, k > 0 && anchors[k - 1]!.modal?.opens === 'clause');
    const stopWord = subject.stop >= 0 ? tokens[subject.stop]!.word : '';
    // What begins at the verb of the modal before is that clause, and no subject: "shall transfer …, shall destroy …".
    const runsOn =
      k > 0 &&
      subject.start <= floor &&
      subject.start >= anchors[k - 1]!.to &&
      anchors[k - 1]!.modal?.opens === 'verb' &&
      tokens[anchor.from - 1]?.word === ',';
    const empty = subject.start >= subject.end || runsOn;
    const relative = relatives.has(stopWord) && (stopWord !== 'that' || !opensClause(anchors, k, subject.stop));
    const inverted = empty && anchor.modal?.form === 'should' && (anchor.from === 0 || tokens[anchor.from - 1]!.kind === 'mark');
    const subordinate = inverted || (conditionals.has(stopWord) && !qualifierWhere(tokens, subject.stop));
    const start = clauseStart(tokens, subject, floor, relative || subordinate);
    parts.push({ anchor, subject, start: inverted || runsOn ? anchor.from : start, relative, subordinate, empty });
    starts.push(inverted || runsOn ? anchor.from : start);
  }
  for (let k = 0; k < parts.length; k++) {
    const { anchor, subject, start, relative, subordinate, empty } = parts[k]!;
    const end = k + 1 < parts.length ? Math.max(starts[k + 1]!, anchor.to) : tokens.length;
    const previous = frames.length - 1;
    const shares = empty && !relative && previous >= 0 && !subordinate ? previous : null;
    const head: Range = shares !== null ? frames[shares]!.subject : { from: subject.start, to: subject.end };
    const antecedent = relative && empty ? antecedentBefore(tokens, subject.stop) : null;
    const under = thatClauseOf(frames, parts, k, tokens);
    const base = {
      at: { from: start, to: end },
      subject: head,
      antecedent,
      modal: anchor.modal,
      relative,
      subordinate,
      shares,
      under,
    };
    pushVerbs(frames, sentence, base, anchor, end);
  }
  return withConditions(keepOwn(frames, sentence), sentence);
}

/** "is, wherever possible, to be closed": the modal "is to" with a parenthesis in it. */
function heldApart(tokens: readonly Token[], at: number): Anchor | null {
  if (!/^(?:is|are)$/.test(tokens[at]!.word) || tokens[at + 1]?.word !== ',') return null;
  const close = nextComma(tokens, at + 2, 10);
  if (close < 0 || tokens[close + 1]?.word !== 'to' || !tokens[close + 2] || !verbAt(tokens[close + 2]!.word)) return null;
  return {
    from: at,
    to: close + 2,
    modal: { from: at, to: close + 2, form: 'is to', force: 7, kind: 'duty', negated: false, opens: 'verb' },
  };
}

/** "will collectively ensure", "shall jointly guarantee": the performative is the verb of the modal before it. */
function governed(tokens: readonly Token[], before: Modal | undefined, modal: Modal): boolean {
  if (before?.opens !== 'verb' || modal.opens === 'verb' || before.to > modal.from || modal.from - before.to > 3) return false;
  if (before.to === modal.from) return false;
  for (let i = before.to; i < modal.from; i++) if (!adverbs.has(tokens[i]!.word)) return false;
  return true;
}

/** "If an attack occurs, this Article applies": the main verb, where all that was found before the comma is the condition's; -1 else. */
function mainAfterCondition(
  tokens: readonly Token[],
  own: number,
  anchors: readonly Anchor[],
  quoted: readonly boolean[] | null,
): number {
  const last = anchors[anchors.length - 1];
  if (!last || last.from < own || !conditionals.has(tokens[own]?.word ?? '')) return -1;
  const comma = nextComma(tokens, last.to + 1, REACH);
  if (comma < 0) return -1;
  for (let i = own; i < last.from; i++) if (tokens[i]!.word === ',') return -1;
  return presentVerb(tokens, comma, quoted);
}

type Base = Pick<Frame, 'at' | 'subject' | 'antecedent' | 'modal' | 'relative' | 'subordinate' | 'shares' | 'under'>;

/** Adds the frame of an anchor's verb and those of the verbs coordinated with it. */
function pushVerbs(frames: Frame[], sentence: Sentence, base: Base, anchor: Anchor, end: number): void {
  const { tokens } = sentence;
  const first = frames.length;
  const main = mainVerb(tokens, anchor, end);
  if (main === null) return;
  const rest = { conditions: [], item: false } as const;
  const cuts = coordinated(
    tokens,
    main.verbAt.to,
    end,
    main.passive,
    sentence.own,
    infinitival(anchor.modal),
    anchor.modal === null,
  );
  const stop = cuts[0]?.at ?? end;
  frames.push({
    ...base,
    ...rest,
    ...main,
    at: { from: base.at.from, to: stop },
    complement: { from: main.verbAt.to, to: stop },
  });
  cuts.forEach((cut, n) => {
    const to = cuts[n + 1]?.at ?? end;
    const subject = cut.subject ?? base.subject;
    frames.push({
      ...base,
      ...rest,
      subject,
      antecedent: cut.subject ? null : base.antecedent,
      verb: cut.verb,
      verbAt: { from: cut.index, to: cut.index + 1 },
      passive: main.passive,
      at: { from: cut.at, to },
      complement: { from: cut.index + 1, to },
      shares: cut.subject ? null : first,
    });
  });
}

interface Verb {
  readonly verb: string;
  readonly verbAt: Range;
  readonly passive: boolean;
}

/** The verb an anchor governs. Null where the sentence breaks off before one ("Each Guarantor shall:"). */
function mainVerb(tokens: readonly Token[], anchor: Anchor, end: number): Verb | null {
  if (anchor.modal && anchor.modal.opens !== 'verb') {
    const last = lastVerb(tokens, anchor.from, anchor.to);
    return { verb: last.verb, verbAt: { from: anchor.from, to: anchor.to }, passive: false };
  }
  let i = verbAfter(tokens, anchor.to);
  const from = anchor.modal ? /\b(refrain|abstain|desist) from$/.exec(anchor.modal.form) : null;
  if (from && (i < 0 || !tokens[i]!.word.endsWith('ing')))
    return { verb: from[1]!, verbAt: { from: anchor.from, to: anchor.to }, passive: false };
  if (i < 0 || i >= Math.max(end, anchor.to + 1) || i >= tokens.length) return null;
  const word = tokens[i]!.word;
  if (word === 'be' || word === 'been' || word === 'is' || word === 'are' || word === 'was' || word === 'were') {
    let j = i + 1;
    while (j < tokens.length && (adverbs.has(tokens[j]!.word) || tokens[j]!.word === 'be' || tokens[j]!.word === 'been')) j++;
    const participle = j < tokens.length && j < end ? participleOf(tokens[j]!.word) : null;
    if (participle) return { verb: participle, verbAt: { from: i, to: j + 1 }, passive: true };
    return { verb: 'be', verbAt: { from: i, to: i + 1 }, passive: false };
  }
  if (word === 'have' || word === 'has' || word === 'had') {
    const j = i + 1;
    const participle = j < end ? participleOf(tokens[j]?.word ?? '') : null;
    if (participle && word !== 'have') return { verb: participle, verbAt: { from: i, to: j + 1 }, passive: false };
  }
  const lemma = verbAt(word) ?? word;
  if (
    i + 1 < end &&
    tokens[i + 1]!.word === 'to' &&
    (lemma === 'continue' || lemma === 'begin' || lemma === 'start' || lemma === 'help')
  ) {
    const next = tokens[i + 2];
    if (next && verbAt(next.word)) i += 2;
  }
  return { verb: verbAt(tokens[i]!.word) ?? tokens[i]!.word, verbAt: { from: i, to: i + 1 }, passive: false };
}

function lastVerb(tokens: readonly Token[], from: number, to: number): { verb: string } {
  for (let i = to - 1; i >= from; i--) {
    const lemma = verbAt(tokens[i]!.word);
    if (lemma && tokens[i]!.word !== 'to') return { verb: lemma };
  }
  return { verb: tokens[from]?.word ?? '' };
}

/** Index of the first word after a modal that can be its verb, past adverbs, marks and a parenthesis between commas; -1 if none. */
function verbAfter(tokens: readonly Token[], from: number): number {
  let i = from;
  for (let hops = 0; hops < 8 && i < tokens.length; hops++) {
    while (i < tokens.length && (adverbs.has(tokens[i]!.word) || tokens[i]!.word === 'to' || isSoftMark(tokens[i]!))) {
      if (tokens[i]!.word === ',') break;
      i++;
    }
    if (i >= tokens.length) return -1;
    if (tokens[i]!.word === ',') {
      const close = nextComma(tokens, i + 1, 40);
      if (close < 0) {
        i++;
        continue;
      }
      i = close + 1;
      continue;
    }
    const word = tokens[i]!.word;
    if (tokens[i]!.kind === 'word' && !verbAt(word) && (parenthesisOpeners.has(word) || word === 'at')) {
      // "shall at all times keep", "shall within 24 hours begin": step over the phrase to the verb
      const next = nextBareVerb(tokens, i + 1, 14);
      if (next >= 0) return next;
      // "will, by the end of the third day: (a) render …"
      const colon = nextColon(tokens, i + 1, 40);
      if (colon < 0) return -1;
      i = colon + 1;
      continue;
    }
    return tokens[i]!.kind === 'word' ? i : -1;
  }
  return -1;
}

function isSoftMark(token: Token): boolean {
  return (
    token.kind === 'mark' &&
    (token.word === ':' || token.word === '—' || token.word === '–' || token.word === '-' || token.word === ',')
  );
}

function nextComma(tokens: readonly Token[], from: number, most: number): number {
  for (let i = from; i < tokens.length && i < from + most; i++) {
    const word = tokens[i]!.word;
    if (word === ',') return i;
    if (word === ';' || word === ':') return -1;
  }
  return -1;
}

function nextColon(tokens: readonly Token[], from: number, most: number): number {
  for (let i = from; i < tokens.length && i < from + most; i++) {
    if (tokens[i]!.word === ':') return i;
    if (tokens[i]!.word === ';') return -1;
  }
  return -1;
}

function nextBareVerb(tokens: readonly Token[], from: number, most: number): number {
  for (let i = from; i < tokens.length && i < from + most; i++) {
    const token = tokens[i]!;
    if (token.word === ';' || token.word === ':') return -1;
    if (token.kind !== 'word') continue;
    const before = tokens[i - 1]!.word;
    if (determiners.has(before) || before === 'of' || (nounVerbs.has(token.word) && before !== ',')) continue;
    if (token.word === 'be') return i;
    if (verbAt(token.word) === token.word) return i;
  }
  return -1;
}

/** "undertakes to", "is obliged to": the verb is an infinitive, and so are those coordinated with it. */
function infinitival(modal: Modal | null): boolean {
  return modal !== null && /\bto$/.test(modal.form);
}

interface Cut extends Omit<Verb, 'verbAt' | 'passive'> {
  /** Where the coordinated clause begins. */
  readonly at: number;
  readonly index: number;
  readonly subject: Range | null;
}

/** Verbs coordinated with the main one: "shall consult and assist", "be ratified and its provisions carried out". */
function coordinated(
  tokens: readonly Token[],
  from: number,
  end: number,
  passive: boolean,
  own: number,
  infinitive: boolean,
  present: boolean,
): Cut[] {
  const cuts: Cut[] = [];
  for (let i = from; i < end && cuts.length < 30; i++) {
    const word = tokens[i]!.word;
    if (i < own) continue;
    if (word !== 'and' && word !== 'or' && word !== ',' && word !== ';') continue;
    let j = i + 1;
    while (j < end && (coordinators.has(tokens[j]!.word) || adverbs.has(tokens[j]!.word) || tokens[j]!.word === 'to')) j++;
    if (j < end && tokens[j]!.word === ',' && word !== ',') {
      const close = nextComma(tokens, j + 1, 25);
      if (close > 0 && close + 1 < end) j = close + 1;
    } else if (j < end && parenthesisOpeners.has(tokens[j]!.word) && word !== ',') {
      // "and, within 48 hours, deliver" is above; "and within 48 hours deliver" here
      const next = nextBareVerb(tokens, j + 1, 10);
      if (next > 0 && next < end && !passive && (tokens[j]!.word === 'within' || tokens[j]!.word === 'at')) j = next;
    }
    if (j >= end) break;
    // "and to refrain" goes on only where the modal itself took "to"; elsewhere it is a purpose.
    if (!infinitive && !passive && tokens[j - 1]!.word === 'to') continue;
    if (passive) {
      const found = participleAhead(tokens, j, end, word === ',');
      if (found) {
        cuts.push({ at: i, index: found.index, verb: found.verb, subject: found.subject });
        i = found.index;
      }
      continue;
    }
    // "to restore and maintain": both verbs are the purpose.
    if (!infinitive && i >= 2 && tokens[i - 2]!.word === 'to' && verbAt(tokens[i - 1]!.word)) continue;
    const candidate = tokens[j]!;
    const third = present && word !== ';' ? thirdPerson(tokens, j, word) : null;
    if (third) {
      cuts.push({ at: i, index: j, verb: third, subject: null });
      i = j;
      continue;
    }
    if (candidate.kind !== 'word' || verbAt(candidate.word) !== candidate.word) continue;
    const next = tokens[j + 1];
    if (nounVerbs.has(candidate.word) && !(next && (determiners.has(next.word) || next.word === 'it' || next.word === 'them')))
      continue;
    if (next && (next.word === 'of' || next.word === ',' || next.word === 'and') && nounVerbs.has(candidate.word)) continue;
    if (word === ',' && !listGoesOn(tokens, j, end)) continue;
    cuts.push({ at: i, index: j, verb: candidate.word, subject: null });
    i = j;
  }
  return cuts;
}

/** "meets within 12 hours, and votes within 48": a present-tense verb coordinated with one; after a bare comma a list must go on. */
function thirdPerson(tokens: readonly Token[], i: number, joint: string): string | null {
  const { word, kind, capital } = tokens[i]!;
  const lemma = verbAt(word);
  if (kind !== 'word' || capital || !lemma || lemma === word || !word.endsWith('s') || joint === ',') return null;
  const next = tokens[i + 1]?.word ?? '';
  if (next === 'of') return null;
  if (nounVerbs.has(lemma) && !(prepositions.has(next) || determiners.has(next) || adverbs.has(next))) return null;
  return lemma;
}

/** After a comma a bare verb continues a list of verbs only when a later "and" closes it, or an adverb or coordinator preceded. */
function listGoesOn(tokens: readonly Token[], from: number, end: number): boolean {
  if (coordinators.has(tokens[from - 1]!.word)) return true;
  for (let i = from; i < end && i < from + REACH; i++) if (tokens[i]!.word === 'and' || tokens[i]!.word === 'or') return true;
  return false;
}

function participleAhead(
  tokens: readonly Token[],
  from: number,
  end: number,
  comma: boolean,
): { index: number; verb: string; subject: Range | null } | null {
  for (let i = from; i < end && i < from + 7; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') return null;
    const verb = participleOf(token.word);
    if (!verb) continue;
    const next = tokens[i + 1];
    if (i === from) {
      // "exchanged and deposited": a participle straight after the coordinator, not an adjective before a noun
      const adjective =
        next?.kind === 'word' && !parenthesisOpeners.has(next.word) && !coordinators.has(next.word) && next.word !== 'out';
      return comma || adjective ? null : { index: i, verb, subject: null };
    }
    if (comma || !determiners.has(tokens[from]!.word)) return null;
    const before = tokens[i - 1]!.word;
    if (determiners.has(before)) continue;
    return { index: i, verb, subject: { from, to: i } };
  }
  return null;
}

/** Noun phrase before an anchor, with the index of the word that ended the search. */
function subjectBefore(tokens: readonly Token[], anchor: number, floor: number, opened: boolean): SubjectPart {
  let end = anchor;
  let bottom = floor;
  // "each Guarantor: (a) shall …": the lead-in's subject goes on behind its colon.
  while (end > bottom && /^[:—–]$/.test(tokens[end - 1]!.word)) end--;
  let settled = end;
  for (let hops = 0; hops < 4; hops++) {
    const behind = end;
    while (
      end > bottom &&
      (adverbs.has(tokens[end - 1]!.word) ||
        (coordinators.has(tokens[end - 1]!.word) && end < behind && end - 2 >= bottom && adverbs.has(tokens[end - 2]!.word)))
    )
      end--;
    if (end < behind && end > bottom && behind < anchor && tokens[end - 1]!.word === ',') {
      // "the Parties, separately and jointly, by means of …, will": adverbs between commas.
      end--;
      settled = end;
      continue;
    }
    if (end <= bottom || tokens[end - 1]!.word !== ',') break;
    let open = -1;
    for (let p = end - 2; p >= Math.max(0, end - REACH); p--) {
      const word = tokens[p]!.word;
      if (word === ';' || word === ':') break;
      if (word !== ',' || !tokens[p + 1]) continue;
      if (
        parenthesisOpeners.has(tokens[p + 1]!.word) ||
        /(?:ing|ed)$/.test(tokens[p + 1]!.word) ||
        (adverbs.has(tokens[p + 1]!.word) &&
          (!quantifiers.has(tokens[p + 1]!.word) || prepositions.has(tokens[p + 2]?.word ?? '')))
      ) {
        open = p;
        break;
      }
    }
    if (open <= 0) {
      end = settled;
      break;
    }
    if (open < bottom) bottom = 0;
    settled = open;
    // ", if such an attack occurs, and in exercise of the right …," is two parentheses in a row.
    end = coordinators.has(tokens[open + 1]!.word) ? open + 1 : open;
  }
  let i = end - 1;
  while (i >= bottom && i >= end - REACH) {
    const token = tokens[i]!;
    const word = token.word;
    if (word === ')') {
      while (i > bottom && tokens[i]!.word !== '(') i--;
      i--;
      continue;
    }
    if (token.kind === 'mark' && word !== ',' && word !== "'" && word !== '"' && word !== '-' && word !== '/') break;
    if (word === ',' && !listComma(tokens, i, end)) break;
    // "if that Republic should …": a determiner, and no pronoun.
    if (
      word === 'that' &&
      i > bottom &&
      i < end - 1 &&
      (subordinators.has(tokens[i - 1]!.word) ||
        prepositions.has(tokens[i - 1]!.word) ||
        tokens[i - 1]!.word === 'as' ||
        tokens[i - 1]!.word === 'than')
    ) {
      i--;
      continue;
    }
    if (subordinators.has(word) || relatives.has(word)) {
      const antecedent =
        (word !== 'that' || nounBefore(tokens, i)) && relatives.has(word) && i < end - 1 && finiteWithin(tokens, i + 1, end);
      if (!antecedent) break;
      i--;
      while (i > bottom && (tokens[i]!.word === ',' || tokens[i]!.word === 'of' || tokens[i]!.word === 'in')) i--;
      continue;
    }
    if (coordinators.has(word) && !joinsNouns(tokens, i, bottom, floor > 0 && !opened)) break;
    i--;
  }
  let start = i + 1;
  while (
    start < end &&
    (adverbs.has(tokens[start]!.word) || tokens[start]!.word === ',') &&
    tokens[start]!.word !== 'each' &&
    tokens[start]!.word !== 'all' &&
    tokens[start]!.word !== 'both'
  )
    start++;
  start = pastAdverbial(tokens, start, end);
  return { start, end, stop: i };
}

/** "In the event of an Armed Attack each Guarantor shall": without a comma the subject is the last noun phrase that no preposition governs. */
function pastAdverbial(tokens: readonly Token[], start: number, end: number): number {
  const first = tokens[start]?.word ?? '';
  if (start >= end || !(prepositions.has(first) || first === 'following') || first === 'of') return start;
  const last = tokens[end - 1]!;
  const prior = tokens[end - 2];
  if (
    end - 2 > start &&
    last.capital &&
    prior &&
    !prior.capital &&
    prior.kind !== 'mark' &&
    !prepositions.has(prior.word) &&
    !determiners.has(prior.word) &&
    !coordinators.has(prior.word)
  )
    return end - 1;
  for (let i = end - 1; i > start + 1; i--) {
    const word = tokens[i]!.word;
    if (!determiners.has(word) && word !== 'it' && word !== 'they') continue;
    const before = tokens[i - 1]!;
    if (before.kind === 'mark' || prepositions.has(before.word) || determiners.has(before.word) || coordinators.has(before.word))
      continue;
    return i;
  }
  return start;
}

/** "A Party that is attacked": what stands before "that" is a noun, not a verb of saying. */
function nounBefore(tokens: readonly Token[], that: number): boolean {
  const before = tokens[that - 1];
  return before?.kind === 'word' && (before.capital || determiners.has(tokens[that - 2]?.word ?? '')) && !verbAt(before.word);
}

function finiteWithin(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = tokens[i]!.word;
    if (
      word === 'is' ||
      word === 'are' ||
      word === 'has' ||
      word === 'have' ||
      word === 'was' ||
      word === 'were' ||
      word === 'do' ||
      word === 'does' ||
      participleOf(word)
    )
      return true;
    if (word.endsWith('s') && verbAt(word) && !nounVerbs.has(verbAt(word)!)) return true;
  }
  return false;
}

/** A comma inside a list of names: "France, Poland and Brava shall". */
function listComma(tokens: readonly Token[], comma: number, end: number): boolean {
  let sawAnd = false;
  for (let i = comma + 1; i < end; i++) {
    const token = tokens[i]!;
    if (token.word === 'and' || token.word === 'or') sawAnd = true;
    else if (
      token.kind === 'word' &&
      !token.capital &&
      !determiners.has(token.word) &&
      token.word !== 'of' &&
      token.word !== 'as' &&
      token.word !== 'well'
    )
      return false;
  }
  const before = tokens[comma - 1];
  return sawAnd && before !== undefined && before.capital && end - comma > 2;
}

/** "France and Poland": what stands before the coordinator is a bare noun phrase that opens the clause. */
function joinsNouns(tokens: readonly Token[], at: number, floor: number, later: boolean): boolean {
  let i = at - 1;
  for (; i >= floor && i >= at - 14; i--) {
    const token = tokens[i]!;
    if (token.word === ';' || token.word === ':' || relatives.has(token.word) || subordinators.has(token.word)) return i < at - 1;
    if (token.word === ',') return i < at - 1 && (tokens[i + 1]!.capital || determiners.has(tokens[i + 1]!.word));
    if (token.word === 'is' || token.word === 'are' || token.word === 'be') return false;
    const verb = verbAt(token.word);
    const adjective = /(?:ing|ed)$/.test(token.word) && determiners.has(tokens[i - 1]?.word ?? '');
    if (verb && !nounVerbs.has(verb) && !token.capital && !adjective) return false;
  }
  return !later && i < floor;
}

/** Where a clause begins: at its subordinator, after the last coordinator or semicolon, with its fronted adverbials. */
function clauseStart(tokens: readonly Token[], subject: SubjectPart, floor: number, dependent: boolean): number {
  if (dependent) return Math.max(subject.stop, 0);
  let start = subject.start;
  // A sentence that opens with an adverbial belongs to its first clause whole, whatever is coordinated in it.
  const opener = tokens[0]?.word ?? '';
  const fronted = floor === 0 && (parenthesisOpeners.has(opener) || conditionals.has(opener)) && !coordinators.has(opener);
  for (let i = subject.start - 1; i >= floor && i >= subject.start - 3 * REACH; i--) {
    const word = tokens[i]!.word;
    if (word === ';') return i + 1;
    // The colon that ends a lead-in opens its points: "Within 48 hours:" fronts each of them.
    if (word === ':' && !tokens[i]!.inherited) return floor === 0 ? start : i + 1;
    if (coordinators.has(word) && !fronted) {
      const next = tokens[i + 1]!;
      if (
        i + 1 >= start ||
        parenthesisOpeners.has(next.word) ||
        next.word === ',' ||
        adverbs.has(next.word) ||
        conditionals.has(next.word)
      )
        return i;
    }
    if (i === floor && floor === 0) start = 0;
  }
  return floor === 0 ? Math.min(start, subject.start) : start;
}

/** "…, which shall": the noun phrase that "which" stands for. */
function antecedentBefore(tokens: readonly Token[], pronoun: number): Range {
  let end = pronoun;
  while (
    end > 0 &&
    (tokens[end - 1]!.word === ',' ||
      tokens[end - 1]!.word === 'of' ||
      tokens[end - 1]!.word === 'each' ||
      tokens[end - 1]!.word === 'all')
  )
    end--;
  let start = end;
  while (start > 0 && start > end - 12) {
    const word = tokens[start - 1]!.word;
    if (tokens[start - 1]!.kind === 'mark' || relatives.has(word) || subordinators.has(word)) break;
    if (
      word === 'on' ||
      word === 'by' ||
      word === 'to' ||
      word === 'with' ||
      word === 'against' ||
      word === 'from' ||
      word === 'for'
    )
      break;
    start--;
    if (determiners.has(word) && word !== 'all' && start > 0 && tokens[start - 1]!.word !== 'of') break;
  }
  return { from: start, to: end };
}

/** The word "that" belongs to a performative before it: "agree that", "declares that". */
function opensClause(anchors: readonly Anchor[], k: number, that: number): boolean {
  for (let i = k - 1; i >= 0; i--) {
    const modal = anchors[i]!.modal;
    if (modal && modal.opens === 'clause' && that >= modal.from && that <= modal.to + 2) return true;
    if (modal && that - modal.to > REACH) break;
  }
  return false;
}

/** Index of the frame in whose that-clause the clause stands, or null. */
function thatClauseOf(
  frames: readonly Frame[],
  parts: readonly { anchor: Anchor; relative: boolean; start: number }[],
  k: number,
  tokens: readonly Token[],
): number | null {
  for (let f = frames.length - 1; f >= 0 && f >= frames.length - 12; f--) {
    const modal = frames[f]!.modal;
    if (!modal || modal.opens !== 'clause' || modal.from >= parts[k]!.anchor.from) continue;
    for (let i = modal.to; i < parts[k]!.anchor.from; i++)
      if (tokens[i]!.word === ';' && tokens[i + 1]?.word !== 'and' && tokens[i + 1]?.word !== 'that') return null;
    return f;
  }
  return null;
}

/** "where appropriate", "if necessary": a qualifier, not a clause. */
export function qualifierWhere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? '';
  // "if any of the Parties is attacked" is a condition; "measures, if any," is none.
  if (next === 'any' && tokens[at + 2]?.kind === 'word') return false;
  return /^(?:appropriate|necessary|possible|feasible|practicable|relevant|applicable|needed|required|requested|so|any|not|need)$/.test(
    next,
  );
}

/** First finite verb of a sentence without a modal: "It meets within 24 hours"; -1 if none. */
function presentVerb(tokens: readonly Token[], from: number, quoted: readonly boolean[] | null): number {
  const opener = tokens[from]?.word ?? '';
  const startsWithPhrase = prepositions.has(opener) || opener === 'following' || opener === 'not';
  const comma = startsWithPhrase ? nextComma(tokens, from, 30) : -1;
  const firstComma = comma < 0 ? from : comma;
  for (let i = from + 1; i < tokens.length && i < from + 400; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || token.capital || quoted?.[i]) continue;
    const word = token.word;
    const before = tokens[i - 1]!;
    // "A Party that is the victim of aggression receives": the relative clause has a verb of its own.
    if (relatives.has(before.word) && !/^(?:it|they)$/.test(before.word)) continue;
    if (word === 'is' || word === 'are') return i;
    // "Within 24 hours after an attack has begun, each": the verb of a fronted phrase.
    if ((word === 'has' || word === 'have') && startsWithPhrase && i < firstComma) continue;
    const lemma = verbAt(word);
    // "This leaves untouched …": the determiner stands alone.
    const alone =
      i === from + 1 &&
      /^(?:this|that)$/.test(before.word) &&
      lemma !== null &&
      lemma !== word &&
      word.endsWith('s') &&
      !nounVerbs.has(lemma);
    if (alone) return i;
    if (determiners.has(before.word) || before.word === 'of' || before.word === 'to') continue;
    if (lemma && nounVerbs.has(lemma) && plainlyVerb(tokens, i, lemma)) return i;
    if (!lemma || nounVerbs.has(lemma) || word.endsWith('ing') || (word !== lemma && !word.endsWith('s'))) continue;
    if (
      word === lemma &&
      !(before.word.endsWith('s') || before.word === 'they' || before.word === 'we' || adverbs.has(before.word))
    )
      continue;
    return i;
  }
  return -1;
}

/** "The Panel reports on it", "The Council meets within": a noun-like verb in the third person between a name and what no noun is followed by. */
function plainlyVerb(tokens: readonly Token[], i: number, lemma: string): boolean {
  const { word } = tokens[i]!;
  const before = tokens[i - 1];
  if (!before || word === lemma || !word.endsWith('s')) return false;
  if (!(before.capital && before.kind === 'word' && !determiners.has(before.word)) && before.word !== 'it') return false;
  const next = tokens[i + 1]?.word ?? '';
  return next !== 'of' && (prepositions.has(next) || determiners.has(next) || adverbs.has(next));
}

/** Which tokens stand in quotation marks; null when none do, or when the whole sentence is quoted. */
function quotedTokens(tokens: readonly Token[]): boolean[] | null {
  const inside: boolean[] = [];
  let open = false;
  let count = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.word === '"') {
      open = !open;
      inside.push(true);
      continue;
    }
    inside.push(open);
    if (open) count++;
  }
  return count === 0 || open || count * 10 > tokens.length * 7 ? null : inside;
}

/** Keeps a point's own clauses; a point that is a bare noun phrase becomes an item of its lead-in's clause. */
function keepOwn(frames: Frame[], sentence: Sentence): Frame[] {
  const { own, tokens } = sentence;
  if (own === 0) return frames;
  const mine: Frame[] = [];
  const index = new Map<number, number>();
  frames.forEach((frame, i) => {
    if (frame.verbAt.from < own) return;
    index.set(i, mine.length);
    mine.push(frame);
  });
  if (mine.length > 0 && mine.some((frame) => !frame.subordinate)) {
    return mine.map((frame) => ({
      ...frame,
      shares: frame.shares === null ? null : (index.get(frame.shares) ?? null),
      under: null,
    }));
  }
  const lead = frames.findLast((frame) => frame.verbAt.from < own && !frame.subordinate);
  if (!lead || own >= tokens.length) return mine;
  return [
    {
      ...lead,
      at: { from: lead.at.from, to: tokens.length },
      complement: { from: lead.verbAt.to, to: tokens.length },
      item: true,
      shares: null,
      under: null,
    },
  ];
}

/** Gives each main clause the conditions in its words and those of the subordinate clauses beside it. */
function withConditions(frames: readonly Frame[], sentence: Sentence): Frame[] {
  const out = frames.map((frame) => ({ ...frame, conditions: [...findConditions(sentence.tokens, frame)] as Condition[] }));
  out.forEach((frame, i) => {
    if (!frame.subordinate) return;
    const opener = sentence.tokens[frame.at.from]?.word ?? 'if';
    const next = out.slice(i + 1).find((other) => !other.subordinate);
    const host = frame.at.from === 0 || !out[i - 1] ? next : (out.slice(0, i).findLast((other) => !other.subordinate) ?? next);
    host?.conditions.push({
      from: frame.at.from,
      to: frame.at.to,
      opener,
      kind: opener === 'until' || opener === 'till' ? 'until' : 'event',
    });
  });
  return out;
}
