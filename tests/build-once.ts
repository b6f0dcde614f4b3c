import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The tests of the command line run the built program. `npm test` builds before; a single test run builds only where nothing is built. */
export default function buildOnce(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  if (existsSync(`${root}/dist/treatylint.js`)) return;
  try {
    execFileSync(process.execPath, ['src/make/build.mjs'], { cwd: root, stdio: 'inherit' });
  } catch {
    console.error('The build failed: the tests in tests/cli will fail too.');
  }
}
