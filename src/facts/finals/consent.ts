import type { Sentence, TimePhrase, Token } from '#phrases';
import { find, has, instruments, type Place, patterns, selfIn, wordsOf } from './words.ts';

/** How the parties consent to be bound (VCLT Articles 11 to 16). */
export interface Consent {
  /**
   * ratification: ratification, acceptance, approval or accession is provided for; procedures: notes or notices that domestic procedures are
   * complete; signature: definitive signature; none: nothing is said (entry on signature stands in `Entry`, not here).
   */
  readonly mode: 'ratification' | 'procedures' | 'signature' | 'none';
  /** A clause asks for ratification, acceptance or approval; false where they are only spoken of. */
  readonly required: boolean;
  /** Narrowest words of the first provision; null with `none`. */
  readonly place: Place | null;
  /** A date or period by which a party must submit the text for approval, ratify or deposit. */
  readonly timetable: Place | null;
  /** A list, annex or clause that names whose approval each party needs. */
  readonly approvals: Place | null;
}

/** Clauses that ask for ratification; the others only speak of it. */
const asking = patterns(`
  subject to ratification
  subject to the? signature and? ratification
  subject to signature , ratification
  subject to acceptance
  subject to approval
  subject to confirmation
  shall|will|must be ratified|approved by|in
  shall|will|must be ratified
  shall|will|must ratify
  requires|require|needs|need|requiring ratification|acceptance|approval by|of
  requires|require|needs|need|requiring ratification
  ratification|acceptance|approval or? acceptance|approval? by each|all|every|both|the signatory|signatories|party|parties|state|states|guarantor|guarantors|signatory|of? is|are required|needed|necessary
`);
const ratifying = patterns(`
  its|their acceptance|approval thereof
  instruments|instrument|instruments' of their|its|the? ratification|ratifications|acceptance|approval|accession|adoption
  instruments|instrument of accession|acceptance|approval
  deposit|deposits|deposited|depositing|deposition of? their|its|his|an? instrument|instruments|ratifications
  exchange of the? instruments|ratifications
  ratifications shall|will be exchanged|deposited
  shall|will|must|is|are be? to? be? ~ratified
  shall|will|must|may ratify
  open for|to signature and|, ratification|accession
  open for|to ratification|accession|acceptance
  ratification of|by
  after|upon|until|on|by|before|following|its|their ratification
  have|has been? ratified
  ratify|ratifies|ratifying this|it
  accede|accedes to this|it
  express|expressed|expresses|expressing its|their? consent to be bound
  consent to be bound
  expresses|express its|their consent
`);
const proceduralNouns = wordsOf(
  'procedure|procedures|requirement|requirements|formality|formalities|approval|approvals|process|processes|conditions|steps|consent',
);
const domestic = wordsOf(
  'internal|domestic|national|constitutional|legal|parliamentary|necessary|required|statutory|legislative|parliament|parliaments|respective',
);
const telling = wordsOf(
  'notify|notifies|notified|notification|notifications|note|notes|inform|informed|informs|informing|letters|confirm|confirmed|exchange',
);
const definitive = patterns(`
  definitive signature
  signature definitively
  signature without reservation|reservations as to ratification|acceptance
`);

const submitting = wordsOf(
  'submit|submits|submitted|lay|lays|laid|present|presents|presented|introduce|introduced|transmit|transmits|transmitted|put|bring|place',
);
const approving = wordsOf(
  `parliament|parliaments|parliamentary|legislature|legislatures|congress|senate|approval|body|bodies|assembly|chamber|chambers|houses|rada|bundestag|
   sejm|ratification|authorities|authority|consent|vote|legislative`,
);
const depositing = wordsOf(
  'deposit|deposits|deposited|depositing|ratify|ratified|ratifies|ratification|exchange|exchanged|instrument|instruments|complete|completed|procedures',
);

/** Reads consent to be bound from the sentences of the draft. Amendments, notices of exit and other instruments are no consent to this one. */
export function readConsent(sentences: readonly Sentence[], lists: readonly Sentence[]): Consent {
  let mode: Consent['mode'] = 'none';
  let place: Place | null = null;
  let sure = false;
  let timetable: Place | null = null;
  let approvals: Place | null = null;
  for (const sentence of sentences) {
    const { tokens } = sentence;
    if (isAmending(sentence) || find(tokens, withoutRatification)) continue;
    const asked = find(tokens, asking);
    const asks = asked !== null && concernsSelf(sentence, asked);
    const ratified = asks ? asked : find(tokens, ratifying);
    const ratifies = ratified !== null && concernsSelf(sentence, ratified);
    const sharp = !ratified ? find(tokens, definitive) : null;
    const told = !ratifies && isProcedural(sentence);
    if (ratifies && (mode !== 'ratification' || (asks && !sure))) {
      mode = 'ratification';
      place = { sentence, at: ratified };
      sure = asks;
    } else if (told && mode === 'none') {
      mode = 'procedures';
      place = { sentence, at: told };
    } else if (sharp && mode === 'none') {
      mode = 'signature';
      place = { sentence, at: sharp };
    }
    const all = { from: 0, to: tokens.length };
    const bound = sentence.times.find((time) => isBound(time, tokens));
    if (!timetable && bound) {
      const submits = submitsSelf(sentence) && has(tokens, approving, all);
      const deposits = (ratifies || mode === 'ratification') && has(tokens, depositing, all) && isDuty(sentence, bound);
      if (submits || deposits) timetable = { sentence, at: bound };
    }
    if (!approvals) approvals = approvalList(sentence);
  }
  if (!approvals) for (const sentence of lists) approvals ??= headsApprovals(sentence);
  return { mode, required: sure, place, timetable, approvals };
}

/** "upon signature, no ratification being needed": ratification is spoken of and excluded. */
export const withoutRatification = patterns(`
  no ratification|ratifications
  without any|further|the|need|requiring? ratification
  without the? need of|for ratification
  ratification is|are|being|shall|will not
  not be? subject to ratification
  not require|need ratification
  not requiring|needing ratification
`);

/** The sentence speaks of amendments, not of the text itself. */
export function isAmending(sentence: Sentence): boolean {
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (word === 'amendment' || word === 'amendments') return true;
  }
  return false;
}

/** Ratification of this instrument: it names itself, its signatories or its instruments, or nothing else at all. */
function concernsSelf(sentence: Sentence, at: { readonly from: number; readonly to: number }): boolean {
  const { tokens } = sentence;
  const before = tokens[at.from - 1]?.word ?? '';
  if (before === 'to' && tokens[at.from - 2]?.word === 'reservation') return false;
  // "The plans are subject to approval": something else than the text is approved.
  if (tokens[at.from]!.word === 'subject' && /^(?:is|are|be|remain|remains)$/.test(before) && !namesText(tokens, at.from))
    return false;
  // "shall ratify the Convention on …", "ratification of the Protocol of 1967": another instrument.
  if (tokens[at.to]?.word === 'by' || tokens[at.to - 1]?.word === 'by') return true;
  for (let i = at.to; i < Math.min(tokens.length, at.to + 4); i++) {
    const { word } = tokens[i]!;
    if (word === 'this' || word === 'it' || word === 'present') return true;
    if (
      word === 'the' &&
      tokens[i + 1]?.capital &&
      ['on', 'of', 'for', 'concerning', 'between'].includes(tokens[i + 2]?.word ?? '')
    )
      return false;
  }
  return true;
}

/** The subject before a copula is the text, or a pronoun for it. */
function namesText(tokens: readonly Token[], to: number): boolean {
  for (let i = to - 1; i >= 0 && i > to - 16; i--) {
    const { word } = tokens[i]!;
    if (word === 'it' || word === 'which' || word === 'they' || instruments.has(word)) return true;
  }
  return false;
}

/** "notify each other of the completion of their internal procedures": the words, or null. */
function isProcedural(sentence: Sentence): { from: number; to: number } | null {
  const { tokens } = sentence;
  const all = { from: 0, to: tokens.length };
  if (!has(tokens, telling, all) || !has(tokens, proceduralNouns, all)) return null;
  const inForce = find(tokens, entering) !== null || selfIn(tokens, 0, tokens.length) >= 0;
  if (!inForce) return null;
  for (let i = 0; i < tokens.length; i++) {
    if (!proceduralNouns.words.has(tokens[i]!.word)) continue;
    for (let j = Math.max(0, i - 4); j <= Math.min(tokens.length - 1, i + 4); j++) {
      if (j !== i && domestic.words.has(tokens[j]!.word)) return { from: Math.min(i, j), to: Math.max(i, j) + 1 };
    }
  }
  return null;
}

const entering = patterns(`
  entry|enter|enters|entering|come|comes|brought|bring into force|effect|operation
`);

/** An upper bound: "within 30 days", "not later than 1 June 2026", "by 1 June". */
function isBound(time: TimePhrase, tokens: readonly Token[]): boolean {
  if (time.kind !== 'limit' || !time.ceiling || time.clock === 'notice') return false;
  return /^(?:within|not|no|by|before|in|at|on|latest|and)$/.test(tokens[time.from]?.word ?? '');
}

/** "shall submit this Treaty", "shall lay it before", "this Treaty shall be submitted". */
function submitsSelf(sentence: Sentence): boolean {
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    if (!submitting.words.has(tokens[i]!.word)) continue;
    if (selfIn(tokens, i + 1, i + 5) >= 0 || tokens[i + 1]?.word === 'it' || tokens[i + 1]?.word === 'them') return true;
    const passive = /^(?:be|is|been)$/.test(tokens[i - 1]?.word ?? '');
    if (
      passive &&
      (selfIn(tokens, Math.max(0, i - 8), i) >= 0 || has(tokens, wordsOf('it'), { from: Math.max(0, i - 4), to: i }))
    )
      return true;
  }
  return false;
}

/** The bound is of a duty to ratify or deposit, not of entry into force ("on the thirtieth day after the deposit") or of a report. */
function isDuty(sentence: Sentence, bound: TimePhrase): boolean {
  const { tokens } = sentence;
  if (find(tokens, entering, 0, bound.from)) return false;
  for (let i = bound.from - 1; i >= 0 && i > bound.from - 30; i--) {
    const { word } = tokens[i]!;
    if (word === 'inform' || word === 'notify' || word === 'register' || word === 'registration' || word === 'withdraw')
      return false;
    if (depositing.words.has(word)) return true;
  }
  return has(tokens, depositing, { from: bound.to, to: Math.min(tokens.length, bound.to + 16) });
}

const listing = patterns(`
  approval|approvals|consent|procedure|procedures|body|bodies|authority|authorities|parliament|act|acts listed|named|specified|stated|set|indicated|shown for|in|out|against?
  approvals|procedures required in|for|of each
  advice and consent of
`);

/** "the approval listed for it in Annex R", "the body named for it". */
function approvalList(sentence: Sentence): Place | null {
  const { tokens } = sentence;
  const at = find(tokens, listing);
  if (!at) return null;
  const about = has(tokens, wordsOf('~ratif|~submi|instrument|instruments|signatory|signatories|approval|approvals'), {
    from: 0,
    to: tokens.length,
  });
  return about ? { sentence, at } : null;
}

/** A heading or caption of a list of approvals: "Approvals required in each State". */
function headsApprovals(sentence: Sentence): Place | null {
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (
      word === 'approvals' ||
      (word === 'approval' && (tokens[i + 1]?.word === 'required' || tokens[i - 1]?.word === 'required'))
    )
      return { sentence, at: { from: i, to: i + 1 } };
  }
  return null;
}
