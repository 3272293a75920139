/// An error of a library, with what the command line says of it.
protocol Advised: Error {
  /// One sentence: what was found, what was expected and what to do.
  var sentence: String { get }
}

extension Advised where Self: Translated {
  /// The sentence in the language of the program.
  var sentence: String { text }
}
