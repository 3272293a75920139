import TextGenProsody
import TextGenVerse

/// The words that a poem on a theme should have: those of the theme, their forms, and words that come with them.
struct ThemeWords {
  private let spelled: SpelledLexicon
  /// The words of the lexicon that the theme names, each with its forms.
  let words: [(word: WordID, family: [WordID])]

  init(_ theme: [String], _ spelled: SpelledLexicon) {
    self.spelled = spelled
    words = theme.flatMap { $0.lowercased().split { !$0.isLetter } }.compactMap { text in
      Self.find(String(text), spelled).map { (word: $0, family: Self.family(of: $0, spelled)) }
    }
  }

  /// What each word is worth, in nats.
  func weights() -> [WordID: Double] {
    guard !words.isEmpty else { return [:] }
    let vectors = ThemeVectors.portuguese
    let themes = words.map { spelled.lexicon[$0.word].text }
    var weights: [WordID: Double] = [:]
    for (index, word) in spelled.lexicon.words.enumerated() where word.isContent {
      let closeness = vectors.closeness(of: word.text, to: themes) ?? 0
      let value = (Double(closeness) - Self.distant) * Self.slope
      if value > 0 { weights[WordID(index)] = min(Self.most, value) }
    }
    for (word, family) in words {
      for id in family { weights[id] = Self.familyWorth }
      weights[word] = Self.themeWorth
    }
    return weights
  }

  /// The word as it is written, or one that differs by its accents.
  private static func find(_ text: String, _ spelled: SpelledLexicon) -> WordID? {
    if let word = spelled.word(text) { return word }
    let plain = folded(text)
    return spelled.lexicon.words.firstIndex { folded($0.text) == plain }.map { WordID($0) }
  }

  /// The forms of `word`, as far as its first letters tell.
  private static func family(of word: WordID, _ spelled: SpelledLexicon) -> [WordID] {
    let text = spelled.lexicon[word].text
    let stem = text.count > 4 ? text.dropLast() : text[...]
    return spelled.lexicon.words.indices.filter { index in
      let other = spelled.lexicon.words[index].text
      return other.hasPrefix(stem)
        && (other == stem + "s" || other == stem + "es"
          || text.count > 4 && other.count <= stem.count + 2)
    }.map { WordID($0) }
  }

  private static func folded(_ text: String) -> String {
    String(
      text.compactMap { Acrostic.initial(of: String($0)).map { Character(Unicode.Scalar($0)) } })
  }

  /// Words that are farther from the theme are worth nothing.
  private static let distant = 0.45
  private static let slope = 4.0
  private static let most = 1.8
  private static let familyWorth = 2.5
  private static let themeWorth = 3.5
}
