import { confess, EXIT } from './output.ts';
import { run } from './program.ts';
import { VERSION } from './version.ts';

// A reader that has seen enough (`| head`) closes the pipe: no error of ours, and nobody is left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  confess(error, VERSION);
  process.exitCode = EXIT.defects;
}
