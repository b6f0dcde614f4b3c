import type { Range, Token } from '#phrases';
import { actorWithin } from './actors.ts';
import type { Actor, Proposition, Roles } from './model.ts';
import { findWord, wordSet } from './scan.ts';
import { adverbs } from './words.ts';

/** A decision that a clause waits for, and what follows if nobody takes it. */
export interface FoundDecision {
  readonly at: Range;
  readonly holder: Actor | null;
  readonly silence: 'proceeds' | 'lapses' | 'unspecified';
}

const settles = wordSet(
  'determine decide agree settle consider define identify choose adopt formulate concert coordinate approve examine discuss assess weigh',
);
const settling = wordSet(
  'determining deciding agreeing settling considering defining identifying choosing adopting formulating concerting approving examining',
);
/** What is settled where the response itself is. */
const responseNouns = wordSet(
  'step steps measure measures response responses action actions assistance support reaction course answer what how whether which help',
);
/** What a meeting may settle without holding anything up. */
const sideNouns = wordSet('agenda date venue procedure rules budget chair seat additional further-reaching');
const decidedWords = wordSet(
  'decided authorised authorized approved resolved agreed consented voted decides authorises authorizes approves agrees consents recommended recommends ruled rules mandated mandates concurred concurs assented assents permitted permits accepted accepts resolves concur assent endorsed endorses ratified',
);
/** "if all of them so agree": the verb of several. */
const decideTogether = wordSet('agree decide consent approve resolve concur');
const judgeVerbs = wordSet(
  'determine determines determined decide decides find finds consider considers considered deem deems judge judges hold holds',
);
const necessity = wordSet(
  'necessity necessary need needed required requisite warranted appropriate desirable advisable expedient opportune',
);
const decideVerbs = wordSet('agree decide determine approve authorise authorize resolve');
const agreeWords = wordSet('agree agrees agreed decide decided');
const mayWords = wordSet('may might shall will can');
const meetVerbs = wordSet('meet convene assemble gather confer come sit consult hold');

/**
 * Decisions that stand before the act of a clause although no noun names them: a meeting held in order to decide what to do, "once the
 * Council has authorised it", "as they may then agree" (catalogue A.6 `decision-*`, TRG004; decision 11).
 */
export function decisionsIn(proposition: Proposition, roles: Roles): FoundDecision[] {
  const found: FoundDecision[] = [];
  const meeting = meetingToDecide(proposition);
  if (meeting) found.push({ at: meeting, holder: proposition.actor, silence: 'unspecified' });
  const { tokens } = proposition.sentence;
  for (const condition of proposition.conditions) {
    if (condition.kind === 'purpose' || condition.kind === 'until') continue;
    const needed = judgedNecessary(tokens, condition);
    if (needed) {
      const holder = actorWithin(tokens, { from: condition.from + 1, to: needed.to }, roles, proposition.actor);
      found.push({ at: needed, holder, silence: condition.opener === 'unless' ? 'proceeds' : 'unspecified' });
      continue;
    }
    const unopposed = nobodyObjects(tokens, condition);
    if (unopposed) {
      const holder = actorWithin(tokens, { from: condition.from + 1, to: condition.to }, roles, proposition.actor);
      found.push({ at: unopposed, holder, silence: 'unspecified' });
      continue;
    }
    const within = { from: condition.from + 1, to: Math.min(condition.to, condition.from + 24) };
    const told = decidedAt(tokens, within);
    const at = told >= 0 ? told : together(tokens, within);
    if (at < 0 || tokens[at - 1]?.word === 'as') continue;
    const by = tokens[at + 1]?.word === 'by' || (tokens[at + 1]?.kind === 'word' && tokens[at + 2]?.word === 'by');
    const range = by ? { from: at + 1, to: condition.to } : { from: condition.from + 1, to: at };
    found.push({
      at: { from: condition.from, to: at + 1 },
      holder: actorWithin(tokens, range, roles, proposition.actor),
      silence: condition.opener === 'unless' ? 'proceeds' : 'unspecified',
    });
  }
  const absolute = decidedBefore(proposition, roles) ?? bannedUntil(proposition, roles);
  if (absolute) found.push(absolute);
  const left = leftToAgreement(tokens, proposition.complement) ?? leftToAgreement(tokens, beforeVerb(proposition));
  if (left) {
    const holder = actorWithin(tokens, left, roles, null) ?? proposition.actor;
    // "as it may decide" is a free choice of each (TRG001); what several must decide together is a gate.
    if (holder.mode !== 'each' && holder.mode !== 'individual') found.push({ at: left, holder, silence: 'unspecified' });
  }
  return found;
}

const nobody = wordSet('no none nobody neither');
const objecting = wordSet(
  'object objects objected objecting objection objections oppose opposes opposed dissent dissents dissented veto vetoes vetoed',
);

/** "only where none of its members raises an objection": everybody must let it pass. */
function nobodyObjects(tokens: readonly Token[], condition: Range): Range | null {
  const none = findWord(tokens, { from: condition.from + 1, to: Math.min(condition.to, condition.from + 4) }, nobody);
  if (none < 0) return null;
  const objects = findWord(tokens, { from: none + 1, to: Math.min(condition.to, none + 12) }, objecting);
  return objects < 0 ? null : { from: condition.from, to: objects + 1 };
}

const grants = wordSet('given gives give granted grants grant lent lends');
const leaves = wordSet(
  'leave permission consent authority approval mandate sanction assent agreement blessing authorisation authorization',
);

/** "has decided", "has given its leave": the word in which the decision is told; -1 if none. */
function decidedAt(tokens: readonly Token[], range: Range): number {
  const at = findWord(tokens, range, decidedWords);
  if (at >= 0) return at;
  const grant = findWord(tokens, range, grants);
  return grant < 0 ? -1 : findWord(tokens, { from: grant + 1, to: Math.min(range.to, grant + 5) }, leaves);
}

/** "The Security Council having so recommended, each Guarantor shall": a decision told before the subject, in a clause without a finite verb. */
function decidedBefore({ at, subject, sentence: { tokens } }: Proposition, roles: Roles): FoundDecision | null {
  for (let i = at.from + 1; i < subject.from; i++) {
    if (tokens[i]!.word !== 'having') continue;
    const decided = decidedAt(tokens, { from: i + 1, to: Math.min(subject.from, i + 8) });
    const holder = decided < 0 ? null : actorWithin(tokens, { from: at.from, to: i }, roles, null);
    return holder ? { at: { from: at.from, to: decided + 1 }, holder, silence: 'unspecified' } : null;
  }
  return null;
}

/** "No Guarantor shall act before the Council has given leave": a ban that ends with the decision. */
function bannedUntil({ polarity, complement, sentence: { tokens } }: Proposition, roles: Roles): FoundDecision | null {
  if (polarity !== 'prohibition') return null;
  for (let i = complement.from; i < complement.to; i++) {
    if (!/^(?:before|until|unless|till)$/.test(tokens[i]!.word)) continue;
    const decided = decidedAt(tokens, { from: i + 1, to: Math.min(complement.to, i + 16) });
    if (decided < 0) return null;
    const holder = actorWithin(tokens, { from: i + 1, to: decided }, roles, null);
    return holder ? { at: { from: i, to: decided + 1 }, holder, silence: 'unspecified' } : null;
  }
  return null;
}

/** "if the President determines the necessity thereof": a judgement of what is called for, and no finding of fact. */
function judgedNecessary(tokens: readonly Token[], condition: Range): Range | null {
  const judged = findWord(tokens, { from: condition.from + 1, to: Math.min(condition.to, condition.from + 16) }, judgeVerbs);
  if (judged < 0 || judged === condition.from + 1) return null;
  const need = findWord(tokens, { from: judged + 1, to: Math.min(condition.to, judged + 9) }, necessity);
  return need < 0 ? null : { from: condition.from, to: need + 1 };
}

function together(tokens: readonly Token[], range: Range): number {
  const at = findWord(tokens, range, decideTogether);
  // "agree to", "agree that", "may agree" say something else.
  return at < 0 ||
    /^(?:to|that|on|with)$/.test(tokens[at + 1]?.word ?? '') ||
    /^(?:to|may|shall|will)$/.test(tokens[at - 1]!.word)
    ? -1
    : at;
}

function beforeVerb({ at, verbAt }: Proposition): Range {
  return { from: at.from, to: verbAt.from };
}

/** "meet within 24 hours to determine appropriate next steps": the words from the purpose to what it settles. */
function meetingToDecide(proposition: Proposition): Range | null {
  if (proposition.actionClass !== 'talk' && !meetVerbs.has(proposition.verb)) return null;
  const { tokens } = proposition.sentence;
  const { from, to } = proposition.complement;
  for (let i = from; i < to; i++) {
    const { word } = tokens[i]!;
    if (word !== 'to' && word !== 'and') continue;
    let verb = i + 1;
    while (verb < to && adverbs.has(tokens[verb]!.word)) verb++;
    const settlesHere = word === 'to' && (settles.has(tokens[verb]?.word ?? '') || settling.has(tokens[verb]?.word ?? ''));
    if (!settlesHere) continue;
    for (let noun = verb + 1; noun < Math.min(tokens.length, verb + 14); noun++) {
      if (tokens[noun]!.word === ';') break;
      if (sideNouns.has(tokens[noun]!.word)) break;
      if (!responseNouns.has(tokens[noun]!.word)) continue;
      // "settle what further steps": the noun behind the question word ends the quotation.
      for (let more = noun + 1; more < Math.min(tokens.length, noun + 4); more++)
        if (responseNouns.has(tokens[more]!.word)) return { from: verb, to: more + 1 };
      return { from: verb, to: noun + 1 };
    }
  }
  return null;
}

/** "as the Parties may agree", "as may be decided by the Council", "on which they shall agree". */
function leftToAgreement(tokens: readonly Token[], range: Range): Range | null {
  for (let i = range.from; i < range.to; i++) {
    if (tokens[i]!.word !== 'as' && tokens[i]!.word !== 'which') continue;
    const may = findWord(tokens, { from: i + 1, to: Math.min(range.to, i + 8) }, mayWords);
    if (may < 0) {
      // "the measures on which all of them agree"
      const agree =
        tokens[i - 1]?.word === 'on' ? findWord(tokens, { from: i + 1, to: Math.min(range.to, i + 8) }, agreeWords) : -1;
      if (agree >= 0) return { from: i - 1, to: agree + 1 };
      continue;
    }
    for (let j = may + 1; j < Math.min(range.to, may + 6); j++) {
      const { word, kind } = tokens[j]!;
      if (kind === 'mark') break;
      if (decideVerbs.has(word) || (decidedWords.has(word) && tokens[j - 1]!.word === 'be')) return { from: i, to: j + 1 };
    }
  }
  return null;
}
