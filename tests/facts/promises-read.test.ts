import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const statement = (sentence: string): string => `# Joint Statement on the Security of Sarovia

We, the leaders of Brenn and Lorn, met today with the President of Sarovia. We state the following.

1. ${sentence}
`;

/** Action and force of the first clause of the statement. */
const first = (sentence: string) => {
  const { action, force, actor } = read(statement(sentence))
    .clauses.filter((clause) => clause.context === 'operative')
    .at(-1)!;
  return { action, force, actor: actor.split(':')[0] };
};

describe('a promise held in a noun is read as what its verb promises', () => {
  test.each([
    ['a commitment given', 'We announce our commitment to consult on every threat to Sarovia.', 'consult', 5],
    ['an ambition behind a commitment', 'We commit to a shared ambition to train the army of Sarovia.', 'train', 3],
    ['a gerund of going on', 'We commit to continuing our military assistance to Sarovia.', 'assist-generic', 5],
    ['a noun of delivery', 'We are firmly committed to the delivery of air defence systems to Sarovia.', 'provide-arms', 5],
    ['an expletive subject', 'It is our intention to deliver ammunition to Sarovia.', 'provide-arms', 3],
    ['the noun as the subject', 'Our aim is to deploy two brigades in Sarovia.', 'deploy-forces', 3],
    ['a promise that is made', 'We have made a promise to train the army of Sarovia.', 'train', 5],
  ])('%s', (_, sentence, action, force) => {
    expect(first(sentence)).toMatchObject({ action, force });
  });

  test.each([
    ['a cause', 'We remain committed to the rule of law.', 1],
    ['what is only recalled', 'We reaffirm our commitment to train the army of Sarovia.', 1],
    ['a report of what is done', 'We are delivering air defence systems to Sarovia.', 1],
  ])('%s promises nothing', (_, sentence, force) => {
    expect(first(sentence).force).toBe(force);
  });

  test('a denied intention is none', () => {
    expect(first('We have no intention to deploy forces in Sarovia.')).not.toMatchObject({ action: 'deploy-forces', force: 3 });
  });
});
