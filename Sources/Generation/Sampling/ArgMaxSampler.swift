public import Tokenization

/// Greedy choice: the token of the greatest logit; of equal ones, that of the lowest id.
public struct ArgMaxSampler: TokenSampler {
  /// A greedy sampler.
  public init() {}

  /// The token of the greatest logit; the generator is not used.
  public func sample(
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
