import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { z } from 'zod';
import { root } from '../book.ts';
import { run } from '../cli/run.ts';

/** Every format as the built program writes it, over the drafts of the project and three that go wrong in their own ways. */
const folder = mkdtempSync(join(tmpdir(), 'treatylint-schemas-'));
const texts = new Map<string, string>();
const out = (format: string): string => readFileSync(join(folder, format), 'utf8');

beforeAll(() => {
  const odd = {
    'clean.md': '# Note\n\nNothing is promised here.\n',
    'faulty.md': '---\ntreatylint:\n  kind: pact\n---\n\n# Treaty\n',
    'odd & "name".md':
      '# Guarantee\n\n## Article 1\n\n<!-- treatylint-disable-next-line TRG001: agreed <b> & "kept" -->\nIn the event of an armed attack on Lorn each Guarantor shall take such action as it deems necessary, 100 %: \u001b[31m.\n',
  };
  for (const [name, text] of Object.entries(odd)) writeFileSync(join(folder, name), text);
  const drafts = [
    ...readdirSync(`${root}drafts`)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => `${root}drafts/${name}`),
    ...Object.keys(odd).map((name) => join(folder, name)),
  ];
  for (const path of drafts) texts.set(path, readFileSync(path, 'utf8'));
  const formats = ['json', 'sarif', 'gitlab', 'junit', 'github'].flatMap((name) => ['--format', `${name}:${join(folder, name)}`]);
  run(['lint', ...formats, ...drafts]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const suggestion = z.strictObject({
  desc: z.string().min(1),
  fix: z.strictObject({ range: z.tuple([z.int().min(0), z.int().min(0)]), text: z.string() }),
});
const message = z.looseObject({
  ruleId: z.string().regex(/^[A-Z]{3}\d{3}$/),
  ruleName: z.string().regex(/^[a-z0-9-]+$/),
  severity: z.union([z.literal(1), z.literal(2)]),
  level: z.enum(['error', 'warning', 'info']),
  message: z.string().min(1),
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
  offset: z.int().min(0),
  endOffset: z.int().min(1),
  quote: z.string().min(1),
  clause: z.string().min(1).nullable(),
  confidence: z.enum(['explicit', 'inherited', 'inferred']),
  related: z.array(z.string()),
  docsUrl: z.string().min(1),
  fingerprint: z.string().min(1),
  suggestions: z.array(suggestion).optional(),
});
const fatal = z.looseObject({ fatal: z.literal(true), ruleId: z.null(), severity: z.literal(2), message: z.string().min(1) });
const counts = {
  errorCount: z.int(),
  warningCount: z.int(),
  infoCount: z.int(),
  fatalErrorCount: z.int(),
  fixableErrorCount: z.literal(0),
  fixableWarningCount: z.literal(0),
};
const file = z.looseObject({
  filePath: z.string().startsWith('/'),
  messages: z.array(z.union([message, fatal])),
  suppressedMessages: z.array(message),
  document: z
    .looseObject({
      kind: z.string(),
      style: z.string(),
      roles: z.record(z.string(), z.array(z.string())),
      chain: z.array(z.unknown()),
    })
    .nullable()
    .optional(),
  ...counts,
});

describe('json', () => {
  test('keeps the contract, and its counts are those of its messages', () => {
    const files = z.array(file).parse(JSON.parse(out('json')));
    expect(files.map(({ filePath }) => filePath)).toEqual([...texts.keys()]);
    for (const each of files) {
      const real = each.messages.filter((one): one is z.infer<typeof message> => !('fatal' in one));
      const counted = (level: string): number => real.filter((one) => one.level === level).length;
      // As in ESLint, what is fatal counts among the errors.
      expect(each.errorCount).toBe(counted('error') + each.fatalErrorCount);
      expect([each.warningCount, each.infoCount]).toEqual([counted('warning'), counted('info')]);
      const text = texts.get(each.filePath)!;
      for (const one of [...real, ...each.suppressedMessages]) expect(text.slice(one.offset, one.endOffset)).toBe(one.quote);
    }
    expect(files.find(({ filePath }) => filePath.endsWith('faulty.md'))?.messages[0]).toMatchObject({ fatal: true, line: 3 });
  });
});

describe('sarif', () => {
  const schema = JSON.parse(
    readFileSync(`${root}node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json`, 'utf8'),
  ) as Record<string, unknown>;
  // Draft 4 and draft 7 differ in nothing that this schema uses but the name of its identity.
  const { id, $schema: _, ...rest } = schema;

  test('validates against the schema of 2.1.0', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile({ $id: id as string, ...rest });
    validate(JSON.parse(out('sarif')));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('fills what code scanning asks for beyond the schema', () => {
    const [only] = z
      .looseObject({
        $schema: z.string().min(1),
        runs: z.array(
          z.looseObject({
            tool: z.looseObject({
              driver: z.looseObject({
                rules: z.array(
                  z.looseObject({
                    id: z.string().min(1),
                    shortDescription: z.looseObject({ text: z.string().min(1).max(1024) }),
                    fullDescription: z.looseObject({ text: z.string().min(1).max(1024) }),
                    help: z.looseObject({ text: z.string().min(1) }),
                  }),
                ),
              }),
            }),
            results: z.array(
              z.looseObject({
                ruleId: z.string(),
                ruleIndex: z.int(),
                locations: z
                  .array(
                    z.looseObject({
                      physicalLocation: z.looseObject({
                        artifactLocation: z.looseObject({ uri: z.string().min(1) }),
                        region: z.looseObject({ startLine: z.int(), startColumn: z.int(), endLine: z.int(), endColumn: z.int() }),
                      }),
                    }),
                  )
                  .min(1),
                partialFingerprints: z.looseObject({ primaryLocationLineHash: z.string().min(1) }),
              }),
            ),
          }),
        ),
      })
      .parse(JSON.parse(out('sarif'))).runs;
    const { results } = only!;
    const { rules } = only!.tool.driver;
    expect(results.map((result) => rules[result.ruleIndex]!.id)).toEqual(results.map((result) => result.ruleId));
    const prints = results.map(
      (each) => `${each.locations[0]!.physicalLocation.artifactLocation.uri} ${each.partialFingerprints.primaryLocationLineHash}`,
    );
    expect(new Set(prints).size).toBe(prints.length);
    expect(results.filter((each) => each.suppressions).map((each) => each.suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: 'agreed <b> & "kept"' }],
    ]);
  });
});

test('gitlab: every entry is complete, and no fingerprint stands twice', () => {
  const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1) });
  const entries = z
    .array(
      z.strictObject({
        description: z.string().min(1),
        check_name: z.string().regex(/^[A-Z]{3}\d{3}$/),
        fingerprint: z.string().regex(/^[0-9a-f]{16,}$/),
        severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
        location: z.strictObject({
          path: z.string().refine((path) => !path.startsWith('./')),
          lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
          positions: z.strictObject({ begin: position, end: position }),
        }),
      }),
    )
    .parse(JSON.parse(out('gitlab')));
  expect(entries.length).toBeGreaterThan(20);
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
});

test('junit: validates against the schema of the dashboards', async () => {
  const result = await validateXML({
    xml: [{ fileName: 'report.xml', contents: out('junit') }],
    schema: [readFileSync(`${root}tests/report/junit.xsd`, 'utf8')],
  });
  expect(result.errors).toEqual([]);
  expect(out('junit')).toContain('agreed &lt;b&gt; &amp; &quot;kept&quot;');
  expect(out('junit')).not.toContain('\u001b');
});

test('github: each line is one workflow command with its properties escaped, the worst first', () => {
  const lines = out('github').trimEnd().split('\n');
  for (const line of lines)
    expect(line).toMatch(/^::(?:error|warning|notice) title=[^:,]+,file=[^:,]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+::\S/);
  const ranks = lines.map((line) => ['::error', '::warning', '::notice'].findIndex((start) => line.startsWith(start)));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});
