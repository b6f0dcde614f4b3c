import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '#base';
import { reasonOf } from './reason.ts';

/** A file of a rule book, as text. */
export interface Source {
  /** As a fault names it: the folder as given, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** What was read of a folder, and what could not be. */
export interface Sources {
  readonly sources: readonly Source[];
  readonly faults: readonly Fault[];
}

const CODE = /^[A-Z]{3}\d{3}$/;

/** Every `CODE/rule.json` of a rule book, by code. Being there is registration; a home without a rule is a fault. */
export function loadRuleSources(folder: string): Sources {
  const { entries, faults } = list(folder);
  const homes = entries
    .filter((entry) => entry.isDirectory() && CODE.test(entry.name))
    .map((entry) => `${folder}/${entry.name}/rule.json`);
  // A home whose name is only nearly a code would be overlooked in silence.
  const odd = entries.filter((entry) => entry.isDirectory() && /\d/.test(entry.name) && !CODE.test(entry.name));
  const told = odd.map((entry) => ({
    file: `${folder}/${entry.name}`,
    pointer: '',
    message: 'no rule code: three capitals and three digits, as in TRG001',
  }));
  const read = readAll(homes);
  const none =
    homes.length === 0 && faults.length === 0 ? [{ file: folder, pointer: '', message: 'a rule book without a rule' }] : [];
  return { sources: read.sources, faults: [...faults, ...told, ...none, ...read.faults] };
}

/** Every `lexicons/*.json` of a rule book, by name; none is no fault. */
export function loadLexicons(folder: string): Sources {
  const home = `${folder}/lexicons`;
  const { entries, faults } = list(home);
  if (faults.length > 0) return { sources: [], faults };
  return readAll(
    entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map((entry) => `${home}/${entry.name}`),
  );
}

/** `parameters.json` of a rule book; without one its rules compare with fixed values. */
export function loadParameters(folder: string): Sources {
  const file = `${folder}/parameters.json`;
  return existsSync(file) ? readAll([file]) : { sources: [], faults: [] };
}

/** `precedence.json` of a rule book. */
export function loadPrecedence(folder: string): Sources {
  return readAll([`${folder}/precedence.json`]);
}

function list(folder: string): { readonly entries: readonly Dirent[]; readonly faults: readonly Fault[] } {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return { entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)), faults: [] };
  } catch (error) {
    return { entries: [], faults: [{ file: folder, pointer: '', message: reasonOf(error) }] };
  }
}

function readAll(files: readonly string[]): Sources {
  const sources: Source[] = [];
  const faults: Fault[] = [];
  for (const file of files)
    try {
      sources.push({ file, text: readFileSync(join(file), 'utf8') });
    } catch (error) {
      faults.push({ file, pointer: '', message: reasonOf(error) });
    }
  return { sources, faults };
}
