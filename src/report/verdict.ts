import type { Finding } from '#base';
import { open, plural } from './counts.ts';
import { foldChains } from './fold.ts';
import type { ChainCard, LintedDraft, MatrixCard } from './types.ts';

/** One repair worth making first: a rule, where it strikes, and what to do about it. */
export interface Repair {
  readonly code: string;
  readonly name: string;
  /** Clauses it was found in, in the order of the text; empty for the draft as a whole. */
  readonly clauses: readonly string[];
  readonly remedy: string;
}

/** What a minister would ask of a draft: does it answer an attack, how strong is each layer, what to change first. */
export interface Verdict {
  readonly chains: readonly ChainCard[];
  readonly layers: readonly (readonly [string, number])[];
  readonly matrix: MatrixCard | null;
  readonly repairs: readonly Repair[];
}

/** How much a finding of each level weighs among the repairs. */
const WEIGHT = { error: 10, warning: 3, info: 0 } as const;
/** A repair that lifts a response chain outweighs any number of others. */
const LIFTS_CHAIN = 1000;
const MOST_REPAIRS = 3;

/** The verdict on one draft; null where nothing was read. */
export function verdictOf(draft: LintedDraft): Verdict | null {
  if (draft.document === null) return null;
  const { chain, layers, matrix } = draft.document;
  return { chains: chain, layers: Object.entries(layers ?? {}), matrix: matrix ?? null, repairs: repairs(open(draft), chain) };
}

/** A text without chain, layers or findings of weight has no verdict: it is no guarantee. */
export function speaks({ chains, layers, repairs }: Verdict): boolean {
  return chains.length > 0 || layers.length > 0 || repairs.length > 0;
}

/** The rules whose repair would change most: those that hold a chain below B, then the heaviest. */
function repairs(findings: readonly Finding[], chains: readonly ChainCard[]): Repair[] {
  const lifting = new Set(chains.flatMap((chain) => chain.toReachB));
  const byCode = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  }
  const weight = (code: string, list: readonly Finding[]): number =>
    (lifting.has(code) ? LIFTS_CHAIN : 0) + list.reduce((sum, finding) => sum + WEIGHT[finding.severity], 0);
  return [...byCode]
    .map(([code, list]) => ({ code, list, weight: weight(code, list) }))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_REPAIRS)
    .map(({ code, list }) => ({
      code,
      name: list[0]!.name,
      clauses: [...new Set(list.flatMap((finding) => finding.clause ?? []))],
      remedy: list[0]!.remedy,
    }));
}

/** Hours as a reader says them: `6 hours`, `3 days`, `no limit`. */
export function hoursInWords(hours: number | null): string {
  if (hours === null) return 'no limit';
  if (hours >= 72 && hours % 24 === 0) return `${hours / 24} days`;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

/** What is said where no clause answers an attack. */
export const NO_CHAIN = 'No clause says what happens when the beneficiary is attacked: grade E.';

/** `Article 5 (armed attack): grade C, there is a duty to act, but … No first action is guaranteed.` */
export function chainLine(chain: ChainCard): string {
  // A draft that promises without a trigger has a chain without a step.
  if (chain.clause === '') return NO_CHAIN;
  const first =
    chain.guaranteedFirstAction === null
      ? 'No first action is guaranteed'
      : `First action guaranteed within ${hoursInWords(chain.guaranteedFirstAction)}`;
  return `${chain.clause} (${chain.trigger}): grade ${chain.grade}, ${chain.reason}. ${first}.`;
}

/** One line for each chain, or that there is none; a long list is folded by article, what is folded is counted. */
export function chainLines({ chains }: Verdict, all = true): string[] {
  if (chains.length === 0) return [NO_CHAIN];
  const { shown, rest } = foldChains(chains, all);
  const lines = shown.map(({ chain, others }) =>
    others.length === 0 ? chainLine(chain) : `${chainLine(chain)} ${othersLine(others)}`,
  );
  return rest.length === 0 ? lines : [...lines, restLine(rest)];
}

/** `2 more triggers in this article, none worse.` */
function othersLine(others: readonly ChainCard[]): string {
  return `${plural(others.length, 'more trigger')} in this article, none worse.`;
}

/** `3 more triggers in other articles, none worse than grade B.` */
export function restLine(rest: readonly ChainCard[]): string {
  const worst = rest
    .map(({ grade }) => grade)
    .sort()
    .at(-1);
  return `${plural(rest.length, 'more trigger')} in other articles, none worse than grade ${worst}; --all lists them.`;
}
