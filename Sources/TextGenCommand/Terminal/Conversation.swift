/// What the program says on standard error; that nobody hears it stops nothing.
enum Conversation {
  /// Says a sentence, on a line of its own; what would act on a terminal is spelled out.
  static func say(_ sentence: String) { say(TerminalText(sentence)) }

  /// Says what may be styled, on a line of its own.
  static func say(_ text: TerminalText) { try? StandardStream.error.write(text + "\n") }

  /// Says something that is worth knowing.
  static func note(_ sentence: String) { say("textgen: note: " + sentence) }

  /// Says something that is likely not what the user wants.
  static func warn(_ sentence: String) { say("textgen: warning: " + sentence) }

  /// Says why the work failed.
  static func fail(_ sentence: String) { say("textgen: error: " + sentence) }

  /// Says how often `text` holds U+FFFD: bytes that are not UTF-8 are read as it.
  static func warnAboutReplacements(in text: String, name: String) {
    let count = text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count
    guard count > 0 else { return }
    warn("\(name) holds \(counted(count, "place")) that were not UTF-8, each read as U+FFFD")
  }

  /// `text` on one line, with what would act on a terminal spelled out: names and texts come from people.
  static func escaped(_ text: String) -> String { VisibleText.spelled(text) }
}
