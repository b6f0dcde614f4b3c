import { z } from 'zod';
import { configSchema } from './schema.ts';

/** What the published schema offers for completion beside the shape. */
export interface SchemaNames {
  readonly rules: readonly { readonly code: string; readonly title: string }[];
  readonly parameters: Readonly<
    Record<string, { readonly default: number; readonly least: number; readonly most: number; readonly doc: string }>
  >;
  readonly lexicons: readonly { readonly id: string; readonly title: string }[];
}

interface Node {
  properties?: Record<string, Node>;
  additionalProperties?: unknown;
  items?: Node;
  anyOf?: Node[];
  [key: string]: unknown;
}

/** The published JSON Schema of a configuration: editors complete codes, parameters and word lists from it. */
export function configJsonSchema({ rules, parameters, lexicons }: SchemaNames): object {
  const schema = z.toJSONSchema(configSchema, { target: 'draft-7' }) as unknown as Node;
  const numbers = Object.fromEntries(
    Object.entries(parameters).map(([name, { default: usual, least, most, doc }]) => [
      name,
      { type: 'number', default: usual, minimum: least, maximum: most, description: doc },
    ]),
  );
  const complete = (section: Node): void => {
    const own = section.properties!;
    const rule = own.rules!.additionalProperties as Node;
    // The options of a rule are parameters too.
    const options = rule.anyOf!.find((way) => way.properties)!.properties!.options!;
    options.properties = numbers as Record<string, Node>;
    own.rules!.properties = Object.fromEntries(rules.map(({ code, title }) => [code, { ...rule, description: title }]));
    own.parameters = {
      type: 'object',
      description: own.parameters!.description,
      properties: numbers as Record<string, Node>,
      additionalProperties: false,
    };
  };
  complete(schema);
  complete(schema.properties!.overrides!.items!);
  const list = schema.properties!.lexicons!;
  const entries = list.additionalProperties as Node;
  list.properties = Object.fromEntries(lexicons.map(({ id, title }) => [id, { ...entries, description: title }]));
  list.additionalProperties = false;
  return { ...schema, $comment: 'Written by npm run write.' };
}
