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
import { dropped, lineOf, sentencesWith } from './places.ts';
import type { Draft, Mutation, Operator } from './types.ts';

/** Operators on the layers of the guarantee: monitoring, measures, presence, command, money, default. */
export const layerOperators: readonly Operator[] = [
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
  once('dropped-guarantor', 'a guarantor leaves the table of tasks', ['DRF010', 'PKG003', 'PKG005', 'ENF006'], dropGuarantor),
  once('annex-missing', 'the annex with the tasks goes', ['PKG005', 'DRF002', 'PKG003'], ({ text, reading }) => {
    const first = reading.outline.clauses.find(({ kind, blocks }) => kind === 'annex' && blocks.length > 0);
    if (!first) return null;
    return [{ start: text.lastIndexOf('\n', first.span.start - 1) + 1, end: first.span.end, text: '' }];
  }),
];

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
