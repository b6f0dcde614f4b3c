import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

/** What the catalogue's worked examples (E.2) say of a chain. */
const chainOf = (text: string) => {
  const [chain] = read(text).chains;
  if (!chain) return null;
  const { grade, worstCase, guaranteedFirstAction, gates, vetoes, aggressorVetoes } = chain;
  return { grade, worstCase, guaranteedFirstAction, gates, vetoes, aggressorVetoes };
};

const unbounded = { worstCase: null, guaranteedFirstAction: null, aggressorVetoes: 0 };

const bilateral = (body: string): string => `# Mutual Defence Treaty between Aldmark and Brenn

Aldmark and Brenn,

Have agreed as follows:

${body}`;

describe('response chains, from the shapes of the worked examples', () => {
  test('free choice and constitutional processes: C, two gates, each party a veto at home', () => {
    expect(
      chainOf(
        bilateral(
          '## Article 3\n\nEach Party recognises that an armed attack on either of them would be dangerous to its own peace and declares that it would act to meet the common danger in accordance with its constitutional processes.\n',
        ),
      ),
    ).toEqual({ grade: 'C', ...unbounded, gates: 2, vetoes: 2 });
  });

  test('talk within hours, next steps to be determined, home law, and no act: D', () => {
    expect(
      chainOf(`# Bilateral Security Agreement between Aldmark and Sarovia

Aldmark and Sarovia,

Have agreed as follows:

## Article 2

In the event of a future armed attack against Sarovia, the Parties shall, at the request of either Party, immediately meet, where possible within 24 hours, to determine appropriate next steps in accordance with their respective laws.
`),
    ).toEqual({ grade: 'D', ...unbounded, gates: 2, vetoes: expect.any(Number) });
  });

  test('standing orders, hours and silence that acts: A', () => {
    expect(
      chainOf(`# Treaty of Guarantee

The Kingdom of Brenn and the Republic of Lorn (hereinafter "the Guarantors") and the Republic of Sarovia (hereinafter "the Beneficiary"),

Have agreed as follows:

## Article 1

If an armed attack on the Beneficiary occurs, each Guarantor shall:

(a) at the Trigger Time, place the air defence units listed in Annex A at the disposal of the Force Commander;

(b) within 24 hours after the Trigger Time, deliver the 400 missiles listed in Annex A;

(c) within 72 hours after the Trigger Time, deploy the two brigades shown against its name in Annex A.
`),
    ).toEqual({ grade: 'A', worstCase: 72, guaranteedFirstAction: 0, gates: 0, vetoes: 0, aggressorVetoes: 0 });
  });

  test('an hour, and a measure left to choice: C, and the hour is not asked for again', () => {
    const [chain] = read(
      bilateral(
        '## Article 3\n\nIf an armed attack on a Party occurs, the other shall, within 24 hours after the attack has begun, give it such military assistance as it deems fit.\n',
      ),
    ).chains;
    expect(chain).toMatchObject({
      grade: 'C',
      reason: 'there is an hour to act by, but who must act chooses what to do',
      dominatedBy: 'the action is left to choice',
      toReachB: ['TRG001'],
    });
  });

  test('a guarantee without a trigger: E', () => {
    expect(
      read(
        '---\ntreatylint:\n  kind: bilateral-guarantee\n---\n\n# Treaty of Guarantee\n\n## Article 1\n\nThe Parties shall respect each other.\n',
      ).chains,
    ).toEqual([expect.objectContaining({ grade: 'E', steps: [], dominatedBy: 'no trigger' })]);
  });
});
