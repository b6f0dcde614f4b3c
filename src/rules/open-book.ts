import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { FactValue, Subject } from '#base';
import { operatorOf, operators } from './operators.ts';
import type { Condition, Rule, RuleCase } from './types.ts';

/** Reads a fact of the subject under judgement; undefined where there is none or where it is not known yet. */
export type ReadFact = (fact: string) => FactValue | undefined;

/** A condition asked without the engine: true or false where the facts decide it, null where one that is needed is undefined. */
export type Asked = (read: ReadFact) => boolean | null;

/** One case of a rule, ready to be judged. */
export interface Judge {
  readonly case: RuleCase;
  readonly asked: Asked;
  /** The case's Engine, made when it is first asked: most drafts need few. */
  readonly engine: () => Engine;
  /** The subject that the engine's facts are read from while it runs. */
  readonly seat: { subject: Subject | null };
}

/** The cases of one rule about one kind of subject, in the rule's order. */
export interface Bench {
  readonly rule: Rule;
  readonly judges: readonly Judge[];
}

/** A rule book ready to judge. */
export interface RuleBook {
  /** By code. Retired rules are among them, but never judge. */
  readonly rules: readonly Rule[];
  /** Kind of subject → the rules that judge it, by code. */
  readonly benches: ReadonlyMap<string, readonly Bench[]>;
  /** The last judgement begun: the next one waits for it, since runs must not overlap on an Engine. */
  readonly queue: { last: Promise<unknown> };
}

/**
 * Opens a rule book that has been checked (`#rules/check`): json-rules-engine would take a wrong one in silence.
 *
 * Each case has an Engine of its own: the run of a case that throws then spoils no other, and only cases that may speak are run at all.
 * Facts are read from the subject under judgement, uncached: adding them to every run would cost more than the run.
 */
export function openBook(rules: readonly Rule[]): RuleBook {
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const benches = new Map<string, Bench[]>();
  for (const rule of sorted) {
    if (rule.status === 'retired') continue;
    for (const kind of new Set(rule.cases.map((each) => each.subject))) {
      const row = benches.get(kind) ?? [];
      row.push({ rule, judges: rule.cases.filter((each) => each.subject === kind).map((each) => openCase(rule, each)) });
      benches.set(kind, row);
    }
  }
  return { rules: sorted, benches, queue: { last: Promise.resolve() } };
}

function openCase(rule: Rule, each: RuleCase): Judge {
  const seat: Judge['seat'] = { subject: null };
  let engine: Engine | null = null;
  const open = (): Engine => {
    engine ??= makeEngine(rule, each, seat);
    return engine;
  };
  return { case: each, asked: askedOf(each.when), engine: open, seat };
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

/** The same condition as the engine runs it, with the same operators, without the engine's cost. */
function askedOf(condition: Condition): Asked {
  if ('all' in condition) return joined(condition.all.map(askedOf), false);
  if ('any' in condition) return joined(condition.any.map(askedOf), true);
  if ('not' in condition) {
    const inner = askedOf(condition.not);
    return (read) => {
      const answer = inner(read);
      return answer === null ? null : !answer;
    };
  }
  const { fact, value } = condition;
  const operator = operatorOf(condition.operator);
  return (read) => {
    const known = read(fact);
    return known === undefined || operator === null ? null : operator.holds(known, value);
  };
}

/** One part that gives the deciding answer decides; else a part that is not known leaves all open. */
function joined(parts: readonly Asked[], deciding: boolean): Asked {
  return (read) => {
    let answer: boolean | null = !deciding;
    for (const part of parts) {
      const said = part(read);
      if (said === deciding) return deciding;
      if (said === null) answer = null;
    }
    return answer;
  };
}
