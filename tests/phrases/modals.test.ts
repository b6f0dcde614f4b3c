import { describe, expect, test } from 'vitest';
import { readModals } from '../../src/phrases/modals.ts';
import { words } from './words.ts';

/** Each modal as "form kind force", in the order of the text. */
const read = (text: string): string[] => readModals(words(text)).map(({ form, kind, force }) => `${form} · ${kind} ${force}`);

describe('modals as in a treaty (catalogue B.3)', () => {
  test.each<[text: string, ...expected: string[]]>([
    ['Each Guarantor shall deploy two brigades.', 'shall · duty 8'],
    ['Each Guarantor shall, without delay, deploy two brigades.', 'shall · duty 8'],
    ['Brenn must notify the Depositary.', 'must · duty 8'],
    ['Lorn is obliged to consult its allies.', 'is obliged to · duty 8'],
    ['The Parties undertake to settle any dispute by peaceful means.', 'undertake to · duty 8'],
    ['Lorn undertakes to respect the frontier.', 'undertakes to · duty 8'],
    ['The Parties undertake not to station missiles there.', 'undertake not to · prohibition 8'],
    ['Neither Party shall assist the aggressor.', 'shall · prohibition 8'],
    ['No Party may withdraw during hostilities.', 'may · prohibition 8'],
    ['The Force shall not cross the river.', 'shall not · prohibition 8'],
    ['The Force cannot cross the river.', 'cannot · prohibition 8'],
    ['Brenn shall refrain from any threat of force.', 'shall refrain from · prohibition 8'],
    ['Lorn will send aircraft.', 'will · duty 7'],
    ['The Parties agree to meet each year.', 'agree to · duty 7'],
    ['The Parties have agreed that the Council decides.', 'have agreed that · duty 7'],
    ['We commit ourselves to defending Sarovia.', 'commit ourselves to · duty 6'],
    ['The Participants are committed to training its army.', 'are committed to · duty 6'],
    ['The Parties shall endeavour to agree.', 'shall endeavour to · process 5'],
    ['Brenn shall make every effort to deliver in time.', 'shall make every effort to · process 5'],
    ['The Guarantors stand ready to assist.', 'stand ready to · declaration 4'],
    ['Lorn would act to meet the common danger.', 'would · declaration 4'],
    ['Brenn intends to continue its assistance.', 'intends to · declaration 3'],
    ['The Parties should consult.', 'should · declaration 2'],
    ['We reaffirm the unity of Sarovia.', 'reaffirm · declaration 1'],
    ['The Council may invite other States.', 'may · permission 0'],
    ['Each Party reserves the right to suspend the Treaty.', 'reserves the right to · permission 0'],
    ['Sarovia shall be entitled to request a meeting.', 'shall be entitled to · right 8'],
    ['A Guarantor need not send troops.', 'need not · exemption 0'],
    ['Lorn shall not be obliged to act.', 'shall not be obliged to · exemption 0'],
    ['"Attack" shall mean any use of force.', 'shall mean · definition 8'],
    ['The measures snap back.', 'snap back · effect 9'],
    ['This Treaty shall enter into force on signature.', 'shall enter into force · effect 8'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what only looks like one', () => {
  test.each([
    'The will of the people of Sarovia is the source of its authority.',
    'The Government acts by the will of the people and under the law.',
    'The month of May is reserved for the review.',
    'Signed at Lorn on 3 May 2031.',
    'the undertaking of the Guarantors under Article 5',
    'an agreement to that effect between the Parties',
    'the commitment of each Guarantor',
    'This is a must for every government.',
    'the needs of the Beneficiary',
    'the intention of the Parties',
    'a Guarantor in readiness',
    'the readiness of the Force',
    'the rights of the Beneficiary',
    'the obligation of result',
    'the promise made at Brenn',
    'the plan of the Commander',
    'the seekers of asylum',
    'a means of transport',
    'the encouragement of trade',
    'an assurance of good faith',
    'the permission of the host State',
    'the duty officer of the Centre',
    'the military might of the aggressor',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
