import type { Subject } from '#base';
import type { Judge, RuleBook } from './open-book.ts';
import type { Match } from './types.ts';

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
    let settled: string | null = null;
    for (const each of book.judges.get(subject.kind) ?? []) {
      const { code } = each.rule;
      if (code === settled || !mayHold(each, subject)) continue;
      try {
        if (!(await holds(each, subject))) continue;
        settled = code;
        const severity = each.case.severity ?? each.rule.severity;
        if (severity !== 'none') matches.push({ rule: each.rule, case: each.case, subject, severity });
      } catch (error) {
        // A case that cannot be judged may be the exception that silences the next: the whole rule stays silent here.
        settled = code;
        if (!broken.has(code)) broken.set(code, `${subject.id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return { matches, defects: [...broken].map(([code, message]) => ({ code, message })) };
}

/** False only where the engine would say no: a condition that must hold does not. A missing fact is the engine's to refuse. */
function mayHold({ needs }: Judge, { facts }: Subject): boolean {
  for (const need of needs) {
    const fact = facts[need.fact];
    if (fact === undefined) return true;
    if (!need.holds(fact, need.value)) return false;
  }
  return true;
}

async function holds({ engine, seat }: Judge, subject: Subject): Promise<boolean> {
  seat.subject = subject;
  try {
    const { events } = await engine().run();
    return events.length > 0;
  } finally {
    seat.subject = null;
  }
}
