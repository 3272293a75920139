/// A failure that is known to the program itself: one sentence.
struct Failure: Error, CustomStringConvertible {
  /// What was found, what was expected and what to do.
  let description: String

  /// A failure that says `sentence`.
  init(_ sentence: String) { description = sentence }

  /// A failure that says `message` in the language of the program.
  init(_ message: some Translated) { description = message.text }
}
