import type { Sentence, TimePhrase, Token } from '#phrases';
import { find, has, instruments, isSelfAt, type Place, parties, patterns, selfIn, wordsOf } from './words.ts';

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
  /** The clause forbids it, or allows it only under a named article or on a breach. */
  readonly guarded: boolean;
}

/** How long the text binds. */
export interface Duration {
  /** fixed: a period; indefinite: "indefinitely", "unlimited"; until: an event; none: nothing is said. */
  readonly kind: 'fixed' | 'indefinite' | 'until' | 'none';
  readonly place: Place | null;
  /** Months of a fixed term; null otherwise. */
  readonly months: number | null;
  /** automatic: renewed or extended by itself, or unless someone objects; consent: only if the parties agree; none: nothing is said. */
  readonly renewal: 'automatic' | 'consent' | 'none';
  readonly renewalAt: Place | null;
  /** Words after "until"; null without. */
  readonly until: Place | null;
}

/** Withdrawal, its lock in a crisis, and duration. */
export interface Exits {
  readonly exits: readonly Exit[];
  /** A sentence that stays or forbids exit while an attack, finding or crisis lasts. */
  readonly lock: Place | null;
  readonly duration: Duration;
}

const leaving = patterns(`
  withdraw|withdraws|withdrawing from this|the|it|present
  withdraw|withdraws by|on|upon|after|at|only|with|its|if
  denounce|denounces|denounced|denunciation
  terminate|terminates|terminated this|the|it|its|by|at|on|upon|with|only|if|after|present
  termination takes|shall|of|is|becomes|may|by
  cease|ceases to be a? party|parties|bound
  end|ends this|it|the
  leave|leaves this|the|it
  renounce this|the
  give|gives|given notice of termination|withdrawal|denunciation
  withdraw|withdraws at any
  withdrawal takes|from|shall|by|is|may
  may|shall|can withdraw
`);
const suspending = patterns(`
  suspend|suspends|derogate|derogates|suspended
`);
const crisis = wordsOf(
  `attack|attacks|finding|hostilities|armed|crisis|emergency|trigger|aggression|peace|war|conflict|violation|threat|measures|response|article|articles|force`,
);
const exitWords = wordsOf(
  'notice|notices|denunciation|denunciations|withdrawal|withdrawals|termination|withdraw|denounce|terminate|notification|leave|suspension|suspend',
);
const stays = patterns(`
  no|not|without effect
  not take effect
  not takes effect
  no legal effect
  takes|take effect only
  effect only after|when|once
  be|is|are|stand|stands deferred|suspended|stayed|postponed|frozen|extended
  not begin|run|expire|start
  runs|begins|run|begin only
  may|shall|can not be given
  neither given
  not be effective
  inoperative
  ineffective
`);
const whiles = wordsOf('while|during|until|long|whilst|when|where|before|pending|throughout|if|after');
const nobody = wordsOf('no|neither|not|cannot');

/** Reads exits, the crisis lock and the term. */
export function readExits(sentences: readonly Sentence[]): Exits {
  const exits: Exit[] = [];
  let lock: Place | null = null;
  for (const sentence of sentences) {
    if (!lock) lock = lockIn(sentence);
    const exit = exitIn(sentence);
    if (exit) exits.push(exit);
  }
  return { exits, lock, duration: readDuration(sentences) };
}

const perMonth = {
  year: 12,
  month: 1,
  week: 0.25,
  day: 1 / 30,
  'calendar-day': 1 / 30,
  'working-day': 1 / 21,
  hour: 0,
  minute: 0,
} as const;

/** A period in months (a year is 12, a month 30 days); null without a number. */
export function monthsOf(time: TimePhrase): number | null {
  if (time.value === null || time.unit === null) return null;
  return Math.round(time.value * perMonth[time.unit] * 100) / 100;
}

function exitIn(sentence: Sentence): Exit | null {
  const { tokens } = sentence;
  const out = find(tokens, leaving);
  const pause = out ? null : find(tokens, suspending);
  const at = out ?? pause;
  if (!at) return null;
  const verb = tokens[at.from]!.word;
  const all = { from: 0, to: tokens.length };
  const self =
    selfIn(tokens, 0, tokens.length) >= 0 ||
    has(tokens, wordsOf('it|obligations|obligation'), { from: at.to - 1, to: at.to + 8 });
  const actor = subjectBefore(tokens, at.from);
  const notice = sentence.times.find((time) => isNotice(time, tokens));
  const bare = has(tokens, wordsOf('denunciation|termination|withdrawal|notice'), all) && notice !== undefined;
  if (/^(?:withdraw|withdraws|withdrawing|withdrawal)$/.test(verb)) {
    // Troops withdraw too: the object must be the text, or the clause must be about notice, or stand among the final clauses.
    const troops = has(
      tokens,
      wordsOf('forces|force|troops|personnel|units|equipment|weapons|contingent|contingents|behind|line|lines'),
      all,
    );
    if (troops && !bare) return null;
    if (!self && notice === undefined && sentence.context !== 'final-clause') return null;
  } else if (pause) {
    if (
      !self ||
      actor === '' ||
      !has(tokens, wordsOf('may|can|shall|will|entitled|right'), { from: Math.max(0, at.from - 6), to: at.from })
    )
      return null;
  } else if (!self && !bare && sentence.context !== 'final-clause') return null;
  const range = { from: at.from, to: notice ? Math.max(at.to, notice.to) : at.to };
  const anyTime = has(tokens, wordsOf('immediate|immediately|forthwith'), { from: at.from, to: tokens.length });
  const closed = sentence.times.find((time) => time !== notice && isClosed(time, tokens));
  const jointly =
    /\b(?:all|parties jointly|both)\b/.test(actor) || has(tokens, wordsOf('mutual|jointly|unanimous|unanimously'), all);
  return {
    kind: pause
      ? 'suspend'
      : /^withdr/.test(verb) || verb === 'cease' || verb === 'ceases' || verb.startsWith('leave')
        ? 'withdraw'
        : 'terminate',
    place: { sentence, at: range },
    subject: actor,
    noticeMonths: notice ? monthsOf(notice) : anyTime ? 0 : null,
    noticeAt: notice ? { sentence, at: { from: notice.from, to: notice.to } } : null,
    closedMonths: closed ? (monthsOf(closed) ?? 0) : ordinalYears(tokens),
    joint: jointly,
    guarded:
      has(tokens, nobody, { from: 0, to: at.from }) ||
      has(tokens, wordsOf('breach|except'), all) ||
      (pause !== null && sentence.references.length > 0),
  };
}

/** "six months' notice", "twelve months after receipt of the notification", "one year after its notice of denunciation has been given". */
function isNotice(time: TimePhrase, tokens: readonly Token[]): boolean {
  if (time.value === null || time.unit === null) return false;
  if (time.kind === 'notice' || time.clock === 'notice') return true;
  return (
    has(tokens, wordsOf('notice|notification|denunciation|notifies|notify|notified|receipt|received'), {
      from: Math.max(0, time.from - 4),
      to: Math.min(tokens.length, time.to + 9),
    }) && !isClosed(time, tokens)
  );
}

/** "After twenty years", "for an initial period of ten years", "after the Treaty has been in force for twenty years". */
function isClosed(time: TimePhrase, tokens: readonly Token[]): boolean {
  if (time.value === null || (time.unit !== 'year' && time.unit !== 'month')) return false;
  const after = { from: time.to, to: Math.min(tokens.length, time.to + 5) };
  if (has(tokens, wordsOf('notice|notification|denunciation|receipt'), after)) return false;
  const before = { from: Math.max(0, time.from - 9), to: time.from };
  return (
    has(tokens, wordsOf('after|force|expiry|initial|first'), before) ||
    (/^after$/.test(tokens[time.from]?.word ?? '') && time.from < 3)
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

/** The noun phrase before the verb, when it names a party: "Either Party", "A Guarantor"; empty otherwise. */
function subjectBefore(tokens: readonly Token[], verb: number): string {
  for (let i = verb - 1; i >= 0 && i > verb - 14; i--) {
    const { word } = tokens[i]!;
    if (word === ';') return '';
    if (!parties.has(word) || isSelfAt(tokens, i)) continue;
    let from = i;
    while (
      from > 0 &&
      i - from < 4 &&
      tokens[from - 1]!.kind === 'word' &&
      !/^(?:that|if|when|and|or|by|of|after)$/.test(tokens[from - 1]!.word)
    )
      from--;
    return tokens
      .slice(from, i + 1)
      .map((token) => token.word)
      .join(' ');
  }
  return '';
}

/** "A notice has no effect while a Finding stands", "Denunciation during an Armed Attack takes effect only after peace …", "No Guarantor may withdraw while …". */
function lockIn(sentence: Sentence): Place | null {
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  if (!has(tokens, exitWords, all) || !has(tokens, whiles, all) || !has(tokens, crisis, all)) return null;
  const stay = find(tokens, stays);
  if (stay) {
    const noun = has(tokens, exitWords, { from: 0, to: stay.to });
    return noun && beside(tokens) ? { sentence, at: stay } : null;
  }
  const out = find(tokens, leaving);
  if (!out || !has(tokens, nobody, { from: Math.max(0, out.from - 12), to: out.from })) return null;
  return beside(tokens) ? { sentence, at: { from: Math.max(0, out.from - 3), to: out.to } } : null;
}

/** A word of time stands within a few words before a word of crisis. */
function beside(tokens: readonly Token[]): boolean {
  for (let i = 0; i < tokens.length; i++)
    if (whiles.words.includes(tokens[i]!.word) && has(tokens, crisis, { from: i + 1, to: Math.min(tokens.length, i + 12) }))
      return true;
  return false;
}

const lasting = patterns(`
  remain|remains|continue|continues|stay|stays in force|effect|operation
  shall|is|are|be in force for|until|indefinitely|without
  in force for a|an|the? ~
  be|is|are|remain|remains|shall valid|binding|effective for|until|indefinitely
  is|be|are concluded for
  apply|applies|applied|last|lasts|run|runs|endure|endures|continue|continues for|until|indefinitely
  force|effect indefinitely
  term|duration|validity of this|the
  expire|expires|expired on|at|after|when
  unlimited duration
  indefinite|unlimited period|time|duration
`);
const renewing = wordsOf(
  'renew|renewed|renews|renewable|extend|extended|extends|extension|renewal|prolonged|prolong|continues|continue|thereafter',
);
const automatic = wordsOf('automatically|automatic|unless|successive|tacit|tacitly|itself|periods|further|thereafter');
const consensual = wordsOf('mutual|agreement|agree|agreed|consent|may|consensus|consultation|decide');

function readDuration(sentences: readonly Sentence[]): Duration {
  for (const sentence of sentences) {
    const { tokens } = sentence;
    const at = find(tokens, lasting);
    if (!at || !isOfText(tokens, at.from, sentence)) continue;
    const tail = { from: at.from, to: tokens.length };
    const fixed = sentence.times.find(
      (time) =>
        time.value !== null &&
        (time.unit === 'year' || time.unit === 'month') &&
        time.from >= at.from - 1 &&
        !has(tokens, wordsOf('notice|notification'), { from: time.from, to: time.to + 3 }),
    );
    const indefinite = has(tokens, wordsOf('indefinitely|indefinite|unlimited|limit'), tail);
    const untilAt = untilIn(tokens, at.from);
    if (!fixed && !indefinite && untilAt < 0) continue;
    const renewal = renewalOf(sentences, sentence);
    return {
      kind: indefinite ? 'indefinite' : fixed ? 'fixed' : 'until',
      place: { sentence, at: { from: at.from, to: fixed ? Math.max(fixed.to, at.to) : at.to } },
      months: fixed ? monthsOf(fixed) : null,
      renewal: renewal.kind,
      renewalAt: renewal.at,
      until: untilAt >= 0 ? { sentence, at: { from: untilAt, to: tokens.length } } : null,
    };
  }
  return { kind: 'none', place: null, months: null, renewal: 'none', renewalAt: null, until: null };
}

function untilIn(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.word !== 'until' && tokens[i]!.word !== 'till') continue;
    return i;
  }
  return -1;
}

/** The text, its guarantees or its obligations are the subject; amendments, measures and mandates are not. */
function isOfText(tokens: readonly Token[], verb: number, sentence: Sentence): boolean {
  for (let i = verb; i >= 0 && i > verb - 40; i--) {
    const { word } = tokens[i]!;
    if (isSelfAt(tokens, i)) return true;
    if (/^(?:amendment|amendments|mandate|sanctions|measures|embargo|licence|annex|force|ceasefire)$/.test(word) && i < verb)
      return false;
    if (word === 'it' && i < 3) return true;
    if (
      (instruments.has(word) || word === 'obligations' || word === 'commitments') &&
      verb - i < 6 &&
      /^(?:the|these|its|their)$/.test(tokens[i - 1]?.word ?? '')
    )
      return true;
  }
  return sentence.context === 'final-clause' && verb < 3;
}

function renewalOf(sentences: readonly Sentence[], home: Sentence): { kind: Duration['renewal']; at: Place | null } {
  for (const sentence of sentences) {
    if (sentence !== home && sentence.clause !== home.clause && sentence.clause.parent !== home.clause.parent) continue;
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      if (!renewing.words.includes(tokens[i]!.word) || (sentence === home && /^continues?$/.test(tokens[i]!.word))) continue;
      const near = { from: Math.max(0, i - 8), to: Math.min(tokens.length, i + 22) };
      const at = { sentence, at: { from: i, to: i + 1 } };
      if (has(tokens, wordsOf('automatically|automatic|tacit|tacitly|unless|itself'), near)) return { kind: 'automatic', at };
      if (has(tokens, consensual, near)) return { kind: 'consent', at };
      if (has(tokens, automatic, near)) return { kind: 'automatic', at };
    }
  }
  return { kind: 'none', at: null };
}
