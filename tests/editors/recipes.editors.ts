import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

  test('Eglot shows what the server finds, under the words', () => {
    const code = `
(package-initialize)
(require 'eglot)
(setq treatylint-program '("${process.execPath}" "${root}dist/treatylint.js") eglot-sync-connect 50)
(load "${root}editors/emacs/treatylint.el")
(find-file "draft.md")
(text-mode)
(treatylint-eglot)
(let ((until (+ (float-time) 50)))
  (while (and (null (flymake-diagnostics)) (< (float-time) until))
    (accept-process-output nil 0.1)
    (flymake-start)))
(with-temp-file "list.txt"
  (insert (mapconcat
    (lambda (each)
      (with-current-buffer "draft.md"
        (format "%s %s %s" (line-number-at-pos (flymake-diagnostic-beg each)) (flymake-diagnostic-type each)
                (flymake-diagnostic-text each))))
    (with-current-buffer "draft.md" (flymake-diagnostics)) "\\n")))
(set-buffer-modified-p nil)`;
    writeFileSync(join(folder.path, 'script.el'), code);
    edit('emacs', ['-q', '--batch', '-l', 'script.el']);
    const kinds: Record<string, string> = { error: 'eglot-error', warning: 'eglot-warning', info: 'eglot-note' };
    const wanted = served().map(({ line, level, code, words }) => `${line} ${kinds[level]} treatylint [${code}]: ${words}`);
    expect(lines('list.txt').sort()).toEqual(wanted.sort());
  });
});

/** The findings of a fresh run, as a server tells them. */
function served(): { line: number; column: number; level: string; code: string; words: string }[] {
  return found().map(({ line, column, level, message }) => {
    const [, words, code] = /^(.*) \[([A-Z]{3}\d{3})\/[a-z0-9-]+\]$/.exec(message)!;
    return { line, column, level, code: code!, words: words! };
  });
}

test('Neovim shows what the server finds, at its place', () => {
  const script = `
vim.g.treatylint_command = { '${process.execPath}', '${root}dist/treatylint.js', 'server', '--stdio' }
vim.cmd('filetype on')
vim.cmd('luafile ${root}editors/neovim/treatylint.lua')
vim.cmd('edit draft.md')
vim.wait(50000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local rows = {}
for _, each in ipairs(vim.diagnostic.get(0)) do
  table.insert(rows, table.concat({ each.lnum + 1, each.col, each.severity, each.code, each.message }, ' '))
end
vim.fn.writefile(rows, 'list.txt')
vim.cmd('qa!')
`;
  writeFileSync(join(folder.path, 'script.lua'), script);
  edit('nvim', ['--headless', '-u', 'NONE', '-c', 'luafile script.lua']);
  const text = readFileSync(join(folder.path, 'draft.md'), 'utf8').split('\n');
  const wanted = served().map(({ line, column, level, code, words }) => {
    // Neovim counts bytes.
    const bytes = Buffer.byteLength(text[line - 1]!.slice(0, column - 1));
    return `${line} ${bytes} ${level === 'error' ? 1 : level === 'warning' ? 2 : 3} ${code} ${words}`;
  });
  expect(wanted.length).toBeGreaterThan(5);
  expect(lines('list.txt').sort()).toEqual(wanted.sort());
});

test('Kakoune shows the findings of :lint in the margin', async () => {
  const draft = join(folder.path, 'draft.md');
  const env = { ...process.env, HOME: folder.path, XDG_RUNTIME_DIR: folder.path };
  const session = spawn('kak', ['-d', '-s', 'treatylint'], { cwd: folder.path, env, stdio: 'ignore' });
  const ended = new Promise((done) => session.on('exit', done));
  const say = (...words: string[]): void => {
    spawnSync('kak', ['-p', 'treatylint'], { env, input: words.join('\n') });
  };
  const messages = (): string => {
    say(`evaluate-commands -buffer ${draft} %{ echo -to-file ${folder.path}/list.txt -quoting kakoune %opt{lint_messages} }`);
    return existsSync(join(folder.path, 'list.txt')) ? readFileSync(join(folder.path, 'list.txt'), 'utf8') : '';
  };
  try {
    await vi.waitFor(() => expect(existsSync(join(folder.path, 'kakoune', 'treatylint'))).toBe(true), 20_000);
    say(
      `source ${root}editors/kakoune/treatylint.kak`,
      `set-option global treatylint_program '${program}'`,
      `edit -existing ${draft}`,
      `evaluate-commands -buffer ${draft} lint-buffer`,
    );
    await vi.waitFor(() => expect(messages()).toContain('(col '), { timeout: 50_000, interval: 500 });
    const wanted = found().map(({ column, level, message }) => `${level} ${column} ${message}`);
    const each = messages()
      .split(/\n|' '\d+\|/)
      .map((line) => /(error|warning|info): (.*?) ?\(col (\d+)\)/.exec(line.replaceAll("''", "'")))
      .flatMap((hit) => (hit ? `${hit[1]} ${hit[3]} ${hit[2]}` : []));
    expect(each.sort()).toEqual(wanted.sort());
  } finally {
    say('kill!');
    await ended;
  }
});

test('the task of VS Code reads the lines of a watcher by its patterns, with paths of Windows too', async () => {
  interface Matcher {
    readonly pattern: { readonly regexp: string } & Readonly<Record<string, number | string>>;
    readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
  }
  const tasks = JSON.parse(readFileSync(`${root}editors/vscode/tasks.json`, 'utf8')) as { tasks: { problemMatcher: Matcher }[] };
  const { pattern, background } = tasks.tasks[0]!.problemMatcher;
  const watcher = startWatcher(['draft.md', '-f', 'range'], folder.path);
  const recorded = (await watcher.ran(1)).trimEnd().split('\n');
  expect(await watcher.stop()).toBe(0);
  expect(recorded[0]).toMatch(new RegExp(background.beginsPattern));
  expect(recorded.at(-1)).toMatch(new RegExp(background.endsPattern));
  const read = (line: string) => {
    const hit = new RegExp(pattern.regexp).exec(line);
    return hit && [pattern.file, pattern.location, pattern.severity, pattern.code, pattern.message].map((n) => hit[Number(n)]);
  };
  const { out } = folder.run(['lint', 'draft.md', '-f', 'json']);
  interface Message {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly level: string;
    readonly ruleId: string;
    readonly message: string;
  }
  const wanted = (JSON.parse(out) as { messages: Message[] }[])[0]!.messages.map((each) => [
    'draft.md',
    `${each.line},${each.column},${each.endLine},${each.endColumn}`,
    each.level,
    each.ruleId,
    each.message,
  ]);
  expect(recorded.slice(1, -1).map(read)).toEqual(wanted);
  expect([recorded[0]!, recorded.at(-1)!].map(read)).toEqual([null, null]);
  const windows = recorded[1]!.replace('draft.md', 'C:\\Drafts (2027)\\treaty, final.md');
  expect(read(windows)).toEqual(['C:\\Drafts (2027)\\treaty, final.md', ...wanted[0]!.slice(1)]);
});
