/// The options of `serve`.
enum ServeText: Translated {
  case host, port, model, apiKeyFile, noKey, allowHost, allowOrigin
  case parallel, queue, sessions, sessionMemory, adaptNetwork, open, noPage, noMetrics, log

  var english: String {
    switch self {
    case .host: "Where it listens (default: 127.0.0.1, this machine alone)."
    case .port: "Port, 0 for a free one (default: 8398)."
    case .model:
      """
      A model to offer; the first one answers where a request names none; may be repeated \
      (default: $TEXTGEN_MODEL, portugues and poesia).
      """
    case .apiKeyFile: "File of keys, one a line, of which a client needs one."
    case .noKey: "Let anybody who can connect use it, from other machines too."
    case .allowHost: "Another name of this machine in requests; may be repeated."
    case .allowOrigin: "Origin of other pages that may use it; may be repeated."
    case .parallel: "Texts written side by side, 1 to 64 (default: 64)."
    case .queue: "Requests that wait at most (default: 256)."
    case .sessions: "Sessions that learn at most (default: 64)."
    case .sessionMemory: "MiB that all sessions together learn (default: 256)."
    case .adaptNetwork: "Let sessions change a network of their own, two at once."
    case .open: "Open the page in the browser when the models are ready."
    case .noPage: "Leave out the page."
    case .noMetrics: "Leave out /metrics."
    case .log: "A line per request on standard error, text by default."
    }
  }

  var portuguese: String {
    switch self {
    case .host: "Onde escuta (padrão: 127.0.0.1, só esta máquina)."
    case .port: "Porta, 0 para uma livre (padrão: 8398)."
    case .model:
      """
      Um modelo a oferecer; o primeiro responde se um pedido não disser nenhum; pode ser repetida \
      (padrão: $TEXTGEN_MODEL, portugues e poesia).
      """
    case .apiKeyFile: "Arquivo de chaves, uma por linha, das quais um cliente precisa de uma."
    case .noKey: "Deixa que o use quem se puder ligar, também de outras máquinas."
    case .allowHost: "Outro nome desta máquina em pedidos; pode ser repetida."
    case .allowOrigin: "Origem de outras páginas que o podem usar; pode ser repetida."
    case .parallel: "Textos escritos lado a lado, de 1 a 64 (padrão: 64)."
    case .queue: "Máximo de pedidos à espera (padrão: 256)."
    case .sessions: "Máximo de sessões que aprendem (padrão: 64)."
    case .sessionMemory: "MiB que todas as sessões juntas aprendem (padrão: 256)."
    case .adaptNetwork: "Deixa sessões mudar uma rede própria, duas ao mesmo tempo."
    case .open: "Abre a página no navegador quando os modelos estão prontos."
    case .noPage: "Sem a página."
    case .noMetrics: "Sem /metrics."
    case .log: "Uma linha por pedido na saída de erros, text se nada for dito."
    }
  }
}
