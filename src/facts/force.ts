import type { DocumentStyle } from '#base';
import type { Modal, Token } from '#phrases';
import { comesAbout, meetsDanger } from './act-shapes.ts';
import { type ActionType, actionClass } from './actions.ts';
import type { Frame } from './frames.ts';
import type { Actor, Proposition } from './model.ts';
import { wordSet } from './scan.ts';
import { determiners } from './words.ts';

/** Force and polarity after style, embedding and tense (catalogue B.1, B.2). */
export function gradeForce(
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
    // "We are imposing further measures": a report of what is done.
    if (frame.verb !== 'be' && !frame.passive && /^(?:is|are)$/.test(tokens[frame.verbAt.from]?.word ?? ''))
      return { force: 1, polarity: acts ? 'positive' : 'effect' };
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
  // "may acquire no rocket" forbids as "shall have no" does.
  const denies = (told === 'positive' && modal.kind === 'duty') || (told === 'permission' && /^(?:may|can)$/.test(modal.form));
  const polarity = denies && deniesObject(tokens, frame) ? 'prohibition' : told;
  const top = frame.under === null ? null : frames[frame.under]?.modal;
  if (top) {
    // "declares that it would act", "declares that it stands ready to act".
    const ready = modal.kind === 'declaration' && modal.force === 4 && /declar/.test(top.form);
    if (top.force <= 1) force = ready ? 4 : Math.min(force, 1);
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
    if (/\b(?:commit|pledge|promis|vow)/.test(modal.form)) return Math.min(modal.force, 5);
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
