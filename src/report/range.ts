import { open } from './counts.ts';
import { placer } from './position.ts';
import type { Format } from './types.ts';
import { oneLine } from './visible.ts';

/** One line for each finding with both ends of its words: `path(line,column,endLine,endColumn): level CODE: message`. */
export const range: Format = (drafts) => {
  let out = '';
  for (const draft of drafts) {
    const place = placer(draft.text);
    for (const finding of open(draft)) {
      const { start, end } = place(finding);
      out += `${oneLine(draft.path)}(${start.line},${start.column},${end.line},${end.column}): ${finding.severity} ${finding.code}: ${oneLine(finding.message)}\n`;
    }
  }
  return out;
};
