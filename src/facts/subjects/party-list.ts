import type { Mark, Span } from '#base';
import { foldTerm } from '#phrases';
import type { Reading } from '../model.ts';
import { namesIn } from '../roles.ts';
import { findWord, wordSet } from '../scan.ts';
import { markOf, marks, type Trait } from './trait.ts';

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const counted = new Set('guarantors guarantor parties party allies signatories participants powers'.split(' '));
const forLine = /^for (?:the (?:government of )?)?(?:the )?([\p{Lu}][\p{L}' -]{2,60}?)(?:[:,.]|_{2,}|\.{3,}|$)/iu;
const generic = /\b(?:part(?:y|ies)|guarantors?|government|participants?|signator(?:y|ies)|witness|depositary|states?)$/i;

/** Parties named in the opening, the signature block and by number (DRF010, decision 57). */
export const partyListTrait: Trait<Reading> = {
  name: 'party lists',
  facts: {
    partiesUnsigned: { type: 'text', doc: 'Parties of the opening for whom nobody signs, where the text has a signature block.' },
    namesUnnamed: {
      type: 'text',
      doc: 'The one State that the title or a table of guarantors names and the opening does not; empty where none.',
    },
    signersUnnamed: { type: 'text', doc: 'Those who sign and are not named in the opening.' },
    statedNumber: { type: 'number', doc: 'Number of guarantors or parties that the text states; -1 where it states none.' },
    numbersDiffer: { type: 'flag', doc: 'Both numbers are known and differ.' },
    namedNumber: { type: 'number', doc: 'Number of them that it names; 0 where it names none.' },
  },
  marks: {
    signer: 'First signer that the opening does not name.',
    stranger: 'The name in the title or in the table.',
    number: 'The stated number.',
  },
  read: (reading) => {
    const { words, names: opening } = openingNames(reading);
    const signers = signerNames(reading);
    const both = opening.length >= 2 && signers.length >= 2;
    const unsigned = both ? opening.filter((name) => !signers.some((one) => alike(one.name, name))) : [];
    const unnamed = both ? signers.filter((one) => !distinctive(one.name).some((word) => words.includes(word))) : [];
    // One name too many or too few is a slip; more is a block that was read wrong.
    const slip = unsigned.length <= 1 && unnamed.length <= 1 && opening.length > unsigned.length;
    const stated = statedNumber(reading);
    const stranger = opening.length >= 2 ? (titleStranger(reading, words) ?? rowStranger(reading, words)) : null;
    const named = stated?.class === 'guarantor' ? reading.roles.guarantors.length : opening.length;
    return {
      facts: {
        partiesUnsigned: slip ? unsigned.join(', ') : '',
        signersUnnamed: slip ? unnamed.map((one) => one.name).join(', ') : '',
        namesUnnamed: stranger?.name ?? '',
        statedNumber: stated?.value ?? -1,
        numbersDiffer: stated !== null && named > 2 && stated.value !== named,
        namedNumber: named,
      },
      marks: marks({ signer: unnamed[0]?.mark ?? null, stranger: stranger?.mark ?? null, number: stated?.mark ?? null }),
    };
  },
};

const agreeing = /\b(?:have|has) (?:agreed|decided|resolved)\b|\b(?:agree|agrees) (?:that|as follows)\b/;

interface Stranger {
  readonly name: string;
  readonly mark: Mark;
}

/** "Agreement between Brenn, Sund and Lorn" over an opening that names two of them: the one State that only the title names. */
function titleStranger(reading: Reading, words: string): Stranger | null {
  const title = reading.phrases.sentences.find(({ context }) => context === 'title');
  if (!title) return null;
  const at = findWord(title.tokens, { from: title.own, to: title.tokens.length }, betweenWords);
  if (at < 0) return null;
  let to = at + 1;
  while (to < title.tokens.length && !endOfList.has(title.tokens[to]!.word)) to++;
  const names = namesIn(title.tokens.slice(at + 1, to));
  return names.length >= 2 ? onlyStranger(names, words) : null;
}

/** A table whose rows are guarantors or parties: the one State in it that the opening does not name. */
function rowStranger(reading: Reading, words: string): Stranger | null {
  const names = new Map<string, { name: string; at: Span }>();
  for (const { block, tokens, context } of reading.phrases.sentences) {
    if (block.kind !== 'cell' || !block.row || context === 'heading' || !partyColumn.test(block.row.header.trim())) continue;
    const [name] = namesIn(tokens);
    if (name) names.set(name.name, name);
  }
  return names.size >= 2 ? onlyStranger([...names.values()], words) : null;
}

const betweenWords = wordSet('between among amongst');
const endOfList = wordSet('on concerning regarding for about relating to in');
const partyColumn = /^(?:guarantor|guarantor state|guaranteeing state|party|parties)s?$/i;

/** The one name of a list whose distinctive words the opening does not have: more than one is a list that was read wrong. */
function onlyStranger(names: readonly { readonly name: string; readonly at: Span }[], words: string): Stranger | null {
  const strangers = names.filter(({ name }) => {
    const own = distinctive(name);
    return own.length > 0 && !own.some((word) => words.includes(word));
  });
  const [first] = strangers;
  return first && strangers.length === 1 ? { name: first.name, mark: { ...first.at, confidence: 'explicit' } } : null;
}

/** Words of the opening, and the parties named in them. */
function openingNames(reading: Reading): { readonly words: string; readonly names: string[] } {
  const own = reading.outline.blocks.filter((block) => block.context === 'parties');
  // "Brenn and Lorn have agreed that …": an opening that goes straight on to what is agreed.
  const first = reading.outline.blocks.find(({ kind, context }) => kind === 'paragraph' && context !== 'title');
  const opening = own.length === 0 && first && agreeing.test(first.text) ? [first] : own;
  const words = opening.map((block) => block.text.toLowerCase()).join(' ');
  const names = reading.roles.parties
    .filter((party) => [party.name, ...party.aliases].some((name) => name.length > 3 && words.includes(name.toLowerCase())))
    .map((party) => party.name);
  return { words, names };
}

function signerNames(reading: Reading): { name: string; mark: Mark }[] {
  const out: { name: string; mark: Mark }[] = [];
  for (const block of reading.outline.blocks) {
    if (block.context !== 'testimonium') continue;
    const found = forLine.exec(block.text);
    if (!found || generic.test(found[1]!)) continue;
    const from = found[0].indexOf(found[1]!);
    out.push({
      name: found[1]!.trim(),
      mark: { start: block.source[from]!, end: block.source[from + found[1]!.trim().length - 1]! + 1, confidence: 'explicit' },
    });
  }
  return out;
}

/** "the Republic of Veldania" and "Veldania" are one: the distinctive words of one are among those of the other. */
function alike(one: string, other: string): boolean {
  const a = distinctive(one);
  const b = distinctive(other);
  if (a.length === 0 || b.length === 0) return true;
  return a.some((word) => b.some((again) => again === word || again.slice(0, 5) === word.slice(0, 5)));
}

/** The words of a name that tell it from others. */
function distinctive(name: string): string[] {
  return foldTerm(name)
    .split(' ')
    .filter(
      (word) =>
        word.length > 3 &&
        !/^(?:republic|kingdom|federation|federal|union|united|state|states|government|democratic|people|the)$/.test(word),
    );
}

/** "the four Guarantors", "the 32 allies": once, the first. */
function statedNumber(reading: Reading): { value: number; class: 'guarantor' | 'party'; mark: Mark } | null {
  for (const sentence of reading.phrases.sentences) {
    if (sentence.context === 'quotation' || sentence.block.kind === 'footnote') continue;
    const { tokens } = sentence;
    for (let i = Math.max(1, sentence.own); i + 1 < tokens.length; i++) {
      if (tokens[i - 1]!.word !== 'the' && tokens[i - 1]!.word !== 'all') continue;
      const value = tokens[i]!.kind === 'number' ? Number(tokens[i]!.word) : numbers.indexOf(tokens[i]!.word);
      if (!Number.isInteger(value) || value < 3 || !counted.has(tokens[i + 1]!.word) || !tokens[i + 1]!.capital) continue;
      const mark = markOf(sentence, { from: i - 1, to: i + 2 });
      if (mark) return { value, class: tokens[i + 1]!.word.startsWith('guarantor') ? 'guarantor' : 'party', mark };
    }
  }
  return null;
}
