import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    root: here('..'),
    include: ['tests/**/*.test.ts'],
    globalSetup: [here('./build-once.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', here('./plain-reporter.ts')],
  },
});
