extension StringProtocol {
  /// The text as it may stand in HTML and SVG, in an element or in a quoted attribute.
  var escaped: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      default: result.append(scalar.shown)
      }
    }
    return String(result)
  }

  /// The text on one line of a terminal, which it cannot command.
  func printable(isUnicode: Bool) -> String {
    map { $0.isWhitespace && $0 != "\t" ? " " : $0.printable(isUnicode: isUnicode) }.joined()
  }

  /// The text with spaces and line ends that can be seen.
  func visible(isUnicode: Bool) -> String {
    map { $0.visible(isUnicode: isUnicode) }.joined()
  }
}

extension Character {
  /// The character with a sign in place of a space, a tabulator and a line end.
  func visible(isUnicode: Bool) -> String {
    if isNewline { return isUnicode ? "⏎" : "$" }
    if self == "\t" { return isUnicode ? "⇥" : "~" }
    return isWhitespace ? (isUnicode ? "␣" : "_") : printable(isUnicode: isUnicode)
  }

  /// The character, or a sign in its place where it would act on a terminal.
  func printable(isUnicode: Bool) -> String {
    let scalars = unicodeScalars.map { scalar in
      guard isUnicode || scalar.shown == scalar else { return Unicode.Scalar("?") }
      return scalar.shown
    }
    let text = String(String.UnicodeScalarView(scalars))
    // A mark without a letter would join the character before it.
    guard unicodeScalars.first?.properties.isGraphemeExtend == true else { return text }
    return (isUnicode ? "◌" : "?") + text
  }
}

extension Unicode.Scalar {
  /// The scalar, or a sign in place of one that acts instead of being seen: control characters,
  /// those that turn the direction of the line, and those that XML forbids.
  var shown: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200B, 0xFEFF: "\u{FFFD}"
    default: value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : self
    }
  }
}
