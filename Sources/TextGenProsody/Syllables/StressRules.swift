/// Which syllable of a word the spelling stresses.
///
/// An acute or circumflex, else a tilde in one of the last two syllables, else the end of the word:
/// the last syllable before final r l z x i u is us im um om ins uns ons, a nasal or a falling
/// diphthong, else the last but one. Source: *Acordo Ortográfico da Língua Portuguesa* (1990),
/// bases VIII to XI, read backwards. A grave inside a word is an old secondary stress.
enum StressRules {
  /// The stressed one of `nuclei`, counted from 0.
  static func stressed(_ graphemes: [Grapheme], _ nuclei: [Nucleus]) -> Int {
    guard nuclei.count > 1 else { return 0 }
    if let accented = nuclei.lastIndex(where: { has(.accent, graphemes, $0) }) { return accented }
    if let tilde = nuclei.indices.suffix(2).last(where: { has(.tilde, graphemes, nuclei[$0]) }) {
      return tilde
    }
    return isOxytone(graphemes, nuclei) ? nuclei.count - 1 : nuclei.count - 2
  }

  /// Whether the spelling marks the stress of the word.
  static func isMarked(_ graphemes: [Grapheme]) -> Bool {
    graphemes.contains { $0.mark == .acute || $0.mark == .circumflex || $0.mark == .tilde }
  }

  private enum Sign { case accent, tilde }

  private static func has(_ sign: Sign, _ graphemes: [Grapheme], _ nucleus: Nucleus) -> Bool {
    graphemes[nucleus.graphemes].contains { grapheme in
      switch sign {
      case .accent: grapheme.mark == .acute || grapheme.mark == .circumflex
      case .tilde: grapheme.mark == .tilde
      }
    }
  }

  private static func isOxytone(_ graphemes: [Grapheme], _ nuclei: [Nucleus]) -> Bool {
    let last = nuclei[nuclei.count - 1]
    let ending = graphemes[last.graphemes.upperBound...].compactMap(\.consonant)
    let vowel = graphemes[last.peak].vowel
    switch ending {
    case [], [.s]: return last.shape == .falling || vowel?.isHigh == true
    case [.m]: return vowel != .a && vowel != .e
    case [.n, .s]: return vowel != .a && vowel != .e
    case [.n]: return false
    default: return true
    }
  }
}
