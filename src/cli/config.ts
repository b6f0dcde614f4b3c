import { dirname, relative, resolve, sep } from 'node:path';
import type { Fault, FrontMatter, Severity } from '#base';
import {
  checkNames,
  type Layer,
  type Level,
  readLayer,
  type Settings,
  settingsFor,
  type Vocabulary,
  type WaiverEntry,
} from '#config';
import { confined, readConfigText, rivalOf, rootOf, strayRule } from '#disk';
import { type CompiledBook, readRules } from '#make/book';
import { withParameters } from '#rules';
import type { BookChange } from './engine.ts';

/** What the configuration comes to for one draft. */
export interface Plan {
  readonly change: BookChange | null;
  readonly levels: Readonly<Record<string, Level>>;
  readonly defaults: FrontMatter;
  readonly waivers: readonly (WaiverEntry & { readonly from: string })[];
  readonly failOn?: Severity | 'never';
  readonly minLevel?: Severity;
  readonly inlineConfig?: boolean;
  /** Absolute. */
  readonly baseline: string | null;
}

/** A configuration file with all that it builds on. */
export interface Configuration {
  /** As messages name it. */
  readonly file: string;
  /** Bases first. */
  readonly layers: readonly Layer[];
  readonly faults: readonly Fault[];
  /** The user's own rules. */
  readonly rules: CompiledBook['rules'];
  /** Folders of those rules, absolute, in the order of the layers. */
  readonly ruleFolders: readonly string[];
  /** The book's rules and the user's, with what they read. */
  readonly vocabulary: Vocabulary;
  readonly cwd: string;
}

/** More files than any configuration builds on. */
const MOST_FILES = 50;

/**
 * Opens a configuration file and what it extends; nothing in it is ever run. Every fault of every file is told at once.
 *
 * @param file absolute.
 */
export function openConfiguration(file: string, book: CompiledBook, cwd: string): Configuration {
  const faults: Fault[] = [];
  const layers: Layer[] = [];
  const rival = rivalOf(file);
  if (rival) faults.push({ file: shown(cwd, file), pointer: '', message: `${rival} stands beside it: keep one of them` });
  addLayers({ file, cwd, layers, faults, chain: [], seen: new Set() });
  const rules: CompiledBook['rules'][number][] = [];
  const ruleFolders: string[] = [];
  for (const layer of layers) {
    const home = resolve(cwd, layer.file);
    layer.data.ruleFolders?.forEach((folder, index) => {
      const path = resolve(dirname(home), folder);
      if (ruleFolders.includes(path)) return;
      const stray =
        'fault' in confined(rootOf(home), path)
          ? (confined(rootOf(home), path) as { fault: string })
          : strayRule(rootOf(home), path);
      if (stray) {
        faults.push(placed(layer, ['ruleFolders', index], `"${folder}": ${stray.fault}`));
        return;
      }
      const read = readRules(shown(cwd, path), { ...book, rules: [...book.rules, ...rules] });
      faults.push(...read.faults);
      rules.push(...read.rules);
      ruleFolders.push(path);
    });
  }
  const vocabulary: Vocabulary = {
    rules: [...book.rules, ...rules].map(({ code, name, parameters = {} }) => ({
      code,
      name,
      parameters: Object.keys(parameters),
    })),
    parameters: book.parameters,
    lexicons: [...new Set(book.lexicons.map((lexicon) => lexicon.id))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)),
  };
  for (const layer of layers) {
    faults.push(...checkNames(layer, vocabulary));
    const home = dirname(resolve(cwd, layer.file));
    const where =
      layer.data.baseline === undefined
        ? null
        : confined(rootOf(resolve(cwd, layer.file)), dirname(resolve(home, layer.data.baseline)));
    if (where && 'fault' in where) faults.push(placed(layer, ['baseline'], `"${layer.data.baseline}": ${where.fault}`));
  }
  const order = [...layers.map((layer) => layer.file)];
  faults.sort(
    (a, b) => order.indexOf(a.file) - order.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return { file: shown(cwd, file), layers, faults, rules, ruleFolders, vocabulary, cwd };
}

/** What a configuration says of one draft, with the places that set it. */
export function settingsOf(configuration: Configuration, absoluteDraft: string): Settings {
  const pathFrom = (layer: Layer): string =>
    relative(dirname(resolve(configuration.cwd, layer.file)), absoluteDraft)
      .split(sep)
      .join('/');
  return settingsFor(configuration.layers, pathFrom, configuration.vocabulary.rules);
}

/** What a configuration comes to for one draft. */
export function planFor(configuration: Configuration, absoluteDraft: string): Plan {
  const settings = settingsOf(configuration, absoluteDraft);
  const plain = <T>(record: Readonly<Record<string, { readonly value: T }>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([key, { value }]) => [key, value]));
  const options = Object.fromEntries(Object.entries(settings.options).map(([code, values]) => [code, plain(values)]));
  const parameters = plain(settings.parameters);
  const lexicons = configuration.layers.flatMap(({ data }) =>
    Object.entries(data.lexicons ?? {}).map(([id, entries]) => ({ id, title: '', doc: '', entries })),
  );
  const { rules } = configuration;
  const changed = rules.length + lexicons.length + Object.keys(options).length + Object.keys(parameters).length > 0;
  const baseline = baselineOf(configuration);
  return {
    change: changed
      ? {
          key: JSON.stringify([configuration.file, parameters, options, lexicons, rules]),
          apply: (book) => ({
            ...book,
            rules: [...book.rules, ...rules].map((rule) => withParameters(rule, { ...parameters, ...options[rule.code] })),
            lexicons: [...book.lexicons, ...lexicons],
          }),
        }
      : null,
    levels: plain(settings.levels),
    defaults: plain(settings.draft) as FrontMatter,
    waivers: settings.waivers.map(({ value, from }) => ({ ...value, from: `${from.file}:${from.line}:${from.column}` })),
    ...(settings.failOn ? { failOn: settings.failOn.value } : {}),
    ...(settings.minLevel ? { minLevel: settings.minLevel.value } : {}),
    ...(settings.inlineConfig ? { inlineConfig: settings.inlineConfig.value } : {}),
    baseline: baseline?.path ?? null,
  };
}

/** The baseline that a configuration names: absolute, with the place that names it. */
export function baselineOf({ layers, cwd }: Configuration): { readonly path: string; readonly layer: Layer } | null {
  const layer = layers.findLast(({ data }) => data.baseline !== undefined);
  return layer ? { path: resolve(dirname(resolve(cwd, layer.file)), layer.data.baseline!), layer } : null;
}

interface Walk {
  readonly file: string;
  readonly cwd: string;
  readonly layers: Layer[];
  readonly faults: Fault[];
  /** Files that led here, outermost first. */
  readonly chain: readonly string[];
  readonly seen: Set<string>;
  /** What extends it, and where. */
  readonly by?: { readonly layer: Layer; readonly path: readonly PropertyKey[]; readonly written: string };
}

function addLayers({ file, cwd, layers, faults, chain, seen, by }: Walk): undefined {
  const tell = (message: string): undefined => {
    faults.push(by ? placed(by.layer, by.path, `"${by.written}": ${message}`) : { file: shown(cwd, file), pointer: '', message });
  };
  if (chain.includes(file)) {
    return tell(`it extends itself: ${[...chain.slice(chain.indexOf(file)), file].map((each) => shown(cwd, each)).join(' → ')}`);
  }
  if (seen.has(file)) return;
  seen.add(file);
  if (seen.size > MOST_FILES) return tell(`more than ${MOST_FILES} files are extended`);
  if (!/\.(?:json|ya?ml)$/i.test(file)) return tell('a configuration is a .json, .yaml or .yml file');
  const read = readConfigText(file);
  if ('fault' in read) return tell(read.fault);
  const { layer, faults: wrong } = readLayer(shown(cwd, file), read.text);
  faults.push(...wrong);
  if (!layer) return;
  const bases = [layer.data.extends ?? []].flat();
  bases.forEach((written, index) => {
    const path = typeof layer.data.extends === 'string' ? ['extends'] : ['extends', index];
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(written)) {
      faults.push(placed(layer, path, `"${written}" is an address: only files can be extended, nothing is fetched`));
      return;
    }
    const target = resolve(dirname(file), written);
    const where = confined(rootOf(file), target);
    if ('fault' in where) faults.push(placed(layer, path, `"${written}": ${where.fault}`));
    else
      addLayers({
        file: where.real === target ? target : where.real,
        cwd,
        layers,
        faults,
        chain: [...chain, file],
        seen,
        by: { layer, path, written },
      });
  });
  layers.push(layer);
}

function placed(layer: Layer, path: readonly PropertyKey[], message: string): Fault {
  const { file, line, column } = layer.placeOf(path);
  return { file, pointer: path.map((step) => `/${String(step)}`).join(''), line, column, message };
}

/** A path as messages name it: from the working directory where it lies there. */
export function shown(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return way === '' || way.startsWith('..') ? path : way.split(sep).join('/');
}
