/// Whether a stressed e or o is open (é, ó) or closed (ê, ô).
package enum VowelHeight: String, Sendable, Hashable {
  case open, closed
}

/// The heights that the stressed vowel of a word can have.
struct HeightReading: Sendable, Hashable {
  /// Two for homographs such as *gosto*, noun and verb.
  let heights: Set<VowelHeight>
  /// False where only the commoner height of the ending is known.
  let isSure: Bool

  init(_ heights: Set<VowelHeight>, isSure: Bool = true) {
    self.heights = heights
    self.isSure = isSure
  }

  static let open = HeightReading([.open])
  static let closed = HeightReading([.closed])
}

/// Height by the written accent, by the sounds after the vowel, by the longest ending in
/// `HeightEndings`.
///
/// Sources: Bechara, *Moderna Gramática Portuguesa* (37th ed. 1999), "metafonia" and
/// "alternância vocálica" in verbs; Cunha and Cintra (1984), ch. 13.
enum HeightRules {
  /// The heights of vowel e or o that bears the stress; `letters` are those of its part of the word.
  static func reading(of part: WordPart, in variety: Variety) -> HeightReading {
    guard let stressed = part.stressed else { return .closed }
    let nucleus = part.nuclei[stressed]
    let peak = part.graphemes[nucleus.peak]
    if closesWithNasal(part, nucleus) { return .closed }
    switch peak.mark {
    case .acute, .grave: return .open
    case .circumflex, .tilde: return .closed
    default: break
    }
    if isBeforeNasal(part, nucleus) { return .closed }
    let ending = HeightEndings.reading(of: part.letters)
    if nucleus.shape == .falling {
      guard ending?.heights == [.open], let glide = part.graphemes[nucleus.peak + 1].vowel else {
        return .closed
      }
      // *ideia* rhymes with *aldeia* in Portugal.
      return glide == .i && peak.vowel == .e && variety == .portugal ? .closed : .open
    }
    return ending ?? HeightReading([common(part, nucleus)], isSure: false)
  }

  /// A nasal vowel has one height, whatever its accent: *também, têm*.
  private static func closesWithNasal(_ part: WordPart, _ nucleus: Nucleus) -> Bool {
    let next = nucleus.graphemes.upperBound
    guard isBeforeNasal(part, nucleus), part.graphemes[next].consonant != .nh else { return false }
    return next + 1 == part.graphemes.count || part.graphemes[next + 1].consonant != nil
  }

  private static func isBeforeNasal(_ part: WordPart, _ nucleus: Nucleus) -> Bool {
    let next = nucleus.graphemes.upperBound
    guard next < part.graphemes.count, let consonant = part.graphemes[next].consonant else {
      return false
    }
    return consonant == .m || consonant == .n || consonant == .nh
  }

  /// The commoner height: closed before a final o, open elsewhere.
  private static func common(_ part: WordPart, _ nucleus: Nucleus) -> VowelHeight {
    let last = part.nuclei.last.map { part.graphemes[$0.peak].vowel } ?? nil
    return last == .o && part.nuclei.last != nucleus ? .closed : .open
  }
}
