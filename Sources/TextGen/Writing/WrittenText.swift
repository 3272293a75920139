package import TextGenGeneration

/// A text that a model has written.
public struct WrittenText: Sendable, Hashable {
  /// Why a text ended.
  public enum Ending: String, Sendable, Hashable, Codable {
    /// It has as many characters as were asked for.
    case length
    /// It has as many lines as were asked for.
    case lines
    /// It came to the stop text, which is not part of it.
    case stop
    /// No token could follow.
    case end
  }

  /// The text that follows the prompt.
  public var text: String
  /// The number of tokens that were chosen.
  public var tokenCount: Int
  /// What made the text end.
  public var ending: Ending
  /// The seed that gives the same text again.
  public var seed: UInt64

  package init(_ text: GeneratedText, seed: UInt64) {
    (self.text, tokenCount, self.seed) = (text.text, text.tokens.count, seed)
    ending =
      switch text.stopped {
      case .length: .length
      case .lines: .lines
      case .stop: .stop
      case .end, .complete, .failed: .end
      }
  }
}
