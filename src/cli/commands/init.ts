import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Fault } from '#base';
import { CONFIG_NAMES, writeNew } from '#disk';
import { hint } from '#rules';
import { complain, EXIT, note, say } from '../output.ts';

export interface InitFlags {
  readonly instrument?: string;
  readonly side?: string;
  readonly languages?: string;
}

const INSTRUMENTS = [
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'mutual-defence',
  'ceasefire',
  'monitoring',
  'peace-settlement',
  'political-declaration',
  'other',
] as const;
const SIDES = ['beneficiary', 'guarantor', 'mediator'] as const;

/** `treatylint init`: writes a commented configuration. Asks at a terminal what no option says; never overwrites a file. */
export async function init(flags: InitFlags): Promise<number> {
  const there = CONFIG_NAMES.find((name) => existsSync(resolve(name)));
  if (there !== undefined) {
    complain([{ file: there, pointer: '', message: 'it is there already: nothing was written' }]);
    return EXIT.faults;
  }
  const faults: Fault[] = [];
  const given = process.stdin.isTTY && process.stderr.isTTY ? await ask(flags) : flags;
  const instrument = oneOf(given.instrument ?? 'other', INSTRUMENTS, '--instrument', faults);
  const side = oneOf(given.side ?? 'beneficiary', SIDES, '--side', faults);
  const languages = (given.languages ?? 'English')
    .split(',')
    .map((language) => language.trim())
    .filter(Boolean);
  const odd = languages.find((language) => !/^[\p{L}][\p{L} ()-]{0,40}$/u.test(language));
  if (odd !== undefined || languages.length === 0)
    faults.push({ file: '--languages', pointer: '', message: `names of languages, separated by commas, not "${odd ?? ''}"` });
  if (faults.length > 0) {
    complain(faults);
    return EXIT.faults;
  }
  const file = 'treatylint.config.yaml';
  const failure = writeNew(resolve(file), configText(instrument, side, languages));
  if (failure !== null) {
    complain([{ file, pointer: '', message: `it could not be written: ${failure}` }]);
    return EXIT.faults;
  }
  say(`${file} written. Next: npx treatylint drafts/\n`);
  return EXIT.clean;
}

function oneOf(value: string, words: readonly string[], option: string, faults: Fault[]): string {
  if (!words.includes(value))
    faults.push({ file: option, pointer: '', message: `unknown word "${value}"${hint(value, words)} (${words.join(', ')})` });
  return value;
}

async function ask(flags: InitFlags): Promise<InitFlags> {
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = async (question: string, words: readonly string[] | null, usual: string): Promise<string> => {
      if (words) note(`  ${words.join(', ')}`);
      return (await questions.question(`${question} [${usual}] `)).trim() || usual;
    };
    return {
      instrument: flags.instrument ?? (await answer('What kind of instrument is drafted?', INSTRUMENTS, 'bilateral-guarantee')),
      side: flags.side ?? (await answer('On whose side is it drafted?', SIDES, 'beneficiary')),
      languages: flags.languages ?? (await answer('In which languages, separated by commas?', null, 'English')),
    };
  } finally {
    questions.close();
  }
}

/** A guarantor or a mediator weighs warnings; a beneficiary cannot afford one. */
function configText(instrument: string, side: string, languages: readonly string[]): string {
  const several = languages.length > 1;
  return `# yaml-language-server: $schema=./node_modules/treatylint/treatylint.config.schema.json
# Configuration of treatylint. Paths count from this folder. What a draft says in its own front matter comes first.

# What the drafts are, where they do not say so themselves.
draft:
  ${instrument === 'other' ? '# kind: bilateral-guarantee' : `kind: ${instrument}`}

# Drafted for the ${side}. Lowest level that fails a run: info, warning, error or never.
failOn: ${side === 'beneficiary' ? 'warning' : 'error'}

rules:
  # Languages: ${languages.join(', ')}. ${several ? 'Which text prevails must be settled.' : 'One language alone: add others to have their equality checked as an error.'}
  FIN004: ${several ? 'error' : 'info'}
  # One rule, by code or name; a family by its three letters: off, info, warning or error.
  # TRG005: info
  # DRF: warning

# Values that rules compare with.
# parameters:
#   firstActionHours: 24
#   withdrawalNoticeMonths: 12

# Further turns of phrase for a word list: words in a row, ~verb for all its forms.
# lexicons:
#   L1: [in such measure as it holds proper]

# Rules of your own, made with: treatylint new-rule MFA001 my-rule
# ruleFolders: [our-rules]

# Accepted risks, with their reasons: treatylint rules --suppressions prints the register.
# waivers:
#   - { clause: Article 5, rules: [TRG005], reason: agreed at the second round, by: Legal Directorate, until: 2027-12-31 }

# Findings that are known already: treatylint --update-baseline writes the file.
# baseline: treatylint.baseline.json
`;
}
