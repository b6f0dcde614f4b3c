import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const treaty = (...paragraphs: readonly string[]): string => `# Treaty between Brenn, Lorn and Sarovia on Guarantees

Brenn and Lorn (hereinafter "the Guarantors") and Sarovia (hereinafter "the Beneficiary"),

Have agreed as follows:

## Article 1

${paragraphs.join('\n\n')}
`;

const mains = (...paragraphs: readonly string[]) =>
  read(treaty(...paragraphs))
    .clauses.filter((clause) => clause.context === 'operative' && clause.role === 'main')
    .map(({ actor, action, force, polarity }) => ({ actor, action, force, polarity }));

describe('a duty is read wherever the sentence holds it', () => {
  test.each([
    ['incumbent on', 'It shall be incumbent on each Guarantor to deploy a brigade in Sarovia.', 'guarantor', 'deploy-forces', 8],
    ['the duty of', 'It is the duty of Lorn to train the army of Sarovia.', 'guarantor: lorn', 'train', 7],
    [
      'a duty that arises',
      'The duty of Brenn to send its forces arises when Sarovia is attacked.',
      'guarantor: brenn',
      'deploy-forces',
      8,
    ],
    ['an adverb unknown', 'Lorn shall next send one brigade to Sarovia.', 'guarantor: lorn', 'deploy-forces', 8],
    ['an adjective before its noun', 'Each Guarantor shall take firm and appropriate action.', 'guarantor', 'assist-generic', 8],
    ['kept supplied', 'Brenn shall keep the army of Sarovia supplied with shells.', 'guarantor: brenn', 'provide-arms', 8],
    ['war', 'Brenn shall go to war at the side of Sarovia.', 'guarantor: brenn', 'use-armed-force', 8],
    ['willing', 'Lorn would be willing to send six batteries to Sarovia.', 'guarantor: lorn', 'deploy-forces', 4],
    ['a ready declaration', 'Lorn declares that it stands ready to train the army of Sarovia.', 'guarantor: lorn', 'train', 4],
  ])('%s', (_, sentence, actor, action, force) => {
    expect(mains(sentence).at(-1)).toEqual({ actor, action, force, polarity: 'positive' });
  });

  test('what the content clause says is read, at the force of the verb over it', () => {
    expect(mains('The Guarantors hold that an act of aggression against Sarovia constitutes a menace to all.')).toMatchObject([
      { force: 1 },
      { actor: 'thing', force: 1 },
    ]);
  });

  test.each([
    ['a weather report', 'It is cold in Sarovia.'],
    ['a duty denied', 'No duty of Brenn to send forces arises from this Treaty.'],
  ])('%s lays no act on anybody', (_, sentence) => {
    expect(mains(sentence).filter(({ action, force }) => action === 'deploy-forces' && force >= 7)).toEqual([]);
  });
});
