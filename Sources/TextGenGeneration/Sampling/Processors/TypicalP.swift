/// Locally typical sampling (Meister et al. 2022): keeps the tokens whose surprise is nearest to what is
/// to be expected.
///
/// The surprise of a token is -log p, and what is to be expected is its mean, the entropy H of the
/// distribution. Kept is the smallest set of tokens by |-log p - H|, least first, whose probabilities sum
/// to at least that asked for; of equal ones, those of lower id come first.
package struct TypicalP: LogitsProcessor {
  /// The probability to be kept, from 0 to 1; 0 keeps the most typical token alone, 1 keeps all.
  package let probability: Double

  /// A filter that keeps at least `probability`, from 0 to 1.
  package init(_ probability: Double) {
    precondition((0...1).contains(probability), "typical-p \(probability) is not in 0...1")
    self.probability = probability
  }

  /// Sets the logits outside the typical set to minus infinity.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    guard probability < 1 else { return }
    let weights = logits.weights()
    let total = weights.reduce(0, +)
    guard total > 0 else { return }
    let possible = weights.indices.filter { weights[$0] > 0 }
    let surprises = possible.map { -naturalLogarithm(weights[$0] / total) }
    let entropy = zip(possible, surprises).reduce(0) { $0 + weights[$1.0] / total * $1.1 }
    let order = possible.indices.sorted { left, right in
      let (first, second) = (abs(surprises[left] - entropy), abs(surprises[right] - entropy))
      return first != second ? first < second : left < right
    }
    var kept: [Int] = []
    var sum = 0.0
    for place in order {
      if !kept.isEmpty, sum >= total * probability { break }
      kept.append(possible[place])
      sum += weights[possible[place]]
    }
    logits.keep(only: kept)
  }
}

extension SamplingSetting {
  /// The probability of the most typical tokens that stay.
  package static let typicalP = SamplingSetting(
    "typical-p", .number(\.typicalP), in: .share, off: .number(1)
  ) {
    $0.typicalP < 1 ? TypicalP($0.typicalP) : nil
  }
}
