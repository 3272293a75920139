/// The vowels of one syllable.
struct Nucleus: Hashable, Sendable {
  /// Its vowels among the graphemes of the word.
  var graphemes: Range<Int>
  var shape: Shape

  enum Shape: Sendable {
    case single
    /// A vowel and an i or u after it, or a nasal diphthong: *pai, mão*.
    case falling
    /// The end of *cílio*: one syllable, or two.
    case rising
  }

  /// The grapheme of the vowel that is loudest.
  var peak: Int { shape == .rising ? graphemes.upperBound - 1 : graphemes.lowerBound }
}

/// Rows of vowels to nuclei.
///
/// Two vowels fall together where the second is i or u, save before nh, before l m n r z that close
/// the syllable, and at the seams of `Hiatus`; all else is hiatus. Vowel, i, vowel divides after the
/// i (*al-dei-a*). Source: Cunha and Cintra, *Nova Gramática do Português Contemporâneo* (1984),
/// ch. 3, "encontros vocálicos".
struct NucleusFinder {
  private let graphemes: [Grapheme]
  /// The graphemes that must begin a nucleus.
  private let seams: Set<Int>

  init(_ graphemes: [Grapheme], seams: Set<Int>) {
    self.graphemes = graphemes
    self.seams = seams
  }

  func nuclei() -> [Nucleus] {
    var result: [Nucleus] = []
    var position = 0
    while position < graphemes.count {
      guard graphemes[position].vowel != nil else {
        position += 1
        continue
      }
      let falls = fallsTogether(position)
      let end = position + (falls ? 2 : 1)
      result.append(Nucleus(graphemes: position..<end, shape: falls ? .falling : .single))
      position = end
    }
    return result
  }

  private func fallsTogether(_ first: Int) -> Bool {
    let second = first + 1
    guard second < graphemes.count, !seams.contains(second), let a = graphemes[first].vowel,
      let b = graphemes[second].vowel
    else { return false }
    if graphemes[first].mark == .tilde {
      return a == .a && (b == .o || b == .e || b == .i) || a == .o && (b == .e || b == .i)
    }
    guard graphemes[second].mark == .none else { return false }
    guard b.isHigh else { return isOldDiphthong(first, a, b) }
    return a != b && !isBeforeFinalIU(second) && !isBeforeClosingSonorant(second)
  }

  /// *pae, geraes*, *céo, páo, heróe* of the old spelling, and *ao*.
  private func isOldDiphthong(_ first: Int, _ a: VowelLetter, _ b: VowelLetter) -> Bool {
    guard isEndOfWord(after: first + 1) else { return false }
    switch (a, b) {
    case (.a, .e): return graphemes[first].mark == .none || graphemes[first].mark == .acute
    case (.a, .o):
      return first == 0 && graphemes[first].mark != .circumflex || graphemes[first].mark == .acute
    case (.e, .o), (.o, .e): return graphemes[first].mark == .acute
    default: return false
    }
  }

  /// *tra-iu*, *re-ca-iu*: the last two vowels fall together.
  private func isBeforeFinalIU(_ second: Int) -> Bool {
    let third = second + 1
    return graphemes[second].vowel == .i && third + 1 == graphemes.count
      && graphemes[third].vowel == .u && graphemes[third].mark == .none
  }

  /// Before nh, and before l m n r z at the end or before another consonant.
  private func isBeforeClosingSonorant(_ second: Int) -> Bool {
    guard second + 1 < graphemes.count else { return false }
    let next = graphemes[second + 1].consonant
    switch next {
    case .nh: return true
    // rr is one sound: *bair-ro*.
    case .r where second + 2 < graphemes.count && graphemes[second + 2].consonant == .r:
      return false
    case .l, .m, .n, .r, .z:
      return second + 2 == graphemes.count
        || graphemes[second + 2].consonant.map { $0 != .silent } ?? false
    default: return false
    }
  }

  private func isEndOfWord(after index: Int) -> Bool {
    index + 1 == graphemes.count
      || index + 2 == graphemes.count && graphemes[index + 1].consonant == .s
  }
}
