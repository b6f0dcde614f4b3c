import type { FactSpec, SubjectSpec } from '#base';
import { hint } from './nearest.ts';
import { type OperatorSpec, operatorOf, operators } from './operators.ts';
import { pointerTo, type Told } from './pointer.ts';
import { knownKeys } from './rule-schema.ts';

type Path = readonly (string | number)[];

/** Checks a condition and all below it. Without a spec only its shape is checked. */
export function checkCondition(
  condition: unknown,
  path: Path,
  spec: SubjectSpec | null,
  told: Told[],
  parameters: readonly string[] = [],
): undefined {
  const tell = (message: string, ...steps: Path): undefined => {
    told.push({ pointer: pointerTo([...path, ...steps]), message });
  };
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition))
    return tell('not a condition: an object with all, any, not or fact');
  const keys = Object.keys(condition);
  const record = condition as Record<string, unknown>;
  const shapes = ['all', 'any', 'not', 'fact'].filter((key) => keys.includes(key));
  const shape = shapes[0];
  for (const key of keys)
    if (!knownKeys.condition.includes(key as 'all')) tell(`unknown key "${key}"${hint(key, knownKeys.condition)}`, key);
  if (shape === undefined) {
    // A mistyped `all` has been told above; nothing more can be said of it.
    if (keys.every((key) => knownKeys.condition.includes(key as 'all')))
      tell('not a condition: it has none of all, any, not and fact');
    return;
  }
  if (shapes.length > 1) return tell(`${shapes.join(' and ')} in one condition: only one would be heard`);
  if (shape === 'fact') return checkLeaf(record, path, spec, told, parameters);
  for (const key of ['operator', 'value', 'parameter'])
    if (keys.includes(key)) tell(`"${key}" beside "${shape}" is never heard`, key);
  const below = record[shape];
  if (shape === 'not') return checkCondition(below, [...path, 'not'], spec, told, parameters);
  if (!Array.isArray(below)) return tell(`"${shape}" holds a list of conditions`, shape);
  if (below.length === 0) return tell(`an empty "${shape}" holds always`, shape);
  below.forEach((each, index) => {
    checkCondition(each, [...path, shape, index], spec, told, parameters);
  });
}

function checkLeaf(
  leaf: Record<string, unknown>,
  path: Path,
  spec: SubjectSpec | null,
  told: Told[],
  parameters: readonly string[],
): undefined {
  const tell = (key: string, message: string): undefined => {
    told.push({ pointer: pointerTo([...path, key]), message });
  };
  const { fact: name, operator: asked, value, parameter } = leaf;
  if (typeof asked !== 'string') tell('operator', 'the operator is missing');
  const operator = typeof asked === 'string' ? operatorOf(asked) : null;
  if (typeof asked === 'string' && !operator)
    tell('operator', `unknown operator "${asked}"${hint(asked, Object.keys(operators))}`);
  const named = Object.hasOwn(leaf, 'parameter');
  const missing = !Object.hasOwn(leaf, 'value');
  if (named && !missing) tell('value', 'a value beside a parameter: only one would be heard');
  else if (missing && !named) tell('value', 'the value is missing');
  if (named && (typeof parameter !== 'string' || !parameters.includes(parameter)))
    tell('parameter', `unknown parameter "${String(parameter)}"${hint(String(parameter), parameters)}`);
  if (value === null || (typeof value === 'object' && !Array.isArray(value)))
    return tell('value', 'the value is a text, a number, true, false or a list');
  if (typeof name !== 'string') return tell('fact', 'the name of the fact is missing');
  if (!spec) return;
  const fact = Object.hasOwn(spec.facts, name) ? spec.facts[name]! : null;
  if (!fact) return tell('fact', `a ${spec.kind} has no fact "${name}"${hint(name, Object.keys(spec.facts))}`);
  if (named && operator && !(fact.type === 'number' && operator.value === 'one'))
    return tell('parameter', `a parameter is compared with one number: "${name}" is a ${fact.type}`);
  if (!operator || missing) return;
  if (!operator.types.includes(fact.type)) {
    const fitting = Object.entries<OperatorSpec>(operators).filter(([, each]) => each.types.includes(fact.type));
    return tell(
      'operator',
      `"${name}" is a ${fact.type}: "${asked}" cannot judge it (${fitting.map(([each]) => each).join(', ')} can)`,
    );
  }
  checkValue(value, operator, name, fact, (message) => tell('value', message));
}

function checkValue(
  value: unknown,
  operator: OperatorSpec,
  name: string,
  fact: FactSpec,
  tell: (message: string) => undefined,
): undefined {
  if (operator.value === 'flag') return typeof value === 'boolean' ? undefined : tell('the value is true or false');
  if (operator.value === 'several') {
    if (!Array.isArray(value)) return tell('the value is a list');
    if (value.length === 0) return tell('the list is empty');
    for (const each of value) checkOne(each, name, fact, tell);
    return;
  }
  checkOne(value, name, fact, tell);
}

const typeNames = { text: 'string', list: 'string', number: 'number', flag: 'boolean' } as const;
const told = { text: 'a text', list: 'a text', number: 'a number', flag: 'true or false' } as const;

function checkOne(value: unknown, name: string, fact: FactSpec, tell: (message: string) => undefined): undefined {
  if (typeof value !== typeNames[fact.type])
    return tell(`"${name}" is compared with ${told[fact.type]}, not ${JSON.stringify(value)}`);
  if (fact.values && !fact.values.includes(String(value)))
    tell(`"${name}" is never "${String(value)}"${hint(String(value), fact.values)} (${fact.values.filter(Boolean).join(', ')})`);
}
