'use strict';
/**
 * dist/load.js: loads the files of the built program with the machine code that the build kept of them in dist/code.bin, which spares half
 * the time of a start. Code that another version of Node made is refused by it and compiled anew.
 */
const { readFileSync } = require('node:fs');
const { createRequire, enableCompileCache } = require('node:module');
const { dirname, relative, resolve } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// The program is wide and its runs are short: optimised as early as V8 does by default, half of a run's work is its compiler's. A function must
// have done about eight times as much before it is worth that. Node 22 and 24 do not know the flag, and would say so at every start.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');

/** Path from dist/ → the module. */
const modules = new Map();
/** Path from dist/ → what was compiled; the build makes the code from it. */
const scripts = new Map();
const kept = keptCode();

// From Node 22 on, what had to be compiled is kept for the next start by Node itself.
if (kept.size === 0) enableCompileCache?.();

/** The kept code of each file: lines of `length path`, an empty line, then the code of one after the other. */
function keptCode() {
  const code = new Map();
  let all;
  try {
    all = readFileSync(`${__dirname}/code.bin`);
  } catch {
    return code;
  }
  let at = all.indexOf('\n\n') + 2;
  const [node, ...lines] = all.latin1Slice(0, at - 2).split('\n');
  if (node !== `${process.version} ${process.arch}`) return code;
  for (const line of lines) {
    const length = Number.parseInt(line, 10);
    code.set(line.slice(line.indexOf(' ') + 1), all.subarray(at, at + length));
    at += length;
  }
  return code;
}

/** Loads a file of the program, named from dist/, and gives what it exports. */
function load(path) {
  const name = relative(__dirname, resolve(__dirname, path));
  const known = modules.get(name);
  if (known) return known.exports;
  const file = resolve(__dirname, name);
  if (kept.size === 0 && !exports.keep) return require(file);
  // The build writes ASCII.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`;
  const script = new Script(source, { filename: file, cachedData: kept.get(name) });
  scripts.set(name, script);
  const module = { exports: {} };
  modules.set(name, module);
  const fromNode = createRequire(file);
  const requires = (id) => (id.startsWith('.') ? load(resolve(dirname(file), id)) : fromNode(id));
  script.runInThisContext().call(module.exports, module.exports, requires, module, file, dirname(file));
  return module.exports;
}

exports.load = load;
exports.scripts = scripts;
