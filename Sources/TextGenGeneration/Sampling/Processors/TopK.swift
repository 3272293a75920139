/// Keeps the k greatest logits (Fan, Lewis and Dauphin 2018); of equal ones, those of lower id.
package struct TopK: LogitsProcessor {
  /// The number of tokens kept, at least 1; above V it keeps all.
  package let count: Int

  /// A filter that keeps `count` tokens, at least 1.
  package init(_ count: Int) {
    precondition(count >= 1, "top-k \(count) is below 1")
    self.count = count
  }

  /// Sets all but the k greatest logits to minus infinity.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    guard count < logits.count else { return }
    var queue = PriorityQueue(RankedToken.all(of: logits))
    var kept: [Int] = []
    while kept.count < count, let next = queue.popGreatest() { kept.append(next.index) }
    logits.keep(only: kept)
  }
}

extension SamplingSetting {
  /// The number of best tokens that stay.
  package static let topK = SamplingSetting(
    "top-k", .count(\.topK), in: .fromZero(meaning: .off), off: .count(0)
  ) {
    $0.topK > 0 ? TopK($0.topK) : nil
  }
}
