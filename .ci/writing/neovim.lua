-- Neovim asks `textgen lsp` for words; run as: PROGRAM=… nvim --headless --clean -l neovim.lua
local program = assert(os.getenv('PROGRAM'))
local folder = vim.fn.tempname()
vim.fn.mkdir(folder)
local path = folder .. '/texto.md'
vim.fn.writefile({ 'Ontem os alunos tir', '😀 Bom dia, tudo b', '```', 'func al', '```' }, path)
vim.cmd.edit(path)
vim.bo.filetype = 'markdown'
local buffer = vim.api.nvim_get_current_buf()
-- So that the cursor can be after the last letter.
vim.o.virtualedit = 'onemore'
local id = assert(vim.lsp.start({ name = 'textgen', cmd = { program, 'lsp' }, root_dir = folder }))
local client = assert(vim.lsp.get_client_by_id(id))
assert(vim.wait(20000, function() return client.initialized end), 'the server does not answer')

local function words(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  local parameters = vim.lsp.util.make_position_params(0, client.offset_encoding)
  parameters.context = { triggerKind = 1 }
  local answer = assert(client:request_sync('textDocument/completion', parameters, 20000, 0))
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result.items
end

local items = words(1, #'Ontem os alunos tir')
assert(#items > 0 and vim.startswith(items[1].label, 'tir'), vim.inspect(items))
-- The edit puts the word in the place of its letters.
vim.lsp.util.apply_text_edits({ items[1].textEdit }, buffer, client.offset_encoding)
assert(vim.api.nvim_buf_get_lines(0, 0, 1, false)[1] == 'Ontem os alunos ' .. items[1].label)
local second = words(2, #'😀 Bom dia, tudo b')
assert(#second > 0, 'no words after an emoji')
vim.lsp.util.apply_text_edits({ second[1].textEdit }, buffer, client.offset_encoding)
assert(vim.api.nvim_buf_get_lines(0, 1, 2, false)[1] == '😀 Bom dia, tudo ' .. second[1].label)
assert(#words(4, #'func al') == 0, 'words in code')
-- What is typed goes to the server as changes.
vim.api.nvim_buf_set_lines(0, 0, 1, false, { 'Ela abriu a jan' })
vim.wait(500)
local third = words(1, #'Ela abriu a jan')
assert(#third > 0 and vim.startswith(third[1].label, 'jan'), vim.inspect(third))
client:stop()
assert(vim.wait(10000, function() return client:is_stopped() end), 'the server does not end')
print('Neovim ' .. tostring(vim.version()) .. ': words for prose, none in code, changes followed\n')
