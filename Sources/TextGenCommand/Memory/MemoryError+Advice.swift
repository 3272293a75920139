import TextGen

extension MemoryError: Advised, Translated {
  var english: String {
    switch self {
    case .otherTokens, .damaged:
      description + "; `textgen memory clear` begins anew there, or give another --memory-file"
    case .unreadable, .notWritten: description + "; give another --memory-file"
    }
  }

  var portuguese: String {
    switch self {
    case .otherTokens(let path):
      "\(path) foi aprendido com um modelo de outros tokens; `textgen memory clear` recomeça aí, ou "
        + "indique outro --memory-file"
    case .damaged(let path):
      "\(path) está danificado ou não é uma memória; `textgen memory clear` recomeça aí, ou indique "
        + "outro --memory-file"
    case .unreadable(let detail), .notWritten(_, let detail):
      "a memória não pode ser usada: \(detail); indique outro --memory-file"
    }
  }
}
