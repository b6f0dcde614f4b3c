import { readEngagement } from '../engagement.ts';
import type { Reading } from '../model.ts';
import type { Place } from '../watch.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Authority of the force to fight for the country (PRS004). True flags may be joined over sister documents. */
export const engagementTrait: Trait<Reading> = {
  name: 'engagement',
  facts: {
    engagementDue: {
      type: 'text',
      doc: 'What needs authority to use force: a task in the air or at sea, a force that answers an attack, one that stands in the country, or nothing.',
      values: ['none', 'air', 'response', 'presence'],
    },
    forceMayFight: { type: 'flag', doc: 'The force itself may or must fight, or rules of engagement are given.' },
    guarantorFights: { type: 'flag', doc: 'A guarantor fights with its own forces.' },
    fightPurpose: { type: 'flag', doc: 'The force is there in order to fight.' },
    fightLimit: {
      type: 'text',
      doc: 'What keeps the force from fighting for the country: its own defence only, no force at all, or a task of training.',
      values: ['none', 'self-defence', 'no force', 'training'],
    },
  },
  marks: { toAuthorise: 'The force or the task that needs the authority.', fightLimit: 'The words that limit it.' },
  read: (reading) => {
    const { force, guarantor, purpose, limit, due } = readEngagement(reading);
    const place = (at: Place | null) => (at ? markOf(at.sentence, at) : null);
    return {
      facts: {
        engagementDue: due?.kind ?? 'none',
        forceMayFight: force !== null,
        guarantorFights: guarantor !== null,
        fightPurpose: purpose !== null,
        fightLimit: limit?.kind ?? 'none',
      },
      marks: marks({ toAuthorise: place(due), fightLimit: place(limit) }),
    };
  },
};
