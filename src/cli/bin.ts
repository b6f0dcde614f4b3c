import * as module from 'node:module';
import { confess, EXIT } from './output.ts';
import { VERSION } from './version.ts';

// A reader that has seen enough (`| head`) closes the pipe: no error of ours, and nobody is left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// From Node 22 on, what was compiled is kept for the next start; it must be asked for before the rest is loaded.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

try {
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  confess(error, VERSION);
  process.exitCode = EXIT.defects;
}
