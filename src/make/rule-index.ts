import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRuleSources } from '#disk';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly severity: string;
  readonly scope: string;
  readonly status: string;
}

/** How many mutants passed, of how many. */
interface Count {
  readonly mutants: number;
  readonly passed: number;
}

/** What `npm run suite:scores` measured. */
interface Scores {
  readonly cases: number;
  readonly drafts: number;
  readonly weakening: Count;
  readonly preserving: Count;
  readonly families: Readonly<Record<string, Count>>;
  readonly rules: Readonly<Record<string, RuleScore>>;
}

/** Texts in which a rule is right, wrong (raised, and should not be) or missed, and its mutants. */
interface RuleScore {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly mutants: number;
  readonly caught: number;
}

/** The index of the rule book: one row for each home, by code, with what was measured of it. */
export function ruleIndex(folder: string): string {
  const rows = loadRuleSources(folder).sources.map((source) => JSON.parse(source.text) as Row);
  const file = join(folder, 'scores.json');
  const scores = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Scores) : null;
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return [
    '# The rule book',
    '',
    'Written by `npm run write` from the homes; each rule is a folder with its rule, its page and its drafts.',
    '',
    '| code | name | what it finds | level | scope | precision | recall | mutants caught |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ code, name, title, severity, scope, status }) =>
        `| [${code}](${code}/README.md) | ${name} | ${cell(title)}${status === 'stable' ? '' : ` (${status})`} | ${severity} | ${scope} | ${measures(scores?.rules[code])} |`,
    ),
    '',
    ...(scores ? explanation(scores) : []),
  ].join('\n');
}

/** Precision, recall and mutants as three cells; a dash where there was nothing to measure. */
function measures(score: RuleScore | undefined): string {
  const { right, wrong, missed, mutants, caught } = score ?? { right: 0, wrong: 0, missed: 0, mutants: 0, caught: 0 };
  return [share(right, right + wrong), share(right, right + missed), mutants === 0 ? '–' : `${caught}/${mutants}`].join(' | ');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((100 * part) / whole)} % of ${whole}`;
}

function explanation({ cases, drafts, weakening, preserving, families }: Scores): string[] {
  return [
    '## How the numbers are measured',
    '',
    `\`npm run suite:scores\` measures them on ${cases} texts of the homes and ${drafts} drafts of \`drafts/\`, and keeps them in \`scores.json\`; a check before each merge measures again. They say how the rules do on the project's own texts, not on texts that nobody has seen.`,
    '',
    "A rule is *right* in a `weak` (or `missed`) text of its home that raises it, and in a draft of the library where an error or a warning of its code was approved and is found. It is *missed* where such a text does not raise it, and *wrong* where a `clean`, `false` or `strong` text of its home, or a draft in which it was not approved, raises it as an error or a warning. Precision is right / (right + wrong); recall is right / (right + missed). Approved findings were read by a person: they are this project's judgement.",
    '',
    `*Mutants* are strong drafts of the library with one fact weakened (\`treatylint suite --mutate\`): “shall” becomes “may”, a deadline goes, consent of all is needed. A mutant is caught when a finding that was not there before names what was weakened; it counts for the first rule that is expected to. Of ${weakening.mutants} mutants ${weakening.passed} are caught. Of ${preserving.mutants} rewrites that change nothing in substance (other line ends, spelling, numbering, synonyms of “shall”), ${preserving.mutants - preserving.passed} change a finding.`,
    '',
    '| family | mutants caught |',
    '|---|---|',
    ...Object.entries(families).map(([family, { mutants, passed }]) => `| ${family} | ${passed}/${mutants} |`),
    '',
  ];
}
