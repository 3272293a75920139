/// Command lines that a person can copy into a shell.
enum ShellWords {
  /// The program as it was called.
  static var first: String { shown(CommandLine.arguments.first ?? "textgen") }

  /// The command line of this process with `option`, once, and without `other`.
  static func commandLine(adding option: String, without other: String) -> String {
    var words = CommandLine.arguments.filter { $0 != other }
    if !words.contains(option) { words.append(option) }
    return words.map(shown).joined(separator: " ")
  }

  /// `word` for a person to copy: what would act on a terminal is spelled as bash, ksh and zsh read it.
  static func shown(_ word: String) -> String {
    let visible = VisibleText.spelled(word, as: .json)
    guard visible != word || word.contains(where: { "\t\n".contains($0) }) else {
      return quoted(word)
    }
    let spelled = word.unicodeScalars.map { scalar in
      switch scalar {
      case "\\", "'": "\\\(scalar)"
      case "\t": "\\t"
      case "\n": "\\n"
      default: VisibleText.spelled(String(scalar), as: .json)
      }
    }
    return "$'" + spelled.joined() + "'"
  }

  /// The command line of `words`.
  static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// `word` in single quotes, where a shell would not take it as it is.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./=+:,@%".unicodeScalars.contains(scalar)
    }
    if isPlain, !word.isEmpty { return word }
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }
}
