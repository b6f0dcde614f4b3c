import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Change, watchPlaces } from '../../src/watch/places.ts';
import { type Folder, makeFolder } from '../cli/folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

test('a folder that comes back between a run and the watch that follows it is told of', async () => {
  const changes: Change[] = [];
  const watched = watchPlaces((change) => changes.push(change));
  const path = join(folder.path, 'drafts');
  const places = { folders: [{ path, endings: ['.md'] }], files: [], unread: [] };
  // The run looked for it here, and told that it is missing.
  await watched.set(places);
  mkdirSync(path);
  await watched.set(places);
  expect(changes).toEqual([{ path, kind: 'added' }]);
  rmSync(path, { recursive: true });
  watched.close();
});
