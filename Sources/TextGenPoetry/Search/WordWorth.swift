import TextGenVerse

/// What words of a line are worth besides their probability, in nats.
struct WordWorth: Sendable {
  /// What each word is worth for what the poem is about.
  var theme: [WordID: Double] = [:]
  /// What it is worth to end a line with a word of each class.
  var classes: [Int: Double] = [:]

  /// The worth of a word inside a line.
  ///
  /// - Parameters:
  ///   - surprise: its negative log-probability.
  ///   - weakWords: how many words without a meaning of their own are before it.
  func ofWord(
    _ id: WordID, _ word: VerseLexicon.Word, surprise: Double, weakWords: Int
  ) -> Double {
    let isOneTooMany = !word.isContent && weakWords >= Self.weakWordsInARow
    return (theme[id] ?? 0) + Self.worth(ofSurprise: surprise) + Self.rarity(of: word)
      - (isOneTooMany ? Self.weakWordCost : 0)
  }

  /// The worth of the last word of a line.
  func ofLastWord(_ id: WordID, _ word: VerseLexicon.Word, surprise: Double) -> Double {
    (theme[id] ?? 0) + (word.rhyme.flatMap { classes[$0] } ?? 0)
      + Self.worth(ofSurprise: surprise) + Self.rarity(of: word)
      - (word.isEasy ? Self.easyCost : word.isInflected ? Self.inflectedCost : 0)
  }

  /// Words that stand everywhere say little (Li et al. 2016, https://aclanthology.org/N16-1014).
  private static func rarity(of word: VerseLexicon.Word) -> Double {
    word.isContent ? rarityWorth * (-Double(word.logProbability) - 7) : 0
  }

  /// A line is as bad as its worst word, so what is very improbable costs more than that.
  private static func worth(ofSurprise surprise: Double) -> Double {
    -max(0, surprise - bearableSurprise) * surpriseSlope
  }

  private static let rarityWorth = 0.35
  private static let bearableSurprise = 5.5
  private static let surpriseSlope = 1.0
  private static let weakWordsInARow = 3
  private static let weakWordCost = 2.0
  private static let easyCost = 2.0
  private static let inflectedCost = 1.5
}
