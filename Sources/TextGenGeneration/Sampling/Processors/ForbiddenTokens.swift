public import TextGenTokenization

/// Removes tokens that must never be written, such as the unknown token.
public struct ForbiddenTokens: LogitsProcessor {
  /// The tokens that are removed.
  public let tokens: [TokenID]

  /// A filter that removes `tokens`.
  public init(_ tokens: [TokenID]) { self.tokens = tokens }

  /// Sets the logits of the forbidden tokens to minus infinity.
  public func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    for token in tokens where logits.indices.contains(Int(token)) {
      logits[Int(token)] = -.infinity
    }
  }
}
