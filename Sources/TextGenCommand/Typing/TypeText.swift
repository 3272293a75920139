/// The options of `type`.
enum TypeText: Translated {
  case file, lines, noGhost, digits, json

  var english: String {
    switch self {
    case .file: "The text to go on with, or a new one (default: one without a name)."
    case .lines: "Candidates in the last line, 0 to 9."
    case .noGhost: "Show no grey word at the cursor."
    case .digits: "Let digits choose; a backslash before a digit types it."
    case .json: "At the end one JSON object: characters, keys, saved."
    }
  }

  var portuguese: String {
    switch self {
    case .file: "O texto a continuar, ou um novo (padrão: um sem nome)."
    case .lines: "Sugestões na última linha, de 0 a 9."
    case .noGhost: "Não mostra a palavra cinzenta no cursor."
    case .digits: "Os algarismos escolhem; uma barra invertida antes de um escreve-o."
    case .json: "No fim, um objeto JSON: characters, keys, saved."
    }
  }
}
