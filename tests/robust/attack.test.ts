import { afterEach, expect, test } from 'vitest';
import { lintDraft } from '#lint';
import { openBook } from '#rules';
import { rules, setup } from '../book.ts';
import { type Folder, makeFolder } from '../cli/folder.ts';

let folder: Folder;
afterEach(() => {
  folder?.remove();
});

const weak = 'In the event of an armed attack on Lorn, the Party shall take such action as it deems necessary.';
const article = (words: string): string => `# Treaty\n\n## Article 5\n\n${words}\n`;
/** Ten levels of nine aliases each: a thousand million values where they are followed. */
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghij'].map((name, n) => {
    const under = `*${'abcdefghi'[n]}`;
    return `${name}: &${name} [${Array(9).fill(under).join(', ')}]`;
  }),
].join('\n');

test('front matter that unfolds without end is a fault with a line, and the draft is read', () => {
  folder = makeFolder({ 'a.md': `---\ntreatylint:\n  kind: other\n${bomb}\n---\n\n${article(weak)}` });
  const begun = performance.now();
  const { code, err } = folder.run(['lint', '-f', 'unix', 'a.md']);
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect([0, 1, 2]).toContain(code);
  expect(err).not.toContain('defect');
});

test('a configuration that unfolds without end is a fault', () => {
  folder = makeFolder({ 'treatylint.config.yaml': `${bomb}\nrules: *j\n`, 'a.md': article(weak) });
  const { code, err } = folder.run(['lint', 'a.md']);
  expect(code).toBe(2);
  expect(err).toContain('treatylint.config.yaml');
  expect(err).not.toContain('defect');
});

test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
  'the key %s is a key like any other',
  (key) => {
    folder = makeFolder({
      'treatylint.config.yaml': `rules: { ${key}: off }\nparameters: { ${key}: 1 }\n${key}: { polluted: yes }\n`,
      'a.md': `---\ntreatylint:\n  ${key}: other\n  rules: { ${key}: off }\n---\n\n${article(weak)}`,
    });
    const configured = folder.run(['lint', 'a.md']);
    expect(configured.code).toBe(2);
    expect(configured.err).toContain(key);
    const own = folder.run(['lint', '--no-config', 'a.md']);
    expect(own.code).toBe(2);
    expect(own.err).toContain(key);
    for (const ran of [configured, own]) expect(ran.err).not.toContain('defect');
  },
);

test('a configuration reads nothing above its root', () => {
  folder = makeFolder({
    'secret.yaml': 'rules: { TRG001: off }\n',
    'house/.git/HEAD': 'ref: refs/heads/main\n',
    'house/treatylint.config.yaml': 'extends: ../secret.yaml\n',
    'house/a.md': article(weak),
  });
  const { code, err } = folder.run(['lint', 'house/a.md']);
  expect(code).toBe(2);
  expect(err).toMatch(/^treatylint: house\/treatylint\.config\.yaml:1/m);
});

test.each(['pretty', 'unix', 'range', 'markdown', 'html', 'github', 'json', 'sarif', 'gitlab', 'junit'])(
  'marks that deceive a terminal or a reader are shown by name in %s',
  (format) => {
    const marks = '\u001b[2J\u001b]0;title\u0007\u202e\u2066\u200b\u009b31m';
    folder = makeFolder({ 'a.md': article(`${weak.slice(0, 62)}${marks}${weak.slice(62)}`) });
    const { out, err } = folder.run(['lint', '--no-color', '-f', format, 'a.md']);
    expect(out.length).toBeGreaterThan(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/);
  },
);

test('words of a draft run nothing in a page', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'><svg/onload=alert(3)>';
  folder = makeFolder({ 'a.md': `${article(weak.replace('such action', `such ${script} action`))}\n${script}\n` });
  const html = folder.run(['lint', '-f', 'html', 'a.md']).out;
  expect(html).toContain('&lt;script&gt;alert(1)');
  expect(html).not.toMatch(/<script>alert|<img src=x|<svg\/onload/);
});

test('words of a draft form nothing in a Markdown report', () => {
  const odd = 'such <img src=x onerror=alert(2)> [click](javascript:alert(1)) | `code` ![p](http://x) action';
  folder = makeFolder({ 'a.md': article(weak.replace('such action', odd)) });
  const { out } = folder.run(['lint', '-f', 'markdown', 'a.md']);
  expect(out).not.toMatch(/<img src|(?<!\\)\[click(?<!\\)\]\(|(?<!\\)!\[p\]/);
});

test('a rule that breaks is named once, and every other finding is still told', async () => {
  const text = article(`${weak}\n\nEach Party may decide, by unanimity, whether such action is necessary.`);
  const whole = await lintDraft({ path: 'a.md', text }, setup);
  const broken = rules.map((rule) =>
    rule.code === 'TRG001'
      ? { ...rule, cases: rule.cases.map((one) => ({ ...one, when: { fact: 'id', operator: 'noSuchOperator', value: 1 } })) }
      : rule,
  ) as typeof rules;
  const result = await lintDraft({ path: 'a.md', text }, { ...setup, book: openBook(broken) });
  expect(result.defects.map(({ code }) => code)).toEqual(['TRG001']);
  const codes = (findings: typeof whole.findings): string[] =>
    findings.filter(({ code }) => code !== 'TRG001').map(({ code }) => code);
  expect(codes(result.findings)).toEqual(expect.arrayContaining(codes(whole.findings)));
});
