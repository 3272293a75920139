/// The sounds of a word from its stressed vowel on, in one variety and one reading.
package struct RhymeKey: Sendable, Hashable {
  /// What a full rhyme shares.
  let sounds: [RhymeSound]
  /// The vowels, one entry a syllable, as the letters have them: what assonance shares.
  let vowels: [VowelGroup]
  /// Whether the word ends in the sound s.
  let endsInS: Bool
  /// Whether the word ends in a vowel.
  let endsInVowel: Bool

  /// Syllables after the stressed one.
  var distance: Int { vowels.count - 1 }

  /// The vowels of one syllable: *ei*, *ão*.
  struct VowelGroup: Sendable, Hashable {
    var vowel: VowelLetter
    var height: VowelHeight?
    var glide: VowelLetter?
    var isNasal: Bool
  }

  /// How two words with these keys rhyme.
  ///
  /// `consoante`: every sound is equal. `toante`: the same distance of the stress from the end and
  /// equal vowels; of words stressed on the last syllable the stressed one, of those stressed on the
  /// last but two the first and the last.
  func rhyme(with other: RhymeKey) -> RhymeKind {
    guard distance == other.distance else { return .none }
    if sounds == other.sounds { return .consoante }
    guard hasEqualVowels(other) else { return .none }
    if distance == 0 {
      // Of *pá* and *paz* one ends in s and the other in nothing.
      let isPlural = endsInS && other.endsInVowel || other.endsInS && endsInVowel
      return isPlural ? .none : .toante
    }
    return endsInS == other.endsInS ? .toante : .none
  }

  private func hasEqualVowels(_ other: RhymeKey) -> Bool {
    guard vowels.first == other.vowels.first else { return false }
    return distance == 0 || vowels.last == other.vowels.last
  }
}

/// A sound as far as rhyme tells sounds apart.
enum RhymeSound: Sendable, Hashable {
  case vowel(VowelLetter, VowelHeight?, isNasal: Bool)
  case glide(VowelLetter, isNasal: Bool)
  case consonant(Consonant)
  /// x as in *táxi*.
  case ks
}

/// How two words rhyme, best last.
package enum RhymeKind: String, Sendable, Hashable, Comparable {
  case none
  /// Equal vowels.
  case toante
  /// Equal sounds.
  case consoante

  private var rank: Int {
    switch self {
    case .none: 0
    case .toante: 1
    case .consoante: 2
    }
  }

  package static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
}
