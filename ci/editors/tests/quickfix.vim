" SPDX-License-Identifier: Apache-2.0
"
" What Vim makes of medlint's lines.  Run by ../check, in a folder with the
" lines in "concise"; writes one line for each entry to "quickfix".

command! -nargs=* CompilerSet setlocal <args>
execute 'source ' . $EDITORS . '/medlint.vim'
cgetfile concise
call writefile(map(getqflist(), {_, each -> bufname(each.bufnr) . '|' .
      \ each.lnum . '|' . each.col . '|' . each.type . '|' . each.valid . '|' .
      \ each.text}), 'quickfix')
qall!
