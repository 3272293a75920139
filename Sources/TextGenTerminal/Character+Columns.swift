extension Character {
  /// The columns that it takes as it is shown here: 2 for what is wide in East Asian text (UAX 11) and for
  /// emoji, none for a line end, else 1; what shows nothing by itself has a stand-in.
  package var columns: Int {
    guard let first = unicodeScalars.first, !isNewline else { return 0 }
    if isBare { return 1 }
    if unicodeScalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation { return 2 }
    return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// Whether it is a control character, which shows nothing.
  var isControl: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }

  /// Whether it is a control character, or a mark without a letter.
  var isBare: Bool {
    switch unicodeScalars.first?.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }

  /// Blocks whose characters are wide or full-width.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// The columns of all its characters.
  package var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The beginning that fits so many columns.
  package func fitting(_ columns: Int) -> SubSequence {
    var left = columns
    return prefix { character in
      left -= character.columns
      return left >= 0
    }
  }
}
