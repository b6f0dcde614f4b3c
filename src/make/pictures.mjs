/**
 * `npm run pictures`: the pictures of the README, made from real output of the built program: terminals as SVG and, where Chromium is
 * installed, the page as a reader sees it: wide, narrow and printed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { terminalSvg } from './terminal-svg.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each terminal of the README shows. */
export const TERMINALS = {
  'docs/pictures/lint.svg': ['docs/first-draft.md'],
  'docs/pictures/chain.svg': ['chain', 'docs/first-draft.md'],
};
/** The draft that the pictures of the page show. */
const PAGE = 'drafts/assurance-memorandum.md';

/** A terminal with a run of the built program in it. */
export function terminal(words) {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist', 'treatylint.js'), ...words, '--color'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return terminalSvg(stdout, `npx treatylint ${words.join(' ')}`);
}

/** Takes the pictures of the page in Chromium; each shows what one screen or one sheet of paper holds. */
async function photograph(executablePath) {
  const { chromium } = await import('playwright-core');
  const folder = mkdtempSync(join(tmpdir(), 'treatylint-pictures-'));
  const page = join(folder, 'page.html');
  spawnSync(process.execPath, [join(root, 'dist', 'treatylint.js'), PAGE, '--fail-on', 'never', '-f', `html:${page}`], {
    cwd: root,
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const shoot = async (name, { width, height, media = 'screen', from = '', scale = 1 }) => {
    const tab = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    await tab.emulateMedia({ media });
    await tab.goto(pathToFileURL(page).href);
    if (from) await tab.evaluate(`document.querySelector(${JSON.stringify(from)}).scrollIntoView()`);
    await tab.screenshot({ path: join(root, 'docs', 'pictures', name) });
    await tab.close();
  };
  await shoot('page-wide.png', { width: 1280, height: 900, from: '.row:has(.card)' });
  await shoot('page-verdict.png', { width: 1280, height: 900, from: '.verdict' });
  await shoot('page-narrow.png', { width: 420, height: 860, from: '.row:has(.card)' });
  // A sheet of A4 at 96 dots an inch, without its margins.
  await shoot('page-printed.png', { width: 718, height: 1000, media: 'print' });
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, words] of Object.entries(TERMINALS)) writeFileSync(join(root, file), terminal(words));
  const chromium = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
  if (chromium) await photograph(chromium);
  else console.error('No Chromium: the pictures of the page stay as they are.');
}
