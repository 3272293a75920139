import TextGenVerse

/// What words of a line are worth besides their probability, in nats.
struct WordWorth: Sendable {
  /// What each word is worth in this line; empty where that is nothing.
  var words: [Float] = []
  /// What it is worth to begin the line with a word.
  var heads: [WordID: Double] = [:]
  /// What it is worth to end it with a word of each class.
  var classes: [Int: Double] = [:]

  /// The worth of a word inside a line, which it begins where `isHead`.
  ///
  /// - Parameters:
  ///   - surprise: its negative log-probability.
  ///   - weakWords: how many words without a meaning of their own are before it.
  func ofWord(
    _ id: WordID, _ word: VerseLexicon.Traits, surprise: Double, weakWords: Int, isHead: Bool
  ) -> Double {
    let isOneTooMany = !word.isContent && weakWords >= Self.weakWordsInARow
    return own(id) + Self.worth(ofSurprise: surprise) + Self.rarity(of: word)
      + (isHead ? heads[id] ?? 0 : 0) - (isOneTooMany ? Self.weakWordCost : 0)
  }

  /// The worth of the last word of a line.
  func ofLastWord(_ id: WordID, _ word: VerseLexicon.Traits, surprise: Double) -> Double {
    own(id) + (word.rhyme.flatMap { classes[$0] } ?? 0)
      + Self.surpriseSlopeOfRhyme * Self.worth(ofSurprise: surprise) + Self.rarity(of: word)
      - (word.isEasy ? Self.easyCost : word.isInflected ? Self.inflectedCost : 0)
  }

  /// What the word is worth in this line wherever it stands.
  private func own(_ id: WordID) -> Double {
    words.isEmpty ? 0 : Double(words[Int(id)])
  }

  /// Words that stand everywhere say little (Li et al. 2016, https://aclanthology.org/N16-1014).
  private static func rarity(of word: VerseLexicon.Traits) -> Double {
    word.isContent ? rarityWorth * (-Double(word.logProbability) - 7) : 0
  }

  /// A line is as bad as its worst word, so what is very improbable costs more than that.
  private static func worth(ofSurprise surprise: Double) -> Double {
    -max(0, surprise - bearableSurprise) * surpriseSlope
  }

  private static let rarityWorth = 0.35
  private static let bearableSurprise = 5.5
  private static let surpriseSlope = 1.0
  private static let surpriseSlopeOfRhyme = 1.5
  private static let weakWordsInARow = 3
  private static let weakWordCost = 2.0
  private static let easyCost = 2.0
  private static let inflectedCost = 1.5
}
