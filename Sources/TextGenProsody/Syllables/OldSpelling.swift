/// Reads words as they were spelled before the reforms of 1911 (Portugal) and 1943 (Brazil), which
/// left most accents out: *languido, gloria, Virgilio*.
///
/// A word without a written accent is folded (*ll* to l, *ph* to f, *th* to t, *y* to i …) and looked
/// up among modern words that have one. A word that isn't found there and ends like such words keeps
/// two stresses open, and the line decides.
package struct OldSpelling: Sendable {
  /// The accents that words have today, by folded word.
  private let accents: [String: Accent]

  /// An accent and the vowel that bears it, counted from the end of the word from 0; a silent u is no
  /// vowel.
  private struct Accent {
    let vowel: Int
    let mark: Letter.Mark
  }

  /// - Parameter words: modern words with their accents, such as *lânguido*.
  package init(words: some Sequence<String>) {
    var accents: [String: Accent] = [:]
    for word in words {
      let letters = word.unicodeScalars.map { Letter($0) }
      let vowels = GraphemeReader.graphemes(of: letters).filter { $0.vowel != nil }
      guard let index = vowels.lastIndex(where: { $0.mark == .acute || $0.mark == .circumflex })
      else { continue }
      accents[Self.folded(letters)] = Accent(
        vowel: vowels.count - 1 - index, mark: vowels[index].mark)
    }
    self.accents = accents
  }

  /// The words that the module knows by itself.
  package static let standard = OldSpelling(words: AccentedWords.all)

  /// `letters` with the accent that the word has today; as they are where they have one, or where none
  /// is known.
  func restored(_ letters: [Letter]) -> [Letter] {
    guard letters.count > 2, !letters.contains(where: { $0.bearsAccent || $0.mark == .tilde }),
      let accent = accent(of: Self.folded(letters))
    else { return letters }
    let vowels = GraphemeReader.graphemes(of: letters).filter { $0.vowel != nil }
    guard accent.vowel < vowels.count else { return letters }
    var restored = letters
    restored[vowels[vowels.count - 1 - accent.vowel].letters.upperBound - 1].mark = accent.mark
    return restored
  }

  private func accent(of folded: String) -> Accent? {
    if let known = accents[folded] { return known }
    if let ending = Self.endings.first(where: { folded.hasSuffix($0.text) }) {
      return Accent(vowel: ending.vowel, mark: .acute)
    }
    guard folded.holds("ch") else { return nil }
    return accents[
      folded.replacingCH(before: "ei", with: "qu").replacingCH(before: "aou", with: "c")]
  }

  /// Superlatives and adjectives in *-vel*: today all have an accent.
  private static let endings: [(text: String, vowel: Int)] = [
    ("issimo", 2), ("issima", 2), ("issimos", 2), ("issimas", 2), ("avel", 1), ("ivel", 1),
    ("ovel", 1), ("aveis", 2), ("iveis", 2), ("oveis", 2),
  ]

  /// The letters of a word as a reform would have them, without marks.
  static func folded(_ letters: [Letter]) -> String {
    var result: [UInt8] = []
    let bases = letters.map(\.base).filter { $0 != 0 && $0 != Letter.apostrophe }
    for (index, base) in bases.enumerated() {
      let next = index + 1 < bases.count ? bases[index + 1] : 0
      switch base {
      case UInt8(ascii: "y"): result.append(UInt8(ascii: "i"))
      case UInt8(ascii: "h") where isAfter("t", bases, index) || isAfter("r", bases, index): break
      case UInt8(ascii: "h") where isAfter("p", bases, index):
        result.removeLast()
        result.append(UInt8(ascii: "f"))
      case UInt8(ascii: "k"): result.append(UInt8(ascii: "c"))
      case let double
      where double == next && double != UInt8(ascii: "r") && double != UInt8(ascii: "s")
        && !Letter(base: double).isVowel:
        break
      default: result.append(base)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isAfter(_ letter: Character, _ bases: [UInt8], _ index: Int) -> Bool {
    index > 0 && bases[index - 1] == letter.asciiValue
  }
}

extension String {
  /// *mechanica* to *mecanica*, *machina* to *maquina*.
  fileprivate func replacingCH(before vowels: String, with letters: String) -> String {
    var result = ""
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix("ch"), let next = rest.dropFirst(2).first, vowels.contains(next) {
        result += letters
        rest = rest.dropFirst(2)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

extension OldSpelling {
  /// Whether one of `words` is spelled as no word is today: doubled consonants, *ph*, *th*, *-aes*.
  static func isOld(_ words: [String]) -> Bool {
    words.contains { word in
      let letters = word.unicodeScalars.map { Letter($0).base }
      let isOld = zip(letters, letters.dropFirst()).contains { first, second in
        first == second && doubles.contains(first)
          || second == UInt8(ascii: "h") && digraphs.contains(first)
      }
      return isOld
        || letters.count > 3 && letters.folded.hasSuffix("aes") && !word.contains("ã")
    }
  }

  private static let doubles = Set("bcdfglmnpt".utf8)
  /// With an h behind them.
  private static let digraphs = Set("pt".utf8)
}

extension [UInt8] {
  fileprivate var folded: String { String(decoding: self, as: UTF8.self) }
}
