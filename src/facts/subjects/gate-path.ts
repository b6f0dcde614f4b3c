import type { Gate } from '../gates.ts';
import type { Duty, Reading, TriggerGroup } from '../model.ts';
import { findWord, wordSet } from '../scan.ts';
import { speaksOfSecurity } from '../security.ts';
import { isAnswer } from './group.ts';
import type { Trait } from './trait.ts';

/** Types of gate at which somebody's will, not a fact, holds the response up. */
const willed: ReadonlySet<Gate['type']> = new Set(['decision', 'further-agreement', 'consent', 'unsc-authorisation']);

const willedOrFound: ReadonlySet<Gate['type']> = new Set([...willed, 'determination']);

const answering: ReadonlySet<string> = new Set(['military', 'military-support', 'economic', 'enable']);

const aid: ReadonlySet<string> = new Set(['military', 'military-support', 'generic']);

/** Whether the response runs past the gate (catalogue 0.7, TRG004 *Not*, decision 11). */
export const pathTrait: Trait<Gate> = {
  name: 'path',
  facts: {
    actsAnyway: {
      type: 'flag',
      doc: 'A binding core duty of the group hangs on the event and on nobody’s decision: the gate is not on the path to it.',
    },
    onAid: { type: 'flag', doc: 'What waits at the gate is help of any kind, in a text on security.' },
    actsUnfound: {
      type: 'flag',
      doc: 'A binding core duty of the group hangs on the event and on nobody’s decision or finding.',
    },
  },
  marks: {},
  read: (gate, reading) => ({
    facts: {
      actsAnyway: gate.group !== null && !governsAll(gate) && runsPast(gate, gate.group, reading, willed),
      onAid: gate.onCore || (aid.has(gate.proposition.actionClass) && speaksOfSecurity(reading)),
      actsUnfound: gate.group !== null && !governsAll(gate) && runsPast(gate, gate.group, reading, willedOrFound),
    },
  }),
};

/** "The Guarantors act only if …": every act of the response waits for it, wherever the act is named. */
function governsAll({ proposition: { actionClass, actor, sentence, verbAt }, at }: Gate): boolean {
  if (actionClass !== 'generic' || (actor.who !== 'guarantor' && actor.who !== 'party')) return false;
  return findWord(sentence.tokens, { from: verbAt.from - 1, to: at.from + 1 }, only) >= 0;
}

const only = wordSet('only solely exclusively');

/** A duty of the group that binds, names its act and waits for no decision. */
export function runsPast(gate: Gate, group: TriggerGroup, reading: Reading, types: ReadonlySet<Gate['type']>): boolean {
  const held = new Set<Duty['proposition']>();
  const decided = new Set<number>();
  for (const other of reading.gates) {
    if (other.group !== group || !types.has(other.type) || other.silence === 'proceeds' || other.controls === 'stop') continue;
    if (other.onCore || other.type === 'determination' || other.type === 'request') held.add(other.proposition);
    else decided.add(other.sentence.id);
  }
  return (reading.dutiesByGroup.get(group) ?? []).some(
    (duty) =>
      isAnswer(duty) &&
      duty.proposition !== gate.proposition &&
      duty.proposition.force >= 7 &&
      duty.proposition.polarity !== 'permission' &&
      answering.has(duty.proposition.actionClass) &&
      // Forces that stand there already, and what a force does in general, answer no one event (decision 61).
      duty.proposition.action !== 'station' &&
      !(duty.proposition.actor.who === 'organ' && duty.proposition.conditions.length === 0 && duty.deadline.kind === 'none') &&
      // Economic measures run by themselves while the help waits (decision 69).
      !(duty.proposition.actionClass === 'economic' && gate.proposition.actionClass !== 'economic' && gate.onCore) &&
      !held.has(duty.proposition) &&
      !awaits(duty),
  );
}

/** "Once the Council has so decided", "the measures so decided": the duty carries a decision out. */
function awaits({ proposition: { sentence, at } }: Duty): boolean {
  for (let i = at.from; i < at.to; i++) {
    const { word } = sentence.tokens[i]!;
    if (/^(?:decided|authorised|authorized|approved)$/.test(word) && sentence.tokens[i - 1]?.word !== 'be') return true;
    if (
      word === 'decision' &&
      /^(?:that|the|such|its|a)$/.test(sentence.tokens[i - 1]?.word ?? '') &&
      !/^(?:no|without)$/.test(sentence.tokens[i - 2]?.word ?? '')
    )
      return true;
  }
  return false;
}
