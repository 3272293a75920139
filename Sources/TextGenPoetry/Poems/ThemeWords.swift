import TextGenProsody
import TextGenVerse

/// The words that a poem on a theme should have: those of the theme, their forms, and words that come with them.
struct ThemeWords {
  private let spelled: SpelledLexicon
  /// The words of the lexicon that the theme names, each with its forms; those of meaning alone, if it names
  /// any: a poem on *o mar* needn't have an *o*.
  let words: [(word: WordID, family: [WordID])]

  init(_ theme: [String], _ spelled: SpelledLexicon) {
    self.spelled = spelled
    let found = Self.texts(theme).compactMap { Self.find($0, spelled) }
    let ofMeaning = found.filter { spelled.lexicon[$0].isContent }
    words = (ofMeaning.isEmpty ? found : ofMeaning).map { word in
      (word: word, family: Self.family(of: word, spelled))
    }
  }

  /// The words of `theme`, in small letters.
  static func texts(_ theme: [String]) -> [String] {
    theme.flatMap { $0.lowercased().split { !$0.isLetter }.map(String.init) }
  }

  /// The words of `theme` that the lexicon lacks, as they are written; all of it where it has no word.
  static func unknown(in theme: String, _ spelled: SpelledLexicon) -> [String] {
    let words = theme.split { !$0.isLetter }.map(String.init)
    return words.isEmpty ? [theme] : words.filter { find($0.lowercased(), spelled) == nil }
  }

  /// The words of the theme and their forms.
  var own: Set<WordID> { Set(words.flatMap { [$0.word] + $0.family }) }

  /// What each word of the lexicon is worth, in nats; empty where the theme has no known word.
  func worth(_ near: NearWords) -> [Float] {
    guard !words.isEmpty else { return [] }
    var worth = [Float](repeating: 0, count: spelled.lexicon.words.count)
    for direction in directions(near) {
      near.forEach(toward: direction) { id, closeness in
        let value = min(Self.most, (closeness - Self.distant) * Self.slope)
        worth[Int(id)] = max(worth[Int(id)], value)
      }
    }
    for (word, family) in words {
      for id in family { worth[Int(id)] = Self.familyWorth }
      worth[Int(word)] = Self.themeWorth
    }
    return worth
  }

  /// The words that are nearest to those of the theme, and none of them.
  func companions(_ near: NearWords) -> Set<WordID> {
    let own = own
    return directions(near).reduce(into: []) { found, direction in
      var closest: [(id: WordID, closeness: Float)] = []
      near.forEach(toward: direction) { id, closeness in
        if closeness >= Self.near, !own.contains(id) { closest.append((id, closeness)) }
      }
      closest.sort { ($1.closeness, $0.id) < ($0.closeness, $1.id) }
      found.formUnion(closest.prefix(Self.mostCompanions).map(\.id))
    }
  }

  /// Where the words of the theme lie that have a vector.
  private func directions(_ near: NearWords) -> [ArraySlice<Float>] {
    words.compactMap { near.vectors.number(of: spelled.lexicon.text(of: $0.word)) }
      .map { near.vectors.direction(of: [$0]) }
  }

  /// What `companions` are worth each while a poem has too few of them: they come by themselves where they are
  /// common, as the wind in poems on the sea, and not where they are rare, as bills in those on money.
  func worth(ofCompany companions: Set<WordID>) -> Float {
    let probability = companions.sorted().reduce(0) {
      $0 + exponential(Double(spelled.lexicon[$1].logProbability))
    }
    guard probability > 0 else { return 0 }
    let surprise = -Float(logarithm(probability))
    return min(Self.mostOfCompany, max(0, (surprise - Self.common) * Self.slopeOfCompany))
  }

  /// The word as it is written, or one that differs by its accents.
  private static func find(_ text: String, _ spelled: SpelledLexicon) -> WordID? {
    if let word = spelled.word(text) { return word }
    let plain = folded(text)
    return spelled.lexicon.words.firstIndex { folded($0.text) == plain }.map { WordID($0) }
  }

  /// The forms of `word`, as far as its first letters tell.
  private static func family(of word: WordID, _ spelled: SpelledLexicon) -> [WordID] {
    let text = spelled.lexicon.text(of: word)
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
  private static let distant: Float = 0.45
  private static let slope: Float = 5
  private static let most: Float = 2.4
  /// A companion is nearer than that.
  private static let near: Float = 0.6
  private static let mostCompanions = 30
  /// The surprise of companions that need no help, in nats.
  private static let common: Float = 5.5
  private static let slopeOfCompany: Float = 1.5
  private static let mostOfCompany: Float = 3.5
  private static let familyWorth: Float = 2.5
  private static let themeWorth: Float = 3.5
}
