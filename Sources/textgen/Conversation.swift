/// What the program says on standard error; that nobody hears it stops nothing.
enum Conversation {
  /// Says a sentence, on a line of its own.
  static func say(_ sentence: String) { try? StandardStream.error.writeLine(sentence) }

  /// Says something that is worth knowing.
  static func note(_ sentence: String) { say("textgen: note: " + escaped(sentence)) }

  /// Says something that is likely not what the user wants.
  static func warn(_ sentence: String) { say("textgen: warning: " + escaped(sentence)) }

  /// Says why the work failed.
  static func fail(_ sentence: String) { say("textgen: error: " + escaped(sentence)) }

  /// Says how often `text` holds U+FFFD: bytes that are not UTF-8 are read as it.
  static func warnAboutReplacements(in text: String, name: String) {
    let count = text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count
    guard count > 0 else { return }
    warn("\(name) holds \(counted(count, "place")) that were not UTF-8, each read as U+FFFD")
  }

  /// `text` on one line, with control characters spelled out: names and texts come from people.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        result.append(contentsOf: scalar.escaped(asASCII: true).unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
