import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../book.ts';
import { type Folder, makeFolder } from '../cli/folder.ts';
import { startWatcher } from '../watch/watcher.ts';

let folder: Folder;
const program = `${process.execPath} ${root}dist/treatylint.js`;

beforeEach(() => {
  folder = makeFolder();
  copyFileSync(`${root}drafts/discretion-treaty.md`, join(folder.path, 'draft.md'));
});
afterEach(() => folder.remove());

/** Runs an editor by script; its own output tells why where it failed. */
function edit(editor: string, words: readonly string[]): void {
  const ran = spawnSync(editor, words, {
    cwd: folder.path,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, HOME: folder.path },
  });
  if (ran.error) throw ran.error;
  expect(ran.status, `${ran.stdout}${ran.stderr}`).toBe(0);
}

interface Entry {
  readonly line: number;
  readonly column: number;
  readonly level: string;
  readonly message: string;
}

/** The findings of a fresh run. */
function found(): Entry[] {
  const { out } = folder.run(['lint', 'draft.md', '-f', 'unix']);
  return [...out.matchAll(/^draft\.md:(\d+):(\d+): (error|warning|info): (.*)$/gm)].map(([, line, column, level, message]) => ({
    line: Number(line),
    column: Number(column),
    level: level!,
    message: message!,
  }));
}

const lines = (name: string): string[] => readFileSync(join(folder.path, name), 'utf8').trimEnd().split('\n');

describe('Vim', () => {
  const source = `source ${root}editors/vim/treatylint.vim`;
  const write =
    'call writefile(map(getqflist(), \'v:val.lnum . " " . v:val.col . " " . v:val.type . " " . v:val.text\'), \'list.txt\')';
  const wanted = (): string[] => found().map((each) => `${each.line} ${each.column} ${each.level[0]} ${each.message}`);

  test(':make fills the quickfix list', () => {
    const words = [
      '-u',
      'NONE',
      '-N',
      '-es',
      '-c',
      `let g:treatylint_program = '${program}'`,
      '-c',
      source,
      '-c',
      'edit draft.md',
    ];
    edit('vim', [...words, '-c', 'silent make', '-c', write, '-c', 'qa!']);
    expect(wanted().length).toBeGreaterThan(5);
    expect(lines('list.txt')).toEqual(wanted());
  });

  test('reads what a watcher has written, without its begin and end lines', async () => {
    const watcher = startWatcher(['draft.md', '-f', 'unix'], folder.path);
    writeFileSync(join(folder.path, 'watched.txt'), await watcher.ran(1));
    expect(await watcher.stop()).toBe(0);
    edit('vim', ['-u', 'NONE', '-N', '-es', '-c', source, '-c', 'TreatylintRead watched.txt', '-c', write, '-c', 'qa!']);
    expect(lines('list.txt')).toEqual(wanted());
  });
});

describe('Emacs', () => {
  const run = (code: string): void => {
    writeFileSync(join(folder.path, 'script.el'), code);
    edit('emacs', ['-Q', '--batch', '-l', 'script.el']);
  };

  test('compilation-mode finds every line without settings', () => {
    run(`
(require 'compile)
(let ((done nil))
  (add-hook 'compilation-finish-functions (lambda (&rest _) (setq done t)))
  (compile "${program} lint draft.md -f unix")
  (while (not done) (accept-process-output nil 0.1))
  (with-current-buffer "*compilation*"
    (compilation--ensure-parse (point-max))
    (goto-char (point-min))
    (let (found (at (point-min)))
      (while (setq at (next-single-property-change at 'compilation-message))
        (let ((message (get-text-property at 'compilation-message)))
          (when message
            (let* ((loc (compilation--message->loc message)))
              (push (format "%s %s %s" (compilation--loc->line loc) (compilation--loc->col loc)
                            (compilation--message->type message)) found)))))
      (with-temp-file "list.txt" (insert (mapconcat #'identity (delete-dups (nreverse found)) "\\n"))))))`);
    const types: Record<string, number> = { error: 2, warning: 1, info: 0 };
    // Findings of one level at one place are one message of Emacs.
    const places = [...new Set(found().map((each) => `${each.line} ${each.column} ${types[each.level]}`))];
    expect(lines('list.txt')).toEqual(places);
  });

  test('flymake shows the findings of the buffer as it is', () => {
    run(`
(setq treatylint-program '("${process.execPath}" "${root}dist/treatylint.js"))
(load "${root}editors/emacs/treatylint.el")
(find-file "draft.md")
(text-mode)
(goto-char (point-max))
(insert "\\nEach Party shall take such action as it deems necessary.\\n")
(let ((told 'waiting))
  (treatylint-flymake (lambda (found &rest _) (setq told found)))
  (while (eq told 'waiting) (accept-process-output nil 0.1))
  (with-temp-file "list.txt"
    (insert (mapconcat
      (lambda (each)
        (with-current-buffer "draft.md"
          (format "%s %s %s" (line-number-at-pos (flymake-diagnostic-beg each))
                  (flymake-diagnostic-type each) (flymake-diagnostic-text each))))
      told "\\n"))))
(set-buffer-modified-p nil)`);
    const text = `${readFileSync(join(folder.path, 'draft.md'), 'utf8')}\nEach Party shall take such action as it deems necessary.\n`;
    const { out } = folder.run(['-', '--stdin-filename', 'draft.md', '-f', 'unix'], text);
    const kinds: Record<string, string> = { error: ':error', warning: ':warning', info: ':note' };
    const wanted = [...out.matchAll(/^draft\.md:(\d+):\d+: (\w+): (.*)$/gm)].map(
      ([, line, level, message]) => `${line} ${kinds[level!]} ${message}`,
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(lines('list.txt')).toEqual(wanted);
  });
});
