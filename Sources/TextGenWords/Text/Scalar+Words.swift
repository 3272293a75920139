// What words are made of.

extension Unicode.Scalar {
  /// Whether the scalar is a letter (general category L).
  package var isLetter: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  /// Whether the scalar is a digit or another number (Nd, Nl, No).
  package var isNumber: Bool {
    if isASCII { return ("0"..."9").contains(self) }
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return true
    default: return false
    }
  }

  /// Whether the scalar is a letter, a mark, a number or an underscore.
  package var isWordCharacter: Bool {
    if isASCII { return isLetter || isNumber || self == "_" }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return isLetter || isNumber
    }
  }

  /// Whether the scalar joins two parts of one word: a hyphen or an apostrophe.
  package var isWordJoiner: Bool { self == "-" || self == "'" || self == "\u{2019}" }
}

extension Character {
  /// Whether the character begins with a letter, a mark, a number or an underscore.
  package var isWordCharacter: Bool { unicodeScalars.first?.isWordCharacter ?? false }

  /// Whether the character is a hyphen or an apostrophe.
  package var isWordJoiner: Bool {
    unicodeScalars.count == 1 && unicodeScalars.first?.isWordJoiner == true
  }
}
