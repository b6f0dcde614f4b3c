import { z } from 'zod';
import { operators } from './operators.ts';
import type { Condition, Rule } from './types.ts';

const words = z.string().trim().min(1);
const code = z.string().regex(/^[A-Z]{3}\d{3}$/, 'a code is three capitals and three digits, as in TRG001');

const leaf = z
  .strictObject({
    fact: words.describe('Name of a fact of the subject (the fact catalogue lists them).'),
    operator: z.enum(Object.keys(operators) as [string, ...string[]]),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])).min(1)]),
  })
  .describe('One question to one fact.');

const parameterLeaf = z
  .strictObject({
    fact: words.describe('Name of a number of the subject.'),
    operator: z.enum(Object.keys(operators) as [string, ...string[]]),
    parameter: words.describe('Name of a parameter of the book (parameters.json): a configuration may change its value.'),
  })
  .describe('A fact compared with a parameter.');

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    leaf,
    parameterLeaf,
  ]),
);

const severity = z.enum(['error', 'warning', 'info']);

const ruleCase = z.strictObject({
  subject: words.describe('Kind of subject judged.'),
  when: condition,
  severity: z
    .enum(['error', 'warning', 'info', 'none'])
    .describe("Default: the rule's. `none` silences the rule for the subject.")
    .exactOptional(),
  at: words.describe("Mark that a finding points at; default: the subject's own place.").exactOptional(),
  message: words.exactOptional(),
  why: words.exactOptional(),
  remedy: words.exactOptional(),
});

const suggestion = z.strictObject({
  desc: words,
  text: z.string().min(1),
  mode: z.enum(['replace', 'insert-after']),
});

/** Shape of a `rule.json`; what the names in it may be is checked against the fact catalogue (check.ts). */
export const ruleSchema = z
  .strictObject({
    $schema: z.string().describe('Address of the JSON Schema, for editors.').exactOptional(),
    code: code.describe("The rule's code for ever; the name of its folder."),
    name: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'a name is lower case words joined by hyphens'),
    title: words,
    scope: z.enum(['clause', 'group', 'document', 'package']),
    severity,
    status: z.enum(['draft', 'stable', 'retired']),
    since: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version, as in 0.1.0'),
    cases: z.array(ruleCase).describe('For one subject the first case that holds speaks. Empty only in a retired rule.'),
    message: words.describe('What is wrong. {name} quotes the mark or prints the fact of that name, {clause} cites the clause.'),
    why: words.describe('What the other side may later claim.'),
    remedy: words.describe('What to do.'),
    suggestions: z.array(suggestion),
    once: z.enum(['words', 'article', 'group', 'document']),
    sources: z.array(words).min(1),
    related: z.array(code),
  })
  .describe('A rule of treatylint');

/** Keys of the objects in a rule, for hints at mistyped ones. */
export const knownKeys = {
  rule: Object.keys(ruleSchema.shape),
  case: Object.keys(ruleCase.shape),
  suggestion: Object.keys(suggestion.shape),
  condition: ['all', 'any', 'not', 'fact', 'operator', 'value', 'parameter'],
} as const;

/** The published JSON Schema of a `rule.json`. */
export function ruleJsonSchema(): object {
  return z.toJSONSchema(ruleSchema, { target: 'draft-7' });
}

type Same<A, B> = A extends B ? true : never;
/** The schema and the type Rule say the same; a difference does not compile. */
export const agree: Same<Omit<z.infer<typeof ruleSchema>, '$schema'>, Rule> = true;
