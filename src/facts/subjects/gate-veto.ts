import { actorWithin } from '../actors.ts';
import type { Gate } from '../gates.ts';
import type { Reading } from '../model.ts';
import { severalGuarantors } from '../roles.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { speaksOfSecurity } from '../security.ts';
import { aggressorSits } from './bud-talk.ts';
import type { Trait } from './trait.ts';

const minusOne = sequences(`
(minus|except|excepting|excluding|without) (the|that) (party|member|state|guarantor) (concerned|attacked|accused)
consensus minus one
`);
const findings = wordSet('finding findings report reports determination determinations conclusions');
const deciding: ReadonlySet<Gate['type']> = new Set([
  'decision',
  'determination',
  'further-agreement',
  'consent',
  'unsc-authorisation',
]);

/** Whether one holder of a gate can stop the response (BUD004, BUD005, BUD006). */
export const vetoTrait: Trait<Gate> = {
  name: 'veto',
  facts: {
    severalGuarantors: { type: 'flag', doc: 'More than one guarantor.' },
    decidesResponse: { type: 'flag', doc: 'The gate is the voting rule of a body on whose decision a response hangs.' },
    onMeasures: { type: 'flag', doc: 'The clause is about the measures, the response or the use of force as such.' },
    onFinding: { type: 'flag', doc: 'What is decided is a finding of a monitoring body, in a text that is about monitoring.' },
    minusOne: { type: 'flag', doc: 'Consensus without the State concerned.' },
    councilVeto: { type: 'flag', doc: 'An aggressor known to the text is a permanent member of the Security Council.' },
  },
  marks: {},
  read: (gate, reading) => ({
    facts: {
      severalGuarantors: reading.roles.guarantorCount !== 1 || severalGuarantors(reading.roles) || gate.holder?.who === 'organ',
      decidesResponse: gate.group === null && decidesResponse(gate, reading),
      onMeasures: onMeasures(gate, reading),
      onFinding:
        reading.kind === 'monitoring' && findWord(gate.proposition.sentence.tokens, gate.proposition.subject, findings) >= 0,
      minusOne: findSequence(gate.sentence.tokens, { from: 0, to: gate.sentence.tokens.length }, minusOne) !== null,
      councilVeto: aggressorSits(reading),
    },
  }),
};

const measures = wordSet(
  'measure measures response action force deployment assistance intervention defence defense sanctions funds answer attack',
);

/** "Measures require the agreement of all": the subject of the clause is the response itself. */
function onMeasures({ proposition }: Gate, reading: Reading): boolean {
  return findWord(proposition.sentence.tokens, proposition.subject, measures) >= 0 && speaksOfSecurity(reading);
}

function decidesResponse(gate: Gate, reading: Reading): boolean {
  const holder = gate.holder ?? actorWithin(gate.sentence.tokens, gate.proposition.subject, reading.roles, null);
  if (!deciding.has(gate.type) || holder?.who !== 'organ') return false;
  const body = reading.gates.some(
    (other) =>
      other !== gate &&
      deciding.has(other.type) &&
      (other.group?.class === 'attack' || other.group?.class === 'violation') &&
      other.holder?.who === 'organ' &&
      (other.holder.name === holder.name || other.holder.name === ''),
  );
  return (
    body ||
    reading.duties.some(
      ({ core, proposition }) => core && proposition.actor.who === 'organ' && proposition.actor.name === holder.name,
    )
  );
}
