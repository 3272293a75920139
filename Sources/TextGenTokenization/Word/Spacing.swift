/// On which sides of a token a space is usual in Portuguese print.
///
/// Words and punctuation imply their spaces; only where a text differs does it need a token for
/// the space, or one for its absence.
struct Spacing: Sendable, Hashable {
  /// Whether a space usually stands before the token.
  let before: Bool
  /// Whether a space usually stands after it.
  let after: Bool

  /// Words, numbers, dashes and most signs: a space on both sides.
  static let word = Spacing(before: true, after: true)
  /// Line ends, other white space, control characters, slashes: no space on either side.
  static let none = Spacing(before: false, after: false)
  /// Opening brackets and quotes, and straight quotes, which open as often as they close.
  static let opening = Spacing(before: true, after: false)
  /// Closing brackets and quotes, commas, stops, percent.
  static let closing = Spacing(before: false, after: true)

  /// Whether a space is implied between two neighbours.
  static func impliesSpace(_ previous: Spacing, _ next: Spacing) -> Bool {
    previous.after && next.before
  }

  private init(before: Bool, after: Bool) {
    self.before = before
    self.after = after
  }

  /// The spacing of `token`, valid UTF-8: its first code point decides for the side before it, its
  /// last one for the side after.
  init(of token: some Collection<UInt8>) {
    let scalars = String(decoding: token, as: UTF8.self).unicodeScalars
    before = scalars.first.map { Self.spacing(of: $0).before } ?? false
    after = scalars.last.map { Self.spacing(of: $0).after } ?? false
  }

  private static func spacing(of scalar: Unicode.Scalar) -> Spacing {
    switch scalar {
    case ",", ".", ";", ":", "!", "?", ")", "]", "}", "»", "”", "’", "…", "%", "‰", "›": .closing
    case "(", "[", "{", "«", "“", "‘", "„", "‚", "‹", "¿", "¡", "#", "@", "\"", "'": .opening
    case "/", "\\", "°", "\u{200B}"..."\u{200F}", "\u{FEFF}": .none
    default: scalar.properties.generalCategory == .control || isWhite(scalar.value) ? .none : .word
    }
  }
}

/// Whether a code point is white space, the line feed included (White_Space in Unicode).
@inline(__always)
func isWhite(_ value: UInt32) -> Bool {
  if value < 0x80 { return value == 0x20 || 0x09...0x0D ~= value }
  switch value {
  case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
  default: return false
  }
}

/// What stands between two tokens, told token by token.
struct SpacingTracker {
  /// What it takes to write the gap before a token.
  enum Gap {
    /// No token: the gap is the implied one.
    case implied
    /// A token that says "no space here".
    case glue
    /// So many tokens of one space each.
    case spaces(Int)
  }

  private var previous = Spacing.none
  private var spaceCount = 0

  /// Whether there are spaces since the last token.
  var hasSpaces: Bool { spaceCount > 0 }

  /// Notes `count` spaces.
  @inline(__always)
  mutating func addSpaces(_ count: Int) { spaceCount += count }

  /// The gap before a token, which then is the previous one.
  @inline(__always)
  mutating func gap(before next: Spacing) -> Gap {
    let isImplied = Spacing.impliesSpace(previous, next)
    let count = spaceCount
    previous = next
    spaceCount = 0
    if count == 0 { return isImplied ? .glue : .implied }
    return count == 1 && isImplied ? .implied : .spaces(count)
  }
}
