/// The parser's own words in a help, each where it is; everything else is in the language of the program
/// already.
enum HelpWords: Translated, CaseIterable {
  case overview, usage, arguments, options, subcommands, showHelp, showVersion, seeHelp
  case someOptions, subcommand

  /// As the parser says it.
  var english: String {
    switch self {
    case .overview: "OVERVIEW: "
    case .usage: "\n\nUSAGE: "
    case .arguments: "\n\nARGUMENTS:\n"
    case .options: "\n\nOPTIONS:\n"
    case .subcommands: "\n\nSUBCOMMANDS:\n"
    case .showHelp: "Show help information.\n"
    case .showVersion: "Show the version.\n"
    case .seeHelp: "\n  See 'textgen help <subcommand>' for detailed help."
    case .someOptions: " [<options>]"
    case .subcommand: " <subcommand>\n"
    }
  }

  var portuguese: String {
    switch self {
    case .overview: "RESUMO: "
    case .usage: "\n\nUSO: "
    case .arguments: "\n\nARGUMENTOS:\n"
    case .options: "\n\nOPÇÕES:\n"
    case .subcommands: "\n\nCOMANDOS:\n"
    case .showHelp: "Mostra esta ajuda.\n"
    case .showVersion: "Mostra a versão.\n"
    case .seeHelp: "\n  'textgen help <comando>' mostra a ajuda de um comando."
    case .someOptions: " [<opções>]"
    case .subcommand: " <comando>\n"
    }
  }
}

extension HelpWords {
  /// `help`, as the parser made it for `columns`, in the language of the program; what is no help, such as
  /// a script, as it is.
  static func translated(_ help: String, columns: Int) -> String {
    guard help.hasPrefix(overview.english) else { return help }
    var text = help.hasSuffix("\n") ? help : help + "\n"
    // No option is required.
    text = text.replacing(" <options>\n", with: someOptions.english + "\n")
    // The short form, of which the parser knows nothing.
    if text.contains("USAGE: textgen" + subcommand.english) {
      text = text.replacing("\n  --version     ", with: "\n  -v, --version ")
    }
    for words in allCases { text = text.replacing(words.english, with: words.text) }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrapped($0, columns) }
      .joined(separator: "\n")
  }

  /// The line of the usage, which the parser leaves as wide as it is.
  private static func wrapped(_ line: Substring, _ columns: Int) -> String {
    let beginning = usage.text.dropFirst(2)
    guard line.count > columns, line.hasPrefix(beginning) else { return String(line) }
    let margin = String(repeating: " ", count: beginning.count)
    return WrappedText.lines(String(line), columns: columns - beginning.count)
      .replacing("\n", with: "\n" + margin)
  }
}
