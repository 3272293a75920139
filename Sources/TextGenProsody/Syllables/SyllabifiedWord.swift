/// A word divided into syllables, with its stress.
package struct SyllabifiedWord: Sendable, Hashable {
  /// The word as given, in NFC.
  package let word: String
  /// The syllables as offsets of code points in `word`; hyphens belong to none.
  package let syllables: [Range<Int>]
  /// The stressed syllable, counted from the end: 1 is the last.
  package let stress: Int
  /// The other division of words such as *cílio*, whose last two vowels are one syllable or two.
  package let alternative: Division?
  package let weight: Weight
  /// Other syllables with a weaker stress, counted from the end: those of *-mente*, of diminutives
  /// and of the first part of a compound.
  package let secondaryStresses: [Int]
  /// The parts between hyphens, from which scansion and rhyme read sounds.
  let parts: [WordPart]

  package struct Division: Sendable, Hashable {
    package let syllables: [Range<Int>]
    /// Counted from the end: 1 is the last.
    package let stress: Int
  }

  /// The letters of each syllable.
  package var texts: [String] { texts(of: syllables) }

  /// The letters of each syllable of a division of this word.
  package func texts(of division: [Range<Int>]) -> [String] {
    let scalars = Array(word.unicodeScalars)
    return division.map { range in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range])
      return String(text)
    }
  }
}

/// What lies between two hyphens of a word, divided.
struct WordPart: Sendable, Hashable {
  /// Where its letters begin in the word.
  let start: Int
  let letters: [Letter]
  let graphemes: [Grapheme]
  let nuclei: [Nucleus]
  /// The first grapheme of each syllable.
  let syllableStarts: [Int]
  /// The stressed nucleus, counted from 0; nil in an enclitic pronoun.
  let stressed: Int?
  /// A second nucleus that may be stressed instead: the spelling before the reforms leaves it open.
  let openStress: Int?
  /// A nucleus with a weaker stress, counted from 0.
  let secondary: Int?
  let weight: Weight

  /// Whether its last two syllables have no consonant between them.
  var endsInHiatus: Bool {
    nuclei.count > 1
      && nuclei[nuclei.count - 2].graphemes.upperBound
        == nuclei[nuclei.count - 1].graphemes.lowerBound
  }

  /// Whether it begins with a vowel, perhaps after a silent h.
  var opensWithVowel: Bool {
    guard let first = nuclei.first else { return false }
    return graphemes[..<first.graphemes.lowerBound].allSatisfy { $0.consonant == .silent }
  }

  /// Where a syllable is in the whole word.
  func range(of syllable: Int) -> Range<Int> {
    let first = syllable == 0 ? 0 : graphemes[syllableStarts[syllable]].letters.lowerBound
    let end =
      syllable + 1 < syllableStarts.count
      ? graphemes[syllableStarts[syllable + 1]].letters.lowerBound : letters.count
    return start + first..<start + end
  }
}
