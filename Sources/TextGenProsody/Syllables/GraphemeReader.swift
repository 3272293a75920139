/// Letters to graphemes.
///
/// *ch lh nh* are one consonant; so are *ph th rh* of the spelling before 1911 (Portugal) and 1943
/// (Brazil). The u of *qu gu* before e, i is silent but for a list of stems; before a, o, and with
/// a diaeresis, it is a glide (Bechara, *Moderna Gramática Portuguesa*, 37th ed. 1999, "encontros
/// vocálicos"). An apostrophe belongs to the sound after it.
struct GraphemeReader {
  private let letters: [Letter]
  private let pronouncesU: Bool
  private var position = 0
  private var start = 0

  static func graphemes(of letters: [Letter]) -> [Grapheme] {
    let hasU = letters.contains { $0.base == UInt8(ascii: "u") }
    var reader = GraphemeReader(
      letters: letters, pronouncesU: hasU && PronouncedU.contains(letters.folded))
    return reader.read()
  }

  private init(letters: [Letter], pronouncesU: Bool) {
    self.letters = letters
    self.pronouncesU = pronouncesU
  }

  private mutating func read() -> [Grapheme] {
    var result: [Grapheme] = []
    result.reserveCapacity(letters.count)
    while position < letters.count {
      start = position
      while position < letters.count, letters[position].base == Letter.apostrophe { position += 1 }
      guard position < letters.count else {
        if !result.isEmpty {
          result[result.count - 1].letters = result[result.count - 1].letters.lowerBound..<position
        }
        break
      }
      let (sound, length) = sound(letters[position])
      position += length
      result.append(Grapheme(letters: start..<position, sound: sound))
      if let last = result.last, takesGlide(last) {
        result.append(Grapheme(letters: position..<position + 1, sound: .glide))
        position += 1
      }
    }
    return result
  }

  /// Whether a heard u that makes no syllable follows *q* or *g*.
  private func takesGlide(_ grapheme: Grapheme) -> Bool {
    guard let consonant = grapheme.consonant, consonant == .k || consonant == .g,
      position < letters.count, letters[position].base == UInt8(ascii: "u"),
      letters[position - 1].base == UInt8(ascii: "q")
        || letters[position - 1].base == UInt8(ascii: "g"),
      letters[position].mark == .none || letters[position].mark == .diaeresis
    else { return false }
    return position + 1 < letters.count && letters[position + 1].isVowel
  }

  private func sound(_ letter: Letter) -> (Grapheme.Sound, Int) {
    if let vowel = Self.vowel(letter.base) { return (.vowel(vowel, letter.mark), 1) }
    let next = position + 1 < letters.count ? letters[position + 1].base : 0
    switch letter.base {
    case UInt8(ascii: "c"):
      if next == UInt8(ascii: "h") {
        return (.consonant(isConsonant(at: position + 2) ? .k : .ch), 2)
      }
      let isSoft =
        letter.mark == .cedilla || next == UInt8(ascii: "e") || next == UInt8(ascii: "i")
        || next == UInt8(ascii: "y")
      return (.consonant(isSoft ? .c : .k), 1)
    case UInt8(ascii: "g"):
      if next == UInt8(ascii: "e") || next == UInt8(ascii: "i") { return (.consonant(.j), 1) }
      return (.consonant(.g), silentU(after: position) ? 2 : 1)
    case UInt8(ascii: "q"): return (.consonant(.k), silentU(after: position) ? 2 : 1)
    case UInt8(ascii: "l") where next == UInt8(ascii: "h"): return (.consonant(.lh), 2)
    case UInt8(ascii: "n"):
      if letter.mark == .tilde { return (.consonant(.nh), 1) }
      return next == UInt8(ascii: "h") ? (.consonant(.nh), 2) : (.consonant(.n), 1)
    case UInt8(ascii: "p") where next == UInt8(ascii: "h"): return (.consonant(.f), 2)
    case UInt8(ascii: "t") where next == UInt8(ascii: "h"): return (.consonant(.t), 2)
    case UInt8(ascii: "r") where next == UInt8(ascii: "h"): return (.consonant(.r), 2)
    default: return (.consonant(Self.consonants[letter.base] ?? .other), 1)
    }
  }

  private func isConsonant(at index: Int) -> Bool {
    index < letters.count && !letters[index].isVowel
  }

  private func silentU(after index: Int) -> Bool {
    guard index + 2 < letters.count, letters[index + 1] == Letter(base: UInt8(ascii: "u")) else {
      return false
    }
    let next = letters[index + 2].base
    return (next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y"))
      && !pronouncesU
  }

  private static func vowel(_ base: UInt8) -> VowelLetter? {
    switch base {
    case UInt8(ascii: "a"): .a
    case UInt8(ascii: "e"): .e
    case UInt8(ascii: "i"), UInt8(ascii: "y"): .i
    case UInt8(ascii: "o"): .o
    case UInt8(ascii: "u"): .u
    default: nil
    }
  }

  private static let consonants: [UInt8: Consonant] = [
    UInt8(ascii: "b"): .b, UInt8(ascii: "d"): .d, UInt8(ascii: "f"): .f, UInt8(ascii: "h"): .silent,
    UInt8(ascii: "j"): .j, UInt8(ascii: "k"): .k, UInt8(ascii: "l"): .l, UInt8(ascii: "m"): .m,
    UInt8(ascii: "p"): .p, UInt8(ascii: "r"): .r, UInt8(ascii: "s"): .s, UInt8(ascii: "t"): .t,
    UInt8(ascii: "v"): .v, UInt8(ascii: "w"): .v, UInt8(ascii: "x"): .x, UInt8(ascii: "z"): .z,
  ]
}
