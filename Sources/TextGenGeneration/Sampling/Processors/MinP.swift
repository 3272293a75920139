/// Keeps the tokens whose probability is at least a share of the best one's (Nguyen et al. 2024).
package struct MinP: LogitsProcessor {
  /// The share of the greatest probability, from 0 (keeps all) to 1 (keeps the best).
  package let share: Double

  /// A filter that keeps tokens of at least `share`, from 0 to 1, of the best one's probability.
  package init(_ share: Double) {
    precondition((0...1).contains(share), "min-p \(share) is not in 0...1")
    self.share = share
  }

  /// Sets the logits of tokens below the share to minus infinity.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    let weights = logits.weights()
    for index in logits.indices where weights[index] < share { logits[index] = -.infinity }
  }
}

extension SamplingSetting {
  /// The share of the best token's probability that a token must have.
  package static let minP = SamplingSetting(
    "min-p", .number(\.minP), in: .share, off: .number(0)
  ) {
    $0.minP > 0 ? MinP($0.minP) : nil
  }
}
