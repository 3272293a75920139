package import TextGenEvaluation

/// How well a model predicts a text.
public struct TextScore: Sendable, Hashable {
  /// A token of the text and what it costs.
  public struct Piece: Sendable, Hashable {
    /// The text of the token.
    public var text: String
    /// -log2 of its probability given the text before it, and for an unknown token the bits of its spelling;
    /// 0 or more.
    public var bits: Double
  }

  /// The tokens of the text, in order.
  public var pieces: [Piece]
  /// The bits of the whole text per character (NFC code point); nil for an empty text.
  public var bitsPerCharacter: Double?

  package init(_ surprise: TextSurprise) {
    pieces = surprise.pieces.map { Piece(text: $0.text, bits: $0.bits) }
    bitsPerCharacter = surprise.bitsPerCharacter
  }
}
