import { confess, EXIT } from './output.ts';
import { VERSION } from './version.ts';

// A reader that has seen enough (`| head`) closes the pipe: no error of ours, and nobody is left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

import('./program.ts')
  .then(({ run }) => run(process.argv.slice(2)))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    confess(error, VERSION);
    process.exitCode = EXIT.defects;
  });
