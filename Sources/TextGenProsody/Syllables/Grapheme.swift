/// One or two letters that write one sound.
struct Grapheme: Hashable, Sendable {
  /// Where its letters are in the word.
  var letters: Range<Int>
  var sound: Sound

  enum Sound: Hashable, Sendable {
    case vowel(VowelLetter, Letter.Mark)
    /// The u of *água* and *frequente*, which is heard and makes no syllable.
    case glide
    case consonant(Consonant)
  }

  var vowel: VowelLetter? {
    if case .vowel(let vowel, _) = sound { vowel } else { nil }
  }

  var mark: Letter.Mark {
    if case .vowel(_, let mark) = sound { mark } else { .none }
  }

  var consonant: Consonant? {
    if case .consonant(let consonant) = sound { consonant } else { nil }
  }
}

/// A vowel as it is written, without its mark; y counts as i.
enum VowelLetter: UInt8, Sendable {
  case a, e, i, o, u

  var isHigh: Bool { self == .i || self == .u }
}

/// A consonant as far as division and rhyme tell consonants apart.
enum Consonant: UInt8, Sendable {
  case b, k, d, f, g, j, l, lh, m, n, nh, p, r, s, t, v, ch, x, z
  /// c before e, i, and ç: the sound s, never z.
  case c
  /// A silent h.
  case silent
  /// A sign that is no letter of Portuguese.
  case other
}
