import { finalClausesOf } from '#facts';
import { beside, changed, once, respell, swapped, without } from './make-operators.ts';
import { added, dropped, replaced, sentencesWith } from './places.ts';
import type { Operator } from './types.ts';

const TIMETABLE = /,? (?:within (?:\d+|thirty) days after signature,?|(?:and )?not later than \d+ \w+ \d{4})/g;

/** Operators on the final clauses, which the facts room reads with their places. */
export const finalOperators: readonly Operator[] = [
  once('signature-only', 'ratification becomes signature', ['RAT002', 'RAT001', 'FIN001'], (draft, { instrument }) => {
    const { entry } = finalClausesOf(draft.reading);
    if (!entry.place) return null;
    const entrySentence = entry.place.sentence;
    const others = sentencesWith(
      draft,
      /\b(?:ratif\w+|instruments?|deposit\w*|provisional\w*)\b/i,
      /\b(?:legislation|laws|another instrument|other instrument)\b/,
    ).filter((each) => each.context === 'final-clause' && each !== entrySentence);
    const early = respell(draft, /\bbefore it deposits\b/i, [
      [/\bbefore it deposits its (?:instrument|ratification)/gi, 'before signature'],
    ]);
    return [replaced(entrySentence, `This ${instrument} enters into force on signature.`), ...dropped(draft, others), ...early];
  }),
  once(
    'entry-at-ceasefire',
    'entry into force waits for an event',
    ['FIN001', 'TIM007', 'BUD008', 'RAT002'],
    ({ reading }, { instrument }) => {
      const { entry } = finalClausesOf(reading);
      return (
        entry.place && [
          replaced(
            entry.place.sentence,
            `This ${instrument} enters into force on the day on which a general ceasefire takes effect.`,
          ),
        ]
      );
    },
  ),
  once(
    'aggressor-ratifies',
    'entry into force needs the aggressor',
    ['FIN001', 'TIM007', 'BUD005'],
    ({ reading }, { instrument, aggressor }) => {
      const { entry } = finalClausesOf(reading);
      return aggressor === null || !entry.place
        ? null
        : [
            replaced(
              entry.place.sentence,
              `This ${instrument} enters into force when all signatories and ${aggressor} have deposited their instruments of ratification.`,
            ),
          ];
    },
  ),
  once(
    'start-when-conditions-permit',
    'cover waits for an event that nobody declares',
    ['TIM007', 'FIN001'],
    (draft, { guarantors }) => {
      const { entry } = finalClausesOf(draft.reading);
      return (
        entry.place && [
          added(entry.place.sentence, `The duties of the ${guarantors} begin once conditions on the ground permit.`),
          ...dropped(
            draft,
            sentencesWith(draft, /\bprovisional(?:ly)?\b/).filter((each) => each !== entry.place!.sentence),
          ),
        ]
      );
    },
  ),
  // A list of the approvals is a timetable of its own kind (RAT004 *Fires* b): it goes with the dates.
  once('no-timetable', 'nobody must ratify by a date, and nobody is named whose approval counts', ['RAT004'], (draft) => {
    const submitting = sentencesWith(draft, /\b(?:submit|lay)\b[^.]*\b(?:signature|approval|body|parliament)\b/i);
    const dates = sentencesWith(draft, /\bdeposit(?:ed)?\b/, /\b(?:cease|withdraw|release) /)
      .filter((each) => !submitting.includes(each))
      .flatMap((each) => changed(draft, each, [[TIMETABLE, '']]));
    return submitting.length === 0 ? dates : [...dropped(draft, submitting), ...dates];
  }),
  without(
    'no-standing-law',
    'no law at home',
    ['RAT005'],
    /\b(?:legislation|laws? (?:that|needful|required)|place[d]? in force the laws|the laws that|internal law|own laws|in force the laws|keep (?:it|both|them) in force)\b/i,
  ),
  beside(
    'non-binding',
    'the text says that it does not bind',
    ['RAT007', 'BUD001', 'DRF009'],
    ({ instrument }) => `This ${instrument} is an expression of political intent and is not legally binding.`,
  ),
  once('guarantee-to-assurance', 'guarantees become assurances', ['BUD001', 'OBL001'], (draft) => {
    const title = draft.reading.outline.title;
    const words = title && /\bguarantee\b/i.exec(title.text);
    return [
      ...respell(draft, /\bguarantees?\b/, [[/\bguarantees?\b(?! of)/g, 'gives assurances of']]),
      ...(words ? [{ start: title.source[words.index]!, end: title.source[words.index + 9]!, text: 'Security Assurances' }] : []),
    ];
  }),
  once('five-years', 'a short term that ends by itself', ['DUR001'], ({ reading }, { instrument }) => {
    const { duration } = finalClausesOf(reading).exits;
    return duration.place && [replaced(duration.place.sentence, `This ${instrument} remains in force for five years.`)];
  }),
  once('until-peace', 'the term ends at a political event', ['DUR001'], ({ reading }, { instrument }) => {
    const { duration } = finalClausesOf(reading).exits;
    return (
      duration.place && [
        replaced(duration.place.sentence, `This ${instrument} remains in force until the conclusion of a peace agreement.`),
      ]
    );
  }),
  once('easy-exit', 'a guarantor leaves on thirty days', ['DUR002'], ({ reading }, { instrument, guarantor }) => {
    const exit = finalClausesOf(reading).exits.exits.find(({ kind, joint }) => kind !== 'suspend' && !joint);
    return exit
      ? [replaced(exit.place.sentence, `A ${guarantor} may denounce this ${instrument} at any time by thirty days' notice.`)]
      : null;
  }),
  once('no-crisis-lock', 'a guarantor may leave during an attack', ['DUR004', 'DUR002'], (draft) =>
    dropped(
      draft,
      sentencesWith(draft, /\b(?:notice|denunciation)\b[^.]*\b(?:no effect|shall have effect|has effect)\b|\bNo denunciation\b/),
    ),
  ),
  once('suspension', 'a guarantor may suspend', ['DUR002', 'DUR004', 'TRG001'], (draft, { instrument, guarantor }) => {
    const exit = finalClausesOf(draft.reading).exits.exits[0];
    if (!exit) return null;
    const closed = sentencesWith(draft, /\bNo \w+(?: \w+)? may suspend\b|\bmay the \w+ be suspended\b/).filter(
      (each) => each !== exit.place.sentence,
    );
    return [
      added(
        exit.place.sentence,
        `A ${guarantor} may suspend the operation of this ${instrument} where its vital interests so require.`,
      ),
      ...dropped(draft, closed),
    ];
  }),
  once('alliance-ban', 'no alliance for the protected State', ['DUR005', 'BUD009'], (draft, { beneficiary }) => {
    // Among allies no one is kept out of an alliance: they are in one.
    if (draft.reading.roles.mutual) return null;
    const found = sentencesWith(draft, /\b(?:accede|alliance)\b/)[0];
    return found
      ? [replaced(found, `${beneficiary[0]!.toUpperCase()}${beneficiary.slice(1)} shall not join any military alliance.`)]
      : null;
  }),
  swapped('reservations', 'reservations are open', ['FIN005'], /\breservation\b/, () => 'Reservations may be made on signature.'),
  without('no-registration', 'no registration', ['FIN003'], /\bregister\b/),
  once('no-depositary', 'nobody keeps the text', ['FIN002', 'FIN001'], (draft) => [
    ...dropped(draft, sentencesWith(draft, /\bis the Depositary\b/, /\bwhich is the Depositary\b/)),
    ...respell(draft, /\bDepositary\b|\bdeposit/i, [
      [
        / (?:with|to) (?:the )?(?:Government of [^,.]*?|Union of \w+|Depositary)(?:, (?:which is )?the Depositary,?)?(?=[ .,])/g,
        '',
      ],
      [/\bThe Depositary(?= shall register)/g, 'The Parties'],
    ]),
  ]),
  without('no-charter', 'no word on the Charter', ['FIN006'], /\b(?:Article 51|collective self-defence|Security Council)\b/),
  // One language needs no rank among texts (FIN004 *Not*).
  once('no-authentic-texts', 'nothing on languages, date and place', ['FIN004'], (draft) => {
    const { texts } = finalClausesOf(draft.reading);
    const all = draft.reading.phrases.sentences.filter(({ tokens }) =>
      tokens.some(
        ({ word }, n) =>
          word === 'authentic' ||
          word === 'languages' ||
          (word === 'done' && tokens[n + 1]?.word === 'at') ||
          (word === 'text' && tokens[n + 1]?.word === 'prevails'),
      ),
    );
    return texts.place && all.some(({ tokens }) => tokens.some(({ word }) => word === 'languages')) ? dropped(draft, all) : null;
  }),
];
