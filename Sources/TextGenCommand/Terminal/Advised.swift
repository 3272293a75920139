/// An error of a library, with what the command line says of it.
protocol Advised: Error {
  /// One sentence: what was found, what was expected and what to do.
  var sentence: String { get }
}
