/// A text whose pieces are coloured by their values: bits per character, or a unit's activation.
package struct TintedText: Figure {
  /// A part of the text: a character, a token or a word.
  package struct Piece: Sendable, Hashable {
    /// The characters of the piece.
    package var text: String
    /// The value; NaN leaves the piece without colour.
    package var value: Double

    /// A piece of text with its value.
    package init(_ text: String, _ value: Double) {
      self.text = text
      self.value = value
    }
  }

  package var title: String
  /// The pieces in their order.
  package var pieces: [Piece]
  /// The colours of the values.
  package var scale: ColourScale
  /// What the values are.
  package var label: String
  /// The unit of the values.
  package var unit: String?
  package var language: Language

  /// A text made of `pieces` in their order, with nothing between them.
  package init(
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

  package var summary: String {
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
