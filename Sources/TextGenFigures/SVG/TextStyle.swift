/// How a line of text in a drawing looks.
package struct TextStyle: Sendable {
  /// Which part of the text lies at its point.
  package enum Anchor: String, Sendable {
    /// The start, the middle or the end of the line.
    case start, middle, end
  }

  /// The font size in pixels.
  package var size: Double
  /// The colour of the text.
  package var paint: Paint
  /// Which part of the text lies at its point.
  package var anchor: Anchor
  /// Whether the text stands out.
  package var isBold = false
  /// Whether the text runs from bottom to top.
  package var isUpright = false
  /// Whether a rim in the colour of the background parts the text from what is below it.
  package var hasHalo = false
  /// The width that a font with characters of equal width is fitted to, in pixels.
  var fixedWidth: Double?

  /// A style for text of `size` pixels.
  package init(_ size: Double = 13, _ paint: Paint = .ink, anchor: Anchor = .start) {
    self.size = size
    self.paint = paint
    self.anchor = anchor
  }

  /// The attributes of a `text` element, without size and colour.
  var attributes: String {
    var result = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    if isBold { result += " font-weight=\"600\"" }
    if let fixedWidth {
      result += " font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\""
      result += " xml:space=\"preserve\" textLength=\"\(pixels(fixedWidth))\""
    }
    return result
  }
}
