import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../book.ts';
import { type Folder, makeFolder } from './folder.ts';

/** `chain`, `inspect` and `rules` say what `lint` would judge by: they read the same configuration. */
const draft = (name: string): string => readFileSync(`${root}drafts/${name}.md`, 'utf8');
const weak = readFileSync(`${root}rules/TRG001/weak.md`, 'utf8');

let folder: Folder;
beforeEach(() => {
  folder = makeFolder({ 'drafts/a.md': weak });
  mkdirSync(join(folder.path, '.git'));
});
afterEach(() => {
  folder.remove();
});

interface Told {
  readonly path: string;
  readonly layers: Record<string, number> | null;
  readonly matrix: { readonly rows: { readonly task: string; readonly bearers: { readonly clause: string }[] }[] } | null;
}
const chained = (words: readonly string[]): Told[] => JSON.parse(folder.run(['chain', ...words, '-f', 'json']).out) as Told[];

describe('chain', () => {
  test('reads a draft as its configuration says what it is', () => {
    folder.put({ 'drafts/g.md': draft('shield-treaty-annexes').replace(/^---\n[\s\S]*?\n---\n/, '') });
    expect(chained(['drafts/g.md'])[0]!.layers).not.toBeNull();
    folder.put({ 'treatylint.config.yaml': 'draft: { kind: ceasefire }\n' });
    expect(chained(['drafts/g.md'])[0]!.layers).toBeNull();
    expect(chained(['drafts/g.md', '--no-config'])[0]!.layers).not.toBeNull();
    folder.put({ 'other.yaml': 'draft: { kind: framework-guarantee }\n' });
    expect(chained(['drafts/g.md', '--config', 'other.yaml'])[0]!.layers).not.toBeNull();
  });

  test('tells a faulty configuration and a faulty front matter, and reads the other drafts', () => {
    folder.put({
      'bad/b.md': weak,
      'bad/treatylint.config.yaml': 'rules: { TRG001: of }\n',
      'drafts/c.md': '---\ntreatylint:\n  kind: pact\n---\n\n# Treaty\n',
    });
    const ran = folder.run(['chain', 'bad/b.md', 'drafts/a.md', 'drafts/c.md']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('bad/treatylint.config.yaml:1:10: /rules/TRG001: unknown level "of"; did you mean "off"?');
    expect(ran.err).toContain('drafts/c.md:3:9: ');
    expect(ran.out).toMatch(/^drafts\/a\.md/);
    expect(ran.out).not.toContain('bad/b.md');
  });

  test('takes the drafts of a package together: layers, and who bears which task', () => {
    folder.put({ 'p/one.md': draft('two-voices-framework'), 'p/two.md': draft('two-voices-military-annex') });
    const { out, code } = folder.run(['chain', 'p']);
    expect(code).toBe(0);
    expect(out.match(/^ {2}layers, 0 to 3: political \d · legal \d · operational \d · economic \d$/gm)).toHaveLength(1);
    expect(out).toContain('Package of p/one.md, p/two.md\n');
    expect(out).toMatch(/^ {4}sea {12}Savara \(two\.md, paragraph 2\)$/m);
    expect(out).toMatch(/^ {4}intelligence {3}nobody$/m);
    const alone = { 'q/one.md': draft('two-voices-framework').replace(/^ {2}package:.*\n/m, '') };
    folder.put({ ...alone, 'q/two.md': draft('two-voices-military-annex').replace(/^ {2}package:.*\n/m, '') });
    const seaOf = (told: readonly Told[]) =>
      told.map(({ matrix }) => matrix?.rows.find(({ task }) => task === 'sea')?.bearers.map(({ clause }) => clause));
    expect(seaOf(chained(['q']))).toEqual([[], undefined]);
    expect(seaOf(chained(['q', '--package', 'q']))).toEqual([['paragraph 2'], ['paragraph 2']]);
  });
});

describe('inspect', () => {
  test('finds the further words of the configuration', () => {
    folder.put({
      'drafts/a.md': weak.replace(
        'such military assistance as it deems fit',
        'military assistance in such measure as it holds seemly',
      ),
      'treatylint.config.yaml': 'lexicons:\n  L1: [in such measure as it holds seemly]\n',
    });
    const hits = (...words: string[]): boolean =>
      folder
        .run(['inspect', '--after', 'phrases', 'drafts/a.md', ...words])
        .out.split('\n')
        .includes('    L1: in such measure as it holds seemly');
    expect([hits(), hits('--no-config')]).toEqual([true, false]);
  });

  test('reads nothing under a faulty configuration, and says why', () => {
    folder.put({ 'treatylint.config.yaml': 'rulez: {}\n' });
    expect(folder.run(['inspect', '--after', 'facts', 'drafts/a.md'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('treatylint.config.yaml:1:1: '),
    });
  });
});

describe('rules', () => {
  test('lists the levels as they are configured here, and the rules of your own', () => {
    expect(folder.run(['new-rule', 'MFA001', 'working-days']).code).toBe(0);
    folder.put({ 'treatylint.config.yaml': 'ruleFolders: [our-rules]\nrules: { TRG001: off, MFA001: error, DRF: info }\n' });
    interface Listed {
      readonly code: string;
      readonly severity: string;
      readonly level: string;
    }
    const levels = (...words: string[]) => {
      const all = JSON.parse(folder.run(['rules', '-f', 'json', ...words]).out) as Listed[];
      return ['TRG001', 'MFA001', 'DRF006', 'OBL003'].map((code) => all.find((each) => each.code === code)?.level);
    };
    expect(levels()).toEqual(['off', 'error', 'info', 'error']);
    expect(levels('--no-config')).toEqual(['error', undefined, 'warning', 'error']);
    expect(folder.run(['rules']).out).toMatch(/^TRG001 {2}discretionary-response +off /m);
    folder.put({ 'treatylint.config.yaml': 'rules: { TRG1: off }\n' });
    expect(folder.run(['rules'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('/rules/TRG1: unknown rule') });
  });

  test('the register takes the drafts of a package together, as lint does', () => {
    const waiver = '<!-- treatylint-disable-file PRS007: the plan follows -->\n';
    folder.put({ 'p/one.md': `${draft('two-voices-framework')}\n${waiver}`, 'p/two.md': draft('two-voices-military-annex') });
    const risks = (path: string): string[] =>
      (JSON.parse(folder.run(['rules', '--suppressions', path, '-f', 'json']).out) as { rule: string }[]).map(({ rule }) => rule);
    // What the framework lacks alone, its annex provides.
    expect(risks('p/one.md')).toEqual(['PRS007']);
    expect(risks('p')).toEqual([]);
  });
});
