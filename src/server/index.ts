/**
 * Server: an editor's drafts, linted while they are typed, over the language server protocol.
 *
 * Takes a connection and a desk that lints. Gives diagnostics, actions, hovers, symbols, folds, links, names, hints and completions.
 * Never reads the disk or judges by itself, and never runs anything from the workspace.
 */
export type { Desk, Drafted, OpenDraft } from './desk.ts';
export { serve } from './serve.ts';
