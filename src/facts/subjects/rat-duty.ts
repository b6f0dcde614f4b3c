import type { Hit, Range, Token } from '#phrases';
import { find, has, patterns, together, wordsOf } from '../finals/words.ts';
import type { Duty, Reading } from '../model.ts';
import { markOf, marks, type Trait } from './trait.ts';

const openers = patterns(`
  in accordance|conformity|compliance|line|keeping with
  consistent|consistently|consonant|compatible|conformably with
  according|pursuant|subject to
  conditional on|upon
  within the limits|framework|provisions|bounds|confines|scope of
  within the limits set by
  to the extent permitted|allowed by|under
  as|insofar|far as? permitted|allowed|authorised|authorized|required|provided by|under
  having due? regard to
  with due regard to|for
  taking into account
  taking due? account of
  respecting|observing
  under its|their|our|national|domestic
  permitted|allowed by|under
  available within|under
  as its|their|his|our|national|domestic
  as|insofar|inasmuch|far as the|its|their|our|national|domestic
`);
const lawHeads = wordsOf('law|laws|legislation|constitution|constitutions|statutes|statute');
const legalNouns = wordsOf(
  'processes|process|requirements|requirement|procedures|procedure|provisions|provision|framework|frameworks|order|authorities|authority|system|systems|arrangements|rules|limits|limitations|constraints|norms|approval|consent|authorisation|authorization|mandate|mandates|practice|traditions',
);
const legalAdjectives = wordsOf(
  'constitutional|legal|domestic|national|internal|parliamentary|congressional|legislative|statutory',
);
const hardWords = wordsOf(
  'constitutional|constitution|constitutions|national|domestic|internal|parliamentary|parliament|congressional|congress|senate|legislature|respective|own|its|their|our|legislative|municipal',
);
const foreign = wordsOf(
  'international|humanitarian|war|armed|sea|maritime|charter|treaty|agreement|resolution|resolutions|host|receiving|territorial|beneficiary|union|conflict|nations|this|present|customary|annex|article|articles',
);

/**
 * Finds the words by which a party's own law governs a range: a hit of L8, or an opener ("consonant with", "within the provisions of") with a
 * law or a legal process as its object. International law, the law of the host and this instrument are no such law (RAT003 *Not*).
 */
export function domesticLawIn(
  tokens: readonly Token[],
  hits: readonly Hit[],
  range: Range,
): { at: Range; strength: 'hard' | 'soft' } | null {
  let best: { at: Range; strength: 'hard' | 'soft' } | null = null;
  for (const hit of hits) {
    if (hit.lexicon !== 'L8' || hit.from < range.from || hit.to > range.to || tokens[hit.from]?.word === 'without') continue;
    const beyond = { from: hit.from, to: Math.min(tokens.length, hit.to + 3) };
    const owned = { from: hit.to, to: Math.min(tokens.length, hit.to + 6) };
    if (has(tokens, wordsOf('receiving|host|territorial'), owned)) continue;
    if (has(tokens, wordsOf('international|beneficiary|host|receiving'), beyond)) continue;
    const soft = hit.tag === 'applicable' && !has(tokens, wordsOf('constitutional|national|domestic|internal|respective'), hit);
    if (!best) best = { at: { from: hit.from, to: hit.to }, strength: soft ? 'soft' : 'hard' };
  }
  if (best) return best;
  for (let from = range.from; from < range.to; ) {
    const open = find(tokens, openers, from, range.to);
    if (!open) return null;
    from = open.from + 1;
    const head = headAfter(tokens, open.to, range.to);
    if (head < 0) continue;
    const words = { from: open.from, to: head + 1 };
    const object = { from: open.to, to: Math.min(tokens.length, head + 4) };
    const barred = has(tokens, foreign, object) && !has(tokens, wordsOf('constitution'), words);
    const owned = { from: head + 1, to: Math.min(tokens.length, head + 7) };
    if (barred || has(tokens, wordsOf('receiving|host'), owned)) continue;
    return { at: words, strength: has(tokens, hardWords, { from: open.to, to: head + 1 }) ? 'hard' : 'soft' };
  }
  return null;
}

/** Index of the law or legal process that is the opener's object; -1 where the object is something else. */
function headAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + 16); i++) {
    const { word, kind } = tokens[i]!;
    if (kind === 'mark' && word !== ',') return -1;
    if (word === ',' || word === 'shall' || word === 'will' || word === 'to' || word === 'for') return -1;
    if (lawHeads.words.has(word)) return i;
    if (legalNouns.words.has(word) && has(tokens, legalAdjectives, { from: Math.max(from, i - 4), to: i })) return i;
    if (
      /^(?:policy|policies)$/.test(word) &&
      has(tokens, wordsOf('national|own|established|its|their|our|respective|domestic'), { from: Math.max(from, i - 3), to: i })
    )
      return i;
    if (
      /^(?:parliament|parliaments|congress|senate|legislature)$/.test(word) &&
      has(tokens, wordsOf('approval|consent|authorisation|authorization|vote'), { from, to: i })
    )
      return i;
  }
  return -1;
}

const performing = wordsOf('perform|implement|carry|fulfil|fulfill|execute|apply|discharge|effect');
const performed = wordsOf(
  'performance|implementation|execution|fulfilment|application|obligations|obligation|commitments|commitment|undertakings|provisions|assistance|support|measures|response|deployment|dispatch|employment|participation|contribution',
);
const persons = patterns(`
  present|current|incumbent|his|her|their|our|this administration|administrations
  present|current|incumbent government|governments|cabinet|president|presidents|leadership
  during|throughout his|her|their|the|this|our term|terms|tenure|presidency|mandate|administration|administrations
  remains|remain|is|are in office
  holds|hold office
  personally
`);
const laterPersons = together(persons.list.slice(2));
const minds = patterns(`
  president|presidents|minister|ministers|chancellor|premier|leaders intend|intends|personally|promise|promises
`);

/** Domestic law before performance, and promises of persons instead of States (RAT002, RAT003; decision 53). */
export const ratificationDutyTrait: Trait<Duty> = {
  name: 'ratification',
  facts: {
    domesticLaw: {
      type: 'text',
      doc: 'A party\'s own law or procedure governs the duty: hard ("national law", "constitutional processes"), soft ("applicable law", own policies), or none.',
      values: ['hard', 'soft', 'none'],
    },
    performs: { type: 'flag', doc: 'The clause speaks of carrying out the text, its provisions or the help as such.' },
    personal: { type: 'flag', doc: 'The duty is worded as one of the persons or the administration in office.' },
  },
  marks: { lawWords: 'The words of domestic law.', personWords: 'The person or administration in office.' },
  read: (duty) => {
    const { proposition } = duty;
    const { sentence, subject, verbAt, complement, actor } = proposition;
    const { tokens } = sentence;
    const skip =
      proposition.polarity === 'prohibition' ||
      proposition.polarity === 'exemption' ||
      proposition.actionClass === 'law' ||
      proposition.actionClass === 'exit' ||
      proposition.relative ||
      actor.who === 'beneficiary' ||
      actor.who === 'aggressor' ||
      actor.who === 'third-body' ||
      actor.who === 'outside';
    const law = skip ? null : domesticLawIn(tokens, sentence.hits, proposition.at);
    const attached = law && !describes(tokens, verbAt.to, law.at.from) ? law : null;
    const performs =
      proposition.action === 'perform' ||
      (performing.words.has(proposition.verb) &&
        has(tokens, wordsOf('treaty|agreement|provisions|obligations|commitments|undertakings|articles|it|out'), complement)) ||
      has(tokens, performed, subject) ||
      // "would act to meet the common danger": the answer as such
      (proposition.actionClass === 'generic' && has(tokens, wordsOf('danger|peril|attack|aggression'), complement));
    const who = skip ? null : find(tokens, persons, proposition.at.from, subject.to > subject.from ? subject.to : verbAt.from);
    const when = skip ? null : find(tokens, laterPersons, verbAt.to, proposition.at.to);
    const minded = skip ? null : find(tokens, minds, proposition.at.from, Math.min(tokens.length, verbAt.to + 1));
    const person = who ?? when ?? minded;
    return {
      facts: { domesticLaw: attached?.strength ?? 'none', performs, personal: person !== null },
      marks: marks({
        lawWords: markOf(sentence, attached?.at, proposition.confidence),
        personWords: markOf(sentence, person, proposition.confidence),
      }),
    };
  },
};

/** A relative pronoun stands between the verb and the words: they describe something else (0.6). */
function describes(tokens: readonly Token[], verb: number, at: number): boolean {
  for (let i = at - 1; i > verb && i > at - 12; i--) {
    if (tokens[i]!.kind === 'mark') return false;
    if (tokens[i]!.word === 'which' || tokens[i]!.word === 'who') return true;
  }
  return false;
}

const formulas = patterns(`
  as follows
  the following
  on the following
`);

/** Domestic law in the enacting formula hangs over every duty of the text (decision 51). */
export const formulaTrait: Trait<Reading> = {
  name: 'formula',
  facts: { formulaLaw: { type: 'flag', doc: 'The enacting formula makes the whole text depend on domestic law.' } },
  marks: { formulaWords: 'The words of domestic law in the enacting formula.' },
  read: (reading) => {
    for (const sentence of reading.phrases.sentences) {
      if (sentence.context !== 'preamble' && sentence.context !== 'parties') continue;
      const { tokens } = sentence;
      if (!find(tokens, formulas, Math.max(0, tokens.length - 8))) continue;
      const law = domesticLawIn(tokens, sentence.hits, { from: 0, to: tokens.length });
      if (law) return { facts: { formulaLaw: true }, marks: marks({ formulaWords: markOf(sentence, law.at) }) };
    }
    return { facts: { formulaLaw: false } };
  },
};
