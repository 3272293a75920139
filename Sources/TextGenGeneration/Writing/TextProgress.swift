/// How far a text is.
package struct TextProgress: Sendable, Hashable {
  /// Tokens that were written.
  package var written: Int
  /// Tokens that are written at most.
  package var limit: Int
}
