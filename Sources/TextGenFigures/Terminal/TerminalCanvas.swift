/// What a terminal can show.
package struct TerminalCanvas: Sendable, Hashable {
  /// The colours of a terminal.
  package enum Colours: Sendable, CaseIterable {
    /// The colours of text and background only.
    case none
    /// The 256 colours of xterm.
    case indexed
    /// 24 bits for each colour.
    case full
  }

  /// The columns, at least 20.
  package let width: Int
  /// The lines that the plot of a chart takes, at least 4.
  package let height: Int
  /// The colours that may be used.
  package let colours: Colours
  /// Whether characters outside ASCII may draw.
  package let isUnicode: Bool
  /// Whether the background is dark: what colours that are not opaque lie on.
  package let isDark: Bool

  /// A canvas of `width` columns.
  package init(
    width: Int, height: Int = 18, colours: Colours = .none, isUnicode: Bool = true,
    isDark: Bool = true
  ) {
    precondition(width >= 20, "\(width) columns are fewer than 20")
    precondition(height >= 4, "\(height) lines are fewer than 4")
    self.width = width
    self.height = height
    self.colours = colours
    self.isUnicode = isUnicode
    self.isDark = isDark
  }

  /// The background, as far as it is known.
  var background: Colour { Colour(isDark ? 0x000000 : 0xFFFFFF) }

  /// The escape sequence that sets the colours of what follows, or none for the usual ones.
  func sequence(ink: Colour?, paper: Colour?) -> String {
    guard colours != .none else { return "" }
    var codes = ["0"]
    if let ink { codes.append("38;" + code(ink)) }
    if let paper { codes.append("48;" + code(paper)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private func code(_ colour: Colour) -> String {
    let seen = colour.over(background)
    guard colours == .full else { return "5;\(seen.terminalIndex)" }
    return "2;\(seen.red);\(seen.green);\(seen.blue)"
  }
}

extension TerminalCanvas {
  /// `title` in lines that fit.
  func heading(_ title: String) -> String {
    let text = title.printable(isUnicode: isUnicode)
    return TextRuler.columns(isUnicode: isUnicode).wrap(text, to: Double(width))
      .map { $0 + "\n" }.joined()
  }

  /// `text` on one line, cut where the canvas ends.
  func line(_ text: String) -> String {
    text.printable(isUnicode: isUnicode).cut(columns: width, isUnicode: isUnicode) + "\n"
  }

  /// The style of numbers in `language`.
  func numbers(_ language: Language) -> NumberStyle {
    NumberStyle(language, isUnicode: isUnicode)
  }
}
