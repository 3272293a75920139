/// Which letters a typed letter may mean, and how much each departure from it weighs.
///
/// People who type leave out accents and capitals, and hardly ever add them. So a letter without a
/// diacritic may mean the same letter with any, a cedilla included, and a small letter its capital;
/// a letter with a diacritic means itself, and a capital means capitals. Each departure multiplies
/// the weight by a constant. Decided per code point of text in NFC.
enum LetterMatch {
  /// The weight of an accent that was left out.
  static let accentLeftOut = 0.1
  /// The weight of a capital that was left out.
  static let capitalLeftOut = 0.03

  /// The weight of `letter` where `typed` was typed; 0 where that cannot mean it.
  static func weight(of letter: Unicode.Scalar, typedAs typed: Unicode.Scalar) -> Double {
    if letter == typed { return 1 }
    if plain[letter] == typed { return accentLeftOut }
    guard let small = small(letter) else { return 0 }
    if small == typed { return capitalLeftOut }
    return plain[small] == typed ? capitalLeftOut * accentLeftOut : 0
  }

  /// The first bytes of the letters that `typed` may mean.
  static func firstBytes(of typed: Unicode.Scalar) -> Set<UInt8> {
    var letters = [typed] + (accented[typed] ?? [])
    let capital = typed.properties.uppercaseMapping.unicodeScalars
    if let capital = capital.first, capital != typed {
      letters += [capital] + (accented[capital] ?? [])
    }
    return Set(letters.compactMap { UTF8.encode($0)?.first })
  }

  /// The small letter of which `letter` is the capital.
  private static func small(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    let mapping = letter.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first.flatMap { $0 == letter ? nil : $0 } : nil
  }

  /// The letter of which each Latin letter with a diacritic is a form.
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
    var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
    // Latin-1 Supplement, Latin Extended-A and -B, Latin Extended Additional.
    for value in [0xC0...0x24F, 0x1E00...0x1EFF].joined() {
      guard let letter = Unicode.Scalar(UInt32(value)) else { continue }
      let words = (letter.properties.name ?? "").split(separator: " ")
      // "LATIN SMALL LETTER C WITH CEDILLA"
      guard words.count > 4, words[2] == "LETTER", words[4] == "WITH", words[3].count == 1,
        let base = (words[1] == "SMALL" ? words[3].lowercased() : String(words[3]))
          .unicodeScalars.first
      else { continue }
      plain[letter] = base
    }
    return plain
  }()

  /// The forms with a diacritic of each letter.
  private static let accented = Dictionary(grouping: plain.keys) { plain[$0] ?? $0 }
}
