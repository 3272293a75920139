/// Reads words as they were spelled before the reforms of 1911 (Portugal) and 1943 (Brazil), which
/// left most accents out: *languido, gloria, Virgilio*.
///
/// A word without a written accent is folded (*ll* to l, *ph* to f, *th* to t, *y* to i …) and looked
/// up among modern words that have one. A word that isn't found there and ends like such words keeps
/// two stresses open, and the line decides.
public struct OldSpelling: Sendable {
  /// The stressed syllable from the end, by folded word.
  private let stresses: [String: Int]

  /// - Parameter words: modern words with their accents, such as *lânguido*.
  public init(words: some Sequence<String>) {
    let syllabifier = Syllabifier()
    var stresses: [String: Int] = [:]
    for word in words {
      let divided = syllabifier.divide(word)
      let hiatus = divided.alternative?.stress ?? divided.stress
      stresses[Self.folded(word.unicodeScalars.map { Letter($0) })] = hiatus
    }
    self.stresses = stresses
  }

  /// The words that the module knows by itself.
  public static let standard = OldSpelling(words: AccentedWords.all)

  /// The stressed syllable from the end, final rising groups counted as two, of a word that the
  /// spelling before the reforms writes without its accent; nil where its letters decide.
  func stressFromEnd(of letters: [Letter]) -> Int? {
    guard letters.count > 2, !letters.contains(where: { $0.bearsAccent || $0.mark == .tilde })
    else {
      return nil
    }
    let folded = Self.folded(letters)
    if let known = stresses[folded] { return known }
    guard folded.contains("ch") else { return nil }
    return stresses[
      folded.replacingCH(before: "ei", with: "qu").replacingCH(before: "aou", with: "c")]
  }

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
      let doubled = zip(letters, letters.dropFirst()).contains { first, second in
        first == second && doubles.contains(first)
      }
      return doubled || digraphs.contains { letters.folded.contains($0) }
        || letters.count > 3 && letters.folded.hasSuffix("aes") && !word.contains("ã")
    }
  }

  private static let doubles = Set("bcdfglmnpt".utf8)
  private static let digraphs = ["ph", "th"]
}

extension [UInt8] {
  fileprivate var folded: String { String(decoding: self, as: UTF8.self) }
}
