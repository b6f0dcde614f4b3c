import { oneLine, safeJson } from '#report';
import { type Mutant, operators } from './run.ts';

/** How many mutants passed: weakenings caught, rewrites unchanged. */
export interface Count {
  readonly mutants: number;
  readonly passed: number;
}

/** What a run of mutants comes to. */
export interface Score {
  readonly weakening: Count;
  readonly preserving: Count;
  /** By operator, in their order; those without a place in any draft too. */
  readonly operators: Readonly<Record<string, Count>>;
  /** By the rule that an operator is counted for. */
  readonly rules: Readonly<Record<string, Count>>;
  /** By family: the first three letters of the rule. */
  readonly families: Readonly<Record<string, Count>>;
}

/** Counts the mutants of a run. */
export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (list: readonly Mutant[]): Count => ({
    mutants: list.length,
    passed: list.filter(({ passed }) => passed).length,
  });
  const weak = mutants.filter(({ expects }) => expects.length > 0);
  const by = (key: (mutant: Mutant) => string, names: readonly string[]): Record<string, Count> =>
    Object.fromEntries(names.map((name) => [name, count(mutants.filter((mutant) => key(mutant) === name))]));
  const rules = [...new Set(operators.flatMap(({ expects }) => expects.slice(0, 1)))].sort();
  return {
    weakening: count(weak),
    preserving: count(mutants.filter(({ expects }) => expects.length === 0)),
    operators: by(
      ({ operator }) => operator,
      operators.map(({ name }) => name),
    ),
    rules: by(({ expects }) => expects[0] ?? '', rules),
    families: by(({ expects }) => expects[0]?.slice(0, 3) ?? '', [...new Set(rules.map((rule) => rule.slice(0, 3)))]),
  };
}

/** A report on a run of mutants: pure, ending in a line end. */
export const MUTATION_FORMATS: Readonly<Record<'pretty' | 'json', (mutants: readonly Mutant[]) => string>> = { pretty, json };

/** The scores, and every mutant that did not pass with its words. */
function pretty(mutants: readonly Mutant[]): string {
  const score = scoreOf(mutants);
  const row = (name: string, { mutants: all, passed }: Count): string => `  ${name.padEnd(26)} ${`${passed}/${all}`.padStart(8)}`;
  const failed = mutants.filter(({ passed }) => !passed);
  const lines = [
    'Weakening operators: mutants caught',
    ...operators.filter(({ expects }) => expects.length > 0).map(({ name }) => row(name, score.operators[name]!)),
    'Preserving operators: rewrites without a change',
    ...operators.filter(({ expects }) => expects.length === 0).map(({ name }) => row(name, score.operators[name]!)),
    'By family of rules',
    ...Object.entries(score.families).map(([name, count]) => row(name, count)),
    ...(failed.length > 0 ? ['Not as they should be'] : []),
    ...failed.flatMap(printMutant),
    `${percent(score.weakening)} of ${score.weakening.mutants} weakenings caught; ${score.preserving.mutants - score.preserving.passed} of ${score.preserving.mutants} rewrites reported`,
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function printMutant({ draft, line, operator, expects, changes, gained, lost }: Mutant): string[] {
  const what =
    expects.length > 0
      ? `survived; expected ${expects.join(' or ')}${gained.length > 0 ? `, got ${gained.join(', ')}` : ''}`
      : `changed ${[...gained.map((each) => `+ ${each}`), ...lost.map((each) => `- ${each}`)].join(', ')}`;
  return [
    `  ${oneLine(draft)}:${line} ${operator}: ${what}`,
    ...changes.slice(0, 4).map(({ from, to }) => `    “${oneLine(from)}” → “${oneLine(to)}”`),
    ...(changes.length > 4 ? [`    and ${changes.length - 4} more changes`] : []),
  ];
}

function percent({ mutants, passed }: Count): string {
  return mutants === 0 ? 'none' : `${((100 * passed) / mutants).toFixed(1)} %`;
}

/** For programs: the scores and every mutant. */
function json(mutants: readonly Mutant[]): string {
  return `${safeJson({ score: scoreOf(mutants), mutants }, 2)}\n`;
}
