import { describe, expect, test } from 'vitest';
import { readTimes } from '../../src/phrases/times.ts';
import { words } from './words.ts';

/** A time phrase with its ranges as words; the fields left out are those of a plain period without a start. */
interface Told {
  readonly kind: string;
  readonly at: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly hours: number | null;
  readonly date: string | null;
  readonly clock: string;
  readonly clockAt: string | null;
  readonly outer: boolean;
  readonly ceiling: boolean;
}

function time(
  kind: string,
  at: string,
  value: number | null,
  unit: string | null,
  hours: number | null,
  more: Partial<Told> = {},
): Told {
  return { kind, at, value, unit, hours, date: null, clock: 'none', clockAt: null, outer: false, ceiling: true, ...more };
}

function told(text: string): Told[] {
  const tokens = words(text);
  const say = (range: { from: number; to: number }): string => text.slice(tokens[range.from]!.start, tokens[range.to - 1]!.end);
  return readTimes(tokens).map(({ from, to, clockAt, ...rest }) => ({
    ...rest,
    at: say({ from, to }),
    clockAt: clockAt && say(clockAt),
  }));
}

type Row = readonly [text: string, expected: readonly Told[]];

const limits: readonly Row[] = [
  [
    'Each Guarantor shall, within 72 hours of the Trigger Time, deploy the forces listed in Annex A.',
    [
      time('limit', 'within 72 hours of the Trigger Time', 72, 'hour', 72, {
        clock: 'trigger-time',
        clockAt: 'the Trigger Time',
      }),
    ],
  ],
  [
    "Each Guarantor shall deploy not later than five days after receipt of the Beneficiary's request.",
    [
      time('limit', "not later than five days after receipt of the Beneficiary's request", 5, 'day', 120, {
        clock: 'request',
        clockAt: "receipt of the Beneficiary's request",
      }),
    ],
  ],
  [
    'Consultations shall be held within no more than three days.',
    [time('limit', 'within no more than three days', 3, 'day', 72)],
  ],
  ['The Council shall convene in no more than 24 hours.', [time('limit', 'in no more than 24 hours', 24, 'hour', 24)]],
  [
    'It shall answer within a period of seventy-two (72) hours from the Notice, and report.',
    [
      time('limit', 'within a period of seventy-two (72) hours from the Notice', 72, 'hour', 72, {
        clock: 'notice',
        clockAt: 'the Notice',
      }),
    ],
  ],
  [
    "The Centre issues its finding within 12 hours after the Beneficiary's notice; if it issues none, the notice is conclusive.",
    [
      time('limit', "within 12 hours after the Beneficiary's notice", 12, 'hour', 12, {
        clock: 'notice',
        clockAt: "the Beneficiary's notice",
      }),
    ],
  ],
  ['The measures begin by H+24.', [time('limit', 'by H+24', 24, 'hour', 24, { clock: 'trigger-time', clockAt: 'H' })]],
  [
    'At H+6 the brigade moves; by D+3 the corps follows.',
    [
      time('limit', 'At H+6', 6, 'hour', 6, { clock: 'trigger-time', clockAt: 'H' }),
      time('limit', 'by D+3', 3, 'day', 72, { clock: 'trigger-time', clockAt: 'D' }),
    ],
  ],
  [
    'This Treaty shall enter into force on the thirtieth day after the date of deposit of the fifth instrument.',
    [
      time('limit', 'on the thirtieth day after the date of deposit of the fifth instrument', 30, 'day', 720, {
        clock: 'deposit',
        clockAt: 'the date of deposit of the fifth instrument',
      }),
    ],
  ],
  [
    'This Treaty enters into force on the first day of the second month following the deposit of the instruments of ratification.',
    [
      time(
        'limit',
        'on the first day of the second month following the deposit of the instruments of ratification',
        2,
        'month',
        1488,
        { clock: 'deposit', clockAt: 'the deposit of the instruments of ratification' },
      ),
    ],
  ],
  [
    'It applies on the day following its signature.',
    [time('limit', 'on the day following its signature', 1, 'day', 24, { clock: 'signature', clockAt: 'its signature' })],
  ],
  [
    'No Guarantor may withdraw before the expiry of ninety days from the date of signature.',
    [
      time('limit', 'before the expiry of ninety days from the date of signature', 90, 'day', 2160, {
        clock: 'signature',
        clockAt: 'the date of signature',
        ceiling: false,
      }),
    ],
  ],
  [
    'The forces shall leave before the expiry of ninety days from the ceasefire.',
    [
      time('limit', 'before the expiry of ninety days from the ceasefire', 90, 'day', 2160, {
        clock: 'ceasefire',
        clockAt: 'the ceasefire',
      }),
    ],
  ],
  [
    'By 1 June 2026 each Party shall ratify, and before 31 December 2027 it shall report.',
    [
      time('limit', 'By 1 June 2026', null, null, null, { clock: 'date', clockAt: '1 June 2026', date: '2026-06-01' }),
      time('limit', 'before 31 December 2027', null, null, null, {
        clock: 'date',
        clockAt: '31 December 2027',
        date: '2027-12-31',
      }),
    ],
  ],
  [
    'The forces shall withdraw on July 1, 2026.',
    [time('limit', 'on July 1, 2026', null, null, null, { clock: 'date', clockAt: 'July 1, 2026', date: '2026-07-01' })],
  ],
  [
    'The Memorandum signed at Budapest on 5 December 1994 shall apply.',
    [time('date', '5 December 1994', null, null, null, { clock: 'date', clockAt: '5 December 1994', date: '1994-12-05' })],
  ],
  [
    'Fire ceases at 06.00 hours on 3 March 2026.',
    [
      time('limit', 'at 06.00 hours on 3 March 2026', null, null, null, {
        clock: 'date',
        clockAt: '3 March 2026',
        date: '2026-03-03',
      }),
    ],
  ],
  [
    'By 2030 the strength shall reach 10,000.',
    [time('limit', 'By 2030', null, null, null, { clock: 'date', clockAt: '2030', date: '2030-12-31' })],
  ],
  [
    'The Parties shall complete the withdrawal by the end of the third month.',
    [time('limit', 'by the end of the third month', 3, 'month', 2232)],
  ],
  [
    'Payment is due within ten working days of the decision.',
    [
      time('limit', 'within ten working days of the decision', 10, 'working-day', 336, {
        clock: 'decision',
        clockAt: 'the decision',
      }),
    ],
  ],
  [
    'The Secretariat answers within 3 business days after the meeting.',
    [
      time('limit', 'within 3 business days after the meeting', 3, 'working-day', 120, {
        clock: 'meeting',
        clockAt: 'the meeting',
      }),
    ],
  ],
  [
    'Within thirty calendar days after its entry into force each Party shall name a delegate.',
    [
      time('limit', 'Within thirty calendar days after its entry into force', 30, 'calendar-day', 720, {
        clock: 'entry-into-force',
        clockAt: 'its entry into force',
      }),
    ],
  ],
  [
    'The duty starts 36 hours after the attack begins.',
    [time('limit', '36 hours after the attack begins', 36, 'hour', 36, { clock: 'attack', clockAt: 'the attack begins' })],
  ],
  [
    'Thirty days thereafter the measures lapse.',
    [time('limit', 'Thirty days thereafter', 30, 'day', 720, { clock: 'event', clockAt: 'thereafter' })],
  ],
  [
    'Each Party shall notify the exercise at least 42 days before it begins.',
    [time('limit', 'at least 42 days before it begins', 42, 'day', 1008, { clock: 'event', clockAt: 'it begins' })],
  ],
  [
    'Notice of flights shall be given 30 days in advance.',
    [time('limit', '30 days in advance', 30, 'day', 720, { clock: 'event', clockAt: 'in advance' })],
  ],
  [
    'The Board acts in under 90 minutes from the alarm.',
    [time('limit', 'in under 90 minutes from the alarm', 90, 'minute', 1.5, { clock: 'event', clockAt: 'the alarm' })],
  ],
  ['It arrives within two to three weeks.', [time('limit', 'within two to three weeks', 3, 'week', 504)]],
  ['Within that period the Council shall decide.', [time('limit', 'Within that period', null, null, null, { clock: 'event' })]],
  ['The Council shall vote by day 5.', [time('limit', 'by day 5', 5, 'day', 120)]],
  [
    'Deployment is completed no later than 40 months after entry into force of this Treaty.',
    [
      time('limit', 'no later than 40 months after entry into force of this Treaty', 40, 'month', 29760, {
        clock: 'entry-into-force',
        clockAt: 'entry into force of this Treaty',
      }),
    ],
  ],
  [
    'The batteries arrive within a 72-hour period after the request.',
    [time('limit', 'within a 72-hour period after the request', 72, 'hour', 72, { clock: 'request', clockAt: 'the request' })],
  ],
];

describe('limits: a limit reaches from its preposition to the words of its start', () => {
  test.each(limits)('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

const outer_limits: readonly Row[] = [
  [
    'They shall act promptly and in any event within 48 hours after the attack begins.',
    [
      time('limit', 'in any event within 48 hours after the attack begins', 48, 'hour', 48, {
        clock: 'attack',
        clockAt: 'the attack begins',
        outer: true,
      }),
    ],
  ],
  [
    'They shall act as soon as possible and no later than 24 hours following the Finding.',
    [
      time('limit', 'no later than 24 hours following the Finding', 24, 'hour', 24, {
        clock: 'finding',
        clockAt: 'the Finding',
        outer: true,
      }),
    ],
  ],
  [
    'They shall act within 72 hours at the latest.',
    [time('limit', 'within 72 hours at the latest', 72, 'hour', 72, { outer: true })],
  ],
  [
    'They shall convene immediately, and at the latest within 12 hours.',
    [time('limit', 'at the latest within 12 hours', 12, 'hour', 12, { outer: true })],
  ],
];

describe('outer limits: "in any event" and its like close a vague or earlier time', () => {
  test.each(outer_limits)('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

const durations_and_other_periods: readonly Row[] = [
  [
    'This Treaty shall remain in force for a period of ten years and shall be renewed for a further five years.',
    [
      time('duration', 'for a period of ten years', 10, 'year', 87840),
      time('duration', 'for a further five years', 5, 'year', 43920),
    ],
  ],
  [
    'A term of not less than twenty years shall apply.',
    [time('duration', 'A term of not less than twenty years', 20, 'year', 175680, { ceiling: false })],
  ],
  ['The Force stays for up to six months.', [time('duration', 'for up to six months', 6, 'month', 4464)]],
  [
    'The Fund pays over a period of five years from entry into force.',
    [
      time('duration', 'over a period of five years from entry into force', 5, 'year', 43920, {
        clock: 'entry-into-force',
        clockAt: 'entry into force',
      }),
    ],
  ],
  [
    'For ten years after the entry into force of this Treaty no State shall leave.',
    [
      time('duration', 'For ten years after the entry into force of this Treaty', 10, 'year', 87840, {
        clock: 'entry-into-force',
        clockAt: 'the entry into force of this Treaty',
      }),
    ],
  ],
  [
    'The duties last until 31 December 2030.',
    [
      time('duration', 'until 31 December 2030', null, null, null, {
        clock: 'date',
        clockAt: '31 December 2030',
        date: '2030-12-31',
      }),
    ],
  ],
  ['The mission serves a two-year term.', [time('duration', 'two-year term', 2, 'year', 17568)]],
  ['The Guarantors hold a thirty-day supply of shells.', [time('other', 'thirty-day', 30, 'day', 720)]],
  [
    'After ten years of the entry into force a Party may leave.',
    [
      time('other', 'After ten years of the entry into force', 10, 'year', 87840, {
        clock: 'entry-into-force',
        clockAt: 'the entry into force',
        ceiling: false,
      }),
    ],
  ],
  ['The Board has 48 hours to decide.', [time('other', '48 hours', 48, 'hour', 48)]],
  [
    'A Party may leave unless six months have elapsed since the deposit.',
    [
      time('other', 'six months have elapsed since the deposit', 6, 'month', 4464, {
        clock: 'deposit',
        clockAt: 'the deposit',
        ceiling: false,
      }),
    ],
  ],
];

describe('durations and other periods: a period that bounds nothing is no limit', () => {
  test.each(durations_and_other_periods)('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

const recurrences: readonly Row[] = [
  [
    'The Parties shall meet every six months, and the Council twice a year.',
    [time('recurrence', 'every six months', 6, 'month', 4464), time('recurrence', 'twice a year', 6, 'month', 4464)],
  ],
  [
    'The Council shall meet annually and at least once a month during an attack.',
    [time('recurrence', 'annually', 1, 'year', 8784), time('recurrence', 'at least once a month', 1, 'month', 744)],
  ],
  [
    'Each Guarantor shall provide 100,000 shells per year, and 20,000 rounds a month.',
    [time('recurrence', 'per year', 1, 'year', 8784), time('recurrence', 'a month', 1, 'month', 744)],
  ],
  ['The Depositary reports each calendar year.', [time('recurrence', 'each calendar year', 1, 'year', 8784)]],
  ['The air patrols fly 24 hours a day.', [time('recurrence', '24 hours a day', 1, 'day', 24)]],
  [
    'The Centre submits monthly reports, and once every two years a review.',
    [time('recurrence', 'monthly', 1, 'month', 744), time('recurrence', 'once every two years', 2, 'year', 17568)],
  ],
  ['Inspections take place at intervals of six months.', [time('recurrence', 'at intervals of six months', 6, 'month', 4464)]],
];

describe('recurrences: a recurrence carries its period', () => {
  test.each(recurrences)('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

const notices: readonly Row[] = [
  [
    "Either Party may terminate this Agreement by six months' written notice.",
    [time('notice', "by six months' written notice", 6, 'month', 4464, { clock: 'notice' })],
  ],
  [
    'A Guarantor may denounce this Treaty by notice of not less than twenty-four months.',
    [time('notice', 'notice of not less than twenty-four months', 24, 'month', 17856, { clock: 'notice', ceiling: false })],
  ],
  [
    "A Party may withdraw on one year's prior notice.",
    [time('notice', "on one year's prior notice", 1, 'year', 8784, { clock: 'notice' })],
  ],
  [
    'Any Party may cease to be a Party one year after its notice of denunciation has been given to the Depositary.',
    [
      time('notice', 'one year after its notice of denunciation has been given to the Depositary', 1, 'year', 8784, {
        clock: 'notice',
        clockAt: 'its notice of denunciation has been given to the Depositary',
      }),
    ],
  ],
  [
    'Denunciation shall take effect twelve months after receipt of the notification.',
    [
      time('notice', 'twelve months after receipt of the notification', 12, 'month', 8928, {
        clock: 'notice',
        clockAt: 'receipt of the notification',
      }),
    ],
  ],
  ["Flights need 24 hours' notice.", [time('notice', "24 hours' notice", 24, 'hour', 24, { clock: 'notice' })]],
];

describe('notices: a period of notice is told from a deadline', () => {
  test.each(notices)('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

const clocks: readonly Row[] = [
  [
    'It acts within 1 hour of detection of the armed attack.',
    [
      time('limit', 'within 1 hour of detection of the armed attack', 1, 'hour', 1, {
        clock: 'attack',
        clockAt: 'detection of the armed attack',
      }),
    ],
  ],
  [
    'It acts within 1 hour of H-Hour.',
    [time('limit', 'within 1 hour of H-Hour', 1, 'hour', 1, { clock: 'trigger-time', clockAt: 'H-Hour' })],
  ],
  [
    'It acts within 1 hour, counted from the Activation Time.',
    [
      time('limit', 'within 1 hour, counted from the Activation Time', 1, 'hour', 1, {
        clock: 'trigger-time',
        clockAt: 'the Activation Time',
      }),
    ],
  ],
  [
    'It acts within 1 hour of being notified of an armed attack.',
    [
      time('limit', 'within 1 hour of being notified of an armed attack', 1, 'hour', 1, {
        clock: 'notice',
        clockAt: 'being notified of an armed attack',
      }),
    ],
  ],
  [
    'It acts within 1 hour of the call for help.',
    [time('limit', 'within 1 hour of the call for help', 1, 'hour', 1, { clock: 'request', clockAt: 'the call for help' })],
  ],
  [
    'It acts within 1 hour of confirmation by the Centre.',
    [
      time('limit', 'within 1 hour of confirmation by the Centre', 1, 'hour', 1, {
        clock: 'finding',
        clockAt: 'confirmation by the Centre',
      }),
    ],
  ],
  [
    'It acts within 1 hour after the Board has decided.',
    [
      time('limit', 'within 1 hour after the Board has decided', 1, 'hour', 1, {
        clock: 'decision',
        clockAt: 'the Board has decided',
      }),
    ],
  ],
  [
    'It acts within 1 hour of the opening of consultations.',
    [
      time('limit', 'within 1 hour of the opening of consultations', 1, 'hour', 1, {
        clock: 'meeting',
        clockAt: 'the opening of consultations',
      }),
    ],
  ],
  [
    'It acts within 1 hour of the end of hostilities.',
    [
      time('limit', 'within 1 hour of the end of hostilities', 1, 'hour', 1, {
        clock: 'ceasefire',
        clockAt: 'the end of hostilities',
      }),
    ],
  ],
  [
    'It acts within 1 hour of the truce.',
    [time('limit', 'within 1 hour of the truce', 1, 'hour', 1, { clock: 'ceasefire', clockAt: 'the truce' })],
  ],
  [
    'It acts within 1 hour of the storm.',
    [time('limit', 'within 1 hour of the storm', 1, 'hour', 1, { clock: 'event', clockAt: 'the storm' })],
  ],
  [
    'It acts within 30 days of 4 May 2027.',
    [time('limit', 'within 30 days of 4 May 2027', 30, 'day', 720, { clock: 'date', clockAt: '4 May 2027' })],
  ],
  [
    'It acts within 30 days of the date of this Treaty.',
    [
      time('limit', 'within 30 days of the date of this Treaty', 30, 'day', 720, {
        clock: 'date',
        clockAt: 'the date of this Treaty',
      }),
    ],
  ],
  [
    'It acts within 30 days after the last State deposits its instrument.',
    [
      time('limit', 'within 30 days after the last State deposits its instrument', 30, 'day', 720, {
        clock: 'deposit',
        clockAt: 'the last State deposits its instrument',
      }),
    ],
  ],
  [
    'Upon receipt of a request, the Council shall, within 24 hours, convene.',
    [time('limit', 'within 24 hours', 24, 'hour', 24, { clock: 'request', clockAt: 'receipt of a request' })],
  ],
  [
    'In the event of aggression the Guarantors shall within 24 hours activate the plan.',
    [time('limit', 'within 24 hours', 24, 'hour', 24)],
  ],
  [
    'Within 24 hours of the earlier of the Notice and the Finding each Guarantor shall deploy two brigades.',
    [
      time('limit', 'Within 24 hours of the earlier of the Notice and the Finding', 24, 'hour', 24, {
        clock: 'notice',
        clockAt: 'the earlier of the Notice and the Finding',
      }),
    ],
  ],
  [
    'Within 24 hours of the attack or the request, whichever is earlier, it acts.',
    [
      time('limit', 'Within 24 hours of the attack or the request', 24, 'hour', 24, {
        clock: 'attack',
        clockAt: 'the attack or the request',
      }),
    ],
  ],
  [
    'Within 24 hours of the attack or the request it acts.',
    [
      time('limit', 'Within 24 hours of the attack or the request', 24, 'hour', 24, {
        clock: 'ambiguous',
        clockAt: 'the attack or the request',
      }),
    ],
  ],
  [
    'Within 24 hours after the Trigger Time the Guarantors shall deploy.',
    [
      time('limit', 'Within 24 hours after the Trigger Time', 24, 'hour', 24, {
        clock: 'trigger-time',
        clockAt: 'the Trigger Time',
      }),
    ],
  ],
  [
    'It acts within 30 days of the date on which it receives the notice.',
    [
      time('limit', 'within 30 days of the date on which it receives the notice', 30, 'day', 720, {
        clock: 'notice',
        clockAt: 'the date on which it receives the notice',
      }),
    ],
  ],
];

describe('clocks: the words of the start tell what starts the clock', () => {
  test.each(clocks)('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

const joined: readonly Row[] = [
  [
    'It shall begin within 24 hours, and end within 72 hours, after the Trigger Time.',
    [
      time('limit', 'within 24 hours', 24, 'hour', 24, { clock: 'trigger-time', clockAt: 'the Trigger Time' }),
      time('limit', 'within 72 hours, after the Trigger Time', 72, 'hour', 72, {
        clock: 'trigger-time',
        clockAt: 'the Trigger Time',
      }),
    ],
  ],
  [
    'It shall begin within 24 hours; it shall end within 72 hours of the Trigger Time.',
    [
      time('limit', 'within 24 hours', 24, 'hour', 24),
      time('limit', 'within 72 hours of the Trigger Time', 72, 'hour', 72, {
        clock: 'trigger-time',
        clockAt: 'the Trigger Time',
      }),
    ],
  ],
  ['It shall deploy within 24 hours, after consultations, and act.', [time('limit', 'within 24 hours', 24, 'hour', 24)]],
  [
    'The duty ends on the tenth anniversary of entry into force.',
    [
      time('limit', 'on the tenth anniversary of entry into force', 10, 'year', 87840, {
        clock: 'entry-into-force',
        clockAt: 'entry into force',
      }),
    ],
  ],
  [
    'Denunciation takes effect at the end of two years following its notification.',
    [
      time('notice', 'at the end of two years following its notification', 2, 'year', 17568, {
        clock: 'notice',
        clockAt: 'its notification',
      }),
    ],
  ],
];

describe('starts that limits share, and others far off', () => {
  test.each(joined)('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('silence', () => {
  test.each([
    'Each Guarantor shall act forthwith and without delay.',
    'The third year of the war began in May.',
    'The Parties shall act by all means and by day and night.',
    'The annual review shall take note of it.',
    'A Party may be heard, and the second Party too.',
    'Article 5 and paragraph 2 apply to 10,000 soldiers in part.',
    'The day-to-day work is done in the hours of daylight.',
    '31 February 2026 is no day.',
    '',
  ])('%s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('order and speed', () => {
  test('phrases of one sentence stand in order and never overlap', () => {
    const text =
      "Within 24 hours of the Notice, and every six months for ten years from signature, by 1 June 2026 and on six months' notice.";
    const phrases = readTimes(words(text));
    expect(phrases.map((phrase) => phrase.kind)).toEqual(['limit', 'recurrence', 'duration', 'limit', 'notice']);
    for (let i = 1; i < phrases.length; i++) expect(phrases[i]!.from).toBeGreaterThanOrEqual(phrases[i - 1]!.to);
  });

  test('a sentence of 60,000 words that all look like times is read in about linear time', () => {
    const spent = (copies: number): number => {
      const tokens = words('not later than the end of a further period of at least one hundred and '.repeat(copies));
      const begun = performance.now();
      readTimes(tokens);
      return performance.now() - begun;
    };
    // The best of several: other work on the machine only ever adds time.
    const best = (copies: number): number => Math.min(...Array.from({ length: 5 }, () => spent(copies)));
    expect(best(4000)).toBeLessThan(30 * Math.max(best(500), 0.5));
  });
});
