public import Tokenization

/// A text that has ended.
public struct GeneratedText: Sendable, Hashable {
  /// The text that follows the prompt, in whole grapheme clusters.
  public var text: String
  /// The tokens that were chosen; the last of them may reach beyond the end of `text`.
  public var tokens: [TokenID]
  /// Why the text ended.
  public var stopped: StopReason

  /// A text, its tokens and why it ended.
  public init(text: String, tokens: [TokenID], stopped: StopReason) {
    self.text = text
    self.tokens = tokens
    self.stopped = stopped
  }
}
