package import TextGenTokenization

/// Chooses the next token from processed logits.
package protocol TokenSampler: Sendable {
  /// A token of `logits`, (V); nil when every entry is minus infinity or NaN.
  ///
  /// When entries are plus infinity, the choice is among them.
  func sample(_ logits: [Float], using generator: inout some RandomNumberGenerator) -> TokenID?
}

/// Greedy choice: the token of the greatest logit; of equal ones, that of the lowest id.
package struct ArgMaxSampler: TokenSampler {
  /// A greedy sampler.
  package init() {}

  /// The token of the greatest logit; the generator is not used.
  package func sample(
    _ logits: [Float], using generator: inout some RandomNumberGenerator
  ) -> TokenID? {
    var best: Int?
    var greatest = -Float.infinity
    for index in logits.indices where logits[index] > greatest {
      greatest = logits[index]
      best = index
    }
    return best.map(TokenID.init)
  }
}

/// Draws a token with its probability under the softmax of the logits, from one random number.
package struct CategoricalSampler: TokenSampler {
  /// A sampler from the softmax of the logits.
  package init() {}

  /// The token at whose share of the sum a uniform number falls; never one of probability 0.
  package func sample(
    _ logits: [Float], using generator: inout some RandomNumberGenerator
  ) -> TokenID? {
    let weights = logits.weights()
    // 53 bits, so that every value is exact and less than 1.
    let uniform = Double(generator.next() >> 11) * 0x1p-53
    var rest = uniform * weights.reduce(0, +)
    var last: Int?
    for index in weights.indices where weights[index] > 0 {
      if rest < weights[index] { return TokenID(index) }
      rest -= weights[index]
      last = index
    }
    return last.map(TokenID.init)
  }
}
