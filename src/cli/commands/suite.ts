import { type CaseFile, DEFAULT_MAX_BYTES, readCases, writeWhole } from '#disk';
import { oneLine } from '#report';
import { judgeCase, printDifference, writeFindings } from '#suite';
import { openEngine } from '../engine.ts';
import { complain, confess, EXIT, say } from '../output.ts';
import { VERSION } from '../version.ts';

/** `treatylint suite [folder]`: every case against its approved findings; `--approve` writes what was found. */
export async function suite(
  folder: string | undefined,
  flags: { readonly approve?: boolean; readonly only?: string },
): Promise<number> {
  const { engine, faults } = await openEngine(undefined);
  const { cases, faults: unread } = await readCases([folder ?? 'drafts'], process.cwd(), DEFAULT_MAX_BYTES);
  const chosen = cases.filter((each) => flags.only === undefined || each.path.includes(flags.only));
  const given = [...faults, ...unread];
  if (chosen.length === 0 && given.length === 0)
    given.push({ file: folder ?? 'drafts', pointer: '', message: 'no case: a draft with a .findings file beside it' });
  complain(given);
  if (engine === null) return EXIT.faults;
  let different = 0;
  let broken = false;
  let failed = given.length > 0;
  for (const each of chosen) {
    const result = await engine.lint(each, { inlineConfig: true, levels: {} });
    for (const defect of result.defects) confess(`${each.path}: ${defect.code}: ${defect.message}`, VERSION);
    broken ||= result.defects.length > 0;
    const verdict = judgeCase(result.findings, each.approved);
    complain(verdict.faults.map((fault) => ({ file: each.approvedFile, pointer: '', ...fault })));
    if (verdict.state === 'same') continue;
    different++;
    say(
      `${[`${oneLine(each.path)}: ${stateOf(each)}`, ...printDifference(verdict.difference).map((line) => `  ${oneLine(line)}`)].join('\n')}\n`,
    );
    if (!flags.approve) continue;
    const reason = writeWhole(each.approvedFile, writeFindings(result.findings));
    if (reason === null) continue;
    complain([{ file: each.approvedFile, pointer: '', message: `the findings could not be written: ${reason}` }]);
    failed = true;
  }
  say(
    `${chosen.length} cases: ${chosen.length - different} as approved, ${different} ${flags.approve ? 'approved now' : 'not'}\n`,
  );
  if (broken) return EXIT.defects;
  if (failed) return EXIT.faults;
  return different > 0 && !flags.approve ? EXIT.findings : EXIT.clean;
}

function stateOf({ approved }: CaseFile): string {
  return approved === null ? 'nothing approved yet' : 'not as approved';
}
