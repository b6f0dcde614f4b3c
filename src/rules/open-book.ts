import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { FactValue, Subject } from '#base';
import { operatorOf, operators } from './operators.ts';
import type { Condition, Rule, RuleCase } from './types.ts';

/** One case of a rule, ready to be judged. */
export interface Judge {
  readonly rule: Rule;
  readonly case: RuleCase;
  /** Leaves that must all hold; where one does not, the engine need not be asked. */
  readonly needs: readonly {
    readonly fact: string;
    readonly value: unknown;
    readonly holds: (fact: FactValue, value: unknown) => boolean;
  }[];
  /** The case's Engine, made when it is first asked: most drafts need few. */
  readonly engine: () => Engine;
  /** The subject that the engine's facts are read from while it runs. */
  readonly seat: { subject: Subject | null };
}

/** A rule book ready to judge. */
export interface RuleBook {
  /** By code. Retired rules are among them, but never judge. */
  readonly rules: readonly Rule[];
  /** Kind of subject → the cases about it, a rule's own cases in their order. */
  readonly judges: ReadonlyMap<string, readonly Judge[]>;
  /** The last judgement begun: the next one waits for it, since runs must not overlap on an Engine. */
  readonly queue: { last: Promise<unknown> };
}

/**
 * Opens a rule book that has been checked (`#rules/check`): json-rules-engine would take a wrong one in silence.
 *
 * Each case has an Engine of its own: the run of a case that throws then spoils no other, and only cases whose plain conditions hold are run
 * at all. Facts are read from the subject under judgement, uncached: adding them to every run would cost more than the run.
 */
export function openBook(rules: readonly Rule[]): RuleBook {
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const judges = new Map<string, Judge[]>();
  for (const rule of sorted) {
    if (rule.status === 'retired') continue;
    for (const each of rule.cases) {
      const row = judges.get(each.subject) ?? [];
      row.push(openCase(rule, each));
      judges.set(each.subject, row);
    }
  }
  return { rules: sorted, judges, queue: { last: Promise.resolve() } };
}

function openCase(rule: Rule, each: RuleCase): Judge {
  const seat: Judge['seat'] = { subject: null };
  let engine: Engine | null = null;
  const open = (): Engine => {
    engine ??= makeEngine(rule, each, seat);
    return engine;
  };
  return { rule, case: each, needs: needsOf(each.when), engine: open, seat };
}

function makeEngine(rule: Rule, each: RuleCase, seat: Judge['seat']): Engine {
  const engine = new Engine();
  for (const [name, { holds }] of Object.entries(operators)) engine.addOperator(name, holds);
  for (const fact of factsOf(each.when)) {
    const read = (): FactValue => {
      const value = seat.subject?.facts[fact];
      // A missing fact makes `notEqual` true and `equal` false: neither is an answer.
      if (value === undefined) throw new Error(`a ${each.subject} has no fact "${fact}"`);
      return value;
    };
    engine.addFact(fact, read, { cache: false });
  }
  const conditions = 'fact' in each.when ? { all: [each.when] } : each.when;
  engine.addRule({ name: rule.code, conditions: conditions as unknown as TopLevelCondition, event: { type: rule.code } });
  return engine;
}

/** Facts that a condition asks for. */
export function factsOf(condition: Condition): Set<string> {
  const facts = new Set<string>();
  const open: Condition[] = [condition];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('fact' in next) facts.add(next.fact);
    else if ('not' in next) open.push(next.not);
    else open.push(...('all' in next ? next.all : next.any));
  }
  return facts;
}

function needsOf(condition: Condition): Judge['needs'] {
  if ('all' in condition) return condition.all.flatMap(needsOf);
  if (!('fact' in condition)) return [];
  const operator = operatorOf(condition.operator);
  return operator ? [{ fact: condition.fact, value: condition.value, holds: operator.holds }] : [];
}
