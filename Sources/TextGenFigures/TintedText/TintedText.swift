/// A text whose pieces are coloured by their values: bits per character, or a unit's activation.
public struct TintedText: Figure {
  /// A part of the text: a character, a token or a word.
  public struct Piece: Sendable, Hashable {
    /// The characters of the piece.
    public var text: String
    /// The value; NaN leaves the piece without colour.
    public var value: Double

    /// A piece of text with its value.
    public init(_ text: String, _ value: Double) {
      self.text = text
      self.value = value
    }
  }

  public var title: String
  /// The pieces in their order.
  public var pieces: [Piece]
  /// The colours of the values.
  public var scale: ColourScale
  /// What the values are.
  public var label: String
  /// The unit of the values.
  public var unit: String?
  public var language: Language

  /// A text made of `pieces` in their order, with nothing between them.
  public init(
    _ title: String, _ pieces: [Piece], scale: ColourScale = .marker(), label: String,
    unit: String? = nil, language: Language = .english
  ) {
    self.title = title
    self.pieces = pieces
    self.scale = scale
    self.label = label
    self.unit = unit
    self.language = language
  }

  public var summary: String {
    let key = key
    let ends = key.ends(NumberStyle(language))
    return "\(language.tintedText): \(key.label), "
      + "\(ends.low) \(language.to) \(ends.high). "
      + pieces.map(\.text).joined()
  }
}

extension TintedText {
  var key: ColourKey {
    ColourKey(scale, values: pieces.map(\.value), label: label, unit: unit)
  }

  /// The text in lines of at most `columns` columns of equal width.
  func lines(columns: Int, isUnicode: Bool) -> [[TextFlow.Sign]] {
    var flow = TextFlow(columns: columns, isUnicode: isUnicode)
    for (index, piece) in pieces.enumerated() {
      for character in piece.text { flow.add(character, piece: index) }
    }
    // A line end at the end of the text starts no line.
    return flow.lines.last?.isEmpty == true ? flow.lines.dropLast() : flow.lines
  }

  /// The background of each piece; nil for those without a value.
  var tints: [Colour?] {
    let key = key
    return pieces.map { key.colour($0.value) }
  }
}
