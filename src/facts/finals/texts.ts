import type { Sentence } from '#phrases';
import { wordSet } from '../scan.ts';
import { find, has, type Place, patterns, selfIn, wordsOf } from './words.ts';

/** Who keeps the text. */
export interface Depositary {
  /** named: someone is; spoken-of: "the Depositary" does something but nobody is named; none: no word of one. */
  readonly state: 'named' | 'spoken-of' | 'none';
  readonly place: Place | null;
}

/** Registration under Article 102 of the Charter. `refused`: the text says that it shall not be registered. */
export interface Registration {
  readonly state: 'provided' | 'refused' | 'none';
  readonly place: Place | null;
}

/** Languages and authenticity of the texts, date and place. */
export interface Texts {
  /** The sentence about the texts, or "Done at …"; null where there is neither. */
  readonly place: Place | null;
  /** Languages named there, folded, each once. */
  readonly languages: readonly string[];
  /** "authentic", "authoritative", "equal force". */
  readonly authentic: boolean;
  /** "equal validity", "equally valid": its words (the form of a memorandum). */
  readonly equalValidity: Place | null;
  /** One text prevails. */
  readonly rank: boolean;
  /** "Done at …", "Signed at …" with a date or a place. */
  readonly done: boolean;
}

/** Reservations and declarations (VCLT Articles 19 to 23). */
export interface Reservations {
  /**
   * forbidden: none may be made (or none to the core); closed: a closed list; guarded: allowed, but not to named articles or not against the
   * object; permitted: allowed without a limit; none: the text is silent.
   */
  readonly state: 'forbidden' | 'closed' | 'guarded' | 'permitted' | 'none';
  readonly place: Place | null;
}

const keepers = patterns(`
  deposited|deposit|deposits|lodged|lodge|depositing with|in|at
  deposited|deposit|deposits|lodged * * with|in
  entrusted to
  in the archives of
  in its|his archives
`);
const kept = patterns(`
  is|are|be|as|acts|act|serves|serve|designated|appointed|named|designate|designates|appoint|perform|performs|hereby the? sole? depositary|depository|depositaries|depositories
  functions|role|duties of the? depositary|depository
  the? depositary|depository shall|is|will be|is
  depositary|depository governments|government
`);
const notKeeper = wordsOf('depositary|depository|archives');

/** Reads who keeps the text (VCLT Articles 76 and 77): a provision that names someone, not a stray word (decision 66). */
export function readDepositary(sentences: readonly Sentence[], defined: ReadonlySet<string>): Depositary {
  let spoken: Place | null = null;
  for (const sentence of sentences) {
    const { tokens } = sentence;
    const as = find(tokens, kept);
    if (as && named(sentence, 0, tokens.length, as)) return { state: 'named', place: { sentence, at: as } };
    for (let i = 0; i < tokens.length; i++) {
      const at = find(tokens, keepers, i, Math.min(tokens.length, i + 6));
      if (!at || at.from !== i || storesGoods(tokens, i)) continue;
      if (named(sentence, at.to, Math.min(tokens.length, at.to + 10), null)) return { state: 'named', place: { sentence, at } };
    }
    for (let i = 0; i < tokens.length && !spoken; i++)
      if (/^deposit(?:ary|ory)$/.test(tokens[i]!.word)) spoken = { sentence, at: { from: i, to: i + 1 } };
  }
  if (spoken && (defined.has('depositary') || defined.has('depository'))) return { state: 'named', place: spoken };
  return spoken ? { state: 'spoken-of', place: spoken } : { state: 'none', place: null };
}

const goods = wordsOf(
  'sum|sums|money|moneys|funds|payment|payments|contribution|contributions|gold|assets|arms|weapons|ammunition|explosives|stocks|guarantee|collateral|eur|usd',
);
const paperwork = wordsOf(
  'instrument|instruments|ratification|ratifications|treaty|agreement|convention|pact|protocol|original|originals|text|texts|copy|copies|notice|notices|it',
);

/** "The sums are deposited with the Bank": money or goods are kept, not the text. */
function storesGoods(tokens: Sentence['tokens'], verb: number): boolean {
  const before = { from: Math.max(0, verb - 14), to: verb };
  return has(tokens, goods, before) && !has(tokens, paperwork, before);
}

/** Somebody is named in the range: a capitalised word other than the depositary itself, or "Government", "Secretary-General", "Swiss Federal Council". */
function named(sentence: Sentence, from: number, to: number, except: { from: number; to: number } | null): boolean {
  const { tokens } = sentence;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (except && i >= except.from && i < except.to) continue;
    if (token.word === ';' || (token.word === ',' && except === null && i > from + 2)) break;
    if (!token.capital || token.kind !== 'word' || notKeeper.words.has(token.word)) continue;
    if (i === 0 && /^(?:the|it|a|an|each|this|that|they|for|on|upon|in|instruments|ratifications)$/.test(token.word)) continue;
    if (
      /^(?:treaty|agreement|convention|protocol|party|parties|signatory|signatories|state|states|annex|article|articles|guarantor|guarantors|pact)$/.test(
        token.word,
      )
    )
      continue;
    return true;
  }
  return has(tokens, wordsOf('secretary-general|secretariat|government|minister|ministry'), { from, to });
}

const registers = wordsOf('register|registers|registered|registering|registration|article-102');

/** Reads registration: of this text, with the United Nations or under Article 102. */
export function readRegistration(sentences: readonly Sentence[]): Registration {
  let refused: Place | null = null;
  for (const sentence of sentences) {
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      const { word } = tokens[i]!;
      const charter = word === '102' && /^(?:article|art|arts|articles)$/.test(tokens[i - 1]?.word ?? tokens[i - 2]?.word ?? '');
      if (!charter && !registers.words.has(word)) continue;
      const near = { from: Math.max(0, i - 30), to: Math.min(tokens.length, i + 30) };
      const about =
        charter ||
        selfIn(tokens, near.from, near.to) >= 0 ||
        has(tokens, wordsOf('nations|secretariat|secretary-general|depositary|102|un'), near) ||
        (tokens[i - 1]?.word === 'be' && tokens[i - 3]?.word === 'it') ||
        tokens[0]?.word === 'it';
      if (!about || elsewhere(tokens, i)) continue;
      let negated = false;
      for (let j = Math.max(0, i - 6); j < i; j++)
        if (/^(?:not|never|without|ineligible|no|nor)$/.test(tokens[j]!.word)) negated = true;
      const place = { sentence, at: { from: i, to: i + 1 } };
      if (negated) refused ??= place;
      else if (!refused || refused.sentence !== sentence) return { state: 'provided', place };
    }
  }
  return refused ? { state: 'refused', place: refused } : { state: 'none', place: null };
}

/** "registered with the Basin Conference": another body than the United Nations. */
function elsewhere(tokens: Sentence['tokens'], i: number): boolean {
  if (!/^registered|registers?|registration$/.test(tokens[i]!.word) || !/^(?:with|by|at|in)$/.test(tokens[i + 1]?.word ?? ''))
    return false;
  const near = { from: i + 2, to: Math.min(tokens.length, i + 14) };
  if (has(tokens, wordsOf('nations|secretariat|secretary-general|102|un|accordance|depositary'), { from: 0, to: tokens.length }))
    return false;
  const next = tokens[i + 2]?.word === 'the' ? tokens[i + 3] : tokens[i + 2];
  return (
    next?.capital === true &&
    has(tokens, wordsOf('~organi|conference|league|commission|council|union|alliance|registry|bureau|court|office'), near)
  );
}

const languages = wordSet(
  `english french german ukrainian russian polish spanish arabic chinese italian portuguese dutch turkish hebrew korean japanese romanian hungarian czech
   slovak bulgarian greek swedish finnish norwegian danish estonian latvian lithuanian serbian croatian slovene slovenian albanian macedonian georgian
   armenian azerbaijani azeri kazakh belarusian moldovan persian farsi dari pashto hindi urdu thai vietnamese indonesian malay flemish icelandic irish`,
);
const authentics = patterns(`
  authentic|authoritative|authenticity
  equal|same force
  equally binding|definitive|official|original
`);
const valid = patterns(`
  equal|equally|same validity|valid
  equal legal validity
`);
const ranks = wordsOf('prevail|prevails|prevailing|decisive|controls|controlling|governs');
const dones = patterns(`
  done|signed|concluded|executed at|in|on|this
  in witness|faith|testimony whereof
  given under
`);

/** Reads languages, authenticity, and place and date. Headings and recitals are not asked; a language is one only beside words of texts. */
export function readTexts(sentences: readonly Sentence[]): Texts {
  const found = new Set<string>();
  let place: Place | null = null;
  let authentic = false;
  let equalValidity: Place | null = null;
  let rank = false;
  let done = false;
  for (const sentence of sentences) {
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    const closing = find(tokens, dones);
    const isDone = closing !== null && (closing.from <= 2 || sentence.context === 'testimonium');
    done ||= isDone;
    const aboutTexts =
      isDone ||
      has(tokens, wordsOf('text|texts|language|languages|version|versions|original|originals|copies|duplicate|triplicate'), all);
    if (!aboutTexts) continue;
    const known = tokens.filter((token) => token.capital && languages.has(token.word)).map((token) => token.word);
    const named = isDone ? [...new Set([...known, ...listedLanguages(tokens)])] : known;
    const sure = find(tokens, authentics);
    const says =
      sure !== null && (named.length > 0 || has(tokens, wordsOf('text|texts|language|languages|version|versions'), all));
    const even = find(tokens, valid);
    const ofTexts = has(tokens, wordsOf('text|texts|language|languages|version|versions|copies|originals|both|all|each'), all);
    if (even && ofTexts && !equalValidity) equalValidity = { sentence, at: even };
    const speaksOfLanguage =
      named.length > 0 &&
      (isDone || says || even !== null || has(tokens, wordsOf('text|texts|language|languages|version|versions|original'), all));
    if (!(says || speaksOfLanguage || isDone || (even && ofTexts))) continue;
    if (
      !isDone &&
      named.length > 0 &&
      !says &&
      !even &&
      !has(tokens, wordsOf('this|treaty|agreement|original|done|drawn|texts|text'), all)
    )
      continue;
    authentic ||= says;
    rank ||= has(tokens, ranks, all);
    if (says || speaksOfLanguage) for (const name of named) found.add(name);
    if (says || speaksOfLanguage || even || !place) place = { sentence, at: wordsAbout(sentence, sure ?? even, named) };
  }
  return { place, languages: [...found], authentic, equalValidity, rank, done };
}

const tongue = /(?:ish|ese|ian|ean|ic|an)$/;

/** "in the English and Samparan languages", "in Brennish, Lornish and English": a list after "in" that says so, or that holds a known language. */
function listedLanguages(tokens: Sentence['tokens']): string[] {
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (tokens[i]!.word !== 'in') continue;
    let to = i + 1;
    const names: string[] = [];
    while (
      to < tokens.length &&
      /^(?:the|,|and|both)$/.test(tokens[to]!.word) === !(tokens[to]!.capital && tokens[to]!.kind === 'word')
    ) {
      if (tokens[to]!.capital) names.push(tokens[to]!.word);
      to++;
    }
    if (names.length < 2 || !names.every((name) => tongue.test(name) || languages.has(name))) continue;
    if (names.some((name) => languages.has(name)) || /^languages?$/.test(tokens[to]?.word ?? '')) return names;
  }
  return [];
}

/** The narrowest run that holds the languages and the word of authenticity; the first words of "Done at …" where there are neither. */
function wordsAbout(
  sentence: Sentence,
  at: { from: number; to: number } | null,
  named: readonly string[],
): { from: number; to: number } {
  const { tokens } = sentence;
  let from = at ? at.from : tokens.length;
  let to = at ? at.to : 0;
  tokens.forEach((token, i) => {
    if (!token.capital || !named.includes(token.word)) return;
    from = Math.min(from, i);
    to = Math.max(to, i + 1);
  });
  return to > from ? { from, to } : { from: 0, to: Math.min(tokens.length, 12) };
}

const reserving = wordsOf('reservation|reservations');
const declaring = wordsOf('declaration|declarations|understandings|statements');
const allowing = wordsOf(
  'permitted|permissible|permit|admissible|admitted|allowed|make|made|makes|formulate|formulated|enter|entered|attach|attached|append|subject|possible|accepted',
);
const limiting = wordsOf('except|other|exception|excluding|unless|only|save|incompatible|compatible|solely|exclusively|apart');

/** Reads the rule on reservations. Rights reserved, nature reserves and signature without reservation as to ratification are none. */
export function readReservations(sentences: readonly Sentence[]): Reservations {
  let best: Reservations = { state: 'none', place: null };
  for (const sentence of sentences) {
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      const { word } = tokens[i]!;
      const isReservation = reserving.words.has(word);
      const isDeclaration =
        declaring.words.has(word) &&
        tokens.some(
          (token) =>
            token.word === 'permitted' ||
            token.word === 'admissible' ||
            token.word === 'interpretative' ||
            token.word === 'interpretive' ||
            token.word === 'limits',
        );
      if (!isReservation && !isDeclaration) continue;
      const near = { from: Math.max(0, i - 10), to: Math.min(tokens.length, i + 16) };
      if (
        has(tokens, wordsOf('ratification|acceptance'), { from: i + 1, to: i + 5 }) &&
        /^(?:without|of|under|with)$/.test(tokens[i - 1]?.word ?? '')
      )
        continue;
      const ofRule = has(tokens, allowing, near) || /^(?:no|any)$/.test(tokens[i - 1]?.word ?? '');
      if (!ofRule) continue;
      const place = { sentence, at: { from: i, to: i + 1 } };
      const negated = has(tokens, wordsOf('no|not|none|neither|nor|excluded|prohibited|inadmissible|never'), near);
      const limited = has(tokens, limiting, { from: 0, to: tokens.length });
      const state: Reservations['state'] = negated
        ? 'forbidden'
        : has(tokens, wordsOf('only|solely|exclusively'), { from: 0, to: tokens.length })
          ? 'closed'
          : limited
            ? 'guarded'
            : isReservation
              ? 'permitted'
              : 'none';
      if (state === 'none') continue;
      const order = ['none', 'permitted', 'guarded', 'closed', 'forbidden'];
      if (order.indexOf(state) > order.indexOf(best.state)) best = { state, place };
    }
  }
  return best;
}
