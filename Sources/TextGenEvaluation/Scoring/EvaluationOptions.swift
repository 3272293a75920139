package import TextGenGeneration

/// What is measured, and how a long text is cut.
package struct EvaluationOptions: Sendable, Hashable {
  /// The words that the typist writes at most; 0 leaves the typist out.
  package var wordLimit: Int
  /// The pieces of a text that are scored side by side at most, 1 or more.
  package var maximumPieces: Int
  /// The tokens that a piece of a text is warmed up on, 0 or more.
  package var warmup: Int
  /// How far the searches for words go.
  package var search: WordSearchOptions

  /// Options; with the defaults a text of less than 8,000 tokens is scored in one piece.
  package init(
    wordLimit: Int = 3_000, maximumPieces: Int = 32, warmup: Int = 1_000,
    search: WordSearchOptions = .interactive
  ) {
    precondition(wordLimit >= 0, "\(wordLimit) words, at least 0 expected")
    precondition(maximumPieces >= 1, "\(maximumPieces) pieces, at least 1 expected")
    precondition(warmup >= 0, "a warm-up of \(warmup) tokens, at least 0 expected")
    self.wordLimit = wordLimit
    self.maximumPieces = maximumPieces
    self.warmup = warmup
    self.search = search
  }
}

/// How far a measurement is.
package struct EvaluationProgress: Sendable, Hashable {
  /// A part of a measurement.
  package enum Stage: Sendable, Hashable {
    /// The probability of each token is asked for.
    case scoring
    /// The simulated typist writes.
    case typing
  }

  /// What is being done.
  package let stage: Stage
  /// The share of the stage that is done, from 0 to 1.
  package let share: Double
}
