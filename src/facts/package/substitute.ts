import type { Mark } from '#base';
import type { Range, Sentence } from '#phrases';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { isAnswer } from '../subjects/group.ts';
import { markOf, marks, type SubjectKind, type Trait } from '../subjects/trait.ts';
import type { Package, Seat } from './model.ts';

/** A clause in which accession, trade, minerals or money stands for a duty to defend. */
interface Substitute {
  readonly id: string;
  readonly form: 'is' | 'instead' | 'price';
  readonly clause: string | null;
  readonly at: Mark;
}

const goods = wordSet(
  `accession membership candidate candidacy candidature market markets investment investments investor investors fund funds mineral minerals mining mines
   reconstruction venture ventures trade commerce royalties concession concessions resources lithium titanium oil gas integration association
   partnership shares share`,
);
const means = sequences(`
(security|main|best|principal|primary|chief|real|true|strongest|central|sole|only|ultimate|effective) (guarantee|guarantees)
(security|main|best|principal|primary) (security|) (guarantee|guarantees)
(guarantee|guarantees|guarantor) (of|for) (its|the|their) (security|safety|defence|independence|sovereignty)
(guarantee|guarantees) of security
as (a|the|its|their|an) (guarantee|guarantees)
(security|safety|independence|defence|sovereignty) (of|is|are)
`);
const standing = wordSet(
  `is are be regard regards consider considers considered regarded constitute constitutes form forms serve serves represent represents provide provides
   guaranteed assured ensured secured protected view views treat treats see sees as remain remains rest rests depends act acts`,
);
const guaranteed = wordSet('guaranteed assured ensured secured safeguarded protected rests underpinned');
const instead = sequences(`
in place of
instead of
in lieu of
as a substitute for
as (an|) alternative to
in return for not joining
in exchange for not joining
(replace|replaces|substitute|substitutes) for
(replace|replaces) (the|any|a|its)
(takes|take) the place of
rather than
`);
const security = wordSet(
  'security guarantee guarantees alliance nato troops forces defence defense protection military garrison article membership presence joining',
);
const prices = sequences(`
in (return|exchange|consideration) for
against (the|) (grant|transfer|delivery)
in return
`);
const interests = sequences(`
(an|its|great|special|close|particular|active) interest in
(takes|take|assume|assumes|bear|bears) (responsibility|charge) for
(guarantee|guarantees|underwrite|underwrites|safeguard|safeguards) (the|its) (security|safety|independence)
(concerned|concern) (with|for|itself)
(stake|interest) in
`);
const denying = wordSet('no not nor never cannot neither none');
const denied = sequences(`
without prejudice
in addition to
additional to
besides
`);

/** "is no substitute", "No investment is …"; "for not joining" is the price and denies nothing. */
function isDenied({ tokens, own }: Sentence): boolean {
  if (findSequence(tokens, { from: own, to: tokens.length }, denied)) return true;
  return tokens.some(
    ({ word }, i) =>
      i >= own && denying.has(word) && !/^(?:joining|entering|seeking|acceding|becoming)$/.test(tokens[i + 1]?.word ?? ''),
  );
}

/** The words by which a sentence puts something else in the place of defence; null where none do. */
function substitutes(sentence: Sentence): { readonly form: Substitute['form']; readonly at: Range } | null {
  const { tokens } = sentence;
  const all = { from: sentence.own, to: tokens.length };
  const good = findWord(tokens, all, goods);
  if (good < 0 || isDenied(sentence)) return null;
  const replaced = findSequence(tokens, all, instead);
  if (replaced) {
    const what = findWord(tokens, { from: replaced.to, to: replaced.to + 8 }, security);
    const given = findWord(tokens, { from: sentence.own, to: replaced.from }, goods);
    const after = given < 0 ? findWord(tokens, { from: replaced.to, to: tokens.length }, goods) : given;
    if (what >= 0 && after >= 0 && after !== what)
      return { form: 'instead', at: { from: Math.min(after, replaced.from), to: what + 1 } };
  }
  const guarantee = findSequence(tokens, all, means);
  if (guarantee) {
    const plain =
      /^(?:security|safety|independence|defence|sovereignty)$/.test(tokens[guarantee.from]!.word) &&
      !/^guarantee/.test(tokens[guarantee.to - 1]!.word);
    if (plain) {
      const verb = findWord(tokens, { from: guarantee.from, to: Math.min(tokens.length, guarantee.to + 8) }, guaranteed);
      const by = verb < 0 ? -1 : findWord(tokens, { from: verb, to: verb + 4 }, wordSet('by through in on with'));
      const what = by < 0 ? -1 : findWord(tokens, { from: by, to: by + 8 }, goods);
      if (what >= 0) return { form: 'is', at: { from: guarantee.from, to: what + 1 } };
    } else {
      const between = { from: Math.min(good, guarantee.from), to: Math.max(good + 1, guarantee.to) };
      if (
        between.to - between.from < 26 &&
        (good < guarantee.from
          ? findWord(tokens, { from: good, to: guarantee.from }, standing) >= 0
          : findWord(tokens, { from: guarantee.to, to: good }, wordSet('is are be lies lie consists rests')) >= 0)
      )
        return { form: 'is', at: between };
    }
  }
  const price = findSequence(tokens, all, prices);
  if (price) {
    const what = findWord(tokens, { from: price.to, to: price.to + 8 }, goods);
    const interest = findSequence(tokens, all, interests);
    if (
      what >= 0 &&
      interest &&
      findWord(
        tokens,
        interest.from < price.from ? { from: interest.from, to: price.from } : { from: interest.from, to: tokens.length },
        security,
      ) >= 0
    )
      return {
        form: 'price',
        at: { from: Math.min(price.from, interest.from), to: Math.max(what + 1, Math.min(tokens.length, interest.to + 4)) },
      };
  }
  return null;
}

const memory = new WeakMap<Reading, readonly Substitute[]>();

/** Read once for each draft; linear in the text. */
function readSubstitutes(reading: Reading): readonly Substitute[] {
  const known = memory.get(reading);
  if (known) return known;
  const found: Substitute[] = [];
  for (const sentence of reading.operative) {
    const words = substitutes(sentence);
    const at = words ? markOf(sentence, trim(sentence, words.at)) : null;
    if (words && at)
      found.push({ id: `substitute:${found.length}`, form: words.form, clause: sentence.clause.label || null, at });
  }
  memory.set(reading, found);
  return found;
}

const trim = ({ tokens }: Sentence, { from, to }: Range): Range => ({ from, to: Math.min(to, tokens.length) });

/** Some draft of the package owes an answer of arms, or sanctions that return by themselves. */
function hasHardAnswer({ drafts }: Package): boolean {
  return drafts.some(({ reading }) =>
    reading.duties.some(
      (duty) =>
        isAnswer(duty) &&
        duty.proposition.polarity !== 'permission' &&
        duty.proposition.force >= 4 &&
        (duty.proposition.actionClass === 'military' || duty.proposition.action === 'sanction-snapback'),
    ),
  );
}

const substituteTrait: Trait<Substitute, Seat> = {
  name: 'substitute',
  facts: {
    form: {
      type: 'text',
      doc: 'How it is put: it is the guarantee, it stands instead of one, or security is the price of it.',
      values: ['is', 'instead', 'price'],
    },
    hardAnswer: { type: 'flag', doc: 'The package owes an answer of arms, or sanctions that return by themselves.' },
  },
  marks: { substitute: 'The words that put it in the place of defence.' },
  read: ({ form, at }, { pack }) => ({ facts: { form, hardAnswer: hasHardAnswer(pack) }, marks: marks({ substitute: at }) }),
};

/** Every clause in which something that is no defence stands for it (PKG002). */
export const substituteKind: SubjectKind<Substitute, Seat> = {
  kind: 'substitute',
  doc: 'A clause in which accession, trade, minerals or money stands for a duty to defend.',
  items: ({ draft }) => readSubstitutes(draft.reading),
  about: ({ id, clause, at }) => ({ id, clause, group: null, span: at, confidence: 'explicit' }),
  traits: [substituteTrait],
};
