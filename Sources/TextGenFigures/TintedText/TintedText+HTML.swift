extension TintedText {
  /// The text as real text that can be selected and read aloud, its values as tool tips.
  package var html: String {
    let style = NumberStyle(language)
    let spans = zip(pieces, tints).map { span($0, tint: $1, style) }.joined()
    return """
      <div class="tinted"><p class="title">\(title.escaped)</p>
      <p class="text">\(spans)</p>
      \(legend(style))</div>
      """
  }

  private func span(_ piece: Piece, tint: Colour?, _ style: NumberStyle) -> String {
    let text = piece.text.map { $0.isNewline ? "\n" : String($0) }.joined()
    guard let tint else { return "<span>\(text.escaped)</span>" }
    // The sign of a line end is drawn by the style sheet, so that it is not copied with the text.
    let kind = text == "\n" ? " class=\"end\"" : ""
    let ink = tint.opacity < 1 ? "" : ";color:\(tint.readableInk.hex)"
    return "<span\(kind) style=\"background:\(css(tint))\(ink)\""
      + " title=\"\(style.short(piece.value).escaped)\">\(text.escaped)</span>"
  }

  private func legend(_ style: NumberStyle) -> String {
    let key = key
    let ends = key.ends(style)
    let stops = scale.stops.map(css).joined(separator: ",")
    return "<p class=\"key\">\(key.label.escaped): \(ends.low) "
      + "<span class=\"bar\" style=\"background:linear-gradient(to right,\(stops))\"></span> "
      + "\(ends.high)</p>"
  }

  private func css(_ colour: Colour) -> String {
    let (red, green, blue) = (colour.red, colour.green, colour.blue)
    return "rgba(\(red),\(green),\(blue),\(pixels(colour.opacity)))"
  }
}
