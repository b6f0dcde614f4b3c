import type { Fault } from '#base';
import type { LexiconFile } from '#phrases';

const KEYS = ['$schema', 'id', 'title', 'doc', 'entries'];

/** The faults in the shape of a lexicon; without one it can be compiled. */
export function checkLexicon(file: string, data: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  const tell = (pointer: string, message: string): void => {
    faults.push({ file, pointer, message });
  };
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    tell('', 'not a lexicon: an object with id, title, doc and entries');
    return faults;
  }
  const record = data as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(record)) if (!KEYS.includes(key)) tell(`/${key}`, `unknown key "${key}"`);
  for (const key of ['id', 'title', 'doc'])
    if (typeof record[key] !== 'string' || record[key] === '') tell(`/${key}`, 'a text is missing');
  if (!Array.isArray(record.entries) || record.entries.length === 0) tell('/entries', 'a list of entries is missing');
  else
    record.entries.forEach((entry: unknown, index) => {
      if (!isEntry(entry)) tell(`/entries/${index}`, 'an entry is a text, or an object with text and tag');
    });
  return faults;
}

function isEntry(entry: unknown): entry is LexiconFile['entries'][number] {
  if (typeof entry === 'string') return entry.trim() !== '';
  if (typeof entry !== 'object' || entry === null) return false;
  const { text, tag, ...others } = entry as Readonly<Record<string, unknown>>;
  return typeof text === 'string' && text.trim() !== '' && typeof tag === 'string' && Object.keys(others).length === 0;
}
