import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { parseAst } from 'rolldown/parseAst';
import { root } from '../book.ts';

/** A regular expression of the sources. */
export interface Pattern {
  readonly literal: string;
  /** Where it first stands. */
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

/**
 * Source files, with their names from src. The operators of `suite --mutate` are left out: they weaken strong drafts for whoever runs them, one
 * paragraph at a time, and no draft that is linted reaches them.
 */
export function sources(): { readonly name: string; readonly text: string }[] {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !name.startsWith('suite/mutate/'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));
}

/** Every pattern that the sources write out, each once. */
export function patternsOf(files: readonly { readonly name: string; readonly text: string }[]): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const { name, text } of files) {
    const visit = (node: unknown): void => {
      if (node === null || typeof node !== 'object' || node instanceof RegExp) return;
      const { type, regex, start } = node as { type?: string; regex?: { pattern: string; flags: string }; start?: number };
      if (type === 'Literal' && regex) {
        const literal = `/${regex.pattern}/${regex.flags}`;
        const place = `src/${name}:${text.slice(0, start).split('\n').length}`;
        if (!found.has(literal)) found.set(literal, { literal, place, ...regex });
        return;
      }
      for (const child of Array.isArray(node) ? node : Object.values(node)) visit(child);
    };
    visit(parseAst(text, { lang: 'ts' }));
  }
  return [...found.values()];
}

/** True where the pattern repeats something without an end: the others take a bounded number of steps at each place of a text. */
export function repeats({ pattern }: Pick<Pattern, 'pattern'>): boolean {
  return /[*+]|\{\d+,\}/.test(pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'C'));
}

/** What the checker says of a pattern; null where it is linear. A checker that gives no answer in the time (milliseconds) says so. */
export function faultOf({ pattern, flags }: Pick<Pattern, 'pattern' | 'flags'>, timeout: number): string | null {
  // In this process: the checker's own agent outlives its callers.
  process.env.RECHECK_SYNC_BACKEND = 'pure';
  const found = checkSync(pattern, flags, { timeout });
  if (found.status === 'safe') return null;
  return found.status === 'vulnerable' ? `vulnerable: ${found.complexity.summary}` : `unknown: ${found.error.kind}`;
}
