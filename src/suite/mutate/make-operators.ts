import type { Span } from '#base';
import type { Sentence } from '#phrases';
import { added, dropped, replaced, responses, sentencesWith } from './places.ts';
import type { Draft, Mutation, Operator } from './types.ts';
import { type Names, namesOf } from './words.ts';

/** An operator with at most one place in a draft. */
export function once(
  name: string,
  doc: string,
  expects: readonly string[],
  make: (draft: Draft, names: Names) => Mutation | null,
): Operator {
  return {
    name,
    doc,
    expects,
    places: (draft) => {
      const mutation = make(draft, namesOf(draft));
      return mutation === null || mutation.length === 0 ? [] : [mutation];
    },
  };
}

/** Every sentence with these words goes. */
export const without = (name: string, doc: string, expects: readonly string[], words: RegExp, not?: RegExp): Operator =>
  once(name, doc, expects, (draft) => dropped(draft, sentencesWith(draft, words, not)));

/** A sentence added behind the first response of the draft. */
export const beside = (name: string, doc: string, expects: readonly string[], words: (names: Names) => string | null): Operator =>
  once(name, doc, expects, (draft, names) => {
    const first = responses(draft.reading)[0]?.proposition.sentence;
    const text = words(names);
    if (!first || text === null) return null;
    const last = homeSentences(draft, first).at(-1)!;
    return [added(last, text)];
  });

/** The first sentence with these words replaced by another. */
export const swapped = (
  name: string,
  doc: string,
  expects: readonly string[],
  find: RegExp,
  words: (names: Names) => string | null,
  not?: RegExp,
): Operator =>
  once(name, doc, expects, (draft, names) => {
    const found = sentencesWith(draft, find, not)[0];
    const text = words(names);
    return found && text !== null ? [replaced(found, text)] : null;
  });

/** Words of the sentences that fit, replaced wherever they stand. */
export const respelled = (
  name: string,
  doc: string,
  expects: readonly string[],
  inside: RegExp,
  find: RegExp,
  words: string,
  not?: RegExp,
): Operator =>
  once(name, doc, expects, (draft) =>
    sentencesWith(draft, inside, not).flatMap(({ span }) =>
      [...draft.text.slice(span.start, span.end).matchAll(find)].map((found) => ({
        ...atMatch(span, found),
        text: words,
      })),
    ),
  );

function atMatch({ start }: Span, found: RegExpMatchArray): Span {
  return { start: start + found.index!, end: start + found.index! + found[0].length };
}

/** Sentences of the article, or of the flat paragraph, in which a sentence stands. */
export function homeSentences({ reading }: Draft, { clause }: Sentence): Sentence[] {
  let home = clause;
  while (home.parent && home.kind !== 'article' && home.kind !== 'section' && home.parent.kind !== 'document') home = home.parent;
  return reading.operative.filter(({ clause: own, block }) => {
    let at: typeof own | null = own;
    while (at && at !== home) at = at.parent;
    return at === home && block.kind !== 'cell';
  });
}

/** The whole article of the response becomes one sentence. */
export const articleInstead = (
  name: string,
  doc: string,
  expects: readonly string[],
  words: (names: Names) => string,
): Operator =>
  once(name, doc, expects, (draft, names) => {
    const first = responses(draft.reading)[0]?.proposition.sentence;
    if (!first) return null;
    const sentences = homeSentences(draft, first);
    const same = sentences.filter(({ block }) => block === first.block);
    const rest = sentences.filter(({ block }) => block !== first.block);
    // A ceasefire text need not answer with arms (OBL005): there the measures that apply by themselves go as well.
    const others =
      draft.reading.kind === 'ceasefire'
        ? sentencesWith(draft, /\bby (?:the sole )?operation of this\b/).filter((each) => !sentences.includes(each))
        : [];
    return [
      { start: same[0]!.span.start, end: same.at(-1)!.span.end, text: words(names) },
      ...dropped(draft, [...rest, ...others]),
    ];
  });

/** Headings of columns that fit, worded otherwise. */
export function headers({ reading }: Draft, find: RegExp, words: string): Mutation {
  return reading.outline.blocks
    .filter(({ kind, row, text }) => kind === 'cell' && row?.row === 0 && find.test(text))
    .map((block) => ({ start: block.source[0]!, end: block.source[block.text.length]!, text: words }));
}

/** Words of cells, replaced. */
export function cells({ reading }: Draft, find: RegExp, words: string): Mutation {
  return reading.outline.blocks.flatMap((block) => {
    const found = block.kind === 'cell' ? find.exec(block.text) : null;
    return found ? [{ start: block.source[found.index]!, end: block.source[found.index + found[0].length]!, text: words }] : [];
  });
}

/** Sentences with a clause of one of these actions whose words fit as well. */
export function sentencesDoing(draft: Draft, actions: readonly string[], words: RegExp): Sentence[] {
  const doing = new Set(
    draft.reading.propositions.filter(({ action }) => actions.includes(action)).map(({ sentence }) => sentence.id),
  );
  return sentencesWith(draft, words).filter(({ id }) => doing.has(id));
}

/** Words of the sentences that fit, replaced. */
export function respell(draft: Draft, inside: RegExp, changes: readonly (readonly [RegExp, string])[]): Mutation {
  return sentencesWith(draft, inside).flatMap((sentence) => changed(draft, sentence, changes));
}

/** Words of one sentence replaced: the first match, or every one of a global pattern. */
export function changed({ text }: Draft, { span }: Sentence, changes: readonly (readonly [RegExp, string])[]): Mutation {
  const own = text.slice(span.start, span.end);
  return changes.flatMap(([find, words]) => {
    const all = find.global ? [...own.matchAll(find)] : [find.exec(own)].filter((found) => found !== null);
    return all.map((found) => ({ ...atMatch(span, found), text: words }));
  });
}
