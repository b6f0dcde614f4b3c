import type { Mark } from '#base';
import type { Sentence } from '#phrases';
import { finalClausesOf, type Place } from '../final-clauses.ts';
import type { Reading } from '../model.ts';
import { isAnswer } from './group.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** The words of a place as a mark. */
export function markAt(place: Place | null): Mark | null {
  return place ? markOf(place.sentence, place.at) : null;
}

/** Consent, entry into force and status of the text (RAT001, RAT002, RAT004, RAT007, FIN001). */
export const consentTrait: Trait<Reading> = {
  name: 'consent',
  facts: {
    consent: {
      type: 'text',
      doc: 'How the parties consent to be bound: ratification, notes on completed procedures, definitive signature, or nothing is said.',
      values: ['ratification', 'procedures', 'signature', 'none'],
    },
    ratificationRequired: { type: 'flag', doc: 'A clause asks for ratification, acceptance or approval.' },
    timetable: { type: 'flag', doc: 'Submission, ratification or deposit has a date or a period.' },
    approvalsNamed: { type: 'flag', doc: 'A list or clause names the approval each party needs.' },
    entry: {
      type: 'text',
      doc: 'What entry into force waits for; none where there is no such clause.',
      values: ['signature', 'ratification', 'procedures', 'date', 'other', 'none'],
    },
    entryClause: { type: 'flag', doc: 'A clause on entry into force exists.' },
    entryAll: { type: 'flag', doc: 'Every listed State must have ratified first.' },
    entryAggressor: { type: 'flag', doc: "The aggressor's ratification is needed." },
    entryThreshold: { type: 'flag', doc: 'A number or majority of ratifications suffices.' },
    entryLow: { type: 'flag', doc: 'The number is so low that no guarantor with forces need be among the first.' },
    entryLater: { type: 'flag', doc: 'A rule for States that consent later.' },
    provisional: { type: 'flag', doc: 'The text, or part of it, applies provisionally.' },
    multilateral: { type: 'flag', doc: 'More than two parties.' },
    deniesForce: {
      type: 'text',
      doc: 'The text says that it does not bind: all of it, a part, or not at all.',
      values: ['all', 'part', 'none'],
    },
    bindingElsewhere: { type: 'flag', doc: 'Outside the part that does not bind, core duties of force 7 or more stand.' },
    emptied: { type: 'number', doc: 'Core duties that the denial of legal force empties.' },
    claimsBinding: { type: 'flag', doc: 'The text says that it is binding.' },
    claimsForce: {
      type: 'flag',
      doc: 'The text claims to bind ("legally binding"), or its title calls it a treaty or agreement.',
    },
  },
  marks: {
    consentWords: 'The words that ask for consent.',
    entryWords: 'The clause on entry into force.',
    allWords: 'The words that require every State.',
    thresholdWords: 'The number or majority.',
    aggressorWords: "The aggressor's consent.",
    denialWords: 'The words that deny legal force.',
    finals: 'The beginning of the final clauses, or the title.',
  },
  read: (reading) => {
    const finals = finalClausesOf(reading);
    const { consent, entry, status } = finals;
    const title = reading.outline.title?.text.toLowerCase() ?? '';
    const core = reading.duties.filter(
      (duty) => isAnswer(duty) && duty.proposition.polarity !== 'permission' && duty.proposition.force >= 7,
    );
    const inside = core.filter((duty) => status.partOnly && isWithin(duty.proposition.sentence, status.part, status.denial));
    const bare = entry.threshold !== null && entry.thresholdCount > 0 && !entry.thresholdNamed;
    return {
      facts: {
        consent: consent.mode,
        ratificationRequired: consent.required || entry.on === 'ratification',
        timetable: consent.timetable !== null,
        approvalsNamed: consent.approvals !== null,
        entry: entry.on,
        entryClause: entry.place !== null,
        entryAll: entry.all !== null,
        entryAggressor: entry.aggressor !== null && reading.roles.aggressors.length > 0,
        entryThreshold: entry.threshold !== null,
        entryLow: bare && (entry.thresholdCount === 1 || (entry.thresholdCount === 2 && finals.parties >= 5)),
        entryLater: entry.later !== null,
        provisional: entry.provisional !== null,
        multilateral: finals.multilateral,
        deniesForce: status.denial === null ? 'none' : status.partOnly ? 'part' : 'all',
        bindingElsewhere: status.partOnly && core.length > inside.length && inside.length === 0,
        emptied: status.partOnly ? inside.length : core.length,
        claimsBinding: status.claim !== null,
        claimsForce: status.claim !== null || /\b(?:treaty|agreement|convention|pact|protocol)\b/.test(title),
      },
      marks: marks({
        consentWords: markAt(consent.place ?? entry.place),
        entryWords: markAt(entry.place),
        allWords: markAt(entry.all),
        thresholdWords: markAt(entry.threshold),
        aggressorWords: markAt(entry.aggressor),
        denialWords: markAt(status.denial),
        finals: finalsMark(reading, finals.where),
      }),
    };
  },
};

/** Keeping, registration, languages and reservations (FIN002 to FIN005). */
export const keepingTrait: Trait<Reading> = {
  name: 'keeping',
  facts: {
    depositary: {
      type: 'text',
      doc: 'Who keeps the text: named, only spoken of, or nobody.',
      values: ['named', 'spoken-of', 'none'],
    },
    registration: {
      type: 'text',
      doc: 'Registration under Article 102 of the Charter.',
      values: ['provided', 'refused', 'none'],
    },
    reservations: {
      type: 'text',
      doc: 'The rule on reservations.',
      values: ['forbidden', 'closed', 'guarded', 'permitted', 'none'],
    },
    languages: { type: 'number', doc: 'Languages of the texts that are named.' },
    authentic: { type: 'flag', doc: 'The texts are called authentic or authoritative.' },
    equalValidity: { type: 'flag', doc: 'The texts have "equal validity", the form of a memorandum.' },
    oneTextPrevails: { type: 'flag', doc: 'One text prevails.' },
    doneAt: { type: 'flag', doc: 'A closing formula gives date or place of signature.' },
    partiesNamed: { type: 'number', doc: 'Parties that are surely States or have a role; 0 when unknown.' },
  },
  marks: {
    depositaryWords: 'The words about a depositary.',
    textWords: 'The words about the texts, or the closing formula.',
    validityWords: '"equal validity".',
    reservationWords: 'The words about reservations.',
    archiveWords: 'The words about registration or keeping.',
  },
  read: (reading) => {
    const finals = finalClausesOf(reading);
    const { texts } = finals;
    return {
      facts: {
        depositary: finals.depositary.state,
        registration: finals.registration.state,
        reservations: finals.reservations.state,
        languages: texts.languages.length,
        authentic: texts.authentic,
        equalValidity: texts.equalValidity !== null,
        oneTextPrevails: texts.rank,
        doneAt: texts.done,
        partiesNamed: finals.parties,
      },
      marks: marks({
        depositaryWords: markAt(finals.depositary.place),
        textWords: markAt(texts.place),
        validityWords: markAt(texts.equalValidity),
        reservationWords: markAt(finals.reservations.place),
        archiveWords: markAt(finals.registration.place),
      }),
    };
  },
};

/** The sentence stands in the part that the words name ("annex c"), or in the same annex as the denial. */
function isWithin(sentence: Sentence, part: string, denial: Place | null): boolean {
  const wanted = part.toLowerCase();
  for (let clause: Sentence['clause'] | null = sentence.clause; clause; clause = clause.parent) {
    if (clause.key !== null && `${clause.kind} ${clause.key}`.toLowerCase() === wanted) return true;
    if (
      !wanted.includes(' ') &&
      clause.kind !== 'document' &&
      denial?.sentence.clause &&
      topOf(denial.sentence.clause) === clause
    )
      return true;
  }
  return false;
}

function topOf(clause: Sentence['clause']): Sentence['clause'] {
  let top = clause;
  while (top.parent && top.parent.kind !== 'document') top = top.parent;
  return top;
}

/** Where an absence of final clauses is shown: the title, or the first words of the final clauses where there is no title. */
function finalsMark(reading: Reading, where: Sentence | null): Mark | null {
  const title = reading.outline.title;
  const sentence =
    (title ? reading.phrases.sentences.find((one) => one.block === title) : undefined) ?? where ?? reading.phrases.sentences[0];
  return sentence ? markOf(sentence, { from: 0, to: Math.min(sentence.tokens.length, 24) }) : null;
}
