import type { DraftPath } from '#disk';
import type { DraftReading, DraftSettings, LintResult } from '#lint';
import type { LintEngine } from './engine.ts';

interface Draft {
  readonly path: string;
  readonly text: string;
  readonly engine: LintEngine;
  /** Kept where sisters, or a reader of the draft itself, will ask for it. */
  readonly reading: DraftReading | null;
  readonly settings: string;
  readonly result: LintResult | null;
}

interface Package {
  readonly engine: LintEngine;
  readonly readings: readonly DraftReading[];
  readonly settings: string;
  readonly results: readonly LintResult[];
}

/**
 * What was read and judged, by content: a draft whose text and settings are the same is not judged again. It holds one entry for each path,
 * the latest, so that it does not grow with the number of changes. Whoever changes the configuration or the rule book begins a new one.
 */
export class Memory {
  readonly #drafts = new Map<string, Draft>();
  readonly #packages = new Map<string, Package>();
  readonly #readings: boolean;

  /** @param readings whether the reading of a draft that stands alone is kept too. */
  constructor({ readings }: { readonly readings: boolean }) {
    this.#readings = readings;
  }

  /** The result of a draft that stands alone. */
  alone(draft: DraftPath, text: string, engine: LintEngine, settings: DraftSettings): LintResult | undefined {
    const known = this.#find(draft, text, engine);
    return known?.result && known.settings === JSON.stringify(settings) ? known.result : undefined;
  }

  reading(draft: DraftPath, text: string, engine: LintEngine): DraftReading | undefined {
    return this.#find(draft, text, engine)?.reading ?? undefined;
  }

  keepAlone(
    { path, absolute }: DraftPath,
    text: string,
    engine: LintEngine,
    settings: DraftSettings,
    reading: DraftReading,
    result: LintResult,
  ): void {
    const kept = this.#readings ? reading : null;
    this.#drafts.set(absolute, { path, text, engine, reading: kept, settings: JSON.stringify(settings), result });
  }

  keepReading({ path, absolute }: DraftPath, text: string, engine: LintEngine, reading: DraftReading): void {
    this.#drafts.set(absolute, { path, text, engine, reading, settings: '', result: null });
  }

  /** The results of a package whose drafts are all unchanged. */
  together(
    key: string,
    engine: LintEngine,
    readings: readonly DraftReading[],
    settings: readonly DraftSettings[],
  ): readonly LintResult[] | undefined {
    const known = this.#packages.get(key);
    const same =
      known?.engine === engine &&
      known.readings.length === readings.length &&
      known.readings.every((reading, n) => reading === readings[n]) &&
      known.settings === JSON.stringify(settings);
    return same ? known.results : undefined;
  }

  keepTogether(
    key: string,
    engine: LintEngine,
    readings: readonly DraftReading[],
    settings: readonly DraftSettings[],
    results: readonly LintResult[],
  ): void {
    this.#packages.set(key, { engine, readings, settings: JSON.stringify(settings), results });
  }

  /** Forgets drafts that are not among these, and the packages that hold them. */
  keepOnly(drafts: readonly DraftPath[]): void {
    const wanted = new Set(drafts.map(({ absolute }) => absolute));
    for (const path of this.#drafts.keys()) if (!wanted.has(path)) this.#drafts.delete(path);
    const alive = new Set([...this.#drafts.values()].map(({ reading }) => reading));
    for (const [key, { readings }] of this.#packages)
      if (!readings.every((reading) => alive.has(reading))) this.#packages.delete(key);
  }

  #find({ path, absolute }: DraftPath, text: string, engine: LintEngine): Draft | undefined {
    const known = this.#drafts.get(absolute);
    return known && known.engine === engine && known.path === path && known.text === text ? known : undefined;
  }
}
