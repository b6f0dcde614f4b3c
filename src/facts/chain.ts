import { trimEndOf } from '#base';
import { choicesOf } from './discretion.ts';
import { readFunds } from './funds.ts';
import type { Gate } from './gates.ts';
import type { Duty, Reading, TriggerGroup } from './model.ts';
import { permanentMembers } from './names.ts';
import { responseTime } from './response-time.ts';
import { homeArticle } from './triggers.ts';

/** One step of the response (catalogue E.1). */
export interface ChainStep {
  readonly kind: 'trigger' | 'notice' | 'attribution' | 'finding' | 'consultation' | 'gate' | 'action';
  /** What is done, in a few words. */
  readonly label: string;
  readonly owner: string;
  /** Hours after the trigger, or after the step before where it is only counted so; null: no limit. */
  readonly hours: number | null;
  readonly bound: 'hard' | 'soft' | 'vague' | 'auto' | 'continuous' | 'none';
  /** Not written in the text: supplied because somebody must do it (E.1.3). */
  readonly implicit: boolean;
  /** The action waits for it. */
  readonly critical: boolean;
  readonly discretion: 'none' | 'bounded' | 'full';
  readonly military: boolean;
  readonly clause: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** The response algorithm of one trigger group (catalogue E). */
export interface Chain {
  readonly group: string;
  readonly clause: string;
  readonly trigger: string;
  readonly steps: readonly ChainStep[];
  /** Hours; null: unbounded. */
  readonly worstCase: number | null;
  readonly guaranteedFirstAction: number | null;
  readonly guaranteedFirstMilitaryAction: number | null;
  /** The step that makes the chain as long as it is. */
  readonly dominatedBy: string | null;
  readonly gates: number;
  readonly vetoes: number;
  readonly aggressorVetoes: number;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly reason: string;
  /** Codes of the rules whose repair lifts the grade to B. */
  readonly toReachB: readonly string[];
}

/** What a chain is read from. */
export type ChainSource = Pick<Reading, 'groups' | 'duties' | 'dutiesByGroup' | 'gates' | 'roles' | 'kind'>;

/** Kinds whose whole purpose is the answer to an attack: without a trigger their grade is E (decisions, "The chain"). */
const guarantees: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
]);
/** Kinds that answer attacks only by the way: a chain is drawn where somebody must act. */
const byTheWay: ReadonlySet<Reading['kind']> = new Set([
  'ceasefire',
  'monitoring',
  'force-status',
  'economic',
  'other',
  'amending',
  'resolution',
  'non-aggression',
]);
const answering = new Set(['military', 'military-support', 'economic', 'generic']);

/** Chains of the groups that answer an attack or, where none is regulated, a violation; else of talk on a threat. */
export function readChains(source: ChainSource): Chain[] {
  const { groups, dutiesByGroup, gates, kind } = source;
  const judged = groups.filter((group) => group.class === 'attack' || group.class === 'violation');
  const list = judged.length > 0 ? judged : groups.filter((group) => group.class !== 'situation').slice(0, 1);
  const drawn = list.filter((group) => {
    if (!byTheWay.has(kind)) return true;
    const homes = new Set(group.triggers.map((trigger) => homeArticle(trigger.sentence.clause)));
    return (dutiesByGroup.get(group) ?? []).some(
      (duty) =>
        isAnswer(duty) &&
        answering.has(duty.proposition.actionClass) &&
        !duty.proposition.relative &&
        homes.has(homeArticle(duty.proposition.clause)),
    );
  });
  if (drawn.length === 0 && guarantees.has(kind)) return [noTrigger];
  return drawn.map((group) =>
    readChain(
      group,
      dutiesByGroup.get(group) ?? [],
      gates.filter((gate) => gate.group === group || (gate.group === null && governs(gate))),
      source,
    ),
  );
}

/** The chain of a guarantee that answers nothing. */
const noTrigger: Chain = {
  group: 'none',
  clause: '',
  trigger: '',
  steps: [],
  worstCase: null,
  guaranteedFirstAction: null,
  guaranteedFirstMilitaryAction: null,
  dominatedBy: 'no trigger',
  gates: 0,
  vetoes: 0,
  aggressorVetoes: 0,
  grade: 'E',
  reason: 'no trigger: no clause says what happens when the beneficiary is attacked',
  toReachB: ['BUD002'],
};

/** A duty that the other side could claim was not performed: force 4 or more, no permission. */
function isAnswer(duty: Duty): boolean {
  return duty.core && duty.proposition.polarity !== 'permission' && duty.proposition.force >= 4;
}

/**
 * A gate outside the group that hangs over performance as a whole: "its provisions carried out … in accordance with … processes", "nothing
 * in this Treaty commits any funds". The appropriator's gate is one of choice (E.1, G), and counts as a veto at home.
 */
function governs(gate: Gate): boolean {
  if (gate.controls !== 'start') return false;
  if (gate.type === 'appropriation') return readFunds(gate.proposition)?.reach === 'all';
  return (gate.type === 'domestic-law' || gate.type === 'domestic-approval') && gate.proposition.action === 'perform';
}

function readChain(group: TriggerGroup, duties: readonly Duty[], gates: readonly Gate[], source: ChainSource): Chain {
  const { kind } = source;
  const answers = duties.filter((duty) => duty.core && duty.proposition.polarity !== 'permission');
  const binding = answers.filter(isAnswer);
  const talks = duties.filter(
    (duty) =>
      duty.proposition.actionClass === 'talk' &&
      duty.proposition.polarity === 'positive' &&
      duty.proposition.force >= 4 &&
      duty.proposition.action !== 'notify' &&
      duty.proposition.action !== 'publish',
  );
  const referrals = duties.filter(
    (duty) => duty.proposition.action === 'seek-unsc-action' || duty.proposition.action === 'refer-body',
  );
  const finders = duties.filter((duty) => duty.proposition.action === 'determine' || duty.proposition.action === 'attribute');
  const notices = duties.filter((duty) => duty.proposition.action === 'notify' || duty.proposition.action === 'warn');
  const choice = binding.filter((duty) => selfJudged(duty) || bareAct(duty));
  const critical = gates.filter(
    (gate) =>
      (gate.controls === 'start' || gate.controls === 'choice') &&
      gate.silence !== 'proceeds' &&
      gate.type !== 'consultation' &&
      gate.type !== 'request',
  );
  const steps: ChainStep[] = [];
  const first = group.triggers[0]!;
  const trigger = words(first.sentence, first.noun);
  steps.push({
    kind: 'trigger',
    label: trigger,
    owner: '',
    hours: 0,
    bound: 'auto',
    implicit: false,
    critical: true,
    discretion: 'none',
    military: false,
    clause: first.sentence.clause.label,
    start: first.sentence.tokens[first.noun.from]!.start,
    end: first.sentence.tokens[first.noun.to - 1]!.end,
  });
  const presumed =
    finders.length > 0 ||
    duties.some((duty) => duty.deadline.time?.clock === 'trigger-time' || duty.deadline.time?.clock === 'notice');
  for (const duty of notices.filter((one) => !answers.includes(one)).slice(0, 1)) steps.push(stepOf(duty, 'notice', false));
  if (!presumed) {
    steps.push(
      implied('attribution', 'who did it: nobody is named to say', kind === 'unilateral' ? 'the State' : 'each guarantor'),
    );
    steps.push(
      implied('finding', 'that the trigger is met: left to each', kind === 'unilateral' ? 'the State' : 'each guarantor'),
    );
  }
  for (const duty of finders.slice(0, 3))
    steps.push(stepOf(duty, duty.proposition.action === 'attribute' ? 'attribution' : 'finding', true));
  const waits = critical.length > 0 || answers.length === 0;
  for (const duty of talks.slice(0, 3))
    steps.push(stepOf(duty, 'consultation', waits && duty.deadline.time?.clock !== 'trigger-time'));
  for (const duty of referrals.slice(0, 2))
    steps.push({ ...stepOf(duty, 'gate', answers.length === 0), discretion: 'full', owner: 'Security Council' });
  const seen = new Set<string>();
  for (const gate of critical) {
    const key = `${gate.type}:${gate.holder?.who ?? ''}`;
    if (seen.has(key) || finders.some((duty) => duty.proposition === gate.proposition)) continue;
    seen.add(key);
    steps.push({
      kind: 'gate',
      label: `${gate.type.replace('-', ' ')}: ${words(gate.sentence, gate.at)}`,
      owner: holderName(gate),
      hours: gate.bounded ? (gate.sentence.times[0]?.hours ?? null) : null,
      bound: gate.bounded ? 'hard' : 'none',
      implicit: false,
      critical: true,
      discretion: gate.bounded ? 'bounded' : 'full',
      military: false,
      clause: gate.proposition.clause.label,
      start: gate.sentence.tokens[gate.at.from]!.start,
      end: gate.sentence.tokens[gate.at.to - 1]!.end,
    });
  }
  for (const duty of [...answers].sort((a, b) => late(a) - late(b)).slice(0, 12))
    steps.push({ ...stepOf(duty, 'action', isAnswer(duty)), discretion: choice.includes(duty) ? 'full' : 'none' });
  return settle(group, steps, { answers, binding, talks, referrals, critical, choice }, source, trigger);
}

interface Parts {
  readonly answers: readonly Duty[];
  readonly binding: readonly Duty[];
  readonly talks: readonly Duty[];
  readonly referrals: readonly Duty[];
  readonly critical: readonly Gate[];
  readonly choice: readonly Duty[];
}

/** Hours of a bounded answer, the unbounded last. */
function late(duty: Duty): number {
  if (!isAnswer(duty)) return Number.MAX_SAFE_INTEGER;
  return bounded(duty) ? (duty.deadline.time?.hours ?? 0) : Number.MAX_SAFE_INTEGER - 1;
}

/** "would act to meet the common danger", "shall take measures": the act is named, and not what it is (E.2, US-ROK). */
function bareAct({ proposition, specificity }: Duty): boolean {
  if (specificity > 0 || proposition.actionClass !== 'generic') return false;
  return /^(?:act|respond|react|meet|answer|take|adopt|do)$/.test(proposition.verb) && proposition.polarity === 'positive';
}

/** Bounds, gates, vetoes and grade (catalogue E.1.4 to E.1.7, decisions "The chain"). */
function settle(group: TriggerGroup, steps: readonly ChainStep[], parts: Parts, source: ChainSource, trigger: string): Chain {
  const { roles, kind } = source;
  const { answers, binding, talks, referrals, critical, choice } = parts;
  const timed = binding.filter((duty) => bounded(duty) && !choice.includes(duty));
  const hoursOf = (duty: Duty): number => duty.deadline.time?.hours ?? 0;
  const open = steps.find(
    (step) =>
      step.critical &&
      step.kind !== 'trigger' &&
      !step.implicit &&
      step.hours === null &&
      (step.kind === 'gate' || step.kind === 'finding'),
  );
  const everyAnswerTimed = binding.length > 0 && timed.length > 0;
  // The longest path: a period that runs from a finding or a decision is added to that step's own (E.1.5).
  const path = responseTime(group, source);
  const blocked = open !== undefined || (path.answers.length > 0 && path.first === null);
  const worstCase = blocked || !everyAnswerTimed ? null : Math.max(path.full ?? 0, ...timed.map(hoursOf));
  const standing = timed.some((duty) => duty.deadline.kind === 'continuous' || duty.deadline.kind === 'auto');
  const firstAction =
    blocked || timed.length === 0 ? null : standing ? 0 : Math.max(path.first ?? 0, Math.min(...timed.map(hoursOf)));
  const military = timed.filter((duty) => duty.proposition.actionClass === 'military');
  const council =
    referrals.some((duty) => duty.proposition.action === 'seek-unsc-action') ||
    critical.some((gate) => gate.type === 'unsc-authorisation');
  const aggressorOnCouncil = council && roles.aggressors.some((name) => permanentMembers.has(name.replace(/ /g, '-')));
  const allMustAgree = critical.filter(
    (gate) =>
      gate.quorum === 'all' &&
      (gate.type === 'consent' || gate.type === 'decision' || gate.type === 'determination' || gate.type === 'further-agreement'),
  );
  const aggressorHolds = critical.some(
    (gate) => gate.holder?.who === 'aggressor' || (gate.quorum === 'all' && gate.holder?.includesAggressor),
  );
  const members = kind === 'unilateral' ? 1 : Math.max(roles.guarantorCount, 1);
  const domestic = critical.some(
    (gate) => gate.type === 'domestic-law' || gate.type === 'domestic-approval' || gate.type === 'appropriation',
  );
  const relevantCouncil = council && answers.length === 0;
  const vetoes =
    (relevantCouncil ? 5 : 0) +
    (allMustAgree.length > 0
      ? members
      : domestic
        ? kind === 'unilateral'
          ? 1
          : Math.max(members, roles.mutual ? roles.parties.length : members)
        : critical.some(heldAlone)
          ? 1
          : 0);
  const aggressorVetoes = (relevantCouncil && aggressorOnCouncil ? 1 : 0) + (aggressorHolds ? 1 : 0);
  const gateCount =
    critical.length === 0 && choice.length === 0
      ? relevantCouncil
        ? 1
        : 0
      : new Set(critical.map((gate) => gate.type)).size + (choice.length > 0 ? 1 : 0) + (relevantCouncil ? 1 : 0);
  const talkBound = talks.some((duty) => duty.deadline.kind === 'hard' || duty.deadline.kind === 'soft');
  // A duty that has its hour and leaves its measure to choice wants a measure, not another hour.
  const hourStands = timed.length === 0 && choice.some(bounded);
  const { grade, reason } = gradeOf({
    aggressorVetoes,
    binding: binding.length,
    worstCase,
    gateCount,
    vetoes,
    talkBound,
    floor: timed.some((duty) => duty.specificity >= 2 || duty.proposition.actionClass === 'military'),
    hourStands,
    choice: choice.length,
  });
  const toReachB: string[] = [];
  if (binding.length === 0) toReachB.push(relevantCouncil ? 'BUD004' : 'BUD003');
  if (choice.length > 0) toReachB.push('TRG001');
  if (aggressorVetoes > 0) toReachB.push('BUD005');
  if (allMustAgree.length > 0) toReachB.push('BUD006');
  else if (critical.some((gate) => gate.type === 'decision' || gate.type === 'further-agreement')) toReachB.push('TRG004');
  if (critical.some((gate) => gate.type === 'determination')) toReachB.push('TRG003');
  if (critical.some((gate) => gate.type === 'appropriation')) toReachB.push('DUR003');
  if (critical.some((gate) => gate.type === 'domestic-law' || gate.type === 'domestic-approval')) toReachB.push('RAT003');
  if (binding.length > 0 && timed.length === 0 && !hourStands)
    toReachB.push(binding.some((duty) => duty.deadline.kind === 'vague') ? 'TIM002' : talkBound ? 'TIM005' : 'TIM001');
  if (binding.some((duty) => duty.proposition.force < 7)) toReachB.push('OBL001');
  return {
    group: group.id,
    clause: group.triggers[0]!.sentence.clause.label,
    trigger,
    steps,
    worstCase,
    guaranteedFirstAction: firstAction,
    guaranteedFirstMilitaryAction: military.length > 0 && !blocked ? Math.min(...military.map(hoursOf)) : null,
    dominatedBy:
      worstCase === null
        ? (open?.label ??
          (binding.length === 0
            ? 'no duty to act'
            : path.slowestName && path.slowestName !== 'action'
              ? path.slowestName
              : hourStands
                ? 'the action is left to choice'
                : 'the action has no limit of time'))
        : (timed.find((duty) => hoursOf(duty) === worstCase)?.proposition.verb ?? null),
    gates: gateCount,
    vetoes,
    aggressorVetoes,
    grade,
    reason,
    toReachB: grade === 'A' || grade === 'B' ? [] : toReachB,
  };
}

/** Who holds a gate, as a reader says it. */
function holderName({ holder, quorum }: Gate): string {
  if (!holder || holder.who === 'none' || holder.who === 'thing') return 'nobody named';
  const many = quorum === 'all' ? 'all ' : quorum === 'majority' || quorum === 'supermajority' ? 'a majority of ' : '';
  if (holder.organ) return `${many}the ${holder.organ}`;
  if (holder.name) return holder.name.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());
  if (holder.who === 'party') return quorum === 'all' ? 'all parties' : 'the parties';
  return holder.mode === 'individual' ? `the ${holder.who}` : `${many}the ${holder.who}s`;
}

/** One holder, named, whose decision or consent the answer waits for without an end. */
function heldAlone(gate: Gate): boolean {
  return (
    (gate.type === 'decision' || gate.type === 'consent' || gate.type === 'determination') &&
    gate.holder !== null &&
    !gate.bounded &&
    gate.quorum === 'one' &&
    (gate.holder.who === 'organ' || gate.holder.mode === 'individual')
  );
}

function gradeOf(facts: {
  aggressorVetoes: number;
  binding: number;
  worstCase: number | null;
  gateCount: number;
  vetoes: number;
  talkBound: boolean;
  floor: boolean;
  hourStands: boolean;
  choice: number;
}): { grade: Chain['grade']; reason: string } {
  if (facts.aggressorVetoes > 0) return { grade: 'F', reason: 'the aggressor controls a step of the response' };
  if (facts.binding === 0)
    return facts.talkBound
      ? { grade: 'D', reason: 'talk has a limit of time, action does not exist' }
      : { grade: 'E', reason: 'the parties must only consult, refer or declare' };
  if (facts.worstCase === null || facts.choice > 0 || facts.vetoes > 0 || facts.gateCount > 1) {
    return {
      grade: 'C',
      reason: facts.hourStands
        ? 'there is an hour to act by, but who must act chooses what to do'
        : facts.worstCase === null
          ? 'there is a duty to act, but no limit by which anything must have happened'
          : 'there is a timed duty, but someone may still choose or stop it',
    };
  }
  if (facts.gateCount > 0 || !facts.floor)
    return {
      grade: 'B',
      reason: facts.gateCount > 0 ? 'bounded, with one gate that is itself bounded' : 'bounded, but the measures are not named',
    };
  return { grade: 'A', reason: 'bounded, no veto, no free choice, named measures' };
}

function bounded(duty: Duty): boolean {
  return duty.deadline.kind === 'hard' || duty.deadline.kind === 'auto' || duty.deadline.kind === 'continuous';
}

/** The guarantor judges its own measure (TRG001). */
export function selfJudged(duty: Duty): boolean {
  return choicesOf(duty).length > 0;
}

function stepOf(duty: Duty, kind: ChainStep['kind'], critical: boolean): ChainStep {
  const { proposition, deadline } = duty;
  const { tokens } = proposition.sentence;
  const from = (proposition.modal ?? proposition.verbAt).from;
  const to = Math.min(proposition.at.to, proposition.verbAt.to + 8);
  return {
    kind,
    label: wordsOfAct(duty),
    owner:
      proposition.actor.who === 'none' || proposition.actor.who === 'thing'
        ? 'nobody named'
        : words(proposition.sentence, proposition.actor.at) || proposition.actor.who,
    hours: deadline.time?.hours ?? (deadline.kind === 'auto' || deadline.kind === 'continuous' ? 0 : null),
    bound: deadline.kind,
    implicit: false,
    critical,
    discretion: 'none',
    military: proposition.actionClass === 'military',
    clause: proposition.clause.label,
    start: tokens[Math.max(from, 0)]!.start,
    end: tokens[to - 1]!.end,
  };
}

/** "shall deploy to the Beneficiary the further land forces": modal, verb and object, without a parenthesis between. */
function wordsOfAct({ proposition }: Duty): string {
  const { sentence, modal, verbAt, at } = proposition;
  const to = Math.min(at.to, verbAt.to + 9);
  const verb = words(sentence, { from: verbAt.from, to });
  if (!modal || modal.from >= verbAt.from || modal.opens !== 'verb') return verb;
  return `${words(sentence, modal)} ${verb}`;
}

function implied(kind: ChainStep['kind'], label: string, owner: string): ChainStep {
  return {
    kind,
    label,
    owner,
    hours: null,
    bound: 'none',
    implicit: true,
    critical: true,
    discretion: 'full',
    military: false,
    clause: null,
    start: null,
    end: null,
  };
}

function words(
  sentence: { readonly tokens: readonly { readonly raw: string; readonly kind: string }[] },
  at: { readonly from: number; readonly to: number },
): string {
  let out = '';
  for (let i = at.from; i < at.to; i++) {
    const token = sentence.tokens[i];
    if (!token) break;
    const tight = token.kind === 'mark' && /^[,;:.)'”"]/.test(token.raw);
    out += out === '' || tight || token.raw === "'s" ? token.raw : ` ${token.raw}`;
  }
  return trimEndOf(out, ',;:');
}
