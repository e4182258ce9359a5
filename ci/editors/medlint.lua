-- SPDX-License-Identifier: Apache-2.0
--
-- Neovim: `medlint lsp` for HTML, and for TOML, where it checks medlint.toml and
-- rulesets only.  Copy it to ~/.config/nvim/lua/medlint.lua and say
-- require('medlint') in init.lua.

local client

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'html', 'toml' },
  callback = function(event)
    client = client or vim.lsp.start_client({
      name = 'medlint',
      cmd = { 'medlint', 'lsp' },
      root_dir = vim.fn.getcwd(),
      on_exit = function() client = nil end,
    })
    if client then vim.lsp.buf_attach_client(event.buf, client) end
  end,
})
