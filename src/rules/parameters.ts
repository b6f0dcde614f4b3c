import type { Condition, Rule } from './types.ts';

/** A rule whose conditions compare with these values of the parameters that they name; one without a value keeps its own. */
export function withParameters(rule: Rule, values: Readonly<Record<string, number>>): Rule {
  const used: Record<string, number> = { ...rule.parameters };
  const fill = (condition: Condition): Condition => {
    if ('all' in condition) return { all: condition.all.map(fill) };
    if ('any' in condition) return { any: condition.any.map(fill) };
    if ('not' in condition) return { not: fill(condition.not) };
    const { parameter } = condition;
    if (parameter === undefined || !Object.hasOwn(values, parameter)) return condition;
    const value = values[parameter]!;
    used[parameter] = value;
    return { ...condition, value };
  };
  const cases = rule.cases.map((each) => ({ ...each, when: fill(each.when) }));
  return Object.keys(used).length === 0 ? rule : { ...rule, cases, parameters: used };
}
