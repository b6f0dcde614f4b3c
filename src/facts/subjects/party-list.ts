import type { Mark } from '#base';
import { foldTerm } from '#phrases';
import type { Reading } from '../model.ts';
import { markOf, marks, type Trait } from './trait.ts';

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const counted = new Set('guarantors guarantor parties party allies signatories participants powers'.split(' '));
const forLine = /^for (?:the (?:government of )?)?(?:the )?([\p{Lu}][\p{L}' -]{2,60}?)\s*(?:[:,.]|_{2,}|\.{3,}|$)/iu;
const generic = /\b(?:part(?:y|ies)|guarantors?|government|participants?|signator(?:y|ies)|witness|depositary|states?)$/i;

/** Parties named in the opening, the signature block and by number (DRF010, decision 57). */
export const partyListTrait: Trait<Reading> = {
  name: 'party lists',
  facts: {
    partiesUnsigned: { type: 'text', doc: 'Parties of the opening for whom nobody signs, where the text has a signature block.' },
    signersUnnamed: { type: 'text', doc: 'Those who sign and are not named in the opening.' },
    statedNumber: { type: 'number', doc: 'Number of guarantors or parties that the text states; -1 where it states none.' },
    numbersDiffer: { type: 'flag', doc: 'Both numbers are known and differ.' },
    namedNumber: { type: 'number', doc: 'Number of them that it names; 0 where it names none.' },
  },
  marks: { signer: 'First signer that the opening does not name.', number: 'The stated number.' },
  read: (reading) => {
    const opening = openingNames(reading);
    const signers = signerNames(reading);
    const both = opening.length >= 2 && signers.length >= 2;
    const unsigned = both ? opening.filter((name) => !signers.some((one) => alike(one.name, name))) : [];
    const unnamed = both ? signers.filter((one) => !opening.some((name) => alike(one.name, name))) : [];
    const stated = statedNumber(reading);
    const named = stated?.class === 'guarantor' ? reading.roles.guarantors.length : opening.length;
    return {
      facts: {
        partiesUnsigned: unsigned.join(', '),
        signersUnnamed: unnamed.map((one) => one.name).join(', '),
        statedNumber: stated?.value ?? -1,
        numbersDiffer: stated !== null && named > 2 && stated.value !== named,
        namedNumber: named,
      },
      marks: marks({ signer: unnamed[0]?.mark ?? null, number: stated?.mark ?? null }),
    };
  },
};

/** Names of the opening: the parties that the words before the first article name. */
function openingNames(reading: Reading): string[] {
  const out: string[] = [];
  for (const block of reading.outline.blocks) {
    if (block.context !== 'parties') continue;
    const start = block.source[0]!;
    const end = block.source[block.text.length]!;
    for (const party of reading.roles.parties) {
      if (party.at && party.at.start >= start && party.at.end <= end && !out.includes(party.name)) out.push(party.name);
    }
  }
  return out;
}

function signerNames(reading: Reading): { name: string; mark: Mark }[] {
  const out: { name: string; mark: Mark }[] = [];
  for (const block of reading.outline.blocks) {
    if (block.context !== 'testimonium') continue;
    const found = forLine.exec(block.text);
    if (!found || generic.test(found[1]!)) continue;
    const from = found[0].indexOf(found[1]!);
    out.push({ name: found[1]!.trim(), mark: { start: block.source[from]!, end: block.source[from + found[1]!.trim().length - 1]! + 1, confidence: 'explicit' } });
  }
  return out;
}

/** "the Republic of Veldania" and "Veldania" are one: the distinctive words of one are among those of the other. */
function alike(one: string, other: string): boolean {
  const words = (name: string): string[] => foldTerm(name).split(' ').filter((word) => word.length > 3 && !/^(?:republic|kingdom|federation|federal|union|united|state|states|government|democratic|people|the)$/.test(word));
  const a = words(one);
  const b = words(other);
  if (a.length === 0 || b.length === 0) return true;
  return a.some((word) => b.some((again) => again === word || again.slice(0, 5) === word.slice(0, 5)));
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
