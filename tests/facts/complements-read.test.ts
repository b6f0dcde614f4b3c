import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const treaty = (...paragraphs: readonly string[]): string => `# Treaty between Brenn, Lorn and Sarovia on Guarantees

Brenn and Lorn (hereinafter "the Guarantors") and Sarovia (hereinafter "the Beneficiary"),

Have agreed as follows:

## Article 1

${paragraphs.join('\n\n')}
`;

/** Who does what, how bindingly: the main clauses of the operative part. */
const acts = (...paragraphs: readonly string[]) =>
  read(treaty(...paragraphs))
    .clauses.filter((clause) => clause.context === 'operative' && clause.role === 'main')
    .map(({ actor, force, polarity, action, deadline }) => ({ actor, force, polarity, action, hours: deadline.hours }));

const act = (actor: string, action: string, more: object = {}) => ({
  actor,
  force: 8,
  polarity: 'positive',
  action,
  hours: null,
  ...more,
});

describe('the complement decides what a verb does', () => {
  test.each([
    ['a verb of going on', 'Each Guarantor shall go on training the brigades of Sarovia.', act('guarantor', 'train')],
    ['a verb of keeping', 'Lorn shall keep on supplying ammunition.', act('guarantor: lorn', 'provide-arms')],
    ['keeping without a gerund', 'Lorn shall keep the brigade in Sarovia.', act('guarantor: lorn', 'station')],
    ['forces that are called home', 'Brenn shall recall its contingent.', act('guarantor: brenn', 'withdraw')],
    ['words that are recalled', 'Brenn shall recall the Charter.', act('guarantor: brenn', 'reaffirm')],
    ['forces moved out', 'Lorn shall move its battalion out of Sarovia.', act('guarantor: lorn', 'withdraw')],
    ['forces moved in', 'Lorn shall move its battalion to Sarovia.', act('guarantor: lorn', 'deploy-forces')],
    [
      'a denied object',
      'Sarovia shall take part in no military alliance.',
      act('beneficiary: sarovia', 'abstain-from-alliance', { polarity: 'prohibition' }),
    ],
    ['a bound with "no"', 'Lorn shall deploy no fewer than two brigades.', act('guarantor: lorn', 'deploy-forces')],
    [
      'a fronted until-clause without a comma',
      'Until the Council has reached its decision the Guarantors shall refrain from every measure.',
      act('guarantor', 'refrain', { polarity: 'prohibition' }),
    ],
    [
      'an attack that is met with an answer',
      'Any attack on Sarovia will be met with a united answer.',
      act('none', 'assist-generic', { force: 7 }),
    ],
    ['a danger that is spoken about', 'The Guarantors shall meet with the Council.', act('guarantor', 'meet')],
    [
      'an answer that follows by itself',
      'If Morvania attacks Sarovia, a military response follows.',
      act('thing', 'assist-generic', { force: 7 }),
    ],
  ])('%s', (_, sentence, expected) => {
    expect(acts(sentence)).toEqual([expected]);
  });
});

describe('the hour of an act stands where the draft puts it', () => {
  const response = 'If an armed attack on Sarovia occurs, each Guarantor shall use armed force to repel it.';

  test('in the next sentence, of the act itself', () => {
    expect(acts(`${response} It shall begin its task within 12 hours after the attack.`)[0]).toEqual(
      act('guarantor', 'use-armed-force', { hours: 12 }),
    );
  });

  test('an hour of something else is not lent', () => {
    expect(acts(`${response} It shall report to the Council within 12 hours after the attack.`)[0]).toEqual(
      act('guarantor', 'use-armed-force'),
    );
  });
});

describe('what counts as a trigger', () => {
  const groups = (sentence: string): string[] =>
    read(treaty(sentence)).clauses.flatMap((clause) => (clause.group === null || clause.role !== 'main' ? [] : [clause.action]));

  test('an attack by somebody else', () => {
    expect(groups('Should Morvania invade Sarovia, the Guarantors shall deploy two brigades within 12 hours.')).toEqual([
      'deploy-forces',
    ]);
  });

  test('not an attack by the beneficiary', () => {
    expect(groups('Should Sarovia invade Morvania, the Guarantors shall deploy two brigades within 12 hours.')).toEqual([]);
  });

  test('not the event that ends the promise', () => {
    expect(groups('The guarantee lapses if Sarovia attacks Morvania.')).toEqual([]);
  });
});
