import type { Modal, Range, Sentence, Token } from '#phrases';
import { findConditions } from './conditions.ts';
import { coordinated, infinitival } from './frame-coordination.ts';
import { impersonal } from './frame-impersonal.ts';
import { throughPromise } from './frame-promises.ts';
import { antecedentBefore, clauseStart, REACH, type SubjectPart, subjectBefore } from './frame-subjects.ts';
import { type Anchor, heldApart, mainAfterCondition, mainVerb, presentVerb, qualifierWhere, verbAfter } from './frame-verbs.ts';
import type { Condition } from './model.ts';
import { findWord, wordSet } from './scan.ts';
import { verbAt } from './verbs.ts';
import { adverbs, conditionals, coordinators, determiners, nounVerbs, prepositions, relatives, subordinators } from './words.ts';

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

/**
 * Splits a sentence into finite clauses. Linear in the sentence's length: every step looks back or ahead at most `REACH` tokens.
 * Takes a sentence with its modals. Gives frames in order of their verbs.
 */
export function readFrames(sentence: Sentence): Frame[] {
  const { tokens } = sentence;
  const quoted = quotedTokens(tokens);
  const modals = sentence.modals.filter(
    (modal, n) =>
      !quoted?.[modal.from] &&
      !inAsClause(tokens, modal) &&
      !inContactClause(tokens, sentence.modals[n - 1], modal) &&
      !governed(tokens, sentence.modals[n - 1], modal) &&
      !insideParenthesis(tokens, sentence.modals[n - 1], modal),
  );
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
  } else {
    anchors.push(...partsWithout(tokens, sentence.own, anchors, quoted));
    const first = presentBefore(tokens, sentence.own, anchors, quoted);
    if (first >= 0) anchors.push({ from: first, to: first, modal: null });
  }
  anchors.push(...contentClauses(tokens, anchors, quoted));
  anchors.sort((a, b) => a.from - b.from);
  const main = mainAfterCondition(tokens, sentence.own, anchors, quoted);
  if (main >= 0) anchors.push({ from: main, to: main, modal: null });
  let parts = partsOf(tokens, anchors, sentence.own);
  // "The obligations lapse where …, a matter on which the Governments will agree": the main verb has no modal.
  if (parts.length > 0 && parts[0]!.anchor.from >= sentence.own && parts.every((part) => part.relative)) {
    const first = presentVerb(tokens, sentence.own, quoted, parts[0]!.start);
    // "The help which each is to give is whatever it judges fitting": the main verb stands behind the relative clause.
    const present =
      first >= 0 || anchors.some(({ modal }) => modal === null) ? first : presentVerb(tokens, anchors.at(-1)!.to + 1, quoted);
    if (present >= 0) {
      anchors.push({ from: present, to: present, modal: null, behind: first < 0 });
      anchors.sort((a, b) => a.from - b.from);
      parts = partsOf(tokens, anchors, sentence.own);
    }
  }
  const starts = parts.map((part) => part.start);
  const frames: Frame[] = [];
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
  return withConditions(
    keepOwn(frames, sentence).map((frame) => impersonal(tokens, frame)),
    sentence,
  );
}

/** What stands around one anchor. */
interface Part {
  readonly anchor: Anchor;
  readonly subject: SubjectPart;
  readonly start: number;
  readonly relative: boolean;
  readonly subordinate: boolean;
  readonly empty: boolean;
}

/** Subject, beginning and role of the clause of each anchor. */
function partsOf(tokens: readonly Token[], anchors: readonly Anchor[], own: number): Part[] {
  const parts: Part[] = [];
  for (let k = 0; k < anchors.length; k++) {
    const anchor = anchors[k]!;
    const floor = k > 0 ? anchors[k - 1]!.to : 0;
    const subject = subjectBefore(tokens, anchor.from, floor, k > 0 && anchors[k - 1]!.modal?.opens === 'clause');
    const relativeBefore = anchor.behind ? parts.findLast((part) => part.relative) : undefined;
    if (relativeBefore) {
      const head = antecedentBefore(tokens, relativeBefore.subject.stop);
      Object.assign(subject, { start: head.from, end: head.to, stop: -1 });
    }
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
    const inverted =
      anchor.modal?.form === 'should' &&
      (((empty || anchor.from === own) && opensInversion(tokens, anchor.from)) || invertsBefore(tokens, anchor.to));
    if (inverted) Object.assign(subject, { start: anchor.from, end: anchor.from });
    // "shall decide whether the forces are to be used": what is asked is no duty.
    const asks =
      stopWord === 'whether' &&
      tokens[subject.stop + 1]?.word !== 'or' &&
      !isQuestionItself(tokens, subject.stop, own, anchor.from);
    const subordinate = inverted || asks || (conditionals.has(stopWord) && !qualifierWhere(tokens, subject.stop));
    // A point with a subject of its own is a sentence: its fronted words are its own.
    const base = floor <= own && subject.start >= own ? own : 0;
    const start = relativeBefore ? anchor.from : clauseStart(tokens, subject, floor, relative || subordinate, base);
    parts.push({ anchor, subject, start: inverted || runsOn ? anchor.from : start, relative, subordinate, empty });
  }
  return parts;
}

/** "Whether an attack has occurred shall be determined by …": the question is the subject of what is said of it. */
function isQuestionItself(tokens: readonly Token[], whether: number, own: number, anchor: number): boolean {
  return whether <= own && findWord(tokens, { from: whether + 1, to: anchor }, questionVerbs) >= 0;
}

const questionVerbs = wordSet(
  'is are was were has have had does do did exists exist occurred occurs amounts amount constitutes constitute',
);

/** "the imagery it can release", "the forces they may need": a relative clause without its pronoun. */
function inContactClause(tokens: readonly Token[], before: Modal | undefined, modal: Modal): boolean {
  if (before?.opens !== 'verb' || !/^(?:it|they|he|she)$/.test(tokens[modal.from - 1]?.word ?? '')) return false;
  const noun = tokens[modal.from - 2];
  if (!noun || modal.from - 2 <= before.to || noun.kind !== 'word') return false;
  const { word } = noun;
  if (adverbs.has(word) || coordinators.has(word) || subordinators.has(word) || relatives.has(word)) return false;
  const start = tokens[modal.from - 3];
  return !prepositions.has(word) && (determiners.has(start?.word ?? '') || start?.kind === 'word') && word !== 'than';
}

/** "A Force is stationed at Oster and shall defend it": the present verb before the first modal, which shares its subject; -1 if none. */
function presentBefore(
  tokens: readonly Token[],
  own: number,
  anchors: readonly Anchor[],
  quoted: readonly boolean[] | null,
): number {
  const first = anchors.find((anchor) => anchor.from >= own)!;
  let i = first.from - 1;
  while (i > own && (adverbs.has(tokens[i]!.word) || tokens[i]!.word === ',')) i--;
  if (first.modal === null || i <= own || tokens[i]!.word !== 'and' || conditionals.has(tokens[own]!.word)) return -1;
  return presentVerb(tokens, own, quoted, i);
}

/** Parts between semicolons that have no modal in a sentence that has one elsewhere: "Brenn pays the cost; it may appoint an auditor". */
function partsWithout(
  tokens: readonly Token[],
  own: number,
  anchors: readonly Anchor[],
  quoted: readonly boolean[] | null,
): Anchor[] {
  const found: Anchor[] = [];
  let from = own;
  for (let i = own; i <= tokens.length; i++) {
    if (i < tokens.length && tokens[i]!.word !== ';') continue;
    if (from > own || i < tokens.length) {
      if (!anchors.some((anchor) => anchor.from >= from && anchor.from < i)) {
        const at = presentVerb(tokens, from, quoted, i);
        if (at >= 0) found.push({ from: at, to: at, modal: null });
      }
    }
    from = i + 1;
  }
  return found;
}

/** "hold that an attack on one constitutes an attack on all": the that-clause of a performative has a verb of its own. */
function contentClauses(tokens: readonly Token[], anchors: readonly Anchor[], quoted: readonly boolean[] | null): Anchor[] {
  const found: Anchor[] = [];
  for (const { modal, to } of anchors) {
    if (modal?.opens !== 'clause') continue;
    let end = to;
    while (end < tokens.length && tokens[end]!.word !== ';') end++;
    if (anchors.some((other) => other.from >= to && other.from < end)) continue;
    const at = presentVerb(tokens, to, quoted, end);
    if (at >= 0) found.push({ from: at, to: at, modal: null });
  }
  return found;
}

/** "will collectively ensure", "shall jointly guarantee": the performative is the verb of the modal before it. */
function governed(tokens: readonly Token[], before: Modal | undefined, modal: Modal): boolean {
  if (before?.opens !== 'verb' || modal.opens === 'verb' || before.to > modal.from || modal.from - before.to > 3) return false;
  if (before.to === modal.from) return false;
  for (let i = before.to; i < modal.from; i++) if (!adverbs.has(tokens[i]!.word)) return false;
  return true;
}

/** "support should it be attacked again": a subject stands where a verb would. */
function invertsBefore(tokens: readonly Token[], next: number): boolean {
  const { word, capital } = tokens[next] ?? { word: '', capital: false };
  return capital || /^(?:it|they|we|he|she|an?|the|any|such|another|this|that|one|its|their|our)$/.test(word);
}

/** "Should a Party be attacked", ", and should its Government so request". */
function opensInversion(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before || before.kind === 'mark') return true;
  return coordinators.has(before.word) && (at === 1 || tokens[at - 2]!.kind === 'mark');
}

/** "shall, as they may then agree, employ": the modal of a parenthesis between the modal before and its verb. */
function insideParenthesis(tokens: readonly Token[], before: Modal | undefined, modal: Modal): boolean {
  if (before?.opens !== 'verb' || tokens[before.to]?.word !== ',' || modal.from - before.to > 12) return false;
  const opener = tokens[before.to + 1]?.word ?? '';
  if (opener !== 'as' && opener !== 'so' && !subordinators.has(opener)) return false;
  const verb = verbAfter(tokens, before.to);
  return verb > modal.to && verbAt(tokens[verb]!.word) === tokens[verb]!.word;
}

/** "such articles as may be necessary", "such action as the Council may decide": the words say which, and are no clause of their own. */
function inAsClause(tokens: readonly Token[], modal: Modal): boolean {
  if (modal.kind !== 'permission' && modal.form !== 'shall' && modal.form !== 'will') return false;
  for (let i = modal.from - 1; i >= 0 && i >= modal.from - 5; i--) {
    const { word, kind } = tokens[i]!;
    if (kind === 'mark' || relatives.has(word) || (coordinators.has(word) && i < modal.from - 1)) return false;
    if (/^(?:whatever|whichever|whoever|whomever|however)$/.test(word)) return true;
    if (word !== 'as') continue;
    if (tokens[i + 1]?.word === 'the' && tokens[i + 2]?.word === 'case') return false;
    return !/^(?:well|soon|long|far|much|often|act|acts|acting|known|and|or|shall|will|may)$/.test(tokens[i - 1]?.word ?? ',');
  }
  return false;
}

type Base = Pick<Frame, 'at' | 'subject' | 'antecedent' | 'modal' | 'relative' | 'subordinate' | 'shares' | 'under'>;

/** Adds the frame of an anchor's verb and those of the verbs coordinated with it. */
function pushVerbs(frames: Frame[], sentence: Sentence, base: Base, anchor: Anchor, end: number): void {
  const { tokens } = sentence;
  const first = frames.length;
  const found = mainVerb(tokens, anchor, end);
  if (found === null) return;
  const promised = throughPromise(tokens, anchor.modal, found, base.subject, end);
  const main = promised?.main ?? found;
  const modal = promised?.modal ?? anchor.modal;
  const head = promised?.subject ?? base.subject;
  const rest = { conditions: [], item: false } as const;
  const cuts = coordinated(tokens, main.verbAt.to, end, main.passive, sentence.own, infinitival(modal), modal === null);
  const stop = cuts[0]?.at ?? end;
  frames.push({
    ...base,
    ...rest,
    ...main,
    modal,
    subject: head,
    at: { from: base.at.from, to: stop },
    complement: { from: main.verbAt.to, to: stop },
  });
  cuts.forEach((cut, n) => {
    const to = cuts[n + 1]?.at ?? end;
    const subject = cut.subject ?? head;
    frames.push({
      ...base,
      ...rest,
      modal,
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
    if (modal?.opens !== 'clause' || modal.from >= parts[k]!.anchor.from) continue;
    for (let i = modal.to; i < parts[k]!.anchor.from; i++)
      if (tokens[i]!.word === ';' && tokens[i + 1]?.word !== 'and' && tokens[i + 1]?.word !== 'that') return null;
    return f;
  }
  return null;
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
  const verb = announcedVerb(tokens, lead, own);
  if (verb !== null)
    return [
      {
        ...lead,
        at: { from: lead.at.from, to: tokens.length },
        verb,
        verbAt: { from: own, to: own + 1 },
        passive: false,
        complement: { from: own + 1, to: tokens.length },
        shares: null,
        under: null,
      },
    ];
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

/** "shall take the following measures: (a) close the airspace": the verb with which a point begins, where its lead-in only announces the points. */
function announcedVerb(tokens: readonly Token[], lead: Frame, own: number): string | null {
  if (lead.modal === null || lead.passive || !announcing.has(lead.verb)) return null;
  if (findWord(tokens, { from: lead.verbAt.to, to: own }, cataphora) < 0) return null;
  const { word } = tokens[own]!;
  if (verbAt(word) !== word) return null;
  return !nounVerbs.has(word) || determiners.has(tokens[own + 1]?.word ?? '') ? word : null;
}

const announcing = wordSet('do take adopt perform carry undertake implement apply execute');
const cataphora = wordSet('following namely below');

/** Gives each main clause the conditions in its words and those of the subordinate clauses beside it. */
function withConditions(frames: readonly Frame[], sentence: Sentence): Frame[] {
  const out = frames.map((frame) => ({
    ...frame,
    conditions: [...frame.conditions, ...findConditions(sentence.tokens, frame)] as Condition[],
  }));
  out.forEach((frame, i) => {
    if (!frame.subordinate) return;
    const opener = sentence.tokens[frame.at.from]?.word ?? 'if';
    if (opener === 'whether') return;
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
