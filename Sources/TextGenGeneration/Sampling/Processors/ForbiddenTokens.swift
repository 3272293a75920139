package import TextGenTokenization

/// Removes tokens that must never be written, such as the unknown token.
package struct ForbiddenTokens: LogitsProcessor {
  /// The tokens that are removed.
  package let tokens: [TokenID]

  /// A filter that removes `tokens`.
  package init(_ tokens: [TokenID]) { self.tokens = tokens }

  /// Sets the logits of the forbidden tokens to minus infinity.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    for token in tokens where logits.indices.contains(Int(token)) {
      logits[Int(token)] = -.infinity
    }
  }
}
