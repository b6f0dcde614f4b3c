import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { wordSet } from '../scan.ts';
import { isAmending, withoutRatification } from './consent.ts';
import { find, has, isSelfAt, longestAt, type Place, parties, patterns, wordsOf } from './words.ts';

/** How and when the text enters into force (VCLT Article 24). */
export interface Entry {
  /** "enters into force on …": verb and condition; null where the text has no clause. */
  readonly place: Place | null;
  /**
   * What it waits for. signature: signature alone; ratification: deposit, exchange or ratification; procedures: last note or notice; date: a
   * fixed date; other: something else; none: no clause.
   */
  readonly on: 'signature' | 'ratification' | 'procedures' | 'date' | 'other' | 'none';
  /** Every listed State must have ratified: the words "all Signatories" …; null otherwise. */
  readonly all: Place | null;
  /** A number or majority of ratifications: its words; null otherwise. */
  readonly threshold: Place | null;
  /** The number itself; 0 where it is a fraction or unknown. */
  readonly thresholdCount: number;
  /** The threshold names States or a class that must be among the first ("including", "among them"), or counts guarantors. */
  readonly thresholdNamed: boolean;
  /** The aggressor's ratification or signature is needed: the words. */
  readonly aggressor: Place | null;
  /** A rule for States that consent later. */
  readonly later: Place | null;
  /** Provisional application or an earlier start of some articles. */
  readonly provisional: Place | null;
}

const verbs = patterns(`
  enter|enters|entered into force|effect
  come|comes into force|effect|operation
  take|takes effect
  become|becomes effective|applicable|operative|binding
  be|is|are in force from|as|between|upon|on|only|once|when
  be|is|are effective from|on|upon|as
  have|has effect from|as|upon
  brought into force
`);
const bringing = patterns(`
  bring|brings this|the present? treaty|agreement|pact|protocol|convention|compact|accord|instrument|memorandum into force|effect
  bring|brings it into force|effect
`);
const nouns = patterns(`
  entry into force
  coming into force
`);
const weakVerbs = patterns(`
  apply|applies|applied|operate|operates|binding|bind|binds|commence|commences|begin|begins|run|runs|start|starts
`);
const onSignature = patterns(`
  on|upon|from|at|by|with|after|following its? signature|signing
  on|upon|from|at|by|after the|this date|day|moment|time|hour of its|their|the? signature|signing
  on|upon|from|after|at the date|day|moment|time on|at|when which|it? it? is|was|has|have|been? signed
  on|upon|from|after the|its signature|signing
  when|once|as|after soon? as? it|the|this treaty|agreement|pact? is|has|have|been? been? signed
  upon|on being signed
  when|once signed
`);
const subordinate = wordSet(
  'after before until till when once if that which unless where while whenever following since upon because than',
);
const barred = wordSet(
  `amendment amendments notice notices denunciation withdrawal termination decision decisions sanction sanctions ceasefire cease-fire cessation measures
   measure protocol-amendment accession embargo suspension extension resolution appointment arrangements arrangement annexes annex order law laws
   legislation reservation reservations settlement armistice truce`,
);
const ratifiers = wordsOf(
  '~ratif|deposit|deposits|deposited|instrument|instruments|~acced|accession|acceptance|parliamentary|parliament|parliaments|approval|approved',
);
const notifiers = wordsOf(
  'note|notes|notification|notifications|notified|notify|notice|informed|letters|procedures|requirements|formalities',
);
const signing = wordsOf('signature|signed|signing|signatures');

/** Reads entry into force, its condition, the rule for latecomers and provisional application. */
export function readEntry(sentences: readonly Sentence[], roles: Reading['roles']): Entry {
  let best: { place: Place; condition: readonly Range[]; weight: number } | null = null;
  let later: Place | null = null;
  let provisional: Place | null = null;
  for (const sentence of sentences) {
    const { tokens } = sentence;
    provisional ??= provisionalIn(sentence);
    if (isAmending(sentence)) continue;
    later ??= laterIn(sentence);
    for (let i = 0; i < tokens.length; i++) {
      const found = entryAt(sentence, i);
      if (found && (!best || found.weight > best.weight)) best = found;
    }
  }
  if (!best)
    return {
      place: null,
      on: 'none',
      all: null,
      threshold: null,
      thresholdCount: 0,
      thresholdNamed: false,
      aggressor: null,
      later,
      provisional,
    };
  const { sentence } = best.place;
  const { condition } = best;
  const { threshold, count, named } = thresholdIn(sentence, condition, roles);
  const all = allIn(sentence, condition, roles);
  return {
    place: best.place,
    on: kindOf(sentence, condition),
    all,
    threshold: all ? null : threshold,
    thresholdCount: count,
    thresholdNamed: named,
    aggressor: aggressorIn(sentence, condition, roles),
    later,
    provisional,
  };
}

/** The entry clause that has its verb at `i`: the words and the ranges that hold its condition, fronted and trailing. */
function entryAt(sentence: Sentence, i: number): { place: Place; condition: readonly Range[]; weight: number } | null {
  const { tokens } = sentence;
  let end = longestAt(tokens, i, verbs);
  let weak = false;
  if (end < 0 && i > 1) {
    // "The later of the two notes brings this Treaty into force": what brings it is the condition.
    end = longestAt(tokens, i, bringing);
    if (end > 0) {
      const cause = { from: 0, to: i };
      return {
        place: { sentence, at: { from: i, to: end } },
        condition: [cause, { from: end, to: tailEnd(tokens, end) }],
        weight: 10,
      };
    }
  }
  if (end < 0) {
    end = longestAt(tokens, i, weakVerbs);
    weak = end > 0;
  }
  let subject: number;
  if (end < 0) {
    end = longestAt(tokens, i, nouns);
    // "Entry into force of this Treaty requires …": the noun must open the sentence.
    const opens = i === 0 || (i === 1 && tokens[0]!.word === 'the') || tokens[i - 1]!.word === ';';
    if (
      end < 0 ||
      !opens ||
      !has(tokens, wordsOf('occurs|occur|requires|require|takes|take|depends|follows|is'), { from: end, to: end + 9 })
    )
      return null;
    subject = i;
  } else {
    subject = subjectOf(tokens, i);
    if (subject < 0) return null;
  }
  const tail = { from: end, to: tailEnd(tokens, end) };
  if (/^(?:for|with|in)$/.test(tokens[end]?.word ?? '') && isLater(tokens, end)) return null;
  const front = frontOf(tokens, subject);
  const condition = front ? [front, tail] : [tail];
  if (weak) {
    // "applies from the day of signature": only signature makes a clause of entry of these verbs.
    const begins = condition.some((range) => find(tokens, onSignature, range.from, range.to) !== null);
    if (!begins || tokens.some((token) => token.word.startsWith('provisional'))) return null;
  }
  const to = trim(tokens, tail.to);
  return {
    place: { sentence, at: { from: front ? front.from : i, to: Math.max(end, to) } },
    condition,
    weight: (weak ? 1 : 2) + (sentence.context === 'annex-operative' ? 0 : 4) + (tail.to > tail.from + 1 || front ? 8 : 0),
  };
}

/** Index where the subject of the verb at `i` begins when it is the instrument itself; -1 otherwise. */
function subjectOf(tokens: readonly Token[], i: number): number {
  for (let j = i - 1; j >= 0 && j >= i - 45; j--) {
    const { word } = tokens[j]!;
    if (word === ';') return -1;
    if (barred.has(word) && !isSelfAt(tokens, j) && i - j < 14) return -1;
    const near = i - j <= 6;
    if (near && subordinate.has(word)) return -1;
    const self =
      isSelfAt(tokens, j) ||
      ((word === 'it' || word === 'they') &&
        (j === 0 || !/^(?:of|by|to|for|with|ratified|after|when|once|until)$/.test(tokens[j - 1]!.word)));
    const promise = (word === 'guarantees' || word === 'obligations' || word === 'provisions' || word === 'commitments') && near;
    if (!self && !promise) continue;
    let start = j;
    while (start > 0 && /^(?:this|the|present|said|guarantees|obligations)$/.test(tokens[start - 1]!.word)) start--;
    let before = tokens[start - 1]?.word ?? '';
    while ((before === 'of' || before === 'in' || before === 'under') && start > 1) {
      let k = start - 2;
      while (k > 0 && !/^(?:,|;|the|this)$/.test(tokens[k]!.word) && start - k < 10) k--;
      if (tokens.slice(k, start).some((token) => barred.has(token.word))) return -1;
      start = Math.max(0, k);
      before = tokens[start - 1]?.word ?? '';
    }
    return subordinate.has(before) ? -1 : start;
  }
  return -1;
}

/** The adverbial before the subject: "On the thirtieth day after …, this Treaty". */
function frontOf(tokens: readonly Token[], subject: number): Range | null {
  let from = subject;
  while (from > 0 && tokens[from - 1]!.word !== ';') from--;
  const first = tokens[from]?.word ?? '';
  if (
    subject - from < 2 ||
    !/^(?:on|upon|when|once|as|after|from|if|at|following|with|provided|only|for|thirty|ninety|sixty)$/.test(first)
  )
    return null;
  return { from, to: subject };
}

/** Where the condition ends: at a semicolon or at the next verb of the same subject ("and remains in force …"), or at the rule for latecomers. */
function tailEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (word === ';' || (word === '.' && i === tokens.length - 1)) return i;
    const next = tokens[i + 1]?.word ?? '';
    if (word === 'and' || word === ',' || word === 'but') {
      if (
        /^(?:remain|remains|continue|continues|shall|will|may|is|are|it|expires|lasts|thereafter)$/.test(next) &&
        !(word === ',' && next === 'shall')
      )
        return i;
      if (/^(?:for|with|in)$/.test(next) && isLater(tokens, i + 1)) return i;
    }
    if (word === 'for' && isLater(tokens, i) && i > from) return i;
  }
  return tokens.length;
}

function isLater(tokens: readonly Token[], i: number): boolean {
  const window = { from: i, to: Math.min(tokens.length, i + 12) };
  return (
    /^(?:for|with|in)$/.test(tokens[i]!.word) &&
    has(tokens, wordsOf('each|any|every|other|others|those|all|remaining|a'), { from: i, to: i + 5 }) &&
    has(
      tokens,
      wordsOf('later|subsequently|subsequent|thereafter|other|others|remaining|acceding|after|afterwards|further'),
      window,
    )
  );
}

const laterWords = wordsOf(
  'later|subsequently|subsequent|thereafter|other|others|remaining|afterwards|acceding|accedes|accession|further',
);

/** "For each State ratifying later, on the thirtieth day after its deposit": a rule for latecomers. */
function laterIn(sentence: Sentence): Place | null {
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    if (!/^(?:for|respect|regard|regards|to|any|each|a|concerns)$/.test(tokens[i]!.word)) continue;
    const window = { from: i, to: Math.min(tokens.length, i + 28) };
    let noun = -1;
    for (let j = i + 1; j <= i + 6 && j < tokens.length; j++)
      if (parties.has(tokens[j]!.word)) {
        noun = j;
        break;
      }
    // "for the third", "for the other": the last ones after a number of first ones
    if (noun < 0 && tokens[i]!.word !== 'to' && tokens[i + 1]?.word === 'the' && lastOnes.test(tokens[i + 2]?.word ?? ''))
      noun = i + 2;
    if (noun < 0 && !/^(?:others|those)$/.test(tokens[i + 1]?.word ?? '')) continue;
    if (
      !lastOnes.test(tokens[noun]?.word ?? '') &&
      !lastOnes.test(tokens[noun - 1]?.word ?? '') &&
      !has(tokens, laterWords, window) &&
      !afterEntry(tokens, window)
    )
      continue;
    if (
      !has(
        tokens,
        wordsOf(
          'deposit|deposits|deposited|instrument|instruments|~ratif|~acced|~accept|consents|accession|signs|joins|its|date',
        ),
        window,
      )
    )
      continue;
    if (has(tokens, wordsOf('deposit|deposits|deposited|~ratif|~acced|accession|force|effect'), { from: 0, to: tokens.length }))
      return { sentence, at: { from: i, to: noun + 1 } };
  }
  return null;
}

const lastOnes = /^(?:third|fourth|fifth|others?|remaining|rest)$/;

function afterEntry(tokens: readonly Token[], window: Range): boolean {
  for (let i = window.from; i + 3 < window.to + 4 && i + 3 < tokens.length; i++)
    if (tokens[i]!.word === 'after' && has(tokens, wordsOf('force'), { from: i, to: i + 6 })) return true;
  return false;
}

const provisionalStarts = patterns(`
  provisional application
  applied|apply|applies|applicable|operate|operates|take|takes|in effect? provisionally
  provisionally applied|apply|applies|applicable|in|bound|take|takes|enter|enters
  pending the|its|such|their|this? entry
  pending the|its|such|their? ratification
`);

function provisionalIn(sentence: Sentence): Place | null {
  const at = find(sentence.tokens, provisionalStarts);
  if (!at) return null;
  for (let i = Math.max(0, at.from - 4); i < at.from; i++)
    if (/^(?:not|no|never|without)$/.test(sentence.tokens[i]!.word)) return null;
  return { sentence, at };
}

function kindOf(sentence: Sentence, condition: readonly Range[]): Entry['on'] {
  const { tokens } = sentence;
  const any = (words: Parameters<typeof has>[1]): boolean => condition.some((range) => has(tokens, words, range));
  if (!find(tokens, withoutRatification) && any(ratifiers)) return 'ratification';
  if (any(notifiers)) return 'procedures';
  if (any(signing)) return 'signature';
  if (
    sentence.times.some(
      (time) => time.date !== null && condition.some((range) => time.from >= range.from && time.to <= range.to + 1),
    )
  )
    return 'date';
  return condition.some((range) => range.to > range.from + 1) ? 'other' : 'none';
}

/** "all Signatories", "each of the Guarantors", or every party by name in a text of three or more. */
function allIn(sentence: Sentence, condition: readonly Range[], roles: Reading['roles']): Place | null {
  const { tokens } = sentence;
  for (const range of condition) {
    if (has(tokens, wordsOf('majority|thirds|two-thirds|half|quarters|three-quarters|either'), range)) return null;
    for (let i = range.from; i < range.to; i++) {
      const { word } = tokens[i]!;
      const before = tokens[i - 1]?.word ?? '';
      if (word !== 'all' && word !== 'each' && word !== 'every') continue;
      if (before === 'for' || before === 'respect' || (before === 'to' && word !== 'all')) continue;
      for (let j = i + 1; j < Math.min(range.to, i + 7); j++) {
        const next = tokens[j]!.word;
        if (next === ',' || next === 'procedures' || next === 'requirements') break;
        if (parties.has(next) || next === 'instruments' || next === 'ratifications') {
          let to = j + 1;
          while (to < range.to && parties.has(tokens[to]!.word)) to++;
          return { sentence, at: { from: i, to } };
        }
        if (word === 'all' && next === 'have') return { sentence, at: { from: i, to: i + 1 } };
      }
    }
  }
  if (roles.parties.length > 2) {
    const named = namedIn(tokens, condition, roles.parties);
    if (named.length >= roles.parties.length && !condition.some((range) => has(tokens, wordsOf('including|among'), range)))
      return { sentence, at: { from: Math.min(...named.map((one) => one.at)), to: Math.max(...named.map((one) => one.at)) + 1 } };
  }
  return null;
}

/** Parties named in the condition, each once. */
function namedIn(
  tokens: readonly Token[],
  condition: readonly Range[],
  list: Reading['roles']['parties'],
): { name: string; at: number }[] {
  const out: { name: string; at: number }[] = [];
  for (const party of list) {
    const heads = new Set([party.name, ...party.aliases].map((name) => name.split(' ').at(-1)!));
    for (const range of condition)
      for (let i = range.from; i < range.to; i++)
        if (tokens[i]!.capital && heads.has(tokens[i]!.word)) {
          out.push({ name: party.name, at: i });
          i = tokens.length;
        }
    if (out.at(-1)?.name !== party.name) continue;
  }
  return out.filter((one, n) => out.findIndex((other) => other.name === one.name) === n);
}

const counts: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

function thresholdIn(
  sentence: Sentence,
  condition: readonly Range[],
  roles: Reading['roles'],
): { threshold: Place | null; count: number; named: boolean } {
  const { tokens } = sentence;
  let threshold: Place | null = null;
  let count = 0;
  for (const range of condition) {
    for (let i = range.from; i < range.to && !threshold; i++) {
      const { word, raw } = tokens[i]!;
      if (word === 'majority' || word === 'two-thirds' || word === 'thirds' || word === 'half') {
        threshold = { sentence, at: { from: i, to: i + 1 } };
        break;
      }
      const value = counts[word] ?? (/^\d{1,2}$/.test(raw) ? Number(raw) : 0);
      if (value === 0) continue;
      const ordinal = /(?:first|second|third|th)$/.test(word) && word !== 'thirth';
      for (let j = i + 1; j < Math.min(range.to, i + 4); j++) {
        const next = tokens[j]!.word;
        if (/^(?:day|days|month|months|year|years|hours|and|,)$/.test(next)) break;
        if (
          ordinal
            ? /^(?:instrument|ratification|deposit|signatory|state)$/.test(next)
            : parties.has(next) || /^(?:instruments|ratifications|of)$/.test(next)
        ) {
          if (next === 'of' && !parties.has(tokens[j + 2]?.word ?? '')) break;
          threshold = { sentence, at: { from: i, to: j + 1 } };
          count = value;
          break;
        }
      }
    }
  }
  const named =
    condition.some((range) => has(tokens, wordsOf('including|among|guarantor|guarantors|whom'), range)) ||
    countsGuarantors(tokens, condition, roles) ||
    namedIn(tokens, condition, roles.parties).length > 0;
  return { threshold, count, named };
}

/** "two of the Powers", where the text gives that class to its guarantors. */
function countsGuarantors(tokens: readonly Token[], condition: readonly Range[], roles: Reading['roles']): boolean {
  for (const range of condition)
    for (let i = range.from; i < range.to; i++)
      if (tokens[i]!.capital && roles.classes.get(tokens[i]!.word) === 'guarantor') return true;
  return false;
}

/** The aggressor must ratify, sign or agree before the text enters into force. */
function aggressorIn(sentence: Sentence, condition: readonly Range[], roles: Reading['roles']): Place | null {
  const { tokens } = sentence;
  const names = new Set(
    roles.parties
      .filter((party) => party.roles.includes('aggressor'))
      .flatMap((party) => [party.name, ...party.aliases])
      .map((name) => name.split(' ').at(-1)!),
  );
  for (const [word, role] of roles.classes) if (role === 'aggressor') names.add(word);
  const aliases = new Set(
    roles.parties.filter((party) => party.roles.includes('aggressor')).flatMap((party) => [party.name, ...party.aliases]),
  );
  for (const range of condition)
    for (let i = range.from; i < range.to; i++) {
      const { word, capital } = tokens[i]!;
      const two = `${word} ${tokens[i + 1]?.word ?? ''}`;
      if (aliases.has(two)) return { sentence, at: { from: i, to: i + 2 } };
      if (names.has(word) && capital) return { sentence, at: { from: i, to: i + 1 } };
      if (word === 'other' && /^(?:side|belligerent)$/.test(tokens[i + 1]?.word ?? '') && tokens[i - 1]?.word === 'the')
        return { sentence, at: { from: i - 1, to: i + 2 } };
    }
  return null;
}

function trim(tokens: readonly Token[], to: number): number {
  let end = to;
  while (end > 0 && tokens[end - 1]!.kind === 'mark') end--;
  return end;
}
