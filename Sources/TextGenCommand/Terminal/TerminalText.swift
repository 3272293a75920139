/// Text that a terminal may be given: nothing in it that came from outside can command the terminal.
///
/// In a literal, what is written in the program stays, and what is interpolated is made visible:
///
///     let line: TerminalText = "\(style.bold(title))\t\(path)\n"
struct TerminalText: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The text as it is written.
  private(set) var string: String

  /// The text of a literal, which is the program's own.
  init(stringLiteral literal: String) { string = literal }

  init(stringInterpolation interpolation: StringInterpolation) { string = interpolation.string }

  /// Text from anywhere, made visible.
  init(_ text: String, as layout: VisibleText.Layout = .line) {
    string = VisibleText.spelled(text, as: layout)
  }

  /// Text whose outside parts were made visible by others, such as a picture, as it is.
  init(unescaped text: String) { string = text }

  static func + (first: Self, second: Self) -> Self {
    Self(unescaped: first.string + second.string)
  }

  static func += (first: inout Self, second: Self) { first.string += second.string }

  /// Keeps literals and makes interpolated text visible.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var string = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { string += literal }

    mutating func appendInterpolation(_ text: String) { string += VisibleText.spelled(text) }

    mutating func appendInterpolation(_ text: TerminalText) { string += text.string }
  }
}

/// Text in which characters that act instead of being seen are spelled out, such as `\u{1B}`.
enum VisibleText {
  /// Which characters stay, and how others are spelled.
  enum Layout: Sendable {
    /// One line: line ends and tabulators are spelled out, too.
    case line
    /// Lines: line ends and tabulators stay.
    case lines
    /// JSON, which means the same afterwards.
    case json
  }

  /// `text` with control characters, separators of lines and paragraphs, and what turns the direction of
  /// a line spelled out.
  static func spelled(_ text: String, as layout: Layout = .line) -> String {
    guard text.unicodeScalars.contains(where: { acts($0, in: layout) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard acts(scalar, in: layout) else {
        result.append(scalar)
        continue
      }
      result.append(contentsOf: spelling(of: scalar, as: layout).unicodeScalars)
    }
    return String(result)
  }

  private static func acts(_ scalar: Unicode.Scalar, in layout: Layout) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: layout == .line
    // Embeddings, overrides and isolates: "Trojan Source" (Boucher and Anderson 2021).
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func spelling(of scalar: Unicode.Scalar, as layout: Layout) -> String {
    guard layout == .json else { return scalar.escaped(asASCII: true) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
