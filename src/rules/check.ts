import type { ZodError } from 'zod';
import type { Fault, SubjectSpec } from '#base';
import { checkCondition } from './check-condition.ts';
import { checkWords } from './check-words.ts';
import { hint } from './nearest.ts';
import { withParameters } from './parameters.ts';
import { pointerTo, type Told } from './pointer.ts';
import { knownKeys, ruleSchema } from './rule-schema.ts';
import type { Rule } from './types.ts';

export { ruleJsonSchema } from './rule-schema.ts';

/** Text of a `rule.json` with its path: `rules/TRG001/rule.json`. */
export interface RuleSource {
  readonly file: string;
  readonly text: string;
}

/** What a book is checked with. */
export interface CheckOptions {
  /** Values of the parameters that conditions may name. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Rules of a checked book that this one stands beside: no code or name may be given twice. */
  readonly beside?: readonly Rule[];
}

/** A checked book: the rules without a fault, and every fault of the others. */
export interface CheckedBook {
  readonly rules: Rule[];
  readonly faults: Fault[];
}

/**
 * Checks a rule book completely before it runs, since json-rules-engine accepts wrong rules in silence. Every fault is told at once, with
 * file and JSON pointer and, for an unknown name, the nearest right one.
 */
export function checkBook(
  sources: readonly RuleSource[],
  catalogue: readonly SubjectSpec[],
  { parameters = {}, beside = [] }: CheckOptions = {},
): CheckedBook {
  const faults: Fault[] = [];
  const read: { readonly file: string; readonly rule: Rule; sound: boolean }[] = [];
  for (const { file, text } of sources) {
    const told: Told[] = [];
    const rule = readRule(text, catalogue, told, parameters);
    if (rule) {
      checkHome(file, rule, told);
      checkWords(rule, catalogue, told);
      read.push({ file, rule, sound: told.length === 0 });
    }
    for (const { pointer, message, line, column } of told)
      faults.push({
        file,
        pointer,
        message,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      });
  }
  checkBetween(read, faults, beside);
  return { rules: read.filter((each) => each.sound).map((each) => each.rule), faults };
}

function readRule(
  text: string,
  catalogue: readonly SubjectSpec[],
  told: Told[],
  parameters: Readonly<Record<string, number>>,
): Rule | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    told.push({ pointer: '', message: `not JSON: ${(error as Error).message}` });
    return null;
  }
  const parsed = ruleSchema.safeParse(data);
  const misshapen: Told[] = [];
  for (const issue of parsed.error?.issues ?? []) {
    const { path } = issue;
    // A union of shapes would tell one wrong key as five faults: conditions are walked by hand.
    if (path[0] === 'cases' && path[2] === 'when') misshapen.push({ pointer: pointerTo(path), message: issue.message });
    else if (issue.code === 'unrecognized_keys') tellKeys(issue.keys, path, told);
    else told.push({ pointer: pointerTo(path), message: issue.message });
  }
  const before = told.length;
  checkCases(data, catalogue, told, Object.keys(parameters));
  if (told.length === before) told.push(...misshapen);
  if (!parsed.success) return null;
  const { $schema, ...rule } = parsed.data;
  return withParameters(rule, parameters);
}

function tellKeys(keys: readonly string[], path: ZodError['issues'][number]['path'], told: Told[]): void {
  const known = path.length === 0 ? knownKeys.rule : path[0] === 'cases' ? knownKeys.case : knownKeys.suggestion;
  for (const key of keys) told.push({ pointer: pointerTo([...path, key]), message: `unknown key "${key}"${hint(key, known)}` });
}

function checkHome(file: string, rule: Rule, told: Told[]): void {
  const folder = file.split(/[\\/]/).at(-2);
  if (folder !== rule.code)
    told.push({ pointer: '/code', message: `the folder is "${folder ?? ''}", the code "${rule.code}": they must be the same` });
  if (rule.cases.length === 0 && rule.status !== 'retired')
    told.push({ pointer: '/cases', message: 'a rule without a case never speaks' });
}

/** Subjects, conditions and marks of the cases, also of a rule that has other faults. */
function checkCases(data: unknown, catalogue: readonly SubjectSpec[], told: Told[], parameters: readonly string[]): void {
  const cases = (data as { readonly cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases)) return;
  const specs = new Map(catalogue.map((spec) => [spec.kind, spec]));
  cases.forEach((each: unknown, index) => {
    if (typeof each !== 'object' || each === null) return;
    const { subject, when, at } = each as { readonly subject?: unknown; readonly when?: unknown; readonly at?: unknown };
    const spec = typeof subject === 'string' ? (specs.get(subject) ?? null) : null;
    if (typeof subject === 'string' && !spec)
      told.push({
        pointer: `/cases/${index}/subject`,
        message: `unknown kind of subject "${subject}"${hint(subject, specs.keys())}`,
      });
    if (when === undefined) return;
    checkCondition(when, ['cases', index, 'when'], spec, told, parameters);
    if (spec && typeof at === 'string' && !Object.hasOwn(spec.marks, at))
      told.push({
        pointer: `/cases/${index}/at`,
        message: `a ${spec.kind} has no mark "${at}"${hint(at, Object.keys(spec.marks))}`,
      });
  });
}

/** What only the whole book shows: a name given twice, a relative that does not exist. */
function checkBetween(
  read: readonly { readonly file: string; readonly rule: Rule; sound: boolean }[],
  faults: Fault[],
  beside: readonly Rule[],
): void {
  const codes = new Map(beside.map((rule) => [rule.code, 'the built-in book']));
  const names = new Map(beside.map((rule) => [rule.name, rule.code]));
  for (const each of read) {
    const { file, rule } = each;
    const tell = (pointer: string, message: string): void => {
      faults.push({ file, pointer, message });
      each.sound = false;
    };
    const sameCode = codes.get(rule.code);
    if (sameCode) tell('/code', `${sameCode} has the code "${rule.code}" too`);
    else codes.set(rule.code, file);
    const sameName = names.get(rule.name);
    if (sameName && sameName !== rule.code) tell('/name', `${sameName} has the name "${rule.name}" too`);
    else names.set(rule.name, rule.code);
  }
  for (const each of read)
    each.rule.related.forEach((code, index) => {
      if (codes.has(code)) return;
      faults.push({
        file: each.file,
        pointer: `/related/${index}`,
        message: `no rule has the code "${code}"${hint(code, codes.keys())}`,
      });
      each.sound = false;
    });
}
