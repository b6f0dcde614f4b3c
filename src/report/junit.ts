import type { Finding } from '#base';
import { open, waived } from './counts.ts';
import { type Place, placer } from './position.ts';
import type { Format, LintedDraft } from './types.ts';
import { oneLine, visible } from './visible.ts';

/**
 * JUnit's XML for test dashboards: a suite for each draft, a case for each finding. Errors and warnings fail; an info is a
 * passing case with a note, a waived finding a skipped one, a draft without findings one passing case.
 */
export const junit: Format = (drafts) => {
  const suites = drafts.map(suiteOf);
  const sum = (key: 'tests' | 'failures' | 'errors'): number => suites.reduce((total, suite) => total + suite[key], 0);
  const head = `<testsuites name="treatylint" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.map((suite) => suite.xml).join('')}</testsuites>\n`;
};

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

function suiteOf(draft: LintedDraft): Suite {
  const place = placer(draft.text);
  const classname = attribute(classOf(draft.path));
  const broken = [
    ...draft.faults.map((fault) => fault.message),
    ...draft.defects.map((defect) => `a defect in treatylint: ${defect.message}`),
  ];
  const findings = open(draft);
  const accepted = waived(draft);
  const cases = [
    ...broken.map(
      (message) =>
        `    <testcase name="org.treatylint" classname="${classname}">\n      <error message="${attribute(message)}"/>\n    </testcase>\n`,
    ),
    ...findings.map((finding) => caseOf(finding, place(finding), classname)),
    ...accepted.map((finding) => skippedOf(finding, place(finding), classname)),
  ];
  if (cases.length === 0) cases.push(`    <testcase name="org.treatylint" classname="${classname}"/>\n`);
  const failures = findings.filter((finding) => finding.severity !== 'info').length;
  const head = `<testsuite name="${attribute(draft.path)}" tests="${cases.length}" failures="${failures}" errors="${broken.length}" skipped="${accepted.length}" package="org.treatylint">`;
  return { xml: `  ${head}\n${cases.join('')}  </testsuite>\n`, tests: cases.length, failures, errors: broken.length };
}

function opening(finding: Finding, place: Place, classname: string): string {
  return `    <testcase name="org.treatylint.${finding.code}" classname="${classname}" line="${place.start.line}" column="${place.start.column}">`;
}

function caseOf(finding: Finding, place: Place, classname: string): string {
  const where = `line ${place.start.line}, col ${place.start.column}${finding.clause === null ? '' : `, ${finding.clause}`}`;
  const body =
    finding.severity === 'info'
      ? `<system-out>${content(`${where}: ${finding.message}`)}</system-out>`
      : `<failure type="${finding.severity}" message="${attribute(finding.message)}">${content(where)}</failure>`;
  return `${opening(finding, place, classname)}\n      ${body}\n    </testcase>\n`;
}

function skippedOf(finding: Finding, place: Place, classname: string): string {
  return `${opening(finding, place, classname)}\n      <skipped message="${attribute(`waived: ${finding.waived!.reason}`)}"/>\n    </testcase>\n`;
}

/** `drafts/budapest.md` → `budapest`. */
function classOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function attribute(text: string): string {
  return content(oneLine(text));
}

/** XML 1.0 forbids most control characters even as references: `visible` has named them. */
function content(text: string): string {
  return visible(text).replace(/[&<>"]/g, (mark) => ENTITY[mark]!);
}
