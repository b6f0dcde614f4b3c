import type { Command, Option } from 'commander';
import { FORMATS } from '#report';
import { hint } from '#rules';
import { complain, EXIT, say } from '../output.ts';

/** One command as a shell completes it. */
interface Entry {
  readonly name: string;
  readonly about: string;
  readonly options: readonly {
    readonly names: readonly string[];
    readonly about: string;
    readonly values: readonly string[];
    readonly takes: boolean;
  }[];
}

const SHELLS: Readonly<Record<string, (entries: readonly Entry[]) => string>> = { bash, zsh, fish };

/** `treatylint completion SHELL`: a script for the shell, made from the commands themselves. */
export function completion(program: Command, shell: string): number {
  const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (!write) {
    complain([
      {
        file: 'completion',
        pointer: '',
        message: `unknown shell "${shell}"${hint(shell, Object.keys(SHELLS))} (${Object.keys(SHELLS).join(', ')})`,
      },
    ]);
    return EXIT.faults;
  }
  say(write(program.commands.map(entryOf)));
  return EXIT.clean;
}

const LEVELS = ['error', 'warning', 'info'];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--fail-on': [...LEVELS, 'never'],
  '--min-level': LEVELS,
};

function entryOf(command: Command): Entry {
  const options = command.options
    .filter((option) => !option.hidden)
    .map((option) => ({
      names: [option.short, option.long].filter((name) => name !== undefined && name !== null),
      about: option.description.replace(/[;:(].*$/s, '').trim(),
      values: valuesOf(option, command.name()),
      takes: option.required || option.optional,
    }));
  return { name: command.name(), about: (command.summary() || command.description()).replace(/[.:].*$/s, ''), options };
}

function valuesOf(option: Option, command: string): readonly string[] {
  if (option.argChoices) return option.argChoices;
  if (option.long === '--format' && command === 'lint') return Object.keys(FORMATS);
  return VALUES[option.long ?? ''] ?? [];
}

const names = (entry: Entry): string => entry.options.flatMap((option) => option.names).join(' ');

function bash(entries: readonly Entry[]): string {
  const values = entries.flatMap((entry) =>
    entry.options
      .filter((option) => option.values.length > 0)
      .map(
        (option) =>
          `    ${option.names.map((name) => `'${entry.name} ${name}'`).join('|')}) words='${option.values.join(' ')}' ;;`,
      ),
  );
  return `# treatylint completion bash >> ~/.bash_completion
_treatylint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command=lint word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${entries.map(({ name }) => name).join('|')}) command="$word"; break ;; esac
  done
  case "$command $before" in
${values.join('\n')}
  esac
  if [ -z "$words" ]; then
    case "$current" in
      -*) case "$command" in
${entries.map((entry) => `        ${entry.name}) words='${names(entry)}' ;;`).join('\n')}
      esac ;;
      *) [ "$COMP_CWORD" -eq 1 ] && words='${entries.map(({ name }) => name).join(' ')}' ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -o bashdefault -F _treatylint treatylint
`;
}

function zsh(entries: readonly Entry[]): string {
  const quoted = (text: string): string =>
    text.replaceAll("'", "'\\''").replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ' ');
  const spec = (option: Entry['options'][number]): string => {
    const tail = option.takes ? `:value:${option.values.length > 0 ? `(${option.values.join(' ')})` : '_files'}` : '';
    return option.names.map((name) => `'*${name}[${quoted(option.about)}]${tail}'`).join(' ');
  };
  return `#compdef treatylint
# treatylint completion zsh > "\${fpath[1]}/_treatylint"
_treatylint() {
  local -a commands=(
${entries.map(({ name, about }) => `    '${name}:${quoted(about)}'`).join('\n')}
  )
  local command=lint word
  for word in \${words[2,CURRENT-1]}; do
    case $word in ${entries.map(({ name }) => name).join('|')}) command=$word; break ;; esac
  done
  if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
    _describe command commands
  fi
  case $command in
${entries.map((entry) => `    ${entry.name}) _arguments -S ${entry.options.map(spec).join(' ')} '*:file:_files' ;;`).join('\n')}
  esac
}
_treatylint "$@"
`;
}

function fish(entries: readonly Entry[]): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const all = entries.map(({ name }) => name).join(' ');
  const lines = entries.flatMap((entry) => [
    `complete -c treatylint -n '__fish_use_subcommand' -a ${entry.name} -d ${quoted(entry.about)}`,
    ...entry.options.map((option) => {
      const when =
        entry.name === 'lint'
          ? `not __fish_seen_subcommand_from ${all.replace(/\blint ?/, '')}`
          : `__fish_seen_subcommand_from ${entry.name}`;
      const flags = option.names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');
      const value = option.values.length > 0 ? ` -x -a ${quoted(option.values.join(' '))}` : option.takes ? ' -r' : '';
      return `complete -c treatylint -n ${quoted(when)} ${flags}${value} -d ${quoted(option.about)}`;
    }),
  ]);
  return `# treatylint completion fish > ~/.config/fish/completions/treatylint.fish\n${lines.join('\n')}\n`;
}
