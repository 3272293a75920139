import TextGenCompute
package import TextGenTokenization

/// A step between the model's logits and the sampler: it changes or removes logits.
///
/// Logits are given as log-probabilities or with any constant added; an entry of minus infinity is
/// never sampled. A chain is an array of processors, and its order is the order of the array. A
/// processor writes no NaN where it reads none; it treats NaN as minus infinity.
///
/// A processor is a value with all that it remembers of one text: each text has its own copy of the
/// chain, and a copy of the text forks it.
package protocol LogitsProcessor: Sendable {
  /// Changes `logits`, (V), which the model gave after `context`.
  mutating func process(_ logits: inout [Float], context: borrowing GenerationContext)

  /// Takes notice of the token that was drawn from the logits processed last.
  mutating func didDraw(_ token: TokenID)
}

extension LogitsProcessor {
  /// Remembers nothing.
  package func didDraw(_ token: TokenID) {}
}

extension [any LogitsProcessor] {
  /// Applies each processor in turn.
  package mutating func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    for index in indices { self[index].process(&logits, context: context) }
  }

  /// Tells each processor which token was drawn.
  package mutating func didDraw(_ token: TokenID) {
    for index in indices { self[index].didDraw(token) }
  }
}

/// The kernels for single rows; threads would cost more than they save.
private let engine = Engine()

extension [Float] {
  /// The greatest entry that is not NaN; minus infinity when there is none.
  var greatest: Float {
    var greatest = -Float.infinity
    for value in self where value > greatest { greatest = value }
    return greatest
  }

  /// The exponentials of the entries less the greatest one: 1 for the greatest, 0 for NaN.
  ///
  /// When an entry is plus infinity, only such entries keep weight.
  func weights() -> [Double] {
    let greatest = greatest
    guard greatest.isFinite else { return map { $0 == .infinity ? 1 : 0 } }
    return zip(self, engine.exponentials(of: self, minus: greatest)).map { logit, weight in
      logit > -.infinity ? Double(weight) : 0
    }
  }

  /// Sets every entry to minus infinity but those at `kept`.
  mutating func keep(only kept: [Int]) {
    var result = [Float](repeating: -.infinity, count: count)
    for index in kept { result[index] = self[index] }
    self = result
  }
}

/// What a logits processor may know of the text it works for.
package struct GenerationContext: Sendable {
  /// The tokens of the text so far, those of the prompt included.
  package var tokens: [TokenID]

  /// The context of a text that consists of `tokens`.
  package init(tokens: [TokenID] = []) { self.tokens = tokens }
}
