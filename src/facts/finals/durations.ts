import type { Range, Sentence, TimePhrase, Token } from '#phrases';
import { homeArticle } from '../triggers.ts';
import { type EndEvent, endEvent } from './end-events.ts';
import { find, has, instruments, isOwn, type Place, patterns, wordsOf } from './words.ts';

/** One event on which the text, or what it promises, ends. */
export interface Ending {
  readonly event: EndEvent;
  readonly place: Place;
}

/** How long the text binds. */
export interface Duration {
  /** fixed: a period or a date; indefinite: "indefinitely", "unlimited"; until: an event; none: nothing is said. */
  readonly kind: 'fixed' | 'indefinite' | 'until' | 'none';
  readonly place: Place | null;
  /** Months of a fixed term; null otherwise, and for a date. */
  readonly months: number | null;
  /** automatic: renewed or extended by itself, or unless someone objects; consent: only if the parties agree; none: nothing is said. */
  readonly renewal: 'automatic' | 'consent' | 'none';
  readonly renewalAt: Place | null;
  /** Events on which the text ends, in its order. */
  readonly endings: readonly Ending[];
  /** The text says that its term is that of another text. */
  readonly borrowed: boolean;
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

const lasting = patterns(`
  remain|remains|continue|continues|stay|stays|be|is|are|kept in force|effect|operation|vigour
  remain|remains|continue|continues|stay|stays|be|is|are valid|binding|effective|operative|applicable
  apply|applies|last|lasts|run|runs|endure|endures|continue|continues|bind|binds|hold|holds|remain|remains|stand|stands for|until|till|indefinitely|only|without|so|as
  concluded|made|established|entered into? for
  binding|valid|effective for|until|till|indefinitely
  term|duration|validity|life|lifetime of this|the|these|its
  unlimited|indefinite|perpetual duration|period|time|validity
  duration is|shall|be
  perpetual
  binds|bind|covers|cover
  enter|enters|come|comes into force|effect
  have|has|having|produce|produces effect|effects for|until|indefinitely
  have|has no limit|term|end|duration|expiry
  without limit|term|end
`);
const ending = patterns(`
  expire|expires
  end|ends on|upon|when|with|at|once|as|after|if|,|.
  lapse|lapses
  terminate|terminates on|upon|when|with|at|once|as|after|if|automatically
  cease|ceases to be in|valid|binding|operative|effective|applicable
  cease|ceases to apply|have|bind|exist|operate|produce
  cease|ceases on|upon|when|with|at|once|as|after|if
  at an end
  come|comes|brought to an end
  no longer apply|applies|bind|binds|in
  longer be|in bound|binding|force
  out of force
`);
const opens = wordsOf('until|till|when|upon|on|once|if|after|with|soon|at|whenever|where|as');
/** Heads of what may last a while without the text ending with it. */
const others = wordsOf(
  `amendment|amendments|mandate|sanctions|measures|embargo|licence|ceasefire|loan|loans|restrictions|membership|chair|chairmanship|presidency|
  contract|contracts|force|period|notice|commission|committee|mission|detention|visa|session|office|appointment|privileges|meeting|plan|programme|immunity`,
);
const anyParty = wordsOf('party|guarantor|state|signatory|member|participant|power|measures|sanctions');
const leavingWords = wordsOf(
  'denunciation|withdrawal|withdraws|denounces|notice|denounced|withdrawn|notification|withdraw|denounce',
);

/** Reads the term, its renewal and the events that end it. One walk over the sentences. */
export function readDuration(sentences: readonly Sentence[]): Duration {
  let kind: Duration['kind'] = 'none';
  let place: Place | null = null;
  let months: number | null = null;
  let borrowed = false;
  let home: Sentence | null = null;
  const endings: Ending[] = [];
  let before: Sentence | null = null;
  for (const sentence of sentences) {
    const found = termIn(sentence, before) ?? endIn(sentence, before);
    before = sentence;
    if (!found) continue;
    if (found.ending) endings.push(found.ending);
    borrowed ||= found.borrowed;
    if (found.kind === null || (kind !== 'none' && kind !== 'until')) continue;
    kind = found.kind;
    place = { sentence, at: found.at };
    months = found.time ? monthsOf(found.time) : null;
    home = sentence;
  }
  const renewal = home ? renewalOf(sentences, home) : { kind: 'none' as const, at: null };
  return { kind, place, months, renewal: renewal.kind, renewalAt: renewal.at, endings, borrowed };
}

interface Found {
  readonly kind: Duration['kind'] | null;
  readonly at: Range;
  readonly time: TimePhrase | null;
  readonly ending: Ending | null;
  readonly borrowed: boolean;
}

/** "This Treaty remains in force for ten years", "The guarantees apply until …", "The duration of this Treaty is unlimited". */
function termIn(sentence: Sentence, before: Sentence | null): Found | null {
  const { tokens, own } = sentence;
  const at = find(tokens, lasting, own);
  if (!at || !ofText(sentence, at.from, at.to, before)) return null;
  const tail = { from: at.from, to: tokens.length };
  const entering = /^(?:enter|come)/.test(tokens[at.from]!.word);
  const time = termTime(sentence, at.from, entering);
  const endless =
    has(tokens, wordsOf('indefinitely|indefinite|unlimited|perpetual|perpetuity|permanently'), { from: 0, to: tokens.length }) ||
    /without (?:limit|any limit|limitation|a limit)|no (?:term|limit|fixed term|time limit|expiry)|\b(?:for all time|for ever|forever|in perpetuity)\b/.test(
      text(tokens),
    );
  const untilAt = untilIn(tokens, at.from);
  const borrowed =
    /same as|that of the|as long as the (?:treaty|agreement|convention)|duration of the (?:treaty|agreement|convention|parent)/.test(
      text(tokens),
    );
  const event = untilAt >= 0 && !time?.date ? endEvent(tokens, { from: untilAt, to: phraseEnd(tokens, untilAt) }) : null;
  const ends = event ? { event, place: { sentence, at: { from: untilAt, to: phraseEnd(tokens, untilAt) } } } : null;
  if (!time && !endless && !ends && !borrowed) return null;
  return {
    kind: endless
      ? 'indefinite'
      : time
        ? 'fixed'
        : ends
          ? event === 'left' || event === 'agreed'
            ? 'indefinite'
            : 'until'
          : null,
    at: { from: at.from, to: time && time.from >= at.from ? Math.max(time.to, at.to) : Math.min(at.to, tail.to) },
    time: endless ? null : time,
    ending: ends,
    borrowed,
  };
}

/** "This Treaty lapses when …", "On the signature of a treaty of peace the present Treaty ceases to be in force". */
function endIn(sentence: Sentence, before: Sentence | null): Found | null {
  const { tokens, own } = sentence;
  const at = find(tokens, ending, own);
  if (!at || has(tokens, leavingWords, { from: own, to: tokens.length }) || !ofText(sentence, at.from, at.to, before))
    return null;
  if (has(tokens, wordsOf('not|never|nor'), { from: at.from - 3, to: at.from })) return null;
  const time = termTime(sentence, own);
  const after = openAfter(tokens, at.to - 1);
  const front = opens.words.has(tokens[own]?.word ?? '') ? { from: own, to: frontEnd(tokens, own, at.from) } : null;
  const range = after ?? front;
  const event = range && !time ? endEvent(tokens, range) : null;
  if (!time && !event) return null;
  return {
    kind: time ? 'fixed' : null,
    at: {
      from: at.from,
      to:
        time && time.from >= at.from
          ? Math.max(at.to, time.to)
          : Math.max(at.to, range && range.from >= at.from ? Math.min(range.to, at.to + 8) : at.to),
    },
    time,
    ending: event && range ? { event, place: { sentence, at: range } } : null,
    borrowed: false,
  };
}

function text(tokens: readonly Token[]): string {
  return tokens.map((token) => token.word).join(' ');
}

/** From the word that opens the event ("when", "upon") after the verb to the end of its clause. */
function openAfter(tokens: readonly Token[], from: number): Range | null {
  for (let i = from; i < Math.min(tokens.length, from + 6); i++)
    if (opens.words.has(tokens[i]!.word)) return { from: i, to: phraseEnd(tokens, i) };
  return null;
}

function phraseEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && !/^(?:[;:.]|except|unless|provided|save)$/.test(tokens[to]!.word)) to++;
  return to;
}

/** A fronted phrase ends at its comma, or before the text is named. */
function frontEnd(tokens: readonly Token[], from: number, verb: number): number {
  let last = verb;
  for (let i = from + 1; i < verb; i++) {
    if (tokens[i]!.word === ',') last = i;
    else if (isOwn(tokens, i) && last === verb) last = Math.max(from + 1, i - 1);
  }
  return last;
}

/** The period or date of the term: no notice, no recurrence, no start. */
function termTime({ times, tokens }: Sentence, from: number, lasts = false): TimePhrase | null {
  return (
    times.find((time) => {
      if (lasts && time.kind !== 'duration') return false;
      if (time.from < from - 1 && time.kind !== 'duration' && time.kind !== 'limit') return false;
      if (time.kind === 'notice' || time.clock === 'notice' || time.kind === 'recurrence') return false;
      if (has(tokens, wordsOf('notice|notification'), { from: time.from, to: time.to + 3 })) return false;
      if (time.date !== null) return time.kind === 'duration' || /^(?:on|until|by)$/.test(tokens[time.from]?.word ?? '');
      return time.value !== null && (time.unit === 'year' || time.unit === 'month');
    }) ?? null
  );
}

function untilIn(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.word === 'until' || tokens[i]!.word === 'till') return i;
    if (tokens[i]!.word === 'as' && tokens[i + 1]?.word === 'long' && tokens[i + 2]?.word === 'as') return i;
    if (tokens[i]!.word === 'duration' && tokens[i - 1]?.word === 'the' && tokens[i + 1]?.word === 'of') return i;
  }
  return -1;
}

/** The text, its guarantees or its articles are the subject; amendments, measures and mandates are not. */
function ofText(sentence: Sentence, verb: number, end: number, before: Sentence | null): boolean {
  const { tokens, own, references } = sentence;
  if (has(tokens, leavingWords, { from: own, to: verb })) return false;
  if (
    /^(?:after|if|once|when|where)$/.test(tokens[own]?.word ?? '') &&
    !tokens.slice(own, verb).some((token) => token.word === ',' || token.word === 'the')
  )
    return false;
  const fronted = opens.words.has(tokens[own]?.word ?? '');
  let from = own;
  for (let i = own; i < verb; i++) if (tokens[i]!.word === ';' || (fronted && tokens[i]!.word === ',')) from = i + 1;
  let named = -1;
  for (let i = from; i < Math.min(end + 1, tokens.length); i++) {
    const { word } = tokens[i]!;
    if (isOwn(tokens, i)) named = i;
    else if (instruments.has(word) && i < verb && /^(?:the|these|its|their)$/.test(tokens[i - 1]?.word ?? '') && verb - i < 6)
      named = i;
    else if (
      word === 'it' &&
      i < verb &&
      verb - i <= 4 &&
      (i < own + 3 || (before !== null && homeArticle(before.clause) === homeArticle(sentence.clause)))
    )
      named = i;
  }
  const cited = references.find(
    (one) => one.unit === 'article' && one.target !== 'external' && one.from >= from && one.to <= verb && verb - one.to <= 4,
  );
  if (cited) named = Math.max(named, cited.from);
  if (named >= 0 && named < verb && has(tokens, anyParty, { from: named + 1, to: verb })) return false;
  if (named < 0) return sentence.context === 'final-clause' && verb - own < 3;
  const first = Math.min(named, verb);
  return (
    !has(tokens, others, { from, to: first }) &&
    !has(tokens, wordsOf('after|when|if|once'), { from: Math.max(from, verb - 4), to: verb })
  );
}

const renewing = wordsOf(
  'renew|renewed|renews|renewable|extend|extended|extends|extension|renewal|prolonged|prolong|prolongs|prolongation|continues|continue|thereafter|rolls|reconducted|reconduction',
);
const byItself = wordsOf('automatically|automatic|unless|tacit|tacitly|itself');
const goingOn = wordsOf('successive|periods|further|thereafter|indefinitely');
const consensual = wordsOf('mutual|agreement|agree|agreed|consent|may|consensus|consultation|decide|decides|accord|request');

/** What is said of renewal in the article of the term. */
function renewalOf(sentences: readonly Sentence[], home: Sentence): { kind: Duration['renewal']; at: Place | null } {
  for (const sentence of sentences) {
    if (sentence !== home && homeArticle(sentence.clause) !== homeArticle(home.clause)) continue;
    const { tokens } = sentence;
    for (let i = sentence.own; i < tokens.length; i++) {
      if (!renewing.words.has(tokens[i]!.word)) continue;
      if (
        sentence === home &&
        /^continues?$/.test(tokens[i]!.word) &&
        !has(tokens, wordsOf('thereafter|automatically|tacitly|successive|further'), { from: i, to: tokens.length })
      )
        continue;
      const near = { from: Math.max(0, i - 8), to: Math.min(tokens.length, i + 22) };
      const at = { sentence, at: { from: i, to: i + 1 } };
      if (has(tokens, byItself, near)) return { kind: 'automatic', at };
      if (has(tokens, consensual, near)) return { kind: 'consent', at };
      if (has(tokens, goingOn, near)) return { kind: 'automatic', at };
    }
  }
  return { kind: 'none', at: null };
}
