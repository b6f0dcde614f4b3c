import type { Finding, Severity } from '#base';
import { countLevels, LEVELS, open, plural, tally } from './counts.ts';
import { cell } from './markdown.ts';
import { type Place, placer } from './position.ts';
import type { Format } from './types.ts';
import { oneLine } from './visible.ts';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub reads at most so much of a step's summary. */
const SUMMARY_BYTES = 1_000_000;

/** Workflow commands of GitHub Actions, worst first over all drafts: only the first ten errors and ten warnings of a step are shown. */
export const github: Format = (drafts, options) => {
  const lines: string[] = [];
  for (const { finding, place, path } of worstFirst(drafts)) {
    const file = property(options.relative(path));
    const { start, end } = place;
    const title = property(`${finding.code} ${finding.name}`);
    lines.push(
      `::${COMMAND[finding.severity]} title=${title},file=${file},line=${start.line},endLine=${end.line},col=${start.column},endColumn=${end.column}::${data(oneLine(finding.message))}\n`,
    );
  }
  return lines.join('');
};

/** A table for the summary of the step, in Markdown; cut at the size GitHub accepts, saying so. */
export const githubSummary: Format = (drafts, options) => {
  const all = worstFirst(drafts);
  const lines = [
    `### treatylint: ${tally(countLevels(all.map((each) => each.finding)))} in ${plural(drafts.length, 'draft')}`,
    '',
  ];
  if (all.length > 0) lines.push('| level | place | clause | rule | what |', '|---|---|---|---|---|');
  let bytes = 0;
  for (const [index, { finding, place, path }] of all.entries()) {
    const at = `${options.relative(path)}:${place.start.line}:${place.start.column}`;
    const line = `| ${finding.severity} | ${cell(at)} | ${cell(finding.clause ?? 'whole document')} | ${finding.code} ${finding.name} | ${cell(finding.message)} |`;
    // Four bytes for every code unit is the most UTF-8 can take.
    bytes += line.length * 4;
    if (bytes > SUMMARY_BYTES) {
      lines.push('', `${plural(all.length - index, 'further finding')} left out: the summary has no room for more.`);
      break;
    }
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
};

interface Placed {
  readonly finding: Finding;
  readonly place: Place;
  readonly path: string;
}

function worstFirst(drafts: Parameters<Format>[0]): readonly Placed[] {
  const all = drafts.flatMap((draft) => {
    const place = placer(draft.text);
    return open(draft).map((finding) => ({ finding, place: place(finding), path: draft.path }));
  });
  return LEVELS.flatMap((level) => all.filter((each) => each.finding.severity === level));
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
