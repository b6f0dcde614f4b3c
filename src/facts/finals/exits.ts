import type { Range, Sentence, TimePhrase, Token } from '#phrases';
import { homeArticle } from '../triggers.ts';
import { type Duration, monthsOf, readDuration } from './durations.ts';
import { lockIn } from './locks.ts';
import { has, isOwn, type Place, parties, wordsOf } from './words.ts';

export { type Duration, monthsOf } from './durations.ts';

/** One way out: withdrawal, denunciation, termination or suspension by a party. */
export interface Exit {
  readonly kind: 'withdraw' | 'terminate' | 'suspend';
  /** Verb and what it needs. */
  readonly place: Place;
  /** Who may leave, as written; empty where the clause does not say ("termination takes effect …"). */
  readonly subject: string;
  /** Months of notice; null where none is stated, 0 with "at any time" or "immediate". */
  readonly noticeMonths: number | null;
  readonly noticeAt: Place | null;
  /** Months during which nobody may leave first; 0 where there is no such period. */
  readonly closedMonths: number;
  /** By all parties together: no exit of one. */
  readonly joint: boolean;
  /** Open only on a breach, on a finding, or under a named article. */
  readonly guarded: boolean;
}

/** Withdrawal, its lock in a crisis, and duration. */
export interface Exits {
  /** At most one of leaving and one of suspending for each article. */
  readonly exits: readonly Exit[];
  /** A sentence that stays or forbids exit while an attack, finding or crisis lasts. */
  readonly lock: Place | null;
  readonly duration: Duration;
}

/** Reads exits, the crisis lock and the term. One walk over the sentences. */
export function readExits(sentences: readonly Sentence[]): Exits {
  const byArticle = new Map<string, Exit>();
  const leftIn = new Set<string>();
  let lock: Place | null = null;
  let before: Sentence | null = null;
  for (const sentence of sentences) {
    const article = homeArticle(sentence.clause).label;
    lock ??= lockIn(sentence, leftIn.has(article));
    const exit = exitIn(sentence, before);
    before = sentence;
    if (!exit) continue;
    leftIn.add(article);
    const key = `${article}:${exit.kind === 'suspend'}`;
    const first = byArticle.get(key);
    byArticle.set(key, first ? joined(first, exit) : exit);
  }
  return { exits: [...byArticle.values()], lock, duration: readDuration(sentences) };
}

/** Two sentences of one article on leaving: "Any Party may denounce …" and "Denunciation takes effect …". */
function joined(first: Exit, next: Exit): Exit {
  const noticeMonths = first.noticeAt ? first.noticeMonths : (next.noticeMonths ?? first.noticeMonths);
  return {
    ...first,
    subject: first.subject || next.subject,
    noticeMonths,
    noticeAt: first.noticeAt ?? next.noticeAt,
    closedMonths: Math.max(first.closedMonths, next.closedMonths),
    joint: first.joint && next.joint,
    guarded: first.guarded && next.guarded,
  };
}

/** Verbs that end a treaty for the one who uses them. */
const leaving =
  /^(?:withdraw|withdraws|withdrawing|denounce|denounces|denouncing|renounce|renounces|terminate|terminates|terminating|end|ends|leave|leaves|quit|quits|abrogate|abrogates|cancel|cancels|rescind|rescinds|repudiate|repudiates|exit|exits|discontinue|discontinues|dissolve|dissolves|annul|annuls)$/;
const left =
  /^(?:terminated|denounced|ended|abrogated|cancelled|canceled|rescinded|renounced|repudiated|discontinued|dissolved|annulled)$/;
const nominal = /^(?:withdrawal|denunciation|termination|cancellation|abrogation|renunciation)$/;
const suspending = /^(?:suspend|suspends|derogate|derogates|disapply)$/;
const owed = wordsOf(
  'obligations|obligation|duties|duty|commitments|commitment|performance|guarantee|guarantees|articles|article|provisions|application|operation|participation|paragraphs|undertakings|cover',
);
const troops = wordsOf(
  'forces|troops|personnel|units|equipment|weapons|contingent|contingents|behind|brigade|brigades|artillery|armaments|soldiers|measures|sanctions|detachments|observers',
);
const others = wordsOf(
  'contract|contracts|mandate|programme|programmes|project|projects|loan|lease|leases|licence|mission|employment|order|orders',
);
const together = wordsOf('mutual|jointly|unanimous|unanimously|unanimity|consensus');
const common =
  /\b(?:by|of|with) (?:the )?(?:(?:written |prior |common |joint )?(?:agreement|consent|accord|decision) of (?:all|both|the parties|the guarantors and)|all|both|common)/;
const breaches = wordsOf('breach|breaches|breached|violates|violated|finding|court|tribunal|arbitral');
const modals = wordsOf('may|can|shall|will|entitled|right|free|open|power|must|could|is|has|have');
const intransitive = wordsOf(
  'by|on|upon|after|at|only|with|if|when|provided|subject|giving|in|before|unilaterally|and|or|, | . | ;|as|without|during|not|once|following|from',
);

function exitIn(sentence: Sentence, before: Sentence | null): Exit | null {
  const { tokens, own } = sentence;
  for (let i = own; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    const out = wayAt(sentence, i, before);
    if (!out) continue;
    const { kind, end } = out;
    if (forbidden(tokens, i) || mentioned(tokens, i, kind)) continue;
    const notice =
      kind === 'suspend' && !has(tokens, wordsOf('notice|notification'), { from: own, to: tokens.length })
        ? undefined
        : noticeOf(sentence);
    const text = tokens.map((token) => token.word).join(' ');
    const subject = subjectBefore(tokens, i);
    const all = { from: 0, to: tokens.length };
    const anyTime =
      has(tokens, wordsOf('immediate|immediately|forthwith'), { from: i, to: tokens.length }) ||
      /\bat any (?:time|moment)\b|\bat (?:once|will)\b/.test(text);
    if (nominal.test(word) && notice === undefined && !anyTime) continue;
    const near = notice && notice.from >= i && notice.from <= end + 12;
    const closed = sentence.times.find((time) => time !== notice && isClosed(time, tokens));
    return {
      kind,
      place: { sentence, at: { from: i, to: near ? Math.max(end, notice.to) : end } },
      subject,
      noticeMonths: notice ? monthsOf(notice) : anyTime ? 0 : null,
      noticeAt: notice ? { sentence, at: { from: notice.from, to: notice.to } } : null,
      closedMonths: closed ? (monthsOf(closed) ?? 0) : ordinalYears(tokens),
      joint:
        /\b(?:all|parties jointly|both|parties together)\b/.test(subject) ||
        /^the (?:contracting |high contracting )?parties$/.test(subject) ||
        has(tokens, together, all) ||
        common.test(text),
      guarded: has(tokens, breaches, all) || (kind === 'suspend' && underArticle(sentence)),
    };
  }
  return null;
}

/** What way out begins at token `i`, and where its words end; null where none does. */
function wayAt(sentence: Sentence, i: number, before: Sentence | null): { kind: Exit['kind']; end: number } | null {
  const { tokens } = sentence;
  const { word } = tokens[i]!;
  const own = (from: number, to: number): number => ownIn(tokens, from, to, before, sentence);
  if (leaving.test(word)) {
    const withdraws = /^(?:withdr|leave|quit|exit)/.test(word);
    const kind = withdraws ? 'withdraw' : 'terminate';
    const self = own(i + 1, i + 6);
    if (self >= 0 && !has(tokens, troops, { from: i, to: self })) return { kind, end: self + 1 };
    const next = tokens[i + 1];
    if (
      /^(?:end|ends|exit|exits|cancel|cancels|renounce|renounces|discontinue|discontinues|dissolve|dissolves|annul|annuls)$/.test(
        word,
      )
    )
      return null;
    const alone = next === undefined || next.kind === 'mark' || has(tokens, intransitive, { from: i + 1, to: i + 2 });
    if (!alone || next?.word === 'from' || has(tokens, troops, { from: Math.max(0, i - 8), to: i + 12 })) return null;
    const who = subjectBefore(tokens, i) !== '' || sentence.context === 'final-clause';
    return who && has(tokens, modals, { from: Math.max(0, i - 5), to: i }) ? { kind, end: i + 1 } : null;
  }
  if (left.test(word) && /^(?:be|is|are|being|not|only|thus|been)$/.test(tokens[i - 1]?.word ?? ''))
    return own(Math.max(0, i - 14), i) >= 0 && !has(tokens, others, { from: Math.max(sentence.own, i - 14), to: i })
      ? { kind: 'terminate', end: i + 1 }
      : null;
  if (/^ceases?$/.test(word) && /^to$/.test(tokens[i + 1]?.word ?? '')) {
    const end = i + 2;
    if (!has(tokens, wordsOf('bound|party|parties|member|participant|guarantor|signatory'), { from: end, to: end + 5 }))
      return null;
    const of = tokens.findIndex((token, n) => n > end && n < end + 6 && token.word === 'of');
    return of < 0 || own(of, of + 5) >= 0 ? { kind: 'withdraw', end: end + 3 } : null;
  }
  if (/^opts?$/.test(word) && tokens[i + 1]?.word === 'out') return { kind: 'withdraw', end: i + 2 };
  if (nominal.test(word)) {
    const link = tokens[i + 1]?.word ?? '';
    if (/^(?:of|from)$/.test(link) && own(i + 1, i + 6) < 0) return null;
    return has(tokens, troops, { from: Math.max(0, i - 3), to: i + 8 })
      ? null
      : { kind: word === 'withdrawal' ? 'withdraw' : 'terminate', end: i + 1 };
  }
  return suspensionAt(tokens, i);
}

/** "may suspend its obligations", "the application of Articles 5 to 9 may be suspended by a Guarantor". */
function suspensionAt(tokens: readonly Token[], i: number): { kind: 'suspend'; end: number } | null {
  const { word } = tokens[i]!;
  const allowed = has(tokens, wordsOf('may|can|entitled|right|free|open|reserves'), { from: Math.max(0, i - 6), to: i });
  if (!allowed) return null;
  if (suspending.test(word)) {
    for (let j = i + 1; j < Math.min(tokens.length, i + 9); j++)
      if (owed.words.has(tokens[j]!.word) || isOwn(tokens, j)) return { kind: 'suspend', end: j + 1 };
    return null;
  }
  if (word !== 'suspended' || tokens[i - 1]?.word !== 'be') return null;
  const subject = { from: Math.max(0, i - 14), to: i };
  return has(tokens, owed, subject) ? { kind: 'suspend', end: i + 1 } : null;
}

/** First token in a range that names the text or what it binds to; "it" counts where the words before speak of the text. */
function ownIn(tokens: readonly Token[], from: number, to: number, before: Sentence | null, sentence: Sentence): number {
  for (let i = Math.max(0, from); i < Math.min(to, tokens.length); i++) {
    if (isOwn(tokens, i)) return i;
    if (tokens[i]!.word !== 'it' && tokens[i]!.word !== 'them') continue;
    for (let j = 0; j < i; j++) if (isOwn(tokens, j)) return i;
    const close = before && homeArticle(before.clause) === homeArticle(sentence.clause) ? before.tokens : [];
    for (let j = 0; j < close.length; j++) if (isOwn(close, j) || close[j]!.word === 'it') return i;
  }
  return -1;
}

/** "No Guarantor may …", "shall not …", "may not …": the way is closed. */
function forbidden(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1; i >= 0 && i > verb - 14; i--) {
    const { word } = tokens[i]!;
    if (word === ';') return false;
    if (
      (word === 'no' && tokens[i + 1]?.word !== 'longer') ||
      word === 'neither' ||
      word === 'none' ||
      word === 'cannot' ||
      word === 'never'
    )
      return true;
    if (word === 'not' && !/^(?:less|fewer|later|earlier|more|only)$/.test(tokens[i + 1]?.word ?? ''))
      return verb - i < 5 && !laterOnly(tokens, verb);
  }
  return false;
}

/** "shall not withdraw before the tenth year", "may not be denounced until …": open after a time. */
function laterOnly(tokens: readonly Token[], verb: number): boolean {
  return has(tokens, wordsOf('before|until|earlier|within|except|unless'), { from: verb, to: verb + 8 });
}

/** Leaving as the condition or the description of something else: "if a Party withdraws", "a Party which withdraws". */
function mentioned(tokens: readonly Token[], verb: number, kind: Exit['kind']): boolean {
  for (let i = verb - 1; i >= 0 && i > verb - 12; i--) {
    const { word } = tokens[i]!;
    if (word === ',' || word === ';') return false;
    if (/^(?:may|can|entitled|right|open|free)$/.test(word)) return false;
    if (/^(?:if|when|where|once|after|should|unless|whenever|upon|before)$/.test(word)) return !(kind === 'suspend');
    if (/^(?:which|who|that)$/.test(word) && verb - i <= 2) return true;
  }
  return false;
}

/** "six months' notice", "twelve months after receipt of the notification", "nine months after it has informed the Depositary". */
function noticeOf({ times, tokens }: Sentence): TimePhrase | undefined {
  const periods = times.filter(
    (time) =>
      time.value !== null && time.unit !== null && time.kind !== 'recurrence' && time.kind !== 'date' && !isClosed(time, tokens),
  );
  return (
    periods.find((time) => time.kind === 'notice') ??
    periods.find((time) => time.clock === 'notice') ??
    periods.find((time) => time.kind !== 'duration' || isNoticePeriod(time, tokens))
  );
}

function isNoticePeriod(time: TimePhrase, tokens: readonly Token[]): boolean {
  return has(tokens, wordsOf('notice|notification|notified'), { from: time.from - 5, to: time.to + 5 });
}

/** "After twenty years", "for an initial period of ten years", "after the Treaty has been in force for twenty years". */
function isClosed(time: TimePhrase, tokens: readonly Token[]): boolean {
  if (time.value === null || (time.unit !== 'year' && time.unit !== 'month')) return false;
  if (time.kind === 'notice' || time.clock === 'notice') return false;
  if (time.clock === 'entry-into-force') return true;
  const after = { from: time.to - 1, to: Math.min(tokens.length, time.to + 6) };
  if (has(tokens, wordsOf('notice|notification|denunciation|receipt|note|informed|notified|deposit'), after)) return false;
  const before = { from: Math.max(0, time.from - 9), to: time.from + 1 };
  return (
    has(tokens, wordsOf('force|expiry|expiration|initial|first|lapse'), before) ||
    (tokens[time.from]?.word === 'after' && time.from < 3) ||
    has(tokens, wordsOf('after'), { from: time.from - 1, to: time.from + 1 })
  );
}

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const bigOrdinals: Readonly<Record<string, number>> = {
  twelfth: 12,
  fifteenth: 15,
  twentieth: 20,
  'twenty-fifth': 25,
  thirtieth: 30,
  fiftieth: 50,
};

/** "After the tenth year", "given after the tenth year": months, or 0. */
function ordinalYears(tokens: readonly Token[]): number {
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (tokens[i]!.word !== 'after' && tokens[i]!.word !== 'before') continue;
    for (let j = i + 1; j <= i + 5 && j + 1 < tokens.length; j++) {
      if (tokens[j + 1]!.word !== 'year' && tokens[j + 1]!.word !== 'anniversary') continue;
      const years = ordinals.indexOf(tokens[j]!.word);
      if (years > 0) return years * 12;
      return (bigOrdinals[tokens[j]!.word] ?? 0) * 12;
    }
  }
  return 0;
}

/** A named article governs it: "under Article 14", "in accordance with Article 14"; not "suspend Article 5". */
function underArticle({ references, tokens }: Sentence): boolean {
  return references.some(
    ({ from }) =>
      (/^(?:under|with|to|by)$/.test(tokens[from - 1]?.word ?? '') && tokens[from - 1]?.word !== 'to') ||
      /^pursuant$/.test(tokens[from - 2]?.word ?? ''),
  );
}

/** The noun phrase before the verb, when it names a party: "Either Party", "A Guarantor"; else a name in capitals; empty otherwise. */
function subjectBefore(tokens: readonly Token[], verb: number): string {
  for (let i = verb - 1; i >= 0 && i > verb - 14; i--) {
    const { word, capital } = tokens[i]!;
    if (word === ';') return '';
    const named = capital && i > 0 && tokens[i]!.kind === 'word' && !isOwn(tokens, i);
    if ((!parties.has(word) && !named) || isOwn(tokens, i)) continue;
    let from = i;
    while (
      from > 0 &&
      i - from < 4 &&
      tokens[from - 1]!.kind === 'word' &&
      !/^(?:that|if|when|and|or|by|of|after|to|for)$/.test(tokens[from - 1]!.word)
    )
      from--;
    return phrase(tokens, { from, to: i + 1 });
  }
  return '';
}

function phrase(tokens: readonly Token[], { from, to }: Range): string {
  return tokens
    .slice(from, to)
    .map((token) => token.word)
    .join(' ');
}
