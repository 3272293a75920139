/// A sentence of the parser about wrong usage, by the pattern of its words; `*` is what people wrote.
enum ParserSentence: Translated, CaseIterable {
  case nearComposite, composite, nearOption, unknownOption, missingValue, excessValue
  case unexpectedArgument, unexpectedArguments, invalidValue, missingArgument, invalidOption
  case unknownShell, noShell, givenTwice

  /// As the parser says it.
  var pattern: String {
    switch self {
    case .nearComposite:
      "Unknown option '*'. Did you mean '*'?\n   or: Missing value for '*' in '*'"
    case .composite: "Unknown option '*'\n   or: Missing value for '*' in '*'"
    case .nearOption: "Unknown option '*'. Did you mean '*'?"
    case .unknownOption: "Unknown option '*'"
    case .missingValue: "Missing value for '*'"
    case .excessValue: "The option '*' does not take any value, but '*' was specified."
    case .unexpectedArgument: "Unexpected argument '*'"
    case .unexpectedArguments: "* unexpected arguments: *"
    case .invalidValue: "The value '*' is invalid for '*': *"
    case .missingArgument: "Missing expected argument '*'"
    case .invalidOption: "Invalid option: *"
    case .unknownShell: "Can't generate completion scripts for '*'.\n*"
    case .noShell: "Can't autodetect a supported shell.\n*"
    case .givenTwice: "Value to be set with * had already been set with *"
    }
  }

  var english: String {
    switch self {
    case .nearComposite: "unknown option '*' (did you mean '*'?), or missing value for '*' in '*'"
    case .composite: "unknown option '*', or missing value for '*' in '*'"
    case .nearOption: "unknown option '*'; did you mean '*'?"
    case .unknownOption: "unknown option '*'"
    case .missingValue: "missing value for '*'"
    case .excessValue: "the option '*' takes no value, but '*' is given"
    case .unexpectedArgument: "unexpected argument '*'"
    case .unexpectedArguments: "* unexpected arguments: *"
    case .invalidValue: "the value '*' is invalid for '*': *"
    case .missingArgument: "missing argument '*'"
    case .invalidOption: "invalid option '*'"
    case .unknownShell: "there are no completions for '*'; choose bash, zsh or fish"
    case .noShell: "the shell is not known; name bash, zsh or fish"
    case .givenTwice: "* says the same as *; leave one of them out"
    }
  }

  var portuguese: String {
    switch self {
    case .nearComposite: "opção desconhecida: '*' (quis dizer '*'?), ou falta o valor de '*' em '*'"
    case .composite: "opção desconhecida: '*', ou falta o valor de '*' em '*'"
    case .nearOption: "opção desconhecida: '*'; quis dizer '*'?"
    case .unknownOption: "opção desconhecida: '*'"
    case .missingValue: "falta o valor de '*'"
    case .excessValue: "a opção '*' não leva valor, mas foi dado '*'"
    case .unexpectedArgument: "argumento inesperado: '*'"
    case .unexpectedArguments: "* argumentos inesperados: *"
    case .invalidValue: "o valor '*' não serve para '*': *"
    case .missingArgument: "falta o argumento '*'"
    case .invalidOption: "opção inválida: '*'"
    case .unknownShell: "não há complementos para '*'; escolha bash, zsh ou fish"
    case .noShell: "o shell não é conhecido; indique bash, zsh ou fish"
    case .givenTwice: "* diz o mesmo que *; deixe uma das duas de fora"
    }
  }

  /// The sentence that `message` is, and what people wrote; nil where the parser did not say it.
  static func find(_ message: String) -> (sentence: ParserSentence, words: [Substring])? {
    for sentence in allCases {
      if let words = Template(sentence.pattern).words(in: message) { return (sentence, words) }
    }
    return nil
  }

  /// What the parser says in `message`, in the language of the program; options without the
  /// names of their values.
  static func translated(_ message: String) -> String? {
    guard let (sentence, words) = find(message) else { return nil }
    return Template(sentence.text).filled(with: words.map(withoutValueName))
  }

  /// `--count` of `--count <n>`.
  private static func withoutValueName(_ word: Substring) -> Substring {
    guard word.hasPrefix("-"), let end = word.firstRange(of: " <") else { return word }
    return word[..<end.lowerBound]
  }
}
