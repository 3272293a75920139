package import TextGenTokenization

/// A piece of one of several texts that are written side by side.
package struct TextChunk: Sendable, Hashable {
  /// The number of the text, from 0.
  package var index: Int
  /// Whole grapheme clusters that follow the text's earlier chunks; empty only in a last chunk.
  package var text: String
  /// What was noted of the tokens since the text's earlier chunks, where anything is noted.
  package var tokens: [WrittenToken]
  /// The whole text, in its last chunk.
  package var result: GeneratedText?

  /// A chunk of text number `index`.
  package init(
    index: Int, text: String, tokens: [WrittenToken] = [], result: GeneratedText? = nil
  ) {
    self.index = index
    self.text = text
    self.tokens = tokens
    self.result = result
  }
}

/// A text that has ended.
package struct GeneratedText: Sendable, Hashable {
  /// The text that follows the prompt, in whole grapheme clusters; empty where it failed.
  package var text: String
  /// The tokens that were chosen; the last of them may reach beyond the end of `text`.
  package var tokens: [TokenID]
  /// Why the text ended.
  package var stopped: StopReason
  /// The stop text that it ended before; nil where it ended otherwise.
  package var stopText: String?
  /// Why there is no text; nil where there is one.
  package var failure: ConstraintFailure?

  /// A text, its tokens and why it ended.
  package init(
    text: String, tokens: [TokenID], stopped: StopReason, stopText: String? = nil,
    failure: ConstraintFailure? = nil
  ) {
    self.text = text
    self.tokens = tokens
    self.stopped = stopped
    self.stopText = stopText
    self.failure = failure
  }
}
