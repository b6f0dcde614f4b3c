import type { Sentence } from '#phrases';
import { readEngagement } from '../engagement.ts';
import type { Reading } from '../model.ts';
import { findWord, wordSet } from '../scan.ts';
import type { Place } from '../watch.ts';
import { markOf, marks, type Trait } from './trait.ts';

const only = wordSet('only solely exclusively limited');
const powers = wordSet('authorised authorized empowered entitled rules');
const fights = wordSet('force intercept destroy engage engagement fire repel');

/** "only in self-defence", "limited to its own protection". */
function isExclusive({ sentence: { tokens }, from, to }: Place): boolean {
  return findWord(tokens, { from: Math.max(0, from - 6), to: to + 4 }, only) >= 0;
}

/** "is authorised to intercept", "rules of engagement". */
function authorises({ tokens }: Sentence): boolean {
  const at = findWord(tokens, { from: 0, to: tokens.length }, powers);
  return (
    at >= 0 &&
    findWord(tokens, { from: at + 1, to: at + 24 }, fights) >= 0 &&
    findWord(tokens, { from: 0, to: tokens.length }, only) < 0
  );
}

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
    fightOnlyForItself: {
      type: 'flag',
      doc: 'The force may fight in its own defence only, and no clause authorises it to do more; a task to defend is no authority then.',
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
        fightOnlyForItself: limit?.kind === 'self-defence' && isExclusive(limit) && !reading.operative.some(authorises),
      },
      marks: marks({ toAuthorise: place(due), fightLimit: place(limit) }),
    };
  },
};
