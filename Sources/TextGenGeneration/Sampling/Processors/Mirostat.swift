package import TextGenTokenization

/// Mirostat 2 (Basu et al. 2021): steers the surprise of what is written to a target.
///
/// The surprise of a token is -log2 p, in bits, under the distribution that the processor reads. Tokens
/// above a maximum, mu, are removed, but never all; after each draw mu moves by the rate times what the
/// surprise of the drawn token lacks to the target, tau. So the mean surprise of N tokens differs from
/// the target by (2 tau - mu) / (rate N), and comes to it as long as mu stays bounded: as long
/// as the target lies between the surprise of the best token and the entropy.
package struct Mirostat: LogitsProcessor {
  /// The surprise to come to, in bits per token, above 0.
  package let target: Double
  /// How far the maximum moves for each bit between a surprise and the target, above 0.
  package let rate: Double
  /// The greatest surprise that a token may have, in bits: mu.
  package private(set) var maximum: Double
  /// The surprises of the tokens that can be drawn next, in bits, (V).
  private var surprises: [Double] = []

  /// A controller that begins with twice `target`, above 0, as the greatest surprise.
  package init(_ target: Double, rate: Double = 0.1) {
    precondition(target > 0 && target.isFinite, "tau \(target) is not in (0, infinity)")
    precondition(rate > 0 && rate.isFinite, "rate \(rate) is not in (0, infinity)")
    self.target = target
    self.rate = rate
    maximum = 2 * target
  }

  /// Removes the tokens of a surprise above the maximum; where all are, all but the best one.
  package mutating func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    let weights = logits.weights()
    let total = weights.reduce(0, +)
    guard total > 0 else {
      surprises = []
      return
    }
    surprises = weights.map { $0 > 0 ? -binaryLogarithm($0 / total) : .infinity }
    var kept = surprises.indices.filter { surprises[$0] <= maximum }
    if kept.isEmpty { kept = logits.firstIndex(of: logits.greatest).map { [$0] } ?? [] }
    logits.keep(only: kept)
  }

  /// Moves the maximum by the surprise of `token`.
  package mutating func didDraw(_ token: TokenID) {
    guard surprises.indices.contains(Int(token)) else { return }
    let surprise = surprises[Int(token)]
    surprises = []
    guard surprise.isFinite else { return }
    maximum -= rate * (surprise - target)
  }
}

extension SamplingSetting {
  /// The surprise in bits per token that a text is steered to.
  package static let mirostat = SamplingSetting(
    "mirostat", .number(\.mirostat), in: .fromZero(meaning: .off), off: .number(0)
  ) {
    $0.mirostat > 0 ? Mirostat($0.mirostat) : nil
  }
}
