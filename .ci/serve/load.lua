-- Requests for wrk: KIND words (a text that grows by a key), cold (a new text of 4,000 characters each time),
-- write (64 tokens), fill (a blank), surprise (2,000 characters), one after the other on each connection.
local kind = os.getenv('KIND')
local sentence = 'Ela abriu a janela devagar e olhou para o céu, onde as primeiras estrelas ainda tremiam. '
  .. 'Os alunos da escola chegaram cedo e ficaram à espera do professor, que vinha sempre de bicicleta. '
local ends = {}
for place = 1, #sentence do
  local byte = sentence:byte(place + 1)
  if byte == nil or byte < 128 or byte >= 192 then ends[#ends + 1] = place end
end
local paths = { write = '/v1/completions', fill = '/v1/fill', surprise = '/v1/surprise' }
local path = paths[kind] or '/v1/next-words'
local headers = { ['Content-Type'] = 'application/json', ['Host'] = 'localhost' }
local count, thread = 0, 0

function setup(worker)
  thread = thread + 1
  worker:set('number', thread)
end

function request()
  count = count + 1
  local body
  if kind == 'write' then
    body = string.format('{"prompt":"O mar","max_tokens":64,"seed":%d}', count)
  elseif kind == 'fill' then
    body = '{"text":"Ontem eu ___ ao cinema com os meus amigos da escola."}'
  elseif kind == 'surprise' then
    body = string.format('{"text":"%s"}', sentence:rep(11))
  elseif kind == 'cold' then
    local start = string.format('%d de %d. ', count, number)
    body = string.format('{"text":"%s"}', start .. sentence:rep(22))
  else
    body = string.format('{"text":"%s"}', sentence:sub(1, ends[count % #ends + 1]))
  end
  return wrk.format('POST', path, headers, body)
end

function done(summary, latency)
  io.write(string.format(
    'requests %d seconds %.3f p50 %.1f p95 %.1f wrong %d\n', summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    summary.errors.status + summary.errors.read + summary.errors.timeout))
end
