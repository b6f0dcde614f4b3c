import type { Span } from '#base';
import type { Block } from '#clauses';
import type { Duty, Proposition, Reading } from '#facts';
import type { Range, Sentence } from '#phrases';
import type { Draft, Edit, Mutation } from './types.ts';
import { withSpace } from './words.ts';

/** The words of a sentence as a span of the draft. */
export function spanOf({ tokens }: Sentence, { from, to }: Range): Span {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

/** The word "shall" of a duty, its own or its lead-in's; null where the duty is worded otherwise. */
export function shallOf({ modal, sentence }: Proposition): Span | null {
  const first = modal && sentence.tokens[modal.from];
  return first && first.word === 'shall' ? { start: first.start, end: first.end } : null;
}

/** The duties that a guarantee is made of, worded with "shall", in the order of the text. */
export function coreDuties({ duties }: Reading): Duty[] {
  return duties.filter(
    ({ core, proposition }) =>
      core && proposition.polarity === 'positive' && proposition.force >= 6 && shallOf(proposition) !== null,
  );
}

/** The core duties that answer the trigger with arms; where they are only tasks shown elsewhere, the duties to perform them. */
export function responses(reading: Reading): Duty[] {
  const all = reading.duties.filter(
    ({ group, proposition }) =>
      group !== null &&
      group.class !== 'situation' &&
      proposition.actor.who !== 'organ' &&
      proposition.polarity === 'positive' &&
      proposition.force >= 6 &&
      shallOf(proposition) !== null,
  );
  // Forces that stand in the country are a presence, and training them is no answer to the attack.
  const military = all.filter(
    ({ core, proposition }) =>
      core &&
      proposition.actionClass.startsWith('military') &&
      proposition.action !== 'station' &&
      proposition.action !== 'train',
  );
  return military.length > 0
    ? military
    : all.filter(({ proposition }) => proposition.actionClass === 'generic' || proposition.action === 'other');
}

/** Words put behind the "shall" of a duty, between commas. */
export function afterShall({ text }: Draft, duty: Duty, words: string): Mutation {
  const { end } = shallOf(duty.proposition)!;
  // A comma that stands there already closes the inserted words; a colon of a list needs none.
  const closing = text[end] === ',' || text[end] === ':' ? '' : ',';
  return [{ start: end, end, text: `, ${words}${closing}` }];
}

/** A whole sentence replaced. */
export function replaced({ span }: Sentence, text: string): Edit {
  return { ...span, text };
}

/** Words added behind a sentence. */
export function added({ span }: Sentence, text: string): Edit {
  return { start: span.end, end: span.end, text: ` ${text}` };
}

/** Sentences of the operative parts whose words fit, in the order of the text. */
export function sentencesWith({ text, reading }: Draft, words: RegExp, not?: RegExp): Sentence[] {
  return reading.operative.filter((sentence) => {
    const own = text.slice(sentence.span.start, sentence.span.end).replace(/\s+/g, ' ');
    return words.test(own) && !not?.test(own);
  });
}

/**
 * Sentences taken out; a paragraph of which nothing remains goes with its number. Where several sentences go, they go together: one fact
 * often stands in more than one.
 */
export function dropped(draft: Draft, sentences: readonly Sentence[]): Mutation {
  if (sentences.length === 0) return [];
  const gone = new Set(sentences.map(({ id }) => id));
  const byBlock = new Map<Block, { all: Sentence[]; gone: Sentence[] }>();
  for (const sentence of draft.reading.phrases.sentences) {
    const entry = byBlock.get(sentence.block) ?? { all: [], gone: [] };
    entry.all.push(sentence);
    if (gone.has(sentence.id)) entry.gone.push(sentence);
    byBlock.set(sentence.block, entry);
  }
  const edits: Edit[] = [];
  for (const [block, entry] of byBlock) {
    if (entry.gone.length === 0) continue;
    if (entry.gone.length === entry.all.length && block.kind !== 'cell') edits.push({ ...lineOf(draft.text, block), text: '' });
    else for (const { span } of entry.gone) edits.push({ ...withSpace(draft.text, span), text: '' });
  }
  return edits;
}

/** The lines on which a block stands, with the number before it. */
export function lineOf(text: string, block: Block): Span {
  const start = text.lastIndexOf('\n', block.source[0]! - 1) + 1;
  const end = text.indexOf('\n', block.source[block.text.length]! - 1);
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** The text with a mutation carried out. */
export function apply(text: string, mutation: Mutation): string {
  let out = '';
  let from = 0;
  for (const { start, end, text: words } of [...mutation].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    out += text.slice(from, start) + words;
    from = end;
  }
  return out + text.slice(from);
}
