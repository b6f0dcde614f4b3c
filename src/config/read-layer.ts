import { Alias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { $ZodIssue } from 'zod/v4/core';
import type { Fault } from '#base';
import { hint } from '#rules';
import { configSchema, knownKeys } from './schema.ts';
import type { ConfigData, Layer, Place } from './types.ts';

type Path = readonly PropertyKey[];
type Tell = (path: Path, message: string, at?: Place) => void;

/** Deeper than any configuration; deeper nesting only serves to break a reader. */
const DEEPEST = 40;

/** Reads one configuration file, JSON or YAML by its name. Every fault in it is told, with line, column and the nearest right key. */
export function readLayer(file: string, text: string): { readonly layer: Layer | null; readonly faults: readonly Fault[] } {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const faults: Fault[] = [];
  const counter = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const depth = depthOf(source);
  if (depth > DEEPEST)
    return { layer: null, faults: [{ file, pointer: '', message: `nested ${depth} deep: a configuration is not` }] };
  const document = parseDocument(source, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
    merge: false,
  });
  const tell: Tell = (path, message, place = placeOf(path)) => {
    faults.push({ file, pointer: pointerOf(path), line: place.line, column: place.column, message });
  };
  const placeOf = (path: Path): Place => {
    let node: unknown = document.contents;
    let found = rangeOf(node);
    for (const step of path) {
      const resolved = node instanceof Alias ? node.resolve(document) : node;
      if (isMap(resolved)) {
        const pair = resolved.items.find((each) => isScalar(each.key) && String(each.key.value) === String(step));
        if (!pair) break;
        found = rangeOf(pair.key) ?? found;
        node = pair.value;
      } else if (isSeq(resolved)) {
        node = resolved.items[Number(step)];
        found = rangeOf(node) ?? found;
      } else break;
    }
    return at(found ?? 0);
  };
  for (const error of document.errors) tell([], errorWords(error.message), at(error.pos[0]));
  if (file.endsWith('.json') && faults.length === 0) {
    const wrong = notJson(source);
    if (wrong) tell([], wrong.message, at(wrong.offset));
  }
  if (faults.length > 0) return { layer: null, faults };
  let data: unknown;
  try {
    data = withoutEmpty(document.toJS({ maxAliasCount: 50 }) ?? {});
  } catch (error) {
    // A few lines of aliases can stand for a million values.
    tell([], `aliases that stand for too much: ${(error as Error).message}`);
    return { layer: null, faults };
  }
  refuseInheritance(document.contents as Node | null, [], (path, message) => tell(path, message));
  const parsed = configSchema.safeParse(data);
  for (const issue of parsed.error?.issues ?? []) explain(issue, data, [], tell);
  if (parsed.success && faults.length === 0) return { layer: { file, data: parsed.data as ConfigData, placeOf }, faults: [] };
  // What is well formed is handed on, so that a wrong name in it is told together with the rest.
  const rest = configSchema.safeParse(withoutFaulty(data, parsed.error?.issues ?? []));
  return { layer: rest.success ? { file, data: rest.data as ConfigData, placeOf } : null, faults: inOrder(faults) };
}

/** The settings that the schema has nothing against: without the entry of each section that a complaint is about. */
function withoutFaulty(data: unknown, issues: readonly $ZodIssue[]): unknown {
  const rest = structuredClone(data);
  for (const issue of issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const [section, entry] of paths) {
      const holder = valueAt(rest, section === undefined ? [] : [section]);
      const isMap = typeof holder === 'object' && holder !== null && !Array.isArray(holder);
      const [owner, key] = isMap && entry !== undefined ? [holder, entry] : [rest, section];
      if (typeof owner === 'object' && owner !== null && key !== undefined) Reflect.deleteProperty(owner, key);
    }
  }
  return rest;
}

/** A section whose every line is a comment says nothing. */
function withoutEmpty(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

function rangeOf(node: unknown): number | null {
  return (node as { readonly range?: readonly number[] | null } | null)?.range?.[0] ?? null;
}

/** Deepest nesting by brackets or indentation, without parsing: what is too deep would overflow the parser. */
function depthOf(source: string): number {
  let deepest = 0;
  let open = 0;
  for (const sign of source) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++open);
    else if (sign === ']' || sign === '}') open--;
  }
  // `- - - - a` and long indentation nest too.
  for (const line of source.split('\n', 100_000)) {
    const lead = /^(?:[ -] ?)*/.exec(line)![0];
    deepest = Math.max(deepest, lead.split('-').length - 1);
  }
  return deepest;
}

/** Faults in the order of the file. */
function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function errorWords(message: string): string {
  return `not readable: ${message.split('\n')[0]!.replace(/[:.]$/, '')}`;
}

/** A `.json` file is JSON, although YAML could read more. */
function notJson(source: string): { readonly message: string; readonly offset: number } | null {
  if (source.trim() === '') return null;
  try {
    JSON.parse(source);
    return null;
  } catch (error) {
    const { message } = error as Error;
    const told = /position (\d+)/.exec(message);
    return { message: `not JSON: ${message.replace(/ in JSON at position.*$/s, '')}`, offset: told ? Number(told[1]) : 0 };
  }
}

/** `__proto__` and its like are never a setting: they are told, whatever a reader would do with them. */
function refuseInheritance(node: unknown, path: Path, tell: (path: Path, message: string) => void): void {
  if (isMap(node))
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (key === '__proto__') tell([...path, key], 'unknown key "__proto__"');
      refuseInheritance(pair.value, [...path, key], tell);
    }
  else if (isSeq(node)) for (const [index, item] of node.items.entries()) refuseInheritance(item, [...path, index], tell);
}

/** One complaint of the schema in plain words, with the nearest right word. */
function explain(issue: $ZodIssue, data: unknown, above: Path, tell: Tell): void {
  const path = [...above, ...issue.path];
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) if (key !== '__proto__') tell([...path, key], `unknown key "${key}"${hint(key, keysOf(path))}`);
  } else if (issue.code === 'invalid_union') {
    const object = typeof value === 'object' && value !== null && !Array.isArray(value);
    const list = Array.isArray(value);
    // The way that was meant: a list, an object or a word.
    const meant = issue.errors.find((way) => way.some((each) => each.path.length > 0 || each.code === 'unrecognized_keys'));
    if ((object || list) && meant) for (const each of meant) explain(each, data, path, tell);
    else if (path[0] === 'rules' || path.at(-2) === 'rules') tell(path, levelWords(value));
    else tell(path, list || object ? 'neither a text nor what may stand here instead' : `not a text: ${print(value)}`);
  } else if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    tell(
      path,
      `${typeof value === 'string' ? `unknown word "${value}"${hint(value, values)}` : `not one of the words: ${print(value)}`} (${values.join(', ')})`,
    );
  } else if (issue.code === 'invalid_type') {
    tell(
      path,
      value === undefined
        ? `"${String(path.at(-1))}" is missing`
        : `${KINDS[issue.expected] ?? issue.expected} is expected, not ${print(value)}`,
    );
  } else if (issue.code === 'too_small' && Array.isArray(value)) tell(path, 'an empty list');
  else tell(path, issue.message);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with keys',
  record: 'an object with keys',
};

function levelWords(value: unknown): string {
  const levels = ['off', 'info', 'warning', 'error'];
  return typeof value === 'string'
    ? `unknown level "${value}"${hint(value, levels)} (${levels.join(', ')})`
    : `a level (${levels.join(', ')}), or an object with level and options, is expected, not ${print(value)}`;
}

function keysOf(path: Path): readonly string[] {
  const inner = path[0] === 'overrides' ? path.slice(2) : path;
  if (inner.length === 0) return path.length === 0 ? knownKeys.top : knownKeys.override;
  const key = String(inner[0]);
  return key === 'rules'
    ? knownKeys.rule
    : key === 'waivers'
      ? knownKeys.waiver
      : key === 'draft'
        ? knownKeys.draft
        : knownKeys.entry;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path)
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
  return value;
}

function print(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
