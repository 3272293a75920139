import TextGen
import TextGenGeneration
import TextGenLanguageModeling

/// What the value of an option should have been.
enum ExpectedValue: Translated {
  case oneOf([String])
  case characters
  case seed
  case number(OptionRange)
  case setting(SettingRange)
  case share
  case blend
  case letters
  case contenders
  case budget

  var english: String {
    switch self {
    case .oneOf(let words): "expected " + Self.list(words, "or")
    case .characters: "expected at least one character"
    case .seed: "expected a whole number from 0 to \(UInt64.max)"
    case .number(let range): "expected \(range.english)"
    case .setting(let range): "expected a number \(range.english)"
    case .share:
      "expected a path of the corpus, = and \(Self.factors.english), such as speeches=0.16"
    case .blend: "expected a model, = and a number from 0 to 1, such as meus-poemas=0.5"
    case .letters: "expected letters, and spaces for blank lines"
    case .contenders: "expected names of models between commas"
    case .budget: "expected tokens, tokens=N, minutes or minutes=M, such as minutes=1"
    }
  }

  var portuguese: String {
    switch self {
    case .oneOf(let words): "esperava-se " + Self.list(words, "ou")
    case .characters: "esperava-se pelo menos um caractere"
    case .seed: "esperava-se um número inteiro de 0 a \(UInt64.max)"
    case .number(let range): "esperava-se \(range.portuguese)"
    case .setting(let range): "esperava-se um número \(range.portuguese)"
    case .share:
      "esperava-se um caminho do corpus, = e \(Self.factors.portuguese), como discursos=0.16"
    case .blend: "esperava-se um modelo, = e um número de 0 a 1, como meus-poemas=0.5"
    case .letters: "esperavam-se letras, e espaços para linhas em branco"
    case .contenders: "esperavam-se nomes de modelos separados por vírgulas"
    case .budget: "esperava-se tokens, tokens=N, minutes ou minutes=M, como minutes=1"
    }
  }

  private static let factors = OptionRange.numbers(CorpusShare.factors)

  /// `a, b or c`, with `or` as `last`.
  static func list(_ words: [String], _ last: String) -> String {
    [words.dropLast().joined(separator: ", "), words.last ?? ""].filter { !$0.isEmpty }
      .joined(separator: " \(last) ")
  }
}
