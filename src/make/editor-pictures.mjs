/**
 * `npm run pictures:editors`: what a drafter sees in Vim and in Emacs, taken from the real programs in a terminal of tmux.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { terminalSvg } from './terminal-svg.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'treatylint-editors-'));
const program = `${process.execPath} ${join(root, 'dist', 'treatylint.js')}`;

const EMACS = `
(package-initialize)
(menu-bar-mode -1)
(setq inhibit-startup-screen t treatylint-program '("${process.execPath}" "${root}dist/treatylint.js") eglot-sync-connect 30)
(load "${root}editors/emacs/treatylint.el")
(find-file "draft.md")
(text-mode)
(visual-line-mode 1)
(treatylint-eglot)
(while (null (flymake-diagnostics)) (accept-process-output nil 0.1) (flymake-start))
(search-forward "24 hours")
(flymake-goto-next-error)
(flymake-show-buffer-diagnostics)
(message "%s" (flymake-diagnostic-text (car (flymake-diagnostics (point)))))
`;

/** Lets an editor work in a terminal, and takes what the terminal shows once the words are there. */
async function capture(name, command, until) {
  const tmux = (...words) =>
    execFileSync('tmux', ['-L', `treatylint-${process.pid}`, ...words], { cwd: folder, encoding: 'utf8' });
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-s',
    name,
    '-x',
    '112',
    '-y',
    '32',
    `HOME=${folder} TERM=screen-256color ${command}`,
  );
  let shown = '';
  for (let tries = 0; tries < 120 && !until.test(shown); tries++) {
    await wait(500);
    shown = tmux('capture-pane', '-p', '-t', name);
  }
  await wait(500);
  const output = tmux('capture-pane', '-e', '-p', '-t', name);
  tmux('kill-session', '-t', name);
  if (!until.test(shown)) throw new Error(`${name} did not show ${until}:\n${shown}`);
  return output;
}

try {
  mkdirSync(join(folder, '.git'));
  copyFileSync(join(root, 'docs', 'first-draft.md'), join(folder, 'draft.md'));
  writeFileSync(join(folder, 'script.el'), EMACS);
  const vim = [
    "vim -u NONE -N --cmd 'set ttyfast t_Co=256' -c 'syntax on' -c 'set number wrap linebreak background=dark'",
    `-c "let g:treatylint_program = '${program}'"`,
    `-c 'source ${root}editors/vim/treatylint.vim' -c 'edit draft.md' -c 'silent make' -c 'botright copen 8' -c 'cc 2' -c 'normal zz' -c 'redraw!'`,
  ].join(' ');
  const pictures = {
    'vim.svg': [await capture('vim', vim, /TRG001/), 'Vim: the quickfix list below the draft'],
    'emacs.svg': [
      await capture('emacs', 'emacs -nw -q -l script.el', /TRG001[\s\S]*TRG001|leaves it to each/),
      'Emacs: Eglot and Flymake',
    ],
  };
  for (const [file, [output, name]] of Object.entries(pictures))
    writeFileSync(join(root, 'docs', 'pictures', file), terminalSvg(output.replaceAll(folder, '~'), name, false));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
