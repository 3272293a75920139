/// A piece of one of several texts that are written side by side.
public struct TextChunk: Sendable, Hashable {
  /// The number of the text, from 0.
  public var index: Int
  /// Whole grapheme clusters that follow the text's earlier chunks; empty only in a last chunk.
  public var text: String
  /// The whole text, in its last chunk.
  public var result: GeneratedText?

  /// A chunk of text number `index`.
  public init(index: Int, text: String, result: GeneratedText? = nil) {
    self.index = index
    self.text = text
    self.result = result
  }
}
