/** Names of the commands: a path that looks like one was probably meant as one. */
export const COMMANDS: readonly string[] = [
  'lint',
  'explain',
  'rules',
  'suite',
  'chain',
  'inspect',
  'init',
  'new-rule',
  'completion',
  'watch',
  'server',
];
