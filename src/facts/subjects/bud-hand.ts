import type { Range, Sentence, Token } from '#phrases';
import { partyAt } from '../actors.ts';
import type { Gate } from '../gates.ts';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { speaksOfSecurity } from '../security.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** One hand of the aggressor on the switch (BUD005). */
interface Hand {
  readonly id: number;
  readonly form: 'guarantor' | 'member' | 'consent' | 'all' | 'depositary';
  readonly sentence: Sentence;
  readonly at: Range;
}

const consents = wordSet(
  'consent consents approval agreement assent leave permission authorisation authorization concurrence veto objection objections endorsement coordination acceptance',
);
const agreedForms = wordSet(
  'coordinated co-ordinated agreed approved authorised authorized accepted endorsed cleared permitted consulted',
);
const agreeing = wordSet(
  'consent consents agree agrees agreed approve approves approved objects object vetoes veto opposes oppose accepts',
);
const after = wordSet('of by from with');
const freeing = sequences(`
(no|without) (the|any|prior|) (consent|approval|agreement|assent|leave|permission|authorisation|authorization|concurrence|objection|veto|coordination)
(does|do|shall|will|is|are) not (require|need|required|depend|wait|subject|await|be)
(regardless|irrespective|independently) of
whether or not
(nor|neither)
without (waiting|regard)
`);
const harmless = wordSet(
  'prisoners prisoner detainees humanitarian hotline hostages remains grain mines deconfliction liaison notified informed told reduce reduced reduction lift lifted lifting relief suspend suspended withdraw withdrawn withdrawal terminate terminated end ended ceasefire cease-fire',
);
const matters = wordSet(
  `force forces troops brigade brigades battery batteries exercises exercise manoeuvres deploy deployed deployment deployments station stationed
   stationing base bases arms weapons weapon missiles ammunition equipment assist assistance aid help support defend defence defense repel
   measure measures response respond act action guarantee guarantees accession membership join training train contingents monitors monitoring
   finding findings decision decisions amendment amendments amended amend sanctions treaty contingent units flights overflight patrols mission
   reinforcement reinforcements intervention protect protection articles article provisions obligations`,
);
const listing = wordSet('be mean include comprise consist designate list name become join act serve');
const guarantorWords = wordSet('guarantor guarantors');
const bodies = wordSet(
  'council commission committee centre center board panel secretariat mission group body mechanism conference',
);
const composing = sequences(`
(composed|consisting|made) (of|up)
(consists|consist|comprises|comprise|includes|include|comprising|including)
(members|member) (of|are|is)
(representatives|representative|delegates) of
(seat|vote|votes|voting|sits|sit|seats)
(has|have|holds) (one|a|equal) (vote|seat)
`);
const voteless = sequences(`
without (a|the|) (vote|votes|right)
(observer|observers)
(shall|does|do|may|will) not (vote|take|sit|participate)
no (part|vote|seat|voice)
(excluded|barred) from
`);
const depositary = wordSet('depositary deposited deposit');

const memory = new WeakMap<Reading, boolean>();

/** Whether the aggressor is one of the guarantors, by the front matter or by the text. */
function isAmongGuarantors(reading: Reading): boolean {
  const known = memory.get(reading);
  if (known !== undefined) return known;
  const { roles } = reading;
  const answer =
    roles.aggressors.some((name) => roles.guarantors.includes(name)) ||
    reading.phrases.sentences.some((sentence) => listsAggressor(sentence, reading) !== null);
  memory.set(reading, answer);
  return answer;
}

function handsOf(reading: Reading): Hand[] {
  if (reading.roles.aggressors.length === 0 || !(speaksOfSecurity(reading) || reading.frontMatter.parties)) return [];
  const hands: Hand[] = [];
  const add = (form: Hand['form'], sentence: Sentence, at: Range): void => {
    if (hands.some((hand) => hand.sentence === sentence && hand.at.from < at.to && at.from < hand.at.to)) return;
    hands.push({ id: hands.length, form, sentence, at });
  };
  const read = new Set(['operative', 'annex-operative', 'final-clause', 'definition', 'table', 'parties']);
  for (const sentence of reading.phrases.sentences) {
    if (!read.has(sentence.context) || sentence.block.kind === 'heading') continue;
    const listed = listsAggressor(sentence, reading);
    if (listed) add('guarantor', sentence, listed);
    if (sentence.context === 'parties') continue;
    const member = listed ? null : sitsIn(sentence, reading);
    if (member) add('member', sentence, member);
    const consent = consentIn(sentence, reading);
    if (consent) add('consent', sentence, consent);
    if (sentence.context === 'final-clause' && !listed && !consent) {
      const kept = keeps(sentence, reading);
      if (kept) add('depositary', sentence, kept);
    }
  }
  for (const gate of reading.gates) {
    const all = wholeSet(gate, reading);
    if (all) add('all', gate.sentence, all);
  }
  for (const sentence of reading.operative) {
    const all = amendsWithAll(sentence, reading);
    if (all) add('all', sentence, all);
  }
  return hands.sort((a, b) => (markOf(a.sentence, a.at)?.start ?? 0) - (markOf(b.sentence, b.at)?.start ?? 0));
}

/** The aggressor's name in a range; null where it does not stand there. */
function aggressorIn(tokens: readonly Token[], range: Range, { roles }: Reading): Range | null {
  for (let i = Math.max(0, range.from); i < Math.min(range.to, tokens.length); i++) {
    if (tokens[i]!.word === 'aggressor' || roles.classes.get(tokens[i]!.word) === 'aggressor') return { from: i, to: i + 1 };
    const party = tokens[i]!.capital ? partyAt(tokens, i, roles) : null;
    if (party && roles.aggressors.includes(party.name)) return { from: i, to: party.to };
  }
  return null;
}

/** "The Guarantors are Brenn, Sund and Morvania", "'Guarantor' means each of …", "the Russian Federation, as a Guarantor". */
function listsAggressor(sentence: Sentence, reading: Reading): Range | null {
  const { tokens } = sentence;
  const guarantor = findWord(tokens, { from: 0, to: tokens.length }, guarantorWords);
  if (guarantor < 0) return null;
  for (const proposition of reading.bySentence.get(sentence.id) ?? []) {
    if (!listing.has(proposition.verb) || proposition.polarity === 'prohibition') continue;
    const { subject, complement } = proposition;
    const heads = findWord(tokens, { from: subject.from, to: Math.min(subject.to, subject.from + 5) }, guarantorWords) >= 0;
    const named = heads ? aggressorIn(tokens, complement, reading) : aggressorIn(tokens, subject, reading);
    const told =
      heads || findWord(tokens, { from: complement.from, to: Math.min(complement.to, complement.from + 6) }, guarantorWords) >= 0;
    if (named && told && !excluded(tokens, named)) return named;
  }
  if (sentence.context !== 'definition' && sentence.context !== 'parties' && guarantor > 6) return asGuarantor(tokens, reading);
  if (sentence.context === 'operative' || sentence.context === 'annex-operative') return asGuarantor(tokens, reading);
  // A definition or an opening: the list stands beside its name.
  if (findSequence(tokens, { from: 0, to: tokens.length }, attackers)) return null;
  const named = aggressorIn(tokens, { from: 0, to: tokens.length }, reading);
  if (!named || excluded(tokens, named)) return null;
  const between = { from: Math.min(named.to, guarantor), to: Math.max(named.from, guarantor) };
  if (sentence.context === 'parties') {
    // "Brenn, Sund and Morvania ("the Guarantors") and Lorn": before the name and with no other class between.
    return guarantor > named.to &&
      findWord(tokens, between, wordSet('beneficiary aggressor party parties side sides belligerent belligerents with')) < 0
      ? named
      : null;
  }
  return guarantor < named.from && findWord(tokens, between, wordSet('against beneficiary by from')) < 0 ? named : null;
}

const attackers = sequences(`
(attack|attacks|aggression|force|invasion) (by|from|of)
`);

/** "Morvania, as a Guarantor,", "the Guarantors, including Morvania,". */
function asGuarantor(tokens: readonly Token[], reading: Reading): Range | null {
  for (let from = 0; from < tokens.length; ) {
    const named = aggressorIn(tokens, { from, to: tokens.length }, reading);
    if (!named) return null;
    const rest = { from: named.to, to: Math.min(tokens.length, named.to + 6) };
    const as = findWord(tokens, rest, wordSet('as'));
    if (as >= 0 && findWord(tokens, { from: as, to: as + 5 }, guarantorWords) >= 0) return named;
    const near = findSequence(tokens, { from: Math.max(0, named.from - 8), to: named.from + 1 }, including);
    const guarantor = near ? findWord(tokens, { from: Math.max(0, near.from - 5), to: near.from }, guarantorWords) : -1;
    if (guarantor >= 0) return named;
    from = named.to;
  }
  return null;
}

const including = sequences(`
(including|among) (them|whom|which|)
(including|include|includes)
`);

function excluded(tokens: readonly Token[], named: Range): boolean {
  return (
    findWord(tokens, { from: Math.max(0, named.from - 4), to: named.from }, wordSet('except excluding not than without')) >= 0
  );
}

/** The aggressor sits in a body that decides or watches: "The Council consists of one representative of each of …". */
function sitsIn({ tokens, own }: Sentence, reading: Reading): Range | null {
  const all = { from: own, to: tokens.length };
  const named = aggressorIn(tokens, all, reading);
  if (findSequence(tokens, all, voteless)) return null;
  const body = findWord(tokens, all, bodies);
  const seats = findSequence(tokens, all, seating);
  if (named && seats && named.to <= seats.from && findWord(tokens, seats, membership) >= 0) return named;
  // "five members, one from each Participating State"
  const shared = body >= 0 && isParty(reading) ? findSequence(tokens, { from: body, to: tokens.length }, oneEach) : null;
  if (shared && findWord(tokens, { from: body, to: shared.from }, membership) >= 0) return shared;
  if (!named || body < 0) return null;
  if (findSequence(tokens, { from: own, to: tokens.length }, composing)) {
    const verb = findSequence(tokens, all, composing)!;
    if (verb.from > body - 12 && named.from > verb.from - 12) return named;
  }
  if (findSequence(tokens, all, seating) && named.from < body + 24) return named;
  return jointBody(tokens, body, named) ? named : null;
}

const seating = sequences(`
(appoint|appoints|names|sends|nominates|designates|delegates) (a|one|two|three|its|half) (member|members|representative|representatives|delegate|delegates|officer|officers|of)
`);
const membership = wordSet('member members representative representatives delegate delegates');
const oneEach = sequences(`
one (from|of|by|for) each (party|side|state|participating|signatory|contracting|of)
`);
const seatKinds = wordSet('officers representatives delegates experts members staff commanders');

/** "a Joint Centre of officers of Torvany and of the Volskian Federation": the body is of both. */
function jointBody(tokens: readonly Token[], body: number, named: Range): boolean {
  if (tokens[body + 1]?.word !== 'of' || named.from > body + 16) return false;
  const joint =
    findWord(tokens, { from: Math.max(0, body - 4), to: body }, wordSet('joint mixed common bilateral trilateral')) >= 0;
  if (!joint && !seatKinds.has(tokens[body + 2]?.word ?? '')) return false;
  for (let i = body + 1; i < named.from; i++)
    if (tokens[i]!.kind === 'mark' || /^(?:shall|will|on|for|is|are|to|with)$/.test(tokens[i]!.word)) return false;
  return true;
}

/** "with the consent of Morvania", "approved by it", "Morvania agrees": the aggressor has to say yes. */
function consentIn(sentence: Sentence, reading: Reading): Range | null {
  const { tokens, own } = sentence;
  const all = { from: own, to: tokens.length };
  const named = aggressorIn(tokens, all, reading);
  if (!named) return null;
  if (findWord(tokens, all, harmless) >= 0 || findSequence(tokens, all, freeing)) return null;
  if (findWord(tokens, all, matters) < 0) return null;
  for (let i = own; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (consents.has(word) || agreedForms.has(word)) {
      let j = i + 1;
      while (j < tokens.length && j < i + 4 && !after.has(tokens[j]!.word)) j++;
      if (j < tokens.length && j < i + 4) {
        const who = aggressorIn(tokens, { from: j + 1, to: j + 9 }, reading);
        if (who && !stopsAt(tokens, j + 1, who.from)) return { from: startOf(tokens, i), to: who.to };
      }
      // "Morvania's consent", "Morvania has to give its consent"
      const owner = aggressorIn(tokens, { from: Math.max(own, i - 6), to: i }, reading);
      if (owner && consents.has(word) && !clauseBreak(tokens, owner.to, i)) return { from: owner.from, to: i + 1 };
    }
    if (agreeing.has(word)) {
      const who = aggressorIn(tokens, { from: Math.max(own, i - 5), to: i }, reading);
      if (!who || clauseBreak(tokens, who.to, i)) continue;
      const opener = findWord(
        tokens,
        { from: Math.max(own, who.from - 5), to: who.from },
        wordSet('if when once unless until provided where after that'),
      );
      if (opener >= 0) return { from: opener, to: i + 1 };
    }
  }
  return null;
}

function startOf(tokens: readonly Token[], i: number): number {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--)
    if (/^(?:with|in|only|subject|after|upon|require|requires|be|are|is)$/.test(tokens[j]!.word)) return j;
  return i;
}

function stopsAt(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (/^[;:.]$/.test(tokens[i]!.word) || /^(?:shall|will|which)$/.test(tokens[i]!.word)) return true;
  return false;
}

function clauseBreak(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.kind === 'mark' && tokens[i]!.word !== "'s") return true;
  return false;
}

const classes = wordSet('guarantors guarantor parties signatories participants states powers members');

/** A gate that needs all of a class to which the aggressor belongs (BUD005 c; to reduce is harmless, decision 70). */
function wholeSet(gate: Gate, reading: Reading): Range | null {
  if (gate.controls === 'stop' || gate.controls === 'relief' || gate.controls === 'exit' || gate.controls === 'procedure')
    return null;
  if (gate.controls === 'ratification' || gate.silence === 'proceeds') return null;
  if (gate.quorum !== 'all' || gate.type === 'domestic-law' || gate.type === 'appropriation' || gate.type === 'domestic-approval')
    return null;
  const { tokens } = gate.sentence;
  const range = { from: Math.max(gate.proposition.at.from, gate.at.from - 8), to: Math.min(tokens.length, gate.at.to + 10) };
  if (findWord(tokens, { from: 0, to: tokens.length }, matters) < 0) return null;
  if (findSequence(tokens, { from: 0, to: tokens.length }, exceptions)) return null;
  return includesAggressor(tokens, range, reading) || gate.holder?.includesAggressor ? gate.at : null;
}

const exceptions = sequences(`
(except|excluding|other) (the|that|than|any|a)
(minus|without) the
takes no part
not (vote|count)
`);

function includesAggressor(tokens: readonly Token[], range: Range, reading: Reading): boolean {
  for (let i = range.from; i < Math.min(range.to, tokens.length); i++) {
    const { word } = tokens[i]!;
    if (!classes.has(word)) continue;
    const role = reading.roles.classes.get(word) ?? (word.startsWith('guarantor') ? 'guarantor' : 'party');
    const next = tokens[i + 1]?.word ?? '';
    const other = tokens[i - 1]?.word ?? '';
    if (role === 'guarantor' || /^(?:guarantor|guaranteeing|guarantee)$/.test(other) || /^(?:states|powers)$/.test(next)) {
      if (isAmongGuarantors(reading)) return true;
      continue;
    }
    if (role === 'party' && isParty(reading)) return true;
  }
  return false;
}

/** The aggressor has signed: it is named in the opening. */
function isParty(reading: Reading): boolean {
  return reading.phrases.sentences.some(
    (sentence) =>
      sentence.context === 'parties' && aggressorIn(sentence.tokens, { from: 0, to: sentence.tokens.length }, reading) !== null,
  );
}

const quantified = sequences(`
all (of|) (the|) (guarantor|guarantors|guaranteeing|signatory|signatories|parties|participants|states|powers|members)
(every|each) (guarantor|signatory|party)
(unanimous|unanimity|unanimously|consensus)
`);
const agreeingToIt = wordSet(
  'agreed agree agrees consent consents agreement approval approve approved leave decision decide decided unanimous unanimously unanimity consensus jointly',
);
const held = wordSet(
  'amended amendment amendments exercises assistance measures deployment forces decision troops help arms accession',
);

/** "amended only with the agreement of all Parties", "on which all Guarantors have agreed" where no gate was read. */
function amendsWithAll(sentence: Sentence, reading: Reading): Range | null {
  const { tokens, own } = sentence;
  const all = { from: own, to: tokens.length };
  const set = findSequence(tokens, all, quantified);
  if (!set || findWord(tokens, all, agreeingToIt) < 0 || findWord(tokens, all, held) < 0) return null;
  if (findWord(tokens, all, harmless) >= 0 || findSequence(tokens, all, freeing) || findSequence(tokens, all, exceptions))
    return null;
  const near = { from: Math.max(own, set.from - 8), to: Math.min(tokens.length, set.to + 6) };
  const agrees = findWord(tokens, near, agreeingToIt);
  if (agrees < 0 || !includesAggressor(tokens, { from: set.from, to: set.to + 2 }, reading)) return null;
  return { from: Math.min(set.from, agrees), to: Math.max(set.to, agrees + 1) };
}

/** The aggressor keeps the text: harmless, and said at info. */
function keeps({ tokens, own }: Sentence, reading: Reading): Range | null {
  const kept = findWord(tokens, { from: own, to: tokens.length }, depositary);
  if (kept < 0) return null;
  const named = aggressorIn(tokens, { from: Math.max(own, kept - 12), to: kept + 8 }, reading);
  if (!named) return null;
  const before = tokens[named.from - 1]?.word === 'the' ? named.from - 2 : named.from - 1;
  const word = tokens[before]?.word ?? '';
  return word === 'with' || word === 'of' || tokens[kept]!.word === 'depositary' ? named : null;
}

/** Which hand the aggressor has on the guarantee (BUD005). */
const handTrait: Trait<Hand> = {
  name: 'hand',
  facts: {
    form: {
      type: 'text',
      doc: 'Listed as guarantor; member of a body; its consent is needed; it belongs to a class that must all agree; depositary.',
      values: ['guarantor', 'member', 'consent', 'all', 'depositary'],
    },
  },
  marks: { hand: 'The words that give it.' },
  read: ({ form, sentence, at }) => ({ facts: { form }, marks: marks({ hand: markOf(sentence, at) }) }),
};

/** Every right, function or vote of the aggressor over the guarantee. Silent where no aggressor is known (0.3). */
export const handKind: SubjectKind<Hand> = {
  kind: 'hand',
  doc: 'A right, function or vote of the aggressor over the guarantee (BUD005).',
  items: handsOf,
  about: ({ id, sentence, at }) => ({
    id: `hand:${id}`,
    clause: sentence.clause.label || null,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [handTrait],
};
