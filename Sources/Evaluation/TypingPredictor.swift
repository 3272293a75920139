public import Generation

/// What suggests words while a text is typed.
public protocol TypingPredictor {
  /// Adds `text` to the document, exactly as it stands there.
  mutating func append(_ text: String)

  /// At most `count` whole words that begin with `prefix`, the letters of the next word typed so
  /// far, best first.
  mutating func words(beginningWith prefix: String, count: Int) -> [String]
}

extension PredictionContext: TypingPredictor {
  /// The most probable words that begin with `prefix`, best first.
  public mutating func words(beginningWith prefix: String, count: Int) -> [String] {
    candidates(prefix: prefix, count: count).candidates.map(\.word)
  }
}
