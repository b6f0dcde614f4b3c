import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { generated } from '../../src/make/generated.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = generated(`${root}rules`);

test.each(Object.keys(files))('%s is as `npm run write` would write it', (path) => {
  const there = readFileSync(root + path, 'utf8');
  // A formatter may lay JSON out as it likes.
  if (path.endsWith('.json')) expect(JSON.parse(there)).toEqual(JSON.parse(files[path]!));
  else expect(there).toBe(files[path]);
});
