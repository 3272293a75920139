package import TextGenGeneration

/// A text completed: candidates for each position, and the text with the best ones.
public struct TextCompletion: Sendable, Hashable {
  /// A position of the text and what may stand there.
  public struct Position: Sendable, Hashable {
    /// The number of characters (grapheme clusters) of the text before the position. Where a word is partly
    /// written, the position is the beginning of that word.
    public var offset: Int
    /// The candidates, best first; their probabilities sum to at most 1.
    public var candidates: [Candidate]
    /// The probability of a space after the text, a factor of those of all words, where a mark is among the
    /// candidates; else nil.
    public var spaceProbability: Double?
    /// Whether the search came to its limit before it had found as many words as were asked for.
    public var isCutShort: Bool

    /// A position and its candidates.
    public init(
      offset: Int, candidates: [Candidate], spaceProbability: Double? = nil,
      isCutShort: Bool = false
    ) {
      self.offset = offset
      self.candidates = candidates
      self.spaceProbability = spaceProbability
      self.isCutShort = isCutShort
    }
  }

  /// The positions in the order of the text.
  public var positions: [Position]
  /// The text with its blanks filled and, where it ends open, its sentence finished.
  public var completed: String

  /// A text with the given positions.
  public init(positions: [Position], completed: String) {
    self.positions = positions
    self.completed = completed
  }

  package init(_ completion: Completion) {
    completed = completion.completed
    positions = completion.positions.map { position in
      Position(
        offset: position.offset, candidates: position.candidates.map(Candidate.init),
        spaceProbability: position.space, isCutShort: position.isCutShort)
    }
  }
}

/// Why a text cannot be completed.
public enum CompletionFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text has more blanks than can be filled together.
  case tooManyBlanks(found: Int, limit: Int)
  /// The number of candidates is outside its range.
  case candidateCount(found: Int, limit: Int)

  package init(_ error: CompletionError) {
    self =
      switch error {
      case .tooManyBlanks(let found, let limit): .tooManyBlanks(found: found, limit: limit)
      case .candidateCount(let found, let limit): .candidateCount(found: found, limit: limit)
      }
  }

  /// One sentence: what was found and what was expected.
  public var description: String {
    switch self {
    case .tooManyBlanks(let found, let limit):
      "the text has \(found) blanks, but at most \(limit) can be filled together"
    case .candidateCount(let found, let limit):
      "\(found) candidates asked for, but the number must be 1 to \(limit)"
    }
  }
}
