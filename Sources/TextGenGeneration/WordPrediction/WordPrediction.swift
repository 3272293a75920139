/// A word or a punctuation mark and its probability.
package struct WordPrediction: Sendable, Hashable, Codable {
  /// The whole word, or the mark.
  package var word: String
  /// Its probability, from 0 to 1.
  package var probability: Double

  /// A word of the given probability.
  package init(word: String, probability: Double) {
    self.word = word
    self.probability = probability
  }
}

/// The most probable words for one position, best first.
package struct WordPredictions: Sendable, Hashable {
  /// The words; their probabilities sum to at most 1.
  package var candidates: [WordPrediction]
  /// The punctuation marks that may follow the text directly, where it ends with a word: the
  /// probabilities that the text goes on with them.
  package var marks: [WordPrediction] = []
  /// The probability that the text goes on with a space, where there are marks: those of the words are
  /// given that it does.
  package var space = 1.0
  /// Whether it is certain that these are the most probable words and that the probabilities are
  /// within the tolerance asked for; false when the search came to its limit, or when token paths
  /// that were too improbable to be followed could together add more than the tolerance.
  package var isExact: Bool
  /// Whether the search came to its limit before it had found as many words as were asked for; those
  /// that it gives are the most probable ones all the same.
  package var isCutShort: Bool

  /// Predictions for one position.
  package init(
    candidates: [WordPrediction] = [], isExact: Bool = true, isCutShort: Bool = false
  ) {
    self.candidates = candidates
    self.isExact = isExact
    self.isCutShort = isCutShort
  }
}

extension WordPredictions {
  /// The number of words than which a mark must be as probable to be listed among them.
  private static let wordsAboveMarks = 5

  /// The words, and among them the marks that are at least as probable as the fifth word, or as the
  /// last one where `count`, the number of words asked for, is less.
  ///
  /// Where a mark is listed, all probabilities are given the text alone: those of the words are
  /// multiplied by that of the space.
  package func withMarks(among count: Int) -> [WordPrediction] {
    let words = candidates.map {
      WordPrediction(word: $0.word, probability: $0.probability * space)
    }
    let rank = min(count, Self.wordsAboveMarks) - 1
    let least = words.indices.contains(rank) ? words[rank].probability : 0
    let listed = marks.filter { $0.probability >= least }
    guard !listed.isEmpty else { return candidates }
    var all = words
    for mark in listed {
      let index = all.firstIndex { $0.probability < mark.probability } ?? all.count
      all.insert(mark, at: index)
    }
    return all
  }
}

extension WordPrediction {
  /// The punctuation that may follow a word without a space.
  static let marks = [",", ".", "?", "!", ":", ";", "…"]

  /// Whether this is a punctuation mark and no word.
  package var isMark: Bool { Self.marks.contains(word) }

  /// Whether this is a mark with which a sentence ends.
  var endsSentence: Bool { [".", "?", "!", "…"].contains(word) }
}
