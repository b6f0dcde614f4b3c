import type { Sentence } from '#phrases';
import {
  beside,
  cells,
  changed,
  headers,
  homeSentences,
  once,
  respell,
  respelled,
  sentencesDoing,
  swapped,
  without,
} from './make-operators.ts';
import { dropped, lineOf, replaced, sentencesWith } from './places.ts';
import type { Draft, Mutation, Operator } from './types.ts';

/** Operators on the layers of the guarantee: monitoring, measures, presence, command, money, default. */
export const layerOperators: readonly Operator[] = [
  once('no-monitoring', 'nobody watches', ['MON001', 'MON002', 'MON005'], (draft) => {
    const gone = sentencesDoing(draft, ['monitor', 'verify', 'warn', 'attribute', 'determine', 'publish'], /./).flatMap((each) =>
      homeSentences(draft, each).filter(({ context }) => context !== 'final-clause'),
    );
    // A body that definitions still name would be read as one that watches elsewhere.
    const bodies = [...draft.reading.roles.organs.values()].filter((name) =>
      gone.some(
        (each) =>
          each.tokens.some(({ word }) => /^(?:established|instituted)$/.test(word)) && wordsOf(draft, each).includes(name),
      ),
    );
    const naming = draft.reading.phrases.sentences.filter(
      (each) => each.context === 'definition' && bodies.some((name) => wordsOf(draft, each).includes(name)),
    );
    return dropped(draft, [...gone, ...naming]);
  }),
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
  once('no-substitute-finding', 'silence of the finder stops all', ['TRG003', 'MON004', 'TIM006'], (draft) =>
    // Where the notice itself starts the clock nothing waits for a finding, and its silence stops nothing.
    draft.reading.phrases.definitions.some(({ meaningText }) => /\bmoment\b[^.]*\breceives?\b/.test(meaningText))
      ? null
      : dropped(
          draft,
          sentencesWith(draft, /\b(?:has the effect of a|stands in its place|is conclusive|takes the effect)\b/, /\bmeans\b/),
        ),
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
  once(
    'relief-at-signature',
    'relief is final, and nothing that was eased comes back',
    ['ENF003'],
    (draft, { aggressor, instrument }) => {
      const back = sentencesWith(draft, /\b(?:suspended|eased)\b[^.]*\bapply again\b|\bapplies again\b|\bThey apply again\b/);
      const [first, ...rest] = back;
      if (!first || aggressor === null) return null;
      return [
        replaced(
          first,
          `All economic sanctions against ${aggressor} are terminated upon the entry into force of this ${instrument}.`,
        ),
        ...dropped(draft, rest),
      ];
    },
  ),
  once(
    'no-release-rule',
    'nobody says until when assets are held or who releases them',
    ['ENF004'],
    (draft, { aggressor, guarantors }) => {
      const found = sentencesWith(draft, /\b(?:immobilised|frozen|sequestered|blocked)\b/, /\bcredits\b/).filter(
        ({ context }) => context === 'operative',
      )[0];
      if (!found || aggressor === null) return null;
      const rest = homeSentences(draft, found).filter(
        (each) => each !== found && /\b(?:release|proceeds|income|fruits)/i.test(wordsOf(draft, each)),
      );
      return [
        replaced(found, `The immobilised assets of ${aggressor} stay at the disposal of the ${guarantors}.`),
        ...dropped(draft, rest),
      ];
    },
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
  once('no-presence', 'no forces stand in the country', ['PRS001', 'PKG001', 'SCP007'], (draft) => {
    const force = forceName(draft);
    const gone = sentencesWith(draft, /\bstation(?:ed)?\b/).flatMap((each) =>
      sentencesDoing(draft, ['station'], /\bstation(?:ed)?\b/).includes(each) ? homeSentences(draft, each) : [],
    );
    if (gone.length === 0) return null;
    // Reinforcements with an hour are forces that will stand there, which is enough for PRS001.
    const sent = draft.reading.duties.some(
      ({ core, proposition }) => core && proposition.action === 'deploy-forces' && !gone.includes(proposition.sentence),
    );
    if (sent) return null;
    const naming = force === null ? [] : sentencesWith(draft, new RegExp(`\\b${force}\\b`));
    return [
      ...dropped(draft, [...new Set([...gone, ...naming])]),
      ...headers(draft, /^(?:Stationed|Standing Force|Standing Corps|Garrison|Contingent|Personnel)\b.*/, 'Kept at home'),
    ];
  }),
  once('unquantified-presence', 'the force has neither number nor place', ['PRS002', 'OBL007'], (draft) => [
    ...respell(draft, /\b(?:station|not fewer than|Corps|Force|Garrison)\b/, [
      [
        /,?\s*(?:of|which (?:is hereby established and )?has|which shall number|and has)?\s*not fewer than [\d,]+ (?:personnel|persons|officers and men)/g,
        '',
      ],
      [/,? at the place and in the (?:number|strength) (?:shown|set down) for it in (?:Annex|Table) [\w.]+,?/g, ''],
      [/, at the garrisons shown against its name, the numbers set down in the Schedule/g, ' a contingent'],
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
  once('self-defence-only', 'the force may fight only for itself', ['PRS004'], (draft) => {
    const may = sentencesWith(draft, /\b(?:authorised|empowered|intercept|(?:may|shall) (?:fire|engage))\b/);
    const [first, ...rest] = may;
    const force = forceName(draft);
    if (!first || force === null) return null;
    const rules = sentencesWith(draft, /\brules of engagement\b/);
    return [
      replaced(first, `The ${force} may use its weapons only in self-defence of its personnel.`),
      ...dropped(
        draft,
        [...new Set([...rest, ...rules])].filter((each) => each !== first),
      ),
    ];
  }),
  without(
    'no-command',
    'nobody commands',
    ['PRS005'],
    /\b(?:operational control|commander|headquarters|commanded|under the command)\b/i,
  ),
  once(
    'unlisted-enablers',
    'the means behind the force are named and nowhere listed',
    ['PRS006', 'OBL007'],
    (draft, { guarantor }) => {
      const found = sentencesWith(draft, /\b(?:on call|at call)\b/)[0];
      return found === undefined
        ? null
        : [
            replaced(found, `Each ${guarantor} shall provide strategic enablers and logistic support as required.`),
            ...headers(draft, /^.*\b(?:[Oo]n call|[Aa]t call)\b.*/, 'Remarks'),
          ];
    },
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
    // "the Party attacked" of a mutual treaty is nobody whose forces could be limited beforehand.
    ({ beneficiary }) =>
      / attacked$/.test(beneficiary) ? null : `The armed forces of ${beneficiary} shall not exceed 600,000 personnel.`,
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
  once('dropped-guarantor', 'a guarantor leaves the table of tasks', ['DRF010', 'PKG003', 'PKG005', 'ENF006'], dropGuarantor),
  once('annex-missing', 'the annex with the tasks goes', ['PKG005', 'DRF002', 'PKG003'], ({ text, reading }) => {
    const first = reading.outline.clauses.find(({ kind, blocks }) => kind === 'annex' && blocks.length > 0);
    if (!first) return null;
    return [{ start: text.lastIndexOf('\n', first.span.start - 1) + 1, end: first.span.end, text: '' }];
  }),
];

/** The force that stands in the country, as the draft calls it. */
function forceName({ reading, text }: Draft): string | null {
  const names = [...reading.roles.organs.values()].filter((name) => /\b(?:force|corps|garrison)$/i.test(name));
  // The longest name that the draft writes: "Shield Force" before "Force".
  const written = names.filter((name) => text.includes(name)).sort((a, b) => b.length - a.length);
  return written[0] ?? null;
}

function wordsOf({ text }: Draft, { span }: Sentence): string {
  return text.slice(span.start, span.end).replace(/\s+/g, ' ');
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
