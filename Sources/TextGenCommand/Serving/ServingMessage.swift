/// What a server says, and why there is none.
enum ServingMessage: Translated {
  case noServer(port: Int)
  case portTaken(Int)
  case cannotListen(host: String, port: Int, detail: String)
  case openSocket(address: String)
  case noKeys(file: String)
  case listening(url: String)
  case ready(models: [String])
  case noBrowser(url: String)
  case stopping
  // Of usage
  case openToOthers(host: String)
  case variable(name: String, text: String, expected: String)
  case yesOrNo

  var english: String {
    switch self {
    case .noServer(let port):
      "this build has no server for port \(port); build one with `swift build --traits Server`"
    case .portTaken(let port):
      "port \(port) is taken, perhaps by another `textgen serve`; end that one or give --port N"
    case .cannotListen(let host, let port, let detail):
      "\(host) port \(port) cannot be listened on: \(detail); give another --host or --port"
    case .openSocket(let address):
      "the socket that was handed over lets other machines connect to \(address); give --api-key-file "
        + "FILE, or --no-key where anybody may use this one"
    case .noKeys(let file): "\(file) holds no key; write keys into it, one a line"
    case .listening(let url): "listening on \(url)"
    case .ready(let models): "ready: " + models.joined(separator: ", ")
    case .noBrowser(let url): "no browser could be opened; go to \(url)"
    case .stopping: "stopping; Ctrl-C again leaves at once"
    case .openToOthers(let host):
      "--host \(host) lets other machines connect; give --api-key-file FILE, or --no-key where "
        + "anybody may use this one"
    case .variable(let name, let text, let expected):
      "the variable \(name) is '\(text)': \(expected)"
    case .yesOrNo: "expected 1 or 0"
    }
  }

  var portuguese: String {
    switch self {
    case .noServer(let port):
      "este programa foi compilado sem servidor para a porta \(port); compile-o com "
        + "`swift build --traits Server`"
    case .portTaken(let port):
      "a porta \(port) está ocupada, talvez por outro `textgen serve`; termine-o ou indique --port N"
    case .cannotListen(let host, let port, let detail):
      "não é possível escutar em \(host), porta \(port): \(detail); indique outro --host ou --port"
    case .openSocket(let address):
      "o socket recebido deixa outras máquinas ligar-se a \(address); indique --api-key-file ARQUIVO, ou "
        + "--no-key onde qualquer pessoa pode usar esta"
    case .noKeys(let file): "\(file) não tem nenhuma chave; escreva lá chaves, uma por linha"
    case .listening(let url): "escutando em \(url)"
    case .ready(let models): "pronto: " + models.joined(separator: ", ")
    case .noBrowser(let url): "não foi possível abrir um navegador; vá a \(url)"
    case .stopping: "a terminar; Ctrl-C outra vez sai logo"
    case .openToOthers(let host):
      "--host \(host) deixa outras máquinas ligar-se; indique --api-key-file ARQUIVO, ou --no-key onde "
        + "qualquer pessoa pode usar esta"
    case .variable(let name, let text, let expected): "a variável \(name) é '\(text)': \(expected)"
    case .yesOrNo: "esperava-se 1 ou 0"
    }
  }
}
