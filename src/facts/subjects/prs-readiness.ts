import { readCommand } from '../command.ts';
import type { Reading } from '../model.ts';
import { concernsForce, readPresence } from '../presence.ts';
import { readinessItems, readReadiness } from '../readiness.ts';
import type { Place } from '../watch.ts';
import { markOf, marks, type Trait } from './trait.ts';

const commandItems = ['a named commander or headquarters', 'an hour at which control passes', 'a common picture'] as const;

/** Command and readiness of the forces (PRS005, PRS007). What a list lacks may be given by a sister document. */
export const readinessTrait: Trait<Reading> = {
  name: 'readiness',
  facts: {
    forcesStand: {
      type: 'text',
      doc: 'Forces of the guarantors that need command and bases: in the country or with a right to be there, sent after an attack, or none.',
      values: ['none', 'response', 'presence'],
    },
    commandLacks: { type: 'list', doc: 'What is not said of command (PRS005).', values: [...commandItems] },
    commandLacksCount: { type: 'number', doc: 'How many of these are not said.' },
    readinessLacks: {
      type: 'list',
      doc: 'What is not said of bases, stocks, status, plans and exercises (PRS007).',
      values: [...readinessItems],
    },
    readinessLacksCount: { type: 'number', doc: 'How many of these are not said.' },
  },
  marks: {
    commandOpen: 'Words that leave command open, else the force.',
    forces: 'The force that needs command and bases.',
  },
  read: (reading) => {
    const forces = concernsForce(reading)
      ? readPresence(reading).filter(
          ({ sort, where, stance }) => sort === 'force' && where === 'country' && stance !== 'readiness',
        )
      : [];
    const first = forces.find(({ stance }) => stance !== 'response') ?? forces[0];
    const command = readCommand(reading);
    const lacks: string[] = [];
    if (!command.commander) lacks.push(commandItems[0]);
    // The forces of one State have its commander from the first day.
    if (!command.transfer && (reading.roles.guarantorCount !== 1 || reading.roles.mutual)) lacks.push(commandItems[1]);
    if (!command.picture) lacks.push(commandItems[2]);
    const ready = readReadiness(reading);
    const missing = readinessItems.filter((item) => !ready.has(item));
    const force: Place | null = first ? { sentence: first.sentence, ...first.at } : null;
    const place = (at: Place | null) => (at ? markOf(at.sentence, at) : null);
    return {
      facts: {
        forcesStand: !first ? 'none' : first.stance === 'response' ? 'response' : 'presence',
        commandLacks: lacks,
        commandLacksCount: lacks.length,
        readinessLacks: missing,
        readinessLacksCount: missing.length,
      },
      marks: marks({ commandOpen: place(command.open ?? force), forces: place(force) }),
    };
  },
};
