package import TextGenGeneration

/// What suggests words while a text is typed.
package protocol TypingPredictor {
  /// Adds `text` to the document, exactly as it stands there.
  mutating func append(_ text: String)

  /// At most `count` whole words for which `prefix` may have been typed, the letters of the next word
  /// so far, best first.
  mutating func words(beginningWith prefix: String, count: Int) -> [String]
}

extension PredictionContext: TypingPredictor {
  /// The most probable words for which `prefix` may have been typed, best first.
  package mutating func words(beginningWith prefix: String, count: Int) -> [String] {
    candidates(prefix: prefix, count: count).candidates.map(\.word)
  }
}
