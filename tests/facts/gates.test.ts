import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const treaty = (paragraph: string): string => `# Treaty between Brenn, Lorn and Sarovia on Guarantees

Brenn and Lorn (hereinafter "the Guarantors") and Sarovia (hereinafter "the Beneficiary"),

Have agreed as follows:

## Article 1

${paragraph}
`;

/** Each gate as "type · holder · controls". */
const gates = (paragraph: string): string[] =>
  read(treaty(paragraph)).gates.map(({ type, holder, controls }) => `${type} · ${holder ?? 'nobody named'} · ${controls}`);

describe('a step at which a will intervenes is a gate (catalogue A.6): its type, whose will it is and what hangs on it', () => {
  test.each<[paragraph: string, ...expected: string[]]>([
    [
      'At the request of the Beneficiary, each Guarantor shall deploy two brigades within 24 hours.',
      'request · beneficiary · start',
    ],
    [
      'If an armed attack occurs, the Guarantors shall, after consultation, deploy two brigades.',
      'consultation · guarantor · start',
    ],
    [
      'If an armed attack occurs, each Guarantor shall deploy two brigades upon a determination by the Council.',
      'determination · organ: council · start',
    ],
    [
      'Subject to the consent of Lorn, the Guarantors shall deploy two brigades in the event of an armed attack.',
      'consent · guarantor: lorn · start',
    ],
    [
      'In the event of an armed attack, and once the Security Council has authorised it, each Guarantor shall use force.',
      'unsc-authorisation · third-body: security council · start',
    ],
    [
      'If an armed attack occurs, Brenn shall send two brigades subject to the approval of its Parliament.',
      'domestic-approval · guarantor: brenn · start',
    ],
    [
      'Each Guarantor shall answer an armed attack in accordance with its constitutional processes.',
      'domestic-law · guarantor · start',
    ],
    [
      'If an armed attack occurs, Lorn shall finance the defence, subject to the availability of appropriated funds.',
      'appropriation · guarantor: lorn · start',
    ],
    ['If an armed attack occurs, the measures shall be decided upon by the Guarantors.', 'decision · guarantor · start'],
    ['The decision to use force in answer to an armed attack rests with the Council.', 'decision · organ: council · start'],
    ['Whether an armed attack has occurred shall be determined by the Commission.', 'determination · organ: commission · start'],
    ['The sanctions shall be lifted by a unanimous decision of the Guarantors.', 'consent · guarantor · relief'],
    ['This Treaty may be amended by a decision of the Parties.', 'decision · party · amend'],
    [
      'If an armed attack occurs, the Guarantors shall use force unless the Council decides otherwise.',
      'decision · organ: council · start',
    ],
    [
      'If an armed attack occurs, the Guarantors shall take the measures on which all of them agree.',
      'decision · guarantor · start',
    ],
    [
      'If Lorn so decides, the Guarantors shall deploy two brigades in answer to an armed attack.',
      'decision · guarantor: lorn · start',
    ],
    [
      'Following an invitation from Sarovia, the Guarantors shall deploy two brigades within 24 hours.',
      'request · beneficiary: sarovia · start',
    ],
    [
      'If the Guarantors find that an armed attack has occurred, they shall deploy two brigades.',
      'determination · guarantor · start',
    ],
    [
      'If an armed attack occurs, each Guarantor shall act on a mandate of the Security Council.',
      'unsc-authorisation · third-body: security council · start',
    ],
    [
      'With the agreement of both Guarantors, Brenn shall use force in the event of an armed attack.',
      'consent · guarantor · start',
    ],
  ])('%s', (paragraph, ...expected) => {
    expect(gates(paragraph)).toEqual(expected);
  });
});

describe('what only looks like one', () => {
  test.each([
    'If an armed attack occurs, each Guarantor shall deploy two brigades within 24 hours.',
    'If an armed attack occurs, each Guarantor shall act without any further decision.',
    'If an armed attack occurs, each Guarantor shall act without awaiting the consent of any other.',
    'No consultation shall delay the deployment of the brigades.',
    'If an armed attack occurs, no approval of the Security Council is needed.',
    'If an armed attack occurs, the Guarantors shall inform the Security Council of what they have done.',
    'The headquarters shall be in the Decision Tower at Brenn.',
    'If an armed attack occurs, the Guarantors shall be bound by this Article.',
    'The Beneficiary shall give notice of an armed attack by any means.',
    'If an armed attack occurs, each Guarantor shall place its air defence under the Force Commander.',
    'The Parties shall consult each year on the work of the Secretariat.',
    'The Guarantors shall keep two brigades in Sarovia.',
    'The Secretariat shall publish its determinations.',
    'Each Guarantor shall ask for no payment.',
    'If an armed attack occurs, the sanctions in Annex C apply at once.',
    'If an armed attack occurs, each Guarantor shall deliver the munitions agreed in Annex B.',
    'The Force shall include a judge advocate.',
    'If an armed attack occurs, the Guarantors shall together use force until it has been repelled.',
    'Consent to this Treaty is expressed by ratification.',
    'The approved budget is annexed.',
  ])('%s', (paragraph) => {
    expect(gates(paragraph)).toEqual([]);
  });
});
