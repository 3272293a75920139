package import TextGenGeneration

/// A word or a punctuation mark that may come next.
public struct Candidate: Sendable, Hashable, Codable {
  /// The whole word, or the mark.
  public var word: String
  /// Its probability, from 0 to 1.
  public var probability: Double
  /// Whether it is a punctuation mark, which follows the text without a space.
  public var isMark: Bool

  /// A candidate of the given probability.
  public init(word: String, probability: Double, isMark: Bool = false) {
    self.word = word
    self.probability = probability
    self.isMark = isMark
  }

  package init(_ prediction: WordPrediction) {
    self.init(
      word: prediction.word, probability: prediction.probability, isMark: prediction.isMark)
  }
}
