import { resolve } from 'node:path';
import type { Place, Settings } from '#config';
import { oneLine } from '#report';
import { complain, EXIT, say } from '../output.ts';
import type { Plans } from '../plans.ts';

interface Row {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

/** `--print-config FILE`: every value that counts for a draft, with the place that set it; nothing is linted. */
export async function printConfig(path: string, plans: Plans, flags: { readonly format?: readonly string[] }): Promise<number> {
  const cwd = process.cwd();
  const absolute = resolve(cwd, path);
  const faults = await plans.open([{ absolute }]);
  complain(faults);
  const configuration = plans.all()[0];
  const rows: Row[] = [];
  const files = configuration?.layers.map((layer) => layer.file) ?? [];
  if (configuration && faults.length === 0) {
    const { baselineOf, settingsOf } = await import('../config.ts');
    rows.push(...rowsOf(settingsOf(configuration, absolute)));
    for (const { data, placeOf } of configuration.layers) {
      data.ruleFolders?.forEach((folder, index) => {
        rows.push({ key: 'ruleFolders', value: folder, from: written(placeOf(['ruleFolders', index])) });
      });
      for (const [id, entries] of Object.entries(data.lexicons ?? {}))
        entries.forEach((entry, index) => {
          rows.push({ key: `lexicons.${id}`, value: entry, from: written(placeOf(['lexicons', id, index])) });
        });
    }
    const baseline = baselineOf(configuration);
    if (baseline)
      rows.push({ key: 'baseline', value: baseline.layer.data.baseline, from: written(baseline.layer.placeOf(['baseline'])) });
    for (const [name, { default: value }] of Object.entries(configuration.vocabulary.parameters))
      if (!rows.some((row) => row.key === `parameters.${name}`))
        rows.push({ key: `parameters.${name}`, value, from: 'built in' });
  }
  if (flags.format?.includes('json')) say(`${JSON.stringify({ draft: path, files, values: rows }, null, 2)}\n`);
  else {
    const wide = Math.max(0, ...rows.map((row) => `${row.key}: ${print(row.value)}`.length));
    const lines = rows.map((row) => `${`${row.key}: ${print(row.value)}`.padEnd(wide)}  # ${row.from}`);
    const head = files.length === 0 ? `# ${path}: no configuration file` : `# ${path}: ${files.join(', ')}`;
    say(`${[head, ...lines].map(oneLine).join('\n')}\n`);
  }
  return faults.length > 0 ? EXIT.faults : EXIT.clean;
}

function rowsOf(settings: Settings): Row[] {
  const rows: Row[] = [];
  const add = (key: string, each: { readonly value: unknown; readonly from: Place } | undefined): void => {
    if (each) rows.push({ key, value: each.value, from: written(each.from) });
  };
  for (const key of ['failOn', 'minLevel', 'inlineConfig'] as const) add(key, settings[key]);
  for (const [name, each] of Object.entries(settings.draft)) add(`draft.${name}`, each);
  for (const [name, each] of Object.entries(settings.parameters)) add(`parameters.${name}`, each);
  for (const [code, each] of Object.entries(settings.levels).sort(([a], [b]) => (a < b ? -1 : 1))) add(`rules.${code}`, each);
  for (const [code, values] of Object.entries(settings.options))
    for (const [name, each] of Object.entries(values)) add(`rules.${code}.options.${name}`, each);
  for (const each of settings.waivers) add('waivers', each);
  return rows;
}

function written({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function print(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
