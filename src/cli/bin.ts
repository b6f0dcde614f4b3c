import { confess, EXIT, note } from './output.ts';
import { VERSION } from './version.ts';

let lost = false;

// A reader that has seen enough (`| head`) closes the pipe: no error of ours, and nobody is left to tell.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || lost) return;
  // A full disk under `> report.json`: what was asked for did not arrive, so it must not look as if it had.
  lost = true;
  process.exitCode = EXIT.faults;
  import('#disk').then(
    ({ reasonOf }) => note(`treatylint: standard output could not be written: ${reasonOf(error)}`),
    () => note(`treatylint: standard output could not be written: ${error.message}`),
  );
});

import('./program.ts')
  .then(({ run }) => run(process.argv.slice(2)))
  .then((code) => {
    process.exitCode = lost ? EXIT.faults : code;
  })
  .catch((error: unknown) => {
    confess(error, VERSION);
    process.exitCode = EXIT.defects;
  });
