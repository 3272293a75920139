/// A letter taken apart: the ASCII letter and the mark on it.
struct Letter: Hashable, Sendable {
  /// The lower-case ASCII letter, or 0 for what is no Latin letter.
  var base: UInt8
  var mark: Mark

  /// What is written on or under a letter.
  enum Mark: UInt8, Sendable {
    case none, acute, grave, circumflex, tilde, diaeresis, cedilla
  }

  init(base: UInt8, mark: Mark = .none) {
    self.base = base
    self.mark = mark
  }

  /// The letter of a code point in NFC; case is folded.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A: self.init(base: UInt8(scalar.value))
    case 0x41...0x5A: self.init(base: UInt8(scalar.value + 0x20))
    case 0xC0...0xDE, 0xE0...0xFE: self = Self.marked(scalar.value | 0x20)
    default: self.init(base: Self.isApostrophe(scalar) ? Self.apostrophe : 0)
    }
  }

  static let apostrophe = UInt8(ascii: "'")

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}"
  }

  var isVowel: Bool {
    switch base {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Whether the mark says that the syllable is stressed.
  var bearsAccent: Bool { mark == .acute || mark == .circumflex }

  /// The lower-case letter without its mark.
  var character: Character { Character(Unicode.Scalar(base)) }

  private static func marked(_ value: UInt32) -> Letter {
    switch value {
    case 0xE0...0xE5: Letter(base: UInt8(ascii: "a"), mark: marks[Int(value - 0xE0)])
    case 0xE7: Letter(base: UInt8(ascii: "c"), mark: .cedilla)
    case 0xE8...0xEB: Letter(base: UInt8(ascii: "e"), mark: narrowMarks[Int(value - 0xE8)])
    case 0xEC...0xEF: Letter(base: UInt8(ascii: "i"), mark: narrowMarks[Int(value - 0xEC)])
    case 0xF1: Letter(base: UInt8(ascii: "n"), mark: .tilde)
    case 0xF2...0xF6: Letter(base: UInt8(ascii: "o"), mark: marks[Int(value - 0xF2)])
    case 0xF9...0xFC: Letter(base: UInt8(ascii: "u"), mark: narrowMarks[Int(value - 0xF9)])
    case 0xFD: Letter(base: UInt8(ascii: "y"), mark: .acute)
    default: Letter(base: 0)
    }
  }

  private static let marks: [Mark] = [.grave, .acute, .circumflex, .tilde, .diaeresis, .none]
  private static let narrowMarks: [Mark] = [.grave, .acute, .circumflex, .diaeresis]
}

extension [Letter] {
  /// The letters without marks, in lower case; other signs are left out.
  var folded: String {
    var text = ""
    for letter in self where letter.base != 0 && letter.base != Letter.apostrophe {
      text.append(letter.character)
    }
    return text
  }
}
