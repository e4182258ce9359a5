-- SPDX-License-Identifier: Apache-2.0
--
-- Neovim as a person uses it: opens the bad article, looks at the diagnostics,
-- types, asks, applies a code action.  Run by ../check; fails with a message.

local function check(condition, what)
  if not condition then error(what, 0) end
end

-- The diagnostic of a rule, or nil.
local function finding(rule)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if each.code == rule or (each.user_data and each.user_data.lsp
        and each.user_data.lsp.code == rule) then
      return each
    end
  end
end

local function await(what, condition)
  check(vim.wait(30000, condition, 20), 'waited in vain: ' .. what)
end

local function main()
  local mended = 'this massage may ease sciatica'
  vim.opt.runtimepath:append(vim.env.EDITORS)
  dofile(vim.env.EDITORS .. '/medlint.lua')
  vim.cmd('filetype on')
  vim.cmd('edit bad.html')
  check(vim.bo.filetype == 'html', 'the article is no HTML')
  await('the cure', function() return finding('claims/cure') ~= nil end)

  -- Neovim counts bytes, from 0.
  local line = vim.api.nvim_buf_get_lines(0, 6, 7, true)[1]
  local words = 'cure sciatica'
  local column = line:find(words, 1, true) - 1
  local found = finding('claims/cure')
  check(found.lnum == 6 and found.col == column
    and found.end_col == column + #words,
    ('the cure is at %d:%d-%d, not at 6:%d'):format(
      found.lnum, found.col, found.end_col, column))
  check(found.source == 'medlint', 'its source is ' .. tostring(found.source))
  check(found.severity == vim.diagnostic.severity.ERROR, 'it is no error')

  -- Typed: the change arrives, and so does its undoing.
  local begin = line:find('this massage', 1, true) - 1
  vim.api.nvim_buf_set_text(0, 6, begin, 6, column + #words, { mended })
  await('the mended text', function() return not finding('claims/cure') end)
  vim.cmd('silent undo')
  await('the cure again', function() return finding('claims/cure') ~= nil end)

  -- Asked: the rule is explained in a window of its own.
  vim.api.nvim_win_set_cursor(0, { 7, column })
  vim.lsp.buf.hover()
  local explained
  await('the explanation', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        explained = table.concat(vim.api.nvim_buf_get_lines(
          vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
  end)
  check(explained:find('claims/cure', 1, true), 'explained: ' .. explained)

  -- Applied: the fix takes the marker's line away.
  await('the marker', function() return finding('spam/ad-slot-marker') ~= nil end)
  vim.api.nvim_win_set_cursor(0, { 8, 5 })
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      if item[2].title == 'Remove the ad marker' then return choose(item) end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  await('the fix', function()
    return vim.api.nvim_buf_get_lines(0, 7, 8, true)[1] == '</article>'
  end)
  await('the end of the marker', function()
    return not finding('spam/ad-slot-marker')
  end)

  -- Applied: the suppression stands before its block, and holds.
  vim.api.nvim_win_set_cursor(0, { 7, column })
  local offered = {}
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      table.insert(offered, item[2].title)
      if item[2].title:find('^Suppress claims/cure') then return choose(item) end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  await('the suppression, of ' .. vim.inspect(offered), function()
    return vim.api.nvim_buf_get_lines(0, 6, 7, true)[1] ==
      '<!-- medlint-disable-next-block claims/cure: REASON -->'
  end)
  check(vim.api.nvim_buf_get_lines(0, 7, 8, true)[1] == line,
    'the line below has changed')
  await('the suppressed text', function() return not finding('claims/cure') end)

  -- A configuration, too.
  vim.cmd('set hidden | edit medlint.toml | setfiletype toml')
  vim.api.nvim_buf_set_lines(0, 0, -1, true, { 'root = true', 'fail-onn = "error"' })
  await('the unknown key', function()
    local mistake = finding('configuration')
    return mistake and mistake.lnum == 1 and mistake.end_col == #'fail-onn'
  end)
end

local good, failure = pcall(main)
io.stdout:write(good and 'good\n' or 'neovim: ' .. tostring(failure) .. '\n')
vim.lsp.stop_client(vim.lsp.get_active_clients())
vim.wait(2000, function() return #vim.lsp.get_active_clients() == 0 end)
vim.cmd(good and 'qall!' or 'cquit!')
