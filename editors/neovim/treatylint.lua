-- treatylint for Neovim 0.7 and newer: put this file into ~/.config/nvim/plugin/.
local command = vim.g.treatylint_command or { 'npx', 'treatylint', 'server', '--stdio' }
local marks = { 'treatylint.config.yaml', 'treatylint.config.yml', 'treatylint.config.json', '.git' }

-- The folder above a file that holds one of the marks; else the file's own.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local at = folder
  while true do
    for _, mark in ipairs(marks) do
      if vim.loop.fs_stat(at .. '/' .. mark) then
        return at
      end
    end
    local above = vim.fn.fnamemodify(at, ':h')
    if above == at then
      return folder
    end
    at = above
  end
end

local clients = {}

local function start(buffer)
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  local config = { name = 'treatylint', cmd = command, root_dir = root }
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  -- Neovim 0.7: one client for each folder.
  clients[root] = clients[root] or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, clients[root])
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    -- Neovim 0.7 gives the buffer as `buf` from a script, and nothing from a mapping.
    start(event and event.buf or vim.api.nvim_get_current_buf())
  end,
})
