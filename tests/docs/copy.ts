import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../book.ts';

/** A copy of the project as a fresh clone has it, with the packages of this one, and built. */
export function copyOfProject(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'treatylint-docs-'));
  const left = new Set(['node_modules', '.git', 'coverage']);
  cpSync(root, path, { recursive: true, filter: (from) => !left.has(relative(root, from)) });
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A part of a page that a reader acts on. */
export type Step =
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'quote'; readonly words: string }
  | { readonly kind: 'inline'; readonly line: string };

/** Pages with commands. */
export const PAGES = ['README.md', 'docs/ci.md', 'docs/compatibility.md', 'docs/editors.md', 'docs/rules.md'];

/** What a page tells its reader to run, in its order: lines of `sh` blocks, commands within sentences, and quotations. */
export function stepsOf(page: string): readonly Step[] {
  const steps: Step[] = [];
  let fence = '';
  for (const line of readFileSync(join(root, page), 'utf8').split('\n')) {
    const mark = /^\s*```(\w*)/.exec(line);
    if (mark) fence = fence === '' ? mark[1] || 'text' : '';
    else if (fence === 'sh') {
      const command = line.replace(/\s{2,}#.*$/, '').trim();
      if (command !== '' && !command.startsWith('#')) steps.push({ kind: 'command', line: command });
    } else if (fence === '') {
      if (line.startsWith('> ')) steps.push({ kind: 'quote', words: line.slice(2) });
      for (const [, span] of line.matchAll(/`((?:npx )?treatylint [^`]+|npm (?:run|test|ci)[^`]*)`/g))
        steps.push({ kind: 'inline', line: span! });
    }
  }
  return steps;
}

/** The first block of a language in a page. */
export function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , body]) => body!);
}
