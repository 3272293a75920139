/// A word and its probability.
public struct WordPrediction: Sendable, Hashable, Codable {
  /// The whole word.
  public var word: String
  /// Its probability, from 0 to 1.
  public var probability: Double

  /// A word of the given probability.
  public init(word: String, probability: Double) {
    self.word = word
    self.probability = probability
  }
}

/// The most probable words for one position, best first.
public struct WordPredictions: Sendable, Hashable {
  /// The words; their probabilities sum to at most 1.
  public var candidates: [WordPrediction]
  /// Whether it is certain that these are the most probable words and that the probabilities are
  /// within the tolerance asked for; false when the search came to its limit, or when token paths
  /// that were too improbable to be followed could together add more than the tolerance.
  public var isExact: Bool
  /// Whether the search came to its limit before it had found as many words as were asked for; those
  /// that it gives are the most probable ones all the same.
  public var isCutShort: Bool

  /// Predictions for one position.
  public init(
    candidates: [WordPrediction] = [], isExact: Bool = true, isCutShort: Bool = false
  ) {
    self.candidates = candidates
    self.isExact = isExact
    self.isCutShort = isCutShort
  }
}
