import { readFunds } from '../funds.ts';
import type { Duty } from '../model.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Money as a condition of performance (DUR003, L9, `funding` in A.8). */
export const fundsTrait: Trait<Duty> = {
  name: 'funds',
  facts: {
    funds: { type: 'flag', doc: 'A funding escape (L9) attaches to the duty.' },
    generalClause: {
      type: 'flag',
      doc: 'The funding escape stands in a general clause, over whatever the text promises.',
    },
    fundedDeed: {
      type: 'flag',
      doc: 'What waits for money is a deed of help or defence named as a thing ("the delivery of arms").',
    },
  },
  marks: { fundsWords: 'The funding escape.' },
  read: ({ proposition }) => {
    const found = readFunds(proposition);
    return {
      facts: {
        funds: found !== null && found.reach !== 'minor',
        generalClause: found?.reach === 'all',
        fundedDeed: found?.reach === 'deed',
      },
      marks: marks({ fundsWords: markOf(proposition.sentence, found?.at, proposition.confidence) }),
    };
  },
};
