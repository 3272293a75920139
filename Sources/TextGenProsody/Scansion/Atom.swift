/// A vowel of a line that can be a syllable by itself, with the letters that go with it.
struct Atom: Sendable, Hashable {
  /// The letters, consonants included.
  var text: String
  /// The word of the line.
  var word: Int
  var vowel: VowelLetter
  var stress: Stress
  /// Whether it is the i or u of a diphthong.
  var isGlide = false
  /// Whether it ends in a nasal sound.
  var isNasal = false
  /// Whether it is the end of a falling diphthong, which is then followed by nothing in its word.
  var closesDiphthong = false
  var isLastOfWord = false

  /// What stress it can bear.
  enum Stress: Int, Sendable, Comparable {
    case none, clitic, secondary, weak, strong

    static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

    /// Whether a meeting counts the vowel as stressed.
    var isProminent: Bool { self >= .weak }
  }

  /// Loudness: a is above e and o, these are above i and u.
  var sonority: Int {
    if isGlide { return 0 }
    switch vowel {
    case .a: return 3
    case .e, .o: return stress.isProminent ? 2 : 1
    case .i, .u: return stress.isProminent ? 2 : 1
    }
  }
}
