'use strict';
/**
 * `node keep-code.cjs DIST DRAFTS`: lints a few drafts with the built program and writes dist/code.bin, the machine code of every file and
 * function that this needed (see load.cjs).
 */
const { readdirSync, writeFileSync } = require('node:fs');
const { devNull } = require('node:os');
const { join } = require('node:path');
const loader = require(join(process.argv[2], 'load.js'));

const [, , dist, drafts] = process.argv;
const some = readdirSync(drafts)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .slice(0, 3)
  .map((name) => join(drafts, name));
loader.keep = true;
process.argv.splice(2, Infinity, ...some, '--no-config', '--fail-on', 'never', '--format', `json:${devNull}`);
require(join(dist, 'treatylint.js'));
process.on('exit', () => {
  const code = [...loader.scripts].map(([name, script]) => [name, script.createCachedData()]);
  const head = [`${process.version} ${process.arch}`, ...code.map(([name, { length }]) => `${length} ${name}`)];
  writeFileSync(
    join(dist, 'code.bin'),
    Buffer.concat([Buffer.from(`${head.join('\n')}\n\n`, 'latin1'), ...code.map(([, each]) => each)]),
  );
});
