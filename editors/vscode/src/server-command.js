/**
 * How the server is started.
 *
 * @param {unknown} configured the setting `treatylint.command`: a program and the words before the command
 * @param {string | undefined} folder of the workspace
 * @param {string} platform of Node
 */
export function serverCommand(configured, folder, platform) {
  const given = Array.isArray(configured) && configured.length > 0 && configured.every((word) => typeof word === 'string');
  const [command, ...words] = given ? configured : ['npx', 'treatylint'];
  return {
    command,
    args: [...words, 'server', '--stdio'],
    // npx and what npm installs are scripts of the shell on Windows.
    options: { ...(folder ? { cwd: folder } : {}), ...(platform === 'win32' ? { shell: true } : {}) },
  };
}
