import type { Span } from '#base';
import type { Sentence } from '#phrases';
import { type Consent, readConsent } from './finals/consent.ts';
import { type Entry, readEntry } from './finals/entry.ts';
import { type Exits, readExits } from './finals/exits.ts';
import { readStatus, type Status } from './finals/status.ts';
import {
  type Depositary,
  type Registration,
  type Reservations,
  readDepositary,
  readRegistration,
  readReservations,
  readTexts,
  type Texts,
} from './finals/texts.ts';
import { find, type Place, patterns } from './finals/words.ts';
import { lazily } from './lazily.ts';
import type { Reading } from './model.ts';
import { stateAliases } from './names.ts';

export type { Consent } from './finals/consent.ts';
export type { Entry } from './finals/entry.ts';
export { type Duration, type Exit, type Exits, monthsOf } from './finals/exits.ts';
export type { Place } from './finals/words.ts';

/** The final clauses of a draft (catalogue A.1, `doc.finals`): what the text says of itself as an instrument. */
export interface FinalClauses {
  readonly consent: Consent;
  readonly entry: Entry;
  readonly depositary: Depositary;
  readonly registration: Registration;
  readonly texts: Texts;
  readonly reservations: Reservations;
  /** Whether the text, or a part of it, says that it does not bind, or that it does. */
  readonly status: Status;
  /** Withdrawal with notice, closed period and crisis lock; duration and renewal. */
  readonly exits: Exits;
  /** First sentence on amendments; null without. */
  readonly amendment: Place | null;
  /** More than two parties are named, or the words speak of several ("all Signatories", "each of the Guarantors"). */
  readonly multilateral: boolean;
  /** Parties named; 0 when unknown. */
  readonly parties: number;
  /** Heading or sentence of the final clauses where an absence is best shown; null without final clauses. */
  readonly where: Sentence | null;
}

const known = new WeakMap<Reading, FinalClauses>();

/**
 * The final clauses of a reading: read when first asked, then kept. One walk over the sentences for each topic; linear in the text.
 * Recitals, headings, notes, quotations and code are not read; annexes are, so that a clause in an annex of the same text counts.
 */
export function finalClausesOf(reading: Reading): FinalClauses {
  const before = known.get(reading);
  if (before) return before;
  const read = readAll(reading);
  known.set(reading, read);
  return read;
}

const several = patterns(`
  all|both? the? signatories|guarantors|participants
  each signatory|guarantor|participant
  each|any|none of the signatories|guarantors|guaranteeing|participants
  states parties
  the signatories
`);
const two = patterns(`
  either party|side|participant|government
  both parties|sides|participants|governments
  the two parties|governments|states|sides
`);
const amending = patterns(`
  amendment|amendments to this|the|it
  amended|revised only|by|at|in|with
  amend this|the
`);

function readAll(reading: Reading): FinalClauses {
  const { operative, roles, phrases } = reading;
  const lists: Sentence[] = [];
  const ends: Sentence[] = [];
  const main: Sentence[] = [];
  const annexed: Sentence[] = [];
  for (const sentence of operative) (sentence.context === 'annex-operative' ? annexed : main).push(sentence);
  for (const sentence of phrases.sentences) {
    if (sentence.context === 'testimonium') ends.push(sentence);
    else if (sentence.context === 'heading' || sentence.block.kind === 'heading' || sentence.context === 'table')
      lists.push(sentence);
  }
  const read = [...main, ...annexed];
  const closing = [...main, ...ends, ...annexed];
  const finals: FinalClauses = lazily<FinalClauses>({
    consent: () => readConsent(read, [...lists, ...read]),
    entry: () => readEntry(read, roles),
    depositary: () => readDepositary(closing, new Set(phrases.definitions.map((definition) => definition.key))),
    registration: () => readRegistration(closing),
    texts: () => readTexts(closing),
    reservations: () => readReservations(read),
    status: () => readStatus(read),
    exits: () => readExits(read),
    amendment: () => firstAmendment(read),
    multilateral: () => isMultilateral(read, finals.parties),
    parties: () => countParties(reading),
    where: () => main.find((sentence) => sentence.context === 'final-clause') ?? ends[0] ?? null,
  });
  return finals;
}

function firstAmendment(read: readonly Sentence[]): Place | null {
  for (const sentence of read) {
    const at = find(sentence.tokens, amending);
    if (at) return { sentence, at };
  }
  return null;
}

function isMultilateral(read: readonly Sentence[], parties: number): boolean {
  if (parties > 3) return true;
  if (read.some(({ tokens }) => find(tokens, two) !== null)) return false;
  return parties > 2 || (parties < 2 && read.some(({ tokens }) => find(tokens, several) !== null));
}

const forms = /^(?:republic|kingdom|federation|commonwealth|principality|duchy|confederation|union|federal|united|grand|state)$/;
const participles = /(?:ing|ed)$/;

/** Parties that are surely States or have a role: a title or a recital gives other capitalised words too. */
function countParties(reading: Reading): number {
  const { roles, frontMatter, phrases } = reading;
  const told = frontMatter.parties ?? [];
  if (told.length > 0)
    return told.filter(
      (party) =>
        party.roles.length === 0 ||
        party.roles.some((role) => role !== 'aggressor' && role !== 'mediator' && role !== 'organisation'),
    ).length;
  let count = 0;
  for (const party of roles.parties) {
    if (party.roles.length > 0) {
      if (party.roles.some((role) => role === 'guarantor' || role === 'beneficiary')) count++;
      continue;
    }
    if (stateAliases.some((names) => names[0] === party.name)) count++;
    else if (party.at && !party.name.split(' ').every((word) => participles.test(word)) && formed(phrases.sentences, party.at))
      count++;
  }
  return count;
}

/** The name is written with the form of a State ("Kingdom of Brenn") in the opening. */
function formed(sentences: readonly Sentence[], at: Span): boolean {
  for (const sentence of sentences) {
    if (sentence.span.end < at.start) continue;
    if (sentence.span.start > at.end) return false;
    if (sentence.context !== 'parties' && sentence.context !== 'title') return false;
    return sentence.tokens.some((token) => token.start >= at.start && token.end <= at.end && forms.test(token.word));
  }
  return false;
}
