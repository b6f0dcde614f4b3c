/**
 * `npm run suite:scores`: measures the rule book on the project's own texts and writes rules/scores.json, from which `npm run write` makes
 * the table of rules/README.md. With `--check` it writes nothing and fails where the file is out of date.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, 'rules', 'scores.json');

/** Standard output of the built program as JSON; findings are no failure here. */
function run(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/treatylint.js'), ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0 && status !== 1) throw new Error(`treatylint ${words.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

const markdown = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.md') && name !== 'README.md')
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];
const homes = readdirSync(join(root, 'rules'))
  .filter((name) => /^[A-Z]{3}\d{3}$/.test(name))
  .sort();
const cases = homes.flatMap((code) => [...markdown(`rules/${code}`), ...markdown(`rules/${code}/cases`)]);
const drafts = markdown('drafts');

/** Raised codes of each text: all of them, and those of an error or a warning. */
const raised = new Map(
  run('lint', '--no-config', '--fail-on', 'never', '--format', 'json', ...cases, ...drafts).map(({ filePath, messages }) => {
    const path = filePath.slice(root.length).replaceAll('\\', '/');
    const grave = messages.filter(({ level }) => level !== 'info').map(({ ruleId }) => ruleId);
    return [path, { any: new Set(messages.map(({ ruleId }) => ruleId)), grave: new Set(grave) }];
  }),
);

const rules = Object.fromEntries(homes.map((code) => [code, { right: 0, wrong: 0, missed: 0, mutants: 0, caught: 0 }]));
for (const path of cases) {
  const code = path.split('/')[1];
  const weak = basename(path).startsWith('weak') || basename(path).startsWith('missed-');
  const { any, grave } = raised.get(path);
  if (weak) rules[code][any.has(code) ? 'right' : 'missed']++;
  else if (grave.has(code)) rules[code].wrong++;
}
for (const path of drafts) {
  const approvedFile = join(root, path.replace(/\.md$/, '.findings'));
  // A draft that nobody has approved yet says nothing of a rule.
  if (!existsSync(approvedFile)) continue;
  const approved = new Set(
    [...readFileSync(approvedFile, 'utf8').matchAll(/ \| ([A-Z]{3}\d{3}) (?:error|warning)(?: #\d+)? \|/g)].map(
      (found) => found[1],
    ),
  );
  const { grave } = raised.get(path);
  for (const code of homes) {
    if (approved.has(code)) rules[code][grave.has(code) ? 'right' : 'missed']++;
    else if (grave.has(code)) rules[code].wrong++;
  }
}
const { score } = run('suite', '--mutate', 'drafts', '--limit', '2', '--seed', '1', '--format', 'json');
for (const [code, { mutants, passed }] of Object.entries(score.rules)) Object.assign(rules[code], { mutants, caught: passed });
const measured = {
  cases: cases.length,
  drafts: drafts.length,
  weakening: score.weakening,
  preserving: score.preserving,
  families: score.families,
  rules,
};
const text = `${JSON.stringify(measured, null, 2)}\n`;
if (process.argv.includes('--check')) {
  const there = existsSync(file) ? JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))) : '';
  if (there !== JSON.stringify(measured)) {
    console.error('rules/scores.json is out of date: run `npm run suite:scores`, then `npm run write`, and read the difference.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
  console.log(`rules/scores.json: ${score.weakening.passed} of ${score.weakening.mutants} weakenings caught`);
}
