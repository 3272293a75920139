import TextGen

extension MemoryError: Advised, Translated {
  var english: String {
    switch self {
    case .otherTokens(let path):
      description + "; erase it with `textgen memory clear --memory-file \(path)`, or give another "
        + "--memory-file"
    case .lost: description + "; `textgen memory clear` with the same model erases it"
    case .damaged, .unreadable, .notWritten: description + "; give another --memory-file"
    }
  }

  var portuguese: String {
    switch self {
    case .otherTokens(let path):
      "\(path) foi aprendido com um modelo de outros tokens; apague-o com `textgen memory clear "
        + "--memory-file \(path)`, ou indique outro --memory-file"
    case .damaged(let path):
      "\(path) está danificado ou não é uma memória; indique outro --memory-file"
    case .lost(let detail):
      "a memória não pode ser lida: \(detail); `textgen memory clear` com o mesmo modelo a apaga"
    case .unreadable(let detail), .notWritten(let detail):
      "a memória não pode ser usada: \(detail); indique outro --memory-file"
    }
  }
}
