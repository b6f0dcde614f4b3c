import type { Range } from '#phrases';
import { actorWithin } from '../actors.ts';
import type { Duty, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type Trait } from './trait.ts';

const kinds = new Set([
  'provide-arms',
  'train',
  'finance',
  'share-intel',
  'industrial',
  'logistics',
  'assist-generic',
  'maintain',
]);

/** Adjectives that stand where a number should (OBL007). */
const swelling =
  wordSet(`significant sustained substantial robust adequate sufficient enduring considerable comprehensive extensive ample
  increased long-term lasting continued steady predictable meaningful strong enhanced necessary generous plentiful abundant liberal lavish vigorous
  massive quantities large large-scale important appreciable fair reasonable suitable appropriate regular constant unstinting unwavering
  reliable continuous permanent prolonged all-round effective proper requisite decisive major modern`);
/** Adverbs that stand where a number should: "shall assist generously". */
const swellingAdverbs = wordSet(
  `generously substantially adequately sufficiently significantly considerably amply liberally abundantly continuously regularly massively
  fully steadily constantly properly suitably handsomely lavishly`,
);
const supportWords =
  wordSet(`support assistance aid supplies supply training funding funds finance financing equipment ammunition weapons arms
  intelligence help package capabilities contribution contributions backing relief deliveries shipments quantities numbers sums amounts credits
  loans munitions shells missiles materiel stocks scale part money means instructors`);
const currency = wordSet('eur usd gbp euro euros dollar dollars pounds hryvnia percent per-cent % € $ £ million billion');

/** A standard of result or a capability with a name: as good as a number. */
const standards = sequences(`
  sufficient to
  needed to (keep|equip|maintain)
  (double|twice|triple) the
  (sum|sums|amount|amounts|instalment|instalments) (under|in|set|stated|fixed|mentioned|due)
  per cent
  percent of
  recognised air picture
  recognized air picture
  one (quarter|half|third|tenth)
  (half|quarter|third) of`);
const paying = wordSet('bear cover meet defray reimburse');
const bills = wordSet('cost costs expense expenses bill bills');
const portions = wordSet('part portion some towards toward fraction');
const share = wordSet('share percentage quota');
const eachYear = sequences(`
  each year
  every year
  (in|for) each (year|calendar|financial|fiscal|budget)
  (in|for) every (year|calendar|financial|fiscal|budget)
  per year
  a year
  annually
  yearly`);
const budgetYear = sequences(`
  (financial|fiscal|budget|budgetary) year
  calendar year`);

const reach = (duty: Duty): Range => {
  const { proposition } = duty;
  return proposition.passive
    ? { from: proposition.subject.from, to: proposition.complement.to }
    : { from: proposition.at.from, to: proposition.complement.to };
};

/** The clause counts what it promises, or sends the reader to an annex that does. */
function counted(duty: Duty): boolean {
  const { proposition, specificity } = duty;
  if (specificity >= 3) return true;
  const { sentence } = proposition;
  const range = reach(duty);
  // "shall bear the cost of the substitute": the bill is the amount.
  if (
    paying.has(proposition.verb) &&
    findWord(sentence.tokens, range, bills) >= 0 &&
    findWord(sentence.tokens, proposition.complement, portions) < 0
  )
    return true;
  if (findSequence(sentence.tokens, range, standards) || findWord(sentence.tokens, range, share) >= 0) return true;
  return findWord(sentence.tokens, range, currency) >= 0;
}

/** Money for one budget year and nothing said of the next (OBL007 *Fires*). */
function oneYear(duty: Duty): Range | null {
  const { proposition } = duty;
  if (proposition.action !== 'finance') return null;
  const { tokens } = proposition.sentence;
  const range = reach(duty);
  const year = findSequence(tokens, range, budgetYear);
  if (findSequence(tokens, range, eachYear)) return null;
  for (let i = range.from; i < Math.min(range.to, tokens.length); i++) {
    const { word } = tokens[i]!;
    const pair = /^20\d\d[/–-](?:20)?\d\d$/.test(word);
    const apart =
      /^20\d\d$/.test(word) && /^[/–-]$/.test(tokens[i + 1]?.word ?? '') && /^(?:20)?\d\d$/.test(tokens[i + 2]?.word ?? '');
    if (pair || apart) return { from: year ? Math.min(year.from, i) : i, to: i + (apart ? 3 : 1) };
    if (year && /^20\d\d$/.test(word) && i - year.to <= 1) return { from: year.from, to: i + 1 };
  }
  return null;
}

/** "the Guarantor is to be paid for it": the subject receives the money. */
function paysGuarantor({ action, passive, subject, sentence }: Duty['proposition'], reading: Reading): boolean {
  if (action !== 'finance' || !passive) return false;
  const who = actorWithin(sentence.tokens, subject, reading.roles, null)?.who;
  return who === 'guarantor' || who === 'party';
}

/** The adjective that stands before a noun of support within seven words; else the first such adjective; -1 if none. */
function firstSwelling(tokens: Duty['proposition']['sentence']['tokens'], range: Range): number {
  let first = -1;
  for (let at = findWord(tokens, range, swelling); at >= 0; at = findWord(tokens, { from: at + 1, to: range.to }, swelling)) {
    if (findWord(tokens, { from: at + 1, to: Math.min(range.to, at + 7) }, supportWords) >= 0) return at;
    if (first < 0) first = at;
  }
  return first;
}

/** Support without amount, period or schedule (OBL007). */
export const amountTrait: Trait<Duty> = {
  name: 'amount',
  facts: {
    supportDuty: { type: 'flag', doc: 'A duty of arms, training, money, intelligence, industry or support in general.' },
    bodyTask: {
      type: 'flag',
      doc: 'One of the tasks of a force or mission, which does with its own people what it does: its size is what could be short.',
    },
    counted: { type: 'flag', doc: 'It has a number, a share, a sum, a standard of result or an annex.' },
    swollen: { type: 'flag', doc: 'An adjective ("significant", "sustained") stands where the number should.' },
    oneYear: { type: 'flag', doc: 'The sum is for one budget year.' },
  },
  marks: { amount: 'The words without a number: the adjective and its noun, or the verb.', year: 'The one budget year.' },
  read: (duty, reading) => {
    const { proposition } = duty;
    const { sentence } = proposition;
    const { tokens } = sentence;
    const range = proposition.passive ? reach(duty) : proposition.complement;
    const bare = findWord(tokens, range, swellingAdverbs);
    const adjective = firstSwelling(tokens, range);
    const noun = adjective < 0 ? -1 : findWord(tokens, { from: adjective, to: Math.min(range.to, adjective + 7) }, supportWords);
    const year = oneYear(duty);
    const from = (proposition.modal ?? proposition.verbAt).from;
    const plain = findWord(tokens, range, supportWords);
    const words: Range =
      bare >= 0 && noun < 0
        ? { from: bare, to: bare + 1 }
        : noun >= 0
          ? { from: adjective, to: noun + 1 }
          : plain >= 0 && plain - proposition.verbAt.to < 12
            ? { from: Math.min(from, plain), to: Math.max(plain + 1, proposition.verbAt.to) }
            : { from: proposition.verbAt.from - from > 6 ? proposition.verbAt.from : from, to: proposition.verbAt.to };
    return {
      facts: {
        supportDuty:
          (kinds.has(proposition.action) && !paysGuarantor(proposition, reading)) ||
          (noun >= 0 && proposition.actionClass === 'other'),
        bodyTask: proposition.actor.who === 'organ' && noun < 0 && proposition.action === 'train',
        counted: counted(duty),
        swollen: noun >= 0 || bare >= 0,
        oneYear: year !== null,
      },
      marks: marks({
        amount: markOf(sentence, words, proposition.confidence),
        year: markOf(sentence, year, proposition.confidence),
      }),
    };
  },
};
