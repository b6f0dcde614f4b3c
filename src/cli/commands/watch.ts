import { existsSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { CONFIG_NAMES, DEFAULT_MAX_BYTES, findDrafts } from '#disk';
import { oneLine } from '#report';
import { jsonView, linesView, type Outcome, type Places, screenView, type View, watchLoop } from '#watch';
import { shown } from '../config.ts';
import { Memory } from '../memory.ts';
import { complain, confess, divert, EXIT, note, say } from '../output.ts';
import { VERSION } from '../version.ts';
import { type LintRun, lintRun, type Standing } from './lint.ts';
import { type LintFlags, readFlags } from './lint-flags.ts';

/** Formats that a watcher may print: what reads them knows a begin and an end. */
const FORMATS: readonly string[] = ['pretty', 'unix', 'range', 'json'];

/** `treatylint watch paths…`: lints, waits for changes, lints again; ends with 0 at Ctrl-C. */
export async function watch(paths: readonly string[], flags: LintFlags): Promise<number> {
  const cwd = process.cwd();
  const wanted = [...(flags.package ?? []), ...paths];
  const wrong = unusable(wanted, flags);
  if (wrong !== null) {
    complain([{ file: 'watch', pointer: '', message: wrong }]);
    return EXIT.faults;
  }
  const control = new AbortController();
  const stop = (): void => control.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  // Nobody reads any more: there is nothing left to watch for.
  process.stdout.on('error', stop);

  let report = '';
  const standing: Standing = {
    opened: null,
    memory: new Memory({ readings: false }),
    print: (text) => {
      report += text;
    },
    signal: control.signal,
  };
  let today = day();
  const run = async (changes: readonly { readonly path: string }[]): Promise<Outcome> => {
    report = '';
    // Waivers end with a day; and a rule book is read again when one of its files, or those of the configuration, change.
    if (today !== day() || changes.some(({ path }) => !isDraft(path))) standing.opened = null;
    today = day();
    try {
      const ran = await lintRun(paths, flags, standing);
      return outcomeOf(ran, report, placesOf(wanted, flags, cwd, ran));
    } catch (error) {
      if (control.signal.aborted) throw error;
      confess(error, VERSION);
      return { report, warnings: 0, errors: 0, files: 0, faults: 0, defects: 1, places: placesOf(wanted, flags, cwd, null) };
    }
  };
  const view = viewFor(flags, stop);
  try {
    await watchLoop({
      places: placesOf(wanted, flags, cwd, null),
      first: async () => {
        const { drafts } = await findDrafts(wanted, cwd);
        return `${drafts.length} file${drafts.length === 1 ? '' : 's'}`;
      },
      run,
      shown: (path) => oneLine(shown(cwd, path)),
      view,
      signal: control.signal,
    });
  } finally {
    divert(null);
    for (const signal of signals) process.off(signal, stop);
  }
  return EXIT.clean;
}

/** What cannot be watched, whatever the files say: null where all is well. */
function unusable(wanted: readonly string[], flags: LintFlags): string | null {
  if (wanted.length === 0) return 'no path given: name files or folders';
  if (wanted.includes('-') || flags.stdin) return 'standard input cannot be watched: name files or folders';
  const { options } = readFlags({ ...flags, only: [], rule: [] }, [], DEFAULT_MAX_BYTES);
  const onScreen = options.targets.find(({ file }) => file === null);
  if (!onScreen && (flags.format ?? []).some((format) => !format.includes(':')))
    return `unknown format: a watcher prints ${FORMATS.join(', ')}`;
  if (onScreen && !FORMATS.includes(onScreen.format))
    return `a watcher cannot print ${onScreen.format}: choose ${FORMATS.join(', ')}`;
  return null;
}

function viewFor(flags: LintFlags, stop: () => void): View {
  const format = flags.format?.find((each) => !each.includes(':')) ?? 'pretty';
  if (format === 'json') return jsonView(say, note);
  if (format !== 'pretty' || !process.stdout.isTTY || !process.stdin.isTTY || process.env.TERM === 'dumb') return linesView(say);
  let told: string[] = [];
  divert((line) => {
    told.push(line);
  });
  const notes = (): readonly string[] => {
    const lines = told;
    told = [];
    return lines;
  };
  return screenView({ input: process.stdin, output: process.stdout }, notes, stop);
}

function outcomeOf({ drafts }: LintRun, report: string, places: Places): Outcome {
  const open = drafts.flatMap(({ findings }) => findings.filter((finding) => !finding.waived));
  return {
    report,
    warnings: open.filter(({ severity }) => severity === 'warning').length,
    errors: open.filter(({ severity }) => severity === 'error').length,
    files: drafts.filter(({ document }) => document !== null).length,
    faults: drafts.reduce((sum, { faults }) => sum + faults.length, 0),
    defects: drafts.reduce((sum, { defects }) => sum + defects.length, 0),
    places,
  };
}

/** Everything a run depends on: the paths, the configuration wherever it may appear, and what it reads. */
function placesOf(wanted: readonly string[], flags: LintFlags, cwd: string, ran: LintRun | null): Places {
  const folders: { path: string; endings: readonly string[] }[] = [];
  const files = new Set<string>();
  const configured = new Set<string>();
  for (const path of wanted) {
    const absolute = resolve(cwd, path);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    const pattern = !stats && /[*?[\]{}]/.test(path);
    if (stats?.isDirectory()) folders.push({ path: absolute, endings: MARKDOWN });
    else if (pattern) {
      const ending = extname(path);
      const fixed = path.slice(0, path.search(/[*?[\]{}]/));
      const base = resolve(cwd, fixed.slice(0, Math.max(fixed.lastIndexOf('/'), fixed.lastIndexOf('\\')) + 1) || '.');
      folders.push({ path: base, endings: /^\.[a-z0-9]+$/i.test(ending) ? [ending.toLowerCase()] : [] });
    } else if (!stats && extname(path) === '') {
      // A folder that is not there, or no longer, is waited for.
      folders.push({ path: absolute, endings: MARKDOWN });
      files.add(absolute);
    } else files.add(absolute);
    configured.add(stats?.isDirectory() ? absolute : dirname(absolute));
  }
  for (const { absolute } of ran?.chosen ?? []) configured.add(dirname(absolute));
  if (flags.config === undefined) for (const folder of configured) for (const file of configsAbove(folder)) files.add(file);
  if (typeof flags.config === 'string') files.add(resolve(cwd, flags.config));
  if (flags.baseline !== undefined) files.add(resolve(cwd, flags.baseline));
  if (flags.rules !== undefined) folders.push({ path: resolve(cwd, flags.rules), endings: ['.json'] });
  for (const { layers, ruleFolders } of ran?.plans.all() ?? []) {
    for (const layer of layers) files.add(resolve(cwd, layer.file));
    for (const path of ruleFolders) folders.push({ path, endings: ['.json'] });
  }
  for (const { absolute } of ran?.chosen ?? []) {
    const baseline = ran?.plans.of(absolute)?.baseline;
    if (baseline) files.add(baseline);
  }
  const unread = (ran?.drafts ?? []).filter(({ document }) => document === null).map(({ path }) => resolve(cwd, path));
  return { folders, files: [...files], unread };
}

const MARKDOWN: readonly string[] = ['.md', '.markdown'];

function isDraft(path: string): boolean {
  return MARKDOWN.includes(extname(path).toLowerCase());
}

/** Every file that would be the configuration of drafts in a folder. */
function configsAbove(folder: string): string[] {
  const own = CONFIG_NAMES.map((name) => join(folder, name));
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, '.git')) ? own : [...own, ...configsAbove(above)];
}

/** Waivers expire by the day. */
function day(): string {
  return new Date().toISOString().slice(0, 10);
}
