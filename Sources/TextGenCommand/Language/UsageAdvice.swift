/// What to do about wrong usage.
enum UsageAdvice: Translated {
  case quotes
  case nearNames([String])
  case help(String)

  var english: String {
    switch self {
    case .quotes: "a text of several words wants quotes, such as \"Os alunos tiraram\""
    case .nearNames(let names): "did you mean \(names.joined(separator: " or "))?"
    case .help(let command): "see `\(command)`"
    }
  }

  var portuguese: String {
    switch self {
    case .quotes: "um texto de várias palavras precisa de aspas, como \"Os alunos tiraram\""
    case .nearNames(let names): "quis dizer \(names.joined(separator: " ou "))?"
    case .help(let command): "veja `\(command)`"
    }
  }
}
