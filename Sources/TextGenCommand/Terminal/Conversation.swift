import Synchronization

/// Messages on standard error. Write failures are ignored.
enum Conversation {
  private static let silence = Atomic<Bool>(false)

  /// Whether only warnings and errors are said.
  static var isQuiet: Bool { silence.load(ordering: .relaxed) }

  /// From now on, only warnings and errors are said.
  static func beQuiet() { silence.store(true, ordering: .relaxed) }

  /// Says a sentence, on a line of its own; what would act on a terminal is spelled out.
  static func say(_ sentence: String) { say(TerminalText(sentence)) }

  /// Says what may be styled, on a line of its own.
  static func say(_ text: TerminalText) {
    if !isQuiet { write(text) }
  }

  /// Says a message, on a line of its own.
  static func say(_ message: some Translated) { say(message.text) }

  /// Says something that is worth knowing.
  static func note(_ sentence: String) { say("textgen: " + Speech.note.text + sentence) }

  /// Says something that is worth knowing.
  static func note(_ message: some Translated) { note(message.text) }

  /// Says something that is likely not what the user wants.
  static func warn(_ sentence: String) {
    write(TerminalText("textgen: " + Speech.warning.text + sentence))
  }

  /// Says something that is likely not what the user wants.
  static func warn(_ message: some Translated) { warn(message.text) }

  /// Says why the work failed.
  static func fail(_ sentence: String) {
    write(TerminalText("textgen: " + Speech.error.text + sentence))
  }

  /// Says how often `text` holds U+FFFD: bytes that are not UTF-8 are read as it.
  static func warnAboutReplacements(in text: String, name: String) {
    let count = text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count
    guard count > 0 else { return }
    warn(Speech.replacements(name: name, count: count))
  }

  /// `text` on one line, with what would act on a terminal spelled out: names and texts come from people.
  static func escaped(_ text: String) -> String { VisibleText.spelled(text) }

  private static func write(_ text: TerminalText) { try? StandardStream.error.write(text + "\n") }
}
