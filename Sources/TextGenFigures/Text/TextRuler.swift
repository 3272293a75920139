// How much room text takes. Without the fonts of the reader, widths are estimates, rather too
// wide than too narrow.

extension Character {
  /// The columns of a terminal that the character takes.
  ///
  /// East Asian and pictographic characters take two (UAX #11, ranges simplified).
  var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0..<0x1100: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") ? 2 : 1
    }
  }

  /// The width in a proportional font without serifs, as a share of the font size.
  fileprivate var relativeWidth: Double {
    guard columns < 2, let scalar = unicodeScalars.first else { return 1.1 }
    switch scalar {
    case "i", "j", "l", "I", "í", "ì", ".", ",", ":", ";", "'", "|", "!", "\u{202F}": return 0.32
    case " ", "f", "t", "r", "(", ")", "[", "]", "-", "/", "\"", "⁻", "¹": return 0.42
    case "m", "w", "M", "W", "@", "%", "…", "—": return 0.95
    case "A"..."Z", "À"..."Þ": return 0.72
    default: return scalar.value < 0x250 || isLetter || isNumber ? 0.6 : 0.75
    }
  }
}

/// How wide the characters of a text are.
struct TextRuler {
  /// The width of a character, in the unit of the limits.
  let width: (Character) -> Double
  /// What stands for the rest of a text that is cut.
  let ellipsis: String

  /// Columns of a terminal.
  static func columns(isUnicode: Bool) -> TextRuler {
    TextRuler(width: { Double($0.columns) }, ellipsis: isUnicode ? "…" : "..")
  }

  /// Pixels, in a proportional font of `size` pixels.
  static func pixels(_ size: Double) -> TextRuler {
    TextRuler(width: { $0.relativeWidth * size }, ellipsis: "…")
  }

  /// The width of `text`.
  func width(_ text: some StringProtocol) -> Double { text.reduce(0) { $0 + width($1) } }

  /// `text`, cut at its end to be no wider than `limit`.
  func cut(_ text: some StringProtocol, to limit: Double) -> String {
    guard width(text) > limit else { return String(text) }
    var room = limit - width(ellipsis)
    let kept = text.prefix { character in
      room -= width(character)
      return room >= 0
    }
    return kept.isEmpty ? "" : kept + ellipsis
  }

  /// `text` in lines no wider than `limit`; longer words are cut.
  func wrap(_ text: some StringProtocol, to limit: Double) -> [String] {
    let space = width(" ")
    var lines: [String] = []
    var room = 0.0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let length = width(word)
      if !lines.isEmpty, space + length <= room {
        lines[lines.count - 1] += " " + word
        room -= space + length
      } else {
        lines.append(cut(word, to: limit))
        room = limit - length
      }
    }
    return lines
  }
}

extension StringProtocol {
  /// The columns of a terminal that the text takes.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// About the width of the text in pixels, in a proportional font of `size` pixels.
  func width(_ size: Double) -> Double { TextRuler.pixels(size).width(self) }

  /// The text, cut to `limit` pixels in a proportional font of `size` pixels.
  func cut(_ limit: Double, size: Double) -> String { TextRuler.pixels(size).cut(self, to: limit) }

  /// The text, cut to `columns` of a terminal.
  func cut(columns: Int, isUnicode: Bool) -> String {
    TextRuler.columns(isUnicode: isUnicode).cut(self, to: Double(columns))
  }

  /// The text with spaces before it (`leading`) or after it, `count` columns wide.
  func padded(_ count: Int, leading: Bool = false) -> String {
    let spaces = String(repeating: " ", count: Swift.max(0, count - columns))
    return leading ? spaces + self : self + spaces
  }
}
