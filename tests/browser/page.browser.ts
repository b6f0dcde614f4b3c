import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../cli/run.ts';

/** Where Debian puts Chromium; another place can be named. */
const executablePath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync) ?? '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'treatylint-page-'));
const path = join(folder, 'page.html');
const DRAFTS = ['drafts/assurance-memorandum.md', 'drafts/mutual-defence-1949.md'];

interface Message {
  readonly ruleId: string;
  readonly level: string;
  readonly message: string;
  readonly quote: string;
  readonly clause: string | null;
}
const messages = (JSON.parse(run(['lint', '--format', 'json', ...DRAFTS]).out) as { readonly messages: Message[] }[]).flatMap(
  (file) => file.messages,
);

let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  expect(run(['lint', '--fail-on', 'never', '--format', `html:${path}`, ...DRAFTS])).toMatchObject({ code: 0, err: '' });
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(path).href);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const shown = (): Promise<string[]> => page.locator('.card:visible .what').allInnerTexts();

describe('the page in Chromium, from disk', () => {
  test('shows every finding once, asks for nothing and breaks nowhere', async () => {
    expect((await shown()).sort()).toEqual(messages.map(({ message }) => message).sort());
    expect(troubles).toEqual([]);
  });

  test('the filter of levels hides cards and takes their marks away', async () => {
    await page.locator('nav input[value=warning]').uncheck();
    await page.locator('nav input[value=info]').uncheck();
    const errors = messages.filter(({ level }) => level === 'error');
    expect((await shown()).sort()).toEqual(errors.map(({ message }) => message).sort());
    await expect(page.locator('nav output').textContent()).resolves.toBe(`${errors.length} shown`);
    expect(await page.locator('mark.warning:not(.off)').count()).toBe(0);
    await page.locator('nav input[value=warning]').check();
    await page.locator('nav input[value=info]').check();
  });

  test('the filters of family and article choose together', async () => {
    const wanted = messages.find(({ clause }) => clause !== null)!;
    await page.locator('select[name=family]').selectOption(wanted.ruleId.slice(0, 3));
    const family = messages.filter(({ ruleId }) => ruleId.slice(0, 3) === wanted.ruleId.slice(0, 3));
    expect((await shown()).sort()).toEqual(family.map(({ message }) => message).sort());
    await page.locator('select[name=family]').selectOption('');
    expect((await shown()).length).toBe(messages.length);
  });

  test('a mark leads to its card', async () => {
    const mark = page.locator('mark a').first();
    const target = (await mark.getAttribute('href'))!;
    await mark.click();
    expect(new URL(page.url()).hash).toBe(target);
    await expect(page.locator(target).isVisible()).resolves.toBe(true);
  });

  test.each([
    ['wide', 1280],
    ['narrow', 420],
  ])('nothing is wider than a %s window', async (_name, width) => {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('the findings stand beside their words on a wide window and below them on a narrow one', async () => {
    const box = async (part: string) =>
      (await page
        .locator('.row', { has: page.locator('.card') })
        .first()
        .locator(part)
        .first()
        .boundingBox())!;
    const places = async () => {
      const [words, card] = [await box('.words'), await box('.card')];
      return { beside: card.x >= words.x + words.width, below: card.y >= words.y + words.height };
    };
    expect(await places()).toEqual({ beside: true, below: false });
    await page.setViewportSize({ width: 420, height: 900 });
    expect(await places()).toEqual({ beside: false, below: true });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('prints without the filters, with every card', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect((await shown()).length).toBe(messages.length);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'screen' });
  });

  test('each chain is drawn as a picture with a name', async () => {
    const drawn = await page.locator('svg.chain').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(drawn.length).toBeGreaterThan(0);
    for (const label of drawn) expect(label).toMatch(/^Response chain of .+, grade [A-F]$/);
  });

  test('without scripts the page is whole, and a hostile draft stays words', async () => {
    const nasty = join(folder, 'nasty.md');
    writeFileSync(
      nasty,
      '# <img src=x onerror="document.title=1">\n\n<script>document.title = "owned"</script>\n\nEach Guarantor shall \u001b[31mconsult.\n',
    );
    const out = join(folder, 'nasty.html');
    run(['lint', '--fail-on', 'never', '--format', `html:${out}`, nasty]);
    const other = await browser.newPage();
    await other.goto(pathToFileURL(out).href);
    expect(await other.title()).toContain('<img src=x');
    expect(await other.locator('main img, main script').count()).toBe(0);
    const still = await browser.newPage({ javaScriptEnabled: false });
    await still.goto(pathToFileURL(path).href);
    expect(await still.locator('.card').count()).toBe(messages.length);
    expect(await still.locator('nav').isVisible()).toBe(false);
  });
});
