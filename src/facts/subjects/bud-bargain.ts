import { concessionsOf, isTied } from '../concessions.ts';
import type { Duty, Reading } from '../model.ts';
import { isAnswer } from './group.ts';
import { markOf, marks, type Trait } from './trait.ts';

const acting: ReadonlySet<string> = new Set(['military', 'military-support']);

/** The two columns of the bargain (BUD007, decision 74): what the beneficiary gives, and how hard the answer to an attack is. */
export const bargainTrait: Trait<Reading> = {
  name: 'bargain',
  facts: {
    conceded: {
      type: 'text',
      doc: 'The gravest thing the beneficiary gives up without waiting for the guarantee (decision 74).',
      values: ['none', 'reversible', 'irreversible'],
    },
    guaranteeGrade: {
      type: 'text',
      doc: 'Grade of the best response chain (E.1.7). Without a chain: C where a guarantor owes a named military measure, else none.',
      values: ['A', 'B', 'C', 'D', 'E', 'F', 'none'],
    },
    promised: { type: 'flag', doc: 'A guarantor says at least something towards the beneficiary.' },
  },
  marks: { concededWords: 'The gravest concession.', promisedWords: 'The strongest promise that stands against it.' },
  read: (reading) => {
    const given = concessionsOf(reading).filter((one) => !isTied(one, reading));
    const worst = given.find((one) => one.final) ?? given[0] ?? null;
    const promise = worst ? strongest(reading) : null;
    return {
      facts: {
        conceded: worst ? (worst.final ? 'irreversible' : 'reversible') : 'none',
        guaranteeGrade: worst ? gradeOf(reading) : 'none',
        promised: promise !== null,
      },
      marks: marks({
        concededWords: worst ? markOf(worst.sentence, worst.at, worst.proposition.confidence) : null,
        promisedWords: promise ? wordsOf(promise) : null,
      }),
    };
  },
};

function wordsOf({ proposition }: Duty): ReturnType<typeof markOf> {
  const { modal, verbAt, complement, sentence } = proposition;
  const from = Math.min((modal ?? verbAt).from, verbAt.from);
  let to = verbAt.to;
  while (to < Math.min(complement.to, verbAt.to + 10) && !/^[,;:]$/.test(sentence.tokens[to]!.word)) to++;
  return markOf(sentence, { from, to }, proposition.confidence);
}

function gradeOf(reading: Reading): 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'none' {
  const answers = new Set(
    reading.groups.filter(({ class: name }) => name === 'attack' || name === 'violation').map(({ id }) => id),
  );
  const grades = reading.chains.filter((chain) => answers.has(chain.group)).map((chain) => chain.grade);
  grades.sort();
  const best = grades[0];
  const named = reading.duties.some(
    (duty) =>
      isAnswer(duty) &&
      duty.proposition.force >= 7 &&
      duty.specificity >= 2 &&
      duty.proposition.polarity !== 'permission' &&
      acting.has(duty.proposition.actionClass),
  );
  if (best && best <= 'C') return best;
  return named ? 'C' : (best ?? 'none');
}

/** The promise of a guarantor that binds most; talk only where there is nothing else. */
function strongest(reading: Reading): Duty | null {
  let best: Duty | null = null;
  for (const duty of reading.duties) {
    const { actor, polarity, context } = duty.proposition;
    if (context === 'final-clause' || polarity === 'permission' || polarity === 'exemption') continue;
    if (actor.who !== 'guarantor' && !duty.core && !(actor.who === 'party' && actor.mode === 'collective')) continue;
    if (!best || rank(duty) > rank(best)) best = duty;
  }
  return best;
}

function rank({ core, proposition }: Duty): number {
  return proposition.force + (core ? 10 : 0);
}
