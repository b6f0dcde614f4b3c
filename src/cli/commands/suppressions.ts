import { DEFAULT_MAX_BYTES, findDrafts } from '#disk';
import { oneLine, visible } from '#report';
import { type Opened, openEngine } from '../engine.ts';
import { complain, EXIT, say } from '../output.ts';
import { type ConfigFlags, makePlans } from '../plans.ts';
import { readOne } from './drafts.ts';

/** One accepted risk. */
interface Risk {
  readonly draft: string;
  readonly clause: string;
  readonly rule: string;
  readonly name: string;
  readonly words: string;
  readonly reason: string;
  readonly by: string;
  readonly until: string;
  /** Where the waiver stands: in the draft, or a place of the configuration. */
  readonly from: string;
}

/** `treatylint rules --suppressions paths…`: the register of accepted risks: every finding that a waiver covers. */
export async function suppressions(paths: readonly string[], flags: ConfigFlags & { readonly format: string }): Promise<number> {
  const opened = await openEngine(undefined);
  const found = await findDrafts(paths.length === 0 ? ['.'] : paths, process.cwd());
  const plans = makePlans(flags, opened.book, process.cwd());
  const faults = [...opened.faults, ...found.faults, ...(await plans.open(found.drafts))];
  const risks: Risk[] = [];
  for (const draft of found.drafts) {
    const plan = plans.of(draft.absolute);
    const read = plan && opened.engine ? await readOne(draft, DEFAULT_MAX_BYTES) : null;
    if (!plan || !read) continue;
    if ('fault' in read) {
      const { fault: message, ...place } = read;
      faults.push({ file: draft.path, pointer: '', message, ...place });
      continue;
    }
    risks.push(...(await risksOf(opened.engine!, draft.path, read.text, plan)));
  }
  complain(faults);
  say(
    flags.format === 'json'
      ? `${JSON.stringify(risks, null, 2)}\n`
      : flags.format === 'markdown'
        ? asMarkdown(risks)
        : asTable(risks),
  );
  return faults.length > 0 ? EXIT.faults : EXIT.clean;
}

async function risksOf(
  engine: NonNullable<Opened['engine']>,
  path: string,
  text: string,
  plan: NonNullable<ReturnType<ReturnType<typeof makePlans>['of']>>,
): Promise<Risk[]> {
  const { levels, defaults, waivers } = plan;
  const result = await engine
    .changed(plan.change)
    .lint({ path, text }, { inlineConfig: plan.inlineConfig ?? true, levels, defaults, waivers });
  complain(result.faults);
  return result.findings.flatMap(({ waived, clause, code, name, quote }) =>
    waived
      ? [
          {
            draft: path,
            clause: clause ?? 'whole draft',
            rule: code,
            name,
            words: quote.replace(/\s+/g, ' '),
            reason: waived.reason,
            by: waived.by ?? '',
            until: waived.until ?? '',
            from: waived.from ?? 'the draft',
          },
        ]
      : [],
  );
}

const COLUMNS = ['draft', 'clause', 'rule', 'words', 'reason', 'by', 'until'] as const;
const HEADS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  draft: 'DRAFT',
  clause: 'CLAUSE',
  rule: 'RULE',
  words: 'WORDS',
  reason: 'REASON',
  by: 'WHO',
  until: 'UNTIL',
};

function asTable(risks: readonly Risk[]): string {
  if (risks.length === 0) return 'No accepted risk: no waiver covers a finding.\n';
  const cells = risks.map((risk) => COLUMNS.map((column) => cut(oneLine(risk[column] || '—'))));
  const wide = COLUMNS.map((column, index) => Math.max(HEADS[column].length, ...cells.map((row) => row[index]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => cell.padEnd(wide[index]!))
      .join('  ')
      .trimEnd();
  return `${[line(COLUMNS.map((column) => HEADS[column])), ...cells.map(line), '', `${risks.length} accepted ${risks.length === 1 ? 'risk' : 'risks'}`].join('\n')}\n`;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function asMarkdown(risks: readonly Risk[]): string {
  const cell = (text: string): string =>
    visible(text)
      .replace(/[\\|<`*_[\]]/g, '\\$&')
      .replace(/\s+/g, ' ');
  const rows = risks.map((risk) => `| ${COLUMNS.map((column) => cell(risk[column] || '—')).join(' | ')} |`);
  return `${['# Register of accepted risks', '', '| draft | clause | rule | words | reason | who | until when |', '|---|---|---|---|---|---|---|', ...rows].join('\n')}\n`;
}
