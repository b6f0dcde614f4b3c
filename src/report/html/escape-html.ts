import { visible } from '../visible.ts';

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words of a draft as words of a page: no tag, attribute or reordering mark of theirs takes effect; line ends stay. */
export function escapeHtml(text: string): string {
  return text
    .split(/(\r\n|[\n\r\t])/)
    .map((part, n) => (n % 2 === 1 ? (part === '\t' ? ' ' : '\n') : visible(part)))
    .join('')
    .replace(/[&<>"']/g, (mark) => MARKS[mark]!);
}
