import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { screenView } from '../../src/watch/index.ts';
import { followed } from '../../src/watch/screen.ts';
import { root } from '../book.ts';

const before = [
  'drafts/a.md',
  '',
  'error  Article 1  TRG001 x  a.md:3:1',
  '  3 │ one',
  '',
  'error  Article 2  OBL002 y  a.md:9:4',
  '  9 │ two',
];

test('the screen stays at the finding at which the reader was', () => {
  const moved = ['drafts/a.md', '', 'error  Article 2  OBL002 y  a.md:7:4', '  7 │ two'];
  expect(followed(before, 6, moved)).toBe(3);
  expect(followed(before, 3, moved)).toBe(3);
  expect(followed(before, 0, moved)).toBe(0);
  expect(followed(before, 5, ['\u001B[31merror\u001B[39m  Article 2  OBL002 y  a.md:1:1'])).toBe(0);
});

test('the screen shows state, faults and report, moves by keys, and gives the terminal back', () => {
  const input = Object.assign(new EventEmitter(), {
    setRawMode: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  let shown = '';
  const output = Object.assign(new EventEmitter(), {
    rows: 4,
    columns: 80,
    write: (text: string) => {
      shown += text;
    },
  });
  let stopped = 0;
  const view = screenView(
    { input, output },
    () => ['treatylint: b.md: no such file or folder'],
    () => stopped++,
  );
  const places = { folders: [], files: [], unread: [] };
  const outcome = { report: `${before.join('\n')}\n`, warnings: 0, errors: 2, files: 1, faults: 1, defects: 0, places };
  view.begin(1, 'run 1 started');
  view.end(1, 'run 1 finished', outcome, []);
  const rows = (): string[] => {
    const last = shown.slice(shown.lastIndexOf('\u001B[H') + 3);
    return last.split('\r\n').map((row) =>
      row
        .split('\u001B[')
        .map((part, n) => (n === 0 ? part : part.replace(/^\d*[mK]/, '')))
        .join(''),
    );
  };
  expect(rows().slice(0, 3)).toEqual(['run 1 finished', 'treatylint: b.md: no such file or folder', '']);
  input.emit('data', 'n');
  expect(rows().slice(1, 3)).toEqual([before[2], before[3]]);
  input.emit('data', '\u001B[F');
  expect(rows()[2]).toBe('  9 │ two');
  input.emit('data', '\u0003');
  expect(stopped).toBe(1);
  view.close();
  expect(shown.startsWith('\u001B[?1049h')).toBe(true);
  expect(shown.endsWith('\u001B[?1049l')).toBe(true);
});

test('the problem matcher of the VS Code task reads the range lines, Windows paths too', () => {
  const { problemMatcher } = JSON.parse(readFileSync(`${root}editors/vscode/tasks.json`, 'utf8')).tasks[0];
  const read = (line: string): string[] | undefined => new RegExp(problemMatcher.pattern.regexp).exec(line)?.slice(1);
  expect(read('drafts/a (2).md(6,33,6,73): warning TRG001: Each guarantor decides (alone).')).toEqual([
    'drafts/a (2).md',
    '6,33,6,73',
    'warning',
    'TRG001',
    'Each guarantor decides (alone).',
  ]);
  expect(read('C:\\drafts\\mo u.md(1,1,2,1): error OBL002: x')).toEqual([
    'C:\\drafts\\mo u.md',
    '1,1,2,1',
    'error',
    'OBL002',
    'x',
  ]);
  expect(read('[treatylint] run 1 finished: 1 warning, 0 errors in 1 file (41 ms). Watching for changes.')).toBeUndefined();
  const { beginsPattern, endsPattern } = problemMatcher.background;
  expect('[treatylint] run 12 started: a.md changed').toMatch(new RegExp(beginsPattern));
  expect('[treatylint] run 12 finished: 1 warning, 0 errors in 1 file (41 ms). Watching for changes.').toMatch(
    new RegExp(endsPattern),
  );
});
