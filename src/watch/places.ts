import { existsSync, statSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { type FSWatcher, watch as watchFiles } from 'chokidar';

/** What a run depends on; absolute paths. */
export interface Places {
  /** Folders, however deep, each with the endings of the names that count in it; an empty list counts every file. */
  readonly folders: readonly { readonly path: string; readonly endings: readonly string[] }[];
  /** Single files, whether they exist or not. */
  readonly files: readonly string[];
  /** What could not be read in the last run: looked at again and again, since no system tells when permission comes back. */
  readonly unread: readonly string[];
}

export interface Change {
  readonly path: string;
  readonly kind: 'changed' | 'added' | 'removed';
}

export interface Watched {
  /** Watches these places from now on, and no others. Resolves once the system reports from all of them. */
  set(places: Places): Promise<void>;
  close(): void;
}

/** Folders that hold other people's files. */
const SKIPPED = new Set(['node_modules', '.git']);
/** How often a place that is not there, or cannot be read, is looked at: milliseconds. */
const LOOK = 400;
/** The longest wait for the system's first report from a folder: milliseconds. */
const MOST_WAIT = 2000;

/**
 * Watches places. A file is watched through its folder, so that it may vanish, come back and be saved by rename; a folder that vanishes is
 * waited for.
 */
export function watchPlaces(tell: (change: Change) => void): Watched {
  let places: Places = { folders: [], files: [], unread: [] };
  let files = new Set<string>();
  let states = new Map<string, string>();
  /** Folders that are watched: `deep /a` with all that is in them, `flat /a` for single files. */
  const roots = new Map<string, FSWatcher>();
  /** Folders that are wanted and were not there when they were last looked for. */
  const absent = new Set<string>();
  const timer = setInterval(look, LOOK);

  function counts(path: string): boolean {
    return (
      files.has(path) ||
      places.folders.some(
        ({ path: folder, endings }) =>
          path.startsWith(folder.endsWith(sep) ? folder : folder + sep) &&
          (endings.length === 0 || endings.some((ending) => path.toLowerCase().endsWith(ending))),
      )
    );
  }

  /** Begins to watch a folder; resolves once the system reports from it. */
  function begin(key: string, root: string, deep: boolean): Promise<void> {
    const skips = (path: string): boolean => path !== root && (deep ? SKIPPED.has(basename(path)) : !files.has(path));
    const system = watchFiles(root, {
      ignoreInitial: true,
      // The timer keeps the program awake, and it alone: a watch that cannot be closed must not.
      persistent: false,
      ignorePermissionErrors: true,
      ignored: skips,
      ...(deep ? {} : { depth: 0 }),
    });
    roots.set(key, system);
    const hear = (kind: Change['kind']) => (path: string) => {
      if (counts(path)) tell({ path, kind });
    };
    system.on('add', hear('added')).on('change', hear('changed')).on('unlink', hear('removed'));
    system.on('unlinkDir', (path) => {
      // Its return is waited for; the end of its watch swallows what was in it.
      if (path !== root || existsSync(root)) return;
      absent.add(root);
      tell({ path: root, kind: 'removed' });
      setImmediate(() => {
        if (roots.get(key) === system) end(key);
      });
    });
    // A folder that cannot be watched is one that cannot be read: the run says so.
    system.on('error', () => undefined);
    return new Promise((done) => {
      system.once('ready', () => done());
      setTimeout(done, MOST_WAIT).unref();
    });
  }

  function end(key: string): void {
    void roots.get(key)?.close();
    roots.delete(key);
  }

  /** Begins with the folders that are new and there, ends with those that are no longer wanted. `returned`: it was missed before. */
  function renew(): readonly { readonly root: string; readonly returned: boolean; readonly ready: Promise<void> }[] {
    const deep = new Set(places.folders.map(({ path }) => path));
    const wanted = new Map<string, string>([
      ...[...deep].map((path) => [`deep ${path}`, path] as const),
      ...places.files.map((file) => [`flat ${dirname(file)}`, dirname(file)] as const),
    ]);
    for (const key of roots.keys()) if (!wanted.has(key)) end(key);
    const fresh = [];
    for (const [key, root] of wanted) {
      if (roots.has(key)) continue;
      if (existsSync(root)) fresh.push({ root, returned: absent.has(root), ready: begin(key, root, key.startsWith('deep')) });
      else absent.add(root);
    }
    for (const { root } of fresh) absent.delete(root);
    return fresh;
  }

  function look(): void {
    // What is in a folder that came back is told by one change: every run looks at all of it anyway.
    for (const { root } of renew()) tell({ path: root, kind: 'added' });
    for (const path of places.unread) {
      const state = stateOf(path);
      if (state === states.get(path)) continue;
      states.set(path, state);
      tell({ path, kind: 'changed' });
    }
  }

  return {
    async set(next) {
      const before = states;
      const flat = [...files];
      places = next;
      files = new Set(next.files);
      states = new Map(next.unread.map((path) => [path, before.get(path) ?? stateOf(path)]));
      // A folder watched for single files does not see one that was not named when its watch began.
      for (const file of next.files) if (!flat.includes(file)) end(`flat ${dirname(file)}`);
      const fresh = renew();
      // It came back after the run had looked for it: nothing else would tell.
      for (const { root, returned } of fresh) if (returned) tell({ path: root, kind: 'added' });
      await Promise.all(fresh.map(({ ready }) => ready));
    },
    close() {
      clearInterval(timer);
      for (const key of roots.keys()) end(key);
    },
  };
}

/** What can be seen of a file without opening it. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mode} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : 'none';
}
