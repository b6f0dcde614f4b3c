import type { Range, Sentence } from '#phrases';
import type { Gate } from './gates.ts';
import type { Duty, Reading, TriggerGroup } from './model.ts';
import { findSequence, sequences } from './scan.ts';

/** How long a trigger group may take at worst (catalogue E.1.4, E.1.5, decisions 16 and 58). Hours; null is without a limit. */
export interface ResponseTime {
  /** Duties that answer and could be late. */
  readonly answers: readonly Duty[];
  readonly first: number | null;
  /** The latest of the bounded answers; null where none is bounded. */
  readonly full: number | null;
  /** The path to the first action, step by step: "finding 48 h, meeting 24 h, action 96 h". */
  readonly path: string;
  /** Words of the step that makes the path as long as it is. */
  readonly slowest: { readonly sentence: Sentence; readonly at: Range } | null;
  /** Name of that step. */
  readonly slowestName: string;
  readonly economicOnly: boolean;
}

interface Step {
  readonly name: string;
  readonly hours: number | null;
  readonly sentence: Sentence;
  readonly at: Range;
}

const answering = new Set(['military', 'military-support', 'economic', 'generic']);

/** "in parallel", "shall not delay": the step leaves the path. */
const beside = sequences(`
  in parallel
  whether or not
  at the same time
  (shall|does|do|will|may) not delay
  (shall|does|do|will) not suspend
  neither (replace|replaces|delay|delays)
  without waiting
  without awaiting
  meanwhile
  throughout`);

/** Silence has an effect: "if it makes no statement, the notice stands". */
const byDefault = sequences(`
  if it (makes|issues|gives|takes|reaches|adopts) (none|no)
  if (none|nothing|no) is
  if no
  if it (is|remains) silent
  if it does not
  if it has not
  if they do not
  has not decided otherwise
  unless it decides otherwise
  failing which
  failing that
  failing a
  in default of
  (is|are) deemed
  the notice stands
  stands if`);

/** A finder, meeting or decision of the group with its own worst case. */
function stepsOf(duties: readonly Duty[]): { finding: Step[]; meeting: Step[]; decision: Step[] } {
  const finding: Step[] = [];
  const meeting: Step[] = [];
  const decision: Step[] = [];
  for (const duty of duties) {
    const { proposition, deadline } = duty;
    if (proposition.polarity === 'prohibition' || proposition.polarity === 'exemption' || proposition.polarity === 'permission')
      continue;
    const name =
      proposition.action === 'determine' || proposition.action === 'attribute'
        ? 'finding'
        : proposition.action === 'meet' || proposition.action === 'consult'
          ? 'meeting'
          : // "each Party has one vote" describes how a body decides; nothing is decided by it.
            proposition.actionClass === 'decide' && proposition.verb !== 'have'
            ? 'decision'
            : isReport(duty)
              ? 'finding'
              : null;
    if (name === null) continue;
    if (findSequence(proposition.sentence.tokens, { from: 0, to: proposition.sentence.tokens.length }, beside)) continue;
    const from = (proposition.modal ?? proposition.verbAt).from;
    const step: Step = {
      name,
      hours: deadline.kind === 'hard' ? (deadline.time?.hours ?? null) : deadline.kind === 'auto' ? 0 : null,
      sentence: proposition.sentence,
      at: deadline.at && deadline.at.from >= from ? { from, to: deadline.at.to } : { from, to: proposition.verbAt.to },
    };
    (name === 'finding' ? finding : name === 'meeting' ? meeting : decision).push(step);
  }
  return { finding, meeting, decision };
}

/** An organ that reports or states what happened, on a clock of its own: a finding in other words. */
function isReport({ proposition, deadline }: Duty): boolean {
  return (
    (proposition.actor.who === 'organ' || proposition.actor.who === 'third-body') &&
    /^(?:state|report|announce|establish|certify|conclude|rule|publish|issue|confirm|inform)$/.test(proposition.verb) &&
    deadline.kind === 'hard'
  );
}

/**
 * Worst case from the trigger to the first action of a group and to its last bounded one. A period that runs from a finding, a meeting
 * or a decision is added to the bound of that step; a gate that must open and has no limit makes the sum endless. Takes the group and the
 * reading. Linear in the group's duties.
 */
export function responseTime(group: TriggerGroup, reading: Pick<Reading, 'duties' | 'dutiesByGroup' | 'gates'>): ResponseTime {
  const duties = reading.dutiesByGroup.get(group) ?? [];
  const answers = duties.filter(
    (duty) =>
      duty.core &&
      answering.has(duty.proposition.actionClass) &&
      (duty.proposition.polarity === 'positive' || duty.proposition.polarity === 'effect') &&
      duty.proposition.force >= 4 &&
      duty.deadline.kind !== 'continuous',
  );
  const none: ResponseTime = {
    answers,
    first: null,
    full: null,
    path: '',
    slowest: null,
    slowestName: '',
    economicOnly: answers.length > 0 && answers.every((duty) => duty.proposition.actionClass === 'economic'),
  };
  if (answers.length === 0) return none;
  const around = [...duties];
  for (const duty of reading.duties)
    if (
      duty.group !== group &&
      (duty.proposition.action === 'determine' || duty.proposition.action === 'attribute' || isReport(duty))
    )
      around.push(duty);
  const steps = stepsOf(around);
  const gates = reading.gates.filter((gate) => gate.group === group && blocks(gate, steps));
  let first: { hours: number | null; path: Step[] } | null = null;
  let full: number | null = null;
  let fullPath: Step[] = [];
  for (const duty of answers) {
    const path = pathOf(duty, steps);
    const hours = path.some((step) => step.hours === null) ? null : path.reduce((sum, step) => sum + (step.hours ?? 0), 0);
    if (hours !== null && (full === null || hours > full)) {
      full = hours;
      fullPath = path;
    }
    if (
      first === null ||
      (first.hours === null && hours !== null) ||
      (hours !== null && first.hours !== null && hours < first.hours)
    )
      first = { hours, path };
  }
  const path = first!.path;
  const gate = gates[0];
  let total = first!.hours;
  if (gate) {
    total = null;
    if (!path.some((step) => step.hours === null && step.name !== 'action'))
      path.unshift({ name: gateName(gate), hours: null, sentence: gate.sentence, at: gate.at });
  }
  const late = total !== null && full !== null && full > 72 && total <= 24 ? fullPath : path;
  const slowest = late.reduce((most, step) => (weight(step) > weight(most) ? step : most), late[0]!);
  return {
    ...none,
    first: total,
    full: gate ? null : full,
    path: late.map((step) => `${step.name} ${step.hours === null ? 'without a limit' : `${step.hours} h`}`).join(', '),
    slowest: { sentence: slowest.sentence, at: slowest.at },
    slowestName: slowest.name,
  };
}

function weight(step: Step): number {
  return step.hours ?? Number.POSITIVE_INFINITY;
}

function gateName(gate: Gate): string {
  return gate.type.replaceAll('-', ' ');
}

/** The steps before an answer that its clock counts from, and the answer. */
function pathOf(duty: Duty, steps: ReturnType<typeof stepsOf>): Step[] {
  const { proposition, deadline } = duty;
  const from = (proposition.modal ?? proposition.verbAt).from;
  const own: Step = {
    name: 'action',
    hours:
      deadline.kind === 'hard' && deadline.time?.hours !== undefined
        ? (deadline.time?.hours ?? (deadline.time?.date ? 0 : null))
        : deadline.kind === 'auto'
          ? 0
          : null,
    sentence: proposition.sentence,
    at: deadline.at ?? { from, to: Math.max(proposition.verbAt.to, from + 1) },
  };
  const { clock } = deadline.time ?? { clock: 'none' as const };
  const before: Step[] = [];
  const last = (list: readonly Step[]): Step | undefined => list[list.length - 1];
  const finding = last(steps.finding);
  const meeting = last(steps.meeting);
  const decision = last(steps.decision);
  if (clock === 'finding' || (clock === 'event' && refersTo(duty, /^(?:statement|report|conclusion|opinion|ruling)$/))) {
    if (finding) before.push(finding);
  } else if (clock === 'notice' && finding && refersTo(duty, /^reports?$/)) before.push(finding);
  else if (clock === 'meeting') {
    if (finding && countsFrom(meeting)) before.push(finding);
    if (meeting) before.push(meeting);
  } else if (clock === 'decision') {
    if (finding && countsFrom(decision)) before.push(finding);
    if (meeting && decision && decision.hours === null) before.push(meeting);
    if (decision) before.push(decision);
  }
  return [...before, own];
}

/** The step's own clock starts from what the finder gives. */
function countsFrom(step: Step | undefined): boolean {
  if (!step) return false;
  return step.sentence.times.some(
    (time) =>
      time.clock === 'finding' ||
      (time.clockAt !== null &&
        step.sentence.tokens
          .slice(time.clockAt.from, time.clockAt.to)
          .some((token) => /^(?:reports?|statement|finding)$/.test(token.word))),
  );
}

function refersTo({ deadline, proposition }: Duty, words: RegExp): boolean {
  const at = deadline.time?.clockAt;
  return (
    at !== null && at !== undefined && proposition.sentence.tokens.slice(at.from, at.to).some((token) => words.test(token.word))
  );
}

/** A gate on the path that nobody must open by a certain hour and that silence does not open. */
function blocks(gate: Gate, steps: ReturnType<typeof stepsOf>): boolean {
  if (gate.controls !== 'start' && gate.controls !== 'choice') return false;
  const { tokens } = gate.sentence;
  const whole = { from: 0, to: tokens.length };
  // "after consultations among them": talk that nobody must end holds the act up.
  if (gate.type === 'consultation')
    return (
      gate.onCore &&
      /^(?:after|following|upon|subject|pending|until)$/.test(tokens[gate.at.from]?.word ?? '') &&
      findSequence(tokens, whole, beside) === null &&
      !steps.meeting.some((step) => step.hours !== null && step.sentence === gate.sentence)
    );
  if (gate.silence === 'proceeds' || gate.bounded || gate.type === 'request') return false;
  if (findSequence(tokens, whole, byDefault) || findSequence(tokens, whole, beside)) return false;
  if (gate.type === 'determination' && (gate.onCore || steps.finding.some((step) => step.hours !== null)))
    return !steps.finding.some((step) => step.hours !== null);
  if (gate.type === 'decision' && !gate.onCore && steps.decision.some((step) => step.hours !== null)) return false;
  return true;
}
