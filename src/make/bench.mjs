/**
 * `npm run bench [-- FOLDER] [--quick]`: how fast the built program is, every figure a ratio of two things measured side by side in this
 * run, each the median of nine runs, or of as many as fit into the time that the figure is given (the table says how many), so that the
 * bench always ends, within about five minutes. Without a folder the project's own drafts are repeated to 4 MB.
 * Writes the table into the README. `--quick` gives a tenth of the time and writes nothing.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growing } from './bench-texts.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const quick = process.argv.includes('--quick');
const folder = mkdtempSync(join(tmpdir(), 'treatylint-bench-'));
/** Where it is set, Node reads certificates at every start, and every ratio to a start flatters. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const program = [
  join(root, 'dist/treatylint.js'),
  'lint',
  '--format',
  'json',
  '--fail-on',
  'never',
  '--no-config',
  '--max-size',
  '20MB',
];
const remark = `
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
const processor = unified().use(remarkParse).freeze();
const [path] = process.argv.slice(1);
const files = statSync(path).isDirectory() ? readdirSync(path).filter((name) => name.endsWith('.md')).map((name) => join(path, name)) : [path];
for (const file of files) processor.parse(readFileSync(file, 'utf8'));
`;
const tellsMemory = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))`;

/** Most runs of one command. */
const RUNS = 9;
/** A command that takes longer, in milliseconds, is stopped and counts as this long. */
const LONGEST = 60_000;

const nothing = ['-e', '0'];
const parseOnly = (path) => ['--input-type=module', '-e', remark, path];
const lint = (path, ...more) => [...program, ...more, path];

/** One run of Node: seconds and peak memory. A run that breaks ends the bench, one that is stopped does not. */
function run(args) {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, ['--import', tellsMemory, ...args], {
    cwd: root,
    env,
    maxBuffer: 1 << 29,
    timeout: LONGEST,
  });
  const seconds = (performance.now() - start) / 1000;
  if (error?.code === 'ETIMEDOUT') return { seconds, peak: Number.NaN };
  if (status !== 0) throw new Error(`${args.join(' ').slice(0, 200)} ended with ${status}: ${stderr}`);
  return { seconds, peak: Number(/peak (\d+)/.exec(stderr)?.[1]) };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Takes turns: calls `turn` nine times or until the seconds are used up, at least once. Gives the number of turns.
 */
function turns(seconds, turn) {
  const end = performance.now() + seconds * (quick ? 100 : 1000);
  let done = 0;
  do turn();
  while (++done < RUNS && performance.now() < end);
  return done;
}

/** Medians of several commands, run in turn, so that what else the machine does meets all of them. */
function sideBySide(seconds, ...commands) {
  const found = commands.map(() => []);
  const runs = turns(seconds, () => {
    for (const [n, command] of commands.entries()) found[n].push(run(command));
  });
  return found.map((each) => ({
    seconds: median(each.map((one) => one.seconds)),
    peak: median(each.map((one) => one.peak)),
    runs,
  }));
}

/** The drafts of the project without their front matter: one text of at least that many characters. */
function ownDrafts(size) {
  const home = join(root, 'drafts');
  const texts = readdirSync(home, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(home, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  const files = [];
  for (let length = 0; length < size; length += files.at(-1).length) files.push(texts[files.length % texts.length]);
  return files;
}

function write(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const rows = [];
function tell(what, ratio, most, runs) {
  rows.push([what, ratio.toFixed(2), most, runs]);
  console.log(`${what.padEnd(76)} ${ratio.toFixed(2).padStart(6)}  (target ${most})`);
}

function measure() {
  const one = write('one.md', '# Treaty\n\nEach Party shall assist the other.\n');
  const ten = write('ten.md', ownDrafts(10_000).join('\n\n').slice(0, 10_000));
  const [zero, short, long] = sideBySide(30, nothing, lint(one), lint(ten));
  tell('start-up on a one-line draft, in times of `node -e 0`', short.seconds / zero.seconds, '2.5', zero.runs);
  tell('a draft of 10 KB, in times of `node -e 0`', long.seconds / zero.seconds, '4', zero.runs);

  const many = join(folder, 'many');
  mkdirSync(many);
  if (words[0])
    for (const name of readdirSync(resolve(words[0])).filter((each) => each.endsWith('.md')))
      cpSync(join(resolve(words[0]), name), join(many, name));
  else for (const [n, text] of ownDrafts(4_000_000).entries()) writeFileSync(join(many, `${n}.md`), text);
  const [alone, single, double] = sideBySide(60, parseOnly(many), lint(many), lint(many, '--threads', '2'));
  const named = words[0] ? `the folder ${basename(resolve(words[0]))}` : '4 MB of drafts';
  tell(`${named}, all rules, one thread, in times of remark-parse alone`, single.seconds / alone.seconds, '1.6', alone.runs);
  tell(`${named}, all rules, two threads, in times of remark-parse alone`, double.seconds / alone.seconds, '0.9', alone.runs);

  const two = write('two.md', ownDrafts(2_000_000).join('\n\n'));
  const [parsed, linted] = sideBySide(30, parseOnly(two), lint(two));
  tell('one draft of 2 MB, in times of remark-parse alone', linted.seconds / parsed.seconds, '1.8', parsed.runs);
  tell('its peak memory, in times of that of remark-parse', linted.peak / parsed.peak, '2', parsed.runs);

  for (const [name, [size, text]] of Object.entries(growing)) {
    const [half, whole] = sideBySide(20, lint(write('half.md', text(size))), lint(write('whole.md', text(2 * size))));
    const ratio = (whole.seconds - short.seconds) / (half.seconds - short.seconds);
    tell(`doubled: ${name}, without start-up`, ratio, '2.3', half.runs);
  }

  const drafts = join(folder, 'drafts');
  mkdirSync(drafts);
  for (const [n, text] of ownDrafts(3_000_000).slice(0, 200).entries()) writeFileSync(join(drafts, `${n}.md`), text);
  const kept = join(folder, 'kept');
  const first = [];
  const again = [];
  const runs = turns(30, () => {
    rmSync(kept, { recursive: true, force: true });
    first.push(run(lint(drafts, '--cache', kept)).seconds);
    again.push(run(lint(drafts, '--cache', kept)).seconds);
  });
  tell('200 unchanged drafts from the cache, in times of the first run', median(again) / median(first), '0.1', runs);
}

/** Puts the table between its marks. */
function writeTable() {
  const file = join(root, 'README.md');
  const text = readFileSync(file, 'utf8');
  const [begin, end] = ['<!-- bench: written by npm run bench -->', '<!-- /bench -->'];
  const at = [text.indexOf(begin), text.indexOf(end)];
  if (at[0] < 0 || at[1] < at[0]) throw new Error('README.md has no place for the table of the bench');
  const table = [
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}. Every figure is a ratio of medians measured side by side.`,
    '',
    '| measured | ratio | target at most | runs |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
  writeFileSync(file, `${text.slice(0, at[0] + begin.length)}\n${table}\n${text.slice(at[1])}`);
}

try {
  measure();
  if (!quick) writeTable();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
