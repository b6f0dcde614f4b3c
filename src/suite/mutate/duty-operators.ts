import type { Duty } from '#facts';
import { afterShall, coreDuties, dropped, responses, sentencesWith, shallOf, spanOf } from './places.ts';
import type { Draft, Edit, Mutation, Operator } from './types.ts';
import { type Names, namesOf, withSpace } from './words.ts';

type OfDuty = (draft: Draft, duty: Duty, names: Names) => Mutation | null;

/** An operator on every duty of a list. */
function each(name: string, doc: string, expects: readonly string[], list: (draft: Draft) => Duty[], make: OfDuty): Operator {
  return {
    name,
    doc,
    expects,
    places: (draft) => {
      const names = namesOf(draft);
      return list(draft).flatMap((duty) => {
        const mutation = make(draft, duty, names);
        return mutation === null ? [] : [mutation];
      });
    },
  };
}

/** What the guarantors themselves owe. */
export const core = ({ reading }: Draft): Duty[] =>
  coreDuties(reading).filter(({ proposition }) => proposition.actor.who !== 'organ');
/** What the force, the monitors and other bodies owe. */
const organ = ({ reading }: Draft): Duty[] => coreDuties(reading).filter(({ proposition }) => proposition.actor.who === 'organ');
const response = ({ reading }: Draft): Duty[] => responses(reading);
/** Responses with a period of their own: one that stands in their sentence, and is not lent by another. */
const timed = (draft: Draft): Duty[] =>
  response(draft).filter(({ deadline, proposition: { sentence } }) => {
    const { time } = deadline;
    return deadline.kind === 'hard' && time?.unit === 'hour' && time.from >= sentence.own && sentence.times.includes(time);
  });

/** "shall" worded otherwise. */
export const reworded = (name: string, words: string, expects: readonly string[]): Operator =>
  each(name, `“shall” becomes “${words}”`, expects, core, (_, { proposition }) => [{ ...shallOf(proposition)!, text: words }]);

/** Words between "shall" and its verb. */
export const inserted = (
  name: string,
  doc: string,
  expects: readonly string[],
  words: (names: Names) => string | null,
  list: (draft: Draft) => Duty[] = response,
): Operator =>
  each(name, doc, expects, list, (draft, duty, names) => {
    const text = words(names);
    return text === null ? null : afterShall(draft, duty, text);
  });

/** Words between every "shall" of a group's responses and its verb: one response left firm would be a floor (decision 62). */
export const insertedInAll = (
  name: string,
  doc: string,
  expects: readonly string[],
  words: (names: Names) => string | null,
): Operator => ({
  name,
  doc,
  expects,
  places: (draft) => {
    const text = words(namesOf(draft));
    if (text === null) return [];
    const byGroup = new Map<Duty['group'], Map<number, Edit>>();
    for (const duty of response(draft))
      for (const edit of afterShall(draft, duty, text)) {
        const edits = byGroup.get(duty.group) ?? new Map<number, Edit>();
        byGroup.set(duty.group, edits.set(edit.start, edit));
      }
    return [...byGroup.values()].map((edits) => [...edits.values()]);
  },
});

/** The period of a response worded otherwise; null leaves the place out. */
export const period = (
  name: string,
  doc: string,
  expects: readonly string[],
  words: (own: string, clock: string) => string | null,
): Operator =>
  each(name, doc, expects, timed, (draft, { deadline, proposition: { sentence, verbAt } }) => {
    const time = deadline.time!;
    // A period never reaches over the verb that it bounds.
    const to = verbAt.from > time.from && verbAt.from < time.to ? verbAt.from : time.to;
    const span = spanOf(sentence, { from: time.from, to });
    const own = draft.text.slice(span.start, span.end);
    const clock = time.clockAt ? spanOf(sentence, time.clockAt) : null;
    const text = words(own, clock === null ? '' : draft.text.slice(clock.start, clock.end));
    if (text === null) return null;
    // A deleted period takes one of the commas around it along.
    // "forthwith, and in any case within ten hours," goes with its "and".
    const and = text === '' ? (/,? and $/.exec(draft.text.slice(Math.max(0, span.start - 6), span.start))?.[0].length ?? 0) : 0;
    const gap = text === '' ? withSpace(draft.text, { start: span.start - and, end: span.end }) : span;
    const comma = text === '' && draft.text[gap.end] === ',' ? 1 : 0;
    return [{ start: gap.start, end: gap.end + comma, text }, ...inHeaders(draft, own, text)];
  });

/** Every clock of the responses set to another event, in their columns too: one duty on the old clock would still be in time. */
function clocksMoved(draft: Draft, event: string): Mutation[] {
  const edits = new Map<number, Edit>();
  for (const duty of timed(draft)) {
    const { time } = duty.deadline;
    const { sentence } = duty.proposition;
    if (!time?.clockAt) continue;
    const clock = spanOf(sentence, time.clockAt);
    edits.set(clock.start, { ...clock, text: event });
    const own = draft.text.slice(spanOf(sentence, time).start, clock.start);
    for (const edit of inHeaders(draft, own, `${own.trim()} ${event}`)) edits.set(edit.start, edit);
  }
  return edits.size > 0 ? [[...edits.values()]] : [];
}

/** The same period in the heads of columns: a table that still shows the hour would leave the duty as strong as it was. */
function inHeaders({ reading, text }: Draft, own: string, words: string): Edit[] {
  const hours = /(\d+|[a-z]+(?:-[a-z]+)?)\s+hours?\b/.exec(own)?.[1];
  if (hours === undefined) return [];
  const find = new RegExp(`,? ?(?:\\w+ )?\\b${hours} hours?\\b.*$`);
  return reading.outline.blocks.flatMap((block) => {
    const found = block.kind === 'cell' && block.row?.row === 0 ? find.exec(block.text) : null;
    if (!found) return [];
    const start = block.source[found.index]!;
    const end = block.source[block.text.length]!;
    return text.slice(start, end) === '' ? [] : [{ start, end, text: words === '' ? '' : `, ${words}` }];
  });
}

/** What follows "shall" in every response of a group, replaced: the action itself, so that no floor is left beside it. */
const instead = (name: string, doc: string, expects: readonly string[], words: (names: Names) => string): Operator => ({
  name,
  doc,
  expects,
  places: (draft) => {
    const text = words(namesOf(draft));
    const byGroup = new Map<Duty['group'], Edit[]>();
    for (const { group, proposition } of response(draft)) {
      const { sentence, verbAt, at } = proposition;
      if (verbAt.from < sentence.own) continue;
      const span = spanOf(sentence, { from: verbAt.from, to: at.to });
      const closing = /[.;,]$/.exec(draft.text.slice(span.start, span.end))?.[0] ?? '';
      // "It shall begin its task in the annex within …": the next sentence would still name what is owed.
      const tasks = sentencesWith(draft, /\b(?:It|They) shall (?:begin|complete)\b[^.]*\btasks?\b/).filter(
        ({ block }) => block === sentence.block,
      );
      const edits = [{ ...span, text: text + closing }, ...dropped(draft, tasks)];
      byGroup.set(group, [...(byGroup.get(group) ?? []), ...edits]);
    }
    return [...byGroup.values()];
  },
});

/** A number of hours in a period. */
export const HOURS = /(\d+|\w+)(\s+)hours?\b/;

/** Operators on what a guarantor owes: modality, action, time and the gates before the response. */
export const dutyOperators: readonly Operator[] = [
  reworded('shall-to-may', 'may', ['OBL001', 'OBL005', 'OBL004']),
  reworded('shall-to-would', 'would', ['OBL001']),
  reworded('shall-to-should', 'should', ['OBL001']),
  reworded('shall-to-intends', 'intends to', ['OBL001']),
  reworded('shall-to-endeavour', 'will endeavour to', ['OBL001', 'OBL002']),
  reworded('shall-to-prepared', 'is prepared to', ['OBL001']),
  each(
    'organ-may',
    'what a body of the text shall do it may do',
    ['OBL001', 'PRS004', 'MON001', 'MON002', 'MON005'],
    organ,
    (_, { proposition }) => [{ ...shallOf(proposition)!, text: 'may' }],
  ),
  inserted('as-appropriate', '“as appropriate” beside the verb', ['OBL002', 'TRG001'], () => 'as appropriate'),
  inserted(
    'where-possible',
    '“to the extent possible” beside the verb',
    ['OBL002', 'TIM004'],
    () => 'to the extent possible',
    core,
  ),
  insertedInAll(
    'as-it-deems-necessary',
    'each guarantor judges what is needed',
    ['TRG001', 'OBL002'],
    () => 'as it deems necessary',
  ),
  inserted(
    'national-law',
    'national law decides about the response',
    ['RAT003', 'OBL002'],
    () => 'in accordance with its national law',
  ),
  inserted(
    'constitutional-processes',
    'constitutional processes decide about the response',
    ['RAT003', 'OBL002'],
    () => 'in accordance with its constitutional processes',
  ),
  inserted(
    'subject-to-funds',
    'a core duty depends on appropriations',
    ['DUR003', 'OBL002'],
    () => 'subject to the availability of appropriated funds',
    core,
  ),
  {
    name: 'consultation-first',
    doc: 'consultation before action, and the hours run from it',
    expects: ['TIM006', 'TIM003', 'TRG004', 'TIM005', 'TIM001'],
    // All responses at once, and only where their own clock is moved: while the hours run from the attack, talk holds nothing up.
    places: (draft) => {
      const { guarantors } = namesOf(draft);
      const edits = new Map<number, Edit>();
      for (const duty of timed(draft)) {
        const { sentence } = duty.proposition;
        const { clockAt } = duty.deadline.time!;
        if (!clockAt) continue;
        const clock = spanOf(sentence, clockAt);
        for (const edit of afterShall(draft, duty, `after consultations among the ${guarantors}`)) edits.set(edit.start, edit);
        edits.set(clock.start, { ...clock, text: 'the end of those consultations' });
      }
      return edits.size > 0 ? [[...edits.values()]] : [];
    },
  },
  // A gate before one duty of several leaves the others on the event alone (decision 11): it is put before them all.
  insertedInAll(
    'unanimity',
    'all must agree to act',
    ['BUD006', 'TRG004'],
    ({ guarantors }) => `if all the ${guarantors} so agree`,
  ),
  insertedInAll(
    'consensus',
    'a body decides by consensus',
    ['BUD006', 'TRG004'],
    ({ council }) => `following a decision of ${council} taken by consensus`,
  ),
  insertedInAll(
    'council-decision',
    'a body decides first',
    ['TRG004', 'BUD006'],
    ({ council }) => `once ${council} has so decided`,
  ),
  insertedInAll(
    'aggressor-consent',
    'the aggressor must agree',
    ['BUD005', 'BUD006', 'TRG004'],
    ({ aggressor }) => aggressor && `with the consent of ${aggressor}`,
  ),
  insertedInAll(
    'security-council-first',
    'the Security Council must authorise',
    ['TRG004', 'BUD004', 'BUD005', 'BUD006'],
    () => 'once authorised by the Security Council of the United Nations',
  ),
  inserted(
    'forfeiture',
    'help hangs on other conduct',
    ['TRG006'],
    ({ beneficiary, instrument }) =>
      `provided that ${beneficiary} has complied with all its obligations under this ${instrument}`,
  ),
  insertedInAll(
    'separate-agreement',
    'a further agreement is needed',
    ['OBL008', 'TRG004', 'BUD006'],
    ({ guarantors }) => `on terms to be agreed among the ${guarantors}`,
  ),
  period('delete-deadline', 'the period goes', ['TIM001', 'TIM006', 'TIM005'], () => ''),
  period('promptly', 'the period becomes “promptly”', ['TIM002', 'TIM001', 'TIM006'], () => 'promptly'),
  period(
    'as-soon-as-possible',
    'the period becomes “as soon as possible”',
    ['TIM002', 'TIM001', 'TIM004'],
    () => 'as soon as possible',
  ),
  // "where possible, and in any case within ten hours" stays firm: an outer limit closes the hedge.
  period('hedged-deadline', 'the period is hedged', ['TIM004'], (own) =>
    /^(?:in any (?:case|event)|at the latest)\b/.test(own) ? null : `where possible ${own}`,
  ),
  period('thirty-days', 'hours become thirty days', ['TIM006', 'TIM003'], (own) =>
    HOURS.test(own) ? own.replace(HOURS, '30$2days') : null,
  ),
  period('working-days', 'hours become working days', ['TIM003', 'TIM006'], (own) =>
    HOURS.test(own) ? own.replace(HOURS, '$1$2working days') : null,
  ),
  period('drop-clock-start', 'the period begins with nothing', ['TIM003'], (own, clock) =>
    clock !== '' && own.endsWith(clock) ? own.slice(0, -clock.length).replace(/\s+(?:after|from|of|following)\s*$/, '') : null,
  ),
  {
    name: 'clock-from-decision',
    doc: 'the periods begin with a decision',
    expects: ['TIM003', 'TRG004', 'BUD006', 'TRG003', 'TIM006'],
    places: (draft) => clocksMoved(draft, 'a decision of the Council to respond'),
  },
  {
    name: 'clock-from-request',
    doc: 'the period begins with a request of one organ in one form',
    expects: ['TRG005', 'TIM003', 'TIM006'],
    // A request in any form is the beneficiary's own notice. It weakens where an organ and a form are asked for, and none is given in advance.
    places: (draft) => {
      const { beneficiary } = namesOf(draft);
      const request = `a request made in writing by the President of ${beneficiary} through the diplomatic channel`;
      const [clocks] = clocksMoved(draft, request);
      if (!clocks) return [];
      const given = dropped(
        draft,
        sentencesWith(
          draft,
          /\brequests?\b[^.]*\b(?:in advance|hereby|by these presents)\b|\b(?:hereby|presents) requests?\b|\bBy this \w+ [^.]*\brequests\b/,
        ),
      );
      return [[...clocks, ...given]];
    },
  },
  instead(
    'appropriate-measures',
    'the action becomes “appropriate measures”',
    ['OBL003', 'OBL005', 'TRG001'],
    () => 'take appropriate measures',
  ),
  instead(
    'menu',
    'the action becomes one of several that may be taken',
    ['OBL004', 'OBL003'],
    () => 'take measures, which may include the supply of equipment, training or the use of armed force',
  ),
  instead(
    'self-judged-action',
    'the action becomes what each deems necessary',
    ['TRG001', 'OBL003'],
    ({ beneficiary }) => `assist ${beneficiary} by taking such action as it deems necessary`,
  ),
  instead(
    'agree-later',
    'the action is agreed later',
    ['OBL008', 'OBL003', 'OBL005', 'BUD003'],
    ({ guarantors }) => `agree with the other ${guarantors} on the measures to be taken`,
  ),
  {
    name: 'collective-duty',
    doc: '“each” becomes all together',
    expects: ['OBL006'],
    places: (draft) => {
      const { guarantor, guarantors } = namesOf(draft);
      // An annex that shows what each has to do still binds each (OBL006 *Not*).
      const shared = response(draft).filter(
        ({ proposition: { sentence } }) => !sentence.references.some(({ unit }) => unit === 'annex' || unit === 'schedule'),
      );
      const spans = shared.map(({ proposition }) => proposition.sentence.clause.span);
      const find = new RegExp(
        `\\b([Ee])ach (?:other )?${guarantor}\\b(?:(?:, (?:acting )?individually[^:]*?,|, by itself [^:]*?,)(?= shall))?`,
        'g',
      );
      const edits = [...draft.text.matchAll(find)]
        // A list stands below the words that begin it.
        .filter(({ index }) => spans.some(({ start, end }) => index >= start - 600 && index < end))
        .map((found) => ({
          start: found.index,
          end: found.index + found[0].length,
          text: `${found[1] === 'E' ? 'The' : 'the'} ${guarantors} jointly`,
        }));
      const alone = [
        ...draft.text.matchAll(
          /,? individually and (?:in concert with|jointly with) the others,|\bseverally |(?<=\. )The duty of one \w+ does not depend on performance by another\./g,
        ),
      ].map((found) => ({ start: found.index, end: found.index + found[0].length, text: '' }));
      return edits.length > 0 ? [[...edits, ...alone]] : [];
    },
  },
];
