/// What the value of an option should have been.
enum ExpectedValue: Translated {
  case oneOf([String])
  case characters
  case wholeNumber(from: String, to: String)
  case number(NumberRange)
  case ngramOrder(most: Int)
  case share
  case letters
  case contenders
  case budget

  var english: String {
    switch self {
    case .oneOf(let words): "expected " + Self.list(words, "or")
    case .characters: "expected at least one character"
    case .wholeNumber(let first, let last): "expected a whole number from \(first) to \(last)"
    case .number(let range): "expected a number \(range.english)"
    case .ngramOrder(let most): "expected a whole number from 2 to \(most), or 0 for none"
    case .share:
      "expected a path of the corpus, = and a number from 0.001 to 100, such as speeches=0.16"
    case .letters: "expected letters, and spaces for blank lines"
    case .contenders: "expected names of models between commas"
    case .budget: "expected tokens, tokens=N, minutes or minutes=M, such as minutes=1"
    }
  }

  var portuguese: String {
    switch self {
    case .oneOf(let words): "esperava-se " + Self.list(words, "ou")
    case .characters: "esperava-se pelo menos um caractere"
    case .wholeNumber(let first, let last): "esperava-se um número inteiro de \(first) a \(last)"
    case .number(let range): "esperava-se um número \(range.portuguese)"
    case .ngramOrder(let most): "esperava-se um número inteiro de 2 a \(most), ou 0 para nenhum"
    case .share:
      "esperava-se um caminho do corpus, = e um número de 0.001 a 100, como discursos=0.16"
    case .letters: "esperavam-se letras, e espaços para linhas em branco"
    case .contenders: "esperavam-se nomes de modelos separados por vírgulas"
    case .budget: "esperava-se tokens, tokens=N, minutes ou minutes=M, como minutes=1"
    }
  }

  private static func list(_ words: [String], _ last: String) -> String {
    [words.dropLast().joined(separator: ", "), words.last ?? ""].filter { !$0.isEmpty }
      .joined(separator: " \(last) ")
  }
}
