" treatylint for Vim, without a plugin: source this file, then :make lints the draft and :copen lists the findings.
" Set g:treatylint_program before where treatylint is not on the path.
let s:program = get(g:, 'treatylint_program', 'npx treatylint')
let &makeprg = s:program . ' lint --format unix %:S'
set errorformat=%f:%l:%c:\ %t%*[^:]:\ %m,%-G%.%#

" :TreatylintRead FILE fills the list with what a watcher has written: treatylint watch --format unix drafts > FILE
command! -nargs=1 -complete=file TreatylintRead cgetfile <args>
