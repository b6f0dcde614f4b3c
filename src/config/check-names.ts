import type { Fault } from '#base';
import { hint } from '#rules';
import type { Layer, Section, Vocabulary } from './types.ts';

/** A longer entry is no turn of phrase. */
const LONGEST_ENTRY = 12;

/** Codes that a word names: a code, a rule's name, or a family's three letters. */
export function codesOf(word: string, rules: Vocabulary['rules']): readonly string[] {
  const upper = word.toUpperCase();
  return rules
    .filter(({ code, name }) => code === upper || name === word || (word.length === 3 && code.startsWith(upper)))
    .map(({ code }) => code);
}

/** Names that no rule, parameter or word list has: each with its place and the nearest right one. */
export function checkNames(layer: Layer, known: Vocabulary): readonly Fault[] {
  const faults: Fault[] = [];
  const tell = (path: readonly PropertyKey[], message: string): void => {
    const { file, line, column } = layer.placeOf(path);
    faults.push({ file, pointer: path.map((step) => `/${String(step)}`).join(''), line, column, message });
  };
  checkSection(layer.data, [], known, tell);
  layer.data.overrides?.forEach((override, index) => {
    checkSection(override, ['overrides', index], known, tell);
  });
  for (const [id, entries] of Object.entries(layer.data.lexicons ?? {})) {
    if (!known.lexicons.includes(id))
      tell(['lexicons', id], `no word list is called "${id}"${hint(id, known.lexicons)} (${known.lexicons.join(', ')})`);
    entries.forEach((entry, index) => {
      const wrong = wrongEntry(typeof entry === 'string' ? entry : entry.text);
      if (wrong) tell(['lexicons', id, index], wrong);
    });
  }
  return faults;
}

type Tell = (path: readonly PropertyKey[], message: string) => void;

function checkSection(section: Section, base: readonly PropertyKey[], known: Vocabulary, tell: Tell): void {
  const words = known.rules.flatMap(({ code, name }) => [code, name]);
  for (const [word, entry] of Object.entries(section.rules ?? {})) {
    const codes = codesOf(word, known.rules);
    if (codes.length === 0) tell([...base, 'rules', word], `unknown rule "${word}"${hint(word, words)}`);
    if (typeof entry === 'string' || codes.length === 0) continue;
    const read = known.rules.filter(({ code }) => codes.includes(code)).flatMap((rule) => rule.parameters);
    for (const [name, value] of Object.entries(entry.options ?? {})) {
      const path = [...base, 'rules', word, 'options', name];
      if (read.includes(name)) checkValue(path, name, value, known, tell);
      else
        tell(
          path,
          `${word} reads no parameter "${name}"${hint(name, read)} (${read.length === 0 ? 'it reads none' : `it reads ${[...new Set(read)].join(', ')}`})`,
        );
    }
  }
  for (const [name, value] of Object.entries(section.parameters ?? {})) {
    const path = [...base, 'parameters', name];
    const names = Object.keys(known.parameters);
    if (names.includes(name)) checkValue(path, name, value, known, tell);
    else tell(path, `unknown parameter "${name}"${hint(name, names)} (${names.join(', ')})`);
  }
  section.waivers?.forEach((waiver, index) => {
    waiver.rules.forEach((code, place) => {
      if (!known.rules.some((rule) => rule.code === code))
        tell(
          [...base, 'waivers', index, 'rules', place],
          `no rule has the code ${code}${hint(
            code,
            known.rules.map((rule) => rule.code),
          )}`,
        );
    });
    if (waiver.until !== undefined && !isDate(waiver.until))
      tell([...base, 'waivers', index, 'until'], `${waiver.until} is no date`);
  });
}

function checkValue(path: readonly PropertyKey[], name: string, value: number, known: Vocabulary, tell: Tell): void {
  const { least, most } = known.parameters[name]!;
  if (value < least || value > most) tell(path, `"${name}" is between ${least} and ${most}, not ${value}`);
}

function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/**
 * What is wrong with a user's entry. Only words in a row are taken: the alternatives and optional words of the shipped lists, and regular
 * expressions all the more, can be written so that matching takes for ever.
 */
function wrongEntry(text: string): string | null {
  const words = text.trim().split(/\s+/);
  if (words.length > LONGEST_ENTRY) return `an entry has at most ${LONGEST_ENTRY} words`;
  const odd = words.find((word) => !/^(?:~[a-z]+(?:-[a-z]+)*|[a-z0-9'’]+(?:-[a-z0-9'’]+)*)$/.test(word));
  if (odd === undefined) return null;
  return odd !== odd.toLowerCase() && /^[\p{L}'’-]+$/u.test(odd)
    ? `"${odd}": entries are written in lower case; capitals in a draft make no difference`
    : `"${odd}" is no word: an entry is words in a row (~verb stands for all forms of a verb), never a regular expression`;
}
