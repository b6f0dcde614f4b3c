import { lintDraft } from '#lint';
import { setup } from '../book.ts';

const PAIR = /^[\ud800-\udbff][\udc00-\udfff]/;

/**
 * What is wrong with what the linter says of a text: nothing, or a line for each broken promise. A finding stands inside the text, begins
 * and ends between characters and quotes exactly its place; no rule, reader or sentence of a message breaks.
 */
export async function broken(text: string): Promise<string[]> {
  const result = await lintDraft({ path: 'draft.md', text }, setup);
  const said = [...result.defects, ...result.unfilled].map(({ code, message }) => `${code} broke: ${message}`);
  const place = (start: number, end: number, what: string): void => {
    if (!(start >= 0 && start < end && end <= result.text.length))
      said.push(`${what}: ${start} to ${end} is no place in the text`);
    for (const at of [start, end])
      if (PAIR.test(result.text.slice(at - 1, at + 1))) said.push(`${what}: ${at} is inside a character`);
  };
  for (const one of result.findings) {
    place(one.start, one.end, one.code);
    if (result.text.slice(one.start, one.end) !== one.quote) said.push(`${one.code}: does not quote its place`);
    for (const other of one.further) place(other.start, other.end, `${one.code}, further place`);
    for (const { start, end } of one.suggestions)
      if (!(start >= 0 && start <= end && end <= result.text.length)) said.push(`${one.code}, suggestion: ${start} to ${end}`);
  }
  return said;
}
