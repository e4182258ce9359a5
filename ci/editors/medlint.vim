" SPDX-License-Identifier: Apache-2.0
"
" Vim and Neovim: `:make %` fills the quickfix list.  Copy it to
" ~/.vim/compiler/medlint.vim and say `:compiler medlint`.
"
" Columns are characters, and Vim takes them for bytes: on a line with letters
" beyond ASCII before the finding, the cursor lands some bytes early.  The
" language server does not have that limit.

let current_compiler = 'medlint'
CompilerSet makeprg=medlint\ check\ --format\ concise\ --max-per-rule\ 0
CompilerSet errorformat=
      \%f:%l:%c:\ %trror%m,
      \%f:%l:%c:\ %tarning%m,
      \%f:%l:%c:\ %tnfo%m,
      \%-G%.%#
