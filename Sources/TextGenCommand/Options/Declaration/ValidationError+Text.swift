import ArgumentParser

extension ValidationError {
  /// A refusal in the language of the program.
  init(_ message: some Translated) { self.init(message.text) }
}
