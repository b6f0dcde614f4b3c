import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests in real editors; they need Vim and Emacs, so `npm test` leaves them out (`npm run test:editors`). */
export default defineConfig({
  test: {
    root: here('..'),
    include: ['tests/editors/*.editors.ts'],
    globalSetup: [here('./build-once.ts')],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', here('./plain-reporter.ts')],
  },
});
