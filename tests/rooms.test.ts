import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import plan from '../src/plan.json' with { type: 'json' };

interface Room {
  readonly imports: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
}

const src = fileURLToPath(new URL('../src', import.meta.url));
const rooms: Readonly<Record<string, Room>> = plan.rooms;

/** Every import of a source file, types included. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([^'\n]+)'/gm)].map((found) => found[1]!);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return /\.(ts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** What a room's files import: other rooms, packages, parts of Node; and relative imports that leave the room. */
function readRoom(room: string) {
  const found = { imports: new Set<string>(), packages: new Set<string>(), node: false, strays: [] as string[] };
  for (const file of filesOf(join(src, room)))
    for (const name of importsOf(readFileSync(file, 'utf8'))) {
      if (name.startsWith('#')) found.imports.add(name.slice(1).split('/')[0]!);
      else if (name.startsWith('node:')) found.node = true;
      else if (!name.startsWith('.'))
        found.packages.add(
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        );
      else {
        const inside = relative(join(src, room), resolve(dirname(file), name));
        // The manifest is data that the program shows.
        if (inside.startsWith('..') && !inside.endsWith(`${sep}package.json`))
          found.strays.push(`${relative(src, file)} → ${name}`);
      }
    }
  return found;
}

describe('the house', () => {
  test('has the rooms of the plan and no other', () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(rooms).sort());
  });

  test.each(Object.keys(rooms))('%s imports what the plan says, all of it', (room) => {
    const { imports, packages, node, strays } = readRoom(room);
    const wanted = rooms[room]!;
    expect({ imports: [...imports].sort(), packages: [...packages].sort(), node, strays }).toEqual({
      imports: [...wanted.imports].sort(),
      packages: [...wanted.packages].sort(),
      node: wanted.node,
      strays: [],
    });
  });

  test.each(Object.keys(rooms).filter((room) => !rooms[room]!.node))('%s can run in a browser: so can all it imports', (room) => {
    expect(rooms[room]!.imports.filter((other) => rooms[other]!.node)).toEqual([]);
  });

  test('has no circle', () => {
    const done: string[] = [];
    const open = (room: string, path: readonly string[]): void => {
      expect(path).not.toContain(room);
      if (done.includes(room)) return;
      for (const next of rooms[room]!.imports) open(next, [...path, room]);
      done.push(room);
    };
    for (const room of Object.keys(rooms)) open(room, []);
  });

  test('has doors that are not imported', () => {
    expect(
      Object.values(rooms)
        .flatMap((room) => room.imports)
        .filter((room) => room === 'cli'),
    ).toEqual([]);
  });

  test('is entered by index files that say what they take, give and never do', () => {
    for (const target of Object.values<string>(manifest.imports)) {
      const text = readFileSync(join(src, '..', target), 'utf8');
      if (!target.endsWith('index.ts')) continue;
      const opening = text.slice(0, text.indexOf('*/'));
      for (const word of ['Takes', 'Gives', 'Never']) expect(opening.toLowerCase(), target).toContain(word.toLowerCase());
    }
  });

  test('needs every package that it imports, and imports every one that it needs', () => {
    const used = new Set(Object.values(rooms).flatMap((room) => room.packages));
    const missing = [...used].filter(
      (name) =>
        !(name in manifest.dependencies) &&
        !(name in manifest.devDependencies) &&
        !(`@types/${name}` in manifest.devDependencies),
    );
    expect(missing).toEqual([]);
    // The watcher's and the server's packages stand in the manifest as soon as one of their rooms does.
    const doors = ['chokidar', 'vscode-languageserver', 'vscode-languageserver-textdocument'];
    const idle = Object.keys(manifest.dependencies).filter((name) => !used.has(name));
    expect(idle.filter((name) => !doors.includes(name) || 'watch' in rooms || 'server' in rooms)).toEqual([]);
  });
});
