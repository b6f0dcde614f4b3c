import type { Precedence, PrecedenceChain } from './types.ts';

const PLACES: readonly string[] = [
  'words',
  'subject',
  'clause',
  'group',
  'document',
] satisfies readonly PrecedenceChain['where'][];

/** The precedence as data from outside, checked; every fault with its JSON pointer. */
export function readPrecedence(data: unknown): {
  readonly precedence: Precedence;
  readonly faults: readonly { readonly pointer: string; readonly message: string }[];
} {
  const faults: { pointer: string; message: string }[] = [];
  const listed = isRecord(data) ? data.chains : undefined;
  if (!isRecord(data) || !Array.isArray(listed))
    return { precedence: { chains: [] }, faults: [{ pointer: '/chains', message: 'a list of chains is missing' }] };
  const chains: PrecedenceChain[] = [];
  listed.forEach((chain: unknown, index) => {
    const before = faults.length;
    checkChain(chain, `/chains/${index}`, (pointer, message) => faults.push({ pointer, message }));
    if (faults.length === before) chains.push(chain as PrecedenceChain);
  });
  const circle = findCircle(chains);
  if (circle) faults.push({ pointer: '/chains', message: `${circle} gives way to itself` });
  return { precedence: { chains }, faults };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

function checkChain(chain: unknown, at: string, tell: (pointer: string, message: string) => void): void {
  if (!isRecord(chain)) return void tell(at, 'not a chain');
  for (const key of Object.keys(chain))
    if (!['order', 'where', 'about'].includes(key)) tell(`${at}/${key}`, `unknown key "${key}"`);
  const { order, where, about } = chain;
  if (!isTexts(order) || order.length < 2) tell(`${at}/order`, 'at least two codes');
  else
    order.forEach((code, index) => {
      if (!/^[A-Z]{3}\d{3}$/.test(code)) tell(`${at}/order/${index}`, `"${code}" is no rule code`);
    });
  if (typeof where !== 'string' || !PLACES.includes(where)) tell(`${at}/where`, `one of ${PLACES.join(', ')}`);
  if (about !== undefined && !(isRecord(about) && typeof about.fact === 'string' && isTexts(about.in)))
    tell(`${at}/about`, 'a fact and a list of its values');
}

/** A code that two chains put both before and after another, or null. */
function findCircle(chains: readonly PrecedenceChain[]): string | null {
  const after = new Map<string, Set<string>>();
  for (const { order } of chains)
    for (let i = 0; i + 1 < order.length; i++) {
      const below = after.get(order[i]!) ?? new Set();
      below.add(order[i + 1]!);
      after.set(order[i]!, below);
    }
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (code: string): string | null => {
    if (open.has(code)) return code;
    if (done.has(code)) return null;
    open.add(code);
    for (const below of after.get(code) ?? []) {
      const found = visit(below);
      if (found) return found;
    }
    open.delete(code);
    done.add(code);
    return null;
  };
  for (const code of after.keys()) {
    const found = visit(code);
    if (found) return found;
  }
  return null;
}
