public import Tokenization

/// Chooses the next token from processed logits.
public protocol TokenSampler: Sendable {
  /// A token of `logits`, (V); nil when every entry is minus infinity or NaN.
  ///
  /// When entries are plus infinity, the choice is among them.
  func sample(_ logits: [Float], using generator: inout some RandomNumberGenerator) -> TokenID?
}
