import type { Range, Sentence, Token } from '#phrases';
import { actorWithin } from './actors.ts';
import { within } from './deadlines.ts';
import { readFunds } from './funds.ts';
import { decisionsIn } from './gate-decisions.ts';
import { findingsIn } from './gate-findings.ts';
import { requestsIn } from './gate-requests.ts';
import type { Actor, Duty, Proposition, Roles, TriggerGroup } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';

/** A step at which somebody's will intervenes (catalogue A.6). */
export interface Gate {
  readonly id: string;
  readonly type:
    | 'request'
    | 'consultation'
    | 'determination'
    | 'decision'
    | 'domestic-approval'
    | 'domestic-law'
    | 'unsc-authorisation'
    | 'appropriation'
    | 'further-agreement'
    | 'consent';
  readonly holder: Actor | null;
  /** How many must agree: one holder, a majority, all, each for itself, or unknown. */
  readonly quorum: 'one' | 'majority' | 'supermajority' | 'all' | 'each' | 'none';
  /** Catalogue 0.7: what the gate controls. */
  readonly controls: 'start' | 'choice' | 'extra' | 'stop' | 'relief' | 'exit' | 'amend' | 'ratification' | 'procedure';
  /** What happens on silence. */
  readonly silence: 'proceeds' | 'lapses' | 'unspecified';
  readonly bounded: boolean;
  /** The words that make the gate. */
  readonly at: Range;
  readonly sentence: Sentence;
  readonly proposition: Proposition;
  readonly group: TriggerGroup | null;
  /** The clause that hangs on the gate is a core duty. */
  readonly onCore: boolean;
}

const stopVerbs = new Set([
  'lift',
  'end',
  'terminate',
  'stop',
  'reduce',
  'withdraw',
  'suspend',
  'cease',
  'lapse',
  'ease',
  'relax',
  'denounce',
  'expire',
  'revoke',
  'discontinue',
]);
const stopWords =
  /^(?:lift(?:ed|ing)?|end(?:ed|ing)?|terminat(?:e|ed|ing|ion)|reduc(?:e|ed|ing|tion)|withdraw(?:al|n|ing)?|suspen(?:d|ded|sion)|relief|releas(?:e|ed)|reliev(?:e|ed)|revok(?:e|ed))$/;
const amendWords =
  /^(?:amend(?:ed|ment|ments|ing)?|revis(?:e|ed|ion)|modif(?:y|ied|ication)|accession|acced(?:e|ing)|invit(?:e|ed|ation)|admission|admit(?:ted)?)$/;
const procedureWords =
  /^(?:seat|rules|procedure|procedures|budget|chair|chairman|agenda|venue|headquarters|languages?|expenses|costs)$/;

/** What a gate's clause controls (0.7), from its verb, its object and the words beside the gate. */
export function controlsOf(proposition: Proposition, at: Range): Gate['controls'] {
  const { tokens } = proposition.sentence;
  if (
    proposition.action === 'ratify' ||
    proposition.action === 'submit-for-approval' ||
    proposition.action === 'enter-into-force' ||
    proposition.action === 'sign' ||
    proposition.action === 'deposit'
  )
    return 'ratification';
  // "its provisions carried out": performance, wherever it stands.
  if (proposition.action === 'perform' && proposition.polarity === 'positive') return 'start';
  if (proposition.action === 'amend') return 'amend';
  if (proposition.action === 'sanction-relief') return 'relief';
  if (proposition.actionClass === 'exit' || stopVerbs.has(proposition.verb)) return 'stop';
  let seen: Gate['controls'] | null = null;
  for (const range of [proposition.subject, proposition.complement]) {
    for (let i = range.from; i < Math.min(range.to, range.from + 30); i++) {
      if (i >= at.from && i < at.to) continue;
      const word = tokens[i]!.word;
      if (stopWords.test(word)) return 'stop';
      if (amendWords.test(word)) seen ??= 'amend';
      if (procedureWords.test(word)) seen ??= 'procedure';
      if (
        (word === 'further' || word === 'additional' || word === 'extra') &&
        /^(?:measures?|steps?|action|assistance|contributions?)$/.test(tokens[i + 1]?.word ?? '')
      )
        return 'extra';
    }
  }
  if (seen) return seen;
  if (proposition.context === 'final-clause') return proposition.actionClass === 'law' ? 'ratification' : 'procedure';
  return 'start';
}

const proceeds: readonly (readonly string[])[] = [
  ['whether', 'or', 'not'],
  ['unless', 'the'],
  ['does', 'not', 'delay'],
  ['shall', 'not', 'delay'],
  ['neither', 'replace'],
  ['failing', 'which'],
  ['without', 'waiting'],
  ['without', 'further', 'decision'],
  ['deemed', 'approval'],
  ['has', 'not', 'decided'],
  ['if', 'it', 'issues', 'none'],
  ['no', 'decision'],
  ['in', 'the', 'absence', 'of', 'a', 'decision'],
  ['failure', 'to', 'decide'],
  ['silence', 'means'],
  ['silence', 'is'],
  ['silence', 'counts'],
  ['failing', 'a', 'decision'],
];

/** "is deemed to be a decision to act", "shall be deemed given": a fiction that opens the gate. */
const deemedOpen =
  /^(?:approval|approved|consent|agreement|agreed|decision|granted|given|finding|adopted|accepted|acceptance|correct|conclusive|established)$/;

/** A gate inside an unless-clause stops what otherwise happens. */
function defaultOf(proposition: Proposition, at: Range): Gate['silence'] {
  const stops = proposition.conditions.some((one) => one.opener === 'unless' && one.from <= at.from && at.from < one.to);
  return stops ? 'proceeds' : silenceOf(proposition.sentence);
}

/** What happens on silence, from the words of the sentence (A.6 gate.default). */
export function silenceOf(sentence: Sentence): Gate['silence'] {
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    for (const words of proceeds) if (words.every((word, n) => tokens[i + n]?.word === word)) return 'proceeds';
    if (tokens[i]!.word === 'deemed')
      for (let j = i + 1; j < Math.min(tokens.length, i + 8); j++) if (deemedOpen.test(tokens[j]!.word)) return 'proceeds';
    if (tokens[i]!.word === 'lapse' || tokens[i]!.word === 'lapses') return 'lapses';
  }
  return 'unspecified';
}

const everyOne = wordSet('each every');
const concurring = wordSet('concur concurs concurred consent consented assent assented');

/** How many of the holders must agree. */
export function quorumOf(sentence: Sentence, around: Range, holder: Actor | null): Gate['quorum'] {
  const { tokens } = sentence;
  for (let i = Math.max(0, around.from - 8); i < Math.min(tokens.length, around.to + 12); i++) {
    const word = tokens[i]!.word;
    const next = tokens[i + 1]?.word ?? '';
    if (/^unanim/.test(word) || word === 'consensus') return 'all';
    if ((word === 'common' || word === 'mutual' || word === 'joint') && /^(?:accord|agreement|consent|decision)/.test(next))
      return 'all';
    if (word === 'jointly' || (word === 'agreed' && next === 'by' && tokens[i + 2]?.word === 'all')) return 'all';
    if ((word === 'two' && next === 'thirds') || word === 'two-thirds' || word === 'three-quarters' || word === 'three-fourths')
      return 'supermajority';
    if (word === 'majority') return 'majority';
    if (/^object(?:s|ed|ion|ions)$/.test(word) && i <= around.to) return 'all';
    // "when all the Guarantors have concurred", "where none of its members dissents".
    if (i >= around.from && i < around.to && (allMembers(tokens, i) || (word === 'none' && next === 'of'))) return 'all';
  }
  if (
    sentence.hits.some(
      (hit) =>
        hit.lexicon === 'L7' &&
        within(hit, { from: Math.max(0, around.from - 10), to: around.to + 14 }) &&
        /\ball\b|each|every|against|single|by its \(objection/.test(hit.entry),
    )
  )
    return 'all';
  // "when each of them has given its consent": one that gives none stops it.
  const agrees = findWord(tokens, around, concurring);
  if (agrees >= 0 && findWord(tokens, { from: around.from, to: agrees }, everyOne) >= 0) return 'all';
  // "provided that the other Guarantors concur": each of them must.
  if (holder?.mode === 'collective' && holder.who === 'guarantor' && agrees >= 0) return 'all';
  if (holder?.mode === 'each') return 'each';
  if (holder?.mode === 'joint') return 'all';
  return holder ? 'one' : 'none';
}

const everyone = wordSet('guarantors members participants parties signatories states powers governments');

/** "all the Guarantors", "all of its members". */
function allMembers(tokens: readonly Token[], i: number): boolean {
  return tokens[i]!.word === 'all' && findWord(tokens, { from: i + 1, to: i + 4 }, everyone) >= 0;
}

const gateNouns: ReadonlyMap<string, Gate['type']> = new Map([
  ['decision', 'decision'],
  ['decisions', 'decision'],
  ['resolution', 'decision'],
  ['vote', 'decision'],
  ['authorisation', 'decision'],
  ['authorization', 'decision'],
  ['approval', 'decision'],
  ['mandate', 'decision'],
  ['consent', 'consent'],
  ['agreement', 'further-agreement'],
  ['concurrence', 'consent'],
  ['assent', 'consent'],
  ['permission', 'consent'],
  ['leave', 'consent'],
  ['unanimity', 'decision'],
  ['request', 'request'],
  ['appeal', 'request'],
  ['invitation', 'request'],
  ['consultation', 'consultation'],
  ['consultations', 'consultation'],
  ['finding', 'determination'],
  ['determination', 'determination'],
  ['certification', 'determination'],
  ['confirmation', 'determination'],
  ['attribution', 'determination'],
]);

/** Words before a gate noun that make the action hang on it. */
const hinges = new Set([
  'after',
  'following',
  'upon',
  'on',
  'at',
  'subject',
  'pending',
  'by',
  'with',
  'pursuant',
  'under',
  'without',
  'require',
  'requires',
  'need',
  'needs',
  'require',
  'to',
  'of',
  'until',
  'response',
]);

/**
 * Every gate of the reading contexts: nouns of decision, request, consultation, finding and consent on which a clause hangs; clauses
 * that decide or determine; domestic law, appropriation and Security Council phrases (catalogue A.6, L7, L8, L9).
 */
export function readGates(duties: readonly Duty[], roles: Roles): Gate[] {
  const gates: Gate[] = [];
  const add = (
    type: Gate['type'],
    duty: Duty,
    at: Range,
    holder: Actor | null,
    controls: Gate['controls'],
    silence: Gate['silence'] = 'unspecified',
  ): void => {
    const { proposition } = duty;
    if (gates.some((gate) => gate.sentence === proposition.sentence && gate.type === type && gate.at.from === at.from)) return;
    gates.push({
      id: `gate:${gates.length}`,
      type,
      holder,
      quorum: quorumOf(proposition.sentence, at, holder),
      controls,
      silence: silence === 'unspecified' ? defaultOf(proposition, at) : silence,
      bounded: duty.deadline.kind === 'hard',
      at,
      sentence: proposition.sentence,
      proposition,
      group: duty.group,
      onCore: duty.core,
    });
  };
  for (const duty of duties) {
    const { proposition } = duty;
    const { sentence } = proposition;
    const { tokens } = sentence;
    for (const hit of sentence.hits) {
      if (!within(hit, proposition.at)) continue;
      if (hit.lexicon === 'L8')
        add(
          /approval|parliament|congress|legislat(?:ure|ive)|senate|procedures have/.test(hit.entry)
            ? 'domestic-approval'
            : 'domestic-law',
          duty,
          hit,
          proposition.actor,
          controlsOf(proposition, hit),
        );
      if (hit.lexicon === 'L7') add('consent', duty, hit, holderNear(hit, proposition, roles), controlsOf(proposition, hit));
      if (hit.lexicon === 'L17' && duty.core)
        add('further-agreement', duty, hit, proposition.actor, controlsOf(proposition, hit));
    }
    const lawful = underHomeLaw(proposition);
    if (lawful && !sentence.hits.some((hit) => hit.lexicon === 'L8' && hit.from < lawful.to && lawful.from < hit.to))
      add('domestic-law', duty, lawful, proposition.actor, controlsOf(proposition, lawful));
    const funds = readFunds(proposition);
    if (funds && funds.reach !== 'minor')
      add('appropriation', duty, funds.at, proposition.actor, controlsOf(proposition, funds.at));
    for (let i = proposition.at.from; i < proposition.at.to; i++) {
      const word = tokens[i]!.word;
      const type = gateNouns.get(word);
      // "by the Attribution Panel": part of a name.
      if (tokens[i]!.capital && tokens[i + 1]?.capital) continue;
      // "by operation of this Agreement": the text itself.
      if (tokens[i]!.capital && /^(?:this|present)$/.test(tokens[i - 1]?.word ?? '')) continue;
      if (type && hanging(sentence, i, proposition)) {
        const holder = holderNear({ from: i, to: i + 1 }, proposition, roles);
        const council = isCouncil(holder);
        add(
          council && type !== 'request' ? 'unsc-authorisation' : type,
          duty,
          { from: phraseStart(sentence, i), to: holder && holder.at.to > i && holder.at.to - i < 10 ? holder.at.to : i + 1 },
          holder,
          controlsOf(proposition, { from: i, to: i + 1 }),
        );
      }
    }
    for (const found of findingsIn(proposition, roles))
      add('determination', duty, found.at, found.holder, controlsOf(proposition, found.at));
    if (!gates.some((gate) => gate.type === 'request' && gate.proposition === proposition))
      for (const found of requestsIn(proposition, roles))
        add(
          isCouncil(found.holder) ? 'unsc-authorisation' : 'request',
          duty,
          found.at,
          found.holder,
          controlsOf(proposition, found.at),
        );
    if (duty.group !== null || duty.core)
      for (const found of decisionsIn(proposition, roles)) {
        const type = isCouncil(found.holder) ? 'unsc-authorisation' : 'decision';
        add(type, duty, found.at, found.holder, controlsOf(proposition, found.at), found.silence);
      }
    const rests = restsWith(proposition, roles);
    if (rests) add(rests.type, duty, rests.at, rests.holder, controlsOf(proposition, rests.at));
    if (
      proposition.actionClass === 'decide' &&
      proposition.polarity !== 'prohibition' &&
      proposition.actor.who !== 'beneficiary' &&
      proposition.actor.who !== 'thing' &&
      !isStanding(proposition)
    ) {
      add('decision', duty, proposition.verbAt, proposition.actor, controlsOf(proposition, proposition.verbAt));
    }
    if (proposition.action === 'determine' && proposition.polarity !== 'prohibition' && proposition.polarity !== 'exemption') {
      add('determination', duty, proposition.verbAt, proposition.actor, controlsOf(proposition, proposition.verbAt));
    }
  }
  return oncePerWords(gates);
}

/** The Security Council, by its name or that of the organisation. */
function isCouncil(holder: Actor | null): boolean {
  return holder?.who === 'third-body' && (holder.name === 'security council' || holder.name === 'united nations');
}

/** The more a type says of whose will it is, the earlier it stands. */
const telling: readonly Gate['type'][] = [
  'domestic-approval',
  'unsc-authorisation',
  'appropriation',
  'consent',
  'determination',
  'decision',
  'further-agreement',
];

/** One gate for one phrase: "subject to the approval of its Parliament" is a domestic approval, and not a consent and a decision beside it. */
function oncePerWords(gates: readonly Gate[]): Gate[] {
  return gates
    .filter(
      (gate, n) =>
        !gates.some(
          (other, m) =>
            other !== gate &&
            other.proposition === gate.proposition &&
            other.at.from < gate.at.to &&
            gate.at.from < other.at.to &&
            ((rankOf(other) >= 0 && rankOf(other) < rankOf(gate)) || (other.type === gate.type && m < n)),
        ),
    )
    .map((gate, n) => ({ ...gate, id: `gate:${n}` }));
}

function rankOf({ type }: Gate): number {
  const rank = telling.indexOf(type);
  // The others say something of their own beside whatever stands there: a request, a law, a talk.
  return rank < 0 ? -1 : rank;
}

const powers = wordSet('authorise authorize empower entitle');
const ballots = wordSet('vote votes voice seat');

/** "each Party has one vote", "the Force is authorised to engage": how a body is made or what it may do; nothing waits for it. */
function isStanding({ verb, passive, sentence, complement }: Proposition): boolean {
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 4) };
  if (verb === 'have') return findWord(sentence.tokens, near, ballots) >= 0;
  return passive && powers.has(verb) && findWord(sentence.tokens, complement, by) < 0;
}

const by = wordSet('by');

const conforming = sequences(`
(consonant|consistent|compatible) with
in (accordance|conformity|keeping|line|compliance) with
(subject|conformably) to`);
const homeLaw = wordSet('constitution constitutions constitutional');

/** "consonant with … the Constitution of the United States": home law in other words than those of L8. */
function underHomeLaw(proposition: Proposition): Range | null {
  const { tokens } = proposition.sentence;
  const opened = findSequence(tokens, proposition.complement, conforming);
  if (!opened) return null;
  const law = findWord(tokens, { from: opened.to, to: Math.min(proposition.complement.to, opened.to + 14) }, homeLaw);
  return law < 0 ? null : { from: opened.from, to: law + 1 };
}

/** "The decision to act rests with the Council", "the determination is reserved to each Guarantor". */
function restsWith(proposition: Proposition, roles: Roles): { type: Gate['type']; at: Range; holder: Actor | null } | null {
  const { tokens } = proposition.sentence;
  if (!/^(?:rest|lie|belong|reserve|vest|remain|entrust)$/.test(proposition.verb)) return null;
  for (let i = proposition.subject.from; i < Math.min(proposition.subject.to, proposition.subject.from + 4); i++) {
    const type = gateNouns.get(tokens[i]!.word);
    if (type !== 'decision' && type !== 'determination') continue;
    const holder = actorWithin(tokens, proposition.complement, roles, null);
    return holder ? { type, at: { from: i, to: Math.max(proposition.verbAt.to, holder.at.to) }, holder } : null;
  }
  return null;
}

function hanging(sentence: Sentence, noun: number, proposition: Proposition): boolean {
  const { tokens } = sentence;
  for (let i = noun - 1; i >= Math.max(proposition.at.from, noun - 8); i--) {
    const word = tokens[i]!.word;
    if (
      tokens[i]!.kind === 'mark' ||
      word === 'no' ||
      word === 'without' ||
      // "on which each Party has one vote": the hinge opens a relative clause of its own.
      /^(?:shall|will|may|must|would|should|can|which|whom)$/.test(word)
    )
      return false;
    if (hinges.has(word)) {
      if (word === 'of' || word === 'to') continue;
      return true;
    }
  }
  return false;
}

function phraseStart(sentence: Sentence, noun: number): number {
  for (let i = noun - 1; i >= Math.max(0, noun - 6); i--)
    if (hinges.has(sentence.tokens[i]!.word) && sentence.tokens[i]!.word !== 'of' && sentence.tokens[i]!.word !== 'to') return i;
  return noun;
}

function holderNear(at: Range, proposition: Proposition, roles: Roles): Actor | null {
  const { tokens } = proposition.sentence;
  let to = at.to;
  while (to < proposition.at.to && to < at.to + 10 && tokens[to]!.kind === 'word') to++;
  const last = tokens[at.to - 1]?.word;
  if (last === 'of' || last === 'by' || last === 'from') {
    const named = actorWithin(tokens, { from: at.to, to }, roles, null);
    if (named) return named;
  }
  const word = tokens[at.to]?.word;
  if (word === 'of' || word === 'by' || word === 'from' || word === 'among' || word === 'between')
    return actorWithin(tokens, { from: at.to + 1, to }, roles, null);
  // "a determination, adopted unanimously by the Council", "a request made by the Beneficiary"
  for (let i = at.to; i < Math.min(proposition.at.to, at.to + 6); i++) {
    const step = tokens[i]!.word;
    const aside = step === 'that' && tokens[i - 1]?.word === 'to';
    if (step === ';' || step === ':' || (step === 'that' && !aside) || /^(?:shall|will|may)$/.test(step)) break;
    if (step === 'by') return actorWithin(tokens, { from: i + 1, to: Math.min(proposition.at.to, i + 9) }, roles, null);
  }
  const inside = actorWithin(tokens, at, roles, null);
  // "within 24 hours after the decision": who takes it stands elsewhere.
  if (
    !inside &&
    /^(?:finding|determination|confirmation|attribution|certification|decision|decisions|request|appeal|invitation)$/.test(
      tokens[at.from]!.word,
    )
  )
    return null;
  return inside ?? (proposition.actor.who === 'thing' || proposition.actor.who === 'none' ? null : proposition.actor);
}
