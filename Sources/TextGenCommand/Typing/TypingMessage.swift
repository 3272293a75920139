/// Why nobody can write in the terminal, and what became of somebody who did.
enum TypingMessage: Translated {
  case noTerminal
  case noProcess(detail: String)
  case isFolder(String)
  case tooLarge(String, bytes: Int, most: Int)
  case ended(signal: Int32)

  var english: String {
    switch self {
    case .noTerminal:
      "there is no terminal to write in; a program can ask for words with `complete --keyboard`"
    case .noProcess(let detail): "the editor cannot be started: \(detail)"
    case .isFolder(let path): "\(path) is a folder; name a file"
    case .tooLarge(let path, let bytes, let most):
      "\(path) has \(grouped(bytes)) bytes, and at most \(grouped(most)) can be edited"
    case .ended(let signal):
      "the editor was ended by signal \(signal); what was not saved is offered at the next start"
    }
  }

  var portuguese: String {
    switch self {
    case .noTerminal:
      "não há terminal em que escrever; um programa pode pedir palavras com `complete --keyboard`"
    case .noProcess(let detail): "não foi possível abrir o editor: \(detail)"
    case .isFolder(let path): "\(path) é uma pasta; indique um arquivo"
    case .tooLarge(let path, let bytes, let most):
      "\(path) tem \(grouped(bytes)) bytes, e podem editar-se \(grouped(most)) no máximo"
    case .ended(let signal):
      "o editor foi terminado pelo sinal \(signal); o que não foi guardado é oferecido na próxima vez"
    }
  }
}
