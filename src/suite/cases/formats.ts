import { oneLine, safeJson, visible } from '#report';
import { countCases, type JudgedCase, printCase } from './report.ts';

/** A report on a run of cases: pure, ending in a line end. */
export type SuiteFormat = (cases: readonly JudgedCase[]) => string;

/** Every format of `suite`. */
export const SUITE_FORMATS: Readonly<Record<'pretty' | 'junit' | 'json' | 'tap', SuiteFormat>> = { pretty, junit, json, tap };

export type SuiteFormatName = keyof typeof SUITE_FORMATS;

const STATE = { passed: 'passed', changed: 'changed', missing: 'nothing approved yet' } as const;

/** For a reader at a terminal: each case that is not as approved with its difference, and the sum. */
function pretty(cases: readonly JudgedCase[]): string {
  const shown = cases
    .filter(({ state, faults, proposal }) => state !== 'passed' || faults.length > 0 || proposal !== null)
    .map((each) =>
      [
        `${oneLine(each.path)}: ${STATE[each.state]}${each.approvedNow ? ', approved now' : ''}`,
        ...printCase(each).map((line) => `  ${oneLine(line)}`),
      ].join('\n'),
    );
  const sum = countCases(cases);
  const tail = sum.approved > 0 ? `; ${sum.approved} approved now` : '';
  const last = `${sum.cases} cases: ${sum.passed} passed, ${sum.changed} changed, ${sum.missing} missing${tail}`;
  return `${[...shown, last].join('\n')}\n`;
}

/** Test Anything Protocol, version 14: a point for each case, its difference as a block. */
function tap(cases: readonly JudgedCase[]): string {
  const points = cases.map((each, index) => {
    const name = oneLine(each.path).replaceAll('\\', '\\\\').replaceAll('#', '\\#');
    if (each.state === 'passed') return `ok ${index + 1} - ${name}`;
    const lines = printCase(each).map((line) => `    ${oneLine(line)}`);
    return [`not ok ${index + 1} - ${name}`, '  ---', `  state: ${each.state}`, '  difference: |', ...lines, '  ...'].join('\n');
  });
  return `${['TAP version 14', `1..${cases.length}`, ...points].join('\n')}\n`;
}

/** JUnit's XML: a test case for each draft, a failure for each that is not as approved. */
function junit(cases: readonly JudgedCase[]): string {
  const sum = countCases(cases);
  const failures = sum.cases - sum.passed;
  const body = cases.map((each) => {
    const open = `    <testcase name="${attribute(each.path)}" classname="treatylint.suite"`;
    if (each.state === 'passed') return `${open}/>`;
    const lines = printCase(each).map((line) => content(oneLine(line)));
    return `${open}>\n      <failure type="${each.state}" message="${attribute(STATE[each.state])}">${lines.join('\n')}</failure>\n    </testcase>`;
  });
  const counts = `tests="${sum.cases}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="treatylint" ${counts}>`,
    `  <testsuite name="treatylint suite" ${counts} skipped="0" package="org.treatylint">`,
    ...body,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** For programs: every case with its difference, and the sum. */
function json(cases: readonly JudgedCase[]): string {
  const shown = cases.map(({ path, state, approvedNow, difference, unmet, faults }) => ({
    path,
    state,
    approvedNow,
    lost: difference.lost,
    new: difference.fresh,
    moved: difference.moved,
    reworded: difference.reworded,
    regraded: difference.regraded,
    reordered: difference.reordered,
    unmet,
    faults,
  }));
  return `${safeJson({ cases: shown, summary: countCases(cases) }, 2)}\n`;
}

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function attribute(text: string): string {
  return content(oneLine(text));
}

/** XML 1.0 forbids most control characters even as references: `visible` has named them. */
function content(text: string): string {
  return visible(text).replace(/[&<>"]/g, (mark) => ENTITY[mark]!);
}
