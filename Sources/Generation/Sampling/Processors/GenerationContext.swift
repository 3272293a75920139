public import Tokenization

/// What a logits processor may know of the text it works for.
public struct GenerationContext: Sendable {
  /// The tokens of the text so far, those of the prompt included.
  public var tokens: [TokenID]

  /// The context of a text that consists of `tokens`.
  public init(tokens: [TokenID] = []) { self.tokens = tokens }
}
