/// Nucleus sampling (Holtzman et al. 2020): keeps the smallest set of most probable tokens whose
/// probabilities sum to at least p; of equal tokens, those of lower id come first.
package struct TopP: LogitsProcessor {
  /// The probability to be kept, from 0 to 1; 0 keeps the best token alone, 1 keeps all.
  package let probability: Double

  /// A filter that keeps at least `probability`, from 0 to 1.
  package init(_ probability: Double) {
    precondition((0...1).contains(probability), "top-p \(probability) is not in 0...1")
    self.probability = probability
  }

  /// Sets the logits outside the nucleus to minus infinity.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    guard probability < 1 else { return }
    let weights = logits.weights()
    let wanted = weights.reduce(0, +) * probability
    var queue = PriorityQueue(RankedToken.all(of: logits))
    var kept: [Int] = []
    var sum = 0.0
    while kept.isEmpty || sum < wanted, let next = queue.popGreatest() {
      kept.append(next.index)
      sum += weights[next.index]
    }
    logits.keep(only: kept)
  }
}

extension SamplingSetting {
  /// The probability of the best tokens that stay.
  package static let topP = SamplingSetting(
    "top-p", .number(\.topP), in: .share, off: .number(1)
  ) {
    $0.topP < 1 ? TopP($0.topP) : nil
  }
}
