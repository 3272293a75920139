/// A text completed: candidates for each place and the text with the best ones.
package struct Completion: Sendable, Hashable {
  /// A place of the text and the words that may stand there.
  package struct Position: Sendable, Hashable {
    /// The number of characters (grapheme clusters) of the text before the place.
    ///
    /// Where a word is partly written, the place is the beginning of that word.
    package var offset: Int
    /// The words, best first, and at the end of a text with a word the punctuation marks that are as
    /// probable as the fifth of them; their probabilities sum to at most 1.
    package var candidates: [WordPrediction]
    /// Where a mark is among the candidates, the probability of a space after the text, which is a
    /// factor of those of the words.
    package var space: Double?
    /// Whether the search came to its limit before it had found as many words as were asked for.
    package var isCutShort: Bool

    /// A place and its candidates.
    package init(
      offset: Int, candidates: [WordPrediction], space: Double? = nil, isCutShort: Bool = false
    ) {
      self.offset = offset
      self.candidates = candidates
      self.space = space
      self.isCutShort = isCutShort
    }
  }

  /// The places in the order of the text.
  package var positions: [Position]
  /// The text with its blanks filled and, where it ends open, its sentence finished.
  package var completed: String

  /// A completion with the given places.
  package init(positions: [Position], completed: String) {
    self.positions = positions
    self.completed = completed
  }
}
