import type { Span } from '#base';
import type { Reading } from '#facts';
import type { Draft } from './types.ts';

/** What a draft calls those whom an operator has to name. */
export interface Names {
  /** `Guarantor`, `Guaranteeing Power`, `Party`. */
  readonly guarantor: string;
  readonly guarantors: string;
  /** With its article: `the Beneficiary`, `Palatia`. */
  readonly beneficiary: string;
  /** With its article; null where the draft names none. */
  readonly aggressor: string | null;
  /** `Treaty`. */
  readonly instrument: string;
  /** `Armed Attack`. */
  readonly attack: string;
  /** With its article: `the Council`. */
  readonly council: string;
}

const INSTRUMENT = /\bthis (Treaty|Pact|Protocol|Agreement|Convention|Compact|Charter|Memorandum|Accord)\b/;
const FORM =
  /^(?:Republic|Kingdom|Federation|Commonwealth|Union|Federal|Reich|Dominion|Grand|Confederation|Principality|State)\b/;

/** Reads the names from the reading; where a draft has none, the plain word of a treaty. */
export function namesOf({ text, reading }: Draft): Names {
  const guarantor = guarantorWord(reading);
  return {
    guarantor,
    guarantors: plural(guarantor),
    beneficiary: reading.roles.mutual
      ? `the ${guarantor} attacked`
      : reading.terms.has('beneficiary')
        ? 'the Beneficiary'
        : (partyName(text, reading, 'beneficiary') ?? 'the beneficiary'),
    aggressor: partyName(text, reading, 'aggressor'),
    instrument: INSTRUMENT.exec(text)?.[1] ?? 'Treaty',
    attack: attackWord(reading),
    council: councilName(reading),
  };
}

function guarantorWord(reading: Reading): string {
  // "each Side" of a ceasefire owes too; the word wanted is the one for those who guarantee.
  const duties = reading.duties.filter(({ core }) => core);
  const own = duties.filter(({ proposition }) => proposition.actor.who === 'guarantor');
  for (const { proposition } of own.length > 0 ? own : duties) {
    if (proposition.actor.mode !== 'each' && proposition.actor.mode !== 'individual') continue;
    const words = proposition.sentence.tokens.slice(proposition.subject.from, proposition.subject.to);
    const capitals = words.filter(({ word, capital }) => capital && word !== 'each' && word !== 'a');
    if (capitals.length > 0 && capitals.length < 3) return capitals.map(({ raw }) => raw).join(' ');
  }
  return 'Guarantor';
}

function plural(word: string): string {
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function partyName(text: string, { roles }: Reading, role: 'beneficiary' | 'aggressor'): string | null {
  const party = roles.parties.find((each) => each.roles.includes(role));
  if (!party) return null;
  // Where only the front matter names a party, the text is searched for the name.
  const found = new RegExp(`(?:[A-Z]\\w+ of )?\\b${party.name.replace(/[^\w ]/g, '.')}\\b`, 'i').exec(
    text.replace(/^---[\s\S]*?\n---\n/, ''),
  );
  const written = (party.at ? text.slice(party.at.start, party.at.end) : (found?.[0] ?? '')).replace(/\s+/g, ' ');
  if (written === '') return null;
  // A title in capitals is no way to name a State in a sentence.
  if (written === written.toUpperCase())
    return written
      .toLowerCase()
      .replace(/(?:^|\s)(?!of\b)\w/g, (letter) => letter.toUpperCase())
      .replace(/^(?=Republic|Kingdom|Federation|Commonwealth|Union|Grand|Reich|Dominion)/, 'the ');
  return FORM.test(written) ? `the ${written}` : written;
}

function attackWord({ groups }: Reading): string {
  const trigger = groups.find((group) => group.class === 'attack' || group.class === 'violation')?.triggers[0];
  if (!trigger) return 'armed attack';
  return trigger.sentence.tokens
    .slice(trigger.noun.from, trigger.noun.to)
    .map(({ raw }) => raw)
    .join(' ');
}

function councilName({ roles }: Reading): string {
  const names = [...roles.organs.values()];
  const name = names.find((each) => /council|board|committee|commission/i.test(each));
  return name === undefined ? 'the Council' : `the ${name.replace(/^the /i, '')}`;
}

/** A span moved over the white space before it, so that a deletion leaves no gap. */
export function withSpace(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && /[ \t]/.test(text[from - 1]!)) from--;
  return { start: from, end };
}
