import type { Gate } from '../gates.ts';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { runsPast } from './gate-path.ts';
import type { Trait } from './trait.ts';

/** Words of form or channel that a decapitated or isolated government cannot satisfy. */
const forms = wordSet(
  'written writing official officially formal formally diplomatic verbale signed sealed ambassador ambassadors embassy note minister ministry president parliament chancellery',
);
/** What makes a request needless or always possible. */
const substitutes = sequences(`
standing (request|invitation|appeal)
(request|requests|requested|invitation|consent) in advance
in advance (and|the|requests|asks)
makes in advance
(requests|invites) (now|hereby)
(own|own free) (initiative|motion|accord)
by any means
any means of communication
(deemed|presumed|taken|considered) to (have|be) (made|requested|asked|given)
(is|are) (deemed|presumed) (made|requested|given)
without (a|any|waiting) (request|for)
no request is (needed|required|necessary)
(shall|may) act unasked
unasked
whether or not (it|a|the)
`);

/** Whether the request on which help waits can always be made (TRG005). */
export const requestTrait: Trait<Gate> = {
  name: 'request',
  facts: {
    formalRequest: { type: 'flag', doc: 'The request needs writing, an organ named, or a diplomatic channel.' },
    requestReplaced: { type: 'flag', doc: 'The text has a standing request, another way to start, or any means of asking.' },
    actsUnasked: { type: 'flag', doc: 'A binding core duty of the group needs no request.' },
  },
  marks: {},
  read: (gate, reading) => {
    if (gate.type !== 'request') return { facts: { formalRequest: false, requestReplaced: false, actsUnasked: false } };
    const near = { from: Math.max(0, gate.at.from - 4), to: gate.at.to + 18 };
    return {
      facts: {
        formalRequest: [near, ...gate.proposition.conditions].some((range) => findWord(gate.sentence.tokens, range, forms) >= 0),
        requestReplaced: replaced(reading),
        actsUnasked: gate.group !== null && runsPast(gate, gate.group, reading, requested),
      },
    };
  },
};

const requested: ReadonlySet<Gate['type']> = new Set(['request']);

/** "by any means", "on its own initiative" replace a request where they are said of one, or of help; a body that reports so does not help. */
function replaced(reading: Reading): boolean {
  return reading.operative.some(({ tokens }) => {
    const all = { from: 0, to: tokens.length };
    return (
      findSequence(tokens, all, substitutes) !== null &&
      (findWord(tokens, all, asked) >= 0 || findWord(tokens, all, helping) >= 0)
    );
  });
}

const asked = wordSet(
  'request requests requested requesting appeal appeals call calls ask asks asked unasked invitation invitations invites invited consent message messages notice notices notification',
);
const helping = wordSet('help assist assists assistance aid act acts respond responds support defend intervene intervenes');
