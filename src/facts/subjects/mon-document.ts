import type { Mark } from '#base';
import { type MonitorItem, monitorItems, readMandate } from '../mandate.ts';
import type { Duty, Reading } from '../model.ts';
import { findSequence, sequences } from '../scan.ts';
import { readWatch } from '../watch.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** What the watching body lacks, as a finding says it (MON005). */
const lackNames: Readonly<Record<MonitorItem, string>> = {
  access: 'access to both sides within hours',
  sensors: 'sensors that need no consent',
  warning: 'a duty to warn of preparations',
  publication: 'a duty to publish',
  lead: 'a named lead with a successor',
  protection: 'protection of the monitors',
};

/** Where a finding about a missing watch points: the trigger, the ceasefire, or the title (MON001). */
function needs(reading: Reading): Mark | null {
  const group = reading.groups.find((one) => one.class === 'attack' || one.class === 'violation');
  if (group) return markOf(group.triggers[0]!.sentence, group.triggers[0]!.at);
  const duty = reading.duties.find((one: Duty) => one.proposition.actionClass === 'ceasefire');
  return duty ? markOf(duty.proposition.sentence, duty.proposition.at) : null;
}

const pauses = sequences('cease fire\ncease-fire\nceasefire\ncessation of hostilities\ntruce\narmistice\nfire ceases');

/** The operative words stop a war. */
function stopsFire(reading: Reading): boolean {
  return reading.operative.some(({ tokens }) => findSequence(tokens, { from: 0, to: tokens.length }, pauses) !== null);
}

/** A trigger that is answered, or a ceasefire. In a statement the attack that goes on is no trigger; what it promises against the next one is. */
function isDue(reading: Reading): boolean {
  if (reading.kind === 'ceasefire') return true;
  const answered = reading.groups.some(
    (group) =>
      (group.class === 'attack' || group.class === 'violation') &&
      (reading.dutiesByGroup.get(group) ?? []).some((duty) => duty.core && duty.proposition.force >= 4),
  );
  if (answered) return true;
  if (reading.style === 'statement' || reading.kind === 'political-declaration')
    return /cease-?fire|cessation|truce|armistice/.test(reading.outline.title?.text.toLowerCase() ?? '');
  return needs(reading) !== null || stopsFire(reading);
}

/** Who watches, and what follows from it (MON001, MON002, MON004, MON005). True flags may be joined over sister documents. */
export const monitoringTrait: Trait<Reading> = {
  name: 'monitoring',
  facts: {
    watchDue: { type: 'flag', doc: 'There is something to watch: a trigger group for an attack or a violation, or a ceasefire.' },
    watchProvided: { type: 'flag', doc: 'Somebody named watches, or the text points to where that is regulated.' },
    monitoringBody: { type: 'flag', doc: 'The text sets up a body that watches, or gives one its task.' },
    attributionProvided: { type: 'flag', doc: 'Somebody has to say who is responsible.' },
    attributionForbidden: { type: 'flag', doc: 'The body must not say who is responsible.' },
    attributionTimed: { type: 'flag', doc: 'Attribution, or the issue of findings, has a limit in time.' },
    standardImpossible: { type: 'flag', doc: 'Attribution waits for a proof that is never had in time.' },
    findingLinked: { type: 'flag', doc: 'A finding starts a clock, a step or a duty.' },
    speaksOfViolations: { type: 'flag', doc: 'The operative words speak of violations, attacks or incidents.' },
    monitorLacks: {
      type: 'list',
      doc: 'What the monitoring body lacks (MON005); empty without a body.',
      values: Object.values(lackNames),
    },
  },
  marks: {
    watched: 'The words that make somebody watch.',
    monitor: 'The monitoring body or its task.',
    attribution: 'The duty to say who is responsible.',
    silenced: 'The words that forbid the body to say who is responsible.',
    standard: 'The standard of proof.',
    report: 'The report that leads nowhere, else the body.',
    needsWatch: 'The trigger or the ceasefire that nobody watches.',
  },
  read: (reading) => {
    const watch = readWatch(reading);
    const has = readMandate(reading);
    const place = (at: { sentence: Parameters<typeof markOf>[0]; from: number; to: number } | null): Mark | null =>
      at ? markOf(at.sentence, at) : null;
    return {
      facts: {
        watchDue: isDue(reading),
        watchProvided: watch.watched !== null,
        monitoringBody: watch.body !== null,
        attributionProvided: watch.attribution !== null,
        attributionForbidden: watch.silenced !== null,
        attributionTimed: watch.attributionTimed,
        standardImpossible: watch.standard !== null,
        findingLinked: watch.linked,
        speaksOfViolations: reading.operative.some(({ tokens }) =>
          tokens.some(({ word }) => /^(?:violations?|breach(?:es)?|incidents?|attacks?)$/.test(word)),
        ),
        monitorLacks: watch.body ? monitorItems.filter((item) => !has.has(item)).map((item) => lackNames[item]) : [],
      },
      marks: marks({
        watched: place(watch.watched),
        monitor: place(watch.body),
        attribution: place(watch.attribution),
        silenced: place(watch.silenced),
        standard: place(watch.standard),
        report: place(watch.report ?? watch.body),
        needsWatch: needs(reading),
      }),
    };
  },
};
