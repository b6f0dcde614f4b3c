import type { FactSpec, FactValue } from '#base';

/** What one operator asks of a fact, and which facts it may be asked of. */
export interface OperatorSpec {
  /** Types of fact it can judge (json-rules-engine itself would compare anything with anything). */
  readonly types: readonly FactSpec['type'][];
  /** `one`: a value of the fact's own type; `member`: one text of a list fact; `several`: a list of those; `flag`: true or false. */
  readonly value: 'one' | 'member' | 'several' | 'flag';
  readonly holds: (fact: FactValue, value: unknown) => boolean;
}

const list = (fact: FactValue): readonly string[] => fact as readonly string[];
const several = (value: unknown): readonly unknown[] => value as readonly unknown[];

/**
 * Every operator a rule may use. The standard ones mean what json-rules-engine means by them; they are written here all the same, so that
 * the check, the filter before a run and the engine share one table.
 */
export const operators = {
  equal: { types: ['text', 'number', 'flag'], value: 'one', holds: (fact, value) => fact === value },
  notEqual: { types: ['text', 'number', 'flag'], value: 'one', holds: (fact, value) => fact !== value },
  in: { types: ['text', 'number'], value: 'several', holds: (fact, value) => several(value).includes(fact) },
  notIn: { types: ['text', 'number'], value: 'several', holds: (fact, value) => !several(value).includes(fact) },
  contains: { types: ['list'], value: 'member', holds: (fact, value) => list(fact).includes(value as string) },
  doesNotContain: { types: ['list'], value: 'member', holds: (fact, value) => !list(fact).includes(value as string) },
  containsAny: {
    types: ['list'],
    value: 'several',
    holds: (fact, value) => list(fact).some((each) => several(value).includes(each)),
  },
  containsNone: {
    types: ['list'],
    value: 'several',
    holds: (fact, value) => !list(fact).some((each) => several(value).includes(each)),
  },
  isEmpty: { types: ['text', 'list'], value: 'flag', holds: (fact, value) => (list(fact).length === 0) === value },
  lessThan: { types: ['number'], value: 'one', holds: (fact, value) => (fact as number) < (value as number) },
  lessThanInclusive: { types: ['number'], value: 'one', holds: (fact, value) => (fact as number) <= (value as number) },
  greaterThan: { types: ['number'], value: 'one', holds: (fact, value) => (fact as number) > (value as number) },
  greaterThanInclusive: { types: ['number'], value: 'one', holds: (fact, value) => (fact as number) >= (value as number) },
} as const satisfies Record<string, OperatorSpec>;

export type OperatorName = keyof typeof operators;

/** The operator of that name; null where there is none. */
export function operatorOf(name: string): OperatorSpec | null {
  return Object.hasOwn(operators, name) ? operators[name as OperatorName] : null;
}
