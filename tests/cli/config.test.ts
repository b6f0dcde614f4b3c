import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../book.ts';
import { type Folder, makeFolder } from './folder.ts';

const weak = readFileSync(`${root}rules/TRG001/weak.md`, 'utf8');
const slow = readFileSync(`${root}rules/TIM006/weak.md`, 'utf8');

let folder: Folder;
beforeEach(() => {
  folder = makeFolder({ 'drafts/a.md': weak });
});
afterEach(() => {
  folder.remove();
});

const only = ['--only', 'TRG001'];
/** Faults on standard error, without the name of the program. */
const faults = (words: readonly string[]) =>
  folder
    .run(words)
    .err.trimEnd()
    .split('\n')
    .map((line) => line.replace('treatylint: ', ''));

describe('what counts for a draft', () => {
  test('is the nearest file upwards, for each draft its own', () => {
    folder.put({
      'b.md': weak,
      'treatylint.config.yaml': 'rules: { TRG001: warning }\n',
      'drafts/treatylint.config.json': '{ "rules": { "discretionary-response": "info" } }',
    });
    expect(folder.told(['.', ...only])).toEqual({ 'b.md': ['TRG001 warning'], 'drafts/a.md': ['TRG001 info'] });
    expect(folder.told(['.', ...only, '--no-config'])).toEqual({ 'b.md': ['TRG001 error'], 'drafts/a.md': ['TRG001 error'] });
    expect(folder.told(['.', ...only, '--config', 'treatylint.config.yaml'])).toEqual({
      'b.md': ['TRG001 warning'],
      'drafts/a.md': ['TRG001 warning'],
    });
    expect(folder.told(['-', '--stdin-filename', 'drafts/none.md', ...only], weak)).toEqual({
      'drafts/none.md': ['TRG001 info'],
    });
  });

  test('is not sought above the folder of the repository', () => {
    folder.put({ 'treatylint.config.yaml': 'rules: { TRG001: "off" }\n' });
    mkdirSync(join(folder.path, 'drafts', '.git'));
    expect(folder.told(['drafts', ...only])).toEqual({ 'drafts/a.md': ['TRG001 error'] });
  });

  test('bases, overrides and families, the last word to the nearest; front matter and the command line above all', () => {
    folder.put({
      'base.json': '{ "rules": { "TRG": "info" }, "overrides": [{ "files": "*.md", "rules": { "TRG001": "off" } }] }',
      'treatylint.config.yaml':
        'extends: ./base.json\nrules: { TRG001: info }\noverrides:\n  - files: drafts/**\n    except: drafts/b.md\n    rules: { TRG001: { level: warning } }\n',
      'drafts/b.md': weak,
      'c.md': weak.replace('---\n', '---\ntreatylint: { rules: { TRG001: error } }\n'),
    });
    expect(folder.told(['.', ...only])).toEqual({
      'c.md': ['TRG001 error'],
      'drafts/a.md': ['TRG001 warning'],
      'drafts/b.md': ['TRG001 info'],
    });
    expect(folder.told(['c.md', ...only, '--rule', 'TRG001=info'])).toEqual({ 'c.md': ['TRG001 info'] });
  });

  test('parameters change what a rule compares with and what its message says, for all rules or for one', () => {
    const late = (yaml: string): string | undefined => {
      folder.put({ 'slow.md': slow, 'treatylint.config.yaml': yaml });
      return /; (\d+) is the most that deters/.exec(folder.run(['slow.md', '--only', 'TIM006', '-f', 'unix']).out)?.[1];
    };
    expect(late('')).toBe('24');
    expect(late('parameters: { firstActionHours: 48 }\n')).toBe('48');
    expect(late('parameters: { firstActionHours: 48 }\nrules: { TIM006: { options: { firstActionHours: 36 } } }\n')).toBe('36');
    expect(late('parameters: { firstActionHours: 720, fullResponseHours: 2160 }\n')).toBeUndefined();
  });

  test('further words of a list are found like its own', () => {
    const odd = weak.replace(
      'such military assistance as it deems fit',
      'military assistance in such measure as it holds seemly',
    );
    expect(odd).not.toBe(weak);
    folder.put({ 'odd.md': odd });
    expect(folder.told(['odd.md', ...only])).toEqual({ 'odd.md': [] });
    folder.put({ 'treatylint.config.yaml': 'lexicons:\n  L1: [in such measure as it holds seemly]\n' });
    expect(folder.told(['odd.md', ...only])).toEqual({ 'odd.md': ['TRG001 error'] });
  });

  test('failOn and minLevel are those of each draft', () => {
    folder.put({ 'treatylint.config.yaml': 'failOn: error\nrules: { TRG001: warning }\n' });
    expect(folder.run(['drafts', ...only]).code).toBe(0);
    expect(folder.run(['drafts', ...only, '--fail-on', 'warning']).code).toBe(1);
    folder.put({ 'treatylint.config.yaml': 'minLevel: error\nrules: { TRG001: warning }\n' });
    expect(folder.told(['drafts', ...only])).toEqual({ 'drafts/a.md': [] });
  });
});

describe('--print-config', () => {
  test('says for each value which file set it', () => {
    folder.put({
      'base.yaml': 'failOn: error\nrules:\n  TRG001: info\n',
      'treatylint.config.yaml': 'extends: base.yaml\nparameters:\n  firstActionHours: 12\n',
    });
    const { out, code } = folder.run(['--print-config', 'drafts/a.md', '-f', 'json']);
    expect(code).toBe(0);
    const { files, values } = JSON.parse(out) as { files: string[]; values: { key: string; value: unknown; from: string }[] };
    expect(files).toEqual(['base.yaml', 'treatylint.config.yaml']);
    expect(values.slice(0, 3)).toEqual([
      { key: 'failOn', value: 'error', from: 'base.yaml:1:1' },
      { key: 'parameters.firstActionHours', value: 12, from: 'treatylint.config.yaml:3:3' },
      { key: 'rules.TRG001', value: 'info', from: 'base.yaml:3:3' },
    ]);
    expect(values).toContainEqual({ key: 'parameters.fullResponseHours', value: 72, from: 'built in' });
    expect(folder.run(['--print-config', 'drafts/a.md']).out).toMatch(/^rules\.TRG001: info +# base\.yaml:3:3$/m);
  });
});

describe('faults', () => {
  test('are told all at once, with place and the nearest right word', () => {
    folder.put({
      'treatylint.config.yaml': `rulez: {}
rules:
  TRG001: eror
  TIM006: { levle: off }
draft: { kind: mutual-defense }
waivers: [{ clause: Article 5, rules: [TRG001] }]
`,
    });
    expect(faults(['drafts'])).toEqual([
      'treatylint.config.yaml:1:1: /rulez: unknown key "rulez"; did you mean "rules"?',
      'treatylint.config.yaml:3:3: /rules/TRG001: unknown level "eror"; did you mean "error"? (off, info, warning, error)',
      'treatylint.config.yaml:4:13: /rules/TIM006/levle: unknown key "levle"; did you mean "level"?',
      expect.stringContaining(
        'treatylint.config.yaml:5:10: /draft/kind: unknown word "mutual-defense"; did you mean "mutual-defence"?',
      ),
      'treatylint.config.yaml:6:11: /waivers/0/reason: "reason" is missing',
    ]);
    // A wrong shape in one place hides no wrong name in another.
    folder.put({ 'treatylint.config.yaml': 'rules:\n  TRG001: eror\n  TRG02: off\nfoo: 1\n' });
    expect(faults(['drafts'])).toEqual([
      'treatylint.config.yaml:2:3: /rules/TRG001: unknown level "eror"; did you mean "error"? (off, info, warning, error)',
      'treatylint.config.yaml:3:3: /rules/TRG02: unknown rule "TRG02"; did you mean "TRG002"?',
      'treatylint.config.yaml:4:1: /foo: unknown key "foo"',
    ]);
    folder.put({
      'treatylint.config.yaml': `rules:
  TRG01: warning
  TIM006: { options: { firstActionHour: 1 } }
parameters: { firstActionHours: 0, notice: 3 }
lexicons: { L1: ["as .* fit", "As it"], L99: [x] }
`,
    });
    expect(faults(['drafts'])).toEqual([
      'treatylint.config.yaml:2:3: /rules/TRG01: unknown rule "TRG01"; did you mean "TRG001"?',
      expect.stringContaining(
        'treatylint.config.yaml:3:24: /rules/TIM006/options/firstActionHour: TIM006 reads no parameter "firstActionHour"; did you mean "firstActionHours"?',
      ),
      'treatylint.config.yaml:4:15: /parameters/firstActionHours: "firstActionHours" is between 1 and 720, not 0',
      expect.stringContaining('treatylint.config.yaml:4:36: /parameters/notice: unknown parameter "notice"'),
      expect.stringContaining('/lexicons/L1/0: ".*" is no word: an entry is words in a row'),
      expect.stringContaining('/lexicons/L1/1: "As": entries are written in lower case'),
      expect.stringContaining('/lexicons/L99: no word list is called "L99"; did you mean "L9"?'),
    ]);
  });

  test.each<[string, string, RegExp]>([
    ['treatylint.config.yaml', 'rules: [\n', /^treatylint\.config\.yaml:2:1: not readable/],
    ['treatylint.config.json', '{ "rules": {\n\t"TRG001": "off",\n} }', /^treatylint\.config\.json:3:1: not JSON/],
    ['treatylint.config.json', 'rules: off', /^treatylint\.config\.json:\d+:\d+: not JSON/],
    [
      'treatylint.config.yaml',
      'rules: { TRG001: off, TRG001: info }',
      /^treatylint\.config\.yaml:1:23: not readable: Map keys must be unique/,
    ],
    ['treatylint.config.yaml', '__proto__: { rules: {} }', /^treatylint\.config\.yaml:1:1: \/__proto__: unknown key "__proto__"/],
    ['treatylint.config.yaml', 'rules: { __proto__: off }', /^treatylint\.config\.yaml:1:10: \/rules\/__proto__: unknown key/],
    [
      'treatylint.config.yaml',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
      /aliases that stand for too much/,
    ],
    ['treatylint.config.yaml', `a: ${'['.repeat(20_000)}`, /nested 20000 deep/],
    ['treatylint.config.yaml', `${'- '.repeat(20_000)}a`, /nested 20000 deep/],
    ['treatylint.config.yaml', 'rules: \0', /a NUL byte in it/],
    [
      'treatylint.config.yaml',
      'extends: treatylint.config.yaml',
      /^treatylint\.config\.yaml:1:1: \/extends: .*it extends itself: treatylint\.config\.yaml → treatylint\.config\.yaml/,
    ],
    [
      'treatylint.config.yaml',
      'extends: ../other.yaml',
      /:1:1: \/extends: "\.\.\/other\.yaml": (?:no such file|it lies outside)/,
    ],
    ['treatylint.config.yaml', 'extends: https://example.org/a.yaml', /is an address: only files can be extended/],
    ['treatylint.config.yaml', 'extends: evil.js', /a configuration is a \.json, \.yaml or \.yml file/],
    ['treatylint.config.yaml', 'ruleFolders: [/etc]', /"\/etc": it lies outside/],
    ['treatylint.config.yaml', 'baseline: /etc/known.json', /"\/etc\/known\.json": it lies outside/],
  ])('%s: %j', (name, text, message) => {
    folder.put({ [name]: text, 'evil.js': 'throw new Error("run")' });
    const ran = folder.run(['drafts', '-f', 'json']);
    expect({ code: ran.code, err: ran.err.split('\n')[0]!.replace('treatylint: ', '') }).toEqual({
      code: 2,
      err: expect.stringMatching(message),
    });
    const told = folder.told(['drafts']);
    expect(told[name]!.every((each) => each.startsWith('fatal '))).toBe(true);
    expect(told['drafts/a.md']).toEqual([`fatal not linted: its configuration ${name} has faults`]);
  });

  test('a circle of files is told with the way round it; a diamond is none', () => {
    folder.put({
      'treatylint.config.yaml': 'extends: [b.yaml, c.yaml]\n',
      'b.yaml': 'extends: d.yaml\n',
      'c.yaml': 'extends: d.yaml\n',
      'd.yaml': 'rules: { TRG001: warning }\n',
    });
    expect(folder.told(['drafts', ...only])).toEqual({ 'drafts/a.md': ['TRG001 warning'] });
    folder.put({ 'd.yaml': 'extends: b.yaml\n' });
    expect(faults(['drafts', ...only])[0]).toBe('d.yaml:1:1: /extends: "b.yaml": it extends itself: b.yaml → d.yaml → b.yaml');
  });

  test('links that lead out, or back to themselves, are told', () => {
    const other = makeFolder({ 'secret.yaml': 'rules: { TRG001: off }\n' });
    symlinkSync(join(other.path, 'secret.yaml'), join(folder.path, 'link.yaml'));
    symlinkSync('loop.yaml', join(folder.path, 'loop.yaml'));
    folder.put({ 'treatylint.config.yaml': 'extends: [link.yaml, loop.yaml]\n' });
    expect(faults(['drafts', ...only])).toEqual([
      expect.stringMatching(/^treatylint\.config\.yaml:1:11: \/extends\/0: "link\.yaml": it lies outside /),
      expect.stringMatching(
        /^treatylint\.config\.yaml:1:22: \/extends\/1: "loop\.yaml": a symbolic link that leads back to itself/,
      ),
    ]);
    other.remove();
  });

  test('of one folder leave the drafts of others alone', () => {
    folder.put({ 'bad/treatylint.config.yaml': 'rulez: 1\n', 'bad/b.md': weak });
    const ran = folder.run(['.', ...only]);
    expect(ran.code).toBe(2);
    expect(folder.told(['.', ...only])['drafts/a.md']).toEqual(['TRG001 error']);
  });

  test('two files in one folder, and one that is not there', () => {
    folder.put({ 'treatylint.config.yaml': '', 'treatylint.config.json': '{}' });
    expect(faults(['drafts', ...only])[0]).toContain('treatylint.config.yaml stands beside it: keep one of them');
    expect(faults(['drafts', '--config', 'none.yaml'])[0]).toBe('none.yaml: no such file or folder');
    expect(folder.run(['drafts', '--config', 'none.yaml']).code).toBe(2);
  });
});
