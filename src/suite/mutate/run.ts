import type { Finding } from '#base';
import { isDue } from './due.ts';
import { dutyOperators } from './duty-operators.ts';
import { finalOperators } from './final-operators.ts';
import { layerOperators } from './layer-operators.ts';
import { apply } from './places.ts';
import { preservingOperators } from './preserving-operators.ts';
import { replacingOperators } from './replacing-operators.ts';
import { scopeOperators } from './scope-operators.ts';
import type { Draft, Mutation, Operator } from './types.ts';
import { variantOperators } from './variant-operators.ts';

/** Every operator, weakening ones first. */
export const operators: readonly Operator[] = [
  ...dutyOperators,
  ...replacingOperators,
  ...scopeOperators,
  ...layerOperators,
  ...finalOperators,
  ...variantOperators,
  ...preservingOperators,
];

/** How drafts are mutated. */
export interface MutateOptions {
  /** At most so many mutants of one operator in one draft. */
  readonly limit: number;
  /** Chooses among more places than the limit; the same seed chooses the same. */
  readonly seed: number;
  /** Only the operators whose name fits. */
  readonly only?: RegExp;
  readonly lint: (text: string) => Promise<readonly Finding[]>;
}

/** One mutant and what became of it. */
export interface Mutant {
  readonly draft: string;
  readonly operator: string;
  readonly expects: readonly string[];
  /** Line of the first change in the draft. */
  readonly line: number;
  /** The words before and after, of every edit. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
  /** A weakening that raised what it should; a rewrite that changed nothing. */
  readonly passed: boolean;
  /** Codes of findings that the mutant has and the draft has not: `TIM001 warning`. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** Mutates one draft with every operator. What the draft raised before is no news. */
export async function mutate(path: string, draft: Draft, options: MutateOptions): Promise<Mutant[]> {
  const before = countsOf(await options.lint(draft.text));
  const mutants: Mutant[] = [];
  for (const operator of operators.filter(
    ({ name, expects }) => (options.only?.test(name) ?? true) && isDue(expects, draft.reading.kind),
  ))
    for (const mutation of choose(operator.places(draft), options, `${path} ${operator.name}`)) {
      const text = apply(draft.text, mutation);
      if (text === draft.text) continue;
      const findings = await options.lint(text);
      const after = countsOf(findings);
      const gained = more(after, before);
      const lost = more(before, after);
      mutants.push({
        draft: path,
        operator: operator.name,
        expects: operator.expects,
        line: draft.text.slice(0, Math.min(...mutation.map(({ start }) => start))).split('\n').length,
        changes: mutation.map(({ start, end, text: to }) => ({ from: short(draft.text.slice(start, end)), to: short(to) })),
        passed: operator.expects.length === 0 ? gained.length + lost.length === 0 : isCaught(operator, findings, gained),
        gained,
        lost,
      });
    }
  return mutants;
}

/** One of the expected codes is an error or a warning that was not there, or stands behind one as related. */
function isCaught({ expects }: Operator, findings: readonly Finding[], gained: readonly string[]): boolean {
  const grave = new Set(gained.filter((each) => !each.endsWith(' info')).map((each) => each.slice(0, 6)));
  return findings.some(
    ({ code, severity, related }) =>
      severity !== 'info' && grave.has(code) && (expects.includes(code) || related.some((each) => expects.includes(each))),
  );
}

/** How often each code is raised, by level. */
function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity, waived } of findings) {
    if (waived) continue;
    const key = `${code} ${severity}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function more(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string[] {
  return [...a].filter(([key, count]) => count > (b.get(key) ?? 0)).map(([key]) => key);
}

/** Places up to the limit: all where there are few, else a choice that the seed and the name decide. */
function choose(places: readonly Mutation[], { limit, seed }: MutateOptions, name: string): readonly Mutation[] {
  if (places.length <= limit) return places;
  let state = seed;
  for (const letter of name) state = (Math.imul(state, 31) + letter.charCodeAt(0)) >>> 0;
  const left = places.map((place, n) => ({ place, n }));
  const chosen: typeof left = [];
  while (chosen.length < limit) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    chosen.push(...left.splice(state % left.length, 1));
  }
  return chosen.sort((a, b) => a.n - b.n).map(({ place }) => place);
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 157)}…` : line;
}
