import { DEFAULT_MAX_BYTES, findDrafts } from '#disk';
import { type LintedDraft, oneLine, visible } from '#report';
import { openEngine } from '../engine.ts';
import { lintDrafts } from '../lint-drafts.ts';
import { complain, confess, EXIT, say } from '../output.ts';
import { makePlans } from '../plans.ts';
import { VERSION } from '../version.ts';
import { named, type ReadingFlags, readOne } from './drafts.ts';

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

/** `treatylint rules --suppressions paths…`: the register of accepted risks: every finding of `lint` that a waiver covers. */
export async function suppressions(paths: readonly string[], flags: ReadingFlags & { readonly format: string }): Promise<number> {
  const cwd = process.cwd();
  const { engine, book, faults: broken } = await openEngine(undefined);
  const found = await findDrafts(paths.length === 0 ? ['.'] : paths, cwd);
  const chosen = found.drafts.map((draft) => named(draft, cwd, undefined));
  const plans = makePlans(flags, book, cwd);
  const faults = [...broken, ...found.faults, ...(engine === null ? [] : await plans.open(chosen))];
  let defective = false;
  const linted =
    engine === null
      ? []
      : await lintDrafts(chosen, {
          engine,
          plans,
          inlineConfig: true,
          commanded: {},
          packages: flags.package ?? [],
          cwd,
          read: (draft) => readOne(draft, DEFAULT_MAX_BYTES),
          settled(result, quiet) {
            if (!quiet) faults.push(...result.faults);
            for (const defect of result.defects) confess(`${defect.code}: ${defect.message}`, VERSION);
            defective ||= result.defects.length > 0;
          },
        });
  complain(faults);
  const risks = linted.flatMap(risksOf);
  say(
    flags.format === 'json'
      ? `${JSON.stringify(risks, null, 2)}\n`
      : flags.format === 'markdown'
        ? asMarkdown(risks)
        : asTable(risks),
  );
  return defective ? EXIT.defects : faults.length > 0 ? EXIT.faults : EXIT.clean;
}

function risksOf({ path, findings }: LintedDraft): Risk[] {
  return findings.flatMap(({ waived, clause, code, name, quote }) =>
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
