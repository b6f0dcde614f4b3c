# treatylint for Kakoune, without a server: source this file from your kakrc, then :lint in a draft shows the findings in the margin, and
# :lint-next-message goes from one to the next.
declare-option -docstring 'the program and the words before the command' str treatylint_program 'npx treatylint'

hook global BufCreate .*\.(md|markdown) %{
    set-option buffer lintcmd "%opt{treatylint_program} lint --no-color --format unix"
}
