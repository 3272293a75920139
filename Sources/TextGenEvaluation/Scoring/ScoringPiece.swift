/// A part of a text that is scored as if by itself: warmed up on some tokens, charged for others.
///
/// The pieces of a text read equally many tokens, so that they run side by side to the end; the
/// first needs no warm-up and is charged for as many more.
struct ScoringPiece: Sendable, Hashable {
  /// The tokens that the model reads.
  let read: Range<Int>
  /// The tokens that count: the end of `read`.
  let charged: Range<Int>

  /// At most `maximumCount` pieces of `tokenCount` tokens, in order; each token is charged once.
  ///
  /// No piece but the last is charged for less than three times its `warmup`, or for less than one
  /// token; a text too short for two such pieces is one piece.
  static func pieces(
    of tokenCount: Int, maximumCount: Int, warmup: Int
  ) -> [ScoringPiece] {
    precondition(maximumCount >= 1, "\(maximumCount) pieces, at least 1 expected")
    precondition(warmup >= 0, "a warm-up of \(warmup) tokens")
    let count = max(1, min(maximumCount, tokenCount / max(4 * warmup, 1)))
    let length = (tokenCount + (count - 1) * warmup + count - 1) / count
    return (0..<count).compactMap { piece in
      let start = piece * (length - warmup)
      let first = piece == 0 ? 0 : start + warmup
      guard first < tokenCount else { return nil }
      let end = min(tokenCount, start + length)
      return ScoringPiece(read: start..<end, charged: first..<end)
    }
  }
}
