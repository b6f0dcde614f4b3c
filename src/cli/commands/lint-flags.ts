import { availableParallelism } from 'node:os';
import type { Fault, Severity } from '#base';
import { FORMATS, type FormatName, isFormat, type RuleCard } from '#report';
import { hint } from '#rules';

/** The options of `lint` as they were typed. */
export interface LintFlags {
  readonly format?: readonly string[];
  readonly failOn?: string;
  readonly maxWarnings?: string;
  readonly minLevel?: string;
  readonly only?: readonly string[];
  readonly rule?: readonly string[];
  readonly rules?: string;
  /** Folders whose drafts are one package each. */
  readonly package?: readonly string[];
  readonly config?: string | false;
  readonly printConfig?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly inlineConfig: boolean;
  readonly maxSize?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly quiet?: boolean;
  /** Long lists in full. */
  readonly all?: boolean;
  /** A number, or `auto`. */
  readonly threads?: string;
  /** Keep results in a folder: `true` for the usual one. */
  readonly cache?: string | true;
  readonly profile?: boolean;
  readonly color?: boolean;
}

/** One report: its format, and its file or null for standard output. */
export interface Target {
  readonly format: FormatName;
  readonly file: string | null;
}

/** The options of `lint` understood. */
export interface LintOptions {
  readonly targets: readonly Target[];
  /** Null: as configured, else the usual. */
  readonly failOn: Severity | 'never' | null;
  readonly maxWarnings: number | null;
  readonly minLevel: Severity | null;
  readonly maxBytes: number;
  readonly threads: number;
  /** Levels that differ from the rule book's. */
  readonly levels: Readonly<Record<string, 'off' | Severity>>;
}

const LEVELS = ['error', 'warning', 'info'] as const;

/** Understands the options; every mistake is a fault of its own, and all are told at once. */
export function readFlags(
  flags: LintFlags,
  cards: readonly RuleCard[],
  defaultBytes: number,
): { readonly options: LintOptions; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (option: string, message: string): void => {
    faults.push({ file: option, pointer: '', message });
  };
  const maxWarnings = flags.maxWarnings === undefined ? null : readCount(flags.maxWarnings, '--max-warnings', fault);
  const failOn = readLevel(flags.failOn, ['error', 'warning', 'info', 'never'], '--fail-on', fault);
  const options: LintOptions = {
    targets: readTargets(flags.format ?? ['pretty'], fault),
    // A limit on warnings says that warnings below it are accepted.
    failOn: failOn ?? (maxWarnings === null ? null : 'error'),
    maxWarnings,
    minLevel: readLevel(flags.minLevel, LEVELS, '--min-level', fault) ?? null,
    threads: flags.threads === undefined ? 1 : readThreads(flags.threads, fault),
    maxBytes: flags.maxSize === undefined ? defaultBytes : readSize(flags.maxSize, fault, defaultBytes),
    levels: readLevels(flags.only ?? [], flags.rule ?? [], cards, fault),
  };
  return { options, faults };
}

/** As many threads as the machine can run at once. */
const MOST_THREADS = 64;

function readThreads(value: string, fault: Complain): number {
  if (value === 'auto') return availableParallelism();
  if (/^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_THREADS) return Number(value);
  fault('--threads', `"${value}" is no number from 1 to ${MOST_THREADS}, and not auto`);
  return 1;
}

type Complain = (option: string, message: string) => void;

function readTargets(values: readonly string[], fault: Complain): readonly Target[] {
  const targets: Target[] = [];
  for (const value of values) {
    const colon = value.indexOf(':');
    const name = colon < 0 ? value : value.slice(0, colon);
    const file = colon < 0 ? null : value.slice(colon + 1);
    if (!isFormat(name))
      fault('--format', `unknown format "${name}"${hint(name, Object.keys(FORMATS))} (${Object.keys(FORMATS).join(', ')})`);
    else if (file === '') fault('--format', `no file is named after "${name}:"`);
    else if (targets.some((target) => target.file === file))
      fault(
        '--format',
        file === null ? 'two formats for standard output: write one to a file, as in sarif:out.sarif' : `two formats for ${file}`,
      );
    else targets.push({ format: name, file });
  }
  return targets;
}

function readLevel<Level extends string>(
  value: string | undefined,
  levels: readonly Level[],
  option: string,
  fault: Complain,
): Level | undefined {
  if (value === undefined) return undefined;
  const level = levels.find((each) => each === value);
  if (level === undefined) fault(option, `unknown level "${value}"${hint(value, levels)} (${levels.join(', ')})`);
  return level;
}

function readCount(value: string, option: string, fault: Complain): number | null {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  fault(option, `not a whole number: "${value}"`);
  return null;
}

const UNITS: Record<string, number> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, kib: 1024, mib: 1024 ** 2, gib: 1024 ** 3 };

function readSize(value: string, fault: Complain, fallback: number): number {
  const found = /^(\d{1,12})(b|kb|mb|gb|kib|mib|gib)?$/i.exec(value);
  // No text of a program can be longer than half a gigabyte of letters.
  const bytes = found ? Number(found[1]) * UNITS[(found[2] ?? '').toLowerCase()]! : 0;
  if (bytes > 0 && bytes <= 2 ** 29) return bytes;
  fault('--max-size', `not a size up to 512MiB: "${value}"; write bytes, or 20MB`);
  return fallback;
}

function readLevels(
  only: readonly string[],
  rules: readonly string[],
  cards: readonly RuleCard[],
  fault: Complain,
): Readonly<Record<string, 'off' | Severity>> {
  const levels: Record<string, 'off' | Severity> = {};
  const wanted = new Set(only.flatMap((list) => list.split(',')).flatMap((word) => select(word.trim(), cards, '--only', fault)));
  if (only.length > 0) for (const card of cards) if (!wanted.has(card.code)) levels[card.code] = 'off';
  for (const setting of rules) {
    const equals = setting.indexOf('=');
    if (equals < 0) {
      fault('--rule', `"${setting}" sets no level: write ${setting === '' ? 'CODE' : setting}=off, info, warning or error`);
      continue;
    }
    const level = readLevel(setting.slice(equals + 1), ['off', ...LEVELS], '--rule', fault);
    const codes = select(setting.slice(0, equals), cards, '--rule', fault);
    if (level !== undefined) for (const code of codes) levels[code] = level;
  }
  return levels;
}

/** Codes that a word names: a code, a rule's name, or a family's three letters. */
function select(word: string, cards: readonly RuleCard[], option: string, fault: Complain): readonly string[] {
  const upper = word.toUpperCase();
  const codes = cards
    .filter((card) => card.code === upper || card.name === word || (word.length === 3 && card.code.startsWith(upper)))
    .map((card) => card.code);
  if (codes.length === 0)
    fault(
      option,
      `unknown rule "${word}"${hint(
        word,
        cards.flatMap((card) => [card.code, card.name]),
      )}`,
    );
  return codes;
}
