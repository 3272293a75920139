import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization
import TextGenVerse

/// The words that a poem on a theme should have: those of the theme and of its family, and those that the
/// model expects rather after the theme than anywhere.
///
/// How much rather is the pointwise mutual information of a word's first token with a few beginnings of
/// sentences that name the theme (Church and Hanks 1990), against the same beginnings that name a thing.
struct ThemeWords {
  private let spelled: SpelledLexicon
  private let tokenizer: any Tokenizer
  /// The words of the lexicon that the theme names, each with its family.
  let words: [(word: WordID, family: [WordID])]

  init(_ theme: [String], _ spelled: SpelledLexicon, _ tokenizer: any Tokenizer) {
    self.spelled = spelled
    self.tokenizer = tokenizer
    words = theme.flatMap { $0.lowercased().split { !$0.isLetter } }.compactMap { text in
      Self.find(String(text), spelled).map { (word: $0, family: Self.family(of: $0, spelled)) }
    }
  }

  /// What each word is worth, in nats.
  func weights<Model: AutoregressiveModel>(_ model: Model) -> [WordID: Double] {
    guard !words.isEmpty else { return [:] }
    var weights: [WordID: Double] = [:]
    let neutral = row(model, Self.beginnings.map { $0 + Self.thing })
    for (word, family) in words {
      let about = row(model, Self.beginnings.map { $0 + spelled.lexicon[word].text })
      for id in spelled.lexicon.words.indices.map({ WordID($0) })
      where spelled.lexicon[id].isContent {
        // Only a word of one token is known by its first one.
        let tokens = spelled.tokens(of: id)
        guard tokens.count == 1 else { continue }
        let information = about[Int(tokens[0])] - neutral[Int(tokens[0])] - Self.threshold
        if information > 0 {
          weights[id] = max(weights[id] ?? 0, min(Self.most, information * Self.slope))
        }
      }
      for id in family { weights[id] = Self.familyWorth }
      weights[word] = Self.themeWorth
    }
    return weights
  }

  /// The mean log-probabilities of the next token after a few texts.
  private func row<Model: AutoregressiveModel>(_ model: Model, _ texts: [String]) -> [Double] {
    let states = texts.map { text in
      var state = model.makeState()
      model.feed([tokenizer.lineBreak] + tokenizer.nearestEncoding(of: text).tokens, to: &state)
      return state
    }
    let rows = model.logProbabilities(after: states)
    return (0..<model.vocabularySize).map { token in
      rows.reduce(0) { $0 + Double($1[token]) } / Double(rows.count)
    }
  }

  /// The word as it is written, or one that differs by its accents.
  private static func find(_ text: String, _ spelled: SpelledLexicon) -> WordID? {
    if let word = spelled.word(text) { return word }
    let plain = folded(text)
    return spelled.lexicon.words.firstIndex { folded($0.text) == plain }.map { WordID($0) }
  }

  /// Words that begin as `word` does, up to an ending.
  private static func family(of word: WordID, _ spelled: SpelledLexicon) -> [WordID] {
    let text = spelled.lexicon[word].text
    let stem = text.count > 4 ? text.dropLast() : text[...]
    guard stem.count >= 3 else { return [] }
    return spelled.lexicon.words.indices.filter { index in
      let other = spelled.lexicon.words[index].text
      return other.hasPrefix(stem) && other.count <= stem.count + 3
    }.map { WordID($0) }
  }

  private static func folded(_ text: String) -> String {
    String(
      text.compactMap { Acrostic.initial(of: String($0)).map { Character(Unicode.Scalar($0)) } })
  }

  private static let beginnings = ["Canto de ", "E vejo ", "Falar de "]
  private static let thing = "algo"
  private static let threshold = 0.5
  private static let slope = 0.5
  private static let most = 1.5
  private static let familyWorth = 2.0
  private static let themeWorth = 3.0
}
