/// The options about what is kept of a writer.
enum MemoryText: Translated {
  case memory, memoryFile, action, word, count

  var english: String {
    switch self {
    case .memory: "Learn from what is written, and keep it for the next time (`textgen memory`)."
    case .memoryFile: "The same in this file (default: one in $XDG_STATE_HOME/textgen)."
    case .action: "What to do: show, forget or clear (default: show)."
    case .word: "The word to forget."
    case .count: "Words that are shown, the most frequent first."
    }
  }

  var portuguese: String {
    switch self {
    case .memory: "Aprende com o que se escreve e guarda-o para a próxima vez (`textgen memory`)."
    case .memoryFile: "O mesmo neste arquivo (padrão: um em $XDG_STATE_HOME/textgen)."
    case .action: "O que fazer: show, forget ou clear (padrão: show)."
    case .word: "A palavra a esquecer."
    case .count: "Quantas palavras mostrar, as mais frequentes primeiro."
    }
  }
}
