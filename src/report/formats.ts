import type { Format } from './types.ts';

/** Every format by name: loaded only when asked for, so that a run pays for the one it prints. */
export const FORMATS = {
  pretty: {
    doc: 'for a reader at a terminal: source lines, why, what to do, summary',
    load: async () => (await import('./pretty.ts')).pretty,
  },
  unix: {
    doc: 'path:line:column: level: message [CODE/name], for Vim, Emacs and grep',
    load: async () => (await import('./unix.ts')).unix,
  },
  range: {
    doc: 'path(line,column,endLine,endColumn): level CODE: message',
    load: async () => (await import('./range.ts')).range,
  },
  json: {
    doc: "ESLint's JSON with offsets, clauses and the document's facts",
    load: async () => (await import('./json.ts')).json,
  },
  sarif: { doc: 'SARIF 2.1.0, for code scanning', load: async () => (await import('./sarif.ts')).sarif },
  github: { doc: 'workflow commands of GitHub Actions', load: async () => (await import('./github.ts')).github },
  gitlab: { doc: "GitLab's code quality report", load: async () => (await import('./gitlab.ts')).gitlab },
  junit: { doc: "JUnit's XML, for test dashboards", load: async () => (await import('./junit.ts')).junit },
  html: {
    doc: 'one page to read and print: the draft with its findings in the margin',
    load: async () => (await import('./html/html.ts')).html,
  },
  markdown: { doc: 'a report to paste into a note', load: async () => (await import('./markdown.ts')).markdown },
} as const satisfies Record<string, { readonly doc: string; readonly load: () => Promise<Format> }>;

export type FormatName = keyof typeof FORMATS;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}
