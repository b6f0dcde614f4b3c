import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests of the page in a real browser; they need Chromium, so `npm test` leaves them out (`npm run test:browser`). */
export default defineConfig({
  test: {
    root: here('..'),
    include: ['tests/browser/*.browser.ts'],
    globalSetup: [here('./build-once.ts')],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', here('./plain-reporter.ts')],
  },
});
