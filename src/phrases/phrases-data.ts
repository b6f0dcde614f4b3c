import { said } from './said.ts';
import type { Phrases, Range, Sentence } from './types.ts';

/** Sentences and terms as plain data, each with the place and words it was read from (`inspect --after phrases --format json`). */
export function phrasesData(phrases: Phrases) {
  return {
    sentences: phrases.sentences.map((sentence) => ({
      clause: sentence.clause.label === '' ? null : sentence.clause.label,
      context: sentence.context,
      text: said(sentence, { from: sentence.own, to: sentence.tokens.length }),
      lead: said(sentence, { from: 0, to: sentence.own }),
      span: sentence.span,
      modals: sentence.modals.map(({ force, kind, negated, ...at }) => ({ ...placed(sentence, at), force, kind, negated })),
      times: sentence.times.map(({ kind, value, unit, hours, date, clock, outer, ceiling, ...at }) => ({
        ...placed(sentence, at),
        kind,
        value,
        unit,
        hours,
        date,
        clock,
        outer,
        ceiling,
      })),
      references: sentence.references.map(({ unit, path, last, target, of, ...at }) => ({
        ...placed(sentence, at),
        unit,
        path,
        last,
        target,
        of,
      })),
      lexicon: sentence.hits.map(({ lexicon, entry, tag, ...at }) => ({ ...placed(sentence, at), lexicon, entry, tag })),
    })),
    definitions: phrases.definitions.map(({ term, form, meaningText, at }) => ({ term, form, meaning: meaningText, span: at })),
  };
}

/** Words and offsets of a token range. */
function placed(sentence: Sentence, { from, to }: Range) {
  const first = sentence.tokens[from];
  const last = sentence.tokens[to - 1];
  return { quote: said(sentence, { from, to }), start: first?.start ?? sentence.span.start, end: last?.end ?? sentence.span.end };
}
