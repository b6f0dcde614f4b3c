import { open } from './counts.ts';
import { placer } from './position.ts';
import type { Format } from './types.ts';
import { oneLine } from './visible.ts';

/** One line for each finding, as Vim, Emacs, grep and problem matchers read them: `path:line:column: level: message [CODE/name]`. */
export const unix: Format = (drafts) => {
  let out = '';
  for (const draft of drafts) {
    const place = placer(draft.text);
    for (const finding of open(draft)) {
      const { start } = place(finding);
      out += `${oneLine(draft.path)}:${start.line}:${start.column}: ${finding.severity}: ${oneLine(finding.message)} [${finding.code}/${finding.name}]\n`;
    }
  }
  return out;
};
