package import TextGenTokenization

/// Adds a constant to the logits of some tokens: -100 forbids one in effect, 100 forces it.
package struct LogitBias: LogitsProcessor {
  /// What is added to each token's logit.
  package let biases: [TokenID: Double]

  /// Biases, all finite.
  package init(_ biases: [TokenID: Double]) {
    precondition(biases.values.allSatisfy(\.isFinite), "a bias is not finite")
    self.biases = biases
  }

  /// Adds the biases.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    for (token, bias) in biases where logits.indices.contains(Int(token)) {
      logits[Int(token)] += Float(bias)
    }
  }
}
