/**
 * Watch: drafts are linted again whenever something they depend on changes.
 *
 * Takes what to watch and how to lint once. Gives a begin line and an end line around the report of every run, or a screen that keeps its
 * place. Never lints by itself, never ends before it is told to.
 */
export { jsonView, linesView } from './lines.ts';
export { type Outcome, type View, watchLoop } from './loop.ts';
export type { Change, Places } from './places.ts';
export { screenView } from './screen.ts';
