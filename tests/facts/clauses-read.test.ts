import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const text = (sentence: string): string => `# Treaty between Brenn, Lorn and Sarovia on Guarantees

Brenn and Lorn (hereinafter "the Guarantors") and Sarovia (hereinafter "the Beneficiary"),

Have agreed as follows:

## Article 1

${sentence}
`;

/** The clauses of one sentence: actor, force, polarity, action, deadline. */
const clausesOf = (sentence: string) =>
  read(text(sentence))
    .clauses.filter((clause) => clause.context === 'operative')
    .map(({ actor, force, polarity, action, deadline }) => ({
      actor,
      force,
      polarity,
      action,
      deadline: deadline.kind,
      hours: deadline.hours,
    }));

const duty = (actor: string, action: string, more: object = {}) => ({
  actor,
  force: 8,
  polarity: 'positive',
  action,
  deadline: 'none',
  hours: null,
  ...more,
});

describe('a finite clause is read as a lawyer reads it', () => {
  test.each([
    [
      'an act held in a noun',
      'Each Guarantor shall, within 24 hours of an armed attack, begin delivery of the munitions in Annex B.',
      [duty('guarantor', 'provide-arms', { deadline: 'hard', hours: 24 })],
    ],
    [
      'a time in front of the verb',
      'Each Guarantor shall not later than 72 hours after an armed attack deploy two brigades.',
      [duty('guarantor', 'deploy-forces', { deadline: 'hard', hours: 72 })],
    ],
    [
      'a time in front of the subject',
      'No later than six hours after an armed attack the Council shall publish its finding.',
      [duty('organ: council', 'publish', { deadline: 'hard', hours: 6 })],
    ],
    [
      'a quantifier behind the modal',
      'The Guarantors will each of them come to the assistance of the Beneficiary.',
      [duty('guarantor', 'assist-generic', { force: 7 })],
    ],
    [
      'a ban in many words',
      'The Guarantors will in no case attack each other.',
      [duty('guarantor', 'strike', { force: 8, polarity: 'prohibition' })],
    ],
    [
      'an impersonal duty',
      'It shall be for the Council alone to determine whether an armed attack has occurred.',
      [duty('organ: council', 'determine')],
    ],
    [
      'money up to an amount',
      'Brenn shall provide Sarovia with up to EUR 3 billion in additional support.',
      [duty('guarantor: brenn', 'finance')],
    ],
    [
      'an adjective of debt',
      'Financial assistance is payable by Brenn in quarterly instalments.',
      [duty('guarantor: brenn', 'finance', { force: 7, deadline: 'continuous' })],
    ],
    [
      'a perfect infinitive',
      'Each Guarantor shall have adopted the legislation that is needed.',
      [duty('guarantor', 'enact-legislation')],
    ],
    [
      'coming together is talk',
      'The Guarantors shall come together within 24 hours.',
      [duty('guarantor', 'meet', { deadline: 'hard', hours: 24 })],
    ],
    [
      'coming to the aid is none',
      'The Guarantors shall come to the aid of the Beneficiary, individually and together with others.',
      [duty('guarantor', 'assist-generic')],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(clausesOf(sentence)).toEqual(expected);
  });

  test('the agent of a passive is not who acts in the clause behind it', () => {
    expect(
      clausesOf('Any Guarantor may be called upon by the Beneficiary, and shall answer such call within two days.').map(
        (clause) => clause.actor,
      ),
    ).toEqual(['beneficiary', 'guarantor']);
  });

  test('words that only say which are no clause: the deadline stays with the duty', () => {
    expect(clausesOf('The Council shall publish each finding, with the imagery it can release, within 24 hours.')).toEqual([
      duty('organ: council', 'publish', { deadline: 'hard', hours: 24 }),
    ]);
    expect(clausesOf('Brenn shall provide such equipment as may be necessary.')).toEqual([
      duty('guarantor: brenn', 'provide-arms'),
    ]);
  });
});

describe('a plan of bullets', () => {
  test('is read as operative, each bullet a point', () => {
    const { clauses } = read(
      '# Plan for Sarovia\n\n- A European force deploys to Sarovia within 30 days of signature.\n- All sanctions snap back.\n',
    );
    expect(clauses.map(({ clause, context, force, action }) => ({ clause, context, force, action }))).toEqual([
      { clause: 'point 1', context: 'operative', force: 7, action: 'deploy-forces' },
      { clause: 'point 2', context: 'operative', force: 9, action: expect.any(String) },
    ]);
  });
});
