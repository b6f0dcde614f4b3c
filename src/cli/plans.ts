import { resolve } from 'node:path';
import type { Fault } from '#base';
import { configFinder } from '#disk';
import type { CompiledBook } from '#make/book';
import type { Configuration, Plan } from './config.ts';

/** Which configuration file counts: the nearest one upwards, one that was named, or none. */
export interface ConfigFlags {
  /** `false` from `--no-config`. */
  readonly config?: string | false;
}

/** The configurations of a run. */
export interface Plans {
  /** Opens the configuration of every draft; `stdin` is taken by the name it was given. */
  open(drafts: readonly { readonly absolute: string }[]): Promise<readonly Fault[]>;
  /** What counts for one draft; null where its configuration is faulty; a plan without a word where there is none. */
  of(absoluteDraft: string): Plan | null;
  /** File of a draft's configuration, as messages name it. */
  fileOf(absoluteDraft: string): string | null;
  /** Every configuration that was opened. */
  all(): readonly Configuration[];
}

const NOTHING: Plan = { change: null, levels: {}, defaults: {}, waivers: [], baseline: null };

/** The configurations of a run. The rooms that read them are loaded with the first file found: a run without one does not pay for it. */
export function makePlans(flags: ConfigFlags, book: CompiledBook, cwd: string): Plans {
  const find =
    flags.config === false
      ? () => null
      : flags.config === undefined
        ? configFinder()
        : () => resolve(cwd, flags.config as string);
  const opened = new Map<string, Configuration>();
  const plans = new Map<string, Plan | null>();
  return {
    async open(drafts) {
      const faults: Fault[] = [];
      const files = new Map(drafts.map(({ absolute }) => [absolute, find(absolute)]));
      if (typeof flags.config === 'string') files.set('', find(''));
      for (const [draft, file] of files) {
        if (file === null) continue;
        const { openConfiguration, planFor } = await import('./config.ts');
        let configuration = opened.get(file);
        if (!configuration) {
          configuration = openConfiguration(file, book, cwd);
          opened.set(file, configuration);
          faults.push(...configuration.faults);
        }
        plans.set(draft, configuration.faults.length > 0 ? null : planFor(configuration, draft));
      }
      return faults;
    },
    of: (draft) => plans.get(draft) ?? (plans.has(draft) ? null : NOTHING),
    fileOf: (draft) => {
      const file = find(draft);
      return file === null ? null : (opened.get(file)?.file ?? null);
    },
    all: () => [...opened.values()],
  };
}
