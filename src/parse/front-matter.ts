import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { DocumentKind, DocumentStyle, FrontMatter, Role, Severity } from '#base';
import { nearest } from './nearest.ts';
import type { ParsedDraft } from './parse-draft.ts';

/** A fault in a draft's front matter, with its place in the draft (1-based). */
export interface FrontMatterFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
}

const kinds: readonly DocumentKind[] = [
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'ceasefire',
  'monitoring',
  'force-status',
  'operational-annex',
  'economic',
  'peace-settlement',
  'political-declaration',
  'unilateral',
  'resolution',
  'non-aggression',
  'amending',
  'other',
];
const styles: readonly DocumentStyle[] = ['treaty', 'mou', 'statement', 'unknown'];
const statuses = ['draft', 'final', 'signed', 'in-force'] as const;
const completenesses = ['full', 'excerpt', 'articles-only'] as const;
const roles: readonly Role[] = ['guarantor', 'beneficiary', 'aggressor', 'organisation', 'depositary', 'mediator'];
const levels: readonly ('off' | Severity)[] = ['off', 'error', 'warning', 'info'];

/** The short form `roles: { guarantors: […], beneficiary: … }`. */
const roleKeys: Readonly<Record<string, Role>> = {
  guarantors: 'guarantor',
  guarantor: 'guarantor',
  beneficiary: 'beneficiary',
  beneficiaries: 'beneficiary',
  aggressor: 'aggressor',
  aggressors: 'aggressor',
  organisations: 'organisation',
  organisation: 'organisation',
  depositary: 'depositary',
  mediator: 'mediator',
  mediators: 'mediator',
};

type Mutable = { -readonly [K in keyof FrontMatter]: FrontMatter[K] };
type Report = (node: unknown, pointer: string, message: string) => void;

/** One descriptive key: how to read its value, or what is wrong with it. */
const readers: Readonly<Record<string, (value: unknown, out: Mutable, wrong: (message: string) => void) => void>> = {
  title: (value, out, wrong) => take(isText, value, 'title must be text', wrong, (title) => Object.assign(out, { title })),
  kind: (value, out, wrong) => oneOf('kind', value, kinds, wrong, (kind) => Object.assign(out, { kind })),
  style: (value, out, wrong) => oneOf('style', value, styles, wrong, (style) => Object.assign(out, { style })),
  status: (value, out, wrong) => oneOf('status', value, statuses, wrong, (status) => Object.assign(out, { status })),
  completeness: (value, out, wrong) =>
    oneOf('completeness', value, completenesses, wrong, (completeness) => Object.assign(out, { completeness })),
  parent: (value, out, wrong) =>
    take(isText, value, 'parent must be the title of an instrument', wrong, (parent) => Object.assign(out, { parent })),
  presence: (value, out, wrong) =>
    take(isText, value, 'presence must be text', wrong, (presence) => Object.assign(out, { presence })),
  layers: (value, out, wrong) =>
    take(isTexts, value, 'layers must be a list of words', wrong, (layers) => Object.assign(out, { layers })),
  numbering: (value, out, wrong) => {
    const word = value === false ? 'off' : value === true ? 'on' : value;
    oneOf('numbering', word, ['on', 'off'] as const, wrong, (numbering) => Object.assign(out, { numbering }));
  },
  package: (value, out, wrong) =>
    take(isText, value, 'package must be a name', wrong, (name) => Object.assign(out, { package: name })),
};

/** Keys that are only ours when they stand under `treatylint:`; at the top level other tools may use them for their own. */
const ownOnly = new Set(['package', 'roles', 'rules']);
/** Top-level keys that other tools use too: an ill-typed value of theirs is no fault of the draft. */
const shared = new Set(['title', 'status', 'parent', 'layers', 'presence']);

/**
 * Reads a draft's front matter (design 3): descriptive keys at the top level and under `treatylint:` alike, the latter winning. Gives
 * every fault at once, with its line; an unreadable block is one fault and no front matter.
 */
export function readFrontMatter(parsed: ParsedDraft): {
  readonly frontMatter: FrontMatter;
  readonly faults: readonly FrontMatterFault[];
} {
  if (!parsed.frontMatter) return { frontMatter: {}, faults: [] };
  const counter = new LineCounter();
  const faults: FrontMatterFault[] = [];
  const document = parseDocument(parsed.frontMatter.yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number | undefined): { line: number; column: number } => {
    const at = counter.linePos(offset ?? 0);
    return { line: at.line + 1, column: at.col };
  };
  for (const error of document.errors) {
    faults.push({ message: `front matter: ${error.message.split('\n')[0]}`, ...place(error.pos[0]), pointer: '' });
  }
  if (faults.length > 0 || !isMap(document.contents)) return { frontMatter: {}, faults };
  const report: Report = (node, pointer, message) => {
    const range = (node as { range?: readonly number[] } | null)?.range;
    faults.push({ message, ...place(range?.[0]), pointer });
  };
  const out: Mutable = {};
  const parties = new Map<string, Set<Role>>();
  try {
    readMap(document.contents, '', false, out, parties, report);
    const own = document.contents.get('treatylint', true);
    if (isMap(own)) readMap(own, '/treatylint', true, out, parties, report);
    else if (own !== undefined) report(own, '/treatylint', 'treatylint: must hold keys of its own');
  } catch (error) {
    // an alias bomb: the library counts aliases when a node is turned into a value
    faults.push({ message: `front matter: ${(error as Error).message}`, line: 1, column: 1, pointer: '' });
  }
  if (parties.size > 0) out.parties = [...parties].map(([name, set]) => ({ name, roles: [...set] }));
  return { frontMatter: out, faults };
}

function readMap(map: YAMLMap, base: string, own: boolean, out: Mutable, parties: Map<string, Set<Role>>, report: Report): void {
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const pointer = `${base}/${key}`;
    if (!own && (key === 'treatylint' || ownOnly.has(key))) continue;
    const value = toPlain(pair.value);
    const wrong = (message: string): void => {
      if (own || !shared.has(key)) report(pair.value ?? pair.key, pointer, message);
    };
    if (key === 'parties') readParties(value, parties, own, (message) => report(pair.value ?? pair.key, pointer, message));
    else if (key === 'roles') readRoles(value, parties, (message) => report(pair.value ?? pair.key, pointer, message));
    else if (key === 'rules') out.rules = readLevels(value, (message) => report(pair.value ?? pair.key, pointer, message));
    else if (Object.hasOwn(readers, key)) readers[key]!(value, out, wrong);
    else if (own) {
      const near = nearest(key, [...Object.keys(readers), 'parties', 'roles', 'rules']);
      report(pair.key, pointer, `unknown key "${key}"${near ? `: did you mean "${near}"?` : ''}`);
    }
  }
}

function toPlain(node: unknown): unknown {
  return node && typeof node === 'object' && 'toJSON' in node ? (node as { toJSON: () => unknown }).toJSON() : node;
}

function oneOf<T extends string>(
  key: string,
  value: unknown,
  words: readonly T[],
  wrong: (message: string) => void,
  keep: (word: T) => void,
): void {
  if (typeof value === 'string' && (words as readonly string[]).includes(value)) {
    keep(value as T);
    return;
  }
  const near = typeof value === 'string' ? nearest(value, words) : null;
  wrong(`unknown ${key} ${JSON.stringify(value)}${near ? `: did you mean "${near}"?` : `: one of ${words.join(', ')}`}`);
}

function take<T>(
  is: (value: unknown) => value is T,
  value: unknown,
  otherwise: string,
  wrong: (message: string) => void,
  keep: (value: T) => void,
): void {
  if (is(value)) keep(value);
  else wrong(otherwise);
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function readParties(value: unknown, parties: Map<string, Set<Role>>, own: boolean, wrong: (message: string) => void): void {
  if (!Array.isArray(value)) {
    if (own) wrong('parties must be a list');
    return;
  }
  for (const item of value) {
    if (typeof item === 'string') {
      give(parties, item);
      continue;
    }
    const party = item as { name?: unknown; role?: unknown; roles?: unknown };
    if (!party || typeof party.name !== 'string') {
      wrong('each party needs a name');
      continue;
    }
    for (const role of [party.role ?? party.roles ?? []].flat()) {
      oneOf('role', role, roles, wrong, (known) => give(parties, party.name as string).add(known));
    }
    give(parties, party.name);
  }
}

function readRoles(value: unknown, parties: Map<string, Set<Role>>, wrong: (message: string) => void): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    wrong('roles must name guarantors, beneficiary and aggressor');
    return;
  }
  for (const [key, names] of Object.entries(value)) {
    const role = Object.hasOwn(roleKeys, key) ? roleKeys[key]! : null;
    if (!role) {
      const near = nearest(key, Object.keys(roleKeys));
      wrong(`unknown role "${key}"${near ? `: did you mean "${near}"?` : ''}`);
      continue;
    }
    for (const name of [names].flat()) {
      if (typeof name === 'string') give(parties, name).add(role);
      else if (name !== null) wrong(`${key} must be names`);
    }
  }
}

function give(parties: Map<string, Set<Role>>, name: string): Set<Role> {
  const set = parties.get(name) ?? new Set<Role>();
  parties.set(name, set);
  return set;
}

function readLevels(value: unknown, wrong: (message: string) => void): Record<string, 'off' | Severity> {
  const out: Record<string, 'off' | Severity> = Object.create(null);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    wrong('rules must give a level to each code');
    return {};
  }
  for (const [code, level] of Object.entries(value)) {
    const word = level === false ? 'off' : level;
    oneOf(`level of ${code}`, word, levels, wrong, (known) => {
      out[code] = known;
    });
  }
  return { ...out };
}
