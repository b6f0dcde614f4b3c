import { codesOf } from './check-names.ts';
import { matchesPath } from './path-pattern.ts';
import type { Layer, Level, Place, Section, Settings, Sourced, Vocabulary, WaiverEntry } from './types.ts';

/**
 * What a configuration says for one draft.
 *
 * @param layers of the configuration, bases first: a later one has the last word, and in a file its overrides.
 * @param pathFrom path of the draft from the folder of a layer's file, with `/`.
 */
export function settingsFor(layers: readonly Layer[], pathFrom: (layer: Layer) => string, rules: Vocabulary['rules']): Settings {
  const levels: Record<string, Sourced<Level>> = Object.create(null);
  const options: Record<string, Record<string, Sourced<number>>> = Object.create(null);
  const parameters: Record<string, Sourced<number>> = Object.create(null);
  const draft: Record<string, Sourced<string>> = Object.create(null);
  const waivers: Sourced<WaiverEntry>[] = [];
  const single: { -readonly [K in 'failOn' | 'minLevel' | 'inlineConfig']?: NonNullable<Settings[K]> } = {};

  const add = (section: Section, base: readonly PropertyKey[], layer: Layer, path: string): void => {
    const from = (...steps: readonly PropertyKey[]): Place => layer.placeOf([...base, ...steps]);
    for (const [word, entry] of Object.entries(section.rules ?? {}))
      for (const code of codesOf(word, rules)) {
        const level = typeof entry === 'string' ? entry : entry.level;
        if (level !== undefined) levels[code] = { value: level, from: from('rules', word) };
        const reads = rules.find((rule) => rule.code === code)!.parameters;
        for (const [name, value] of Object.entries(typeof entry === 'string' ? {} : (entry.options ?? {})))
          if (reads.includes(name)) {
            options[code] ??= Object.create(null) as Record<string, Sourced<number>>;
            options[code][name] = { value, from: from('rules', word, 'options', name) };
          }
      }
    for (const [name, value] of Object.entries(section.parameters ?? {}))
      parameters[name] = { value, from: from('parameters', name) };
    for (const [name, value] of Object.entries(section.draft ?? {}))
      draft[name] = { value: String(value), from: from('draft', name) };
    section.waivers?.forEach((waiver, index) => {
      if (waiver.files === undefined || waiver.files.some((pattern) => matchesPath(pattern, path)))
        waivers.push({ value: waiver, from: from('waivers', index) });
    });
    if (section.failOn !== undefined) single.failOn = { value: section.failOn, from: from('failOn') };
    if (section.minLevel !== undefined) single.minLevel = { value: section.minLevel, from: from('minLevel') };
    if (section.inlineConfig !== undefined) single.inlineConfig = { value: section.inlineConfig, from: from('inlineConfig') };
  };

  for (const layer of layers) {
    const path = pathFrom(layer);
    add(layer.data, [], layer, path);
    layer.data.overrides?.forEach((override, index) => {
      const any = (patterns: string | readonly string[] | undefined): boolean =>
        [patterns ?? []].flat().some((pattern) => matchesPath(pattern, path));
      if (any(override.files) && !any(override.except)) add(override, ['overrides', index], layer, path);
    });
  }
  return { levels, options, parameters, draft, waivers, ...single };
}
