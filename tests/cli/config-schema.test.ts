import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../book.ts';

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(`${root}treatylint.config.schema.json`, 'utf8')) as object,
);

test('the published schema takes the configuration of the README, and no mistyped key', () => {
  const example = /```yaml\n(extends:[\s\S]*?)```/.exec(readFileSync(`${root}README.md`, 'utf8'))![1]!;
  expect([validate(parse(example)), validate.errors]).toEqual([true, null]);
  expect(validate({ rulez: {} })).toBe(false);
  expect(validate({ parameters: { firstActionHour: 3 } })).toBe(false);
  expect(validate({ rules: { TRG001: 'eror' } })).toBe(false);
});
