import type { Confidence, DocumentStyle } from '#base';
import type { Modal, Range, Sentence, Token } from '#phrases';
import { type ActionRow, type ActionType, actionClass, actionTable } from './actions.ts';
import { actorWithin, agentOf, resolveActor } from './actors.ts';
import { type Frame, readFrames } from './frames.ts';
import type { Actor, Proposition, Roles } from './model.ts';
import { findWord, wordSet } from './scan.ts';
import { adverbs, determiners, prepositions } from './words.ts';

const noOne: Actor = {
  who: 'none',
  name: '',
  organ: '',
  mode: 'unspecified',
  includesBeneficiary: false,
  includesAggressor: false,
  at: { from: 0, to: 0 },
  confidence: 'inferred',
};

/** Contexts in which propositions are read at all; the rules choose among them (catalogue 0.1, DRF008). */
const readable = new Set([
  'operative',
  'annex-operative',
  'final-clause',
  'preamble',
  'definition',
  'annex-informative',
  'table',
]);

/**
 * Every finite clause of the draft with its actor, force and action (catalogue A.2, A.3, B). Takes the sentences, the roles and the
 * style. Gives propositions in the order of the text; `id` is the index. Linear in the text.
 */
export function readPropositions(sentences: readonly Sentence[], roles: Roles, style: DocumentStyle): Proposition[] {
  const out: Proposition[] = [];
  let before: Actor | null = null;
  let article: unknown = null;
  for (const sentence of sentences) {
    if (!readable.has(sentence.context) || sentence.block.kind === 'heading') continue;
    const home = homeOf(sentence);
    if (home !== article) {
      before = null;
      article = home;
    }
    const frames = readFrames(sentence);
    const base = out.length;
    for (const frame of frames) {
      const proposition = makeProposition(out.length, sentence, frame, frames, base, out, roles, style, before);
      out.push(proposition);
      if (proposition.actor.who !== 'thing' && proposition.actor.who !== 'none' && !frame.subordinate) before = proposition.actor;
    }
  }
  return out;
}

function homeOf(sentence: Sentence): unknown {
  let clause = sentence.clause;
  while (clause.parent && clause.kind !== 'article' && clause.kind !== 'annex' && clause.parent.kind !== 'document')
    clause = clause.parent;
  return clause;
}

function makeProposition(
  id: number,
  sentence: Sentence,
  frame: Frame,
  frames: readonly Frame[],
  base: number,
  done: readonly Proposition[],
  roles: Roles,
  style: DocumentStyle,
  before: Actor | null,
): Proposition {
  const { tokens } = sentence;
  const shared = frame.shares === null ? null : (done[base + frame.shares] ?? null);
  const theme = frame.antecedent ?? frame.subject;
  const subject = resolveActor(tokens, theme, roles, fronted(tokens, frame, roles) ?? before ?? beside(done, sentence), {
    from: frame.at.from,
    to: Math.min(frame.verbAt.to + 14, frame.at.to),
  });
  const earlier = done[done.length - 1];
  const action = isCharacterising(frame)
    ? 'declare'
    : doesSo(tokens, frame) && earlier?.sentence === sentence
      ? earlier.action
      : readAction(tokens, frame);
  // "may be called upon by Brenn and shall answer": the agent of the passive is not who answers.
  let actor =
    shared &&
    !(shared.passive && !frame.passive) &&
    theme.from === (frames[frame.shares!]?.antecedent ?? frames[frame.shares!]?.subject)?.from
      ? shared.actor
      : subject;
  if (frame.passive || (subject.who === 'thing' && !frame.modal)) {
    actor =
      (frame.passive ? agentOf(tokens, frame.complement, roles, before) : null) ??
      (frame.passive ? passiveActor(frame.verb, subject) : subject);
  }
  const inherited = frame.verbAt.from < sentence.own || (frame.modal !== null && frame.modal.from < sentence.own);
  const { force, polarity } = grade(frame, frames, tokens, style, actor, action);
  const confidence: Confidence = inherited || actor.confidence === 'inherited' ? 'inherited' : 'explicit';
  return {
    id,
    sentence,
    clause: sentence.clause,
    context: sentence.context,
    at: frame.at,
    actor,
    subject: theme,
    modal: frame.modal,
    force,
    polarity,
    verb: frame.verb,
    verbAt: frame.verbAt,
    passive: frame.passive,
    complement: frame.complement,
    action,
    actionClass: actionClass(action),
    conditions: frame.conditions,
    relative: frame.relative,
    subordinate: frame.subordinate,
    item: frame.item,
    parent: frame.shares === null ? null : base + frame.shares,
    confidence,
  };
}

/** "As soon as the Council is satisfied …, it will": the subject of a condition that stands in front. */
function fronted(tokens: readonly Token[], frame: Frame, roles: Roles): Actor | null {
  const word = tokens[frame.subject.from]?.word;
  if ((word !== 'it' && word !== 'they') || frame.subject.to - frame.subject.from > 2) return null;
  for (const condition of frame.conditions) {
    if (condition.to > frame.subject.from) continue;
    const from = condition.from + condition.opener.split(' ').length;
    const actor = resolveActor(tokens, { from, to: Math.min(condition.to, from + 10) }, roles, null);
    if (actor.who !== 'thing' && actor.who !== 'none') return actor;
  }
  return null;
}

/** "If a Party alleges …, it shall": who acts in the clause beside, where none came before. */
function beside(done: readonly Proposition[], sentence: Sentence): Actor | null {
  for (let i = done.length - 1; i >= 0 && done[i]!.sentence === sentence; i--) {
    const { actor } = done[i]!;
    if (actor.who !== 'thing' && actor.who !== 'none') return actor;
  }
  return null;
}

/** "and shall do so at the earliest moment": the act of the clause before. */
function doesSo(tokens: Sentence['tokens'], frame: Frame): boolean {
  return frame.verb === 'do' && tokens[frame.complement.from]?.word === 'so';
}

/** "shall be considered an attack on all": a name for the event, and nothing done. */
function isCharacterising(frame: Frame): boolean {
  return frame.modal?.kind === 'effect' && /\b(?:deemed|considered|regarded|treated)\b/.test(frame.modal.form);
}

/** "The Force is authorised to …", "the Parties are bound to": the grammatical subject stays the actor of some passives. */
function passiveActor(verb: string, subject: Actor): Actor {
  const own = new Set([
    'bind',
    'oblige',
    'require',
    'authorise',
    'authorize',
    'entitle',
    'commit',
    'determine',
    'resolve',
    'prepare',
    'prohibit',
    'forbid',
    'represent',
    'compose',
    'permit',
    'allow',
    'release',
    'equip',
  ]);
  return own.has(verb) ? subject : { ...noOne, at: subject.at };
}

/** Force and polarity after style, embedding and tense (catalogue B.1, B.2). */
function grade(
  frame: Frame,
  frames: readonly Frame[],
  tokens: readonly Token[],
  style: DocumentStyle,
  actor: Actor,
  action: ActionType,
): { force: number; polarity: Proposition['polarity'] } {
  const { modal } = frame;
  if (!modal) {
    if (releases(tokens, frame)) return { force: 0, polarity: 'exemption' };
    const acts = actor.who !== 'thing' && actor.who !== 'none';
    // "No Guarantor is released by …": what does not happen.
    if (negated.has(tokens[frame.subject.from]?.word ?? '') && frame.verb !== 'be') return { force: 7, polarity: 'prohibition' };
    // "A European force deploys within 30 days", "all fire ceases": a step of the plan, whoever takes it (decision 3).
    if (!acts && !frame.passive && isStep(action)) return { force: 7, polarity: 'effect' };
    // "a military response follows", "every sanction comes back into force" (decision 3).
    const about = acts || frame.passive ? null : comesAbout(tokens, frame);
    if (about) return { force: 7, polarity: about === 'assist-generic' ? 'positive' : 'effect' };
    if (acts && deniesObject(tokens, frame)) return { force: 7, polarity: 'prohibition' };
    return { force: acts && frame.verb !== 'be' ? 7 : frame.passive ? 7 : 1, polarity: acts ? 'positive' : 'effect' };
  }
  // "will be met with" promises an answer whoever gives it, in every register (decision 56).
  const met = frame.passive && frame.verb === 'meet' && modal.form === 'will' && meetsDanger(tokens, frame);
  let force = met ? 7 : styled(modal, style);
  const told = polarityOf(modal, frame, actor, tokens[frame.subject.from]?.word === 'there');
  const polarity = told === 'positive' && modal.kind === 'duty' && deniesObject(tokens, frame) ? 'prohibition' : told;
  const top = frame.under === null ? null : frames[frame.under]?.modal;
  if (top) {
    if (top.force <= 1) force = modal.form.startsWith('would') && /declar/.test(top.form) ? 4 : Math.min(force, 1);
    else if (top.force < 6) force = Math.min(force, top.force);
    else if (modal.form.startsWith('would') && top.force >= 7) force = 6;
  }
  if (polarity === 'prohibition' || polarity === 'positive') {
    const verbs = tokens[frame.verbAt.from]?.word;
    if (
      verbs === 'seek' ||
      verbs === 'endeavour' ||
      verbs === 'endeavor' ||
      verbs === 'strive' ||
      verbs === 'try' ||
      verbs === 'attempt' ||
      verbs === 'aim'
    )
      force = Math.min(force, 5);
  }
  return { force, polarity };
}

const negated = wordSet('no neither none');

/** Acts that a plan states in the present tense: forces, arms, money, a cease-fire. */
function isStep(action: ActionType): boolean {
  const cls = actionClass(action);
  return cls === 'military' || cls === 'military-support' || cls === 'economic' || cls === 'ceasefire' || action === 'withdraw';
}

/** "Nothing in this Treaty obliges …", "No provision requires …": a release in the present tense. */
function releases(tokens: readonly Token[], frame: Frame): boolean {
  const first = tokens[frame.subject.from]?.word;
  return (
    (first === 'nothing' ||
      (first === 'no' && /^(?:provision|article|clause|term|part)s?$/.test(tokens[frame.subject.from + 1]?.word ?? ''))) &&
    /^(?:oblige|require|bind|compel|commit|create|impose|oblig)/.test(frame.verb)
  );
}

const noNegation = wordSet('later more less fewer longer doubt event case way means delay account');

/** "shall take part in no alliance", "shall permit no foreign State to", "stays out of": the object turns the duty into a ban. */
function deniesObject(tokens: readonly Token[], frame: Frame): boolean {
  const { complement, verb } = frame;
  if (frame.passive) return false;
  const first = tokens[complement.from]?.word ?? '';
  if (/^(?:stay|keep|remain)$/.test(verb) && (first === 'out' || first === 'outside' || first === 'clear')) return true;
  for (let i = complement.from; i < Math.min(complement.to, complement.from + 5); i++) {
    const { word, kind } = tokens[i]!;
    if (kind === 'mark' || determiners.has(word) !== (word === 'no' || word === 'neither')) return false;
    if (word === 'none' && tokens[i + 1]?.word === 'of') return true;
    if (word !== 'no' && word !== 'neither') continue;
    return !noNegation.has(tokens[i + 1]?.word ?? '');
  }
  return false;
}

/** Style correction (catalogue B.2). */
function styled(modal: Modal, style: DocumentStyle): number {
  const first = modal.form.split(' ')[0]!;
  if (style === 'mou') {
    if (first === 'will') return Math.min(modal.force, 6);
    if (/^undertak/.test(first)) return Math.min(modal.force, 7);
    if (/^agree/.test(first)) return Math.min(modal.force, 6);
    if (/^decid/.test(first)) return Math.min(modal.force, 6);
  }
  if (style === 'statement') {
    if (first === 'will') return Math.min(modal.force, 3);
    if (first === 'shall') return Math.min(modal.force, 7);
    if (/^(?:agree|undertak)/.test(first)) return Math.min(modal.force, 6);
    if (/^(?:commit|pledge)/.test(first)) return Math.min(modal.force, 5);
    if (/^decid/.test(first)) return Math.min(modal.force, 4);
  }
  return modal.force;
}

function polarityOf(modal: Modal, frame: Frame, actor: Actor, there: boolean): Proposition['polarity'] {
  switch (modal.kind) {
    case 'prohibition':
      return 'prohibition';
    case 'exemption':
      return 'exemption';
    case 'permission':
    case 'right':
      return 'permission';
    case 'definition':
      return 'definition';
    case 'effect':
      return 'effect';
    default:
      if (modal.negated) return 'prohibition';
      if (frame.verb === 'refrain' || frame.verb === 'abstain' || frame.verb === 'desist') return 'prohibition';
      // "there will be consultations" is owed; "the seat shall be in Brenn" is an effect.
      if (frame.verb === 'be' && actor.who === 'thing' && !there) return 'effect';
      return 'positive';
  }
}

const rowsByVerb = new Map<string, ActionRow[]>();
for (const row of actionTable) for (const verb of row.verbs) rowsByVerb.set(verb, [...(rowsByVerb.get(verb) ?? []), row]);
const objectSets = new Map<ActionRow, ReadonlySet<string>>();
const subjectSets = new Map<ActionRow, ReadonlySet<string>>();
for (const row of actionTable) {
  if (row.objects) objectSets.set(row, new Set(row.objects));
  if (row.subjects) subjectSets.set(row, new Set(row.subjects));
}

/** Farthest an object word may stand from its verb. */
const OBJECT_REACH = 28;

/** What the verb and its object do (catalogue A.3). */
export function readAction(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject' | 'complement' | 'passive' | 'conditions' | 'verbAt'>,
): ActionType {
  if (saysWhether(tokens, frame)) return 'determine';
  // "This Treaty applies to the forces of …": scope, and no act.
  if (frame.verb === 'apply' && !frame.passive && tokens[frame.complement.from]?.word === 'to') return 'other';
  if (isResolve(tokens, frame)) return 'reaffirm';
  const held = heldThere(tokens, frame);
  if (held) return held;
  if (/^(?:come|sit|get)$/.test(frame.verb)) {
    for (let i = frame.complement.from; i < Math.min(frame.complement.to, frame.complement.from + 3); i++)
      if (tokens[i]!.word === 'together') return 'meet';
  }
  if (meetsDanger(tokens, frame)) {
    const near = { from: frame.complement.from, to: Math.min(frame.complement.to, frame.complement.from + 6) };
    return findWord(tokens, near, sanctionWords) >= 0 ? 'sanction-impose' : 'assist-generic';
  }
  const moved = movesAway(tokens, frame) ?? comesAbout(tokens, frame);
  if (moved) return moved;
  const carried = nominal(tokens, frame);
  if (carried) return carried;
  const rows = rowsByVerb.get(frame.verb);
  if (!rows) return 'other';
  const words = objectWords(tokens, frame);
  return byRows(tokens, frame, rows, words);
}

/** The first row of the table whose objects and subjects stand in the words. */
function byRows(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject'>,
  rows: readonly ActionRow[],
  words: readonly string[],
): ActionType {
  // "Funds for drones will be made available": the head of what is made available decides.
  if (frame.verb === 'make') {
    for (const word of words) {
      const row = rows.find((each) => objectSets.get(each)?.has(word));
      if (row) return row.type;
    }
  }
  for (const row of rows) {
    const objects = objectSets.get(row);
    const subjects = subjectSets.get(row);
    if (subjects && findWord(tokens, frame.subject, subjects) < 0) continue;
    if (!objects) return row.type;
    // "shall be made by the authorities of the force" makes nothing available.
    if (frame.verb === 'make' && !words.includes('available')) continue;
    for (const word of words) if (objects.has(word)) return row.type;
  }
  return 'other';
}

const lightVerbs = wordSet(
  'begin start commence complete effect make undertake carry conduct perform initiate launch ensure secure arrange accelerate expedite organise organize continue resume provide execute proceed cease stop',
);
/** Nouns that hold a verb: "begin delivery of", "effect the transfer of", "the deployment of two brigades begins". */
const verbOfNoun = new Map(
  Object.entries({
    delivery: 'deliver',
    deliveries: 'deliver',
    supply: 'supply',
    provision: 'provide',
    deployment: 'deploy',
    redeployment: 'deploy',
    dispatch: 'dispatch',
    despatch: 'dispatch',
    transfer: 'transfer',
    shipment: 'ship',
    imposition: 'impose',
    reimposition: 'reimpose',
    reinstatement: 'reinstate',
    payment: 'pay',
    disbursement: 'disburse',
    withdrawal: 'withdraw',
    evacuation: 'evacuate',
    mobilisation: 'mobilise',
    mobilization: 'mobilise',
    interception: 'intercept',
    closure: 'close',
    release: 'release',
    stationing: 'station',
    seizure: 'seize',
    verification: 'verify',
    attribution: 'attribute',
  }),
);

/** "begin delivery of the munitions": the act is the noun's, and its object stands behind "of". */
function nominal(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject' | 'complement' | 'passive' | 'conditions'>,
): ActionType | null {
  if (!lightVerbs.has(frame.verb)) return null;
  const { from, to } = frame.complement;
  const ranges = frame.passive ? [frame.subject] : [{ from, to: Math.min(to, from + 6) }, frame.subject];
  for (const range of ranges) {
    for (let i = range.from; i < Math.min(range.to, range.from + 6); i++) {
      const verb = verbOfNoun.get(tokens[i]!.word);
      if (prepositions.has(tokens[i]!.word) && tokens[i]!.word !== 'for') break;
      if (!verb) continue;
      const rows = rowsByVerb.get(verb);
      if (!rows) return null;
      const end = range === frame.subject ? range.to : Math.min(to, i + 14);
      const words: string[] = [];
      for (let j = i + 1; j < end && tokens[j]!.word !== ';' && tokens[j]!.word !== 'to'; j++) words.push(tokens[j]!.word);
      // "air defence deliveries": the object may stand before the noun.
      for (let j = range.from; j < i; j++) words.push(tokens[j]!.word);
      const found = byRows(tokens, { verb, subject: frame.subject }, rows, words);
      return found === 'other' ? null : found;
    }
  }
  return null;
}

const consultations = wordSet('consultation consultations talks discussions exchange');
const meetings = wordSet('meeting meetings session summit conference');

/** "There shall be consultations among the three": what takes place is the act. */
function heldThere(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'subject' | 'complement'>): ActionType | null {
  const there = tokens[frame.subject.from]?.word === 'there' && frame.verb === 'be';
  const near = there
    ? { from: frame.complement.from, to: Math.min(frame.complement.to, frame.complement.from + 5) }
    : /^(?:take|follow|occur|ensue)$/.test(frame.verb)
      ? frame.subject
      : null;
  if (!near) return null;
  if (findWord(tokens, near, consultations) >= 0) return 'consult';
  return findWord(tokens, near, meetings) >= 0 ? 'meet' : null;
}

/** "We are determined to help": a state of mind, and no decision taken on the day. */
function isResolve(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'verbAt'>): boolean {
  const { from, to } = frame.verbAt;
  if (!/^(?:determine|resolve|decide)$/.test(frame.verb) || !/^(?:are|is|remain|remains|be)$/.test(tokens[from]!.word))
    return false;
  return tokens[to]?.word === 'to' || tokens[to - 1]?.word === 'to';
}

/** "would meet that danger", "will be met with a firm answer": no meeting. */
function meetsDanger(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'complement' | 'passive'>): boolean {
  if (frame.verb !== 'meet') return false;
  if (frame.passive) return /^(?:with|by)$/.test(tokens[frame.complement.from]?.word ?? '');
  let from = frame.complement.from;
  // "to meet by all means in their power any attack": how it is met may stand before what is met.
  if (/^(?:by|with)$/.test(tokens[from]?.word ?? '') && /^(?:all|every|any|force|armed)$/.test(tokens[from + 1]?.word ?? ''))
    while (
      from < Math.min(frame.complement.to, frame.complement.from + 10) &&
      !/^(?:an?|any|such|every)$/.test(tokens[from]!.word)
    )
      from++;
  for (let i = from; i < Math.min(frame.complement.to, from + 5); i++) {
    if (prepositions.has(tokens[i]!.word)) return false;
    if (/^(?:danger|dangers|threat|threats|attack|attacks|aggression)$/.test(tokens[i]!.word)) return true;
  }
  return false;
}

const sanctionWords = wordSet('sanction sanctions embargo embargoes tariffs');
const responses = wordSet('response responses answer reaction reply counter-measures countermeasures retaliation action');
const forceWords = wordSet(
  `force forces troops brigade brigades battalion battalions contingent contingents unit units squadron squadrons personnel soldiers
  garrison garrisons company companies army armies fleet regiment regiments detachment detachments men weapons artillery tanks`,
);
const leaving = wordSet('out away home back off');

/** "recall its personnel", "shall be moved out of Brenn", "bring the garrison home", "keeps its troops out of": forces leave or stay away. */
function movesAway(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'subject' | 'complement' | 'passive'>,
): ActionType | null {
  const { verb, complement } = frame;
  const object = frame.passive || verb === 'leave' || verb === 'depart' || verb === 'go' ? frame.subject : complement;
  if (verb === 'recall') return findWord(tokens, object, forceWords) >= 0 ? 'withdraw' : null;
  if (/^(?:leave|depart)$/.test(verb)) return heads(tokens, object, forceWords) ? 'withdraw' : null;
  if (!/^(?:move|bring|take|send|march|keep|transfer|draw|pull|fly|ship|carry|go|hold|stay|remain)$/.test(verb)) return null;
  const found = findWord(tokens, object, forceWords);
  if (found < 0) return null;
  for (let i = complement.from; i < Math.min(complement.to, complement.from + 12); i++) {
    const { word, kind } = tokens[i]!;
    if (kind === 'mark') return null;
    if (!leaving.has(word)) continue;
    const next = tokens[i + 1]?.word ?? '';
    if (word === 'out' ? next === 'of' : word === 'home' || word === 'away' || (word === 'back' && next !== 'to'))
      return 'withdraw';
  }
  return null;
}

/** The words stand in the noun phrase itself, and not in a phrase behind a preposition. */
function heads(tokens: readonly Token[], at: Range, words: ReadonlySet<string>): boolean {
  for (let i = at.from; i < at.to; i++) {
    if (prepositions.has(tokens[i]!.word)) return false;
    if (words.has(tokens[i]!.word)) return true;
  }
  return false;
}

/** "a military response follows", "every sanction comes back into force": what comes about is the act, and nobody is named. */
function comesAbout(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'subject' | 'complement'>): ActionType | null {
  if (/^(?:follow|ensue)$/.test(frame.verb)) {
    if (heads(tokens, frame.subject, responses)) return 'assist-generic';
    return heads(tokens, frame.subject, sanctionWords) ? 'sanction-impose' : null;
  }
  if (!/^(?:come|snap|return|go|revive|enter|be)$/.test(frame.verb) || !heads(tokens, frame.subject, sanctionWords)) return null;
  if (frame.verb === 'revive' || frame.verb === 'return') return 'sanction-snapback';
  const next = tokens[frame.complement.from]?.word ?? '';
  return next === 'back' || next === 'again' || next === 'anew' ? 'sanction-snapback' : null;
}

const saying = new Set([
  'state',
  'report',
  'declare',
  'say',
  'announce',
  'conclude',
  'confirm',
  'rule',
  'inform',
  'publish',
  'advise',
]);

/** "shall state within six hours whether an attack has occurred": a finding, whatever the verb. */
function saysWhether(tokens: readonly Token[], frame: Pick<Frame, 'verb' | 'complement'>): boolean {
  if (!saying.has(frame.verb)) return false;
  for (let i = frame.complement.from; i < Math.min(frame.complement.to, frame.complement.from + 40); i++)
    if (tokens[i]!.word === 'whether' && tokens[i + 1]?.word !== 'or') return true;
  return false;
}

/** Words of the object: the complement outside its conditions, or the subject of a passive; "air defence" also as one word. */
function objectWords(
  tokens: readonly Token[],
  frame: Pick<Frame, 'subject' | 'complement' | 'passive' | 'conditions'>,
): string[] {
  const ranges = frame.passive
    ? [frame.subject, { from: frame.complement.from, to: Math.min(frame.complement.to, frame.complement.from + 8) }]
    : [{ from: frame.complement.from, to: Math.min(frame.complement.to, frame.complement.from + OBJECT_REACH) }];
  const words: string[] = [];
  if (!frame.passive) skipRecipient(tokens, ranges);
  for (const range of ranges) {
    for (let i = range.from; i < range.to; i++) {
      if (tokens[i]!.word === ';') break;
      if (!frame.passive && i > range.from && isRecipient(tokens, i)) break;
      if (frame.conditions.some((condition) => i >= condition.from && i < condition.to)) continue;
      words.push(tokens[i]!.word);
      const next = tokens[i + 1]?.word;
      if (next && (next === 'defence' || next === 'defense' || next === 'picture')) words.push(`${tokens[i]!.word}-${next}`);
    }
  }
  return words;
}

/** "support to the armed forces of the Beneficiary": from here on the words name who receives. */
function isRecipient(tokens: readonly Token[], i: number): boolean {
  if (adverbs.has(tokens[i - 1]!.word)) return false;
  if (tokens[i]!.word !== 'to' || /^(?:access|disposal|end|up|amounting|equal|equivalent|close|next)$/.test(tokens[i - 1]!.word))
    return false;
  const next = tokens[i + 1];
  return (
    next !== undefined &&
    (next.word === 'the' || next.word === 'its' || next.word === 'their' || next.capital) &&
    tokens[i - 1]!.kind === 'word'
  );
}

/** "provide the armed forces of Ukraine with ammunition": the object comes after "with". */
function skipRecipient(tokens: readonly Token[], ranges: { from: number; to: number }[]): void {
  const range = ranges[0]!;
  if (!/^(?:provide|supply|furnish|equip)/.test(tokens[range.from - 1]?.word ?? '')) return;
  for (let i = range.from + 1; i < Math.min(range.to, range.from + 14); i++) {
    if (tokens[i]!.kind === 'mark') return;
    if (tokens[i]!.word === 'with') {
      range.from = i + 1;
      return;
    }
  }
}

/** True where the words between name an actor of the given sort. */
export function namesActor(proposition: Proposition, roles: Roles, who: Actor['who']): boolean {
  return actorWithin(proposition.sentence.tokens, proposition.complement, roles, null)?.who === who;
}
