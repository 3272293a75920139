import TextGenLanguageModeling
import TextGenTokenization

/// Asks a model for the probability of every token of a text.
///
/// A text begins after one line break. A long text is cut into up to `maximumPieces` pieces that
/// are scored side by side. The state of a piece, but for the first, begins with a line break and
/// has then read the `warmup` tokens before the piece, which are not charged there; so what a
/// model would remember from before its warm-up is lost to a piece, and nothing else is. Every
/// token is charged exactly once. A model that adapts itself learns from a text in one piece alone. A text of less than 8 · `warmup` tokens is one piece, and its
/// state is carried through from its first token to its last.
struct TextScorer<Model: AutoregressiveModel>: Sendable {
  /// The tokens of a piece that are scored in one call, so that progress shows.
  private static var sliceLength: Int { 1_024 }

  let model: Model
  let lineBreak: TokenID
  let maximumPieces: Int
  let warmup: Int

  /// The natural logarithm of the probability of each of `tokens`.
  ///
  /// `progress` is told the share done, from 0 to 1.
  func logProbabilities(
    of tokens: [TokenID], progress: (Double) -> Void = { _ in }
  ) -> [Float] {
    let pieces = ScoringPiece.pieces(
      of: tokens.count, maximumCount: maximumPieces, warmup: warmup)
    let longest = pieces.reduce(0) { max($0, $1.read.count) }
    var start = model.makeState()
    model.feed([lineBreak], to: &start)
    var states = pieces.map { _ in start }
    var result = [Float](repeating: 0, count: tokens.count)
    for offset in stride(from: 0, to: longest, by: Self.sliceLength) {
      let slices = pieces.map { piece in
        let first = min(piece.read.lowerBound + offset, piece.read.upperBound)
        return first..<min(first + Self.sliceLength, piece.read.upperBound)
      }
      let texts = slices.map { Array(tokens[$0]) }
      let scores =
        texts.count == 1
        ? [model.learnScoring(texts[0], state: &states[0])]
        : model.score(texts, states: &states)
      for (piece, (slice, score)) in zip(pieces, zip(slices, scores)) {
        for (token, value) in zip(slice, score) where token >= piece.charged.lowerBound {
          result[token] = value
        }
      }
      progress(min(1, Double(offset + Self.sliceLength) / Double(longest)))
    }
    return result
  }
}
