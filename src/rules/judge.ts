import { type FactValue, measuredLater, type Subject } from '#base';
import type { Bench, Judge, RuleBook } from './open-book.ts';
import type { Match, RuleCase } from './types.ts';

/** What a rule book says of a draft. */
export interface Judgement {
  /** Subject by subject, in the order given; for one subject by code. */
  readonly matches: readonly Match[];
  /** Rules that broke: one for each, whatever the number of subjects. */
  readonly defects: readonly { readonly code: string; readonly message: string }[];
}

/**
 * Judges subjects by a rule book. For one subject the first case of a rule that holds speaks; one with severity `none` silences the rule.
 * Judgements on one book run one after another, however many are asked for at once. A rule that breaks is a defect; the others go on.
 */
export function judge(book: RuleBook, subjects: readonly Subject[]): Promise<Judgement> {
  const judgement = book.queue.last.then(() => judgeAll(book, subjects));
  book.queue.last = judgement.catch(() => undefined);
  return judgement;
}

async function judgeAll(book: RuleBook, subjects: readonly Subject[]): Promise<Judgement> {
  const matches: Match[] = [];
  const broken = new Map<string, string>();
  for (const subject of subjects) {
    for (const bench of book.benches.get(subject.kind) ?? []) {
      if (!maySpeak(bench, subject)) continue;
      try {
        const speaking = await measuredLater('rule', bench.rule.code, () => firstThatHolds(bench, subject));
        if (speaking !== null) {
          const severity = speaking.severity ?? bench.rule.severity;
          if (severity !== 'none') matches.push({ rule: bench.rule, case: speaking, subject, severity });
        }
      } catch (error) {
        // A case that cannot be judged may be the exception that silences the next: the whole rule stays silent here.
        const { code } = bench.rule;
        if (!broken.has(code)) broken.set(code, `${subject.id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return { matches, defects: [...broken].map(([code, message]) => ({ code, message })) };
}

/** False where what is already known of the subject leaves the rule nothing to say: then nothing more is read of the draft for it. */
function maySpeak({ judges }: Bench, { peek }: Subject): boolean {
  if (peek === undefined) return true;
  for (const each of judges) {
    const answer = each.asked(peek);
    if (each.case.severity !== 'none' && answer !== false) return true;
    if (each.case.severity === 'none' && answer === true) return false;
  }
  return false;
}

/**
 * The first case that holds; null where none does. The engine is asked wherever there may be something to say; a case that silences speaks
 * with the engine's operators alone, since nothing comes of it.
 */
async function firstThatHolds({ judges }: Bench, subject: Subject): Promise<RuleCase | null> {
  const { facts, peek } = subject;
  const read = (fact: string): FactValue | undefined => facts[fact];
  for (const each of judges) {
    const answer = (peek && each.asked(peek)) ?? each.asked(read);
    if (answer === false) continue;
    if (answer === true && each.case.severity === 'none') return each.case;
    if (await holds(each, subject)) return each.case;
  }
  return null;
}

async function holds({ engine, seat }: Judge, subject: Subject): Promise<boolean> {
  seat.subject = subject;
  try {
    const { events } = await measuredLater('room', 'rules (json-rules-engine)', () => engine().run());
    return events.length > 0;
  } finally {
    seat.subject = null;
  }
}
