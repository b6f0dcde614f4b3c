-- treatylint for Neovim: put this file into ~/.config/nvim/plugin/.
local command = vim.g.treatylint_command or { 'npx', 'treatylint', 'server', '--stdio' }

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    local name = vim.api.nvim_buf_get_name(event.buf)
    local found = vim.fs.find({ 'treatylint.config.yaml', 'treatylint.config.yml', 'treatylint.config.json', '.git' }, {
      path = vim.fs.dirname(name),
      upward = true,
    })[1]
    vim.lsp.start({
      name = 'treatylint',
      cmd = command,
      root_dir = found and vim.fs.dirname(found) or vim.fs.dirname(name),
    })
  end,
})
