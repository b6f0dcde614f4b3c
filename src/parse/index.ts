/**
 * Parse: a draft becomes a Markdown tree.
 *
 * Takes the text of a draft. Gives the mdast tree with exact offsets, and the validated front matter. Never looks inside a clause.
 */
export { type FrontMatterFault, readFrontMatter } from './front-matter.ts';
export { nearest } from './nearest.ts';
export { type ParsedDraft, parseDraft } from './parse-draft.ts';
