/// What the help adds to the text of an option: its legal words and its default.
enum ValueDetail: Translated {
  case standard(String)
  case words([String], standard: String?)

  var english: String {
    switch self {
    case .standard(let value): "(default: \(value))"
    case .words(let words, let standard?):
      "(values: \(words.joined(separator: ", ")); default: \(standard))"
    case .words(let words, nil): "(values: \(words.joined(separator: ", ")))"
    }
  }

  var portuguese: String {
    switch self {
    case .standard(let value): "(padrão: \(value))"
    case .words(let words, let standard?):
      "(valores: \(words.joined(separator: ", ")); padrão: \(standard))"
    case .words(let words, nil): "(valores: \(words.joined(separator: ", ")))"
    }
  }
}
