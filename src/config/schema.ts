import { z } from 'zod';
import type { ConfigData } from './types.ts';

const words = z.string().trim().min(1, 'a text is missing');
const level = z.enum(['off', 'info', 'warning', 'error']);
const severity = z.enum(['info', 'warning', 'error']);
const patterns = z.union([words, z.array(words).min(1)]);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date, as in 2027-12-31');
const clauseCode = z.string().regex(/^[A-Z]{3}\d{3}$/, 'a code is three capitals and three digits, as in TRG001');

const ruleOptions = z
  .strictObject({
    level: level.describe('Level of its findings; off: the rule is not heard.').exactOptional(),
    options: z
      .record(z.string(), z.number())
      .describe('Values of the parameters that the rule reads, for this rule alone.')
      .exactOptional(),
  })
  .describe('Level and options of a rule.');

const waiver = z
  .strictObject({
    clause: words.describe('As a drafter cites it: Article 5, Article 5(2)(a), Annex A, paragraph 2.'),
    rules: z.array(clauseCode).min(1).describe('Codes of the rules that are waived there.'),
    reason: words.describe('Why the weakness is accepted: it stands in the register of accepted risks.'),
    by: words.describe('Who accepts it.').exactOptional(),
    until: date.describe('Last day on which it is accepted.').exactOptional(),
    files: z.array(words).min(1).describe('Drafts that it is for; default: all that this file is for.').exactOptional(),
  })
  .describe('An accepted risk.');

const draft = z
  .strictObject({
    kind: z
      .enum([
        'framework-guarantee',
        'bilateral-guarantee',
        'neutrality-guarantee',
        'mutual-defence',
        'ceasefire',
        'monitoring',
        'force-status',
        'operational-annex',
        'economic',
        'peace-settlement',
        'political-declaration',
        'unilateral',
        'resolution',
        'non-aggression',
        'amending',
        'other',
      ])
      .exactOptional(),
    style: z.enum(['treaty', 'mou', 'statement', 'unknown']).exactOptional(),
    status: z.enum(['draft', 'final', 'signed', 'in-force']).exactOptional(),
    completeness: z.enum(['full', 'excerpt', 'articles-only']).exactOptional(),
    package: words.describe('Drafts of one package are judged together.').exactOptional(),
  })
  .describe('What a draft is where its own front matter does not say.');

const section = {
  rules: z
    .record(z.string(), z.union([level, ruleOptions]))
    .describe('Code, name or family (TRG) of a rule → its level, or its level and options.')
    .exactOptional(),
  parameters: z.record(z.string(), z.number()).describe('Values that several rules compare with.').exactOptional(),
  draft: draft.exactOptional(),
  waivers: z.array(waiver).describe('Accepted risks, by clause.').exactOptional(),
  failOn: z.enum(['info', 'warning', 'error', 'never']).describe('Lowest level that fails.').exactOptional(),
  minLevel: severity.describe('Lowest level that is reported.').exactOptional(),
  inlineConfig: z.boolean().describe('false: waivers inside the drafts are not heard.').exactOptional(),
};

const override = z
  .strictObject({
    files: patterns.describe(
      'Paths from the folder of this file; * and ? in a name, ** over folders. Without / : a name anywhere.',
    ),
    except: patterns.describe('Paths that it is not for.').exactOptional(),
    ...section,
  })
  .describe('What is different for some drafts; of several that match, the last one counts.');

const entry = z.union([
  words,
  z.strictObject({ text: words, tag: z.string() }).describe('An entry with the tag that rules know it by.'),
]);

/** Shape of a configuration file; what the names in it may be is checked against the rule book (check-names.ts). */
export const configSchema = z
  .strictObject({
    $schema: z.string().describe('Address of this schema, for editors.').exactOptional(),
    extends: patterns
      .describe('Configuration files that this one builds on, from its folder; it has the last word.')
      .exactOptional(),
    ...section,
    ruleFolders: z
      .array(words)
      .describe('Folders with rules of your own, beside the built-in ones: data only, checked like those.')
      .exactOptional(),
    lexicons: z
      .record(z.string(), z.array(entry))
      .describe('Further entries of a word list: words in a row, ~verb for all forms of a verb. Never regular expressions.')
      .exactOptional(),
    baseline: words.describe('File with the findings that are known already.').exactOptional(),
    overrides: z.array(override).exactOptional(),
  })
  .describe('Configuration of treatylint');

/** Keys of every object in a configuration, for hints at mistyped ones. */
export const knownKeys = {
  top: Object.keys(configSchema.shape),
  override: Object.keys(override.shape),
  rule: Object.keys(ruleOptions.shape),
  waiver: Object.keys(waiver.shape),
  draft: Object.keys(draft.shape),
  entry: ['text', 'tag'],
} as const;

type Same<A, B> = A extends B ? true : never;
/** The schema and the type ConfigData say the same; a difference does not compile. */
export const agree: Same<z.infer<typeof configSchema>, ConfigData> = true;
