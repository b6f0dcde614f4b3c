import { Command, CommanderError, Option } from 'commander';
import { FORMATS } from '#report';
import { EXIT, note, say } from './output.ts';
import { VERSION } from './version.ts';

const EXAMPLES = `Examples:
  treatylint drafts/                           lint every Markdown draft of a folder
  treatylint treaty.md --fail-on error         only errors fail
  treatylint treaty.md --format json           for programs
  treatylint drafts --format pretty --format sarif:out.sarif
  treatylint - --stdin-filename treaty.md < treaty.md
  treatylint explain TRG001                    what a rule checks, why, and how to repair
  treatylint watch drafts                      again after every change, until Ctrl-C
  treatylint chain treaty.md                   what happens after an attack, step by step
`;

const EXITS = `
Exit codes: 0 nothing at or above the fail level; 1 findings; 2 something given cannot be used; 70 a defect in treatylint.`;

/** Runs one command line and gives its exit code. Throws only where treatylint itself is wrong. */
export async function run(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.clean;
  const program = buildProgram((exit) => {
    code = exit;
  });
  if (argv.length === 0) {
    note(program.helpInformation().trimEnd());
    return EXIT.faults;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.clean : EXIT.faults;
  }
  return code;
}

/** The command line as data: what is typed → what runs. The commands themselves are loaded when one runs. */
function buildProgram(done: (exit: number) => void): Command {
  const program = new Command('treatylint')
    .description('Finds the weak words in a draft security guarantee: what is not automatic, not timed, not ratified.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('beforeAll', EXAMPLES)
    .addHelpText('after', EXITS)
    .exitOverride()
    .configureOutput({ writeOut: say, writeErr: (text) => note(text.trimEnd()), outputError: (text) => note(oneLineError(text)) })
    .enablePositionalOptions();

  const color = (command: Command): Command =>
    command
      .option('--color', 'colour always')
      .option('--no-color', 'colour never (default: on a terminal; NO_COLOR and FORCE_COLOR are honoured)');

  /** Which configuration counts. */
  const configured = (command: Command): Command =>
    command
      .option('--config <file>', 'use this configuration file for every draft (default: the nearest one upwards from each)')
      .option('--no-config', 'read no configuration file');

  /** What lint and watch judge by. */
  const judging = (command: Command): Command =>
    configured(color(command))
      .option('--min-level <level>', 'lowest level that is reported: error, warning or info (default: info)')
      .option('--only <codes>', 'run only these rules: codes, names or families (TRG), separated by commas; repeatable', collect)
      .option('--rule <code=level>', 'set the level of a rule: off, info, warning or error; repeatable', collect)
      .option('--rules <folder>', 'use the rule book of this folder instead of the built-in one')
      .option('--package <folder>', 'lint the drafts of this folder together, as one package; repeatable', collect)
      .option('--baseline <file>', 'findings that this file knows do not fail')
      .option('--no-inline-config', 'ignore the waivers in the drafts, for an audit')
      .option('--max-size <size>', 'largest draft that is read, in bytes or as 20MB (default: 5MiB)')
      .option('-q, --quiet', 'only the findings: no summary, no word about clean drafts');

  const lint = judging(program.command('lint [paths...]', { isDefault: true }))
    .summary('lint drafts (the command when none is named)')
    .description('Lints Markdown drafts: files, folders (searched for *.md), patterns, or - for standard input.')
    .option('-f, --format <name[:file]>', `${Object.keys(FORMATS).join(', ')}; repeatable; default pretty`, collect)
    .option('--all', 'long lists in full, not folded by article (pretty, markdown, html)')
    .option('--fail-on <level>', 'lowest level that fails: error, warning, info or never (default: warning)')
    .option('--max-warnings <count>', 'fail when there are more warnings; without --fail-on only errors fail besides')
    .option('--print-config <draft>', 'print what is configured for a draft, and which file says so; lint nothing')
    .option('--update-baseline', 'write what is found into the baseline')
    .option('--stdin', 'read a draft from standard input, like the path -')
    .option('--stdin-filename <path>', 'name of the draft on standard input; it need not exist')
    .option('--threads <count>', 'lint with this many threads, or auto; the report is the same (default: 1)')
    .option('--cache [folder]', 'keep results and lint only what changed (default folder: .treatylint-cache)')
    .option('--profile', 'print where the time goes: by room, rule and fact reader')
    .action(async (paths: string[], flags) => done(await (await import('./commands/lint.ts')).lint(paths, flags)));
  lint.addHelpText('after', EXITS);

  judging(program.command('watch <paths...>'))
    .description('Lints drafts, and again after every change, until Ctrl-C.')
    .option('-f, --format <name[:file]>', 'pretty (a whole screen on a terminal), unix, range or json; default pretty', collect)
    .action(async (paths: string[], flags) => done(await (await import('./commands/watch.ts')).watch(paths, flags)));

  program
    .command('server')
    .description('Serves an editor over the language server protocol.')
    .option('--stdio', 'speak over standard input and output')
    .action(async (flags) => done(await (await import('./commands/server.ts')).server(flags)));

  color(program.command('explain <rule>'))
    .description("Prints a rule's page: what it checks, why it matters, how to repair.")
    .action(async (rule: string, flags) => done(await (await import('./commands/explain.ts')).explain(rule, flags)));

  configured(program.command('rules [paths...]'))
    .summary('print the rule book, or the register of accepted risks')
    .description('Prints the rule book or, with --suppressions, every finding in drafts that a waiver covers, with its reason.')
    .option('--suppressions', 'print the register of accepted risks: clause, rule, words, reason, who, until when')
    .option('--package <folder>', 'with --suppressions: read the drafts of this folder together; repeatable', collect)
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['table', 'json', 'markdown']).default('table'))
    .action(async (paths: string[], flags) => done(await (await import('./commands/rules.ts')).rules(paths, flags)));

  configured(program.command('suite [folder]'))
    .description('Lints every case of a folder and compares with its approved findings (default: drafts).')
    .option('--approve', 'write what was found as the approved findings, after showing it')
    .option('--mutate', 'weaken each strong draft, one fact at a time, and tell which weakenings are not seen')
    .option('--only <words>', 'only the cases whose path holds these words')
    .addOption(
      new Option('-f, --format <format>', 'how to print it; mutants as pretty or json')
        .choices(['pretty', 'junit', 'json', 'tap'])
        .default('pretty'),
    )
    .addOption(new Option('--limit <count>', 'with --mutate: most mutants of one operator in one draft').default('3'))
    .addOption(new Option('--seed <number>', 'with --mutate: chooses among more places than the limit').default('1'))
    .action(async (folder: string | undefined, flags) =>
      done(
        flags.mutate
          ? await (await import('./commands/mutate.ts')).mutate(folder, flags)
          : await (await import('./commands/suite.ts')).suite(folder, flags),
      ),
    );

  configured(color(program.command('chain <paths...>')))
    .description(
      'Prints what follows an attack under each trigger article: steps, worst case in hours, vetoes, grade; then how full each layer of the guarantee is, and who bears which task.',
    )
    .option('--package <folder>', 'read the drafts of this folder together, as one package; repeatable', collect)
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], flags) => done(await (await import('./commands/chain.ts')).chain(paths, flags)));

  configured(program.command('inspect <file>'))
    .description('Prints what one room of the linter read in a draft.')
    .addOption(new Option('--after <room>', 'the room').choices(['parse', 'clauses', 'phrases', 'facts']).makeOptionMandatory())
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async (file: string, flags) => done(await (await import('./commands/inspect.ts')).inspect(file, flags)));

  program
    .command('init')
    .description('Writes a commented configuration; asks at a terminal what no option says. Never overwrites a file.')
    .option('--instrument <kind>', 'what is drafted: bilateral-guarantee, mutual-defence, ceasefire …')
    .option('--side <side>', 'on whose side: beneficiary, guarantor or mediator')
    .option('--languages <names>', 'languages of the text, separated by commas')
    .action(async (flags) => done(await (await import('./commands/init.ts')).init(flags)));

  program
    .command('new-rule <code> <name>')
    .description('Writes a complete home for a rule of your own: a rule that works, its page and its drafts.')
    .option('--folder <folder>', 'folder of your rules', 'our-rules')
    .action(async (code: string, name: string, flags) =>
      done(await (await import('./commands/new-rule.ts')).newRule(code, name, flags)),
    );

  program
    .command('completion <shell>')
    .description('Prints a script that completes commands and options: bash, zsh or fish.')
    .action(async (shell: string) => done((await import('./commands/completion.ts')).completion(program, shell)));

  return program;
}

/** Collects a repeatable option. */
function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** commander's complaint as one line: `treatylint: unknown option '--fromat' (Did you mean --format?)` */
function oneLineError(text: string): string {
  const words = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  return `treatylint: ${words.map((line) => line.trim()).join(' ')}`;
}
