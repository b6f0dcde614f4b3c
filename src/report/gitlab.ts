import type { Severity } from '#base';
import { occurrences, open } from './counts.ts';
import { hashOf } from './hash.ts';
import { placer } from './position.ts';
import type { Format } from './types.ts';
import { oneLine, safeJson } from './visible.ts';

const SEVERITY: Record<Severity, string> = { error: 'critical', warning: 'major', info: 'info' };

/** GitLab's code quality report. Fingerprints hold no line numbers, and the second of two equal findings has its own. */
export const gitlab: Format = (drafts, options) => {
  const count = occurrences();
  const entries = drafts.flatMap((draft) => {
    const place = placer(draft.text);
    const path = options.relative(draft.path);
    return open(draft).map((finding) => {
      const { start, end } = place(finding);
      const key = `${path}\n${finding.fingerprint}`;
      return {
        description: `${finding.code}: ${oneLine(finding.message)}`,
        check_name: finding.code,
        fingerprint: hashOf(`${key}\n${count(key)}`),
        severity: SEVERITY[finding.severity],
        location: { path, lines: { begin: start.line, end: end.line }, positions: { begin: start, end } },
      };
    });
  });
  return `${safeJson(entries, 2)}\n`;
};
