/**
 * Disk: paths become texts.
 *
 * Takes paths. Gives drafts, configuration files, the sources of a rule book, the compiled book, rule pages and cases, each with the faults of what could not be
 * read; writes files as a whole. Never lints.
 */
export { type CaseFile, readCases } from './cases.ts';
export { CONFIG_NAMES, configFinder, confined, readConfigText, rivalOf, rootOf, strayRule } from './find-config.ts';
export { type DraftPath, type Found, findDrafts } from './find-drafts.ts';
export { BOOK_FILE, packageFolder, readCompiledBook, readPage } from './home.ts';
export { DEFAULT_MAX_BYTES, decodeDraft, type Read, readDraft } from './read-draft.ts';
export { reasonOf } from './reason.ts';
export { openCache, type ResultCache } from './result-cache.ts';
export { loadLexicons, loadParameters, loadPrecedence, loadRuleSources, type Source, type Sources } from './sources.ts';
export { writeNew, writeWhole } from './write-whole.ts';
