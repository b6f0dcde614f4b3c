import type { View } from './loop.ts';

/** Version of the lines and of the JSON object; a change that a reader could notice raises it. */
const VERSION = 1;

/** Begin line, report, end line. The empty line after the end keeps Windows terminals from losing the last line. */
export function linesView(print: (text: string) => void): View {
  return {
    begin: (_, line) => print(`${line}\n`),
    end: (_, line, { report }) => print(`${report}${line}\n\n`),
    close: () => undefined,
  };
}

/** One JSON object on one line for each run; the begin and end lines go to people, beside it. */
export function jsonView(print: (text: string) => void, note: (line: string) => void): View {
  return {
    begin: (_, line) => note(line),
    end(run, line, outcome, changes) {
      const { warnings, errors, files, faults, defects, report } = outcome;
      const head = JSON.stringify({ version: VERSION, run, changes, files, warnings, errors, faults, defects });
      // The report is JSON already.
      print(`${head.slice(0, -1)},"results":${report.trim() === '' ? '[]' : report.trim()}}\n`);
      note(line);
    },
    close: () => undefined,
  };
}
