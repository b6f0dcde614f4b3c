import type { Span } from '#base';
import { finalClausesOf } from '#facts';
import type { Sentence } from '#phrases';
import { added, dropped, lineOf, replaced, responses, sentencesWith, spanOf } from './places.ts';
import type { Draft, Mutation, Operator } from './types.ts';
import { type Names, namesOf } from './words.ts';

/** An operator with at most one place in a draft. */
function once(
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
const without = (name: string, doc: string, expects: readonly string[], words: RegExp, not?: RegExp): Operator =>
  once(name, doc, expects, (draft) => dropped(draft, sentencesWith(draft, words, not)));

/** A sentence added behind the first response of the draft. */
const beside = (name: string, doc: string, expects: readonly string[], words: (names: Names) => string | null): Operator =>
  once(name, doc, expects, (draft, names) => {
    const first = responses(draft.reading)[0]?.proposition.sentence;
    const text = words(names);
    if (!first || text === null) return null;
    const last = homeSentences(draft, first).at(-1)!;
    return [added(last, text)];
  });

/** The first sentence with these words replaced by another. */
const swapped = (
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
const respelled = (
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
function homeSentences({ reading }: Draft, { clause }: Sentence): Sentence[] {
  let home = clause;
  while (home.parent && home.kind !== 'article' && home.kind !== 'section' && home.parent.kind !== 'document') home = home.parent;
  return reading.operative.filter(({ clause: own, block }) => {
    let at: typeof own | null = own;
    while (at && at !== home) at = at.parent;
    return at === home && block.kind !== 'cell';
  });
}

/** The whole article of the response becomes one sentence. */
const articleInstead = (name: string, doc: string, expects: readonly string[], words: (names: Names) => string): Operator =>
  once(name, doc, expects, (draft, names) => {
    const first = responses(draft.reading)[0]?.proposition.sentence;
    if (!first) return null;
    const sentences = homeSentences(draft, first);
    const rest = sentences.filter((each) => each.block !== first.block || each === first).filter((each) => each !== first);
    const same = sentences.filter((each) => each.block === first.block);
    const last = same.at(-1)!;
    return [
      { start: same[0]!.span.start, end: last.span.end, text: words(names) },
      ...dropped(
        draft,
        rest.filter((each) => each.block !== first.block),
      ),
    ];
  });

/** Operators on the trigger and on what it covers. */
const scopeOperators: readonly Operator[] = [
  once('raised-threshold', 'only a large-scale and sustained attack counts', ['SCP001'], ({ reading }, { attack }) =>
    raise(reading, attack, 'large-scale and sustained '),
  ),
  once('unprovoked', 'only an unprovoked attack counts', ['SCP001'], ({ reading }, { attack }) =>
    raise(reading, attack, 'serious and unprovoked '),
  ),
  beside(
    'carve-out',
    'occupied territory is left out',
    ['SCP006', 'SCP005'],
    ({ beneficiary, instrument }) =>
      `This ${instrument} does not apply to those parts of the territory of ${beneficiary} that are not under its control on the date of signature.`,
  ),
  beside(
    'moving-front',
    'cover ends at the line of contact',
    ['SCP006', 'SCP005'],
    () => 'This Article applies only to the territory west of the line of contact as it stands from time to time.',
  ),
  once('regular-forces-only', 'only open attack by regular forces counts', ['SCP003', 'SCP001'], (draft, { attack }) => {
    const found = definitionOf(draft, attack);
    if (!found) return null;
    const rest = homeSentences(draft, found).filter(
      (each) =>
        each !== found &&
        (WIDE.test(wordsOf(draft, each)) || each.block.lead === found.block || /\bincludes:$/.test(wordsOf(draft, each))),
    );
    return [
      replaced(found, `"${attack}" means an attack by the regular armed forces of a State across an international frontier.`),
      ...dropped(draft, rest),
    ];
  }),
  afterDefinition(
    'hybrid-excluded',
    'cyber operations and sabotage do not count',
    ['SCP003', 'SCP001'],
    (attack) => `Cyber operations, sabotage and the acts of irregular forces are not ${attack}.`,
  ),
  afterDefinition(
    'incidents-excluded',
    'small attacks do not count',
    ['SCP004', 'SCP001'],
    (attack) => `Isolated or limited incidents are not ${attack}.`,
  ),
  afterDefinition(
    'forces-excluded',
    'an attack on the forces in the country does not count',
    ['SCP007', 'SCP003', 'SCP005'],
    (attack) => `An attack on forces of another State stationed in the territory is not, by itself, ${attack}.`,
  ),
];

/** Adjectives before the trigger, in the sentences that start the response; and before the same words in its definition. */
function raise(reading: Draft['reading'], attack: string, words: string): Mutation {
  const trigger = reading.groups.find((group) => group.class === 'attack' || group.class === 'violation')?.triggers[0];
  if (!trigger) return [];
  const definition = reading.phrases.sentences.find(({ tokens }) => {
    const at = tokens.findIndex(
      ({ word }, n) => word === 'any' && tokens[n + 1]?.word === 'use' && tokens[n + 3]?.word === 'armed',
    );
    return at >= 0 && tokens.some(({ raw }) => attack.includes(raw));
  });
  if (definition) {
    const at = definition.tokens.findIndex(({ word }, n) => word === 'any' && definition.tokens[n + 1]?.word === 'use');
    return [{ start: definition.tokens[at + 1]!.start, end: definition.tokens[at + 1]!.start, text: words }];
  }
  const { start } = spanOf(trigger.sentence, trigger.noun);
  return [{ start, end: start, text: words }];
}

const WIDE = /\b(?:irregular|unmarked|proxy|cyber|sabotage|blockade|unmanned|missile|third State|together|Class)\b/;

function wordsOf({ text }: Draft, { span }: Sentence): string {
  return text.slice(span.start, span.end);
}

/** The sentence that says what the attack is. */
function definitionOf(draft: Draft, attack: string): Sentence | undefined {
  const noun = attack.split(' ').at(-1)!;
  const defines = (events: RegExp): Sentence | undefined =>
    draft.reading.phrases.sentences.find((sentence) => {
      if (/^(?:title|heading|preamble)$/.test(sentence.context)) return false;
      const words = wordsOf(draft, sentence);
      return (
        sentence.tokens.some(({ raw }) => raw === noun) &&
        /\b(?:means|signifies|is any|is an Armed|comprises)\b/.test(words) &&
        events.test(words)
      );
    });
  return defines(/\b(?:use of armed force|attack across)\b/i) ?? defines(/\bany act\b/i);
}

/** A sentence behind the paragraph that says what the attack is. */
function afterDefinition(name: string, doc: string, expects: readonly string[], words: (attack: string) => string): Operator {
  return once(name, doc, expects, (draft, { attack }) => {
    const found = definitionOf(draft, attack);
    if (!found) return null;
    const last = draft.reading.phrases.sentences.filter(({ block }) => block === found.block).at(-1)!;
    return [added(last, words(`${/^[AEIOU]/i.test(attack) ? 'an' : 'a'} ${attack}`))];
  });
}

/** Operators on the layers of the guarantee: monitoring, measures, presence, command, money, default. */
const layerOperators: readonly Operator[] = [
  once('no-monitoring', 'nobody watches', ['MON001', 'MON002', 'MON005'], (draft) =>
    dropped(
      draft,
      sentencesDoing(draft, ['monitor', 'verify', 'warn', 'attribute', 'determine', 'publish'], /./).flatMap((each) =>
        homeSentences(draft, each).filter(({ context }) => context !== 'final-clause'),
      ),
    ),
  ),
  once('no-attribution', 'nobody says who did it', ['MON002', 'MON005', 'TRG003'], (draft) =>
    respell(draft, /\b(?:name|identify|state,? [^.]*which|responsible)\b/, [
      [/,? and shall (?:name|identify) the [^.,;]*?responsible/g, ''],
      [/\bwhich State or force is responsible\b/g, 'what it has observed'],
    ]),
  ),
  once('findings-to-parties', 'findings are not published', ['MON005', 'MON002'], (draft) =>
    dropped(
      draft,
      sentencesWith(draft, /\b(?:shall publish|be published)\b/, /\b(?:name|state) (?:the|which|,)|\bshall state\b/),
    ),
  ),
  beside(
    'findings-by-consensus',
    'the aggressor sits on the body that finds',
    ['MON003', 'BUD006', 'BUD005', 'TRG003', 'TRG004'],
    ({ aggressor }) =>
      aggressor && `Every finding of fact is adopted by consensus of a joint commission in which ${aggressor} is represented.`,
  ),
  without(
    'no-substitute-finding',
    'silence of the finder stops all',
    ['TRG003', 'MON004', 'TIM006'],
    /\b(?:has the effect of a|stands in its place|is conclusive|takes the effect)\b/,
    /\bmeans\b/,
  ),
  once('snapback-may', 'automatic measures need a decision', ['ENF002', 'OBL001', 'BUD006', 'TRG004'], (draft) => {
    const found = sentencesWith(draft, /\bby (?:the sole )?operation of this\b/, /\bduty|duties\b/);
    return found.flatMap((sentence) =>
      changed(draft, sentence, [
        [/\b(?:take effect|apply again|apply|are in force)\b/, 'may, if the Parties so decide, be applied'],
        [/,? (?:and )?by (?:the sole )?operation of this \w+,?/g, ''],
      ]),
    );
  }),
  swapped(
    'sanctions-considered',
    'automatic measures become a thought',
    ['ENF002', 'OBL001', 'BUD003'],
    /\bby (?:the sole )?operation of this\b/,
    ({ guarantors, aggressor }) =>
      `The ${guarantors} will consider further economic measures against ${aggressor ?? 'the State responsible'}.`,
    /\bduties\b|\bduty\b/,
  ),
  beside(
    'relief-at-signature',
    'measures end without a way back',
    ['ENF003'],
    ({ aggressor, instrument }) =>
      aggressor && `All economic sanctions against ${aggressor} are lifted upon the entry into force of this ${instrument}.`,
  ),
  without(
    'no-release-rule',
    'nobody says who may release the assets',
    ['ENF004'],
    /\breleased?\b/i,
    /\b(?:prisoners|stocks|releases the)\b/,
  ),
  once('no-default-clause', 'nothing follows from default', ['ENF006', 'PKG003'], (draft) => [
    ...dropped(draft, sentencesWith(draft, /\bdefault\b|\bsubstitute\b/, /\bin default of a candidate\b/)),
    ...headers(draft, /^Substitute$/, 'Language'),
  ]),
  swapped(
    'dispute-suspends',
    'a dispute suspends performance',
    ['ENF005'],
    /\b(?:dispute|difference)\b[^.]*\bsuspend|\bsuspends nor\b/i,
    ({ instrument }) =>
      `Where a dispute arises about this ${instrument}, the obligations concerned are suspended until it is settled.`,
  ),
  once('no-presence', 'no forces stand in the country', ['PRS001', 'PKG001', 'SCP007'], (draft) => [
    ...dropped(
      draft,
      sentencesDoing(draft, ['station'], /\bstation(?:ed)?\b/).flatMap((each) => homeSentences(draft, each)),
    ),
    ...headers(draft, /^(?:Stationed|Standing Force|Standing Corps|Garrison|Contingent|Personnel)\b.*/, 'Kept at home'),
  ]),
  once('unquantified-presence', 'the force has no number', ['PRS002', 'OBL007'], (draft) => [
    ...respell(draft, /\bnot fewer than\b/, [
      [
        /,?\s*(?:of|which (?:is hereby established and )?has|which shall number|and has)?\s*not fewer than [\d,]+ (?:personnel|persons|officers and men)/g,
        '',
      ],
    ]),
    ...cells(draft, /^[\d,]+(?= (?:personnel|persons)\b| at |$)/, 'a contingent of'),
  ]),
  swapped(
    'removable-presence',
    'contingents leave on notice',
    ['PRS003'],
    /\b(?:leaves|quit|leave)\b[^.]*\b(?:replacement|relie)/,
    ({ guarantor }) => `A ${guarantor} may withdraw its contingent at any time by notice of thirty days.`,
  ),
  without(
    'no-engagement-authority',
    'the force may not fire',
    ['PRS004'],
    /\b(?:authorised|empowered|rules of engagement|may (?:fire|engage)|intercept|defend the)\b/,
  ),
  without(
    'no-command',
    'nobody commands',
    ['PRS005'],
    /\b(?:operational control|commander|headquarters|commanded|under the command)\b/i,
  ),
  without(
    'no-enablers',
    'no stocks and no enablers',
    ['PRS006', 'OBL007'],
    /\b(?:on call|at call|stocks|magazines|air picture|enablers)\b/,
  ),
  without(
    'no-basing',
    'no bases, transit or plans',
    ['PRS007'],
    /\b(?:basing|bases|transit|overflight|airfields?|harbours?|jurisdiction|courts of|plan (?:in|of|for)|defence plan)\b/,
  ),
  beside(
    'force-ceiling',
    'a ceiling on the protected forces',
    ['PRS008', 'BUD007', 'BUD009'],
    ({ beneficiary }) => `The armed forces of ${beneficiary} shall not exceed 600,000 personnel.`,
  ),
  beside(
    'no-force-clause',
    'nobody need use force',
    ['OBL009'],
    ({ instrument, guarantor }) => `Nothing in this ${instrument} obliges a ${guarantor} to use armed force.`,
  ),
  respelled(
    'no-amount',
    'money without a sum',
    ['OBL007', 'DUR003'],
    /\bEUR\b/,
    /(?:not less than )?EUR \d+ million/g,
    'substantial support',
  ),
  once('dropped-guarantor', 'a guarantor leaves the table of tasks', ['PKG003', 'DRF010', 'PKG005', 'ENF006'], dropGuarantor),
  once('annex-missing', 'the annex with the tasks goes', ['PKG005', 'DRF002', 'PKG003'], ({ text, reading }) => {
    const first = reading.outline.clauses.find(({ kind, blocks }) => kind === 'annex' && blocks.length > 0);
    if (!first) return null;
    return [{ start: text.lastIndexOf('\n', first.span.start - 1) + 1, end: first.span.end, text: '' }];
  }),
];

/** Headings of columns that fit, worded otherwise. */
function headers({ reading }: Draft, find: RegExp, words: string): Mutation {
  return reading.outline.blocks
    .filter(({ kind, row, text }) => kind === 'cell' && row?.row === 0 && find.test(text))
    .map((block) => ({ start: block.source[0]!, end: block.source[block.text.length]!, text: words }));
}

/** Words of cells, replaced. */
function cells({ reading }: Draft, find: RegExp, words: string): Mutation {
  return reading.outline.blocks.flatMap((block) => {
    const found = block.kind === 'cell' ? find.exec(block.text) : null;
    return found ? [{ start: block.source[found.index]!, end: block.source[found.index + found[0].length]!, text: words }] : [];
  });
}

/** Sentences with a clause of one of these actions whose words fit as well. */
function sentencesDoing(draft: Draft, actions: readonly string[], words: RegExp): Sentence[] {
  const doing = new Set(
    draft.reading.propositions.filter(({ action }) => actions.includes(action)).map(({ sentence }) => sentence.id),
  );
  return sentencesWith(draft, words).filter(({ id }) => doing.has(id));
}

function respell(draft: Draft, inside: RegExp, changes: readonly (readonly [RegExp, string])[]): Mutation {
  return sentencesWith(draft, inside).flatMap((sentence) => changed(draft, sentence, changes));
}

/** Words of one sentence replaced: the first match, or every one of a global pattern. */
function changed({ text }: Draft, { span }: Sentence, changes: readonly (readonly [RegExp, string])[]): Mutation {
  const own = text.slice(span.start, span.end);
  return changes.flatMap(([find, words]) => {
    const all = find.global ? [...own.matchAll(find)] : [find.exec(own)].filter((found) => found !== null);
    return all.map((found) => ({ ...atMatch(span, found), text: words }));
  });
}

/** The last row of each table whose first cell is a guarantor that stands in a row of every such table. */
function dropGuarantor({ text, reading }: Draft): Mutation {
  const firsts = reading.outline.blocks.filter(({ kind, row }) => kind === 'cell' && row?.column === 0 && row.row > 0);
  const known = new Set(
    reading.roles.guarantors.flatMap((name) => reading.roles.parties.find((party) => party.name === name)?.aliases ?? [name]),
  );
  const rows = firsts.filter((block) => known.has(block.text.toLowerCase()));
  const name = rows.at(-1)?.text;
  return rows.filter((block) => block.text === name).map((block) => ({ ...lineOf(text, block), text: '' }));
}

const TIMETABLE = /,? (?:within (?:\d+|thirty) days after signature,?|(?:and )?not later than \d+ \w+ \d{4})/g;

/** Operators on the final clauses, which the facts room reads with their places. */
const finalOperators: readonly Operator[] = [
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
    'no-provisional-application',
    'nothing applies before an entry without a date',
    ['TIM007', 'RAT004', 'FIN001'],
    (draft) => [
      ...dropped(draft, sentencesWith(draft, /\bprovisional(?:ly)?\b/)),
      ...respell(draft, /\b(?:submit|lay|deposit(?:ed)?)\b/, [[TIMETABLE, '']]),
    ],
  ),
  respelled(
    'no-timetable',
    'nobody must ratify by a date',
    ['RAT004'],
    /\b(?:submit|lay|deposit)\b/,
    TIMETABLE,
    '',
    /\b(?:cease|withdraw|release) /,
  ),
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
  once('no-authentic-texts', 'nothing on languages, date and place', ['FIN004'], (draft) => {
    const { texts } = finalClausesOf(draft.reading);
    return texts.place && dropped(draft, [texts.place.sentence]);
  }),
];

/** Operators that put another thing in the place of the whole response. */
const replacingOperators: readonly Operator[] = [
  articleInstead(
    'referral-instead',
    'the response becomes a referral',
    ['BUD004', 'OBL005', 'BUD003'],
    ({ guarantors, attack }) =>
      `In the event of an ${attack} the ${guarantors} shall bring the matter before the Security Council of the United Nations within 24 hours.`,
  ),
  articleInstead(
    'consultation-instead',
    'the response becomes a talk',
    ['BUD003', 'TIM005', 'OBL005'],
    ({ guarantors, attack }) => `In the event of an ${attack} the ${guarantors} shall consult within 24 hours.`,
  ),
  articleInstead(
    'regret-instead',
    'the attack is only deplored',
    ['TRG002', 'BUD002', 'OBL005', 'BUD003'],
    ({ guarantors, attack }) => `The ${guarantors} would regard an ${attack} as a matter of grave concern.`,
  ),
];

/** Every operator on the text beyond single duties. */
export const textOperators: readonly Operator[] = [
  ...replacingOperators,
  ...scopeOperators,
  ...layerOperators,
  ...finalOperators,
];
